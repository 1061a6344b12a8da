/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen show NUMBER: all that is known of a customer, for people. show_json.c does it for
 * programs. */
#include "cli/call.h"
#include "cli/person.h"
#include "cli/print.h"
#include "cli/show_agenda.h"
#include "cli/show_json.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/base/money.h"
#include "data/customer/address.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/relation.h"

#include <string.h>

static void print_head(const Card *card)
{
    const Customer *customer = card->sheet->customer;
    g_autofree char *call = customer_call(customer, NAME_SPOKEN);
    print_line(call);
    for (guint i = 0; i < card->warnings->len; i++) {
        print_wrapped("⚠ ", g_ptr_array_index(card->warnings, i));
    }
    if (card->ask_health || card->ask_belief) {
        print_wrapped(
            "? ", _("Nobody has asked yet whether what is noted of health or belief may be kept."));
    }
    print_line("");
}

static void print_names(const Customer *customer)
{
    Day since;
    print_field(_("Number"), customer->number);
    print_field(_("Salutation"), customer->salutation);
    print_field(_("Company"), customer->company);
    print_field(_("Description"), customer->description);
    if (g_strcmp0(customer->address_form, "du") == 0) {
        print_field(_("Sie or du"), _("du (informal)"));
    } else if (g_strcmp0(customer->address_form, "sie") == 0) {
        print_field(_("Sie or du"), _("Sie (formal)"));
    }
    print_field(_("Language"), customer->language);
    if (day_from_text(customer->since != NULL ? customer->since : "", &since)) {
        g_autofree char *day = day_for_people(since);
        print_field(_("Customer since"), day);
    }
}

static void print_visits(const Card *card)
{
    Day last = card_last_day(card);
    gint64 visits = card_visits(card);
    if (visits > 0) {
        g_autofree char *count = g_strdup_printf("%" G_GINT64_FORMAT, visits);
        print_field(_("Visits"), count);
    }
    if (!day_is_none(last)) {
        g_autofree char *day = day_for_people(last);
        print_field(_("Last here"), day);
    }
    if (card->rhythm.usual > 0) {
        g_autofree char *rhythm = rhythm_words(card->rhythm.low, card->rhythm.high);
        print_field(_("Rhythm"), rhythm);
    }
    if (card->sum->amount != 0) {
        g_autofree char *amount = money_for_people(card->sum->amount, card->currency);
        print_field(_("Amount"), amount);
    }
}

static void print_contacts(const Sheet *sheet)
{
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const Contact *contact = g_ptr_array_index(sheet->contacts, i);
        const char *label = strcmp(contact->kind, "phone") == 0   ? _("Phone")
                            : strcmp(contact->kind, "email") == 0 ? _("E-mail")
                            : strcmp(contact->kind, "web") == 0   ? _("Website")
                                                                  : _("Social network");
        g_autofree char *text = contact->label != NULL
                                    ? g_strdup_printf("%s (%s)", contact->value, contact->label)
                                    : g_strdup(contact->value);
        print_field(label, text);
    }
    if (sheet->customer->preferred_channel != NULL) {
        print_field(_("Reach by"),
                    choice_label(customer_channels, sheet->customer->preferred_channel));
    }
    for (guint i = 0; i < sheet->addresses->len; i++) {
        const Address *address = g_ptr_array_index(sheet->addresses, i);
        const char *const parts[] = {address->street, address->postcode, address->place,
                                     address->region, address->country};
        GString *text = g_string_new(NULL);
        for (guint part = 0; part < G_N_ELEMENTS(parts); part++) {
            /* The place stands beside its postcode, everything else behind a comma. */
            const char *gap = text->len == 0                           ? ""
                              : part == 2 && address->postcode != NULL ? " "
                                                                       : ", ";
            if (parts[part] != NULL) {
                g_string_append_printf(text, "%s%s", gap, parts[part]);
            }
        }
        print_field(_("Address"), text->str);
        g_string_free(text, TRUE);
    }
}

static const Relation *relation_of(const Sheet *sheet, gint64 id)
{
    for (guint i = 0; i < sheet->relations->len; i++) {
        const Relation *relation = g_ptr_array_index(sheet->relations, i);
        if (relation->head.id == id) {
            return relation;
        }
    }
    return NULL;
}

