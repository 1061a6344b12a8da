/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of facts and the ones that come with the program. */
#include "data/customer/factkind.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/lookup/fold.h"

#include <stddef.h>
#include <string.h>

/* Between the places of two kinds, so that a row can be written in by hand. */
enum { PLACE_STEP = 10 };

static const char count_uses[] = "SELECT kind_id, COUNT(*) FROM fact GROUP BY kind_id";
static const char count_use[] = "SELECT COUNT(*) FROM fact WHERE kind_id = $1";

static const Field fields[] = {
    {"code", FIELD_TEXT, FIELD_REQUIRED, offsetof(FactKind, code), N_("Code")},
    {"label", FIELD_TEXT, FIELD_PLAIN, offsetof(FactKind, label), N_("Name")},
    {"sensitivity", FIELD_TEXT, FIELD_REQUIRED, offsetof(FactKind, sensitivity), N_("Sensitivity")},
    {"is_warning", FIELD_INT, FIELD_PLAIN, offsetof(FactKind, is_warning), N_("Is a warning")},
    {"is_once", FIELD_INT, FIELD_PLAIN, offsetof(FactKind, is_once), N_("Until ticked")},
    {"place", FIELD_INT, FIELD_PLAIN, offsetof(FactKind, place), N_("Position")},
};

static char *call(gconstpointer record)
{
    return g_strdup(fact_kind_label(record));
}

const RecordType fact_kind_type = {
    .table = "fact_kind",
    .label = N_("kind of fact"),
    .size = sizeof(FactKind),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .call = call,
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
    {"tag", N_("Group"), "plain", false, false},
    {"note", N_("Note"), "plain", false, false},
};

const char *fact_kind_word(const FactKind *kind)
{
    for (guint i = 0; i < G_N_ELEMENTS(builtin); i++) {
        if (g_strcmp0(builtin[i].code, kind->code) == 0) {
            return _(builtin[i].label);
        }
    }
    return NULL;
}

bool fact_kind_is_own(const FactKind *kind)
{
    return fact_kind_word(kind) == NULL;
}

const char *fact_kind_label(const FactKind *kind)
{
    const char *word = kind->label != NULL ? kind->label : fact_kind_word(kind);
    return word != NULL ? word : kind->code;
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
        kind->place = PLACE_STEP * ((gint64)i + 1);
        ok = record_insert(deed, kind, error);
        record_free(kind);
    }
    return ok;
}

/* ---- what the owner changes ---- */

/* Whether WORDS, of which BEFORE_COLON (NULL: there is no colon) is the beginning, name KIND, whose
 * wording is *LENGTH long then. Both are folded. */
static bool names(const char *words, const char *before_colon, const FactKind *kind, gsize *length)
{
    g_autofree char *label = fold_text(fact_kind_label(kind));
    *length = strlen(label);
    if (before_colon != NULL && strcmp(before_colon, label) == 0) {
        return true;
    }
    return kind->label != NULL && g_str_has_prefix(words, label) &&
           (words[*length] == ' ' || words[*length] == '\0');
}

const FactKind *fact_kind_named(const GPtrArray *kinds, const char *words)
{
    const FactKind *best = NULL;
    gsize longest = 0;
    const char *colon = strchr(words, ':');
    g_autofree char *before = colon != NULL ? g_strndup(words, (gsize)(colon - words)) : NULL;
    g_autofree char *before_colon = before != NULL ? fold_text(before) : NULL;
    g_autofree char *folded = fold_text(words);
    for (guint i = 0; i < kinds->len; i++) {
        const FactKind *kind = g_ptr_array_index(kinds, i);
        gsize length = 0;
        if (names(folded, before_colon, kind, &length) && length > longest) {
            best = kind;
            longest = length;
        }
    }
    return best;
}

/* Whether two wordings would look the same in a list. */
static bool same_label(const char *a, const char *b)
{
    g_autofree char *key_a = fold_key(a), *key_b = fold_key(b);
    return strcmp(key_a, key_b) == 0;
}

static bool label_is_free(const GPtrArray *kinds, const FactKind *kind, GError **error)
{
    const char *label = fact_kind_label(kind);
    for (guint i = 0; i < kinds->len; i++) {
        const FactKind *other = g_ptr_array_index(kinds, i);
        if (other->head.id != kind->head.id && same_label(fact_kind_label(other), label)) {
            g_set_error(error, FAULT, FAULT_TAKEN,
                        _("There is already a kind of note called “%s”. Choose another name."),
                        fact_kind_label(other));
            return false;
        }
    }
    return true;
}

static bool has_label(const FactKind *kind, GError **error)
{
    if (kind->label == NULL || *kind->label == '\0') {
        g_set_error_literal(error, FAULT, FAULT_REFUSED, _("The kind of note needs a name."));
        return false;
    }
    return true;
}

