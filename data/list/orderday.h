/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When an order was made: a date with a time of day, as programs and people write them. */
#pragma once

#include "data/base/day.h"

/* What the dates of a list tell of the order of day and month in 3/5/2026. Begins as {0}. */
typedef struct {
    guint day_first, month_first; /* dates that make sense in this order only */
} OrderDays;

/* Counts TEXT, a date of the list. Later than TODAY makes no sense. */
void order_days_count(OrderDays *days, const char *text, Day today);
/* What was counted says; unknown when nothing or contradictory things were seen. */
DayOrder order_days_decide(const OrderDays *days);

/* Reads the day in DATE and the time of day behind it or, when it is not "", in TIME: "2026-05-01
 * 10:00:00 +0200", "01.05.2026 10:00", "5/1/26" and "10:00 PM". What is told as UTC becomes the
 * local time of this machine; of any other zone the clock there counts. *MINUTE is of the day, -1
 * when it is not told. False with *REASON (a sentence, translated, static) when it is no whole day
 * up to TODAY. */
bool order_day_read(const char *date, const char *time, Day today, DayOrder order, Day *day,
                    int *minute, const char **reason);
