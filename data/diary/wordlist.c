/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of words the owner edits: causes of complaints, reasons of losses. */
#include "data/diary/wordlist.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/lookup/fold.h"

#include <string.h>

/* Between the places of two words, so that a row can be written in by hand. */
enum { PLACE_STEP = 10 };

static const BuiltinWord *builtin_of(const WordList *list, const char *code)
{
    for (guint i = 0; i < list->builtin_count; i++) {
        if (g_strcmp0(list->builtin[i].code, code) == 0) {
            return &list->builtin[i];
        }
    }
    return NULL;
}

const char *wordlist_builtin(const WordList *list, const ListWord *word)
{
    const BuiltinWord *builtin = builtin_of(list, word->code);
    return builtin != NULL ? _(builtin->label) : NULL;
}

const char *wordlist_label(const WordList *list, const ListWord *word)
{
    const char *label = word->label != NULL ? word->label : wordlist_builtin(list, word);
    return label != NULL ? label : word->code;
}

GPtrArray *wordlist_all(Db *db, const WordList *list, GError **error)
{
    return record_list(db, list->type, "ORDER BY place, id", DB_NO_VALUES, error);
}

bool wordlist_count(Db *db, const WordList *list, guint *all, guint *own, GError **error)
{
    g_autoptr(GPtrArray) words = wordlist_all(db, list, error);
    *all = words != NULL ? words->len : 0;
    *own = 0;
    for (guint i = 0; i < *all; i++) {
        *own += wordlist_builtin(list, g_ptr_array_index(words, i)) == NULL ? 1 : 0;
    }
    return words != NULL;
}

const ListWord *wordlist_by_code(const GPtrArray *words, const char *code)
{
    for (guint i = 0; i < words->len; i++) {
        const ListWord *word = g_ptr_array_index(words, i);
        if (g_strcmp0(word->code, code) == 0) {
            return word;
        }
    }
    return NULL;
}

const ListWord *wordlist_by_id(const GPtrArray *words, gint64 id)
{
    for (guint i = 0; i < words->len; i++) {
        const ListWord *word = g_ptr_array_index(words, i);
        if (word->head.id == id) {
            return word;
        }
    }
    return NULL;
}

/* Whether two wordings would look the same in a list. */
static bool is_same(const char *a, const char *b)
{
    g_autofree char *key_a = fold_key(a), *key_b = fold_key(b);
    return strcmp(key_a, key_b) == 0;
}

/* Whether CODE is meant by TEXT, in which blanks and dashes may stand for its low lines. */
static bool is_code(const char *code, const char *text)
{
    g_autofree char *spoken = g_strdelimit(g_strdup(code), "_", ' ');
    return is_same(spoken, text);
}

const ListWord *wordlist_named(const WordList *list, const GPtrArray *words, const char *text)
{
    for (guint i = 0; i < words->len; i++) {
        const ListWord *word = g_ptr_array_index(words, i);
        if (is_same(wordlist_label(list, word), text)) {
            return word;
        }
    }
    for (guint i = 0; i < words->len; i++) {
        const ListWord *word = g_ptr_array_index(words, i);
        const char *builtin = wordlist_builtin(list, word);
        if (is_code(word->code, text) || (builtin != NULL && is_same(builtin, text))) {
            return word;
        }
    }
    return NULL;
}

/* ---- what the owner changes ---- */

bool wordlist_may_be_called(const WordList *list, const GPtrArray *words, gint64 id,
                            const char *label, GError **error)
{
    const ListWord *own = wordlist_by_id(words, id);
    const char *builtin = own != NULL ? wordlist_builtin(list, own) : NULL;
    const char *wanted = label != NULL && *label != '\0' ? label : builtin;
    if (wanted == NULL) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED, _("Please type a name."));
        return false;
    }
    for (guint i = 0; i < words->len; i++) {
        const ListWord *other = g_ptr_array_index(words, i);
        if (other->head.id != id && is_same(wordlist_label(list, other), wanted)) {
            g_set_error(error, FAULT, FAULT_TAKEN,
                        _("“%s” is on the list already. Choose another name."),
                        wordlist_label(list, other));
            return false;
        }
    }
    return true;
}

static bool has_family(const WordList *list, const ListWord *word, GError **error)
{
    for (guint i = 0; list->families != NULL && list->families[i].code != NULL; i++) {
        if (g_strcmp0(list->families[i].code, word->family) == 0) {
            return true;
        }
    }
    if (list->families == NULL && word->family == NULL) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_REFUSED,
                        _("It has to be said which family it belongs to."));
    return false;
}

/* A code that none of WORDS has. The beginning keeps it apart from the program's, also from those
 * of later versions. Free with g_free. */
