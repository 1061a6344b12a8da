/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a form, as texts by the names of its fields. */
#include "tui/screens/values.h"

#include "data/base/i18n.h"
#include "data/base/utf8.h"

#include <string.h>

GHashTable *values_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

const char *values_get(GHashTable *values, const char *name)
{
    const char *text = g_hash_table_lookup(values, name);
    return text != NULL ? text : "";
}

void values_set(GHashTable *values, const char *name, const char *text)
{
    g_hash_table_insert(values, g_strdup(name), g_strdup(text != NULL ? text : ""));
}

void values_store(GHashTable *values, const char *name, char **place)
{
    const char *text = values_get(values, name);
    if (strcmp(*place != NULL ? *place : "", text) != 0) {
        g_autofree char *clean = utf8_storable(text, -1, true, NULL);
        record_set_text(place, clean);
    }
}

guint values_get_choice(GHashTable *values, const char *name)
{
    return (guint)g_ascii_strtoull(values_get(values, name), NULL, 10);
}

void values_set_choice(GHashTable *values, const char *name, guint choice)
{
    g_hash_table_insert(values, g_strdup(name), g_strdup_printf("%u", choice));
}

void values_set_code(GHashTable *values, const char *name, const Choice *choices, const char *code)
{
    values_set_choice(values, name, MAX(choice_place(choices, code), 1) - 1);
}

const char *values_get_at(GHashTable *values, const char *name, guint index)
{
    g_autofree char *whole = g_strdup_printf("%s%u", name, index);
    return values_get(values, whole);
}

void values_set_at(GHashTable *values, const char *name, guint index, const char *text)
{
    g_autofree char *whole = g_strdup_printf("%s%u", name, index);
    values_set(values, whole, text);
}

GHashTable *values_of_form(const Form *form)
{
    GHashTable *values = values_new();
    for (guint i = 0; i < form_count(form); i++) {
        const char *name = form_field(form, i)->name;
        values_set(values, name, form_get(form, name));
    }
    return values;
}

void values_to_form(GHashTable *values, Form *form)
{
    for (guint i = 0; i < form_count(form); i++) {
        const FormField *field = form_field(form, i);
        if (field->kind == FORM_CHOICE) {
            form_choose(form, field->name, values_get_choice(values, field->name));
        } else {
            form_set(form, field->name, values_get(values, field->name));
        }
    }
}

const char **values_labels(const char *first, const Choice *choices)
{
    guint count = 0, place = 0;
    while (choices[count].code != NULL) {
        count++;
    }
    const char **labels = g_new0(const char *, count + 2);
    if (first != NULL) {
        labels[place++] = first;
    }
    for (guint i = 0; i < count; i++) {
        labels[place++] = choices[i].label;
    }
    return labels;
}

static GHashTable *copy_of(GHashTable *values)
{
    GHashTable *copy = values_new();
    GHashTableIter iter;
    gpointer name, text;
    g_hash_table_iter_init(&iter, values);
    while (g_hash_table_iter_next(&iter, &name, &text)) {
        values_set(copy, name, text);
    }
    return copy;
}

bool values_same(GHashTable *a, GHashTable *b, const char *name)
{
    g_autofree char *left = g_strstrip(g_strdup(values_get(a, name)));
    g_autofree char *right = g_strstrip(g_strdup(values_get(b, name)));
    return strcmp(left, right) == 0;
}

/* Whether B says the same for every name of A. */
static bool covers(GHashTable *a, GHashTable *b)
{
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, a);
    while (g_hash_table_iter_next(&iter, &name, NULL)) {
        if (!values_same(a, b, name)) {
            return false;
        }
    }
    return true;
}

bool values_equal(GHashTable *a, GHashTable *b)
{
    return covers(a, b) && covers(b, a);
}

GHashTable *values_merge(GHashTable *base, GHashTable *mine, GHashTable *theirs)
{
    GHashTable *both = copy_of(theirs);
    GHashTableIter iter;
    gpointer name, text;
    g_hash_table_iter_init(&iter, mine);
    while (g_hash_table_iter_next(&iter, &name, &text)) {
        if (!values_same(mine, base, name)) {
            values_set(both, name, text);
        }
    }
    return both;
}

bool values_clash(GHashTable *base, GHashTable *mine, GHashTable *theirs, const char *name)
{
    return !values_same(mine, base, name) && !values_same(theirs, base, name) &&
           !values_same(mine, theirs, name);
}

const char *values_shown(GHashTable *values, const FormField *field)
{
    return field->kind == FORM_CHOICE ? _(field->choices[values_get_choice(values, field->name)])
                                      : values_get(values, field->name);
}

void values_tell_clashes(Form *form, GHashTable *base, GHashTable *mine, GHashTable *theirs)
{
    for (guint i = 0; i < form_count(form); i++) {
        const FormField *field = form_field(form, i);
        if (values_clash(base, mine, theirs, field->name)) {
            g_autofree char *remark =
                g_strdup_printf(_("Now stored: %s"), values_shown(theirs, field));
            form_complain(form, field->name, remark);
        }
    }
}
