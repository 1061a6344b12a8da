/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the form for a visit. */
#include "tui/screens/visitform.h"

#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "tui/screens/nearfield.h"
#include "tui/screens/values.h"

#include <string.h>

enum { MOST_CHARS = 300, MOST_ARTICLES = 1000, AMOUNT_CHARS = 60 };

void visit_fields_init(VisitFields *fields, Day today)
{
    *fields = (VisitFields){.context = {.today = today}};
    fields->kinds = values_labels(NULL, visit_kinds);
    fields->channels = values_labels(NULL, visit_channels);
}

void visit_fields_clear(VisitFields *fields)
{
    g_clear_pointer(&fields->context.currency, g_free);
    g_clear_pointer(&fields->kinds, g_free);
    g_clear_pointer(&fields->channels, g_free);
}

Form *visit_form_new(const VisitFields *self)
{
    const FormField fields[] = {
        {.name = "articles",
         .label = N_("What"),
         .kind = FORM_TEXT,
         .hint = N_("2 pretzels, cappuccino"),
         .max_chars = MOST_ARTICLES},
        {.name = "amount",
         .label = N_("Amount"),
         .kind = FORM_DATE,
         .hint = N_("12.50"),
         .max_chars = AMOUNT_CHARS,
         .reading = money_field_reading,
         .check = money_field_check},
        {.name = "for_whom",
         .label = N_("For whom"),
         .kind = FORM_TEXT,
         .hint = N_("her niece"),
         .max_chars = MOST_CHARS},
        {.name = "occasion",
         .label = N_("Occasion"),
         .kind = FORM_TEXT,
         .hint = N_("christening"),
         .max_chars = MOST_CHARS},
        {.name = "words",
         .label = N_("Details"),
         .kind = FORM_TEXT,
         .joins = true,
         .hint = N_("no marzipan"),
         .max_chars = MOST_CHARS},
        {.name = "kind", .label = N_("Kind"), .kind = FORM_CHOICE, .choices = self->kinds},
        {.name = "channel", .label = N_("How"), .kind = FORM_CHOICE, .choices = self->channels},
        {.name = "day",
         .label = N_("Day"),
         .kind = FORM_DATE,
         .hint = N_("today"),
         .reading = near_field_reading_back,
         .check = near_field_check_back},
    };
    return form_new(fields, G_N_ELEMENTS(fields), &self->context);
}

GHashTable *visit_fields_values(VisitFields *self, const VisitModel *model)
{
    g_free(self->context.currency);
    self->context.currency = g_strdup(model->currency);
    const Visit *visit = model->visit;
    GHashTable *values = values_new();
    g_autofree char *amount = money_field_shown(visit->amount, self->context.currency);
    g_autofree char *day = near_field_shown(visit->day);
    values_set(values, "articles", model->articles);
    values_set(values, "amount", amount);
    values_set(values, "words", visit->words);
    values_set(values, "for_whom", visit->for_whom);
    values_set(values, "occasion", visit->occasion);
    values_set(values, "day", day);
    values_set_code(values, "kind", visit_kinds, visit->kind);
    values_set_code(values, "channel", visit_channels, visit->channel);
    return values;
}

/* The day that was typed; a visit of today has the time it is. */
static void set_day(const VisitFields *self, Visit *visit, const char *typed, const Who *who)
{
    gint64 minute = RECORD_NONE;
    Day today = instant_local_moment(who->at, &minute);
    g_autofree char *text = near_field_stored_back(typed, self->context.today);
    g_autofree char *now = day_to_text(today);
    const char *day = text != NULL ? text : now;
    if (visit->head.id == 0 || strcmp(day, visit->day) != 0) {
        visit->minute = strcmp(day, now) == 0 ? minute : RECORD_NONE;
    }
    record_set_text(&visit->day, day);
}

Visit *visit_fields_typed(const VisitFields *self, const Visit *stored, GHashTable *values,
                          const Who *who)
{
    Visit *visit = record_copy(stored);
    values_store(values, "words", &visit->words);
    values_store(values, "for_whom", &visit->for_whom);
    values_store(values, "occasion", &visit->occasion);
    visit->amount = money_field_amount(values_get(values, "amount"), &self->context);
    record_set_text(&visit->kind, visit_kinds[values_get_choice(values, "kind")].code);
    record_set_text(&visit->channel, visit_channels[values_get_choice(values, "channel")].code);
    if (visit->head.id == 0) {
        visit->branch_id = who->branch_id;
    }
    /* "Return" with 3.20, and -3.20 without it, mean the same. */
    if (visit->amount != RECORD_NONE && visit->amount < 0) {
        record_set_text(&visit->kind, "return");
    }
    set_day(self, visit, values_get(values, "day"), who);
    return visit;
}
