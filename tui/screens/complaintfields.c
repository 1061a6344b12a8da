/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the form for a complaint. */
#include "tui/screens/complaintfields.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/money.h"
#include "data/branch.h"
#include "data/diary/complaintcause.h"
#include "data/diary/feedback.h"
#include "tui/screens/nearfield.h"
#include "tui/screens/values.h"

#include <string.h>

enum { MOST_CHARS = 1000, MOST_NAME = 120, MOST_AMOUNT = 30 };

/* ---- choices ---- */

static const char *cause_label(gconstpointer cause)
{
    return complaint_cause_label(cause);
}

static const char *branch_label(gconstpointer branch)
{
    return ((const Branch *)branch)->name;
}

/* FIRST (N_()), then what LABEL gives for each of RECORDS. */
static const char **labels_of(const GPtrArray *records, const char *first,
                              const char *(*label)(gconstpointer record))
{
    const char **labels = g_new0(const char *, records->len + 2);
    labels[0] = first;
    for (guint i = 0; i < records->len; i++) {
        labels[i + 1] = label(g_ptr_array_index(records, i));
    }
    return labels;
}

/* Which choice the record ID is, 0 for none of RECORDS; and back. */
static guint choice_of(const GPtrArray *records, gint64 id)
{
    for (guint i = 0; i < records->len; i++) {
        if (((const RecordHead *)g_ptr_array_index(records, i))->id == id) {
            return i + 1;
        }
    }
    return 0;
}

static gint64 id_of(const GPtrArray *records, guint choice)
{
    bool is_one = choice > 0 && choice <= records->len;
    return is_one ? ((const RecordHead *)g_ptr_array_index(records, choice - 1))->id : 0;
}

void complaint_fields_init(ComplaintFields *fields, ComplaintModel *model, Day today)
{
    fields->money.today = today;
    fields->money.currency = g_strdup(model->currency);
    fields->causes = g_ptr_array_ref(model->causes);
    fields->branches = g_ptr_array_ref(model->branches);
    clerk_field_init(&fields->clerk, g_steal_pointer(&model->at_counter), N_("nobody yet"));
    fields->cause_labels = labels_of(fields->causes, N_("not known yet"), cause_label);
    fields->branch_labels = labels_of(fields->branches, N_("not said"), branch_label);
    fields->severities = values_labels(NULL, complaint_severities);
    fields->channels = values_labels(N_("not said"), feedback_channels);
    fields->contents = values_labels(N_("not asked"), complaint_contents);
}

void complaint_fields_renew(ComplaintFields *fields, const ComplaintModel *model, Form *form)
{
    clerk_field_renew(&fields->clerk, model->at_counter, form, "clerk");
}

void complaint_fields_clear(ComplaintFields *fields)
{
    g_clear_pointer(&fields->money.currency, g_free);
    g_clear_pointer(&fields->causes, g_ptr_array_unref);
    g_clear_pointer(&fields->branches, g_ptr_array_unref);
    clerk_field_clear(&fields->clerk);
    g_clear_pointer(&fields->cause_labels, g_free);
    g_clear_pointer(&fields->branch_labels, g_free);
    g_clear_pointer(&fields->severities, g_free);
    g_clear_pointer(&fields->channels, g_free);
    g_clear_pointer(&fields->contents, g_free);
}

/* ---- the rows ---- */

static void append_choice(Form *form, const char *name, const char *label, const char **choices)
{
    const FormField row = {.name = name, .label = label, .kind = FORM_CHOICE, .choices = choices};
    form_append(form, &row, 1);
}

static void append_text(Form *form, const char *name, const char *label, const char *hint)
{
    const FormField row = {.name = name,
                           .label = label,
                           .kind = FORM_TEXT,
                           .hint = hint,
                           .max_chars = MOST_CHARS,
                           .joins = true};
    form_append(form, &row, 1);
}

static const FormField until_field = {.name = "until",
                                      .label = N_("Until"),
                                      .kind = FORM_DATE,
                                      .hint = N_("friday, 27.11. or +3"),
                                      .reading = near_field_reading_ahead,
                                      .check = near_field_check_ahead};

static const FormField day_field = {.name = "day",
                                    .label = N_("Day"),
                                    .kind = FORM_DATE,
                                    .hint = N_("today"),
                                    .reading = near_field_reading_back,
                                    .check = near_field_check_back};

static const FormField cost_field = {.name = "cost",
                                     .label = N_("It cost us"),
                                     .kind = FORM_DATE,
                                     .hint = N_("12.50"),
                                     .max_chars = MOST_AMOUNT,
                                     .reading = money_field_reading,
                                     .check = money_field_check};

static const FormField article_field = {
    .name = "article", .label = N_("Article"), .kind = FORM_TEXT, .max_chars = MOST_NAME};

