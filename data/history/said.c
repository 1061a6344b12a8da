/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a row as people read them. */
#include "data/agenda/careplan.h"
#include "data/agenda/greeting.h"
#include "data/agenda/interaction.h"
#include "data/agenda/occasion.h"
#include "data/agenda/quiet.h"
#include "data/agenda/reminder.h"
#include "data/agenda/reminderevent.h"
#include "data/agenda/rule.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/base/money.h"
#include "data/base/timeofday.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/customer.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/relation.h"
#include "data/db/fields.h"
#include "data/diary/article.h"
#include "data/diary/complaint.h"
#include "data/diary/complaintcause.h"
#include "data/diary/feedback.h"
#include "data/diary/loss.h"
#include "data/diary/lossreason.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "data/diary/visit.h"
#include "data/diary/visititem.h"
#include "data/diary/wish.h"
#include "data/history/history_private.h"
#include "data/list/listseen.h"

#include <string.h>

static const Choice address_forms[] = {
    {"sie", N_("formal")},
    {"du", N_("informal")},
    {NULL, NULL},
};
static const Choice sensitivities[] = {
    {"plain", N_("not sensitive")},
    {"health", N_("health")},
    {"belief", N_("belief")},
    {NULL, NULL},
};
static const Choice reminder_states[] = {
    {"open", N_("open")},
    {"done", N_("done")},
    {"skipped", N_("skipped")},
    {NULL, NULL},
};

/* What a column holds, and what it is called where its descriptor has no word for it. */
typedef struct {
    const RecordType *type; /* NULL: of any table */
    const char *column;
    const char *label;      /* N_(); NULL: the descriptor's */
    const Choice *codes;    /* it holds one of them */
    const RecordType *refs; /* it names a row of it */
} Known;

static const Known known_columns[] = {
    {&customer_type, "address_form", NULL, address_forms, NULL},
    {&customer_type, "preferred_channel", NULL, customer_channels, NULL},
    {&customer_type, "closeness", NULL, customer_closenesses, NULL},
    {&contact_type, "kind", NULL, contact_kind_labels, NULL},
    {&relation_type, "kind", NULL, relation_kinds, NULL},
    {&relation_type, "other_customer_id", N_("Card"), NULL, &customer_type},
    {&fact_type, "kind_id", NULL, NULL, &fact_kind_type},
    {&fact_type, "done_at", N_("Ticked off on"), NULL, NULL},
    {&fact_kind_type, "sensitivity", NULL, sensitivities, NULL},
    {&consent_type, "purpose", NULL, consent_purposes, NULL},
    {&consent_type, "state", NULL, consent_states, NULL},
    {&consent_type, "how", NULL, consent_ways, NULL},
    {&occasion_type, "kind", NULL, occasion_kinds, NULL},
    {&greeting_type, "how", NULL, greeting_ways, NULL},
    {&visit_type, "kind", N_("Kind"), visit_kinds, NULL},
    {&visit_type, "channel", NULL, visit_channels, NULL},
    {&visit_type, "minute", N_("Time"), NULL, NULL},
    {&preorder_type, "state", NULL, preorder_states, NULL},
    {&preorder_type, "minute", N_("Time"), NULL, NULL},
    {&feedback_type, "kind", NULL, feedback_kinds, NULL},
    {&feedback_type, "expectation", NULL, feedback_expectations, NULL},
    {&feedback_type, "phase", NULL, feedback_phases, NULL},
    {&feedback_type, "touchpoint", NULL, feedback_touchpoints, NULL},
    {&feedback_type, "channel", NULL, feedback_channels, NULL},
    {&feedback_type, "wish_id", N_("Wish"), NULL, &wish_type},
    {&feedback_type, "told_day", N_("Told on"), NULL, NULL},
    {&complaint_type, "state", NULL, complaint_states, NULL},
    {&complaint_type, "severity", NULL, complaint_severities, NULL},
    {&complaint_type, "channel", NULL, feedback_channels, NULL},
    {&complaint_type, "content", NULL, complaint_contents, NULL},
    {&complaint_type, "acknowledged_day", N_("Acknowledged on"), NULL, NULL},
    {&complaint_type, "answered_day", N_("Answered on"), NULL, NULL},
    {&complaint_type, "closed_day", N_("Closed on"), NULL, NULL},
    {&promise_type, "state", NULL, promise_states, NULL},
    {&loss_type, "how", NULL, loss_hows, NULL},
    {&loss_type, "result", NULL, loss_results, NULL},
    {&loss_type, "attempt_day", N_("Tried on"), NULL, NULL},
    {&loss_reason_type, "family", NULL, loss_families, NULL},
    {&wish_type, "state", NULL, wish_states, NULL},
    {&rule_type, "event", NULL, rule_events, NULL},
    {&rule_type, "action", NULL, rule_actions, NULL},
    {&rule_type, "channel", NULL, customer_channels, NULL},
    {&reminder_type, "day", N_("Comes up on"), NULL, NULL},
    {&reminder_type, "minute", N_("Comes up at"), NULL, NULL},
    {&reminder_type, "state", NULL, reminder_states, NULL},
    {&reminder_type, "channel", NULL, customer_channels, NULL},
    {&interaction_type, "direction", NULL, interaction_directions, NULL},
    {&interaction_type, "channel", NULL, interaction_channels, NULL},
    {&interaction_type, "outcome", NULL, interaction_outcomes, NULL},
    {&interaction_type, "mood", NULL, interaction_moods, NULL},
    {&care_plan_type, "channel", NULL, care_channels, NULL},
    {&clerk_type, "active", N_("At work"), NULL, NULL},
    {NULL, "branch_id", NULL, NULL, &branch_type},
    {NULL, "clerk_id", NULL, NULL, &clerk_type},
    {NULL, "asked_by", N_("Asked by"), NULL, &clerk_type},
    {NULL, "article_id", NULL, NULL, &article_type},
    {NULL, "cause_id", NULL, NULL, &complaint_cause_type},
    {NULL, "reason_id", NULL, NULL, &loss_reason_type},
    {NULL, "real_reason_id", NULL, NULL, &loss_reason_type},
    {NULL, "done_day", N_("Done on"), NULL, NULL},
};

