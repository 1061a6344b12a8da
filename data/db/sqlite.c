/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SQLite driver: a shop in one file. */
#include "data/base/utf8.h"
#include "data/db/sqlite_private.h"

#include <string.h>

typedef struct {
    Sqlite *link;
    sqlite3_stmt *handle;
    guint count; /* of parameters */
    int *places; /* SQLite's number of $1, $2 …, which it gives by order of appearance */
    gint64 changed;
    GSList *repaired; /* texts of the present row that had to be */
} Statement;

/* The rollback journal, and not WAL: SQLite before 3.51.3 can lose committed rows with WAL and two
 * connections. The file is changed by that. */
static bool settle(gpointer link, GError **error)
{
    return sqlite_link_run(link, "PRAGMA journal_mode = DELETE", error);
}

static char *place(gpointer data)
{
    return g_strdup(((Sqlite *)data)->where);
}

static void set_waiting(gpointer data, DbWaiting waiting, gpointer listener)
{
    Sqlite *link = data;

    link->wait.waiting = waiting;
    link->wait.data = listener;
}

static void set_patience(gpointer data, guint seconds)
{
    ((Sqlite *)data)->wait.limit = seconds;
}

static void interrupt(gpointer data)
{
    Sqlite *link = data;

    g_atomic_int_set(&link->wait.interrupted, 1);
    sqlite3_interrupt(link->handle);
}

static bool begin(gpointer data, bool write, GError **error)
{
    Sqlite *link = data;

    if (!write) {
        return sqlite_link_run(link, "BEGIN", error);
    }

    wait_start(&link->wait);
    int code = wait_turnstile_enter(&link->wait)
                   ? sqlite3_exec(link->handle, "BEGIN IMMEDIATE", NULL, NULL, NULL)
                   : SQLITE_BUSY;
    wait_turnstile_leave(&link->wait);
    return sqlite_link_ok(link, code, error);
}

static bool in_transaction(gpointer data)
{
    return sqlite3_get_autocommit(((Sqlite *)data)->handle) == 0;
}

static void drop_repaired(Statement *statement)
{
    g_slist_free_full(g_steal_pointer(&statement->repaired), g_free);
}

static void finish(gpointer data)
{
    Statement *statement = data;

    drop_repaired(statement);
    sqlite3_finalize(statement->handle);
    g_free(statement->places);
    g_free(statement);
}

static void defect(GError **error)
{
    sqlite_fault(error, SQLITE_MISUSE, NULL, "", NULL);
}

/* The number of a parameter called "$" and it; 0: it is called otherwise. */
static guint64 parameter_number(const char *name)
{
    char *end = NULL;
    guint64 number = name != NULL && *name == '$' ? g_ascii_strtoull(name + 1, &end, 10) : 0;
    return end != NULL && *end == '\0' ? number : 0;
}

/* Notes where the parameters stand. False when one of $1 … $count is not used: PostgreSQL would not
 * take it either. */
static bool find_places(Statement *statement)
{
    statement->count = (guint)sqlite3_bind_parameter_count(statement->handle);
    statement->places = g_new0(int, statement->count + 1);
    for (guint at = 1; at <= statement->count; at++) {
        guint64 number = parameter_number(sqlite3_bind_parameter_name(statement->handle, (int)at));
        if (number == 0 || number > statement->count || statement->places[number - 1] != 0) {
            return false;
        }
        statement->places[number - 1] = (int)at;
    }
    return true;
}

static gpointer prepare(gpointer data, const char *sql, GError **error)
{
    Sqlite *link = data;
    g_autofree Statement *statement = g_new0(Statement, 1);
    const char *rest = NULL;

    wait_start(&link->wait);
    statement->link = link;
    int code = sqlite3_prepare_v3(link->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                  &statement->handle, &rest);
    if (!sqlite_link_ok(link, code, error)) {
        g_debug("%s", sql);
        return NULL;
    }
    if (statement->handle == NULL || rest[strspn(rest, " \t\n;")] != '\0' ||
        !find_places(statement)) {
        g_debug("not one statement with all of its parameters: %s", sql);
        defect(error);
        finish(g_steal_pointer(&statement));
        return NULL;
    }
    return g_steal_pointer(&statement);
}

