/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done for a customer on their card: the words, and the keys. */
#include "tui/screens/cardagenda.h"

#include "data/agenda/care.h"
#include "data/agenda/quiet.h"
#include "data/base/i18n.h"
#include "data/base/timeofday.h"
#include "data/customer/contact.h"
#include "tui/app.h"
#include "tui/dates.h"
#include "tui/screens/card_private.h"
#include "tui/screens/dial.h"
#include "tui/screens/interaction.h"
#include "tui/screens/pastwords.h"
#include "tui/screens/quiet.h"
#include "tui/screens/reminder.h"

#include <string.h>

/* ---- words ---- */

bool card_reminder_is_near(const Reminder *reminder, Day today)
{
    Day day = reminder_comes_up(reminder).day;
    return day_is_whole(day) && day_between(today, day) <= 1;
}

char *card_quiet_now(const Card *card, Moment now)
{
    for (guint i = 0; i < card->quiet->len; i++) {
        const Quiet *quiet = g_ptr_array_index(card->quiet, i);
        if (quiet_has(quiet, now)) {
            return quiet_text(quiet);
        }
    }
    return NULL;
}

/* Appends PART behind a dot. */
static void append(GString *text, const char *part)
{
    if (part != NULL && *part != '\0') {
        g_string_append_printf(text, "%s%s", text->len > 0 ? " · " : "", part);
    }
}

/* The day of a reminder as the label of its row, which has room for little. */
static char *day_of(Day day, Day today)
{
    if (!day_is_whole(day)) {
        return g_strdup("");
    }
    bool is_over = day_between(day, today) > 1;
    return is_over ? dates_weekday(day) : dates_near(day, today);
}

GPtrArray *card_parts_reminders(const Card *card, Day today)
{
    GPtrArray *parts = card_parts_new();
    for (guint i = 0; i < card->reminders->len; i++) {
        const Reminder *reminder = g_ptr_array_index(card->reminders, i);
        Moment moment = reminder_comes_up(reminder);
        Series series = reminder_series(reminder);
        g_autofree char *when = day_of(moment.day, today);
        g_autofree char *repeats = series_words(&series);
        GString *text = g_string_new(NULL);
        if (moment.minute != RECORD_NONE) {
            g_autofree char *time = time_of_day_text(moment.minute);
            g_string_append_printf(text, "%s ", time);
        }
        g_string_append(text, reminder->words);
        append(text, repeats);
        append(text, card_clerk(card, reminder->clerk_id));
        card_parts_add(parts, &reminder->head, when, g_string_free(text, FALSE), NULL);
    }
    return parts;
}

/* "Phone · due since 3 Nov · last: 12 Aug · class A, every quarter" */
static char *contact_words(const CareItem *item, Day today)
{
    bool is_due = day_compare(item->due, today) <= 0;
    g_autofree char *due = dates_brief(item->due, today);
    GString *text = g_string_new(NULL);
    append(text, strcmp(item->channel, "counter") == 0
                     ? _("at the next visit")
                     : choice_label(care_channels, item->channel));
    /* TRANSLATORS: from when on a customer is to be contacted again: "from 12 Dec". */
    g_autofree char *when = g_strdup_printf(is_due ? _("due since %s") : _("from %s"), due);
    append(text, when);
    Day last = DAY_NONE;
    if (item->last_day != NULL && day_from_text(item->last_day, &last) && day_is_whole(last)) {
        g_autofree char *brief = dates_brief(last, today);
        /* TRANSLATORS: the last contact with a customer: "last: 12 Aug". */
        g_autofree char *told = g_strdup_printf(_("last: %s"), brief);
        append(text, told);
    }
    append(text, item->plan->words);
    g_autofree char *origin = care_plan_origin(item->plan, false);
    append(text, origin);
    return g_string_free(text, FALSE);
}

GPtrArray *card_parts_care(const Card *card, Day today)
{
    GPtrArray *parts = card_parts_new();
    const Customer *customer = card->sheet->customer;
    for (guint i = 0; i < card->care->len; i++) {
        const CareItem *item = g_ptr_array_index(card->care, i);
        card_parts_add(parts, &item->plan->head, i == 0 ? _("Next contact") : NULL,
                       contact_words(item, today), NULL);
    }
    if (card->care->len == 0 && card->never != NULL) {
        card_parts_add(parts, &card->never->head, _("Next contact"),
                       g_strdup(_("never, as noted with h")), NULL);
    }
    for (guint i = 0; i < card->quiet->len; i++) {
        const Quiet *quiet = g_ptr_array_index(card->quiet, i);
        card_parts_add(parts, &quiet->head, i == 0 ? _("Quiet times") : NULL, quiet_text(quiet),
                       NULL);
    }
    const char *clerk = card_clerk(card, customer->clerk_id);
    if (clerk != NULL) {
        card_parts_add(parts, &customer->head, _("Looked after by"), g_strdup(clerk), "clerk");
    }
    if (customer->closeness != NULL) {
        card_parts_add(parts, &customer->head, _("Closeness"),
                       g_strdup(choice_label(customer_closenesses, customer->closeness)),
                       "closeness");
    }
    return parts;
}

/* ---- keys ---- */

Outcome card_remind(Screen *screen)
{
    const ReminderArg arg = {.customer_id = ((const CardScreen *)screen)->customer_id};
    screen_push(screen, &screen_reminder, &arg, NULL);
    return OUTCOME_HANDLED;
}

Outcome card_contact(Screen *screen)
{
    const InteractionArg arg = {.customer_id = ((const CardScreen *)screen)->customer_id};
    screen_push(screen, &screen_interaction, &arg, NULL);
    return OUTCOME_HANDLED;
}

bool card_has_phone(const Screen *screen)
{
    const Card *card = card_screen_card((const CardScreen *)screen);
    bool has = false;
    for (guint i = 0; card != NULL && i < card->sheet->contacts->len && !has; i++) {
        const Contact *contact = g_ptr_array_index(card->sheet->contacts, i);
        has = strcmp(contact->kind, "phone") == 0;
    }
    return has && !loss_is_death(card->loss);
}

Outcome card_dial(Screen *screen)
{
    const DialArg arg = {((const CardScreen *)screen)->customer_id};
    screen_push(screen, &screen_dial, &arg, NULL);
    return OUTCOME_HANDLED;
}

/* Where nothing is noted yet the question comes at once. */
Outcome card_quiet(Screen *screen)
{
    const CardScreen *self = (const CardScreen *)screen;
    const Card *card = card_screen_card(self);
    const QuietArg arg = {self->customer_id};
    Screen *child = screen_push(screen, &screen_quiet, &arg, NULL);
    if (child != NULL && card != NULL && card->quiet->len == 0) {
        app_after_load(child, quiet_add);
    }
    return OUTCOME_HANDLED;
}
