/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen complaint NUMBER TEXT: writes a complaint down. */
#include "data/diary/complaint.h"
#include "cli/call.h"
#include "cli/print.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/diary/complaintcause.h"
#include "data/diary/feedback.h"

/* The day it came in. False, with a sentence, when it is none or still to come. */
static bool read_day(const Call *call, char **text)
{
    Day day;
    *text = NULL;
    if (!call_day(call, "date", call->today, &day)) {
        return false;
    }
    if (day_compare(day, call->today) > 0) {
        print_sentence(_("The day after --date lies in the future."));
        return false;
    }
    *text = day_to_text(day);
    return true;
}

static bool store(const Call *call, Complaint *complaint, GError **error)
{
    const Who who = call_who(call, complaint->branch_id);
    g_autoptr(Deed) deed = deed_begin(call->shop->db, &who, N_("noting a complaint"), error);
    return deed != NULL && complaint_add(deed, complaint, error) && deed_commit(deed, NULL, error);
}

/* Puts a text of the call, made storable, into PLACE. */
static void take_text(char **place, const char *text)
{
    g_autofree char *words = text != NULL ? utf8_storable(text, -1, true, NULL) : NULL;
    record_set_text(place, words);
}

/* Stores it and says so. */
static CliStatus note(const Call *call, Complaint *complaint)
{
    g_autoptr(GError) error = NULL;
    if (!store(call, complaint, &error)) {
        return call_refused(error);
    }
    g_autofree char *line = g_strdup_printf(_("Complaint noted: %s"), complaint->words);
    print_line(line);
    return CLI_DONE;
}

static CliStatus run(const Call *call)
{
    const char *severity = NULL, *channel = NULL;
    g_autofree char *day = NULL;
    g_autofree char *until = NULL;
    gint64 customer_id = 0, cause_id = 0, branch_id = 0, clerk_id = 0;
    if (!read_day(call, &day) || !call_day_ahead(call, "until", &until) ||
        !call_choice(call, "severity", complaint_severities, "middle", &severity) ||
        !call_choice(call, "channel", feedback_channels, NULL, &channel)) {
        return CLI_WRONG;
    }
    if (!call_customer(call, call->words[0], &customer_id) ||
        !call_word(call, "cause", &complaint_causes, &cause_id) ||
        !call_branch(call, "branch", &branch_id) || !call_clerk(call, "clerk", &clerk_id)) {
        return CLI_NOTHING;
    }
    g_autofree char *typed = g_strjoinv(" ", call->words + 1);
    Complaint *complaint = record_new(&complaint_type);
    complaint->customer_id = customer_id;
    complaint->cause_id = cause_id;
    complaint->branch_id = branch_id;
    complaint->clerk_id = clerk_id;
    record_set_text(&complaint->day, day);
    record_set_text(&complaint->due_day, until);
    record_set_text(&complaint->severity, severity);
    record_set_text(&complaint->channel, channel);
    take_text(&complaint->words, typed);
    take_text(&complaint->remedy, call_option(call, "remedy"));
    CliStatus status = note(call, complaint);
    record_free(complaint);
    return status;
}

static const CommandOption options[] = {
    {"cause", N_("CAUSE"),
     N_("why: quality, wrong_delivery, wrong_invoice, unfriendly_staff, waiting_time, forgotten, "
        "wrong_advice, price, damaged, allergen, other, or one of your own")},
    {"severity", N_("HOW"), N_("how bad: low, middle (if left out), high")},
    {"remedy", N_("TEXT"), N_("what the customer asks for")},
    {"until", N_("DAY"), N_("by when to answer: 27.11., friday, +3")},
    {"clerk", N_("NAME"), N_("who answers")},
    {"branch", N_("NAME"), N_("where it happened")},
    {"channel", N_("NAME"), N_("how it came in: counter, phone, email, web, social, post")},
    {"date", N_("DAY"), N_("the day it came in (today if left out)")},
    {NULL, NULL, NULL},
};

const Command command_complaint = {
    .name = "complaint",
    .arguments = N_("NUMBER TEXT…"),
    .summary = N_("note a complaint"),
    .help = N_("Notes a complaint of the customer with this number. It stands on their card and on "
               "the home screen until it is closed. Causes are the codes below, or as your shop "
               "calls them."),
    .options = options,
    .least = 2,
    .most = G_MAXUINT,
    .missing = N_("Say who complains and of what: “tresen complaint 1042 \"wrong name on the "
                  "cake\"”."),
    .needs = SHOP_READ,
    .run = run,
};
