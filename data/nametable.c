/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the names of clerks and branches. */
#include "data/nametable.h"

static const char clerks[] = "SELECT id, name FROM clerk";
static const char branches[] = "SELECT id, name FROM branch";

static GHashTable *read_names(Db *db, const char *sql, GError **error)
{
    g_autoptr(GHashTable) names =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, sql, DB_NO_VALUES, &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        gint64 id = rows_int(rows, 0);
        g_hash_table_insert(names, g_memdup2(&id, sizeof id), g_strdup(rows_text(rows, 1)));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&names);
}

GHashTable *nametable_clerks(Db *db, GError **error)
{
    return read_names(db, clerks, error);
}

GHashTable *nametable_branches(Db *db, GError **error)
{
    return read_names(db, branches, error);
}

const char *nametable_name(GHashTable *names, gint64 id)
{
    return g_hash_table_lookup(names, &id);
}
