/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day, and a minute of it where that is known: times as a shop's own clock shows them. */
#pragma once

#include "data/base/day.h"

/* The minute of a moment that is any time of its day; the same as RECORD_NONE. */
#define MINUTE_NONE G_MININT64

typedef struct {
    Day day;       /* whole, or none */
    gint64 minute; /* 0 to 1439; MINUTE_NONE: any time of the day */
} Moment;

/* Below zero, zero or above when A is before, at or after B; any time of a day is before each
 * minute of it. Both days are whole. */
int moment_compare(Moment a, Moment b);
/* MOMENT, which has a minute, moved by MINUTES of the clock's hands (not of a watch: nights on
 * which the clock is put forward or back count 24 hours). */
Moment moment_plus(Moment moment, gint64 minutes);
/* The moment of NOW, in its own time zone; with its minute. */
Moment moment_of(GDateTime *now);
