/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Access to the columns of a record through its description. */
#include "data/db/fields.h"

#include <stddef.h>

static const Field head_fields[] = {
    {"id", FIELD_INT, FIELD_PLAIN, offsetof(RecordHead, id), NULL},
    {"version", FIELD_INT, FIELD_PLAIN, offsetof(RecordHead, version), NULL},
    {"created_at", FIELD_TEXT, FIELD_REQUIRED, offsetof(RecordHead, created_at), NULL},
    {"created_by", FIELD_REF, FIELD_PLAIN, offsetof(RecordHead, created_by), NULL},
    {"updated_at", FIELD_TEXT, FIELD_REQUIRED, offsetof(RecordHead, updated_at), NULL},
    {"updated_by", FIELD_REF, FIELD_PLAIN, offsetof(RecordHead, updated_by), NULL},
};

const Field *field_at(const RecordType *type, guint index)
{
    return index < G_N_ELEMENTS(head_fields) ? &head_fields[index]
                                             : &type->fields[index - G_N_ELEMENTS(head_fields)];
}

guint field_count(const RecordType *type)
{
    return G_N_ELEMENTS(head_fields) + type->fields_count;
}

gint64 *field_int(const Field *field, gpointer record)
{
    return (gint64 *)(gpointer)((char *)record + field->offset);
}

char **field_text(const Field *field, gpointer record)
{
    return (char **)(gpointer)((char *)record + field->offset);
}

gint64 field_int_of(const Field *field, gconstpointer record)
{
    return *(const gint64 *)(gconstpointer)((const char *)record + field->offset);
}

const char *field_text_of(const Field *field, gconstpointer record)
{
    return *(char *const *)(gconstpointer)((const char *)record + field->offset);
}

DbValue field_value(const Field *field, gconstpointer record)
{
    if (field->type == FIELD_INT) {
        return db_int(field_int_of(field, record));
    }
    if (field->type == FIELD_REF) {
        return db_int_or_null(field_int_of(field, record));
    }
    if (field->type == FIELD_MAYBE) {
        gint64 value = field_int_of(field, record);
        return value != RECORD_NONE ? db_int(value) : db_null();
    }
    const char *text = field_text_of(field, record);
    return db_text(text != NULL && *text != '\0' ? text : NULL);
}

const RecordType *record_type(gconstpointer record)
{
    return ((const RecordHead *)record)->type;
}

const Field *record_owner_field(const RecordType *type)
{
    for (guint i = 0; i < type->fields_count; i++) {
        if ((type->fields[i].traits & FIELD_OWNER) != 0) {
            return &type->fields[i];
        }
    }
    return g_str_equal(type->table, "customer") ? &head_fields[0] : NULL;
}

gint64 record_owner(gconstpointer record)
{
    const Field *owner = record_owner_field(record_type(record));
    return owner != NULL ? field_int_of(owner, record) : 0;
}

GArray *record_owners(Db *db, const RecordType *type, gint64 first, gint64 last, GError **error)
{
    const Field *owner = record_owner_field(type);
    if (owner == NULL) {
        return g_array_new(FALSE, FALSE, sizeof(gint64));
    }
    g_autofree char *sql = g_strdup_printf("SELECT DISTINCT %s FROM %s WHERE id BETWEEN $1 AND $2",
                                           owner->column, type->table);
    return db_get_ids(db, sql, DB_VALUES(db_int(first), db_int(last)), error);
}
