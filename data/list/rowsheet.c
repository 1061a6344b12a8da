/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a record of a list to a sheet. */
#include "data/list/rowsheet.h"

#include "data/agenda/occasion.h"
#include "data/customer/address.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/relation.h"
#include "data/lookup/fold.h"

#include <string.h>

static void set_day(char **place, Day day)
{
    g_autofree char *text = day_to_text(day);
    record_set_text(place, text);
}

static void fill_customer(Customer *customer, const ListRow *row)
{
    record_set_text(&customer->number, row->number);
    record_set_text(&customer->salutation, row->salutation);
    record_set_text(&customer->title, row->title);
    record_set_text(&customer->given_name, row->given_name);
    record_set_text(&customer->family_name, row->family_name);
    record_set_text(&customer->company, row->company);
    record_set_text(&customer->description, row->description);
    record_set_text(&customer->address_form, row->address_form);
    record_set_text(&customer->language, row->language);
    record_set_text(&customer->preferred_channel, row->channel);
    record_set_text(&customer->class, row->class);
    record_set_text(&customer->closeness, row->closeness);
    set_day(&customer->since, row->since);
    set_day(&customer->last_visit_before, row->last_visit);
    customer->visits_before = MAX(row->visits, 0);
}

static void add_contacts(Sheet *sheet, const GPtrArray *list, const char *kind)
{
    for (guint i = 0; i < list->len; i++) {
        const ListContact *item = g_ptr_array_index(list, i);
        Contact *contact = sheet_add(sheet, &contact_type);
        record_set_text(&contact->kind, kind);
        record_set_text(&contact->value, item->value);
        record_set_text(&contact->label, item->label);
    }
}

static void add_addresses(Sheet *sheet, const ListRow *row)
{
    for (guint i = 0; i < row->addresses->len; i++) {
        const ListAddress *item = g_ptr_array_index(row->addresses, i);
        Address *address = sheet_add(sheet, &address_type);
        record_set_text(&address->label, item->label);
        record_set_text(&address->street, item->street);
        record_set_text(&address->postcode, item->postcode);
        record_set_text(&address->place, item->place);
        record_set_text(&address->region, item->region);
        record_set_text(&address->country, item->country);
    }
}

static void add_occasion(Sheet *sheet, const char *kind, const char *label, Day day)
{
    if (day_is_none(day)) {
        return;
    }
    Occasion *occasion = sheet_add(sheet, &occasion_type);
    record_set_text(&occasion->kind, kind);
    record_set_text(&occasion->label, label);
    occasion_set_day(occasion, day);
}

static void add_fact(Sheet *sheet, const FactKind *kind, const char *words)
{
    Fact *fact = sheet_add(sheet, &fact_type);
    fact->kind_id = kind->head.id;
    record_set_text(&fact->words, words);
}

/* The kind the shop calls HEADER, which may be NULL; NULL when there is none. */
static const FactKind *kind_called(const GPtrArray *kinds, const char *header)
{
    g_autofree char *called = header != NULL ? fold_text(header) : NULL;
    for (guint i = 0; called != NULL && i < kinds->len; i++) {
        const FactKind *kind = g_ptr_array_index(kinds, i);
        g_autofree char *label = fold_text(fact_kind_label(kind));
        if (strcmp(label, called) == 0) {
            return kind;
        }
    }
    return NULL;
}

/* The list that the program writes has a column for each kind, with one fact a line. */
static void add_facts(Sheet *sheet, const ListRow *row, const GPtrArray *kinds)
{
    for (guint i = 0; i < row->facts->len; i++) {
        const ListFact *item = g_ptr_array_index(row->facts, i);
        const FactKind *called = kind_called(kinds, item->header);
        const FactKind *kind = fact_kind_by_code(kinds, item->kind);
        if (called == NULL) {
            add_fact(sheet, kind != NULL ? kind : fact_kind_by_code(kinds, "note"), item->words);
            continue;
        }
        g_auto(GStrv) lines = g_strsplit(item->words + strlen(item->header) + 2, "\n", -1);
        for (char **line = lines; *line != NULL; line++) {
            add_fact(sheet, called, *line);
        }
    }
}

static void add_people(Sheet *sheet, const ListRow *row)
{
    for (guint i = 0; i < row->people->len; i++) {
        const ListPerson *person = g_ptr_array_index(row->people, i);
        Relation *relation = sheet_add(sheet, &relation_type);
        record_set_text(&relation->kind, person->kind);
        record_set_text(&relation->name, person->name);
        record_set_text(&relation->note, person->note);
    }
}

static void add_answer(Sheet *sheet, const char *purpose, ListAnswer answer, Day today)
{
    if (answer == LIST_ANSWER_UNKNOWN) {
        return;
    }
    Consent *consent = sheet_add(sheet, &consent_type);
    record_set_text(&consent->purpose, purpose);
    record_set_text(&consent->state, answer == LIST_ANSWER_YES ? "given" : "refused");
    record_set_text(&consent->how, "from a list");
    set_day(&consent->day, today);
}

Sheet *rowsheet_make(const ListRow *row, const GPtrArray *kinds, Day today)
{
    Sheet *sheet = sheet_new();
    fill_customer(sheet->customer, row);
    add_contacts(sheet, row->phones, "phone");
    add_contacts(sheet, row->emails, "email");
    add_contacts(sheet, row->websites, "web");
    add_addresses(sheet, row);
    add_occasion(sheet, "birthday", NULL, row->birthday);
    for (guint i = 0; i < row->occasions->len; i++) {
        const ListOccasion *item = g_ptr_array_index(row->occasions, i);
        add_occasion(sheet, item->kind, item->label, item->day);
    }
    add_facts(sheet, row, kinds);
    add_people(sheet, row);
    add_answer(sheet, "news_email", row->news_email, today);
    add_answer(sheet, "news_sms", row->news_sms, today);
    add_answer(sheet, "news_phone", row->news_phone, today);
    add_answer(sheet, "news_post", row->news_post, today);
    return sheet;
}

static bool has_birthday(const Sheet *sheet, gint64 relation_id)
{
    for (guint i = 0; i < sheet->occasions->len; i++) {
        const Occasion *occasion = g_ptr_array_index(sheet->occasions, i);
        if (occasion->relation_id == relation_id && strcmp(occasion->kind, "birthday") == 0) {
            return true;
        }
    }
    return false;
}

static const Relation *find_relation(const Sheet *sheet, const char *name)
{
    for (guint i = 0; i < sheet->relations->len; i++) {
        const Relation *relation = g_ptr_array_index(sheet->relations, i);
        if (g_strcmp0(relation->name, name) == 0) {
            return relation;
        }
    }
    return NULL;
}

bool rowsheet_add_people_days(Deed *deed, const ListRow *row, const Sheet *sheet, GError **error)
{
    for (guint i = 0; i < row->people->len; i++) {
        const ListPerson *person = g_ptr_array_index(row->people, i);
        const Relation *relation = find_relation(sheet, person->name);
        if (day_is_none(person->birthday) || relation == NULL ||
            has_birthday(sheet, relation->head.id)) {
            continue;
        }
        Occasion *occasion = record_new(&occasion_type);
        occasion->customer_id = sheet->customer->head.id;
        occasion->relation_id = relation->head.id;
        record_set_text(&occasion->kind, "birthday");
        occasion_set_day(occasion, person->birthday);
        bool ok = record_insert(deed, occasion, error);
        record_free(occasion);
        if (!ok) {
            return false;
        }
    }
    return true;
}
