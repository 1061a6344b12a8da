/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field of a form that says which clerk. */
#include "tui/screens/clerkfield.h"

#include "data/clerk.h"

GPtrArray *clerk_field_load(Db *db, gint64 with_id, GError **error)
{
    return record_list(db, &clerk_type, "WHERE active = 1 OR id = $1 ORDER BY id",
                       DB_VALUES(db_int(with_id)), error);
}

void clerk_field_init(ClerkField *field, GPtrArray *clerks, const char *nobody)
{
    clerk_field_clear(field);
    field->clerks = clerks;
    field->labels = g_new0(const char *, clerks->len + 2);
    field->labels[0] = nobody;
    for (guint i = 0; i < clerks->len; i++) {
        field->labels[i + 1] = ((const Clerk *)g_ptr_array_index(clerks, i))->name;
    }
}

void clerk_field_renew(ClerkField *field, const GPtrArray *clerks, Form *form, const char *name)
{
    for (guint i = 0; i < clerks->len; i++) {
        const Clerk *clerk = g_ptr_array_index(clerks, i);
        if (clerk_field_choice(field, clerk->head.id) == 0) {
            Clerk *added = record_copy(clerk);
            g_ptr_array_add(field->clerks, added);
            field->labels = g_renew(const char *, field->labels, field->clerks->len + 2);
            field->labels[field->clerks->len] = added->name;
            field->labels[field->clerks->len + 1] = NULL;
        }
    }
    if (form != NULL) {
        form_set_choices(form, name, field->labels);
    }
}

void clerk_field_clear(ClerkField *field)
{
    g_clear_pointer(&field->clerks, g_ptr_array_unref);
    g_clear_pointer(&field->labels, g_free);
}

guint clerk_field_choice(const ClerkField *field, gint64 id)
{
    for (guint i = 0; field->clerks != NULL && i < field->clerks->len; i++) {
        if (((const RecordHead *)g_ptr_array_index(field->clerks, i))->id == id) {
            return i + 1;
        }
    }
    return 0;
}

gint64 clerk_field_id(const ClerkField *field, guint choice)
{
    bool is_one = field->clerks != NULL && choice > 0 && choice <= field->clerks->len;
    return is_one ? ((const RecordHead *)g_ptr_array_index(field->clerks, choice - 1))->id : 0;
}