/* A code that none of KINDS has. The beginning keeps it apart from the program's, also from those
 * of later versions. Free with g_free. */
static char *free_code(const GPtrArray *kinds, const char *label)
{
    g_autofree char *folded = fold_text(label);
    g_autofree char *code =
        g_strconcat("own_", *folded != '\0' ? g_strdelimit(folded, " ", '_') : "kind", NULL);
    char *found = g_strdup(code);
    for (guint number = 2; fact_kind_by_code(kinds, found) != NULL; number++) {
        g_free(found);
        found = g_strdup_printf("%s_%u", code, number);
    }
    return found;
}

bool fact_kind_add(Deed *deed, FactKind *kind, GError **error)
{
    g_autoptr(GPtrArray) kinds = fact_kind_list(deed_db(deed), error);
    if (kinds == NULL || !has_label(kind, error) || !label_is_free(kinds, kind, error)) {
        return false;
    }
    const FactKind *last = kinds->len > 0 ? g_ptr_array_index(kinds, kinds->len - 1) : NULL;
    g_autofree char *code = free_code(kinds, kind->label);
    record_set_text(&kind->code, code);
    kind->place = (last != NULL ? last->place : 0) + PLACE_STEP;
    return record_insert(deed, kind, error);
}

bool fact_kind_change(Deed *deed, FactKind *kind, GError **error)
{
    g_autoptr(GPtrArray) kinds = fact_kind_list(deed_db(deed), error);
    const FactKind *stored = kinds != NULL ? fact_kind_by_id(kinds, kind->head.id) : NULL;
    if (kinds == NULL) {
        return false;
    }
    bool other_use = stored != NULL &&
                     (strcmp(stored->sensitivity, kind->sensitivity) != 0 ||
                      stored->is_warning != kind->is_warning || stored->is_once != kind->is_once);
    if (stored != NULL && !fact_kind_is_own(stored) && other_use) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("This kind of note comes with the program: only its name can be "
                              "changed."));
        return false;
    }
    if (fact_kind_is_own(kind) && !has_label(kind, error)) {
        return false;
    }
    return label_is_free(kinds, kind, error) && record_update(deed, kind, error);
}

/* Gives the kinds the places of their order in KINDS. */
static bool write_places(Deed *deed, const GPtrArray *kinds, GError **error)
{
    bool ok = true;
    for (guint i = 0; ok && i < kinds->len; i++) {
        FactKind *kind = g_ptr_array_index(kinds, i);
        kind->place = PLACE_STEP * ((gint64)i + 1);
        ok = record_update(deed, kind, error);
    }
    return ok;
}

bool fact_kind_move(Deed *deed, gint64 id, int step, GError **error)
{
    g_autoptr(GPtrArray) kinds = fact_kind_list(deed_db(deed), error);
    guint from = 0;
    if (kinds == NULL) {
        return false;
    }
    while (from < kinds->len && ((const RecordHead *)g_ptr_array_index(kinds, from))->id != id) {
        from++;
    }
    if (from == kinds->len) {
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("This kind of note is gone. Somebody else removed it."));
        return false;
    }
    int to = CLAMP((int)from + step, 0, (int)kinds->len - 1);
    g_ptr_array_insert(kinds, to, g_ptr_array_steal_index(kinds, from));
    return write_places(deed, kinds, error);
}

bool fact_kind_remove(Deed *deed, gint64 id, GError **error)
{
    gint64 notes = 0;
    FactKind *kind = record_load(deed_db(deed), &fact_kind_type, id, error);
    if (kind == NULL) {
        return false;
    }
    bool is_own = fact_kind_is_own(kind);
    record_free(kind);
    if (!is_own) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("This kind of note comes with the program and stays. It can be "
                              "given another name."));
        return false;
    }
    if (!db_get_int(deed_db(deed), count_use, DB_VALUES(db_int(id)), &notes, NULL, error)) {
        return false;
    }
    if (notes > 0) {
        int count = (int)MIN(notes, G_MAXINT);
        g_set_error(error, FAULT, FAULT_REFUSED,
                    ngettext("%d note is of this kind. Give it another kind first, then the kind "
                             "can go.",
                             "%d notes are of this kind. Give them another kind first, then the "
                             "kind can go.",
                             (unsigned long)count),
                    count);
        return false;
    }
    return record_remove(deed, &fact_kind_type, id, error);
}

GHashTable *fact_kind_uses(Db *db, GError **error)
{
    g_autoptr(Rows) rows = db_query(db, count_uses, DB_NO_VALUES, error);
    if (rows == NULL) {
        return NULL;
    }
    g_autoptr(GHashTable) uses = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    GError *fault = NULL;
    while (rows_next(rows, &fault)) {
        gint64 id = rows_int(rows, 0), count = rows_int(rows, 1);
        g_hash_table_insert(uses, g_memdup2(&id, sizeof id), g_memdup2(&count, sizeof count));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&uses);
}
