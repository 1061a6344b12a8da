/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done for a customer, in the output of "show". */
#include "cli/show_agenda.h"

#include "cli/print.h"
#include "data/agenda/care.h"
#include "data/agenda/quiet.h"
#include "data/agenda/reminder.h"
#include "data/agenda/todo.h"
#include "data/base/i18n.h"
#include "data/base/timeofday.h"

#include <string.h>

/* "2026-11-27", "2026-11-27T15:00". Free with g_free. */
static char *moment_text(Moment moment)
{
    g_autofree char *day = day_to_text(moment.day);
    if (moment.minute == MINUTE_NONE) {
        return g_steal_pointer(&day);
    }
    g_autofree char *time = time_of_day_text(moment.minute);
    return g_strdup_printf("%sT%s", day, time);
}

static void add_reminder(JsonWriter *json, const Card *card, const Reminder *reminder)
{
    Series series = reminder_series(reminder);
    g_autofree char *id = todo_id(TODO_REMINDER, reminder->head.id);
    g_autofree char *due = moment_text(reminder_due(reminder));
    g_autofree char *shown = moment_text(reminder_comes_up(reminder));
    g_autofree char *repeats = series_words(&series);
    json_writer_begin_object(json);
    json_add_text(json, "id", id);
    json_add_text(json, "text", reminder->words);
    json_add_text(json, "due", due);
    json_add_text(json, "shown", shown);
    json_add_text(json, "repeats", repeats);
    json_add_text(json, "by", card_clerk(card, reminder->clerk_id));
    json_writer_end_object(json);
}

void show_agenda_add_json(JsonWriter *json, const Card *card)
{
    const Customer *customer = card->sheet->customer;
    json_add_text(json, "class", customer->class);
    json_add_text(json, "closeness", customer->closeness);
    json_add_text(json, "looked_after_by", card_clerk(card, customer->clerk_id));
    json_open_array(json, "reminders");
    for (guint i = 0; i < card->reminders->len; i++) {
        add_reminder(json, card, g_ptr_array_index(card->reminders, i));
    }
    json_writer_end_array(json);
    json_open_array(json, "next_contacts");
    for (guint i = 0; i < card->care->len; i++) {
        const CareItem *item = g_ptr_array_index(card->care, i);
        json_writer_begin_object(json);
        json_add_text(json, "channel", item->channel);
        json_add_day(json, "due", item->due);
        json_add_text(json, "last", item->last_day);
        json_add_text(json, "text", item->plan->words);
        json_writer_end_object(json);
    }
    json_writer_end_array(json);
    json_open_array(json, "quiet");
    for (guint i = 0; i < card->quiet->len; i++) {
        const Quiet *quiet = g_ptr_array_index(card->quiet, i);
        g_autofree char *text = quiet_text(quiet);
        json_writer_begin_object(json);
        json_add_text(json, "text", text);
        json_add_text(json, "words", quiet->words);
        json_add_text(json, "until", quiet->until_day);
        json_writer_end_object(json);
    }
    json_writer_end_array(json);
}

/* "27 November 2026, 15:00 · call back". Free with g_free. */
static char *reminder_line(const Reminder *reminder)
{
    Moment moment = reminder_comes_up(reminder);
    g_autofree char *day = day_for_people(moment.day);
    if (moment.minute == MINUTE_NONE) {
        return g_strdup_printf("%s · %s", day, reminder->words);
    }
    g_autofree char *time = time_of_day_text(moment.minute);
    return g_strdup_printf("%s, %s · %s", day, time, reminder->words);
}

/* "Phone · 12 December 2026". Free with g_free. */
static char *contact_line(const CareItem *item)
{
    g_autofree char *day = day_for_people(item->due);
    const char *way = strcmp(item->channel, "counter") == 0
                          ? _("at the next visit")
                          : choice_label(care_channels, item->channel);
    return g_strdup_printf("%s · %s", way, day);
}

void show_agenda_print(const Card *card)
{
    const Customer *customer = card->sheet->customer;
    print_field(_("Class"), customer->class);
    print_field(_("Closeness"), choice_label(customer_closenesses, customer->closeness));
    print_field(_("Looked after by"), card_clerk(card, customer->clerk_id));
    for (guint i = 0; i < card->reminders->len; i++) {
        g_autofree char *line = reminder_line(g_ptr_array_index(card->reminders, i));
        print_field(_("Reminder"), line);
    }
    for (guint i = 0; i < card->care->len; i++) {
        g_autofree char *line = contact_line(g_ptr_array_index(card->care, i));
        print_field(_("Next contact"), line);
    }
    for (guint i = 0; i < card->quiet->len; i++) {
        g_autofree char *text = quiet_text(g_ptr_array_index(card->quiet, i));
        print_field(_("Quiet times"), text);
    }
}
