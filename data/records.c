/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all tables that hold records: one line a table. */
#include "data/records.h"

#include "data/agenda/greeting.h"
#include "data/agenda/occasion.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/customer/address.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/customer.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/relation.h"
#include "data/list/listseen.h"
#include "data/lookup/index.h"

#include <string.h>

const RecordType *const records[] = {
    &branch_type,   &clerk_type, &fact_kind_type, &customer_type,  &contact_type,  &address_type,
    &relation_type, &fact_type,  &consent_type,   &list_seen_type, &occasion_type, &greeting_type,
    NULL,
};

const RecordType *records_find(const char *table)
{
    for (guint i = 0; records[i] != NULL; i++) {
        if (strcmp(records[i]->table, table) == 0) {
            return records[i];
        }
    }
    return NULL;
}

guint records_rank(const RecordType *type)
{
    guint rank = 0;
    while (records[rank] != type) {
        rank++;
    }
    return rank;
}

bool records_follow(Db *db, GHashTable *customers, GError **error)
{
    GHashTableIter iter;
    gpointer id;
    g_hash_table_iter_init(&iter, customers);
    while (g_hash_table_iter_next(&iter, &id, NULL)) {
        if (!index_refresh(db, *(const gint64 *)id, error)) {
            return false;
        }
    }
    return g_hash_table_size(customers) == 0 || index_tend(db, error);
}
