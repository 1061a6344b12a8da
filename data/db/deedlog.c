/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and writing the rows of "change". */
#include "data/db/deedlog.h"

static const char insert_change[] =
    "INSERT INTO change (deed_id, table_name, what, first_id, last_id, before, owner_id) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)";
static const char list_changes[] =
    "SELECT " CHANGE_COLUMNS " FROM change WHERE deed_id = $1 ORDER BY id DESC";

bool change_insert(Db *db, gint64 deed_id, const Change *change, GError **error)
{
    return db_run(db, insert_change,
                  DB_VALUES(db_int(deed_id), db_text(change->table), db_text(change->what),
                            db_int(change->first), db_int(change->last), db_text(change->before),
                            db_int_or_null(change->owner)),
                  NULL, error);
}

Change change_read(const Rows *rows)
{
    return (Change){.id = rows_int(rows, 0),
                    .table = g_intern_string(rows_text(rows, 1)),
                    .what = g_intern_string(rows_text(rows, 2)),
                    .first = rows_int(rows, 3),
                    .last = rows_int(rows, 4),
                    .before = rows_text(rows, 5),
                    .owner = rows_int(rows, 6)};
}

Change *change_copy(const Change *change)
{
    Change *copy = g_memdup2(change, sizeof *change);
    copy->image = g_strdup(change->before);
    copy->before = copy->image;
    return copy;
}

void change_free(gpointer data)
{
    Change *change = data;
    g_free(change->image);
    g_free(change);
}

GPtrArray *change_list(Db *db, gint64 deed_id, GError **error)
{
    g_autoptr(Rows) rows = db_query(db, list_changes, DB_VALUES(db_int(deed_id)), error);
    if (rows == NULL) {
        return NULL;
    }
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(change_free);
    GError *fault = NULL;
    while (rows_next(rows, &fault)) {
        const Change change = change_read(rows);
        g_ptr_array_add(list, change_copy(&change));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&list);
}
