/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen remind [NUMBER] TEXT: writes down what is to be done, and when. */
#include "cli/call.h"
#include "cli/print.h"
#include "data/agenda/reminder.h"
#include "data/agenda/reminderwords.h"
#include "data/agenda/todo.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/customer/customer.h"

#include <string.h>

/* The words from FIRST on, read as they were typed. Clear with reminder_words_clear. */
static void read_words(const Call *call, guint first, ReminderWords *read)
{
    g_autofree char *typed = g_strjoinv(" ", call->words + first);
    g_autofree char *words = utf8_storable(typed, -1, true, NULL);
    reminder_words_read(words, moment_of(call->world->now), read);
}

/* Whether the first word is not about when, as it is in "15 uhr anrufen". */
static bool is_left(const Call *call)
{
    ReminderWords read;
    read_words(call, 0, &read);
    bool is_about_it = g_str_has_prefix(read.words, call->words[0]);
    reminder_words_clear(&read);
    return is_about_it;
}

/* The customer whose number the first word is; 0 when it belongs to the text. False, with a
 * sentence, when it is a number that nobody has. */
static bool read_customer(const Call *call, gint64 *id)
{
    g_autoptr(GError) error = NULL;
    const char *first = call->words[0];
    *id = 0;
    if (call->words[1] == NULL || !is_left(call)) {
        return true;
    }
    if (strspn(first, "0123456789") == strlen(first)) {
        return call_customer(call, first, id);
    }
    if (!customer_find_number(call->shop->db, first, id, &error)) {
        print_sentence(error->message);
        return false;
    }
    return true;
}

static bool store(const Call *call, Reminder *reminder, GError **error)
{
    const Who who = call_who(call, reminder->branch_id);
    g_autoptr(Deed) deed = deed_begin(call->shop->db, &who, N_("noting a reminder"), error);
    return deed != NULL && reminder_save(deed, reminder, error) && deed_commit(deed, NULL, error);
}

/* "Noted as r12: Fri 27 Nov, 15:00 · call back". */
static bool tell(const Call *call, const Reminder *reminder, const ReminderWords *read,
                 GError **error)
{
    g_autofree char *id = todo_id(TODO_REMINDER, reminder->head.id);
    g_autofree char *reading = reminder_words_reading(read, call->today);
    g_autofree char *line = NULL;
    if (reminder->customer_id == 0) {
        /* TRANSLATORS: the reminder's number for commands, then when and what. */
        line = g_strdup_printf(_("Noted as %s: %s"), id, reading);
    } else {
        Customer *customer =
            record_load(call->shop->db, &customer_type, reminder->customer_id, error);
        if (customer == NULL) {
            return false;
        }
        g_autofree char *name = customer_call(customer, NAME_SPOKEN);
        record_free(customer);
        /* TRANSLATORS: the customer, the reminder's number for commands, then when and what. */
        line = g_strdup_printf(_("Noted for %s as %s: %s"), name, id, reading);
    }
    print_line(line);
    return true;
}

static CliStatus note(const Call *call, gint64 customer_id, const ReminderWords *read)
{
    g_autoptr(GError) error = NULL;
    Reminder *reminder = record_new(&reminder_type);
    reminder->customer_id = customer_id;
    if (!call_clerk(call, "clerk", &reminder->clerk_id) ||
        !call_branch(call, "branch", &reminder->branch_id)) {
        record_free(reminder);
        return CLI_NOTHING;
    }
    record_set_text(&reminder->words, read->words);
    reminder_set_due(reminder, read->due, &read->series);
    bool ok = store(call, reminder, &error) && tell(call, reminder, read, &error);
    record_free(reminder);
    return ok ? CLI_DONE : call_refused(error);
}

static CliStatus run(const Call *call)
{
    gint64 customer_id = 0;
    if (!read_customer(call, &customer_id)) {
        return CLI_NOTHING;
    }
    ReminderWords read;
    read_words(call, customer_id != 0 ? 1 : 0, &read);
    CliStatus status = CLI_WRONG;
    if (day_is_none(read.due.day)) {
        print_sentence(
            _("Say when, at the beginning or the end: “tresen remind friday 3pm call back”."));
    } else {
        status = note(call, customer_id, &read);
    }
    reminder_words_clear(&read);
    return status;
}

static const CommandOption options[] = {
    {"clerk", N_("NAME"), N_("who sees to it")},
    {"branch", N_("NAME"), N_("in which branch")},
    {NULL, NULL, NULL},
};

const Command command_remind = {
    .name = "remind",
    .arguments = N_("[NUMBER] TEXT…"),
    .summary = N_("note what is to be done, and when"),
    .help = N_("Notes what is to be done, for the customer with this number or for the shop, and "
               "when: “friday 3pm call back”, “+14 ask again”, “every monday count the till”. "
               "Words for when stand at the beginning or the end. The day and time that were "
               "understood are printed, and the number for “tresen done”."),
    .options = options,
    .least = 1,
    .most = G_MAXUINT,
    .missing = N_("Say when and what: “tresen remind friday 3pm call back”."),
    .needs = SHOP_READ,
    .run = run,
};
