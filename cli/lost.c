/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen lost NUMBER --reason R [--real R]: marks a customer as lost, or says that they came back.
 */
#include "cli/call.h"
#include "cli/print.h"
#include "data/base/daynear.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/diary/loss.h"
#include "data/diary/lossreason.h"

#include <string.h>

/* What was given; 0, NULL and RECORD_NONE: nothing. */
typedef struct {
    gint64 customer_id, reason_id, real_id, clerk_id, value;
    const char *how;
    char *day, *ask_day;
} Given;

static void given_clear(Given *given)
{
    g_free(given->day);
    g_free(given->ask_day);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Given, given_clear)

/* The day of --date, however it is written; NULL when it was not given. */
static bool read_day(const Call *call, char **day)
{
    const char *text = call_option(call, "date");
    Day read;
    *day = NULL;
    if (text == NULL) {
        return true;
    }
    DayReading reading = day_read_back(text, call->today, &read);
    if (reading == DAY_READ_OK && day_compare(read, call->today) <= 0) {
        *day = day_to_text(read);
        return true;
    }
    g_autofree char *sentence =
        reading == DAY_READ_OK
            ? g_strdup_printf(_("“%s” after --%s lies in the future."), text, "date")
            : g_strdup_printf(_("“%s” is not a day. Write it as 2026-11-27, 27.11., friday or +3."),
                              text);
    print_sentence(sentence);
    return false;
}

/* Without --how the reason may say it. */
static const char *how_of(const Given *given, const GPtrArray *reasons)
{
    const LossReason *reason = wordlist_by_id(reasons, given->reason_id);
    const LossReason *real = wordlist_by_id(reasons, given->real_id);
    const char *code = real != NULL ? real->code : reason != NULL ? reason->code : "";
    return strcmp(code, "death") == 0   ? "died"
           : strcmp(code, "moved") == 0 ? "moved"
           : reason != NULL             ? "says"
                                        : "stays_away";
}

/* Puts what was given into LOSS and leaves the rest as it is. */
static void apply(const Call *call, const Given *given, Loss *loss)
{
    static const char *const options[] = {"competitor", "outcome"};
    char **const texts[] = {&loss->competitor, &loss->outcome};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        if (call_has(call, options[i])) {
            g_autofree char *text = utf8_storable(call_option(call, options[i]), -1, true, NULL);
            record_set_text(texts[i], text);
        }
    }
    loss->reason_id = given->reason_id != 0 ? given->reason_id : loss->reason_id;
    loss->real_reason_id = given->real_id != 0 ? given->real_id : loss->real_reason_id;
    loss->clerk_id = given->clerk_id != 0 ? given->clerk_id : loss->clerk_id;
    loss->value = given->value != RECORD_NONE ? given->value : loss->value;
    if (given->day != NULL) {
        record_set_text(&loss->day, given->day);
    }
    if (given->ask_day != NULL) {
        record_set_text(&loss->ask_day, given->ask_day);
    }
    if (given->how != NULL) {
        record_set_text(&loss->how, given->how);
    }
    if (call_has(call, "greet")) {
        loss->is_greeted = 1;
    }
}

/* The loss that stands, else a new one with what is known of it by itself; NULL on a fault. */
static Loss *begin_loss(const Call *call, const Given *given, const GPtrArray *reasons,
                        GError **error)
{
    Loss *loss = NULL;
    if (!loss_current(call->shop->db, given->customer_id, &loss, error) || loss != NULL) {
        return loss;
    }
    g_autofree char *today = day_to_text(call->today);
    loss = record_new(&loss_type);
    loss->customer_id = given->customer_id;
    record_set_text(&loss->day, today);
    record_set_text(&loss->how, how_of(given, reasons));
    if (!loss_year_value(call->shop->db, given->customer_id, &loss->value, error)) {
        record_free(loss);
        return NULL;
    }
    return loss;
}