Form *complaint_form_new(const ComplaintFields *fields, bool is_stored)
{
    Form *form = form_new(NULL, 0, fields);
    append_text(form, "words", N_("What happened"), N_("wrong name on the cake"));
    append_choice(form, "cause", N_("Cause"), fields->cause_labels);
    append_choice(form, "severity", N_("How bad"), fields->severities);
    append_text(form, "remedy", N_("Asked for"), N_("a new cake by Saturday"));
    append_choice(form, "clerk", N_("Who answers"), fields->clerk.labels);
    form_append(form, &until_field, 1);
    if (is_stored) {
        append_text(form, "answer", N_("Our answer"), NULL);
        form_append(form, &cost_field, 1);
        append_choice(form, "content", N_("Content?"), fields->contents);
        append_text(form, "changed", N_("We changed"), NULL);
    }
    append_choice(form, "channel", N_("Came by"), fields->channels);
    form_append(form, &article_field, 1);
    form_append(form, &day_field, 1);
    if (is_stored && fields->branches->len > 0) {
        append_choice(form, "branch", N_("Branch"), fields->branch_labels);
    }
    form_set_focus(form, "words");
    return form;
}

/* ---- between record and form ---- */

GHashTable *complaint_fields_values(const ComplaintFields *fields, const ComplaintModel *model)
{
    const Complaint *complaint = model->complaint;
    bool is_new = complaint->head.id == 0;
    GHashTable *values = values_new();
    g_autofree char *until = near_field_shown(complaint->due_day);
    g_autofree char *day =
        is_new ? day_for_people(fields->money.today) : near_field_shown(complaint->day);
    g_autofree char *cost =
        complaint->cost != RECORD_NONE ? money_bare(complaint->cost, fields->money.currency) : NULL;
    values_set(values, "words", complaint->words);
    values_set_choice(values, "cause", choice_of(fields->causes, complaint->cause_id));
    values_set_code(values, "severity", complaint_severities,
                    is_new ? "middle" : complaint->severity);
    values_set(values, "remedy", complaint->remedy);
    values_set_choice(values, "clerk", clerk_field_choice(&fields->clerk, complaint->clerk_id));
    values_set(values, "until", until);
    values_set(values, "answer", complaint->answer);
    values_set(values, "cost", cost);
    values_set_choice(values, "content", choice_place(complaint_contents, complaint->content));
    values_set(values, "changed", complaint->changed);
    values_set_choice(values, "channel",
                      choice_place(feedback_channels, is_new ? "counter" : complaint->channel));
    values_set(values, "article", model->article);
    values_set(values, "day", day);
    values_set_choice(values, "branch", choice_of(fields->branches, complaint->branch_id));
    return values;
}

static bool differs(GHashTable *values, GHashTable *filled, const char *name)
{
    return strcmp(values_get(values, name), values_get(filled, name)) != 0;
}

/* The code of the choice NAME behind FIRST others. */
static const char *chosen_code(GHashTable *values, const char *name, const Choice *choices,
                               guint first)
{
    guint choice = values_get_choice(values, name);
    return choice >= first ? choices[choice - first].code : NULL;
}

static void apply_choices(const ComplaintFields *fields, GHashTable *values, GHashTable *filled,
                          Complaint *complaint)
{
    bool is_new = complaint->head.id == 0;
    if (is_new || differs(values, filled, "cause")) {
        complaint->cause_id = id_of(fields->causes, values_get_choice(values, "cause"));
    }
    if (is_new || differs(values, filled, "severity")) {
        record_set_text(&complaint->severity,
                        chosen_code(values, "severity", complaint_severities, 0));
    }
    if (is_new || differs(values, filled, "channel")) {
        record_set_text(&complaint->channel, chosen_code(values, "channel", feedback_channels, 1));
    }
    if (differs(values, filled, "clerk")) {
        complaint->clerk_id = clerk_field_id(&fields->clerk, values_get_choice(values, "clerk"));
    }
    if (differs(values, filled, "content")) {
        record_set_text(&complaint->content, chosen_code(values, "content", complaint_contents, 1));
    }
    if (differs(values, filled, "branch")) {
        complaint->branch_id = id_of(fields->branches, values_get_choice(values, "branch"));
    }
}

void complaint_fields_apply(const ComplaintFields *fields, GHashTable *values, GHashTable *filled,
                            Complaint *complaint)
{
    bool is_new = complaint->head.id == 0;
    values_store(values, "words", &complaint->words);
    values_store(values, "remedy", &complaint->remedy);
    apply_choices(fields, values, filled, complaint);
    if (differs(values, filled, "until")) {
        g_autofree char *until =
            near_field_stored_ahead(values_get(values, "until"), fields->money.today);
        record_set_text(&complaint->due_day, until);
    }
    if (is_new || differs(values, filled, "day")) {
        g_autofree char *typed =
            near_field_stored_back(values_get(values, "day"), fields->money.today);
        g_autofree char *today = day_to_text(fields->money.today);
        record_set_text(&complaint->day, typed != NULL ? typed : today);
    }
    if (is_new) {
        return;
    }
    values_store(values, "answer", &complaint->answer);
    values_store(values, "changed", &complaint->changed);
    if (differs(values, filled, "cost")) {
        complaint->cost = RECORD_NONE;
        money_read(values_get(values, "cost"), fields->money.currency, &complaint->cost, NULL);
    }
}
