/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completing what is typed into a form. */
#include "tui/screens/formsuggest.h"

#include "tui/screens/values.h"

#include <string.h>

SuggestAsk form_suggest_ask(const Form *form)
{
    SuggestWhat what = form_suggests(form);
    const char *focus = form_focus(form);
    if (what == SUGGEST_NOTHING) {
        return (SuggestAsk){0};
    }
    return (SuggestAsk){what, g_strdup(focus), g_strdup(form_get(form, focus))};
}

void form_suggest_ask_clear(SuggestAsk *ask)
{
    g_clear_pointer(&ask->field, g_free);
    g_clear_pointer(&ask->typed, g_free);
}

bool form_suggest_load(Shop *shop, const SuggestAsk *ask, GHashTable *values,
                       Suggestion *suggestion, GError **error)
{
    if (shop == NULL || ask->what == SUGGEST_NOTHING) {
        return true;
    }
    SuggestContext context = {0};
    if (values != NULL) {
        context.street = values_get(values, "street");
        context.postcode = values_get(values, "postcode");
        context.place = values_get(values, "place");
    }
    g_autoptr(GPtrArray) list = suggest_list(shop->db, ask->what, ask->typed, &context, 1, error);
    if (list == NULL) {
        return false;
    }
    suggestion->field = g_strdup(ask->field);
    suggestion->asked = g_strdup(ask->typed);
    suggestion->text = list->len > 0 ? g_strdup(g_ptr_array_index(list, 0)) : NULL;
    return true;
}

void suggestion_clear(Suggestion *suggestion)
{
    g_clear_pointer(&suggestion->field, g_free);
    g_clear_pointer(&suggestion->asked, g_free);
    g_clear_pointer(&suggestion->text, g_free);
}

void form_suggest_show(Form *form, const Suggestion *suggestion)
{
    if (suggestion->field != NULL) {
        form_suggest(form, suggestion->field, suggestion->asked, suggestion->text);
    }
}

bool form_suggest_is_due(const Form *form, unsigned changes, const char *focus)
{
    return form_suggests(form) != SUGGEST_NOTHING &&
           (form_changes(form) != changes || strcmp(form_focus(form), focus) != 0);
}
