/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All complaints at a glance. */
#include "data/diary/complaintboard.h"

#include <string.h>

/* $1 to $3: branch, cause and clerk, 0 for any. */
#define FILTERED                                                                                   \
    "(CAST($1 AS BIGINT) = 0 OR branch_id = CAST($1 AS BIGINT)) "                                  \
    "AND (CAST($2 AS BIGINT) = 0 OR cause_id = CAST($2 AS BIGINT)) "                               \
    "AND (CAST($3 AS BIGINT) = 0 OR clerk_id = CAST($3 AS BIGINT)) "

#define OPEN "WHERE closed_day IS NULL AND " FILTERED
#define ALL "WHERE " FILTERED
#define LONGEST "ORDER BY day, id LIMIT $4"
#define LATEST "ORDER BY day DESC, id DESC LIMIT $4"

/* Which they are, how many, and who complained. */
typedef struct {
    const char *list, *count, *customers;
} Wanted;

static const Wanted open_ones = {
    .list = OPEN LONGEST,
    .count = "SELECT COUNT(*) FROM complaint " OPEN,
    .customers =
        "WHERE id IN (SELECT customer_id FROM (SELECT customer_id FROM complaint " OPEN LONGEST
        ") AS shown)",
};

static const Wanted all_of_them = {
    .list = ALL LATEST,
    .count = "SELECT COUNT(*) FROM complaint " ALL,
    .customers =
        "WHERE id IN (SELECT customer_id FROM (SELECT customer_id FROM complaint " ALL LATEST
        ") AS shown)",
};

static const char list_repeats[] =
    "SELECT cause_id, SUM(CASE WHEN day > $1 THEN 1 ELSE 0 END), "
    "SUM(CASE WHEN day > $1 THEN 0 ELSE 1 END) FROM complaint "
    "WHERE day > $2 AND day <= $3 AND cause_id IS NOT NULL "
    "AND (CAST($4 AS BIGINT) = 0 OR branch_id = CAST($4 AS BIGINT)) GROUP BY cause_id";

/* Once is no repeat. */
enum { REPEATED = 2 };

static int by_state(gconstpointer a, gconstpointer b)
{
    const Complaint *one = *(Complaint *const *)a, *other = *(Complaint *const *)b;
    guint step = complaint_step(one->state), other_step = complaint_step(other->state);
    if (step != other_step) {
        return step < other_step ? -1 : 1;
    }
    bool is_open = complaint_is_open(one) && complaint_is_open(other);
    int order =
        is_open ? strcmp(one->day, other->day) : g_strcmp0(other->closed_day, one->closed_day);
    if (order != 0) {
        return order;
    }
    return (one->head.id > other->head.id) - (one->head.id < other->head.id);
}

static bool load_complaints(ComplaintBoard *board, Db *db, const ComplaintFilter *filter,
                            guint limit, GError **error)
{
    const Wanted *wanted = filter->with_closed ? &all_of_them : &open_ones;
    const DbValue values[] = {db_int(filter->branch_id), db_int(filter->cause_id),
                              db_int(filter->clerk_id), db_int((gint64)limit)};
    board->complaints =
        record_list(db, &complaint_type, wanted->list, values, G_N_ELEMENTS(values), error);
    if (board->complaints == NULL ||
        !db_get_int(db, wanted->count, values, G_N_ELEMENTS(values) - 1, &board->total, NULL,
                    error)) {
        return false;
    }
    g_ptr_array_sort(board->complaints, by_state);
    g_autoptr(GPtrArray) customers =
        record_list(db, &customer_type, wanted->customers, values, G_N_ELEMENTS(values), error);
    if (customers == NULL) {
        return false;
    }
    g_ptr_array_set_free_func(customers, NULL);
    for (guint i = 0; i < customers->len; i++) {
        Customer *customer = g_ptr_array_index(customers, i);
        g_hash_table_insert(board->customers, &customer->head.id, customer);
    }
    return true;
}

static int by_count(gconstpointer a, gconstpointer b)
{
    const ComplaintRepeat *one = *(ComplaintRepeat *const *)a;
    const ComplaintRepeat *other = *(ComplaintRepeat *const *)b;
    if (one->now != other->now) {
        return one->now > other->now ? -1 : 1;
    }
    if (one->before != other->before) {
        return one->before < other->before ? -1 : 1;
    }
    return (one->cause_id > other->cause_id) - (one->cause_id < other->cause_id);
}

static bool load_repeats(ComplaintBoard *board, Db *db, gint64 branch_id, Day today, GError **error)
{
    g_autofree char *last = day_to_text(today);
    g_autofree char *middle = day_to_text(day_plus(today, -COMPLAINT_SPAN));
    g_autofree char *first = day_to_text(day_plus(today, -2 * COMPLAINT_SPAN));
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(
        db, list_repeats,
        DB_VALUES(db_text(middle), db_text(first), db_text(last), db_int(branch_id)), error);
    if (rows == NULL) {
        return false;
    }
    while (rows_next(rows, &fault)) {
        const ComplaintRepeat repeat = {rows_int(rows, 0), rows_int(rows, 1), rows_int(rows, 2)};
        if (repeat.now >= REPEATED) {
            g_ptr_array_add(board->repeats, g_memdup2(&repeat, sizeof repeat));
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    g_ptr_array_sort(board->repeats, by_count);
    return true;
}

ComplaintBoard *complaint_board_load(Db *db, const ComplaintFilter *filter, Day today, guint limit,
                                     GError **error)
{
    g_autoptr(ComplaintBoard) board = g_new0(ComplaintBoard, 1);
    board->customers = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, record_free);
    board->repeats = g_ptr_array_new_with_free_func(g_free);
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    bool ok = load_complaints(board, db, filter, limit, error) &&
              load_repeats(board, db, filter->branch_id, today, error);
    db_read_end(db);
    return ok ? g_steal_pointer(&board) : NULL;
}

void complaint_board_free(ComplaintBoard *board)
{
    if (board != NULL) {
        g_clear_pointer(&board->complaints, g_ptr_array_unref);
        g_clear_pointer(&board->customers, g_hash_table_unref);
        g_clear_pointer(&board->repeats, g_ptr_array_unref);
        g_free(board);
    }
}

const Customer *complaint_board_customer(const ComplaintBoard *board, const Complaint *complaint)
{
    return g_hash_table_lookup(board->customers, &complaint->customer_id);
}