/* When the occasion is kept within a week, and whether somebody congratulated; NULL when it is not
 * near. */
static const Due *near_day(const Card *card, const Occasion *occasion)
{
    for (guint i = 0; i < card->near->len; i++) {
        const Due *due = g_ptr_array_index(card->near, i);
        if (due->occasion->head.id == occasion->head.id) {
            return due;
        }
    }
    return NULL;
}

static void print_days(const Card *card)
{
    for (guint i = 0; i < card->sheet->occasions->len; i++) {
        const Occasion *occasion = g_ptr_array_index(card->sheet->occasions, i);
        const Relation *relation =
            occasion->relation_id != 0 ? relation_of(card->sheet, occasion->relation_id) : NULL;
        const Due *due = near_day(card, occasion);
        g_autofree char *day = day_for_people(occasion_day(occasion));
        GString *text = g_string_new(day);
        if (relation != NULL) {
            g_string_append_printf(text, "  %s", relation->name);
        }
        if (due != NULL && due->greeted) {
            g_string_append_printf(text, "  ✓ %s",
                                   due->greeted_by != NULL ? due->greeted_by : _("greeted"));
        }
        print_field(occasion_label(occasion), text->str);
        g_string_free(text, TRUE);
    }
}

static void print_people(const Sheet *sheet)
{
    for (guint i = 0; i < sheet->relations->len; i++) {
        const Relation *relation = g_ptr_array_index(sheet->relations, i);
        g_autofree char *text = relation->note != NULL
                                    ? g_strdup_printf("%s (%s)", relation->name, relation->note)
                                    : g_strdup(relation->name);
        print_field(choice_label(relation_kinds, relation->kind), text);
    }
}

/* In the order of the kinds; notes that were ticked are left out. */
static void print_facts(const Card *card)
{
    for (guint k = 0; k < card->kinds->len; k++) {
        const FactKind *kind = g_ptr_array_index(card->kinds, k);
        for (guint i = 0; i < card->sheet->facts->len; i++) {
            const Fact *fact = g_ptr_array_index(card->sheet->facts, i);
            if (fact->kind_id == kind->head.id && fact->done_at == NULL) {
                print_field(fact_kind_label(kind), fact->words);
            }
        }
    }
}

static void print_consents(const Sheet *sheet)
{
    for (guint i = 0; i < sheet->consents->len; i++) {
        const Consent *consent = g_ptr_array_index(sheet->consents, i);
        Day day;
        g_autofree char *when = day_from_text(consent->day != NULL ? consent->day : "", &day)
                                    ? day_for_people(day)
                                    : g_strdup("");
        g_autofree char *text =
            g_strdup_printf("%s: %s  %s", choice_label(consent_purposes, consent->purpose),
                            choice_label(consent_states, consent->state), when);
        print_field(_("Consent"), text);
    }
}

static CliStatus run(const Call *call)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    if (!call_customer(call, call->words[0], &id)) {
        if (call_has(call, "json")) {
            json_print_nothing();
        }
        return CLI_NOTHING;
    }
    g_autoptr(Card) card = card_load(call->shop->db, id, call->today, &error);
    if (card == NULL) {
        return call_refused(error);
    }
    if (call_has(call, "json")) {
        show_print_json(card);
        return CLI_DONE;
    }
    print_head(card);
    print_names(card->sheet->customer);
    print_visits(card);
    print_contacts(card->sheet);
    show_agenda_print(card);
    print_days(card);
    print_people(card->sheet);
    print_facts(card);
    print_consents(card->sheet);
    return CLI_DONE;
}

static const CommandOption options[] = {
    {"json", NULL, N_("write JSON, for programs")},
    {NULL, NULL, NULL},
};

const Command command_show = {
    .name = "show",
    .arguments = N_("NUMBER"),
    .summary = N_("show one customer"),
    .help = N_("Shows all that is known of the customer with this number."),
    .options = options,
    .least = 1,
    .most = 1,
    .missing = N_("Say which customer: “tresen show 1042”."),
    .needs = SHOP_READ,
    .run = run,
};
