/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The customers behind a figure: who it is. */
#include "data/report/behind_private.h"

#include "data/customer/sheet.h"
#include "data/diary/sums.h"

static const char all_erased[] = "SELECT customer_id FROM erased";

static void person_free(gpointer data)
{
    BehindPerson *person = data;
    g_free(person->name);
    g_free(person->number);
    g_free(person->detail);
    g_free(person->last_day);
    g_free(person);
}

void behind_list_free(BehindList *list)
{
    if (list != NULL) {
        g_ptr_array_unref(list->people);
        g_free(list);
    }
}

static void entry_clear(gpointer data)
{
    g_free(((BehindEntry *)data)->detail);
}

/* The customers of the first COUNT of ENTRIES, each once, by id. NULL on a fault. */
static GHashTable *customers_of(Db *db, const GArray *entries, guint count, GPtrArray **sheets,
                                GError **error)
{
    static const RecordType *const none[] = {NULL};
    g_autoptr(GHashTable) known = g_hash_table_new(g_int64_hash, g_int64_equal);
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; i < count; i++) {
        BehindEntry *entry = &g_array_index(entries, BehindEntry, i);
        if (g_hash_table_add(known, &entry->customer_id)) {
            g_array_append_val(ids, entry->customer_id);
        }
    }
    *sheets = sheet_list_of(db, (const gint64 *)(gconstpointer)ids->data, ids->len, none, error);
    if (*sheets == NULL) {
        return NULL;
    }
    GHashTable *customers = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < (*sheets)->len; i++) {
        const Sheet *sheet = g_ptr_array_index(*sheets, i);
        g_hash_table_insert(customers, &sheet->customer->head.id, sheet->customer);
    }
    return customers;
}

static bool add_person(BehindList *list, Db *db, BehindEntry *entry, const Customer *customer,
                       GError **error)
{
    g_autoptr(VisitSum) sum = visit_sum_load(db, entry->customer_id, error);
    if (sum == NULL) {
        return false;
    }
    BehindPerson *person = g_new0(BehindPerson, 1);
    person->customer_id = entry->customer_id;
    person->name = customer_call(customer, NAME_SORTED);
    person->number = g_strdup(customer->number);
    person->detail = g_steal_pointer(&entry->detail);
    person->visits = sum->visits + customer->visits_before;
    person->last_day = g_strdup(visit_sum_last_day(sum, customer->last_visit_before));
    g_ptr_array_add(list->people, person);
    return true;
}

static bool name_people(BehindList *list, Db *db, const GArray *entries, guint limit,
                        GError **error)
{
    guint count = MIN(entries->len, limit);
    g_autoptr(GPtrArray) sheets = NULL;
    g_autoptr(GHashTable) customers = customers_of(db, entries, count, &sheets, error);
    bool ok = customers != NULL;
    for (guint i = 0; i < count && ok; i++) {
        BehindEntry *entry = &g_array_index(entries, BehindEntry, i);
        const Customer *customer = g_hash_table_lookup(customers, &entry->customer_id);
        ok = customer == NULL || add_person(list, db, entry, customer, error);
    }
    return ok;
}

/* Takes those out of ENTRIES who were erased: they are counted as people nobody knows. */
static bool leave_erased(Db *db, GArray *entries, gint64 *unknown, GError **error)
{
    g_autoptr(GArray) erased = db_get_ids(db, all_erased, DB_NO_VALUES, error);
    if (erased == NULL || erased->len == 0) {
        return erased != NULL;
    }
    g_autoptr(GHashTable) gone = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < erased->len; i++) {
        g_hash_table_add(gone, &g_array_index(erased, gint64, i));
    }
    for (guint i = entries->len; i > 0; i--) {
        const BehindEntry *entry = &g_array_index(entries, BehindEntry, i - 1);
        if (g_hash_table_contains(gone, &entry->customer_id)) {
            g_array_remove_index(entries, i - 1);
            ++*unknown;
        }
    }
    return true;
}

BehindList *behind_load(Db *db, const Behind *behind, guint limit, GError **error)
{
    g_autoptr(BehindList) list = g_new0(BehindList, 1);
    g_autoptr(GArray) entries = g_array_new(FALSE, TRUE, sizeof(BehindEntry));
    list->people = g_ptr_array_new_with_free_func(person_free);
    g_array_set_clear_func(entries, entry_clear);
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    bool ok =
        (behind->kind <= BEHIND_HOUR ? behind_visits(db, behind, entries, error)
                                     : behind_told(db, behind, entries, &list->unknown, error)) &&
        leave_erased(db, entries, &list->unknown, error) &&
        name_people(list, db, entries, limit, error);
    db_read_end(db);
    list->total = entries->len;
    return ok ? g_steal_pointer(&list) : NULL;
}
