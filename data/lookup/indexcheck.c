/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing the search index and the dictionary with the customers. */
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/lookup/dictionary.h"
#include "data/lookup/index.h"
#include "data/lookup/indexdoc.h"
#include "data/lookup/words.h"

#include <inttypes.h>

enum { MOST_FINDINGS = 20, CUSTOMERS_A_REPORT = 100 };

static const char all_customers[] = "SELECT id FROM customer ORDER BY id";
static const char orphans[] =
    "SELECT COUNT(*) FROM lookup_doc d "
    "WHERE NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = d.customer_id)";
static const char is_stale[] = "SELECT customer_id FROM lookup_stale WHERE customer_id = $1";
static const char all_words[] = "SELECT words FROM lookup_doc";

typedef struct {
    Db *db;
    GHashTable *tokens; /* of the dictionary, as the customers have them */
    GPtrArray *findings;
} Check;

static void add_tokens(Check *check, const char *words)
{
    g_auto(GStrv) learned = words_to_learn(words);
    for (guint i = 0; learned[i] != NULL; i++) {
        if (!g_hash_table_contains(check->tokens, learned[i])) {
            g_hash_table_add(check->tokens, g_strdup(learned[i]));
        }
    }
}

/* Whether the customer only stands where index_recount left them. */
static bool is_left(Db *db, gint64 customer_id, const IndexDoc *wanted, const IndexDoc *stored,
                    bool *left, GError **error)
{
    *left = false;
    if (wanted == NULL || stored == NULL) {
        return true;
    }
    gint64 id = 0;
    IndexDoc moved = *stored;
    moved.place = wanted->place;
    return !index_doc_equal(wanted, &moved) ||
           db_get_int(db, is_stale, DB_VALUES(db_int(customer_id)), &id, left, error);
}

static bool compare(Check *check, gint64 customer_id, GError **error)
{
    g_autoptr(IndexDoc) wanted = NULL;
    g_autoptr(IndexDoc) stored = NULL;
    if (!index_doc_wanted(check->db, customer_id, &wanted, error) ||
        !index_doc_stored(check->db, customer_id, &stored, error)) {
        return false;
    }
    bool right = index_doc_equal(wanted, stored);
    if (!right && !is_left(check->db, customer_id, wanted, stored, &right, error)) {
        return false;
    }
    if (!right) {
        g_ptr_array_add(
            check->findings,
            g_strdup_printf(_("The search index is out of date for customer entry %" PRId64 "."),
                            customer_id));
    }
    add_tokens(check, wanted != NULL ? wanted->words : "");
    return true;
}

/* Each customer is read in one state of the shop, and others can save in between. */
static bool check_customer(Check *check, gint64 customer_id, GError **error)
{
    if (!db_read_begin(check->db, error)) {
        return false;
    }
    bool ok = compare(check, customer_id, error);
    db_read_end(check->db);
    return ok;
}

static bool check_customers(Check *check, IndexProgress progress, gpointer data, GError **error)
{
    g_autoptr(GArray) ids = db_get_ids(check->db, all_customers, DB_NO_VALUES, error);
    if (ids == NULL) {
        return false;
    }
    guint before = check->findings->len;
    for (guint i = 0; i < ids->len && check->findings->len - before < MOST_FINDINGS; i++) {
        if (progress != NULL && i % CUSTOMERS_A_REPORT == 0 && !progress(i, ids->len, data)) {
            g_set_error(error, FAULT, FAULT_CANCELLED, _("The check was broken off."));
            return false;
        }
        if (!check_customer(check, g_array_index(ids, gint64, i), error)) {
            return false;
        }
    }
    return true;
}

static bool check_orphans(Check *check, GError **error)
{
    gint64 lost = 0;
    if (!db_get_int(check->db, orphans, DB_NO_VALUES, &lost, NULL, error)) {
        return false;
    }
    if (lost > 0) {
        g_ptr_array_add(
            check->findings,
            g_strdup(_("The search index knows customers who are not there any more.")));
    }
    return true;
}

/* Compares the dictionary with the index, both in one state of the shop. */
static bool check_at_once(Check *check, bool *right, GError **error)
{
    GError *fault = NULL;
    g_hash_table_remove_all(check->tokens);
    g_autoptr(Rows) rows = db_query(check->db, all_words, DB_NO_VALUES, error);
    while (rows != NULL && rows_next(rows, &fault)) {
        add_tokens(check, rows_text(rows, 0));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    bool is_read = rows != NULL;
    g_clear_pointer(&rows, rows_free);
    return is_read && dictionary_check(check->db, check->tokens, right, error);
}

/* What somebody has saved since the first customers were read is no fault; only then it is worth
 * keeping others from saving while all words are read once more. */
static bool is_dictionary_right(Check *check, bool *right, GError **error)
{
    if (!dictionary_check(check->db, check->tokens, right, error)) {
        return false;
    }
    if (*right) {
        return true;
    }
    if (!db_read_begin(check->db, error)) {
        return false;
    }
    bool ok = check_at_once(check, right, error);
    db_read_end(check->db);
    return ok;
}

static bool check_dictionary(Check *check, GError **error)
{
    bool right = false;
    if (!is_dictionary_right(check, &right, error)) {
        return false;
    }
    if (!right) {
        g_ptr_array_add(check->findings,
                        g_strdup(_("The dictionary of the search does not fit the customers.")));
    }
    return true;
}

bool index_check(Db *db, IndexProgress progress, gpointer data, GPtrArray *findings, GError **error)
{
    const IndexEngine *engine = index_engine(db);
    g_autoptr(GHashTable) tokens = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Check check = {.db = db, .tokens = tokens, .findings = findings};
    guint before = findings->len;
    if (!check_customers(&check, progress, data, error) || !check_orphans(&check, error)) {
        return false;
    }
    /* What is out of date has other words, too: one sentence more would say nothing more. */
    if (findings->len == before && !check_dictionary(&check, error)) {
        return false;
    }
    return engine->check == NULL || engine->check(db, findings, error);
}
