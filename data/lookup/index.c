/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping and asking the search index: one row of lookup_doc a customer, the engine's index over
 * it, and the dictionary of the distinct words. */
#include "data/lookup/index.h"

#include "data/lookup/dictionary.h"
#include "data/lookup/indexdoc.h"
#include "data/lookup/words.h"

/* Whether a word is still learned from somebody is looked at where so few have it: others may have
 * it as a number only. */
enum { FEW = 8 };

static const char put_doc[] =
    "INSERT INTO lookup_doc (customer_id, place, words, visits, last_visit, sort_key, branch_id) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) "
    "ON CONFLICT (customer_id) DO UPDATE SET place = excluded.place, words = excluded.words, "
    "visits = excluded.visits, last_visit = excluded.last_visit, sort_key = excluded.sort_key, "
    "branch_id = excluded.branch_id";
static const char remove_doc[] = "DELETE FROM lookup_doc WHERE customer_id = $1";
static const char recount[] =
    "UPDATE lookup_doc SET visits = (SELECT c.visits_before + coalesce(s.visits, 0) FROM customer "
    "c "
    "LEFT JOIN visit_sum s ON s.customer_id = c.id WHERE c.id = $1), last_visit = "
    "(SELECT CASE WHEN s.last_day IS NULL OR s.last_day < c.last_visit_before "
    "THEN c.last_visit_before ELSE s.last_day END FROM customer c "
    "LEFT JOIN visit_sum s ON s.customer_id = c.id WHERE c.id = $1), branch_id = "
    "(SELECT s.branch_id FROM visit_sum s WHERE s.customer_id = $1) WHERE customer_id = $1";
static const char note_stale[] = "INSERT INTO lookup_stale (customer_id) VALUES ($1) ON CONFLICT "
                                 "(customer_id) DO NOTHING";
static const char one_customer[] =
    "SELECT customer_id, place, words, visits, last_visit FROM lookup_doc WHERE customer_id = $1";

const IndexEngine *index_engine(const Db *db)
{
    return db_engine(db) == DB_SQLITE ? &index_sqlite : &index_postgres;
}

IndexWord *index_word_new(char **tokens, bool begins)
{
    IndexWord *word = g_new(IndexWord, 1);
    *word = (IndexWord){.tokens = tokens, .begins = begins};
    return word;
}

IndexWord *index_word_of(const char *token, bool begins)
{
    char **tokens = g_new0(char *, 2);
    tokens[0] = g_strdup(token);
    return index_word_new(tokens, begins);
}

void index_word_free(gpointer data)
{
    IndexWord *word = data;
    g_strfreev(word->tokens);
    g_free(word);
}

/* Whether one of CANDIDATES has the word TOKEN where it is learned from: not only in a number. */
static bool is_learned_from(const GPtrArray *candidates, const char *token)
{
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *candidate = g_ptr_array_index(candidates, i);
        g_auto(GStrv) learned = words_to_learn(candidate->words);
        if (g_strv_contains((const char *const *)learned, token)) {
            return true;
        }
    }
    return false;
}

/* Whether the word TOKEN is learned from any customer. */
static bool is_used(Db *db, const char *token, bool *used, GError **error)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(index_word_free);
    g_autoptr(GPtrArray) clauses = g_ptr_array_new();
    gint64 count = 0;
    g_ptr_array_add(words, index_word_of(token, false));
    g_ptr_array_add(clauses, words);
    bool ok = index_count(db, clauses, FEW + 1, &count, error);
    *used = count > FEW;
    if (!ok || count == 0 || *used) {
        return ok;
    }
    g_autoptr(GPtrArray) candidates = index_few(db, clauses, FEW, error);
    *used = candidates != NULL && is_learned_from(candidates, token);
    return candidates != NULL;
}

/* Takes those of TOKENS out of the dictionary that are not among KEPT and that nobody has. */
static bool forget_unused(Db *db, char **tokens, const char *const *kept, GError **error)
{
    g_autoptr(GPtrArray) unused = g_ptr_array_new();
    for (guint i = 0; tokens[i] != NULL; i++) {
        bool used = g_strv_contains(kept, tokens[i]);
        if (!used && !is_used(db, tokens[i], &used, error)) {
            return false;
        }
        if (!used) {
            g_ptr_array_add(unused, tokens[i]);
        }
    }
    g_ptr_array_add(unused, NULL);
    return unused->len == 1 || dictionary_forget(db, (const char *const *)unused->pdata, error);
}

/* Learns what WANTED (may be NULL) has beyond STORED (may be NULL), forgets what is not used any
 * more. */
