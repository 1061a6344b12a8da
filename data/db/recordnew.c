/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records in memory: made, copied, freed. */
#include "data/db/fields.h"
#include "data/db/record.h"

gpointer record_new(const RecordType *type)
{
    RecordHead *head = g_malloc0(type->size);
    head->type = type;
    for (guint i = 0; i < type->fields_count; i++) {
        if (type->fields[i].type == FIELD_MAYBE) {
            *field_int(&type->fields[i], head) = RECORD_NONE;
        }
    }
    return head;
}

void record_free(gpointer record)
{
    if (record == NULL) {
        return;
    }
    const RecordType *type = record_type(record);
    for (guint i = 0; i < field_count(type); i++) {
        if (field_at(type, i)->type == FIELD_TEXT) {
            g_free(*field_text(field_at(type, i), record));
        }
    }
    g_free(record);
}

gpointer record_copy(gconstpointer record)
{
    const RecordType *type = record_type(record);
    gpointer copy = g_memdup2(record, type->size);
    for (guint i = 0; i < field_count(type); i++) {
        const Field *field = field_at(type, i);
        if (field->type == FIELD_TEXT) {
            *field_text(field, copy) = g_strdup(field_text_of(field, record));
        }
    }
    return copy;
}

void record_set_text(char **place, const char *text)
{
    char *copy = text != NULL && *text != '\0' ? g_strdup(text) : NULL;
    g_free(*place);
    *place = copy;
}
