/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the search index anew, and completing it after an upgrade. */
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/customer/customer.h"
#include "data/lookup/dictionary.h"
#include "data/lookup/index.h"

enum { CUSTOMERS_AT_ONCE = 1000, CUSTOMERS_A_REPORT = 100, MANY_CUSTOMERS = 1000 };

static const char clear_docs[] = "DELETE FROM lookup_doc";
static const char all_customers[] = "SELECT id FROM customer ORDER BY id";
static const char missing[] =
    "SELECT c.id FROM customer c WHERE NOT EXISTS "
    "(SELECT 1 FROM lookup_doc d WHERE d.customer_id = c.id) AND NOT " CUSTOMER_IS_ERASED(
        "c") " ORDER BY c.id";
static const char some_stale[] = "SELECT customer_id FROM lookup_stale LIMIT 10";
static const char count_marks[] = "SELECT COUNT(*) FROM setting WHERE name = 'lookup.begun'";
static const char remove_stale[] = "DELETE FROM lookup_stale WHERE customer_id = $1";
static const char clear_stale[] = "DELETE FROM lookup_stale";
static const char remove_mark[] = "DELETE FROM setting WHERE name = 'lookup.begun'";

static bool go_on(IndexProgress progress, gpointer data, guint done, guint total, GError **error)
{
    bool is_due = done % CUSTOMERS_A_REPORT == 0 || done == total;
    if (progress == NULL || !is_due || progress(done, total, data)) {
        return true;
    }
    g_set_error(error, FAULT, FAULT_CANCELLED, _("The search index was left as it is."));
    return false;
}

bool index_settle(Db *db, GError **error)
{
    const IndexEngine *engine = index_engine(db);
    return engine->settle == NULL || engine->settle(db, error);
}

/* Moves some of those whom index_recount left in their places; *COUNT says how many. */
static bool move_some(Db *db, guint *count, GError **error)
{
    *count = 0;
    g_autoptr(GArray) ids = db_get_ids(db, some_stale, DB_NO_VALUES, error);
    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        gint64 id = g_array_index(ids, gint64, i);
        if (!index_refresh(db, id, error) ||
            !db_run(db, remove_stale, DB_VALUES(db_int(id)), NULL, error)) {
            return false;
        }
        ++*count;
    }
    return ids != NULL;
}

bool index_place_all(Db *db, GError **error)
{
    guint count = 1;
    while (count > 0) {
        if (!move_some(db, &count, error)) {
            return false;
        }
    }
    return true;
}

bool index_tend(Db *db, GError **error)
{
    const IndexEngine *engine = index_engine(db);
    guint count = 0;
    return move_some(db, &count, error) && (engine->tend == NULL || engine->tend(db, error));
}

static bool rebuild_in_transaction(Db *db, IndexProgress progress, gpointer data, GError **error)
{
    const IndexEngine *engine = index_engine(db);
    g_autoptr(GArray) customers = db_get_ids(db, all_customers, DB_NO_VALUES, error);
    bool ok = customers != NULL && (engine->clear == NULL || engine->clear(db, error)) &&
              dictionary_clear(db, error) && db_run(db, clear_docs, DB_NO_VALUES, NULL, error) &&
              db_run(db, clear_stale, DB_NO_VALUES, NULL, error);
    for (guint i = 0; ok && i < customers->len; i++) {
        ok = go_on(progress, data, i, customers->len, error) &&
             index_refresh(db, g_array_index(customers, gint64, i), error);
    }
    return ok && index_settle(db, error) && db_run(db, remove_mark, DB_NO_VALUES, NULL, error) &&
           go_on(progress, data, customers->len, customers->len, error);
}

bool index_rebuild(Db *db, IndexProgress progress, gpointer data, GError **error)
{
    if (!db_begin(db, error)) {
        return false;
    }
    if (!rebuild_in_transaction(db, progress, data, error)) {
        db_rollback(db);
        return false;
    }
    return db_commit(db, error);
}

bool index_is_complete(Db *db, bool *complete, GError **error)
{
    gint64 marks = 0;
    bool ok = db_get_int(db, count_marks, DB_NO_VALUES, &marks, NULL, error);
    *complete = ok && marks == 0;
    return ok;
}

/* Takes in the customers of IDS from FIRST on. */
static bool complete_stretch(Db *db, const GArray *ids, guint first, IndexProgress progress,
                             gpointer data, GError **error)
{
    for (guint i = first; i < ids->len && i < first + CUSTOMERS_AT_ONCE; i++) {
        if (!go_on(progress, data, i, ids->len, error) ||
            !index_refresh(db, g_array_index(ids, gint64, i), error)) {
            return false;
        }
    }
    return true;
}

bool index_complete(Db *db, IndexProgress progress, gpointer data, GError **error)
{
    bool complete = false;
    if (!index_is_complete(db, &complete, error) || complete) {
        return complete;
    }
    g_autoptr(GArray) ids = db_get_ids(db, missing, DB_NO_VALUES, error);
    if (ids == NULL) {
        return false;
    }
    for (guint first = 0; first < ids->len; first += CUSTOMERS_AT_ONCE) {
        if (!db_begin(db, error)) {
            return false;
        }
        if (!complete_stretch(db, ids, first, progress, data, error)) {
            db_rollback(db);
            return false;
        }
        if (!db_commit(db, error)) {
            return false;
        }
    }
    return (ids->len < MANY_CUSTOMERS || index_settle(db, error)) &&
           db_run(db, remove_mark, DB_NO_VALUES, NULL, error) &&
           (ids->len == 0 || go_on(progress, data, ids->len, ids->len, error));
}
