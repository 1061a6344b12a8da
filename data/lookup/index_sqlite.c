/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite's side of the search index: FTS5 over lookup_doc. */
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/lookup/index.h"

/* Each change is a segment of its own, and every word is looked for in every segment. So much is
 * merged with each change: there are as many segments as the number of changes has binary digits,
 * and nobody waits for a large one. */
enum { PAGES_MERGED = 32 };

static const char candidates_sql[] =
    "SELECT d.customer_id, d.place, d.words, d.visits, d.last_visit "
    "FROM lookup_words w JOIN lookup_doc d ON d.place = w.rowid "
    "WHERE w.lookup_words MATCH $1 ORDER BY w.rowid LIMIT $2";
static const char count_sql[] =
    "SELECT COUNT(*) FROM (SELECT rowid FROM lookup_words WHERE lookup_words MATCH $1 LIMIT $2)";
static const char forget_sql[] =
    "INSERT INTO lookup_words (lookup_words, rowid, words) VALUES ('delete', $1, $2)";
static const char learn_sql[] = "INSERT INTO lookup_words (rowid, words) VALUES ($1, $2)";
static const char clear_sql[] = "INSERT INTO lookup_words (lookup_words) VALUES ('delete-all')";
static const char tend_sql[] = "INSERT INTO lookup_words (lookup_words, rank) VALUES ('merge', $1)";
static const char settle_sql[] = "INSERT INTO lookup_words (lookup_words) VALUES ('optimize')";
static const char check_sql[] =
    "INSERT INTO lookup_words (lookup_words, rank) VALUES ('integrity-check', 1)";

/* Tokens hold no quote, so quoting them is enough to keep the query language out. */
static void add_word(GString *text, const IndexWord *word)
{
    for (guint i = 0; word->tokens[i] != NULL; i++) {
        g_string_append_printf(text, "%s\"%s\"", i > 0 ? " AND " : "(", word->tokens[i]);
    }
    g_string_append(text, word->begins ? " *)" : ")");
}

static char *query(const GPtrArray *clauses)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < clauses->len; i++) {
        const GPtrArray *words = g_ptr_array_index(clauses, i);
        g_string_append(text, i > 0 ? " AND (" : "(");
        for (guint word = 0; word < words->len; word++) {
            g_string_append(text, word > 0 ? " OR " : "");
            add_word(text, g_ptr_array_index(words, word));
        }
        g_string_append_c(text, ')');
    }
    return g_string_free(text, FALSE);
}

static bool forget(Db *db, gint64 place, const char *old_words, GError **error)
{
    return db_run(db, forget_sql, DB_VALUES(db_int(place), db_text(old_words)), NULL, error);
}

static bool learn(Db *db, gint64 place, const char *new_words, GError **error)
{
    return db_run(db, learn_sql, DB_VALUES(db_int(place), db_text(new_words)), NULL, error);
}

static bool clear(Db *db, GError **error)
{
    return db_run(db, clear_sql, DB_NO_VALUES, NULL, error);
}

/* A damaged index is what a check finds and makes anew: the change itself goes on. */
static bool tend(Db *db, GError **error)
{
    GError *fault = NULL;
    if (!db_begin(db, error)) {
        return false;
    }
    if (db_run(db, tend_sql, DB_VALUES(db_int(PAGES_MERGED)), NULL, &fault)) {
        return db_commit(db, error);
    }
    db_rollback(db);
    bool is_damaged = g_error_matches(fault, FAULT, FAULT_DAMAGED);
    if (is_damaged) {
        g_clear_error(&fault);
    } else {
        g_propagate_error(error, fault);
    }
    return is_damaged;
}

static bool settle(Db *db, GError **error)
{
    return db_run(db, settle_sql, DB_NO_VALUES, NULL, error);
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
    .tend = tend,
    .settle = settle,
    .check = check,
};