static bool keep_dictionary(Db *db, const IndexDoc *stored, const IndexDoc *wanted, GError **error)
{
    g_auto(GStrv) before = words_to_learn(stored != NULL ? stored->words : "");
    g_auto(GStrv) now = words_to_learn(wanted != NULL ? wanted->words : "");
    const char *const *known = (const char *const *)before;
    g_autoptr(GPtrArray) fresh = g_ptr_array_new();
    for (guint i = 0; now[i] != NULL; i++) {
        if (!g_strv_contains(known, now[i])) {
            g_ptr_array_add(fresh, now[i]);
        }
    }
    g_ptr_array_add(fresh, NULL);
    return (fresh->len == 1 || dictionary_learn(db, (const char *const *)fresh->pdata, error)) &&
           forget_unused(db, before, (const char *const *)now, error);
}

static bool put(Db *db, gint64 customer_id, const IndexDoc *doc, GError **error)
{
    const IndexEngine *engine = index_engine(db);
    return db_run(db, put_doc,
                  DB_VALUES(db_int(customer_id), db_int(doc->place), db_text(doc->words),
                            db_int(doc->visits), db_text(doc->last_visit), db_text(doc->key),
                            db_int_or_null(doc->branch_id)),
                  NULL, error) &&
           (engine->learn == NULL || engine->learn(db, doc->place, doc->words, error));
}

bool index_refresh(Db *db, gint64 customer_id, GError **error)
{
    const IndexEngine *engine = index_engine(db);
    g_autoptr(IndexDoc) wanted = NULL;
    g_autoptr(IndexDoc) stored = NULL;
    if (!index_doc_wanted(db, customer_id, &wanted, error) ||
        !index_doc_stored(db, customer_id, &stored, error)) {
        return false;
    }
    if (index_doc_equal(wanted, stored)) {
        return true;
    }
    if (stored != NULL && engine->forget != NULL &&
        !engine->forget(db, stored->place, stored->words, error)) {
        return false;
    }
    bool ok = wanted != NULL ? put(db, customer_id, wanted, error)
                             : db_run(db, remove_doc, DB_VALUES(db_int(customer_id)), NULL, error);
    return ok && keep_dictionary(db, stored, wanted, error);
}

bool index_recount(Db *db, gint64 customer_id, GError **error)
{
    return db_run(db, recount, DB_VALUES(db_int(customer_id)), NULL, error) &&
           db_run(db, note_stale, DB_VALUES(db_int(customer_id)), NULL, error);
}

void candidate_free(gpointer data)
{
    Candidate *candidate = data;
    g_free(candidate->words);
    g_free(candidate->last_visit);
    g_free(candidate);
}

static GPtrArray *read_candidates(Rows *rows, GError **error)
{
    if (rows == NULL) {
        return NULL;
    }
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(candidate_free);
    GError *fault = NULL;
    while (rows_next(rows, &fault)) {
        Candidate *candidate = g_new0(Candidate, 1);
        candidate->customer_id = rows_int(rows, 0);
        candidate->place = rows_int(rows, 1);
        candidate->words = g_strdup(rows_text(rows, 2));
        candidate->visits = rows_int(rows, 3);
        candidate->last_visit = g_strdup(rows_text(rows, 4));
        g_ptr_array_add(list, candidate);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&list);
}

/* Whether anybody can fit: each clause has something to look for. */
static bool can_fit(const GPtrArray *clauses)
{
    for (guint i = 0; i < clauses->len; i++) {
        if (((const GPtrArray *)g_ptr_array_index(clauses, i))->len == 0) {
            return false;
        }
    }
    return clauses->len > 0;
}

/* Asks for CLAUSES by the engine's SQL. */
static GPtrArray *ask(Db *db, const char *sql, const GPtrArray *clauses, guint limit,
                      GError **error)
{
    if (!can_fit(clauses)) {
        return g_ptr_array_new_with_free_func(candidate_free);
    }
    g_autofree char *query = index_engine(db)->query(clauses);
    g_autoptr(Rows) rows = db_query(db, sql, DB_VALUES(db_text(query), db_int(limit)), error);
    return read_candidates(rows, error);
}

GPtrArray *index_candidates(Db *db, const GPtrArray *clauses, guint limit, GError **error)
{
    return ask(db, index_engine(db)->candidates, clauses, limit, error);
}

GPtrArray *index_few(Db *db, const GPtrArray *clauses, guint limit, GError **error)
{
    const IndexEngine *engine = index_engine(db);
    return ask(db, engine->few != NULL ? engine->few : engine->candidates, clauses, limit, error);
}

GPtrArray *index_customer(Db *db, gint64 customer_id, GError **error)
{
    g_autoptr(Rows) rows = db_query(db, one_customer, DB_VALUES(db_int(customer_id)), error);
    return read_candidates(rows, error);
}

bool index_count(Db *db, const GPtrArray *clauses, guint most, gint64 *count, GError **error)
{
    *count = 0;
    if (!can_fit(clauses)) {
        return true;
    }
    const IndexEngine *engine = index_engine(db);
    g_autofree char *query = engine->query(clauses);
    return db_get_int(db, engine->count, DB_VALUES(db_text(query), db_int(most)), count, NULL,
                      error);
}
