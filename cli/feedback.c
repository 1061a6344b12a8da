/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen feedback [NUMBER] [TEXT]: notes what somebody said, in scores or in words. */
#include "data/diary/feedback.h"
#include "cli/call.h"
#include "cli/print.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/customer/customer.h"

#include <string.h>

/* What is noted, and what it borrows from. */
typedef struct {
    FeedbackOrder order;
    char *day, *words;
} Told;

/* The score given with the option NAME, LEAST to MOST; RECORD_NONE when it was not given. False,
 * with a sentence, when it is none. */
static bool read_score(const Call *call, const char *name, guint least, guint most, gint64 *score)
{
    const char *text = call_option(call, name);
    guint64 number = 0;
    if (text == NULL) {
        return true;
    }
    if (!g_ascii_string_to_unsigned(text, 10, least, most, &number, NULL)) {
        g_autofree char *sentence = g_strdup_printf(
            _("“%s” after --%s is not a score. Give a number from %u to %u; %u is the best."), text,
            name, least, most, most);
        print_sentence(sentence);
        return false;
    }
    *score = (gint64)number;
    return true;
}

static bool read_scores(const Call *call, FeedbackOrder *order)
{
    return read_score(call, "csat", 1, 5, &order->csat) &&
           read_score(call, "ces", 1, 7, &order->ces) &&
           read_score(call, "nps", 0, 10, &order->nps) &&
           read_score(call, "product", 1, 5, &order->product) &&
           read_score(call, "advice", 1, 5, &order->advice);
}

static bool read_day(const Call *call, Told *told)
{
    Day day;
    if (!call_day(call, "date", call->today, &day)) {
        return false;
    }
    if (day_compare(day, call->today) > 0) {
        g_autofree char *text = day_for_people(day);
        g_autofree char *sentence = g_strdup_printf(
            _("%s is still to come. Feedback is noted when somebody has said it."), text);
        print_sentence(sentence);
        return false;
    }
    told->day = day_to_text(day);
    told->order.day = told->day;
    return true;
}

/* The options but branch and customer, for which the shop is asked. */
static bool read_options(const Call *call, Told *told)
{
    FeedbackOrder *order = &told->order;
    if (!read_day(call, told) || !read_scores(call, order) ||
        !call_choice(call, "kind", feedback_kinds, NULL, &order->kind) ||
        !call_choice(call, "expectation", feedback_expectations, NULL, &order->expectation) ||
        !call_choice(call, "channel", feedback_channels, NULL, &order->channel)) {
        return false;
    }
    if (order->kind == NULL && (order->product != RECORD_NONE || order->advice != RECORD_NONE)) {
        order->kind = "survey";
    }
    order->phase = call_option(call, "phase");
    order->touchpoint = call_option(call, "touchpoint");
    order->article = call_option(call, "article");
    return true;
}

static bool is_number(const char *word)
{
    return *word != '\0' && word[strspn(word, "0123456789")] == '\0';
}

/* Whom the first word names: a customer's number, or it belongs to the text already. A word of
 * digits alone is a number that has to be known. */
static bool read_words(const Call *call, Told *told)
{
    g_autoptr(GError) error = NULL;
    char **text = call->words;
    gint64 id = 0;
    if (*text != NULL && utf8_is_clean(*text, strlen(*text)) &&
        !customer_find_number(call->shop->db, *text, &id, &error)) {
        print_sentence(error->message);
        return false;
    }
    if (id == 0 && *text != NULL && is_number(*text) && !call_customer(call, *text, &id)) {
        return false;
    }
    g_autofree char *typed = g_strjoinv(" ", id != 0 ? text + 1 : text);
    told->words = utf8_storable(typed, -1, true, NULL);
    told->order.words = told->words;
    told->order.customer_id = id;
    return true;
}

