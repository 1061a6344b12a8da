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
    /* This changes as long as the link lives: see is_read_only. */
    *read_only = false;
    return link_open(where, mode, error);
}

static void close_link(gpointer link)
{
    link_close(link);
}

static char *place(gpointer data)
{
    const Link *link = data;

    return g_strdup(link->address->place);
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

static DbLine line(gpointer data)
{
    const Link *link = data;

    return link->line;
}

static bool is_read_only(gpointer data)
{
    const Link *link = data;

    return link->read_only;
}

static void set_line_told(gpointer data, DbLineTold told, gpointer told_data)
{
    Link *link = data;

    link->told = told;
    link->told_data = told_data;
}

static void interrupt(gpointer link)
{
    link_interrupt(link);
}

static bool begin(gpointer data, bool write, GError **error)
{
    Link *link = data;

    link->is_at_work = false;
    g_autoptr(GError) fault = NULL;
    bool was_down = !link_stands(link);
    bool done = write ? session_write(link, &fault) : session_read(link, &fault);
    /* The line went down while nobody asked anything: nothing is lost by asking again, unless
     * somebody said stop. */
    if (!done && !link_stands(link) && !was_down && !link->is_broken_off) {
        g_clear_error(&fault);
        done = write ? session_write(link, &fault) : session_read(link, &fault);
    }
    link->is_at_work = done;
    link_note(link);
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

    bool done = link_stand_up(link, error) && link_script(link, text, error);
    if (done) {
        in_transaction(link);
    }
    link_note(link);
    return done;
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
    if (done) {
        statement->connection = link->connections;
    } else {
        g_debug("%s", statement->sql);
        link_fault(error, link, result);
        link_note(link);
    }
    PQclear(result);
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
    link_fault(error, link, statement->result);
    link_note(link);
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
    .line = line,
    .is_read_only = is_read_only,
    .set_line_told = set_line_told,
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
