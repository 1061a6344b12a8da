/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads counts of days and minutes as people write them, in German and English alike. */
#pragma once

#include <stdbool.h>

typedef enum {
    NUMBER_DAYS,   /* "14", "14 Tage", "2 Wochen", "zwei Wochen", "2w", "a month" (30 days) */
    NUMBER_MINUTES /* "10", "10 min", "eine Stunde", "1 h 30 min", "nie", "off" */
} NumberUnit;

/* More is not understood. */
enum { NUMBER_MOST = 1000000 };

/* Reads TEXT as a count of UNIT into *COUNT, 0 to NUMBER_MOST. A number without a word counts in
 * UNIT itself; numbers with words add up ("1 Woche und 2 Tage"); "never", "keine", "off" and their
 * like are 0. Capitals and accents make no difference. False, and *COUNT untouched, when TEXT is
 * not understood, is empty or means more. */
bool number_read(const char *text, NumberUnit unit, int *count);
