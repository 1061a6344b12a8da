/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of the shop. */
#include "data/branch.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/clerk.h"
#include "data/lookup/fold.h"

#include <stddef.h>
#include <string.h>

static const Field fields[] = {
    {"name", FIELD_TEXT, FIELD_REQUIRED, offsetof(Branch, name), N_("Name")},
};

static char *call(gconstpointer record)
{
    return g_strdup(((const Branch *)record)->name);
}

const RecordType branch_type = {
    .table = "branch",
    .label = N_("branch"),
    .size = sizeof(Branch),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .call = call,
};

static void refuse_name(const char *name, const GPtrArray *branches, GError **error)
{
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < branches->len; i++) {
        const Branch *branch = g_ptr_array_index(branches, i);
        g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", branch->name);
    }
    if (branches->len > 0) {
        g_set_error(error, FAULT, FAULT_MISSING,
                    _("There is no branch called “%s”. The branches are: %s."), name, names->str);
    } else {
        g_set_error(error, FAULT, FAULT_MISSING,
                    _("There is no branch called “%s”: this shop has no branches yet."), name);
    }
    g_string_free(names, TRUE);
}

GPtrArray *branch_list(Db *db, gint64 *chosen, GError **error)
{
    GPtrArray *branches = record_list(db, &branch_type, "ORDER BY id", DB_NO_VALUES, error);
    bool stays = branches != NULL && branches->len > 1 && chosen != NULL &&
                 branch_place(branches, *chosen) != 0;
    if (chosen != NULL && !stays) {
        *chosen = 0;
    }
    return branches;
}

bool branch_named(Db *db, const char *name, gint64 *id, GError **error)
{
    g_autoptr(GPtrArray) branches = branch_list(db, NULL, error);
    g_autofree char *key = fold_key(name);
    for (guint i = 0; branches != NULL && i < branches->len; i++) {
        const Branch *branch = g_ptr_array_index(branches, i);
        g_autofree char *own = fold_key(branch->name);
        if (strcmp(own, key) == 0) {
            *id = branch->head.id;
            return true;
        }
    }
    if (branches != NULL) {
        refuse_name(name, branches, error);
    }
    return false;
}

guint branch_place(const GPtrArray *branches, gint64 id)
{
    for (guint i = 0; branches != NULL && i < branches->len; i++) {
        if (((const Branch *)g_ptr_array_index(branches, i))->head.id == id) {
            return i + 1;
        }
    }
    return 0;
}

const char *branch_name(const GPtrArray *branches, gint64 id)
{
    guint place = branch_place(branches, id);
    return place > 0 ? ((const Branch *)g_ptr_array_index(branches, place - 1))->name : NULL;
}

bool branch_remove(Deed *deed, gint64 id, GError **error)
{
    g_autoptr(GPtrArray) clerks =
        record_list(deed_db(deed), &clerk_type, "WHERE branch_id = $1 ORDER BY id",
                    DB_VALUES(db_int(id)), error);
    bool ok = clerks != NULL;
    for (guint i = 0; ok && i < clerks->len; i++) {
        Clerk *clerk = g_ptr_array_index(clerks, i);
        clerk->branch_id = 0;
        ok = record_update(deed, clerk, error);
    }
    return ok && record_remove(deed, &branch_type, id, error);
}
