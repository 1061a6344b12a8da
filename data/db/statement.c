/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements: prepared once, kept under their text, run with values, read row by row. */
#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/db/db_private.h"

#include <math.h>
#include <string.h>

/* Beyond this many texts somebody assembles SQL without end; the idle ones go. */
enum { MAX_TEXTS = 500 };

struct Rows {
    Db *db;
    gpointer statement;
    bool in_use;
    bool at_end;
};

static void drop_rows(gpointer data)
{
    Rows *rows = data;

    rows->db->driver->finish(rows->statement);
    g_free(rows);
}

static void drop_copies(gpointer data)
{
    g_ptr_array_unref(data);
}

GHashTable *statement_cache_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, drop_copies);
}

static gboolean drop_idle(gpointer sql, gpointer value, gpointer data)
{
    GPtrArray *copies = value;
    (void)sql;
    (void)data;

    for (guint i = copies->len; i > 0; i--) {
        const Rows *rows = g_ptr_array_index(copies, i - 1);
        if (!rows->in_use) {
            g_ptr_array_remove_index_fast(copies, i - 1);
        }
    }
    return copies->len == 0;
}

void statement_cache_clear(Db *db)
{
    g_hash_table_foreach_remove(db->statements, drop_idle, NULL);
}

/* Values the engines would treat differently are refused for both. */
static bool values_are_clean(const DbValue *values, guint count, GError **error)
{
    for (guint i = 0; i < count; i++) {
        bool clean = true;
        if (values[i].type == DB_TEXT) {
            clean = utf8_is_clean(values[i].text, strlen(values[i].text));
        } else if (values[i].type == DB_REAL) {
            clean = isfinite(values[i].real);
        }
        if (!clean) {
            g_set_error_literal(error, FAULT, FAULT_REFUSED,
                                _("Something in this entry is neither text nor a number and cannot "
                                  "be stored. Type it again."));
            return false;
        }
    }
    return true;
}

/* An idle statement for SQL, prepared when there is none. */
static Rows *take(Db *db, const char *sql, GError **error)
{
    GPtrArray *copies = g_hash_table_lookup(db->statements, sql);
    for (guint i = 0; copies != NULL && i < copies->len; i++) {
        Rows *rows = g_ptr_array_index(copies, i);
        if (!rows->in_use) {
            return rows;
        }
    }

    db->requests++;
    gpointer statement = db->driver->prepare(db->link, sql, error);
    if (statement == NULL) {
        return NULL;
    }
    Rows *rows = g_new0(Rows, 1);
    rows->db = db;
    rows->statement = statement;
    if (copies == NULL) {
        if (g_hash_table_size(db->statements) >= MAX_TEXTS) {
            statement_cache_clear(db);
        }
        copies = g_ptr_array_new_with_free_func(drop_rows);
        g_hash_table_insert(db->statements, g_strdup(sql), copies);
    }
    g_ptr_array_add(copies, rows);
    return rows;
}

Rows *db_query(Db *db, const char *sql, const DbValue *values, guint count, GError **error)
{
    if (!transaction_is_sound(db, error)) {
        return NULL;
    }

    Rows *rows = values_are_clean(values, count, error) ? take(db, sql, error) : NULL;
    db->requests += rows != NULL;
    if (rows == NULL || !db->driver->start(rows->statement, values, count, error)) {
        transaction_spoil(db);
        return NULL;
    }
    rows->in_use = true;
    rows->at_end = false;
    return rows;
}

bool rows_next(Rows *rows, GError **error)
{
    if (rows->at_end) {
        return false;
    }

    int step = rows->db->driver->step(rows->statement, error);
    rows->at_end = step <= 0;
    if (step < 0) {
        transaction_spoil(rows->db);
    }
    return step > 0;
}

gint64 rows_int(const Rows *rows, guint column)
{
    return rows->db->driver->column_int(rows->statement, column);
}

double rows_real(const Rows *rows, guint column)
{
    return rows->db->driver->column_real(rows->statement, column);
}

const char *rows_text(const Rows *rows, guint column)
{
    return rows->db->driver->column_text(rows->statement, column);
}

bool rows_is_null(const Rows *rows, guint column)
{
    return rows->db->driver->column_is_null(rows->statement, column);
}

void rows_free(Rows *rows)
{
    if (rows == NULL) {
        return;
    }
    rows->db->driver->reset(rows->statement);
    rows->in_use = false;
}

bool db_run(Db *db, const char *sql, const DbValue *values, guint count, gint64 *changed,
            GError **error)
{
    g_autoptr(Rows) rows = db_query(db, sql, values, count, error);
    if (rows == NULL) {
        return false;
    }

    g_autoptr(GError) fault = NULL;
    while (rows_next(rows, &fault)) {
        continue;
    }
    if (fault != NULL) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return false;
    }
    if (changed != NULL) {
        *changed = db->driver->changed(rows->statement);
    }
    return true;
}

/* Runs SQL and stands on its first row. *ROWS is NULL when there is none. */
static bool first_row(Db *db, const char *sql, const DbValue *values, guint count, Rows **rows,
                      GError **error)
{
    g_autoptr(Rows) found = db_query(db, sql, values, count, error);
    *rows = NULL;
    if (found == NULL) {
        return false;
    }

    g_autoptr(GError) fault = NULL;
    if (rows_next(found, &fault)) {
        *rows = g_steal_pointer(&found);
    } else if (fault != NULL) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return false;
    }
    return true;
}

/* A statement that writes and returns is complete only after its last row. */
static bool finish_rows(Rows *rows, GError **error)
{
    g_autoptr(GError) fault = NULL;

    rows_next(rows, &fault);
    rows_free(rows);
    if (fault == NULL) {
        return true;
    }
    g_propagate_error(error, g_steal_pointer(&fault));
    return false;
}

bool db_get_int(Db *db, const char *sql, const DbValue *values, guint count, gint64 *value,
                bool *found, GError **error)
{
    Rows *rows = NULL;

    *value = 0;
    if (found != NULL) {
        *found = false;
    }
    if (!first_row(db, sql, values, count, &rows, error)) {
        return false;
    }
    if (rows == NULL) {
        return true;
    }
    *value = rows_int(rows, 0);
    if (found != NULL) {
        *found = true;
    }
    return finish_rows(rows, error);
}

bool db_get_text(Db *db, const char *sql, const DbValue *values, guint count, char **value,
                 GError **error)
{
    Rows *rows = NULL;

    *value = NULL;
    if (!first_row(db, sql, values, count, &rows, error)) {
        return false;
    }
    if (rows == NULL) {
        return true;
    }
    g_autofree char *text = g_strdup(rows_text(rows, 0));
    if (!finish_rows(rows, error)) {
        return false;
    }
    *value = g_steal_pointer(&text);
    return true;
}

GArray *db_get_ids(Db *db, const char *sql, const DbValue *values, guint count, GError **error)
{
    g_autoptr(Rows) rows = db_query(db, sql, values, count, error);
    if (rows == NULL) {
        return NULL;
    }
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    GError *fault = NULL;
    while (rows_next(rows, &fault)) {
        gint64 id = rows_int(rows, 0);
        g_array_append_val(ids, id);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&ids);
}
