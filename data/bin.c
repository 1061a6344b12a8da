/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was removed and can be brought back: the list. */
#include "data/bin.h"

#include "data/base/fault.h"
#include "data/customer/customer.h"
#include "data/db/fields.h"
#include "data/db/removed.h"
#include "data/records.h"

/* An entry is one line on a screen. */
enum { ROWS_NAMED = 5 };

static const char load_deed[] = "SELECT deed.at, clerk.name FROM deed LEFT JOIN clerk ON "
                                "clerk.id = deed.clerk_id WHERE deed.id = $1";

static void entry_free(gpointer data)
{
    BinEntry *entry = data;
    g_free(entry->at);
    g_free(entry->clerk);
    g_free(entry->what);
    g_free(entry->whose);
    g_free(entry);
}

static bool load_deed_row(Db *db, BinEntry *entry, GError **error)
{
    g_autoptr(Rows) rows = db_query(db, load_deed, DB_VALUES(db_int(entry->deed_id)), error);
    GError *fault = NULL;
    if (rows != NULL && rows_next(rows, &fault)) {
        entry->at = g_strdup(rows_text(rows, 0));
        entry->clerk = g_strdup(rows_text(rows, 1));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return rows != NULL;
}

/* The name of a customer, who may be gone; NULL in *CALL when nothing is left of the name. */
static bool find_call(Db *db, gint64 id, char **call, GError **error)
{
    g_autoptr(GError) fault = NULL;
    *call = NULL;
    Customer *customer = removed_or_there(db, &customer_type, id, NULL, &fault);
    if (customer != NULL) {
        *call = customer_call(customer, NAME_SPOKEN);
        record_free(customer);
        return true;
    }
    if (g_error_matches(fault, FAULT, FAULT_MISSING) ||
        g_error_matches(fault, FAULT, FAULT_DAMAGED)) {
        return true;
    }
    g_propagate_error(error, g_steal_pointer(&fault));
    return false;
}

/* Adds what the removed ROW was to WHAT, and puts its owner into *OWNER, -1 when there are
 * several. An image that cannot be read is passed over: the others can still come back. */
static void add_row(BinEntry *entry, const Change *row, GString *what, gint64 *owner)
{
    const RecordType *type = records_find(row->table);
    if (type == NULL || type->call == NULL) {
        return;
    }
    gpointer record = record_from_image(type, row->before, NULL);
    g_autofree char *call = record != NULL ? type->call(record) : NULL;
    if (call != NULL && *call != '\0') {
        gint64 own = record_owner(record);
        *owner = what->len == 0 || *owner == own ? own : -1;
        entry->type = what->len == 0 ? type : entry->type;
        g_string_append_printf(what, "%s%s", what->len > 0 ? ", " : "", call);
    }
    record_free(record);
}

/* One or several customers: what belonged to them is not told. */
static bool tell_customers(Db *db, BinEntry *entry, const Change *first, GError **error)
{
    if (!removed_count(db, entry->deed_id, &customer_type, &entry->customers, error)) {
        return false;
    }
    if (entry->customers > 1) {
        entry->type = &customer_type;
    } else {
        g_autoptr(GString) what = g_string_new(NULL);
        gint64 owner = 0;
        add_row(entry, first, what, &owner);
        entry->what = g_strdup(what->str);
    }
    return true;
}

static bool tell_rows(Db *db, BinEntry *entry, const GPtrArray *rows, GError **error)
{
    g_autoptr(GString) what = g_string_new(NULL);
    gint64 owner = 0;
    for (guint i = 0; i < MIN(rows->len, ROWS_NAMED); i++) {
        add_row(entry, g_ptr_array_index(rows, i), what, &owner);
    }
    if (rows->len > ROWS_NAMED) {
        g_string_append(what, ", …");
    }
    entry->what = g_strdup(what->str);
    return owner <= 0 || find_call(db, owner, &entry->whose, error);
}

/* The entry of a deed; with an empty WHAT when nothing of it can be told. NULL on a fault. */
static BinEntry *entry_load(Db *db, gint64 deed_id, GError **error)
{
    BinEntry *entry = g_new0(BinEntry, 1);
    entry->deed_id = deed_id;
    g_autoptr(GPtrArray) rows = removed_rows(db, deed_id, true, ROWS_NAMED + 1, error);
    const Change *first = rows != NULL && rows->len > 0 ? g_ptr_array_index(rows, 0) : NULL;
    bool ok = rows != NULL && load_deed_row(db, entry, error);
    if (ok && first != NULL) {
        ok = g_str_equal(first->table, customer_type.table)
                 ? tell_customers(db, entry, first, error)
                 : tell_rows(db, entry, rows, error);
    }
    if (!ok) {
        entry_free(entry);
        return NULL;
    }
    return entry;
}

static bool load_all(Db *db, const GArray *deeds, GPtrArray *list, GError **error)
{
    for (guint i = 0; i < deeds->len; i++) {
        BinEntry *entry = entry_load(db, g_array_index(deeds, gint64, i), error);
        if (entry == NULL) {
            return false;
        }
        if (entry->type != NULL) {
            g_ptr_array_add(list, entry);
        } else {
            entry_free(entry);
        }
    }
    return true;
}

GPtrArray *bin_list(Db *db, guint limit, bool *has_more, GError **error)
{
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(entry_free);
    g_autoptr(GArray) deeds = removed_deeds(db, limit, error);
    bool ok = deeds != NULL && load_all(db, deeds, list, error);
    *has_more = ok && deeds->len == limit;
    db_read_end(db);
    return ok ? g_steal_pointer(&list) : NULL;
}
