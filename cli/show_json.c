/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer's card for programs. */
#include "cli/show_json.h"

#include "cli/duerows.h"
#include "cli/person.h"
#include "cli/show_agenda.h"
#include "data/base/money.h"
#include "data/customer/address.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/relation.h"

static void add_names(JsonWriter *json, const Customer *customer)
{
    json_add_text(json, "salutation", customer->salutation);
    json_add_text(json, "title", customer->title);
    json_add_text(json, "given_name", customer->given_name);
    json_add_text(json, "family_name", customer->family_name);
    json_add_text(json, "company", customer->company);
    json_add_text(json, "address_form", customer->address_form);
    json_add_text(json, "language", customer->language);
    json_add_text(json, "preferred_channel", customer->preferred_channel);
    json_add_text(json, "since", customer->since);
}

static void add_contacts(JsonWriter *json, const Sheet *sheet)
{
    json_open_array(json, "contacts");
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const Contact *contact = g_ptr_array_index(sheet->contacts, i);
        json_writer_begin_object(json);
        json_add_text(json, "kind", contact->kind);
        json_add_text(json, "label", contact->label);
        json_add_text(json, "value", contact->value);
        json_writer_end_object(json);
    }
    json_writer_end_array(json);
    json_open_array(json, "addresses");
    for (guint i = 0; i < sheet->addresses->len; i++) {
        const Address *address = g_ptr_array_index(sheet->addresses, i);
        json_writer_begin_object(json);
        json_add_text(json, "label", address->label);
        json_add_text(json, "street", address->street);
        json_add_text(json, "postcode", address->postcode);
        json_add_text(json, "place", address->place);
        json_add_text(json, "region", address->region);
        json_add_text(json, "country", address->country);
        json_writer_end_object(json);
    }
    json_writer_end_array(json);
}

static void add_occasions(JsonWriter *json, const Card *card)
{
    const Sheet *sheet = card->sheet;
    json_open_array(json, "occasions");
    for (guint i = 0; i < sheet->occasions->len; i++) {
        const Occasion *occasion = g_ptr_array_index(sheet->occasions, i);
        const char *name = NULL;
        for (guint r = 0; r < sheet->relations->len; r++) {
            const Relation *relation = g_ptr_array_index(sheet->relations, r);
            name = occasion->relation_id != 0 && relation->head.id == occasion->relation_id
                       ? relation->name
                       : name;
        }
        json_writer_begin_object(json);
        json_add_text(json, "kind", occasion->kind);
        json_add_text(json, "label", occasion->label);
        json_add_day(json, "date", occasion_day(occasion));
        json_add_text(json, "of", name);
        json_writer_end_object(json);
    }
    json_writer_end_array(json);
    json_open_array(json, "near");
    for (guint i = 0; i < card->near->len; i++) {
        json_writer_begin_object(json);
        due_add_json(json, g_ptr_array_index(card->near, i));
        json_writer_end_object(json);
    }
    json_writer_end_array(json);
}

static void add_facts(JsonWriter *json, const Card *card)
{
    json_add_text(json, "usual", card->usual);
    json_open_array(json, "facts");
    for (guint i = 0; i < card->sheet->facts->len; i++) {
        const Fact *fact = g_ptr_array_index(card->sheet->facts, i);
        const FactKind *kind = fact_kind_by_id(card->kinds, fact->kind_id);
        json_writer_begin_object(json);
        json_add_text(json, "kind", kind != NULL ? kind->code : NULL);
        json_add_text(json, "label", kind != NULL ? fact_kind_label(kind) : NULL);
        json_add_text(json, "text", fact->words);
        json_add_text(json, "at", fact->head.created_at);
        json_add_text(json, "by", card_clerk(card, fact->head.created_by));
        json_add_text(json, "done_at", fact->done_at);
        json_writer_end_object(json);
    }
    json_writer_end_array(json);
}

static void add_relations(JsonWriter *json, const Sheet *sheet)
{
    json_open_array(json, "relations");
    for (guint i = 0; i < sheet->relations->len; i++) {
        const Relation *relation = g_ptr_array_index(sheet->relations, i);
        json_writer_begin_object(json);
        json_add_text(json, "kind", relation->kind);
        json_add_text(json, "name", relation->name);
        json_add_text(json, "note", relation->note);
        json_writer_end_object(json);
    }
    json_writer_end_array(json);
}

static void add_consents(JsonWriter *json, const Card *card)
{
    json_open_array(json, "consents");
    for (guint i = 0; i < card->sheet->consents->len; i++) {
        const Consent *consent = g_ptr_array_index(card->sheet->consents, i);
        json_writer_begin_object(json);
        json_add_text(json, "purpose", consent->purpose);
        json_add_text(json, "state", consent->state);
        json_add_text(json, "day", consent->day);
        json_add_text(json, "how", consent->how);
        json_add_text(json, "by", card_clerk(card, consent->asked_by));
        json_writer_end_object(json);
    }
    json_writer_end_array(json);
    json_add_bool(json, "ask_health", card->ask_health);
    json_add_bool(json, "ask_belief", card->ask_belief);
}

/* How often and how lately they come; what is not known is null. */
static void add_visits(JsonWriter *json, const Card *card)
{
    g_autofree char *amount = card->sum->visits + card->sum->returns > 0
                                  ? money_for_programs(card->sum->amount, card->currency)
                                  : NULL;
    json_add_day(json, "last_visit", card_last_day(card));
    json_add_int(json, "visits", card_visits(card));
    json_writer_name(json, "amount");
    json_writer_number(json, amount);
    json_writer_name(json, "rhythm");
    if (card->rhythm.usual > 0) {
        json_writer_int(json, card->rhythm.usual);
    } else {
        json_writer_text(json, NULL);
    }
}

void show_print_json(const Card *card)
{
    g_autoptr(JsonWriter) json = json_writer_new(true);
    json_writer_begin_object(json);
    person_add_json(json, card->sheet, card->warnings);
    add_names(json, card->sheet->customer);
    add_visits(json, card);
    add_contacts(json, card->sheet);
    add_occasions(json, card);
    add_facts(json, card);
    add_relations(json, card->sheet);
    add_consents(json, card);
    show_agenda_add_json(json, card);
    json_writer_end_object(json);
    json_print(json);
}
