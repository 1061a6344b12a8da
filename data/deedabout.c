/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a deed was about. */
#include "data/deedabout.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/clerk.h"
#include "data/customer/customer.h"
#include "data/db/deedlog.h"
#include "data/db/fields.h"
#include "data/records.h"

static const char load_deed[] = "SELECT verb, at FROM deed WHERE id = $1";

/* What the changes tell. */
typedef struct {
    GHashTable *owners; /* gint64 customer ids */
    Customer *gone;     /* a customer the deed removed; NULL: none */
    Clerk *clerk;       /* a clerk it changed; NULL: none */
} Sight;

void deed_about_free(gpointer data)
{
    DeedAbout *about = data;
    if (about != NULL) {
        g_free(about->at);
        g_free(about->name);
        g_free(about);
    }
}

static void add_owner(Sight *sight, gint64 id)
{
    if (id != 0) {
        g_hash_table_add(sight->owners, g_memdup2(&id, sizeof id));
    }
}

/* Whose the rows FIRST to LAST of TYPE are. */
static bool see_run(Db *db, Sight *sight, const RecordType *type, const Change *change,
                    GError **error)
{
    g_autoptr(GArray) owners = record_owners(db, type, change->first, change->last, error);
    for (guint i = 0; owners != NULL && i < owners->len; i++) {
        add_owner(sight, g_array_index(owners, gint64, i));
    }
    return owners != NULL;
}

static bool see_clerk(Db *db, Sight *sight, gint64 id, GError **error)
{
    record_free(sight->clerk);
    sight->clerk = record_load(db, &clerk_type, id, error);
    return sight->clerk != NULL;
}

/* A row as it was before it changed or went. */
static bool see_image(Sight *sight, const RecordType *type, const Change *change, GError **error)
{
    gpointer row = record_from_image(type, change->before, error);
    if (row == NULL) {
        return false;
    }
    add_owner(sight, record_owner(row));
    if (type == &customer_type && g_str_equal(change->what, "remove")) {
        record_free(sight->gone);
        sight->gone = row;
    } else if (type == &clerk_type) {
        record_free(sight->clerk);
        sight->clerk = row;
    } else {
        record_free(row);
    }
    return true;
}

static bool see_all(Db *db, Sight *sight, gint64 id, GError **error)
{
    g_autoptr(GPtrArray) changes = change_list(db, id, error);
    for (guint i = 0; changes != NULL && i < changes->len; i++) {
        const Change *change = g_ptr_array_index(changes, i);
        const RecordType *type = records_find(change->table);
        if (type == NULL) {
            continue;
        }
        bool ok = change->before != NULL ? see_image(sight, type, change, error)
                  : type == &clerk_type  ? see_clerk(db, sight, change->first, error)
                                         : see_run(db, sight, type, change, error);
        if (!ok) {
            return false;
        }
    }
    return changes != NULL;
}

/* The name of the only one it is about. */
static bool name_it(Db *db, DeedAbout *about, const Sight *sight, GError **error)
{
    GHashTableIter iter;
    gpointer id;
    g_hash_table_iter_init(&iter, sight->owners);
    if (about->customers > 1) {
        return true;
    }
    if (!g_hash_table_iter_next(&iter, &id, NULL)) {
        about->name = sight->clerk != NULL ? g_strdup(sight->clerk->name) : NULL;
        return true;
    }
    if (sight->gone != NULL) {
        about->name = customer_call(sight->gone, NAME_SPOKEN);
        return true;
    }
    g_autoptr(GError) fault = NULL;
    Customer *customer = record_load(db, &customer_type, *(const gint64 *)id, &fault);
    if (customer != NULL) {
        about->name = customer_call(customer, NAME_SPOKEN);
        record_free(customer);
    } else if (!g_error_matches(fault, FAULT, FAULT_MISSING)) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return false;
    }
    return true;
}

static bool load_row(Db *db, DeedAbout *about, GError **error)
{
    g_autoptr(Rows) rows = db_query(db, load_deed, DB_VALUES(db_int(about->id)), error);
    GError *fault = NULL;
    if (rows != NULL && rows_next(rows, &fault)) {
        about->verb = g_intern_string(rows_text(rows, 0));
        about->at = g_strdup(rows_text(rows, 1));
        return true;
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    } else if (rows != NULL) {
        g_set_error_literal(error, FAULT, FAULT_MISSING, _("There is nothing to take back."));
    }
    return false;
}

DeedAbout *deed_about_load(Db *db, gint64 id, GError **error)
{
    g_autoptr(DeedAbout) about = g_new0(DeedAbout, 1);
    Sight sight = {.owners = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL)};
    about->id = id;
    bool ok = load_row(db, about, error) && see_all(db, &sight, id, error);
    about->customers = g_hash_table_size(sight.owners);
    ok = ok && name_it(db, about, &sight, error);
    g_hash_table_unref(sight.owners);
    record_free(sight.gone);
    record_free(sight.clerk);
    return ok ? g_steal_pointer(&about) : NULL;
}
