/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen visit NUMBER: notes a visit, for a till to call. */
#include "data/diary/visit.h"

#include "cli/call.h"
#include "cli/print.h"
#include "data/base/i18n.h"
#include "data/base/money.h"
#include "data/base/timeofday.h"
#include "data/customer/customer.h"
#include "data/diary/itemwords.h"
#include "data/setting.h"

/* The minute of the day given with --time; for a visit of today without it, now. False, with a
 * sentence, when it is no time. */
static bool read_minute(const Call *call, Day day, gint64 *minute)
{
    const char *text = call_option(call, "time");
    GDateTime *now = call->world->now;
    if (text == NULL) {
        *minute = day_compare(day, call->today) == 0
                      ? g_date_time_get_hour(now) * 60 + g_date_time_get_minute(now)
                      : RECORD_NONE;
        return true;
    }
    if (!time_of_day_read(text, minute)) {
        g_autofree char *sentence = g_strdup_printf(
            _("“%s” after --time is no time of day. Write it as hour and minute: 14:30."), text);
        print_sentence(sentence);
        return false;
    }
    return true;
}

static bool read_day(const Call *call, Day *day)
{
    if (!call_day(call, "date", call->today, day)) {
        return false;
    }
    if (day_compare(*day, call->today) > 0) {
        g_autofree char *text = day_for_people(*day);
        g_autofree char *sentence =
            g_strdup_printf(_("%s is still to come. A visit is noted when it has been."), text);
        print_sentence(sentence);
        return false;
    }
    return true;
}

/* The articles that were given, the same name once. */
static GPtrArray *read_items(const Call *call)
{
    GPtrArray *items = item_words_new();
    const GPtrArray *names = call_options(call, "article");
    for (guint i = 0; names != NULL && i < names->len; i++) {
        item_words_add(items, g_ptr_array_index(names, i), 1);
    }
    return items;
}

/* Understands the options but the articles and the branch. */
static bool read_order(const Call *call, VisitOrder *order, char **day_text)
{
    Day day;
    if (!read_day(call, &day) || !read_minute(call, day, &order->minute) ||
        !call_choice(call, "channel", visit_channels, "counter", &order->channel) ||
        !call_amount(call, "amount", &order->amount)) {
        return false;
    }
    *day_text = day_to_text(day);
    order->day = *day_text;
    order->kind = call_has(call, "return") ? "return" : NULL;
    order->for_whom = call_option(call, "for");
    order->occasion = call_option(call, "occasion");
    order->words = call_option(call, "note");
    order->outside_id = call_option(call, "id");
    return true;
}

static bool store(const Call *call, VisitOrder *order, const GPtrArray *words, gint64 *id,
                  bool *is_known, GError **error)
{
    g_autofree OrderItem *items = g_new0(OrderItem, words->len + 1);
    Who who = call_who(call, order->branch_id);
    for (guint i = 0; i < words->len; i++) {
        const ItemWords *item = g_ptr_array_index(words, i);
        items[i] =
            (OrderItem){.name = item->name, .quantity = item->quantity, .amount = RECORD_NONE};
    }
    order->items = items;
    order->items_count = words->len;
    g_autoptr(Deed) deed = deed_begin(call->shop->db, &who, N_("noting a visit"), error);
    return deed != NULL && visit_add(deed, order, id, is_known, error) &&
           deed_commit(deed, NULL, error);
}

/* "Noted for Hilde Wagner: €12.50." */
static char *noted(const Customer *customer, const Visit *visit, const char *currency)
{
    g_autofree char *name = customer_call(customer, NAME_SPOKEN);
    if (visit->amount == RECORD_NONE) {
        return g_strdup_printf(_("Noted for %s."), name);
    }
    g_autofree char *amount = money_for_people(visit->amount, currency);
    return g_strdup_printf(_("Noted for %s: %s."), name, amount);
}

static CliStatus tell(const Call *call, gint64 id)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *currency = NULL;
    Db *db = call->shop->db;
    Visit *visit = record_load(db, &visit_type, id, &error);
    Customer *customer =
        visit != NULL ? record_load(db, &customer_type, visit->customer_id, &error) : NULL;
    bool ok = customer != NULL && setting_get(db, SETTING_CURRENCY, "EUR", &currency, &error);
    g_autofree char *sentence = ok ? noted(customer, visit, currency) : NULL;
    if (ok) {
        print_line(sentence);
    }
    record_free(visit);
    record_free(customer);
    return ok ? CLI_DONE : call_refused(error);
}

static CliStatus tell_known(const char *outside_id)
{
    g_autofree char *sentence =
        g_strdup_printf(_("The visit %s was noted before. Nothing was added."), outside_id);
    print_line(sentence);
    return CLI_DONE;
}

static CliStatus run(const Call *call)
{
    VisitOrder order = visit_order(0, NULL);
    g_autofree char *day = NULL;
    g_autoptr(GError) error = NULL;
    bool is_known = false;
    if (!read_order(call, &order, &day)) {
        return CLI_WRONG;
    }
    if (!call_customer(call, call->words[0], &order.customer_id) ||
        !call_branch(call, "branch", &order.branch_id)) {
        return CLI_NOTHING;
    }
    g_autoptr(GPtrArray) items = read_items(call);
    gint64 id = 0;
    if (!store(call, &order, items, &id, &is_known, &error)) {
        return call_refused(error);
    }
    return is_known ? tell_known(order.outside_id) : tell(call, id);
}

static const CommandOption options[] = {
    {"amount", N_("AMOUNT"), N_("what it came to; below zero it is a return")},
    {"article", N_("NAME"), N_("what was bought; may be given several times")},
    {"date", N_("DAY"), N_("when it was (today if left out)")},
    {"time", N_("TIME"), N_("at what time, as 14:30 (now if it was today)")},
    {"channel", N_("NAME"), N_("counter, phone, web or delivery (counter if left out)")},
    {"branch", N_("NAME"), N_("in which branch")},
    {"id", N_("ID"), N_("what the till calls it; told again, it counts once")},
    {"for", N_("NAME"), N_("for whom it was")},
    {"occasion", N_("TEXT"), N_("for which occasion")},
    {"note", N_("TEXT"), N_("details")},
    {"return", NULL, N_("something was brought back")},
    {NULL, NULL, NULL},
};

const Command command_visit = {
    .name = "visit",
    .arguments = N_("NUMBER"),
    .summary = N_("note a visit"),
    .help = N_("Notes that the customer with this number was there, and what it came to. A till "
               "can call it: with --id the same visit counts once, however often it is told. New "
               "articles are learned. A day is written YYYY-MM-DD, an amount 12,50 or 12.50."),
    .options = options,
    .least = 1,
    .most = 1,
    .missing = N_("Say which customer: “tresen visit 1042 --amount 12.50”."),
    .needs = SHOP_READ,
    .run = run,
};
