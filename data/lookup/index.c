/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping the search index: one row of lookup_doc a customer, and the engine's index over it. */
#include "data/lookup/index.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/customer/sheet.h"
#include "data/lookup/sortkey.h"
#include "data/lookup/words.h"

#include <inttypes.h>
#include <string.h>

enum { MOST_FINDINGS = 20, KEYS_AT_ONCE = 1000 };

static const char put_doc[] =
    "INSERT INTO lookup_doc (customer_id, words, visits, last_visit, sort_key) "
    "VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (customer_id) DO UPDATE SET words = excluded.words, visits = excluded.visits, "
    "last_visit = excluded.last_visit, sort_key = excluded.sort_key";
static const char get_key[] = "SELECT sort_key FROM lookup_doc WHERE customer_id = $1";
static const char without_key[] =
    "SELECT d.customer_id FROM lookup_doc d JOIN customer c ON c.id = d.customer_id "
    "WHERE d.sort_key = '' ORDER BY d.customer_id LIMIT $1";
static const char put_key[] = "UPDATE lookup_doc SET sort_key = $2 "
                              "WHERE customer_id = $1 AND sort_key = ''";
static const char get_words[] = "SELECT words FROM lookup_doc WHERE customer_id = $1";
static const char remove_doc[] = "DELETE FROM lookup_doc WHERE customer_id = $1";
static const char regulars[] =
    "SELECT customer_id, words, visits, last_visit FROM lookup_doc WHERE visits > 0 "
    "ORDER BY visits DESC, last_visit DESC NULLS LAST, customer_id LIMIT $1";
static const char one_customer[] =
    "SELECT customer_id, words, visits, last_visit FROM lookup_doc WHERE customer_id = $1";
static const char all_customers[] = "SELECT id FROM customer ORDER BY id";
static const char orphans[] =
    "SELECT COUNT(*) FROM lookup_doc d "
    "WHERE NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = d.customer_id)";
static const char all_docs[] = "SELECT customer_id FROM lookup_doc ORDER BY customer_id";

static const IndexEngine *engine_of(const Db *db)
{
    return db_engine(db) == DB_SQLITE ? &index_sqlite : &index_postgres;
}

/* A row of lookup_doc. */
typedef struct {
    char *words;
    gint64 visits;
    char *last_visit;
    char *key;
} Doc;

static void doc_free(Doc *doc)
{
    if (doc != NULL) {
        g_free(doc->words);
        g_free(doc->last_visit);
        g_free(doc->key);
        g_free(doc);
    }
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Doc, doc_free)

/* What should stand in the index for the customer; NULL with FAULT_MISSING when there is none. */
static Doc *doc_wanted(Db *db, gint64 customer_id, GError **error)
{
    g_autoptr(Sheet) sheet = sheet_load(db, customer_id, error);
    if (sheet == NULL) {
        return NULL;
    }
    Doc *doc = g_new0(Doc, 1);
    doc->words = words_of_sheet(sheet);
    doc->visits = sheet->customer->visits_before;
    doc->last_visit = g_strdup(sheet->customer->last_visit_before);
    doc->key = sortkey_of(sheet->customer);
    return doc;
}

static bool forget(Db *db, gint64 customer_id, GError **error)
{
    const IndexEngine *engine = engine_of(db);
    g_autofree char *old = NULL;
    if (engine->forget == NULL) {
        return true;
    }
    return db_get_text(db, get_words, DB_VALUES(db_int(customer_id)), &old, error) &&
           (old == NULL || engine->forget(db, customer_id, old, error));
}

static bool take_out(Db *db, gint64 customer_id, GError **error)
{
    return forget(db, customer_id, error) &&
           db_run(db, remove_doc, DB_VALUES(db_int(customer_id)), NULL, error);
}

bool index_refresh(Db *db, gint64 customer_id, GError **error)
{
    GError *fault = NULL;
    g_autoptr(Doc) doc = doc_wanted(db, customer_id, &fault);
    if (g_error_matches(fault, FAULT, FAULT_MISSING)) {
        g_error_free(fault);
        return take_out(db, customer_id, error);
    }
    if (doc == NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    const IndexEngine *engine = engine_of(db);
    return forget(db, customer_id, error) &&
           db_run(db, put_doc,
                  DB_VALUES(db_int(customer_id), db_text(doc->words), db_int(doc->visits),
                            db_text(doc->last_visit), db_text(doc->key)),
                  NULL, error) &&
           (engine->learn == NULL || engine->learn(db, customer_id, doc->words, error));
}

static void candidate_free(gpointer data)
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
        candidate->words = g_strdup(rows_text(rows, 1));
        candidate->visits = rows_int(rows, 2);
        candidate->last_visit = g_strdup(rows_text(rows, 3));
        g_ptr_array_add(list, candidate);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&list);
}

GPtrArray *index_candidates(Db *db, char *const *terms, guint limit, GError **error)
{
    if (terms[0] == NULL) {
        return g_ptr_array_new_with_free_func(candidate_free);
    }
    const IndexEngine *engine = engine_of(db);
    g_autofree char *query = engine->query(terms);
    g_autoptr(Rows) rows =
        db_query(db, engine->candidates, DB_VALUES(db_text(query), db_int(limit)), error);
    return read_candidates(rows, error);
}

GPtrArray *index_regulars(Db *db, guint limit, GError **error)
{
    g_autoptr(Rows) rows = db_query(db, regulars, DB_VALUES(db_int(limit)), error);
    return read_candidates(rows, error);
}

