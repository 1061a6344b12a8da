/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a form as a draft, and back. */
#include "tui/screens/formdraft.h"

#include "tui/screens/values.h"

#include <string.h>

/* What FIELD says when nobody has touched it. */
static const char *empty_value(const FormField *field)
{
    return field->kind == FORM_CHOICE ? "0" : "";
}

void form_draft_keep(Draft *draft, const Form *form, GHashTable *filled)
{
    g_autoptr(GHashTable) values = values_of_form(form);
    for (guint i = 0; i < form_count(form); i++) {
        const FormField *field = form_field(form, i);
        const char *typed = values_get(values, field->name);
        const char *before = filled != NULL ? values_get(filled, field->name) : empty_value(field);
        if (strcmp(typed, before) != 0) {
            draft_put(draft, field->name, typed, before);
        }
    }
}

/* Whether FORM can show TEXT in the field NAME; one it does not know is a further line of phones.
 */
static bool can_show(const Form *form, const char *name, const char *text)
{
    int index = form_find(form, name);
    const FormField *field = index >= 0 ? form_field(form, (unsigned)index) : NULL;
    if (field == NULL || field->kind != FORM_CHOICE) {
        return true;
    }
    guint count = 0;
    while (field->choices[count] != NULL) {
        count++;
    }
    return g_ascii_strtoull(text, NULL, 10) < count;
}

GHashTable *form_draft_merge(const Draft *draft, const Form *form, GHashTable *filled,
                             GHashTable **base, GHashTable **mine)
{
    g_autoptr(GHashTable) now = values_of_form(form);
    *base = values_new();
    *mine = values_new();
    GHashTableIter iter;
    gpointer name, text;
    g_hash_table_iter_init(&iter, draft->words);
    while (g_hash_table_iter_next(&iter, &name, &text)) {
        bool is_touched = strcmp(values_get(now, name), values_get(filled, name)) != 0;
        if (!is_touched && can_show(form, name, text)) {
            values_set(*base, name, g_hash_table_lookup(draft->before, name));
            values_set(*mine, name, text);
        }
    }
    return values_merge(*base, *mine, now);
}

void form_draft_focus(Form *form, GHashTable *mine)
{
    for (guint i = form_count(form); i > 0; i--) {
        const char *name = form_field(form, i - 1)->name;
        if (g_hash_table_contains(mine, name)) {
            form_set_focus(form, name);
            return;
        }
    }
}

bool form_draft_clashes(GHashTable *base, GHashTable *mine, GHashTable *theirs)
{
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, mine);
    while (g_hash_table_iter_next(&iter, &name, NULL)) {
        if (values_clash(base, mine, theirs, name)) {
            return true;
        }
    }
    return false;
}

bool form_draft_restore(const Draft *draft, Form *form, GHashTable *filled)
{
    g_autoptr(GHashTable) base = NULL;
    g_autoptr(GHashTable) mine = NULL;
    g_autoptr(GHashTable) both = form_draft_merge(draft, form, filled, &base, &mine);
    values_to_form(both, form);
    form_draft_focus(form, mine);
    values_tell_clashes(form, base, mine, filled);
    return form_draft_clashes(base, mine, filled);
}