/* The feedback as it is stored; NULL on a fault. */
static Feedback *store(const Call *call, const FeedbackOrder *order, GError **error)
{
    const Who who = call_who(call, order->branch_id);
    gint64 id = 0;
    g_autoptr(Deed) deed = deed_begin(call->shop->db, &who, N_("noting feedback"), error);
    bool ok =
        deed != NULL && feedback_add(deed, order, &id, error) && deed_commit(deed, NULL, error);
    return ok ? record_load(call->shop->db, &feedback_type, id, error) : NULL;
}

/* "Noted as praise, for Hilde Wagner: 5 of 5": the kind may have been guessed. */
static bool tell(const Call *call, const Feedback *feedback, GError **error)
{
    g_autofree char *brief = feedback_brief(feedback);
    const char *kind = choice_label(feedback_kinds, feedback->kind);
    g_autofree char *line = NULL;
    if (feedback->customer_id == 0) {
        /* TRANSLATORS: the kind of feedback, and what was said. */
        line = g_strdup_printf(_("Noted (%s): %s"), kind, brief);
    } else {
        Customer *customer =
            record_load(call->shop->db, &customer_type, feedback->customer_id, error);
        if (customer == NULL) {
            return false;
        }
        g_autofree char *name = customer_call(customer, NAME_SPOKEN);
        /* TRANSLATORS: a customer's name, the kind of feedback, and what was said. */
        line = g_strdup_printf(_("Noted for %s (%s): %s"), name, kind, brief);
        record_free(customer);
    }
    print_line(line);
    return true;
}

static CliStatus note(const Call *call, Told *told)
{
    g_autoptr(GError) error = NULL;
    if (!read_options(call, told)) {
        return CLI_WRONG;
    }
    if (!read_words(call, told) || !call_branch(call, "branch", &told->order.branch_id)) {
        return CLI_NOTHING;
    }
    Feedback *feedback = store(call, &told->order, &error);
    bool ok = feedback != NULL && tell(call, feedback, &error);
    record_free(feedback);
    return ok ? CLI_DONE : call_refused(error);
}

static CliStatus run(const Call *call)
{
    Told told = {.order = feedback_order(NULL)};
    CliStatus status = note(call, &told);
    g_free(told.day);
    g_free(told.words);
    return status;
}

static const CommandOption options[] = {
    {"csat", N_("N"), N_("how satisfied: 1 to 5, 5 is very satisfied")},
    {"ces", N_("N"), N_("how easy it was: 1 to 7, 7 is very easy")},
    {"nps", N_("N"), N_("how likely to recommend: 0 to 10, 10 is most likely")},
    {"kind", N_("KIND"),
     N_("score, praise, opinion, idea, wish, question, complaint, again, "
        "referral, review or survey (guessed if left out)")},
    {"expectation", N_("NAME"), N_("below, met or above")},
    {"phase", N_("NAME"),
     N_("what was easy: advice, order, payment, pickup, delivery, complaint, or your own word")},
    {"touchpoint", N_("NAME"),
     N_("where they met the shop: counter, phone, web, delivery, window, "
        "social, advert, event, or your own word")},
    {"channel", N_("NAME"), N_("how it came in: counter, phone, email, web, social or post")},
    {"article", N_("NAME"), N_("what it is about")},
    {"branch", N_("NAME"), N_("in which branch")},
    {"product", N_("N"), N_("of a survey: the product, 1 to 5")},
    {"advice", N_("N"), N_("of a survey: the advice, 1 to 5")},
    {"date", N_("DAY"), N_("when it was (today if left out)")},
    {NULL, NULL, NULL},
};

const Command command_feedback = {
    .name = "feedback",
    .arguments = N_("[NUMBER] TEXT…"),
    .summary = N_("note what somebody said of the shop"),
    .help = N_("Notes feedback: scores, a text, or both. With a customer's number first it is "
               "theirs, else nobody's in particular. Wishes stand on the list of wishes. A day is "
               "written YYYY-MM-DD."),
    .options = options,
    .least = 0,
    .most = G_MAXUINT,
    .needs = SHOP_READ,
    .run = run,
};
