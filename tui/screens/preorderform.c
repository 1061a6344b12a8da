/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the form for a pre-order. */
#include "tui/screens/preorderform.h"

#include "data/base/i18n.h"
#include "data/base/timeofday.h"
#include "data/branch.h"
#include "tui/screens/nearfield.h"
#include "tui/screens/timefield.h"
#include "tui/screens/values.h"

#include <string.h>

enum { MOST_CHARS = 300, WORDS_MOST = 1000, SHORT_CHARS = 60 };

static const FormField rows[] = {
    {.name = "words",
     .label = N_("What"),
     .kind = FORM_TEXT,
     .joins = true,
     .hint = N_("cake for 12, strawberry"),
     .max_chars = WORDS_MOST},
    {.name = "day",
     .label = N_("Fetched on"),
     .kind = FORM_DATE,
     .hint = N_("friday, 27.11. or +3"),
     .max_chars = SHORT_CHARS,
     .reading = near_field_reading_ahead,
     .check = near_field_check_ahead},
    {.name = "time",
     .label = N_("At"),
     .kind = FORM_DATE,
     .hint = N_("any time"),
     .max_chars = SHORT_CHARS,
     .reading = time_field_reading,
     .check = time_field_check},
    {.name = "amount",
     .label = N_("Amount"),
     .kind = FORM_DATE,
     .hint = N_("12.50"),
     .max_chars = SHORT_CHARS,
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
};

void preorder_fields_clear(PreorderFields *fields)
{
    g_clear_pointer(&fields->context.currency, g_free);
    g_clear_pointer(&fields->branches, g_ptr_array_unref);
    g_clear_pointer(&fields->branch_labels, g_free);
}

Form *preorder_form_new(const PreorderFields *fields)
{
    return form_new(rows, G_N_ELEMENTS(rows), &fields->context);
}

void preorder_fields_take(PreorderFields *fields, Form *form, PreorderModel *model)
{
    g_free(fields->context.currency);
    fields->context.currency = g_strdup(model->currency);
    if (fields->branches != NULL || model->branches->len == 0) {
        return;
    }
    fields->branches = g_steal_pointer(&model->branches);
    fields->branch_labels = g_new0(const char *, fields->branches->len + 2);
    fields->branch_labels[0] = N_("any");
    for (guint i = 0; i < fields->branches->len; i++) {
        const Branch *branch = g_ptr_array_index(fields->branches, i);
        fields->branch_labels[i + 1] = branch->name;
    }
    const FormField row = {.name = "branch",
                           .label = N_("Branch"),
                           .kind = FORM_CHOICE,
                           .choices = fields->branch_labels};
    form_insert(form, (unsigned)form_find(form, "amount"), &row);
}

GHashTable *preorder_fields_values(const PreorderFields *fields, const Preorder *preorder)
{
    GHashTable *values = values_new();
    g_autofree char *day = near_field_shown(preorder->day);
    g_autofree char *amount = money_field_shown(preorder->amount, fields->context.currency);
    g_autofree char *time =
        preorder->minute != RECORD_NONE ? time_of_day_text(preorder->minute) : g_strdup("");
    values_set(values, "words", preorder->words);
    values_set(values, "day", day);
    values_set(values, "time", time);
    values_set(values, "amount", amount);
    values_set(values, "for_whom", preorder->for_whom);
    values_set(values, "occasion", preorder->occasion);
    if (fields->branches != NULL) {
        values_set_choice(values, "branch", branch_place(fields->branches, preorder->branch_id));
    }
    return values;
}

GHashTable *preorder_fields_again(const PreorderFields *fields, const Preorder *earlier)
{
    GHashTable *values = preorder_fields_values(fields, earlier);
    Day today = fields->context.today, day;
    if (day_from_text(earlier->day, &day) && day_is_whole(day)) {
        Day next = day_kept_in(day, today.year, LEAP_ON_28_FEBRUARY);
        if (day_compare(next, today) < 0) {
            next = day_kept_in(day, today.year + 1, LEAP_ON_28_FEBRUARY);
        }
        g_autofree char *text = day_for_people(next);
        values_set(values, "day", text);
    }
    return values;
}

static bool differs(GHashTable *values, GHashTable *filled, const char *name)
{
    return strcmp(values_get(values, name), values_get(filled, name)) != 0;
}

Preorder *preorder_fields_typed(const PreorderFields *fields, const Preorder *stored,
                                GHashTable *values, GHashTable *filled)
{
    Preorder *preorder = record_copy(stored);
    values_store(values, "words", &preorder->words);
    values_store(values, "for_whom", &preorder->for_whom);
    values_store(values, "occasion", &preorder->occasion);
    preorder->amount = money_field_amount(values_get(values, "amount"), &fields->context);
    if (differs(values, filled, "day") || preorder->day == NULL) {
        g_autofree char *day =
            near_field_stored_ahead(values_get(values, "day"), fields->context.today);
        record_set_text(&preorder->day, day);
    }
    if (differs(values, filled, "time")) {
        preorder->minute = RECORD_NONE;
        time_of_day_read(values_get(values, "time"), &preorder->minute);
    }
    if (fields->branches != NULL) {
        guint choice = values_get_choice(values, "branch");
        const Branch *branch = choice > 0 && choice <= fields->branches->len
                                   ? g_ptr_array_index(fields->branches, choice - 1)
                                   : NULL;
        preorder->branch_id = branch != NULL ? branch->head.id : 0;
    }
    return preorder;
}
