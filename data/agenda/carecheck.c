/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing the stored contacts with what they follow from, and making them anew. */
#include "data/agenda/care_private.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"

static const char last_id[] =
    "SELECT coalesce(MAX(id), 0) FROM (SELECT MAX(id) AS id FROM customer UNION ALL "
    "SELECT MAX(customer_id) AS id FROM care) AS ids";
static const char clear[] = "DELETE FROM care";

/* What is done with the customers FIRST to LAST. */
typedef bool (*Step)(Db *db, const CareRules *rules, gint64 first, gint64 last, gpointer data,
                     GError **error);

/* All customers, window by window. */
typedef struct {
    CareProgress progress;
    gpointer data;
    Step step;
    gpointer step_data;
} Way;

static bool go(Db *db, const Way *way, GError **error)
{
    gint64 last = 0;
    g_autoptr(CareRules) rules = care_rules_load(db, error);
    if (rules == NULL || !db_get_int(db, last_id, DB_NO_VALUES, &last, NULL, error)) {
        return false;
    }
    for (gint64 first = 1; first <= last; first += CARE_WINDOW) {
        if (way->progress != NULL && !way->progress((guint)(first - 1), (guint)last, way->data)) {
            g_set_error_literal(error, FAULT, FAULT_CANCELLED,
                                _("The contacts of the plan were left as they are."));
            return false;
        }
        gint64 until = MIN(last, first + CARE_WINDOW - 1);
        if (!way->step(db, rules, first, until, way->step_data, error)) {
            return false;
        }
    }
    return true;
}

/* ---- comparing ---- */

/* How many customers there are in both, in order, whose rows differ. */
static guint count_differing(const GArray *old, const GArray *new)
{
    guint i = 0, j = 0, count = 0;
    while (i < old->len || j < new->len) {
        gint64 left = i < old->len ? g_array_index(old, CareRow, i).customer_id : G_MAXINT64;
        gint64 right = j < new->len ? g_array_index(new, CareRow, j).customer_id : G_MAXINT64;
        gint64 id = MIN(left, right);
        bool same = true;
        while ((i < old->len && g_array_index(old, CareRow, i).customer_id == id) ||
               (j < new->len &&g_array_index(new, CareRow, j).customer_id == id)) {
            same = same && i < old->len &&
                   j < new->len &&care_rows_are_same(&g_array_index(old, CareRow, i),
                                                     &g_array_index(new, CareRow, j));
            i += i < old->len && g_array_index(old, CareRow, i).customer_id == id;
            j += j < new->len &&g_array_index(new, CareRow, j).customer_id == id;
        }
        count += !same;
    }
    return count;
}

static bool compare(Db *db, const CareRules *rules, gint64 first, gint64 last, gpointer data,
                    GError **error)
{
    guint *count = data;
    g_autoptr(GArray) new = care_rows_that_follow(db, rules, first, last, error);
    g_autoptr(GArray) old = new != NULL ? care_rows_stored(db, first, last, error) : NULL;
    *count += old != NULL ? count_differing(old, new) : 0;
    return old != NULL;
}

bool care_check(Db *db, CareProgress progress, gpointer data, GPtrArray *findings, GError **error)
{
    guint count = 0;
    if (!db_read_begin(db, error)) {
        return false;
    }
    const Way way = {progress, data, compare, &count};
    bool ok = go(db, &way, error);
    db_read_end(db);
    if (ok && count > 0) {
        g_ptr_array_add(
            findings,
            g_strdup_printf(ngettext("When %u customer is to be contacted next does not fit the "
                                     "communication plan.",
                                     "When %u customers are to be contacted next does not fit the "
                                     "communication plan.",
                                     count),
                            count));
    }
    return ok;
}

/* ---- making anew ---- */

static bool write_window(Db *db, const CareRules *rules, gint64 first, gint64 last, gpointer data,
                         GError **error)
{
    (void)data;
    return care_write(db, rules, first, last, error);
}

bool care_rebuild(Db *db, CareProgress progress, gpointer data, GError **error)
{
    if (!db_begin(db, error)) {
        return false;
    }
    const Way way = {progress, data, write_window, NULL};
    if (!db_run(db, clear, DB_NO_VALUES, NULL, error) || !go(db, &way, error)) {
        db_rollback(db);
        return false;
    }
    return db_commit(db, error);
}
