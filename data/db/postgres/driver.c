/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PostgreSQL driver: a shop on a server. Results come whole: callers who walk over everything
 * page by key. */
#include "data/db/driver.h"

#include "data/db/postgres/link.h"

#include <stdio.h>

/* The one symbol the program looks for. */
const DbDriver *tresen_db_driver(void);

/* PostgreSQL's number of the type boolean, from its catalogue pg_type. */
enum { TYPE_BOOLEAN = 16 };

/* Long enough for any 64-bit integer and for G_ASCII_DTOSTR_BUF_SIZE. */
enum { NUMBER_SIZE = 40 };

typedef struct {
    Link *link;
    char *name;
    PGresult *result;
    int row;
} Statement;

static gpointer open_link(const char *where, DbMode mode, bool *read_only, GError **error)
{
    return link_open(where, mode, read_only, error);
}

static void close_link(gpointer link)
{
    link_close(link);
}

static char *place(gpointer data)
{
    const Link *link = data;

    return g_strdup(link->place);
}

/* The server queues those who write itself. */
static void set_waiting(gpointer link, DbWaiting waiting, gpointer data)
{
    (void)link;
    (void)waiting;
    (void)data;
}

static void set_patience(gpointer link, guint seconds)
{
    (void)link;
    (void)seconds;
}

static void interrupt(gpointer data)
{
    const Link *link = data;
    char reason[256];

    if (PQcancel(link->cancel, reason, sizeof(reason)) == 0) {
        g_debug("postgresql: %s", reason);
    }
}

/* READ COMMITTED is enough for writing: rows are changed by id and version, and what must be unique
 * has a constraint. */
static bool begin(gpointer data, bool write, GError **error)
{
    return link_script(data,
                       write ? "BEGIN ISOLATION LEVEL READ COMMITTED"
                             : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                       error);
}

static bool in_transaction(gpointer data)
{
    const Link *link = data;
    PGTransactionStatusType status = PQtransactionStatus(link->connection);

    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

static bool script(gpointer link, const char *text, GError **error)
{
    return link_script(link, text, error);
}

/* Takes finished statements off the server; not inside a failed transaction, which takes no
 * commands. */
static void bury(Link *link)
{
    if (link->doomed->len == 0 || PQtransactionStatus(link->connection) == PQTRANS_INERROR) {
        return;
    }
    PQclear(PQexec(link->connection, link->doomed->str));
    g_string_truncate(link->doomed, 0);
}

static gpointer prepare(gpointer data, const char *sql, GError **error)
{
    Link *link = data;

    bury(link);
    g_autofree char *name = g_strdup_printf("tresen%" G_GUINT64_FORMAT, ++link->statements);
    PGresult *result = PQprepare(link->connection, name, sql, 0, NULL);
    bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    if (!done) {
        g_debug("%s", sql);
        link_fault(error, link, result);
    }
    PQclear(result);
    if (!done) {
        return NULL;
    }

    Statement *statement = g_new0(Statement, 1);
    statement->link = link;
    statement->name = g_steal_pointer(&name);
    return statement;
}

static void reset(gpointer data)
{
    Statement *statement = data;

    g_clear_pointer(&statement->result, PQclear);
}

static void finish(gpointer data)
{
    Statement *statement = data;

    reset(statement);
    g_string_append_printf(statement->link->doomed, "DEALLOCATE %s;", statement->name);
    g_free(statement->name);
    g_free(statement);
}

/* The text of VALUE; numbers are written into NUMBER. */
static const char *as_text(const DbValue *value, char number[NUMBER_SIZE])
{
    switch (value->type) {
    case DB_INT:
        snprintf(number, NUMBER_SIZE, "%" G_GINT64_FORMAT, value->integer);
        return number;
    case DB_REAL:
        return g_ascii_dtostr(number, NUMBER_SIZE, value->real);
    case DB_TEXT:
        return value->text;
    case DB_NULL:
    default:
        return NULL;
    }
}

static bool start(gpointer data, const DbValue *values, guint count, GError **error)
{
    Statement *statement = data;
    PGconn *connection = statement->link->connection;
    g_autofree const char **texts = g_new0(const char *, count + 1);
    g_autofree char(*numbers)[NUMBER_SIZE] = g_malloc((count + 1) * sizeof(*numbers));

    for (guint i = 0; i < count; i++) {
        texts[i] = as_text(&values[i], numbers[i]);
    }
    reset(statement);
    statement->row = -1;
    statement->result =
        PQexecPrepared(connection, statement->name, (int)count, texts, NULL, NULL, 0);
    ExecStatusType status = PQresultStatus(statement->result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) {
        return true;
    }
    link_fault(error, statement->link, statement->result);
    reset(statement);
    return false;
}

static int step(gpointer data, GError **error)
{
    Statement *statement = data;
    (void)error;

    statement->row++;
    return statement->row < PQntuples(statement->result) ? 1 : 0;
}

static gint64 changed(gpointer data)
{
    Statement *statement = data;

    return g_ascii_strtoll(PQcmdTuples(statement->result), NULL, 10);
}

static bool column_is_null(gpointer data, guint column)
{
    const Statement *statement = data;

    return PQgetisnull(statement->result, statement->row, (int)column) != 0;
}

static const char *column_text(gpointer data, guint column)
{
    const Statement *statement = data;

    if (column_is_null(data, column)) {
        return NULL;
    }
    const char *text = PQgetvalue(statement->result, statement->row, (int)column);
    /* The other engine's truth values are 0 and 1. */
    if (PQftype(statement->result, (int)column) == TYPE_BOOLEAN) {
        return *text == 't' ? "1" : "0";
    }
    return text;
}

static gint64 column_int(gpointer data, guint column)
{
    const char *text = column_text(data, column);

    return text != NULL ? g_ascii_strtoll(text, NULL, 10) : 0;
}

static double column_real(gpointer data, guint column)
{
    const char *text = column_text(data, column);

    return text != NULL ? g_ascii_strtod(text, NULL) : 0.0;
}

static const DbDriver driver = {
    .size = sizeof(DbDriver),
    .engine = DB_POSTGRESQL,
    .open = open_link,
    .close = close_link,
    .place = place,
    .set_waiting = set_waiting,
    .set_patience = set_patience,
    .interrupt = interrupt,
    .begin = begin,
    .in_transaction = in_transaction,
    .script = script,
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

const DbDriver *tresen_db_driver(void)
{
    return &driver;
}