static char *free_code(const GPtrArray *words, const char *label)
{
    g_autofree char *folded = fold_text(label);
    g_autofree char *code =
        g_strconcat("own_", *folded != '\0' ? g_strdelimit(folded, " ", '_') : "word", NULL);
    char *found = g_strdup(code);
    for (guint number = 2; wordlist_by_code(words, found) != NULL; number++) {
        g_free(found);
        found = g_strdup_printf("%s_%u", code, number);
    }
    return found;
}

bool wordlist_add(Deed *deed, const WordList *list, ListWord *word, GError **error)
{
    g_autoptr(GPtrArray) words = wordlist_all(deed_db(deed), list, error);
    if (words == NULL || !wordlist_may_be_called(list, words, 0, word->label, error) ||
        !has_family(list, word, error)) {
        return false;
    }
    const ListWord *last = words->len > 0 ? g_ptr_array_index(words, words->len - 1) : NULL;
    g_autofree char *code = free_code(words, word->label);
    record_set_text(&word->code, code);
    word->place = (last != NULL ? last->place : 0) + PLACE_STEP;
    return record_insert(deed, word, error);
}

bool wordlist_change(Deed *deed, const WordList *list, ListWord *word, GError **error)
{
    g_autoptr(GPtrArray) words = wordlist_all(deed_db(deed), list, error);
    const ListWord *stored = words != NULL ? wordlist_by_id(words, word->head.id) : NULL;
    if (words == NULL || !wordlist_may_be_called(list, words, word->head.id, word->label, error) ||
        !has_family(list, word, error)) {
        return false;
    }
    if (stored != NULL && wordlist_builtin(list, stored) != NULL &&
        g_strcmp0(stored->family, word->family) != 0) {
        g_set_error_literal(
            error, FAULT, FAULT_REFUSED,
            _("This one came with the program: it can be given another name, but stays where it "
              "belongs."));
        return false;
    }
    return record_update(deed, word, error);
}

/* Gives the words the places of their order in WORDS. */
static bool write_places(Deed *deed, const GPtrArray *words, GError **error)
{
    bool ok = true;
    for (guint i = 0; ok && i < words->len; i++) {
        ListWord *word = g_ptr_array_index(words, i);
        word->place = PLACE_STEP * ((gint64)i + 1);
        ok = record_update(deed, word, error);
    }
    return ok;
}

bool wordlist_move(Deed *deed, const WordList *list, gint64 id, int step, GError **error)
{
    g_autoptr(GPtrArray) words = wordlist_all(deed_db(deed), list, error);
    guint from = 0;
    if (words == NULL) {
        return false;
    }
    while (from < words->len && ((const RecordHead *)g_ptr_array_index(words, from))->id != id) {
        from++;
    }
    if (from == words->len) {
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("This one is gone. Somebody else removed it."));
        return false;
    }
    int to = CLAMP((int)from + step, 0, (int)words->len - 1);
    g_ptr_array_insert(words, to, g_ptr_array_steal_index(words, from));
    return write_places(deed, words, error);
}

/* Whether nothing uses the word ID. FAULT_REFUSED otherwise. */
static bool is_unused(Db *db, const WordList *list, gint64 id, GError **error)
{
    g_autoptr(GHashTable) uses = wordlist_uses(db, list, error);
    const gint64 *count = uses != NULL ? g_hash_table_lookup(uses, &id) : NULL;
    if (count != NULL) {
        g_autofree char *sentence = list->in_use(*count);
        g_set_error_literal(error, FAULT, FAULT_REFUSED, sentence);
    }
    return uses != NULL && count == NULL;
}

bool wordlist_remove(Deed *deed, const WordList *list, gint64 id, GError **error)
{
    ListWord *word = record_load(deed_db(deed), list->type, id, error);
    if (word == NULL) {
        return false;
    }
    bool is_own = wordlist_builtin(list, word) == NULL;
    record_free(word);
    if (!is_own) {
        g_set_error_literal(
            error, FAULT, FAULT_REFUSED,
            _("This one came with the program and stays. It can be given another name."));
        return false;
    }
    return is_unused(deed_db(deed), list, id, error) && record_remove(deed, list->type, id, error);
}

GHashTable *wordlist_uses(Db *db, const WordList *list, GError **error)
{
    g_autoptr(Rows) rows = db_query(db, list->count_uses, DB_NO_VALUES, error);
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

bool wordlist_add_builtin(Deed *deed, const WordList *list, GError **error)
{
    g_autoptr(GPtrArray) present = wordlist_all(deed_db(deed), list, error);
    bool ok = present != NULL;
    for (guint i = 0; ok && i < list->builtin_count; i++) {
        if (wordlist_by_code(present, list->builtin[i].code) != NULL) {
            continue;
        }
        ListWord *word = record_new(list->type);
        record_set_text(&word->code, list->builtin[i].code);
        record_set_text(&word->family, list->builtin[i].family);
        word->place = PLACE_STEP * ((gint64)i + 1);
        ok = record_insert(deed, word, error);
        record_free(word);
    }
    return ok;
}
