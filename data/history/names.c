/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows are called that other rows name. */
#include "data/history/history_private.h"

#include "data/base/fault.h"
#include "data/customer/factkind.h"
#include "data/db/removed.h"
#include "data/setting.h"

#include <string.h>

bool names_begin(Names *names, Db *db, GError **error)
{
    if (!db_read_begin(db, error)) {
        return false;
    }
    *names =
        (Names){.db = db, .calls = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free)};
    if (!setting_get(db, SETTING_CURRENCY, "EUR", &names->currency, error)) {
        names_end(names);
        return false;
    }
    return true;
}

void names_end(Names *names)
{
    db_read_end(names->db);
    g_hash_table_unref(names->calls);
    g_free(names->currency);
    g_clear_error(&names->fault);
}

/* The row as it is, or as it was when it was removed; NULL when nothing is left of it. */
static gpointer find(Names *names, const RecordType *type, gint64 id)
{
    g_autoptr(GError) fault = NULL;
    gpointer record = removed_or_there(names->db, type, id, NULL, &fault);
    bool is_gone = g_error_matches(fault, FAULT, FAULT_MISSING) ||
                   g_error_matches(fault, FAULT, FAULT_DAMAGED);
    if (fault != NULL && !is_gone && names->fault == NULL) {
        names->fault = g_steal_pointer(&fault);
    }
    return record;
}

const char *names_call(Names *names, const RecordType *type, gint64 id)
{
    if (id == 0) {
        return NULL;
    }
    g_autofree char *key = g_strdup_printf("%s %" G_GINT64_FORMAT, type->table, id);
    const char *known = g_hash_table_lookup(names->calls, key);
    if (known == NULL) {
        gpointer record = find(names, type, id);
        char *call = record != NULL ? type->call(record) : NULL;
        record_free(record);
        call = call != NULL ? call : g_strdup("");
        g_hash_table_insert(names->calls, g_steal_pointer(&key), call);
        known = call;
    }
    return *known != '\0' ? known : NULL;
}

bool names_is_sensitive_kind(Names *names, gint64 kind_id)
{
    /* It is kept beside the calls: no table is called so. */
    g_autofree char *key = g_strdup_printf("sensitivity %" G_GINT64_FORMAT, kind_id);
    const char *known = g_hash_table_lookup(names->calls, key);
    if (known == NULL) {
        FactKind *kind = find(names, &fact_kind_type, kind_id);
        char *sensitivity = g_strdup(kind != NULL ? kind->sensitivity : "");
        record_free(kind);
        g_hash_table_insert(names->calls, g_steal_pointer(&key), sensitivity);
        known = sensitivity;
    }
    return strcmp(known, "plain") != 0;
}
