/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before-images: a row as JSON, and back. Columns that a later version added are taken as empty;
 * those it dropped are passed over. */
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/jsonreader.h"
#include "data/base/jsonwriter.h"
#include "data/db/fields.h"

#include <string.h>

char *record_to_image(gconstpointer record)
{
    const RecordType *type = record_type(record);
    g_autoptr(JsonWriter) image = json_writer_new(false);
    json_writer_begin_object(image);
    for (guint i = 0; i < field_count(type); i++) {
        const Field *field = field_at(type, i);
        DbValue value = field_value(field, record);
        if (value.type == DB_INT) {
            json_writer_name(image, field->column);
            json_writer_int(image, value.integer);
        } else if (value.type == DB_TEXT) {
            json_writer_name(image, field->column);
            json_writer_text(image, value.text);
        }
    }
    json_writer_end_object(image);
    return g_strdup(json_writer_result(image));
}

static void read_column(const char *name, bool is_array, const JsonValue *values, guint count,
                        gpointer record)
{
    const RecordType *type = record_type(record);
    for (guint i = 0; i < field_count(type); i++) {
        const Field *field = field_at(type, i);
        if (is_array || count == 0 || strcmp(field->column, name) != 0) {
            continue;
        }
        if (field->type != FIELD_TEXT) {
            *field_int(field, record) = values[0].integer;
        } else {
            char **text = field_text(field, record);
            g_free(*text);
            *text = g_strdup(values[0].text);
        }
    }
}

gpointer record_from_image(const RecordType *type, const char *image, GError **error)
{
    gpointer record = record_new(type);
    if (!json_read(image, read_column, record)) {
        record_free(record);
        g_set_error_literal(error, FAULT, FAULT_DAMAGED,
                            _("The record of that change is damaged, so it cannot be taken back."));
        return NULL;
    }
    return record;
}

gpointer record_restore(Db *db, const RecordType *type, const char *image, GError **error)
{
    gpointer record = record_from_image(type, image, error);
    if (record != NULL && !record_put(db, record, error)) {
        record_free(record);
        return NULL;
    }
    return record;
}
