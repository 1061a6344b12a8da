/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people behind the counter. */
#include "data/clerk.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/lookup/fold.h"

#include <stddef.h>
#include <string.h>

static const Field fields[] = {
    {"name", FIELD_TEXT, FIELD_PERSONAL | FIELD_REQUIRED, offsetof(Clerk, name), N_("Name")},
    {"active", FIELD_INT, FIELD_PLAIN, offsetof(Clerk, active), NULL},
    {"branch_id", FIELD_REF, FIELD_PLAIN, offsetof(Clerk, branch_id), N_("Branch")},
};

static char *call(gconstpointer record)
{
    return g_strdup(((const Clerk *)record)->name);
}

const RecordType clerk_type = {
    .table = "clerk",
    .label = N_("clerk"),
    .size = sizeof(Clerk),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .call = call,
};

static void refuse_name(const char *name, const GPtrArray *clerks, GError **error)
{
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < clerks->len; i++) {
        const Clerk *clerk = g_ptr_array_index(clerks, i);
        g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", clerk->name);
    }
    if (clerks->len > 0) {
        g_set_error(error, FAULT, FAULT_MISSING,
                    _("Nobody here is called “%s”. At the counter are: %s."), name, names->str);
    } else {
        g_set_error(error, FAULT, FAULT_MISSING,
                    _("Nobody here is called “%s”: this shop knows nobody at the counter yet."),
                    name);
    }
    g_string_free(names, TRUE);
}

bool clerk_named(Db *db, const char *name, gint64 *id, GError **error)
{
    g_autoptr(GPtrArray) clerks =
        record_list(db, &clerk_type, "WHERE active = 1 ORDER BY id", DB_NO_VALUES, error);
    g_autofree char *key = fold_text(name);
    guint begun = 0;
    *id = 0;
    for (guint i = 0; clerks != NULL && *key != '\0' && i < clerks->len; i++) {
        const Clerk *clerk = g_ptr_array_index(clerks, i);
        g_autofree char *own = fold_text(clerk->name);
        if (strcmp(own, key) == 0) {
            *id = clerk->head.id;
            return true;
        }
        if (g_str_has_prefix(own, key)) {
            *id = clerk->head.id;
            begun++;
        }
    }
    if (clerks != NULL && begun != 1) {
        refuse_name(name, clerks, error);
    }
    return clerks != NULL && begun == 1;
}
