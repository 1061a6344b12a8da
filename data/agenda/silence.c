/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days nobody is to be reminded of any more. */
#include "data/agenda/silence.h"

#include "data/agenda/due.h"
#include "data/db/among.h"
#include "data/diary/loss.h"

static const char silent[] =
    "SELECT occasion.id FROM occasion WHERE occasion.id " DB_AMONG_THEM " AND ("
    "EXISTS (SELECT 1 FROM loss WHERE loss.customer_id = occasion.customer_id "
    "AND " LOSS_IS_SILENT ") "
    "OR EXISTS (SELECT 1 FROM relation JOIN loss ON loss.customer_id = relation.other_customer_id "
    "WHERE relation.id = occasion.relation_id AND " LOSS_IS_SILENT ") "
    "OR (occasion.kind = 'wedding' AND EXISTS (SELECT 1 FROM relation "
    "JOIN loss ON loss.customer_id = relation.other_customer_id "
    "WHERE relation.customer_id = occasion.customer_id AND relation.kind = 'partner' "
    "AND " LOSS_IS_DEATH ")))";

/* Adds the silent ones among DB_AMONG of the occasions IDS from FIRST on to FOUND. */
static bool find_some(Db *db, const GArray *ids, guint first, GHashTable *found, GError **error)
{
    DbValue some[DB_AMONG];
    db_among(some, (const gint64 *)(gconstpointer)ids->data, first, ids->len);
    g_autoptr(GArray) rows = db_get_ids(db, silent, some, DB_AMONG, error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        g_hash_table_add(found, g_memdup2(&g_array_index(rows, gint64, i), sizeof(gint64)));
    }
    return rows != NULL;
}

/* The silent ones among the occasions IDS; NULL on a fault. */
static GHashTable *find(Db *db, const GArray *ids, GError **error)
{
    g_autoptr(GHashTable) found = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (guint i = 0; i < ids->len; i += DB_AMONG) {
        if (!find_some(db, ids, i, found, error)) {
            return NULL;
        }
    }
    return g_steal_pointer(&found);
}

typedef gint64 (*IdFunc)(gconstpointer item);

static gint64 id_of_due(gconstpointer due)
{
    return ((const Due *)due)->occasion->head.id;
}

static gint64 id_of_occasion(gconstpointer occasion)
{
    return ((const Occasion *)occasion)->head.id;
}

static void add_ids(GArray *ids, const GPtrArray *list, IdFunc id_of)
{
    for (guint i = 0; i < list->len; i++) {
        gint64 id = id_of(g_ptr_array_index(list, i));
        g_array_append_val(ids, id);
    }
}

/* Takes the items out of LIST, which owns them, whose occasions are FOUND. */
static void take_out(GPtrArray *list, GHashTable *found, IdFunc id_of)
{
    guint kept = 0;
    for (guint i = 0; g_hash_table_size(found) > 0 && i < list->len; i++) {
        gint64 id = id_of(g_ptr_array_index(list, i));
        if (!g_hash_table_contains(found, &id)) {
            gpointer swap = list->pdata[kept];
            list->pdata[kept++] = list->pdata[i];
            list->pdata[i] = swap;
        }
    }
    if (g_hash_table_size(found) > 0) {
        g_ptr_array_set_size(list, (gint)kept);
    }
}

bool silence_keep(Db *db, GPtrArray *list, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    add_ids(ids, list, id_of_due);
    g_autoptr(GHashTable) found = find(db, ids, error);
    if (found != NULL) {
        take_out(list, found, id_of_due);
    }
    return found != NULL;
}

static bool keep_sheets(Db *db, Sheet *const *sheets, guint count, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; i < count; i++) {
        add_ids(ids, sheets[i]->occasions, id_of_occasion);
    }
    g_autoptr(GHashTable) found = find(db, ids, error);
    for (guint i = 0; found != NULL && i < count; i++) {
        take_out(sheets[i]->occasions, found, id_of_occasion);
    }
    return found != NULL;
}

bool silence_sheet(Db *db, Sheet *sheet, GError **error)
{
    return keep_sheets(db, &sheet, 1, error);
}

bool silence_sheets(Db *db, const GPtrArray *sheets, GError **error)
{
    return keep_sheets(db, (Sheet *const *)sheets->pdata, sheets->len, error);
}
