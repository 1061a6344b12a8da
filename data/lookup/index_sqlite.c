/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite's side of the search index: FTS5 over lookup_doc. */
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/lookup/index.h"

static const char candidates_sql[] =
    "SELECT lookup_doc.customer_id, lookup_doc.words, lookup_doc.visits, lookup_doc.last_visit "
    "FROM lookup_words JOIN lookup_doc ON lookup_doc.customer_id = lookup_words.rowid "
    "WHERE lookup_words MATCH $1 ORDER BY lookup_words.rowid LIMIT $2";
static const char count_sql[] = "SELECT COUNT(*) FROM lookup_words WHERE lookup_words MATCH $1";
static const char forget_sql[] =
    "INSERT INTO lookup_words (lookup_words, rowid, words) VALUES ('delete', $1, $2)";
static const char learn_sql[] = "INSERT INTO lookup_words (rowid, words) VALUES ($1, $2)";
static const char clear_sql[] = "INSERT INTO lookup_words (lookup_words) VALUES ('delete-all')";
static const char check_sql[] =
    "INSERT INTO lookup_words (lookup_words, rank) VALUES ('integrity-check', 1)";

/* Folded words hold no quote, so quoting them is enough to keep the query language out. */
static char *query(char *const *terms)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; terms[i] != NULL; i++) {
        g_string_append_printf(text, "%s\"%s\" *", i > 0 ? " AND " : "", terms[i]);
    }
    return g_string_free(text, FALSE);
}

static bool forget(Db *db, gint64 customer_id, const char *old_words, GError **error)
{
    return db_run(db, forget_sql, DB_VALUES(db_int(customer_id), db_text(old_words)), NULL, error);
}

static bool learn(Db *db, gint64 customer_id, const char *new_words, GError **error)
{
    return db_run(db, learn_sql, DB_VALUES(db_int(customer_id), db_text(new_words)), NULL, error);
}

static bool clear(Db *db, GError **error)
{
    return db_run(db, clear_sql, DB_NO_VALUES, NULL, error);
}

static bool check(Db *db, GPtrArray *findings, GError **error)
{
    GError *fault = NULL;
    /* FTS5 takes the question as something to be written. */
    if (db_is_read_only(db) || db_run(db, check_sql, DB_NO_VALUES, NULL, &fault)) {
        return true;
    }
    if (g_error_matches(fault, FAULT, FAULT_DAMAGED)) {
        g_ptr_array_add(findings, g_strdup(_("The search index does not fit the customers.")));
        g_error_free(fault);
        return true;
    }
    g_propagate_error(error, fault);
    return false;
}

const IndexEngine index_sqlite = {
    .candidates = candidates_sql,
    .count = count_sql,
    .query = query,
    .forget = forget,
    .learn = learn,
    .clear = clear,
    .check = check,
};
