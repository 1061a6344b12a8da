/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading the sheets of several customers with as few statements as loading one: on a server each
 * statement is a way there and back. */
#include "data/customer/sheet_private.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/among.h"

/* Gives the records of PART that belong to the customers IDS to their SHEETS (by the ids). */
static bool share_out(Db *db, const SheetPart *part, const DbValue *ids, GHashTable *sheets,
                      GError **error)
{
    g_autoptr(GPtrArray) rows =
        record_list(db, part->type, "WHERE customer_id " DB_AMONG_THEM " ORDER BY customer_id, id",
                    ids, DB_AMONG, error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        gpointer record = g_ptr_array_index(rows, i);
        gint64 owner = record_owner(record);
        Sheet *sheet = g_hash_table_lookup(sheets, &owner);
        if (sheet != NULL) {
            g_ptr_array_add(*sheet_part(sheet, part), record);
        } else {
            record_free(record); /* nobody's, in a damaged file */
        }
    }
    if (rows != NULL) {
        g_ptr_array_set_free_func(rows, NULL);
    }
    return rows != NULL;
}

static bool is_wanted(const RecordType *const *types, const RecordType *type)
{
    guint i = 0;
    while (types != NULL && types[i] != NULL && types[i] != type) {
        i++;
    }
    return types == NULL || types[i] != NULL;
}

/* Adds sheets of the customers IDS that are there to LIST. */
static bool load_customers(Db *db, const DbValue *ids, GPtrArray *list, GError **error)
{
    g_autoptr(GPtrArray) rows =
        record_list(db, &customer_type, "WHERE id " DB_AMONG_THEM, ids, DB_AMONG, error);
    if (rows == NULL) {
        return false;
    }
    g_ptr_array_set_free_func(rows, NULL);
    for (guint i = 0; i < rows->len; i++) {
        Customer *customer = g_ptr_array_index(rows, i);
        if (customer_is_erased(customer)) {
            record_free(customer);
        } else {
            g_ptr_array_add(list, sheet_of(customer));
        }
    }
    return true;
}

static GPtrArray *list_new(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)sheet_free);
}

/* The sheets of LIST by the ids of their customers. */
static GHashTable *by_id(const GPtrArray *list)
{
    GHashTable *sheets = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < list->len; i++) {
        Sheet *sheet = g_ptr_array_index(list, i);
        g_hash_table_insert(sheets, &sheet->customer->head.id, sheet);
    }
    return sheets;
}

/* Reads the records of TYPES into the sheets of LIST, which SHEETS has by the ids. */
static bool fill(Db *db, const GPtrArray *list, GHashTable *sheets, const RecordType *const *types,
                 GError **error)
{
    g_autofree gint64 *ids = g_new(gint64, list->len);
    for (guint i = 0; i < list->len; i++) {
        ids[i] = ((const Sheet *)g_ptr_array_index(list, i))->customer->head.id;
    }
    for (guint done = 0; done < list->len; done += DB_AMONG) {
        DbValue some[DB_AMONG];
        db_among(some, ids, done, list->len);
        for (guint i = 0; i < SHEET_PARTS; i++) {
            if (is_wanted(types, sheet_parts[i].type) &&
                !share_out(db, &sheet_parts[i], some, sheets, error)) {
                return false;
            }
        }
    }
    return true;
}

GPtrArray *sheet_list_known(Db *db, const GPtrArray *customers, const RecordType *const *types,
                            GError **error)
{
    g_autoptr(GPtrArray) list = list_new();
    for (guint i = 0; i < customers->len; i++) {
        g_ptr_array_add(list, sheet_of(record_copy(g_ptr_array_index(customers, i))));
    }
    g_autoptr(GHashTable) sheets = by_id(list);
    return fill(db, list, sheets, types, error) ? g_steal_pointer(&list) : NULL;
}

GPtrArray *sheet_list(Db *db, const gint64 *ids, guint count, const RecordType *const *types,
                      GError **error)
{
    g_autoptr(GPtrArray) list = sheet_list_of(db, ids, count, types, error);
    if (list != NULL && list->len < count) {
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("That entry is not there any more. Somebody may have removed it."));
        return NULL;
    }
    return g_steal_pointer(&list);
}

GPtrArray *sheet_list_of(Db *db, const gint64 *ids, guint count, const RecordType *const *types,
                         GError **error)
{
    g_autoptr(GPtrArray) list = list_new();
    for (guint done = 0; done < count; done += DB_AMONG) {
        DbValue some[DB_AMONG];
        db_among(some, ids, done, count);
        if (!load_customers(db, some, list, error)) {
            return NULL;
        }
    }
    g_autoptr(GHashTable) sheets = by_id(list);
    for (guint i = 0, place = 0; i < count; i++) {
        Sheet *sheet = g_hash_table_lookup(sheets, &ids[i]);
        if (sheet != NULL) {
            list->pdata[place++] = sheet;
        }
    }
    return fill(db, list, sheets, types, error) ? g_steal_pointer(&list) : NULL;
}

bool sheet_list_add(Db *db, const GPtrArray *sheets, const RecordType *const *types, GError **error)
{
    g_autoptr(GHashTable) same = by_id(sheets);
    return fill(db, sheets, same, types, error);
}
