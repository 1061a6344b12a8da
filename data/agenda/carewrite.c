/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings the stored contacts of the plan up to date. */
#include "data/agenda/care_private.h"

#include <string.h>

/* So many rows that differ are written one by one; and so many go into one statement. */
enum { FEW = 20, AT_ONCE = 100, COLUMNS = 7 };

static const char stored[] =
    "SELECT customer_id, channel, plan_id, due_day, place, clerk_id, is_quiet FROM care "
    "WHERE customer_id BETWEEN $1 AND $2";
static const char remove_row[] = "DELETE FROM care WHERE customer_id = $1 AND channel = $2";
static const char remove_all[] = "DELETE FROM care WHERE customer_id BETWEEN $1 AND $2";

int care_rows_compare(const CareRow *a, const CareRow *b)
{
    if (a->customer_id != b->customer_id) {
        return a->customer_id < b->customer_id ? -1 : 1;
    }
    return (int)a->way - (int)b->way;
}

static gint by_customer(gconstpointer a, gconstpointer b)
{
    return care_rows_compare(a, b);
}

bool care_rows_are_same(const CareRow *a, const CareRow *b)
{
    return care_rows_compare(a, b) == 0 && a->plan_id == b->plan_id && a->place == b->place &&
           a->clerk_id == b->clerk_id && a->is_quiet == b->is_quiet && strcmp(a->due, b->due) == 0;
}

GArray *care_rows_that_follow(Db *db, const CareRules *rules, gint64 first, gint64 last,
                              GError **error)
{
    g_autoptr(GArray) facts = care_facts_load(db, rules, first, last, error);
    if (facts == NULL) {
        return NULL;
    }
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(CareRow));
    for (guint i = 0; i < facts->len; i++) {
        care_reckon(&g_array_index(facts, CareFacts, i), rules, rows);
    }
    return rows;
}

GArray *care_rows_stored(Db *db, gint64 first, gint64 last, GError **error)
{
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(CareRow));
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, stored, DB_VALUES(db_int(first), db_int(last)), &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        CareRow row = {.customer_id = rows_int(rows, 0),
                       .way = care_way(rows_text(rows, 1)),
                       .plan_id = rows_int(rows, 2),
                       .place = rows_int(rows, 4),
                       .clerk_id = rows_int(rows, 5),
                       .is_quiet = rows_int(rows, 6)};
        g_strlcpy(row.due, rows_text(rows, 3), sizeof row.due);
        g_array_append_val(list, row);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    g_array_sort(list, by_customer);
    return g_steal_pointer(&list);
}

/* ---- writing ---- */

static void append_number(GString *text, guint number)
{
    g_string_append_printf(text, "%u", number);
}

/* INSERT of COUNT rows. */
static char *insert_sql(guint count)
{
    GString *sql = g_string_new("INSERT INTO care (customer_id, channel, plan_id, due_day, place, "
                                "clerk_id, is_quiet) VALUES ");
    for (guint i = 0; i < count * COLUMNS; i++) {
        g_string_append(sql, i == 0 ? "($" : i % COLUMNS == 0 ? "), ($" : ", $");
        append_number(sql, i + 1);
    }
    return g_string_free(g_string_append(sql, ")"), FALSE);
}

static bool insert_some(Db *db, const char *sql, const GArray *rows, guint first, guint count,
                        GError **error)
{
    DbValue values[AT_ONCE * COLUMNS];
    for (guint i = 0; i < count; i++) {
        const CareRow *row = &g_array_index(rows, CareRow, first + i);
        DbValue *place = values + (gsize)i * COLUMNS;
        place[0] = db_int(row->customer_id);
        place[1] = db_text(care_way_code(row->way));
        place[2] = db_int(row->plan_id);
        place[3] = db_text(row->due);
        place[4] = db_int_or_null(row->place);
        place[5] = db_int(row->clerk_id);
        place[6] = db_int(row->is_quiet);
    }
    return db_run(db, sql, values, count * COLUMNS, NULL, error);
}

static bool insert_rows(Db *db, const GArray *rows, GError **error)
{
    g_autofree char *many = rows->len >= AT_ONCE ? insert_sql(AT_ONCE) : NULL;
    g_autofree char *one = insert_sql(1);
    for (guint i = 0; i < rows->len;) {
        guint count = rows->len - i >= AT_ONCE ? AT_ONCE : 1;
        if (!insert_some(db, count > 1 ? many : one, rows, i, count, error)) {
            return false;
        }
        i += count;
    }
    return true;
}

static bool remove_rows(Db *db, const GArray *rows, GError **error)
{
    for (guint i = 0; i < rows->len; i++) {
        const CareRow *row = &g_array_index(rows, CareRow, i);
        if (!db_run(db, remove_row,
                    DB_VALUES(db_int(row->customer_id), db_text(care_way_code(row->way))), NULL,
                    error)) {
            return false;
        }
    }
    return true;
}

/* What of OLD is not among NEW, both in order, goes into GONE, and the other way round into COME.
 */
static void compare(const GArray *old, const GArray *new, GArray *gone, GArray *come)
{
    guint i = 0, j = 0;
    while (i < old->len || j < new->len) {
        const CareRow *left = i < old->len ? &g_array_index(old, CareRow, i) : NULL;
        const CareRow *right = j < new->len ? &g_array_index(new, CareRow, j) : NULL;
        int order = left == NULL ? 1 : right == NULL ? -1 : care_rows_compare(left, right);
        bool same = left != NULL && right != NULL && care_rows_are_same(left, right);
        if (left != NULL && order <= 0) {
            g_array_append_vals(gone, left, same ? 0 : 1);
            i++;
        }
        if (right != NULL && order >= 0) {
            g_array_append_vals(come, right, same ? 0 : 1);
            j++;
        }
    }
}

bool care_write(Db *db, const CareRules *rules, gint64 first, gint64 last, GError **error)
{
    g_autoptr(GArray) gone = g_array_new(FALSE, FALSE, sizeof(CareRow));
    g_autoptr(GArray) come = g_array_new(FALSE, FALSE, sizeof(CareRow));
    g_autoptr(GArray) new = care_rows_that_follow(db, rules, first, last, error);
    g_autoptr(GArray) old = new != NULL ? care_rows_stored(db, first, last, error) : NULL;
    if (old == NULL) {
        return false;
    }
    compare(old, new, gone, come);
    if (gone->len <= FEW) {
        return remove_rows(db, gone, error) && insert_rows(db, come, error);
    }
    return db_run(db, remove_all, DB_VALUES(db_int(first), db_int(last)), NULL, error) &&
           insert_rows(db, new, error);
}
