/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading how things stand, two dozen customers at a time. */
#include "data/diary/standing.h"

#include "data/db/among.h"

static const char standings[] =
    "SELECT customer_id, 'complains' FROM complaint WHERE closed_day IS NULL AND "
    "customer_id " DB_AMONG_THEM " UNION ALL SELECT customer_id, how FROM loss WHERE back_day IS "
    "NULL AND customer_id " DB_AMONG_THEM;

static Standing *standing_of(GHashTable *table, gint64 id)
{
    Standing *standing = g_hash_table_lookup(table, &id);
    if (standing == NULL) {
        standing = g_new0(Standing, 1);
        g_hash_table_insert(table, g_memdup2(&id, sizeof id), standing);
    }
    return standing;
}

static bool load_some(Db *db, const DbValue *ids, GHashTable *table, GError **error)
{
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, standings, ids, DB_AMONG, &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        Standing *standing = standing_of(table, rows_int(rows, 0));
        bool complains = g_strcmp0(rows_text(rows, 1), "complains") == 0;
        standing->complains = standing->complains || complains;
        standing->is_lost = standing->is_lost || !complains;
        standing->is_dead = standing->is_dead || g_strcmp0(rows_text(rows, 1), "died") == 0;
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

GHashTable *standing_load(Db *db, const gint64 *ids, guint count, GError **error)
{
    g_autoptr(GHashTable) table =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    for (guint done = 0; done < count; done += DB_AMONG) {
        DbValue some[DB_AMONG];
        db_among(some, ids, done, count);
        if (!load_some(db, some, table, error)) {
            return NULL;
        }
    }
    return g_steal_pointer(&table);
}
