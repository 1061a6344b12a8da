/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sum of one customer, and what follows from the days of the visits. */
#include "data/diary/sums_private.h"

#include "data/base/order.h"
#include "data/customer/customer.h"

#include <stdlib.h>

enum { LEAST_DAYS = 4, LEAST_PATIENCE = 14, MOST_PATIENCE = 90 };

static const char visit_days[] = "SELECT DISTINCT day FROM visit WHERE customer_id = $1 AND "
                                 "kind = 'visit' ORDER BY day DESC LIMIT 13";
/* The first day, and the branch of most of the last fifty visits: only so many are looked at,
 * however often somebody came. And whether nobody can miss them any more. */
static const char first_day_and_branch[] =
    "SELECT (SELECT day FROM visit WHERE customer_id = $1 AND kind = 'visit' ORDER BY day LIMIT "
    "1), (SELECT branch_id FROM (SELECT branch_id, day FROM visit WHERE customer_id = $1 AND kind "
    "= 'visit' ORDER BY day DESC, id DESC LIMIT 50) AS lately WHERE branch_id IS NOT NULL GROUP BY "
    "branch_id ORDER BY COUNT(*) DESC, MAX(day) DESC, branch_id LIMIT 1), "
    "(SELECT CASE WHEN " CUSTOMER_IS_ERASED("customer") " THEN 1 ELSE 0 END FROM customer "
                                                        "WHERE id = $1)";
static const char load_sum[] = "SELECT visits, returns, amount, first_day, last_day, rhythm, "
                               "away_from, branch_id FROM visit_sum WHERE customer_id = $1";

guint sums_gaps(const gint64 *days, guint count, gint64 gaps[SUMS_DAYS])
{
    if (count < LEAST_DAYS) {
        return 0;
    }
    guint most = MIN(count, SUMS_DAYS) - 1;
    for (guint i = 0; i < most; i++) {
        gaps[i] = days[i] - days[i + 1];
    }
    qsort(gaps, most, sizeof gaps[0], order_by_number);
    return most;
}

gint64 sums_rhythm(const gint64 *days, guint count)
{
    gint64 gaps[SUMS_DAYS];
    guint most = sums_gaps(days, count, gaps);
    if (most == 0) {
        return 0;
    }
    gint64 median = most % 2 != 0 ? gaps[most / 2] : (gaps[most / 2 - 1] + gaps[most / 2] + 1) / 2;
    return MAX(median, 1);
}

gint64 sums_patience(gint64 rhythm)
{
    return rhythm + CLAMP(2 * rhythm, LEAST_PATIENCE, MOST_PATIENCE);
}

/* Sets what follows from the COUNT days, the latest of which is LAST. */
static void judge(VisitSum *sum, const gint64 *days, guint count, Day last)
{
    sum->rhythm = sums_rhythm(days, count);
    sum->last_day = count > 0 ? day_to_text(last) : NULL;
    if (sum->rhythm > 0) {
        sum->away_from = day_to_text(day_plus(last, (int)sums_patience(sum->rhythm)));
    }
}

bool sums_last_days(Db *db, gint64 customer_id, gint64 days[SUMS_DAYS], guint *count, Day *last,
                    GError **error)
{
    static const Day origin = {.year = 1, .month = 1, .day = 1};
    Day day;
    GError *fault = NULL;
    *count = 0;
    *last = DAY_NONE;
    g_autoptr(Rows) rows = db_query(db, visit_days, DB_VALUES(db_int(customer_id)), &fault);
    while (rows != NULL && *count < SUMS_DAYS && rows_next(rows, &fault)) {
        if (day_from_text(rows_text(rows, 0), &day) && day_is_whole(day)) {
            *last = *count == 0 ? day : *last;
            days[(*count)++] = day_between(origin, day);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

static bool read_first_and_branch(Db *db, gint64 customer_id, VisitSum *sum, GError **error)
{
    GError *fault = NULL;
    g_autoptr(Rows) rows =
        db_query(db, first_day_and_branch, DB_VALUES(db_int(customer_id)), &fault);
    if (rows != NULL && rows_next(rows, &fault)) {
        sum->first_day = g_strdup(rows_text(rows, 0));
        sum->branch_id = rows_int(rows, 1);
        if (rows_int(rows, 2) != 0) {
            g_clear_pointer(&sum->away_from, g_free);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

VisitSum *visit_sum_of_days(Db *db, gint64 customer_id, GError **error)
{
    g_autoptr(VisitSum) sum = g_new0(VisitSum, 1);
    gint64 days[SUMS_DAYS];
    guint count;
    Day last;
    if (!sums_last_days(db, customer_id, days, &count, &last, error)) {
        return NULL;
    }
    judge(sum, days, count, last);
    return read_first_and_branch(db, customer_id, sum, error) ? g_steal_pointer(&sum) : NULL;
}

VisitSum *visit_sum_load(Db *db, gint64 customer_id, GError **error)
{
    g_autoptr(VisitSum) sum = g_new0(VisitSum, 1);
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, load_sum, DB_VALUES(db_int(customer_id)), &fault);
    if (rows != NULL && rows_next(rows, &fault)) {
        sum->visits = rows_int(rows, 0);
        sum->returns = rows_int(rows, 1);
        sum->amount = rows_int(rows, 2);
        sum->first_day = g_strdup(rows_text(rows, 3));
        sum->last_day = g_strdup(rows_text(rows, 4));
        sum->rhythm = rows_int(rows, 5);
        sum->away_from = g_strdup(rows_text(rows, 6));
        sum->branch_id = rows_int(rows, 7);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&sum);
}

const char *visit_sum_last_day(const VisitSum *sum, const char *before)
{
    return g_strcmp0(sum->last_day, before) > 0 ? sum->last_day : before;
}

void visit_sum_free(VisitSum *sum)
{
    if (sum != NULL) {
        g_free(sum->first_day);
        g_free(sum->last_day);
        g_free(sum->away_from);
        g_free(sum);
    }
}
