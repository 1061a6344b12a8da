/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks each engine what it can tell about the health of its data. */
#include "data/db/check.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"

#include <string.h>

/* SQLite answers with a row "ok", or with one row a fault. */
static const char SQLITE_INTEGRITY[] = "PRAGMA integrity_check(20)";
static const char SQLITE_QUICK[] = "PRAGMA quick_check(20)";
static const char SQLITE_REFERENCES[] =
    "SELECT \"table\", \"parent\", count(*) FROM pragma_foreign_key_check GROUP BY 1, 2";

/* A server checks constraints as it writes; what remains are those that were switched off or never
 * finished. */
static const char SERVER_CONSTRAINTS[] =
    "SELECT c.conrelid::regclass::text, c.conname::text FROM pg_constraint AS c "
    "JOIN pg_class AS t ON t.oid = c.conrelid JOIN pg_namespace AS n ON n.oid = t.relnamespace "
    "WHERE NOT c.convalidated AND n.nspname = current_schema() ORDER BY 1, 2";
static const char SERVER_INDEXES[] =
    "SELECT i.indrelid::regclass::text, i.indexrelid::regclass::text FROM pg_index AS i "
    "JOIN pg_class AS t ON t.oid = i.indrelid JOIN pg_namespace AS n ON n.oid = t.relnamespace "
    "WHERE NOT (i.indisvalid AND i.indisready AND i.indislive) AND n.nspname = current_schema() "
    "ORDER BY 1, 2";
static const char SERVER_TRIGGERS[] =
    "SELECT g.tgrelid::regclass::text, g.tgname::text FROM pg_trigger AS g "
    "JOIN pg_class AS t ON t.oid = g.tgrelid JOIN pg_namespace AS n ON n.oid = t.relnamespace "
    "WHERE g.tgisinternal AND g.tgenabled <> 'O' AND n.nspname = current_schema() ORDER BY 1, 2";

/* One question, and the sentence for each row that answers it; the sentence takes the first two
 * columns. */
typedef struct {
    const char *sql;
    char *(*sentence)(const Rows *row);
} Question;

static char *integrity(const Rows *row)
{
    const char *answer = rows_text(row, 0);

    if (strcmp(answer, "ok") == 0) {
        return NULL;
    }
    return g_strdup_printf(_("The shop's file is damaged (%s). Bring back a backup."), answer);
}

static char *reference(const Rows *row)
{
    gint64 count = rows_int(row, 2);

    return g_strdup_printf(
        ngettext("%d entry in “%s” belongs to an entry in “%s” that is not there.",
                 "%d entries in “%s” belong to entries in “%s” that are not there.", (gulong)count),
        (int)count, rows_text(row, 0), rows_text(row, 1));
}

static char *constraint(const Rows *row)
{
    return g_strdup_printf(_("The rule “%s” of “%s” was never applied to all entries. Ask the "
                             "person who looks after the server."),
                           rows_text(row, 1), rows_text(row, 0));
}

static char *broken_index(const Rows *row)
{
    return g_strdup_printf(_("The index “%s” of “%s” is unusable. Ask the person who looks after "
                             "the server to rebuild it."),
                           rows_text(row, 1), rows_text(row, 0));
}

static char *trigger(const Rows *row)
{
    return g_strdup_printf(_("The references of “%s” are not being watched. Ask the person who "
                             "looks after the server."),
                           rows_text(row, 0));
}

static bool ask(Db *db, const Question *question, GPtrArray *findings, GError **error)
{
    g_autoptr(GError) fault = NULL;
    g_autoptr(Rows) rows = db_query(db, question->sql, DB_NO_VALUES, &fault);

    while (rows != NULL && rows_next(rows, &fault)) {
        char *finding = question->sentence(rows);
        if (finding != NULL) {
            g_ptr_array_add(findings, finding);
        }
    }
    if (fault == NULL) {
        return true;
    }
    /* A file too damaged to be asked is a finding, not a failure to ask. */
    if (g_error_matches(fault, FAULT, FAULT_DAMAGED)) {
        g_ptr_array_add(findings, g_strdup(fault->message));
        return true;
    }
    g_propagate_error(error, g_steal_pointer(&fault));
    return false;
}

static bool ask_all(Db *db, const Question *questions, GPtrArray *findings, GError **error)
{
    static const Question server[] = {{SERVER_CONSTRAINTS, constraint},
                                      {SERVER_INDEXES, broken_index},
                                      {SERVER_TRIGGERS, trigger},
                                      {NULL, NULL}};

    for (const Question *question = db_engine(db) == DB_SQLITE ? questions : server;
         question->sql != NULL; question++) {
        if (!ask(db, question, findings, error)) {
            return false;
        }
    }
    return true;
}

bool check_database(Db *db, GPtrArray *findings, GError **error)
{
    static const Question questions[] = {
        {SQLITE_INTEGRITY, integrity}, {SQLITE_REFERENCES, reference}, {NULL, NULL}};
    return ask_all(db, questions, findings, error);
}

bool check_database_quick(Db *db, GPtrArray *findings, GError **error)
{
    static const Question questions[] = {
        {SQLITE_QUICK, integrity}, {SQLITE_REFERENCES, reference}, {NULL, NULL}};
    return ask_all(db, questions, findings, error);
}
