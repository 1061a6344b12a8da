/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often and how lately someone comes, as one number. */
#include "data/lookup/place.h"

#include "data/base/day.h"

enum { ID_BITS = 40, LAST_RANK = (1 << 20) - 1, DAYS_A_DOUBLING = 120 };

/* Days between the first day counted and LAST_VISIT. */
static gint64 days_of(const char *last_visit)
{
    static const Day first = {1980, 1, 1}, last = {2999, 12, 31};
    Day day;
    if (last_visit == NULL || !day_from_text(last_visit, &day) || !day_is_whole(day) ||
        day_compare(day, first) < 0) {
        return 0;
    }
    return day_between(first, day_compare(day, last) > 0 ? last : day);
}

/* DAYS_A_DOUBLING times the binary logarithm of VISITS, straight between the powers of two. */
static gint64 days_of_visits(gint64 visits)
{
    gint64 days = 0, power = 1;
    while (visits / 2 >= power) {
        power *= 2;
        days += DAYS_A_DOUBLING;
    }
    return days + (gint64)((double)(visits - power) / (double)power * DAYS_A_DOUBLING);
}

gint64 place_of(gint64 customer_id, gint64 visits, const char *last_visit)
{
    gint64 worth = 0;
    if (visits > 0 || last_visit != NULL) {
        worth = 1 + days_of(last_visit) + days_of_visits(MAX(visits, 1));
    }
    return (LAST_RANK - worth) << ID_BITS | customer_id;
}

gint64 place_rank(gint64 place)
{
    return place >> ID_BITS;
}
