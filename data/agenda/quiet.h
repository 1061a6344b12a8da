/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a customer is not to be bothered: rush hours, a main season, until a day. */
#pragma once

#include "data/base/moment.h"
#include "data/db/record.h"

/* What is not set does not limit: hours alone are those of each day. */
typedef struct {
    RecordHead head;
    gint64 customer_id;          /* the customer */
    gint64 weekdays;             /* bits, 1 for Monday to 64 for Sunday; RECORD_NONE: each */
    gint64 from_minute;          /* 0 to 1439; RECORD_NONE with to_minute: the whole day */
    gint64 to_minute;            /* 1 to 1440, not included; before from_minute: over midnight */
    gint64 from_month, from_day; /* a season of each year, both ends included, which may go over New
                                    Year; all 0: the whole year */
    gint64 to_month, to_day;
    char *until_day; /* YYYY-MM-DD: not before that day; NULL: for good */
    char *words;     /* as somebody said it; NULL: nothing besides */
} Quiet;

extern const RecordType quiet_type;

/* Reads TEXT as people say it into the times of QUIET: "Sa vormittag", "Mo-Fr 11-14 Uhr",
 * "Dezember", "1.11.-24.12.", "bis 10.1.", "before 9", "weekends", "im Sommer", and several of them
 * together. TODAY is whole. False, and QUIET untouched, when nothing of it is such a time. The rest
 * of the words does not matter. */
bool quiet_read(const char *text, Day today, Quiet *quiet);
/* Its times for people: "Sat before 12:00", "1 Nov to 24 Dec". Free with g_free. */
char *quiet_text(const Quiet *quiet);
/* Whether MOMENT, with a minute, lies in QUIET. */
bool quiet_has(const Quiet *quiet, Moment moment);
/* The first day from DAY on (both whole) that is not quiet as a whole by any of LIST (Quiet);
 * DAY_NONE when all are for two years, counted from the last day until which they are not to be
 * bothered at all. */
Day quiet_day_after(const GPtrArray *list, Day day);

/* Stores QUIET as a new one, or as it was changed when it has an id. FAULT_REFUSED when it does not
 * limit anything. */
bool quiet_save(Deed *deed, Quiet *quiet, GError **error);
/* The quiet times of a customer, the oldest first; the array frees them. NULL on a fault. */
GPtrArray *quiet_list_of(Db *db, gint64 customer_id, GError **error);