static int bind(const Statement *statement, guint index, const DbValue *value)
{
    int at = statement->places[index];

    switch (value->type) {
    case DB_INT:
        return sqlite3_bind_int64(statement->handle, at, value->integer);
    case DB_REAL:
        return sqlite3_bind_double(statement->handle, at, value->real);
    case DB_TEXT:
        return sqlite3_bind_text(statement->handle, at, value->text, -1, SQLITE_TRANSIENT);
    case DB_NULL:
    default:
        return sqlite3_bind_null(statement->handle, at);
    }
}

static bool start(gpointer data, const DbValue *values, guint count, GError **error)
{
    Statement *statement = data;

    wait_start(&statement->link->wait);
    if (count != statement->count) {
        g_debug("%u values for %u parameters: %s", count, statement->count,
                sqlite3_sql(statement->handle));
        defect(error);
        return false;
    }
    for (guint i = 0; i < count; i++) {
        if (!sqlite_link_ok(statement->link, bind(statement, i, &values[i]), error)) {
            return false;
        }
    }
    return true;
}

static int step(gpointer data, GError **error)
{
    Statement *statement = data;
    Sqlite *link = statement->link;
    drop_repaired(statement);
    int code = sqlite3_step(statement->handle);

    wait_end(&link->wait);
    if (code == SQLITE_ROW) {
        return 1;
    }
    if (code == SQLITE_DONE) {
        statement->changed = sqlite3_changes64(link->handle);
        return 0;
    }
    g_debug("%s", sqlite3_sql(statement->handle));
    sqlite_link_ok(link, code, error);
    return -1;
}

static void reset(gpointer data)
{
    Statement *statement = data;

    drop_repaired(statement);
    sqlite3_reset(statement->handle);
    sqlite3_clear_bindings(statement->handle);
}

static gint64 changed(gpointer data)
{
    return ((Statement *)data)->changed;
}

static gint64 column_int(gpointer data, guint column)
{
    return sqlite3_column_int64(((Statement *)data)->handle, (int)column);
}

static double column_real(gpointer data, guint column)
{
    return sqlite3_column_double(((Statement *)data)->handle, (int)column);
}

/* The engine keeps whatever bytes it was given: what is no UTF-8 is repaired, so that nobody behind
 * this border meets any. */
static const char *column_text(gpointer data, guint column)
{
    Statement *statement = data;
    const char *text = (const char *)sqlite3_column_text(statement->handle, (int)column);
    if (text == NULL || utf8_is_clean(text, strlen(text))) {
        return text;
    }
    statement->repaired = g_slist_prepend(statement->repaired, g_utf8_make_valid(text, -1));
    return statement->repaired->data;
}

static bool column_is_null(gpointer data, guint column)
{
    return sqlite3_column_type(((Statement *)data)->handle, (int)column) == SQLITE_NULL;
}

const DbDriver db_driver_sqlite = {
    .size = sizeof(DbDriver),
    .engine = DB_SQLITE,
    .open = sqlite_link_open,
    .close = sqlite_link_close,
    .settle = settle,
    .place = place,
    .set_waiting = set_waiting,
    .set_patience = set_patience,
    .interrupt = interrupt,
    .begin = begin,
    .in_transaction = in_transaction,
    .script = sqlite_link_run,
    .prepare = prepare,
    .finish = finish,
    .start = start,
    .step = step,
    .reset = reset,
    .changed = changed,
    .column_int = column_int,
    .column_real = column_real,
    .column_text = column_text,
    .column_is_null = column_is_null,
};
