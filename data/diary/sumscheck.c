/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing the sums with the visits, and making them anew. */
#include "data/diary/sums_private.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/order.h"

enum { ROWS_AT_ONCE = 20000 };

static const char last_visit[] = "SELECT coalesce(MAX(id), 0) FROM visit";
static const char last_item[] = "SELECT coalesce(MAX(id), 0) FROM visit_item";
static const char clear_days[] = "DELETE FROM visit_day";
static const char clear_customers[] = "DELETE FROM visit_sum";
static const char clear_articles[] = "DELETE FROM article_sum";
static const char all_customers[] = "SELECT customer_id FROM visit_sum";
static const char all_articles[] = "SELECT article_id, uses FROM article_sum";

typedef struct {
    SumsProgress progress;
    gpointer data;
    guint done, total;
} Way;

static bool go_on(const Way *way, GError **error)
{
    if (way->progress == NULL || way->progress(way->done, way->total, way->data)) {
        return true;
    }
    g_set_error(error, FAULT, FAULT_CANCELLED, _("The sums of the visits were left as they are."));
    return false;
}

static bool note_table(Sums *sums, Db *db, const RecordType *type, gint64 last, Way *way,
                       GError **error)
{
    for (gint64 first = 1; first <= last; first += ROWS_AT_ONCE) {
        gint64 until = MIN(last, first + ROWS_AT_ONCE - 1);
        if (!go_on(way, error) || !sums_note_rows(sums, db, type, first, until, 1, error)) {
            return false;
        }
        way->done += (guint)(until - first + 1);
    }
    return true;
}

/* The sums of all there is. */
static Sums *count_all(Db *db, SumsProgress progress, gpointer data, GError **error)
{
    gint64 visit = 0, item = 0;
    if (!db_get_int(db, last_visit, DB_NO_VALUES, &visit, NULL, error) ||
        !db_get_int(db, last_item, DB_NO_VALUES, &item, NULL, error)) {
        return NULL;
    }
    Way way = {.progress = progress, .data = data, .total = (guint)(visit + item)};
    Sums *sums = sums_new();
    if (!note_table(sums, db, &visit_type, visit, &way, error) ||
        !note_table(sums, db, &visit_item_type, item, &way, error)) {
        sums_free(sums);
        return NULL;
    }
    return sums;
}

/* ---- making anew ---- */

static bool rebuild_in_transaction(Db *db, SumsProgress progress, gpointer data, GError **error)
{
    Sums *sums = count_all(db, progress, data, error);
    if (sums == NULL) {
        return false;
    }
    g_autoptr(GHashTable) customers =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    bool ok = db_run(db, clear_days, DB_NO_VALUES, NULL, error) &&
              db_run(db, clear_customers, DB_NO_VALUES, NULL, error) &&
              db_run(db, clear_articles, DB_NO_VALUES, NULL, error) &&
              sums_settle(sums, db, customers, error);
    sums_free(sums);
    return ok;
}

bool sums_rebuild(Db *db, SumsProgress progress, gpointer data, GError **error)
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

/* ---- comparing ---- */

static bool is_day_right(const VisitDay *day, const DayChange *counted)
{
    if (counted == NULL || day->visits != counted->visits || day->returns != counted->returns ||
        day->amount != counted->amount || day->visitors->len != counted->came->len) {
        return false;
    }
    for (guint hour = 0; hour < G_N_ELEMENTS(day->hours); hour++) {
        if ((gint64)day->hours[hour] != counted->hours[hour]) {
            return false;
        }
    }
    for (guint i = 0; i < counted->came->len; i++) {
        if (g_array_index(day->visitors, gint64, i) != g_array_index(counted->came, gint64, i)) {
            return false;
        }
    }
    return true;
}

static bool are_days_right(Db *db, const Sums *sums, bool *right, GError **error)
{
    GError *fault = NULL;
    g_autoptr(GPtrArray) days = visit_day_list(db, "", "9999-12-31", 0, &fault);
    *right = false;
    if (g_error_matches(fault, FAULT, FAULT_DAMAGED)) {
        g_error_free(fault);
        return true;
    }
    if (days == NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    *right = days->len == g_hash_table_size(sums->days);
    for (guint i = 0; *right && i < days->len; i++) {
        const VisitDay *day = g_ptr_array_index(days, i);
        gint64 key = sums_day_key(day->day, day->branch_id);
        DayChange *counted = g_hash_table_lookup(sums->days, &key);
        if (counted != NULL) {
            g_array_sort(counted->came, order_by_number);
        }
        *right = is_day_right(day, counted);
    }
    return true;
}

static bool is_customer_right(Db *db, const Sums *sums, gint64 id, bool *right, GError **error)
{
    const CustomerChange *counted = g_hash_table_lookup(sums->customers, &id);
    g_autoptr(VisitSum) stored = visit_sum_load(db, id, error);
    g_autoptr(VisitSum) days = stored != NULL ? visit_sum_of_days(db, id, error) : NULL;
    if (days == NULL) {
        return false;
    }
    *right = counted != NULL && stored->visits == counted->visits &&
             stored->returns == counted->returns && stored->amount == counted->amount &&
             stored->rhythm == days->rhythm && stored->branch_id == days->branch_id &&
             g_strcmp0(stored->first_day, days->first_day) == 0 &&
             g_strcmp0(stored->last_day, days->last_day) == 0 &&
             g_strcmp0(stored->away_from, days->away_from) == 0;
    return true;
}

static bool are_customers_right(Db *db, const Sums *sums, bool *right, GError **error)
{
    g_autoptr(GArray) ids = db_get_ids(db, all_customers, DB_NO_VALUES, error);
    if (ids == NULL) {
        return false;
    }
    *right = ids->len == g_hash_table_size(sums->customers);
    for (guint i = 0; *right && i < ids->len; i++) {
        if (!is_customer_right(db, sums, g_array_index(ids, gint64, i), right, error)) {
            return false;
        }
    }
    return true;
}

static bool are_articles_right(Db *db, const Sums *sums, bool *right, GError **error)
{
    GError *fault = NULL;
    guint count = 0;
    *right = true;
    g_autoptr(Rows) rows = db_query(db, all_articles, DB_NO_VALUES, &fault);
    while (rows != NULL && *right && rows_next(rows, &fault)) {
        gint64 id = rows_int(rows, 0);
        const gint64 *uses = g_hash_table_lookup(sums->articles, &id);
        *right = uses != NULL && *uses == rows_int(rows, 1);
        count++;
    }
    *right = *right && count == g_hash_table_size(sums->articles);
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

static bool compare(Db *db, const Sums *sums, GPtrArray *findings, GError **error)
{
    bool days = false, customers = false, articles = false;
    if (!are_days_right(db, sums, &days, error) ||
        !are_customers_right(db, sums, &customers, error) ||
        !are_articles_right(db, sums, &articles, error)) {
        return false;
    }
    if (!days) {
        g_ptr_array_add(findings, g_strdup(_("The sums of the days do not fit the visits.")));
    }
    if (!customers) {
        g_ptr_array_add(findings, g_strdup(_("The sums of the customers do not fit the visits.")));
    }
    if (!articles) {
        g_ptr_array_add(findings,
                        g_strdup(_("How often articles were bought does not fit the visits.")));
    }
    return true;
}

bool sums_check(Db *db, SumsProgress progress, gpointer data, GPtrArray *findings, GError **error)
{
    if (!db_read_begin(db, error)) {
        return false;
    }
    Sums *sums = count_all(db, progress, data, error);
    bool ok = sums != NULL && compare(db, sums, findings, error);
    sums_free(sums);
    db_read_end(db);
    return ok;
}
