/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the form for a lost customer. */
#include "tui/screens/lossform.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/money.h"
#include "tui/screens/nearfield.h"
#include "tui/screens/reasonfield.h"
#include "tui/screens/values.h"

#include <string.h>

enum { MOST_CHARS = 300 };

static char *reason_reading(const char *typed, gconstpointer context)
{
    return reason_field_reading(((const LossContext *)context)->reasons, typed);
}

static bool reason_check(const char *typed, gconstpointer context, GError **error)
{
    return reason_field_check(((const LossContext *)context)->reasons, typed, error);
}

static bool is_blank(const char *typed)
{
    g_autofree char *text = g_strstrip(g_strdup(typed));
    return *text == '\0';
}

static char *value_reading(const char *typed, gconstpointer context)
{
    const char *currency = ((const LossContext *)context)->currency;
    gint64 amount = 0;
    if (!money_read(typed, currency, &amount, NULL)) {
        return NULL;
    }
    g_autofree char *bare = money_bare(amount, currency);
    return strcmp(bare, typed) != 0 ? money_for_people(amount, currency) : NULL;
}

static bool value_check(const char *typed, gconstpointer context, GError **error)
{
    gint64 amount = 0;
    bool too_much = false;
    if (is_blank(typed) ||
        money_read(typed, ((const LossContext *)context)->currency, &amount, &too_much)) {
        return true;
    }
    g_autofree char *sentence = money_refused(typed, too_much);
    g_set_error_literal(error, FAULT, FAULT_REFUSED, sentence);
    return false;
}

static const FormField day_row = {.name = "day",
                                  .label = N_("Since"),
                                  .kind = FORM_DATE,
                                  .hint = N_("today, 27.11."),
                                  .reading = near_field_reading_back,
                                  .check = near_field_check_back};

static const FormField words_row = {.name = "words",
                                    .label = N_("Note"),
                                    .kind = FORM_TEXT,
                                    .joins = true,
                                    .max_chars = MOST_CHARS};

static const FormField back_row = {.name = "back_day",
                                   .label = N_("Back since"),
                                   .kind = FORM_DATE,
                                   .hint = N_("today, 27.11."),
                                   .reading = near_field_reading_back,
                                   .check = near_field_check_back};

static const FormField reason_rows[] = {
    {.name = "reason",
     .label = N_("They say"),
     .kind = FORM_DATE,
     .hint = N_("too expensive, moved …"),
     .reading = reason_reading,
     .check = reason_check},
    {.name = "real",
     .label = N_("The real reason"),
     .kind = FORM_DATE,
     .hint = N_("as far as you know"),
     .reading = reason_reading,
     .check = reason_check},
    {.name = "competitor", .label = N_("Now goes to"), .kind = FORM_TEXT, .max_chars = MOST_CHARS},
    {.name = "value",
     .label = N_("Worth a year"),
     .kind = FORM_DATE,
     .reading = value_reading,
     .check = value_check},
};

static const FormField ask_row = {.name = "ask_day",
                                  .label = N_("Ask until"),
                                  .kind = FORM_DATE,
                                  .hint = N_("friday, 27.11. or +7"),
                                  .reading = near_field_reading_ahead,
                                  .check = near_field_check_ahead};

static const FormField try_rows[] = {
    {.name = "outcome", .label = N_("What came of it"), .kind = FORM_TEXT, .max_chars = MOST_CHARS},
    {.name = "attempt",
     .label = N_("Tried"),
     .kind = FORM_TEXT,
     .hint = N_("to win them back: voucher, call …"),
     .max_chars = MOST_CHARS},
    {.name = "attempt_day",
     .label = N_("Tried on"),
     .kind = FORM_DATE,
     .hint = N_("today, 27.11."),
     .reading = near_field_reading_back,
     .check = near_field_check_back},
};

static const char *const greeted_labels[] = {N_("do not show"), N_("go on showing"), NULL};

static void add_rows(LossForm *own)
{
    const FormField clerk = {.name = "clerk",
                             .label = N_("Who asks why"),
                             .kind = FORM_CHOICE,
                             .choices = own->context.clerk.labels};
    const FormField result = {
        .name = "result", .label = N_("Result"), .kind = FORM_CHOICE, .choices = own->results};
    const FormField greeted = {
        .name = "greeted", .label = N_("Birthday"), .kind = FORM_CHOICE, .choices = greeted_labels};
    form_append(own->form, reason_rows, G_N_ELEMENTS(reason_rows));
    if (own->context.clerk.clerks->len > 0) {
        form_append(own->form, &clerk, 1);
    }
    form_append(own->form, &ask_row, 1);
    form_append(own->form, try_rows, G_N_ELEMENTS(try_rows));
    form_append(own->form, &result, 1);
    form_append(own->form, &greeted, 1);
}

static bool is_death(GHashTable *values)
{
    return strcmp(loss_hows[values_get_choice(values, "how")].code, "died") == 0;
}

void loss_form_make(LossForm *own, const Loss *stored, GHashTable *values)
{
    g_autofree char *focus = g_strdup(own->form != NULL ? form_focus(own->form) : "how");
    g_clear_pointer(&own->form, form_free);
    if (own->hows == NULL) {
        own->hows = values_labels(NULL, loss_hows);
        own->results = values_labels(N_("nothing tried yet"), loss_results);
    }
    const FormField how = {
        .name = "how", .label = N_("How"), .kind = FORM_CHOICE, .choices = own->hows};
    own->is_death = is_death(values);
    own->form = form_new(&how, 1, &own->context);
    form_append(own->form, &day_row, 1);
    if (!own->is_death) {
        add_rows(own);
    }
    form_append(own->form, &words_row, 1);
    if (stored->back_day != NULL) {
        form_append(own->form, &back_row, 1);
    }
    values_to_form(values, own->form);
    form_set_focus(own->form, form_find(own->form, focus) >= 0 ? focus : "how");
}

void loss_form_clear(LossForm *own)
{
    g_clear_pointer(&own->form, form_free);
    clerk_field_clear(&own->context.clerk);
    g_clear_pointer(&own->hows, g_free);
    g_clear_pointer(&own->results, g_free);
}

static bool is_reason(const char *name)
{
    return strcmp(name, "reason") == 0 || strcmp(name, "real") == 0;
}

void loss_form_follow(LossForm *own, const Loss *stored)
{
    g_autofree char *focus = g_strdup(form_focus(own->form));
    g_autoptr(GHashTable) typed = values_of_form(own->form);
    if (is_death(typed) != own->is_death) {
        /* What was typed stays; rows that come back have what is stored. */
        g_autoptr(GHashTable) values = loss_values(stored, &own->context);
        GHashTableIter iter;
        gpointer name, text;
        g_hash_table_iter_init(&iter, typed);
        while (g_hash_table_iter_next(&iter, &name, &text)) {
            values_set(values, name, text);
        }
        loss_form_make(own, stored, values);
    } else if (is_reason(focus)) {
        const char *asked = form_get(own->form, focus);
        form_suggest(own->form, focus, asked, reason_field_complete(own->context.reasons, asked));
    }
}

void loss_form_put_reason(LossForm *own, const char *label)
{
    const char *focus = form_focus(own->form);
    const char *field = is_reason(focus) ? focus : "reason";
    g_autofree char *name = g_strdup(field);
    form_type(own->form, name, label);
    form_set_focus(own->form, name);
}