/* What is said of a row as a whole, or is of no use to people, is not said once more. */
static const struct {
    const RecordType *type;
    const char *column;
} left_out[] = {
    {&occasion_type, "year"},    {&occasion_type, "month"},    {&occasion_type, "day"},
    {&care_plan_type, "every"},  {&care_plan_type, "channel"}, {&care_plan_type, "words"},
    {&reminder_type, "repeats"}, {&quiet_type, "until_day"},   {&quiet_type, "words"},
    {&fact_kind_type, "place"},  {&fact_kind_type, "code"},
};

static const Known *known_column(const RecordType *type, const char *column)
{
    for (guint i = 0; i < G_N_ELEMENTS(known_columns); i++) {
        const Known *known = &known_columns[i];
        if ((known->type == NULL || known->type == type) && strcmp(known->column, column) == 0) {
            return known;
        }
    }
    return NULL;
}

static bool is_left_out(const RecordType *type, const char *column)
{
    for (guint i = 0; i < G_N_ELEMENTS(left_out); i++) {
        if (left_out[i].type == type && strcmp(left_out[i].column, column) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_day(const char *column)
{
    return g_str_has_suffix(column, "day") || strcmp(column, "since") == 0 ||
           strcmp(column, "last_visit_before") == 0;
}

static char *say_text(const Field *field, const Known *known, const char *text)
{
    Day day;
    if (known != NULL && known->codes != NULL) {
        return g_strdup(choice_label(known->codes, text));
    }
    if (g_str_has_suffix(field->column, "_at")) {
        day = instant_local_day(text);
        return day_is_none(day) ? g_strdup(text) : day_for_people(day);
    }
    return is_day(field->column) && day_from_text(text, &day) ? day_for_people(day)
                                                              : g_strdup(text);
}

static bool is_yes_or_no(const char *column)
{
    return g_str_has_prefix(column, "is_") || strcmp(column, "active") == 0;
}

static bool is_money(const Field *field)
{
    return field->type == FIELD_MAYBE &&
           (strcmp(field->column, "amount") == 0 || strcmp(field->column, "cost") == 0 ||
            strcmp(field->column, "value") == 0);
}

static char *say_number(Names *names, const Field *field, const Known *known, gint64 number)
{
    if (known != NULL && known->refs != NULL) {
        return g_strdup(names_call(names, known->refs, number));
    }
    if (is_yes_or_no(field->column)) {
        return g_strdup(number != 0 ? _("yes") : _("no"));
    }
    if (is_money(field)) {
        return money_for_people(number, names->currency);
    }
    if (g_str_has_suffix(field->column, "minute")) {
        return time_of_day_text(number);
    }
    return g_strdup_printf("%" G_GINT64_FORMAT, number);
}

/* The value of FIELD as people read it; NULL when there is none. */
static char *say(Names *names, const Field *field, const Known *known, gconstpointer record)
{
    DbValue value = field_value(field, record);
    if (value.type == DB_TEXT) {
        return say_text(field, known, value.text);
    }
    return value.type == DB_INT ? say_number(names, field, known, value.integer) : NULL;
}

static void add(GPtrArray *fields, const char *label, char *text)
{
    HistoryField *field = g_new0(HistoryField, 1);
    field->label = label;
    field->after = text;
    g_ptr_array_add(fields, field);
}

/* What several columns say together. */
static void add_whole(GPtrArray *fields, gconstpointer record)
{
    const RecordType *type = record_type(record);
    if (type == &occasion_type) {
        Day day = occasion_day(record);
        add(fields, N_("Day"), day_is_none(day) ? NULL : day_for_people(day));
    } else if (type == &care_plan_type) {
        add(fields, N_("Line of the plan"), care_plan_words(record));
    } else if (type == &quiet_type) {
        add(fields, N_("Quiet times"), type->call(record));
    } else if (type == &reminder_type) {
        Series series = reminder_series(record);
        add(fields, N_("Repeats"), series_words(&series));
    }
}

void history_field_free(gpointer data)
{
    HistoryField *field = data;
    g_free(field->before);
    g_free(field->after);
    g_free(field);
}

GPtrArray *said_fields(Names *names, gconstpointer record)
{
    GPtrArray *fields = g_ptr_array_new_with_free_func(history_field_free);
    const RecordType *type = record_type(record);
    for (guint i = 0; i < type->fields_count; i++) {
        const Field *field = &type->fields[i];
        const Known *known = known_column(type, field->column);
        const char *label = known != NULL && known->label != NULL ? known->label : field->label;
        if (label != NULL && !is_left_out(type, field->column)) {
            add(fields, label, say(names, field, known, record));
        }
    }
    add_whole(fields, record);
    return fields;
}

char *said_call(Names *names, gconstpointer record)
{
    const RecordType *type = record_type(record);
    if (type == &visit_item_type) {
        const VisitItem *item = record;
        const char *article = names_call(names, &article_type, item->article_id);
        return article != NULL
                   ? g_strdup_printf("%" G_GINT64_FORMAT " × %s", item->quantity, article)
                   : NULL;
    }
    if (type == &greeting_type) {
        const Greeting *greeting = record;
        return greeting_said(greeting->how, greeting->words);
    }
    g_autofree char *call = type->call != NULL ? type->call(record) : NULL;
    if (type == &fact_type && call != NULL && *call != '\0') {
        const char *kind = names_call(names, &fact_kind_type, ((const Fact *)record)->kind_id);
        return kind != NULL ? g_strdup_printf("%s: %s", kind, call) : g_steal_pointer(&call);
    }
    return call != NULL && *call != '\0' ? g_steal_pointer(&call) : NULL;
}

bool said_is_sensitive(Names *names, gconstpointer record)
{
    if (record_type(record) == &consent_type) {
        const char *purpose = ((const Consent *)record)->purpose;
        return g_strcmp0(purpose, "health") == 0 || g_strcmp0(purpose, "belief") == 0;
    }
    return record_type(record) == &fact_type &&
           names_is_sensitive_kind(names, ((const Fact *)record)->kind_id);
}

bool said_is_silent(const RecordType *type)
{
    return type == &list_seen_type || type == &reminder_event_type;
}
