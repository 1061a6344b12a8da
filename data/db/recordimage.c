/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before-images: a row as JSON, and back. Columns that a later version added are taken as empty;
 * those it dropped are passed over. */
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/fields.h"

#include <json-glib/json-glib.h>

char *record_to_image(gconstpointer record)
{
    const RecordType *type = record_type(record);
    g_autoptr(JsonObject) object = json_object_new();
    for (guint i = 0; i < field_count(type); i++) {
        const Field *field = field_at(type, i);
        DbValue value = field_value(field, record);
        if (value.type == DB_INT) {
            json_object_set_int_member(object, field->column, value.integer);
        } else if (value.type == DB_TEXT) {
            json_object_set_string_member(object, field->column, value.text);
        }
    }
    g_autoptr(JsonNode) root = json_node_alloc();
    json_node_init_object(root, object);
    return json_to_string(root, FALSE);
}

gpointer record_from_image(const RecordType *type, const char *image, GError **error)
{
    g_autoptr(JsonNode) root = json_from_string(image, NULL);
    if (root == NULL || !JSON_NODE_HOLDS_OBJECT(root)) {
        g_set_error_literal(error, FAULT, FAULT_DAMAGED,
                            _("The record of that change is damaged, so it cannot be taken back."));
        return NULL;
    }
    JsonObject *object = json_node_get_object(root);
    gpointer record = record_new(type);
    for (guint i = 0; i < field_count(type); i++) {
        const Field *field = field_at(type, i);
        if (!json_object_has_member(object, field->column)) {
            continue;
        }
        if (field->type == FIELD_TEXT) {
            *field_text(field, record) =
                g_strdup(json_object_get_string_member(object, field->column));
        } else {
            *field_int(field, record) = json_object_get_int_member(object, field->column);
        }
    }
    return record;
}

bool record_restore(Db *db, const RecordType *type, const char *image, gint64 *owner,
                    GError **error)
{
    RecordHead *record = record_from_image(type, image, error);
    if (record == NULL) {
        return false;
    }
    *owner = record_owner(record);
    bool ok = record_put(db, record, error);
    record_free(record);
    return ok;
}
