/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as they are said at the counter: "tomorrow", "was last Tuesday", "9 days ago". All are new
 * strings, freed with g_free; DAY and TODAY are whole. */
#pragma once

#include "data/base/day.h"

/* A day near, for a column: "yesterday", "today", "tomorrow", "last Tuesday" in the week that is
 * over, else "Tue 24 Nov". */
char *dates_near(Day day, Day today);
/* A day from today on: "today", "tomorrow", "on Tue 24 Nov". */
char *dates_ahead(Day day, Day today);
/* A day that is over: "was yesterday", "was last Tuesday" within a week, "was on 3 May". */
char *dates_behind(Day day, Day today);
/* How long ago DAY is: "today", "yesterday", "9 days ago", from two months on "4 months ago",
 * from two years on "3 years ago". A day to come is written as it is. */
char *dates_since(Day day, Day today);
/* A day with its weekday: "Tue 24 Nov". */
char *dates_weekday(Day day);
/* A day as briefly as it stays clear: "24 Nov", "24 Nov 2025" when it is not this year's. */
char *dates_brief(Day day, Day today);
/* The age on TODAY of somebody born on BORN (whole, not after TODAY); 29 February counts from 28
 * February on. */
int dates_age(Day born, Day today);
/* The time of day of the stored UTC instant, in the time of the place; "" when it is none. */
char *dates_clock(const char *utc);
