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
    char *sql;
    char *name;
    guint connection; /* the one it was prepared on; see Link.connections */
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

static void set_waiting(gpointer data, DbWaiting waiting, gpointer waiting_data)
{
    Link *link = data;

    link->waiting = waiting;
    link->waiting_data = waiting_data;
}

static void set_patience(gpointer link, guint seconds)
{
    (void)link;
    (void)seconds;
}

static void interrupt(gpointer data)
{
    Link *link = data;
    char reason[256];

    g_mutex_lock(&link->lock);
    if (link->cancel != NULL && PQcancel(link->cancel, reason, sizeof(reason)) == 0) {
        g_debug("postgresql: %s", reason);
    }
    g_mutex_unlock(&link->lock);
}

/* READ COMMITTED is enough for writing: rows are changed by id and version, and what must be unique
 * has a constraint. */
static bool begin(gpointer data, bool write, GError **error)
{
    Link *link = data;
    const char *text = write ? "BEGIN ISOLATION LEVEL READ COMMITTED"
                             : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    link->is_at_work = false;
    if (!link_stand_up(link, error)) {
        return false;
    }
    g_autoptr(GError) fault = NULL;
    bool done = link_script(link, text, &fault);
    /* The line went down while nobody asked anything: nothing is lost by asking again. */
    if (!done && !link_stands(link)) {
        g_clear_error(&fault);
        done = link_stand_up(link, &fault) && link_script(link, text, &fault);
    }
    link->is_at_work = done;
    if (fault != NULL) {
        g_propagate_error(error, g_steal_pointer(&fault));
    }
    return done;
}

static bool in_transaction(gpointer data)
{
    Link *link = data;
    PGTransactionStatusType status = PQtransactionStatus(link->connection);

    /* The server takes back what was at work on a line that went down. */
    link->is_at_work = status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
    return link->is_at_work;
}

static bool script(gpointer data, const char *text, GError **error)
{
    Link *link = data;

    if (!link_stand_up(link, error) || !link_script(link, text, error)) {
        return false;
    }
    in_transaction(link);
    return true;
}

/* Takes finished statements off the server; not inside a failed transaction, which takes no
 * commands. */
static void bury(Link *link)
{
    if (link->doomed->len == 0 || PQtransactionStatus(link->connection) == PQTRANS_INERROR) {
        return;
    }
    PQsendQuery(link->connection, link->doomed->str);
    PQclear(link_answer(link));
    g_string_truncate(link->doomed, 0);
}

/* Makes STATEMENT known to the server, under its name. */
static bool make_known(Statement *statement, GError **error)
{
    Link *link = statement->link;
    if (!link_stand_up(link, error)) {
        return false;
    }

    bury(link);
    PQsendPrepare(link->connection, statement->name, statement->sql, 0, NULL);
    PGresult *result = link_answer(link);
    bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    if (!done) {
        g_debug("%s", statement->sql);
        link_fault(error, link, result);
    }
    PQclear(result);
    statement->connection = link->connections;
    return done;
}

static void statement_free(Statement *statement)
{
    g_free(statement->sql);
    g_free(statement->name);
    g_free(statement);
}

static gpointer prepare(gpointer data, const char *sql, GError **error)
{
    Link *link = data;
    Statement *statement = g_new0(Statement, 1);

    statement->link = link;
    statement->sql = g_strdup(sql);
    statement->name = g_strdup_printf("tresen%" G_GUINT64_FORMAT, ++link->statements);
    if (make_known(statement, error)) {
        return statement;
    }
    statement_free(statement);
    return NULL;
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
    if (statement->connection == statement->link->connections) {
        g_string_append_printf(statement->link->doomed, "DEALLOCATE %s;", statement->name);
    }
    statement_free(statement);
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
    Link *link = statement->link;
    if (!link_stand_up(link, error) ||
        (statement->connection != link->connections && !make_known(statement, error))) {
        return false;
    }
    g_autofree const char **texts = g_new0(const char *, count + 1);
    g_autofree char(*numbers)[NUMBER_SIZE] = g_malloc((count + 1) * sizeof(*numbers));

    for (guint i = 0; i < count; i++) {
        texts[i] = as_text(&values[i], numbers[i]);
    }
    reset(statement);
    statement->row = -1;
    PQsendQueryPrepared(link->connection, statement->name, (int)count, texts, NULL, NULL, 0);
    statement->result = link_answer(link);
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
    .listener_new = listener_new,
    .listener_free = listener_free,
    .listener_connect = listener_connect,
    .listener_wait = listener_wait,
};

const DbDriver *tresen_db_driver(void)
{
    return &driver;
}
