/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may be lost: those who stay away far beyond their own rhythm. */
#include "data/diary/loss.h"

enum { LOOKED_AT = 500 };

#define AWAY(only)                                                                                 \
    "SELECT customer_id, visits, rhythm, last_day FROM visit_sum "                                 \
    "WHERE " only "away_from IS NOT NULL AND away_from <= $1 "                                     \
    "AND NOT EXISTS (SELECT 1 FROM loss WHERE loss.customer_id = visit_sum.customer_id "           \
    "AND loss.back_day IS NULL) ORDER BY away_from DESC, customer_id LIMIT $2"

/* Each along an index over away_from, so that it takes as long in every shop. */
static const char away[] = AWAY("");
static const char away_from_branch[] = AWAY("branch_id = $3 AND ");

typedef struct {
    gint64 customer_id, visits, rhythm;
    Day last_day;
    int away;
} Away;

static double beyond(const Away *one)
{
    return (double)one->away / (double)MAX(one->rhythm, 1);
}

static gint compare(gconstpointer left, gconstpointer right)
{
    const Away *a = left, *b = right;
    double first = beyond(a), second = beyond(b);
    if (first < second || first > second) {
        return first > second ? -1 : 1;
    }
    return (a->customer_id > b->customer_id) - (a->customer_id < b->customer_id);
}

static Rows *query(Db *db, const char *until, gint64 branch_id, GError **error)
{
    return branch_id != 0
               ? db_query(db, away_from_branch,
                          DB_VALUES(db_text(until), db_int(LOOKED_AT), db_int(branch_id)), error)
               : db_query(db, away, DB_VALUES(db_text(until), db_int(LOOKED_AT)), error);
}

static GArray *find(Db *db, Day today, gint64 branch_id, GError **error)
{
    g_autofree char *until = day_to_text(today);
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(Away));
    g_autoptr(Rows) rows = query(db, until, branch_id, error);
    GError *fault = NULL;
    while (rows != NULL && rows_next(rows, &fault)) {
        Away one = {rows_int(rows, 0), rows_int(rows, 1), rows_int(rows, 2), DAY_NONE, 0};
        const char *last = rows_text(rows, 3);
        if (last != NULL && day_from_text(last, &one.last_day) && day_is_whole(one.last_day)) {
            one.away = day_between(one.last_day, today);
            g_array_append_val(list, one);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return rows != NULL && fault == NULL ? g_steal_pointer(&list) : NULL;
}

static void candidate_free(gpointer data)
{
    LossCandidate *candidate = data;
    record_free(candidate->customer);
    g_free(candidate);
}

GPtrArray *loss_candidates(Db *db, Day today, gint64 branch_id, guint limit, GError **error)
{
    g_autoptr(GArray) found = find(db, today, branch_id, error);
    if (found == NULL) {
        return NULL;
    }
    g_array_sort(found, compare);
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(candidate_free);
    for (guint i = 0; i < found->len && i < limit; i++) {
        const Away *one = &g_array_index(found, Away, i);
        LossCandidate *candidate = g_new0(LossCandidate, 1);
        g_ptr_array_add(list, candidate);
        candidate->customer = record_load(db, &customer_type, one->customer_id, error);
        candidate->visits = one->visits;
        candidate->rhythm = one->rhythm;
        candidate->last_day = one->last_day;
        candidate->away = one->away;
        if (candidate->customer == NULL) {
            return NULL;
        }
    }
    return g_steal_pointer(&list);
}
