/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The span of days a report is about. */
#include "data/report/span.h"

enum { MONTHS = 12 };

/* The first day of the month COUNT months before that of DAY; stops at the year 1. */
static Day first_of(Day day, int count)
{
    int months = MAX(day.year * MONTHS + day.month - 1 - count, MONTHS);
    return (Day){months / MONTHS, months % MONTHS + 1, 1};
}

static Day last_of(Day day)
{
    Day first = {day.year, day.month, 1};
    Day next = day_plus(first, 31);
    return day_plus(next, -next.day);
}

ReportSpan span_month(Day today, int back)
{
    Day first = first_of(today, back);
    return (ReportSpan){.from = first, .to = back == 0 ? today : last_of(first)};
}

ReportSpan span_earlier(const ReportSpan *span, int months)
{
    Day first = first_of(span->from, months), last = last_of(first);
    ReportSpan earlier = {.from = first, .to = last, .branch_id = span->branch_id};
    if (!span_is_whole_month(span) && span->to.day < last.day) {
        earlier.to.day = span->to.day;
    }
    return earlier;
}

bool span_is_whole_month(const ReportSpan *span)
{
    return span->from.day == 1 && day_compare(span->to, last_of(span->from)) == 0;
}

int span_days(const ReportSpan *span)
{
    return day_between(span->from, span->to) + 1;
}