static bool store(const Call *call, const Given *given, const GPtrArray *reasons, GError **error)
{
    const Who who = call_who(call, 0);
    g_autoptr(Deed) deed = deed_begin(call->shop->db, &who, N_("marking as lost"), error);
    Loss *loss = deed != NULL ? begin_loss(call, given, reasons, error) : NULL;
    if (loss == NULL) {
        return false;
    }
    apply(call, given, loss);
    bool ok = loss_save(deed, loss, call->today, error) && deed_commit(deed, NULL, error);
    record_free(loss);
    return ok;
}

static CliStatus come_back(const Call *call, const Given *given)
{
    const Who who = call_who(call, 0);
    g_autoptr(GError) error = NULL;
    g_autoptr(Deed) deed =
        deed_begin(call->shop->db, &who, N_("noting that somebody came back"), &error);
    bool was_lost = false;
    Day day = call->today;
    if (given->day != NULL) {
        day_from_text(given->day, &day);
    }
    if (deed == NULL || !loss_come_back(deed, given->customer_id, day, &was_lost, &error) ||
        !deed_commit(deed, NULL, &error)) {
        return call_refused(error);
    }
    print_line(was_lost ? _("Noted: this customer is back.")
                        : _("This customer is not marked as lost. Nothing was changed."));
    return was_lost ? CLI_DONE : CLI_NOTHING;
}

static CliStatus run(const Call *call)
{
    g_autoptr(GError) error = NULL;
    g_auto(Given) given = {.value = RECORD_NONE};
    if (!read_day(call, &given.day) || !call_day_ahead(call, "ask", &given.ask_day) ||
        !call_choice(call, "how", loss_hows, NULL, &given.how) ||
        !call_amount(call, "value", &given.value)) {
        return CLI_WRONG;
    }
    g_autoptr(GPtrArray) reasons = wordlist_all(call->shop->db, &loss_reasons, &error);
    if (reasons == NULL) {
        return call_refused(error);
    }
    if (!call_word(call, "reason", &loss_reasons, &given.reason_id) ||
        !call_word(call, "real", &loss_reasons, &given.real_id)) {
        return CLI_WRONG;
    }
    if (!call_customer(call, call->words[0], &given.customer_id) ||
        !call_clerk(call, "clerk", &given.clerk_id)) {
        return CLI_NOTHING;
    }
    if (call_has(call, "back")) {
        return come_back(call, &given);
    }
    if (!store(call, &given, reasons, &error)) {
        return call_refused(error);
    }
    print_line(_("Noted: this customer is lost."));
    return CLI_DONE;
}

static const CommandOption options[] = {
    {"reason", N_("R"), N_("why, as they say: price, quality, moved, cheaper …")},
    {"real", N_("R"), N_("why it really is, as far as the shop knows")},
    {"how", N_("HOW"), N_("says, stays_away, moved or died")},
    {"competitor", N_("NAME"), N_("who has them now")},
    {"value", N_("AMOUNT"), N_("what they spent in a year; else what their last year came to")},
    {"ask", N_("DAY"), N_("until when somebody asks them why")},
    {"clerk", N_("NAME"), N_("who asks them")},
    {"outcome", N_("TEXT"), N_("what came of it")},
    {"greet", NULL, N_("go on showing their birthday")},
    {"date", N_("DAY"), N_("a day other than today")},
    {"back", NULL, N_("they came back")},
    {NULL, NULL, NULL},
};

const Command command_lost = {
    .name = "lost",
    .arguments = N_("NUMBER"),
    .summary = N_("mark a customer as lost"),
    .help = N_("Notes that the customer with this number is lost, how and why; of one who is lost "
               "already it changes what is given. Reasons are price, quality, service, unfriendly, "
               "complaint, slow, appointment, unreachable, inflexible, staff_change, location and "
               "image (with us); moved, life_stage, marriage, children, new_job, unemployment, "
               "retirement, money, demands, change, trial and death (with them); better_offer, "
               "cheaper, nearer, poached, recommended and novelty (with others); or the shop's own "
               "words. A visit of somebody who stayed away says by itself that they are back."),
    .options = options,
    .least = 1,
    .most = 1,
    .missing = N_("Say which customer, and why: “tresen lost 1042 --reason price”."),
    .needs = SHOP_READ,
    .run = run,
};
