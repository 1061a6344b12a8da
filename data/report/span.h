/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The span of days a report is about. */
#pragma once

#include "data/base/day.h"

typedef struct {
    Day from, to;     /* whole, both included, FROM not after TO */
    gint64 branch_id; /* 0: all branches */
} ReportSpan;

/* The month that lies BACK months before that of TODAY, of all branches: up to TODAY when BACK is
 * 0, else the whole month. */
ReportSpan span_month(Day today, int back);
/* SPAN, which begins with a month and ends in the same one, MONTHS earlier: up to the same day of
 * the month, or to its end where the month of SPAN is whole or the other is shorter. */
ReportSpan span_earlier(const ReportSpan *span, int months);
/* Whether SPAN is a whole month. */
bool span_is_whole_month(const ReportSpan *span);
/* How many days SPAN has. */
int span_days(const ReportSpan *span);
