/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a session with a PostgreSQL server begins with, and how old the data of a copy is. */
#include "data/base/i18n.h"
#include "data/db/postgres/dial.h"
#include "data/db/postgres/link.h"

#include <string.h>

/* The schema that has the shop, or the first one there is; the manual's words for a safe search
 * path: nothing of it is looked up in a schema that others may write to, and nobody's temporary
 * tables come first. Time limits where the role or the database have none: for our own long work
 * (a shop is brought up to date), for waiting for somebody else's, and for a counter that went away
 * in the middle. */
static const char begin_sql[] =
    "SELECT pg_catalog.set_config('search_path', pg_catalog.format('%I, pg_temp', coalesce("
    "(SELECT n.nspname FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n "
    "ON n.oid OPERATOR(pg_catalog.=) c.relnamespace "
    "WHERE c.oid OPERATOR(pg_catalog.=) pg_catalog.to_regclass('migration')), "
    "pg_catalog.current_schema(), 'public')), false);"
    "SELECT set_config(name, wanted, false) FROM (VALUES ('statement_timeout', '30min'), "
    "('lock_timeout', '5min'), ('idle_in_transaction_session_timeout', '2min'), "
    "('tcp_keepalives_idle', '30'), ('tcp_keepalives_interval', '10'), "
    "('tcp_keepalives_count', '3'), ('tcp_user_timeout', '60000')) AS limits (name, wanted) "
    "WHERE current_setting(name) = '0' OR starts_with(name, 'tcp_keep');"
    "SET standard_conforming_strings = on;";

static const char read_only_sql[] = "SET default_transaction_read_only = on;";

#define AGE                                                                                        \
    "SELECT pg_is_in_recovery(), "                                                                 \
    "to_char(pg_last_xact_replay_timestamp() AT TIME ZONE 'UTC', "                                 \
    "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"

static const char age_sql[] = AGE;
static const char read_sql[] = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
/* One writes at a time, as in a file, and sees all that was written before: what follows from rows,
 * the next number, a word's first or last customer are read and written back, and two who lock the
 * same rows in another order would wait for each other. The lock is the schema's, and given in the
 * order in which it was asked for, however long that takes; READ COMMITTED, so that what is read
 * afterwards is new. */
static const char write_sql[] = "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = 0; "
                                "SELECT pg_catalog.pg_advisory_xact_lock(1414677844, "
                                "pg_catalog.hashtext(pg_catalog.current_schema())); "
                                "SET LOCAL lock_timeout TO DEFAULT";
static const char read_with_age_sql[] = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;" AGE;

static bool speaks_utf8(const Link *link, GError **error)
{
    const char *encoding = PQparameterStatus(link->connection, "server_encoding");

    if (g_strcmp0(encoding, "UTF8") == 0) {
        return true;
    }
    g_set_error(error, FAULT, FAULT_FOREIGN,
                _("The database %s does not store text as UTF-8, so names would be lost in it. "
                  "Make a database with the encoding UTF8."),
                link->address->words);
    return false;
}

static void set_line(Link *link, const DbLine *line)
{
    bool is_new = line->kind != link->line.kind || strcmp(line->as_of, link->line.as_of) != 0;
    link->line = *line;
    if (is_new && link->told != NULL) {
        link->told(&link->line, link->told_data);
    }
}

/* Takes from RESULT, what AGE gave, how old the data is, and whether it is a copy's. */
static void take_age(Link *link, const PGresult *result)
{
    DbLine line = {.kind = DB_LINE_UP};
    if (*PQgetvalue(result, 0, 0) == 't') {
        line.kind = DB_LINE_STANDBY;
        g_strlcpy(line.as_of, PQgetvalue(result, 0, 1), sizeof line.as_of);
    }
    link->read_only = link->mode == DB_READ_ONLY || line.kind == DB_LINE_STANDBY ||
                      dial_met_read_only(link->connection);
    set_line(link, &line);
}

bool session_ask_age(Link *link, GError **error)
{
    PQsendQuery(link->connection, age_sql);
    PGresult *result = link_answer(link);
    bool is_done = PQresultStatus(result) == PGRES_TUPLES_OK;
    if (is_done) {
        take_age(link, result);
    } else {
        link_fault(error, link, result);
    }
    PQclear(result);
    return is_done;
}

/* Begins a transaction with SQL, whose last answer may be HAS_AGE. */
static bool begin(Link *link, const char *sql, bool has_age, GError **error)
{
    PQsendQuery(link->connection, sql);
    PGresult *result = link_answer(link);
    bool is_done = link_is_done(result);
    if (!is_done) {
        link_fault(error, link, result);
    } else if (has_age) {
        take_age(link, result);
    }
    PQclear(result);
    /* It was broken off in a transaction that had begun, as in the wait for its turn. */
    if (!is_done && PQtransactionStatus(link->connection) == PQTRANS_INERROR) {
        link_script(link, "ROLLBACK", NULL);
    }
    return is_done;
}

bool session_read(Link *link, GError **error)
{
    if (!link_stand_up(link, error)) {
        return false;
    }
    bool is_copy = link->line.kind == DB_LINE_STANDBY;
    return begin(link, is_copy ? read_with_age_sql : read_sql, is_copy, error);
}

bool session_write(Link *link, GError **error)
{
    return link_can_write(link, error) && begin(link, write_sql, false, error);
}

bool session_begin(Link *link, GError **error)
{
    g_autofree char *sql =
        g_strconcat(begin_sql, link->mode == DB_READ_ONLY ? read_only_sql : "", NULL);
    /* Nobody waits for a line that takes nothing more: see answer.c. */
    PQsetnonblocking(link->connection, 1);
    return speaks_utf8(link, error) && link_script(link, sql, error) &&
           session_ask_age(link, error);
}

void link_note(Link *link)
{
    const DbLine down = {.kind = DB_LINE_DOWN};
    if (!link_stands(link)) {
        set_line(link, &down);
    }
}
