/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of facts and the ones that come with the program. */
#include "data/customer/factkind.h"

#include "data/base/i18n.h"

#include <stddef.h>
#include <string.h>

static const Field fields[] = {
    {"code", FIELD_TEXT, FIELD_REQUIRED, offsetof(FactKind, code), N_("Code")},
    {"label", FIELD_TEXT, FIELD_PLAIN, offsetof(FactKind, label), N_("Name")},
    {"sensitivity", FIELD_TEXT, FIELD_REQUIRED, offsetof(FactKind, sensitivity), N_("Sensitivity")},
    {"is_warning", FIELD_INT, FIELD_PLAIN, offsetof(FactKind, is_warning), N_("Is a warning")},
    {"is_once", FIELD_INT, FIELD_PLAIN, offsetof(FactKind, is_once), N_("Until ticked")},
    {"place", FIELD_INT, FIELD_PLAIN, offsetof(FactKind, place), N_("Position")},
};

const RecordType fact_kind_type = {
    .table = "fact_kind",
    .label = N_("kind of fact"),
    .size = sizeof(FactKind),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
};

typedef struct {
    const char *code, *label, *sensitivity;
    bool is_warning, is_once;
} Builtin;

/* In the order of the card. */
static const Builtin builtin[] = {
    {"allergy", N_("Allergy"), "health", true, false},
    {"caution", N_("Careful"), "plain", true, false},
    {"once", N_("Once"), "plain", true, true},
    {"usual", N_("The usual"), "plain", false, false},
    {"likes", N_("Likes"), "plain", false, false},
    {"dislikes", N_("Dislikes"), "plain", false, false},
    {"address_form", N_("How to address"), "plain", false, false},
    {"no_call", N_("Do not call"), "plain", false, false},
    {"talk", N_("To talk about"), "plain", false, false},
    {"family", N_("Family"), "plain", false, false},
    {"interest", N_("Interest"), "plain", false, false},
    {"occasion", N_("Occasion"), "plain", false, false},
    {"belief", N_("Belief"), "belief", false, false},
    {"note", N_("Note"), "plain", false, false},
};

const char *fact_kind_label(const FactKind *kind)
{
    if (kind->label != NULL) {
        return kind->label;
    }
    for (guint i = 0; i < G_N_ELEMENTS(builtin); i++) {
        if (strcmp(builtin[i].code, kind->code) == 0) {
            return _(builtin[i].label);
        }
    }
    return kind->code;
}

GPtrArray *fact_kind_list(Db *db, GError **error)
{
    return record_list(db, &fact_kind_type, "ORDER BY place, id", DB_NO_VALUES, error);
}

const FactKind *fact_kind_by_code(const GPtrArray *kinds, const char *code)
{
    for (guint i = 0; i < kinds->len; i++) {
        const FactKind *kind = g_ptr_array_index(kinds, i);
        if (strcmp(kind->code, code) == 0) {
            return kind;
        }
    }
    return NULL;
}

const FactKind *fact_kind_by_id(const GPtrArray *kinds, gint64 id)
{
    for (guint i = 0; i < kinds->len; i++) {
        const FactKind *kind = g_ptr_array_index(kinds, i);
        if (kind->head.id == id) {
            return kind;
        }
    }
    return NULL;
}

bool fact_kind_add_builtin(Deed *deed, GError **error)
{
    g_autoptr(GPtrArray) present = fact_kind_list(deed_db(deed), error);
    bool ok = present != NULL;
    for (guint i = 0; ok && i < G_N_ELEMENTS(builtin); i++) {
        if (fact_kind_by_code(present, builtin[i].code) != NULL) {
            continue;
        }
        FactKind *kind = record_new(&fact_kind_type);
        record_set_text(&kind->code, builtin[i].code);
        record_set_text(&kind->sensitivity, builtin[i].sensitivity);
        kind->is_warning = builtin[i].is_warning;
        kind->is_once = builtin[i].is_once;
        kind->place = 10 * ((gint64)i + 1);
        ok = record_insert(deed, kind, error);
        record_free(kind);
    }
    return ok;
}
