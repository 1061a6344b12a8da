/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days that come again: each day, on some weekdays, monthly on the 31st, yearly. */
#pragma once

#include "data/base/choice.h"
#include "data/base/day.h"

typedef enum { SERIES_ONCE, SERIES_DAYS, SERIES_WEEKS, SERIES_MONTHS, SERIES_YEARS } SeriesUnit;

typedef struct {
    SeriesUnit unit;
    int step;       /* every so many of them, 1 to 999 */
    guint weekdays; /* of weeks: bits, 1 for Monday to 64 for Sunday; 0: the weekday of the first */
    Day first; /* whole: counted from here, so that what was the 31st stays the end of months */
} Series;

/* "day", "week", "month", "year": the codes of SeriesUnit from SERIES_DAYS on, for people as in
 * "every 2 weeks". */
extern const Choice series_units[];
/* The unit of CODE; SERIES_ONCE for NULL or another code. */
SeriesUnit series_unit(const char *code);
/* The code of UNIT; NULL for SERIES_ONCE. Static. */
const char *series_code(SeriesUnit unit);

/* The first day of SERIES after AFTER (whole). A month that has no such day has it on its last one;
 * 29 February of a yearly series is kept on 28 February in common years. DAY_NONE for SERIES_ONCE,
 * and beyond the year 9999. */
Day series_next(const Series *series, Day after);
/* "every Monday", "every 2 weeks on Tuesday and Friday", "monthly on the 31st", "every year on 24
 * December": for people, as a phrase. NULL for SERIES_ONCE. Free with g_free. */
char *series_words(const Series *series);