GPtrArray *index_customer(Db *db, gint64 customer_id, GError **error)
{
    g_autoptr(Rows) rows = db_query(db, one_customer, DB_VALUES(db_int(customer_id)), error);
    return read_candidates(rows, error);
}

bool index_count(Db *db, char *const *terms, gint64 *count, GError **error)
{
    const IndexEngine *engine = engine_of(db);
    g_autofree char *query = engine->query(terms);
    return db_get_int(db, engine->count, DB_VALUES(db_text(query)), count, NULL, error);
}

static bool compare_words(Db *db, gint64 customer_id, GPtrArray *findings, GError **error)
{
    GError *fault = NULL;
    g_autofree char *key = NULL;
    g_autoptr(Doc) wanted = doc_wanted(db, customer_id, &fault);
    if (g_error_matches(fault, FAULT, FAULT_MISSING)) {
        /* Somebody removed the customer while the others were compared. */
        g_error_free(fault);
        return true;
    }
    if (wanted == NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    g_autoptr(GPtrArray) found = index_customer(db, customer_id, error);
    if (found == NULL || !db_get_text(db, get_key, DB_VALUES(db_int(customer_id)), &key, error)) {
        return false;
    }
    const Candidate *doc = found->len > 0 ? g_ptr_array_index(found, 0) : NULL;
    if (doc == NULL || strcmp(doc->words, wanted->words) != 0 || doc->visits != wanted->visits ||
        g_strcmp0(doc->last_visit, wanted->last_visit) != 0 || g_strcmp0(key, wanted->key) != 0) {
        g_ptr_array_add(
            findings,
            g_strdup_printf(_("The search index is out of date for customer entry %" PRId64 "."),
                            customer_id));
    }
    return true;
}

/* Each customer is read in one state of the shop, and others can save in between. */
static bool check_customer(Db *db, gint64 customer_id, GPtrArray *findings, GError **error)
{
    if (!db_read_begin(db, error)) {
        return false;
    }
    bool ok = compare_words(db, customer_id, findings, error);
    db_read_end(db);
    return ok;
}

bool index_check(Db *db, GPtrArray *findings, GError **error)
{
    const IndexEngine *engine = engine_of(db);
    g_autoptr(GArray) ids = db_get_ids(db, all_customers, DB_NO_VALUES, error);
    if (ids == NULL) {
        return false;
    }
    guint before = findings->len;
    for (guint i = 0; i < ids->len && findings->len - before < MOST_FINDINGS; i++) {
        if (!check_customer(db, g_array_index(ids, gint64, i), findings, error)) {
            return false;
        }
    }
    gint64 lost = 0;
    if (!db_get_int(db, orphans, DB_NO_VALUES, &lost, NULL, error)) {
        return false;
    }
    if (lost > 0) {
        g_ptr_array_add(
            findings, g_strdup(_("The search index knows customers who are not there any more.")));
    }
    return engine->check == NULL || engine->check(db, findings, error);
}

static bool rebuild_in_transaction(Db *db, GError **error)
{
    const IndexEngine *engine = engine_of(db);
    g_autoptr(GArray) docs = db_get_ids(db, all_docs, DB_NO_VALUES, error);
    g_autoptr(GArray) customers =
        docs != NULL ? db_get_ids(db, all_customers, DB_NO_VALUES, error) : NULL;
    bool ok = customers != NULL && (engine->clear == NULL || engine->clear(db, error));
    for (guint i = 0; ok && i < docs->len; i++) {
        ok = db_run(db, remove_doc, DB_VALUES(db_int(g_array_index(docs, gint64, i))), NULL, error);
    }
    for (guint i = 0; ok && i < customers->len; i++) {
        ok = index_refresh(db, g_array_index(customers, gint64, i), error);
    }
    return ok;
}

bool index_rebuild(Db *db, GError **error)
{
    if (!db_begin(db, error)) {
        return false;
    }
    if (!rebuild_in_transaction(db, error)) {
        db_rollback(db);
        return false;
    }
    return db_commit(db, error);
}

/* Makes the key of a customer. On a server others go on saving: what they wrote or removed in the
 * meantime stands. */
static bool complete_one(Db *db, gint64 id, GError **error)
{
    GError *fault = NULL;
    Customer *customer = record_load(db, &customer_type, id, &fault);
    if (g_error_matches(fault, FAULT, FAULT_MISSING)) {
        g_error_free(fault);
        return true;
    }
    if (customer == NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    g_autofree char *key = sortkey_of(customer);
    record_free(customer);
    return db_run(db, put_key, DB_VALUES(db_int(id), db_text(key)), NULL, error);
}

static bool complete_all(Db *db, const GArray *ids, GError **error)
{
    for (guint i = 0; i < ids->len; i++) {
        if (!complete_one(db, g_array_index(ids, gint64, i), error)) {
            return false;
        }
    }
    return true;
}

/* The next stretch, as one transaction: another program may be at it, too. */
static bool complete_some(Db *db, guint *done, GError **error)
{
    if (!db_begin(db, error)) {
        return false;
    }
    g_autoptr(GArray) ids = db_get_ids(db, without_key, DB_VALUES(db_int(KEYS_AT_ONCE)), error);
    if (ids == NULL || !complete_all(db, ids, error)) {
        db_rollback(db);
        return false;
    }
    *done = ids->len;
    return db_commit(db, error);
}

bool index_complete(Db *db, GError **error)
{
    g_autoptr(GArray) first = db_get_ids(db, without_key, DB_VALUES(db_int(1)), error);
    if (first == NULL) {
        return false;
    }
    guint done = first->len;
    while (done > 0) {
        if (!complete_some(db, &done, error)) {
            return false;
        }
    }
    return true;
}
