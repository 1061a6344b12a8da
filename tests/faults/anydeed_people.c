/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deeds at random: customers and what is known of them. */
#include "tests/faults/anydeed.h"

#include "data/agenda/due.h"
#include "data/agenda/forget.h"
#include "data/agenda/greeting.h"
#include "data/agenda/occasion.h"
#include "data/clerk.h"
#include "data/customer/address.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/customer.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/kin.h"

static bool add_customer(Play *play, Deed *deed, GError **error)
{
    const Person person = {
        .family = play_words(play, false),
        .given = play_words(play, true),
        .phone = play_words(play, true),
        .email = roll(play, 2) == 0 ? "hilde@example.de" : NULL,
        .street = play_words(play, true),
        .birthday = roll(play, 2) == 0 ? "--05-03" : NULL,
        .facts = roll(play, 2) == 0 ? "likes: Erdbeere; allergy: Nüsse; once: Schirm" : NULL,
    };
    g_autoptr(Sheet) sheet = people_sheet(deed_db(deed), &person);
    return sheet_save(deed, sheet, error);
}

static void change_rows(Play *play, Sheet *sheet)
{
    Contact *contact = sheet->contacts->len > 0 && roll(play, 2) == 0
                           ? g_ptr_array_index(sheet->contacts, roll(play, sheet->contacts->len))
                           : sheet_add(sheet, &contact_type);
    record_set_text(&contact->kind, roll(play, 2) == 0 ? "phone" : "email");
    record_set_text(&contact->value, play_words(play, true));
    Address *address = sheet->addresses->len > 0 ? g_ptr_array_index(sheet->addresses, 0)
                                                 : sheet_add(sheet, &address_type);
    record_set_text(&address->place, play_words(play, true));
    if (sheet->facts->len > 0) {
        Fact *fact = g_ptr_array_index(sheet->facts, roll(play, sheet->facts->len));
        record_set_text(&fact->words, play_words(play, true));
    }
    if (sheet->occasions->len > 0 && roll(play, 3) == 0) {
        Occasion *occasion = g_ptr_array_index(sheet->occasions, roll(play, sheet->occasions->len));
        occasion_set_day(occasion,
                         roll(play, 3) == 0 ? DAY_NONE : (Day){0, (int)roll(play, 12) + 1, 17});
    }
}

static bool change_customer(Play *play, Deed *deed, GError **error)
{
    g_autoptr(Sheet) sheet = sheet_load(deed_db(deed), play_any(play, &customer_type), error);
    if (sheet == NULL) {
        return false;
    }
    Customer *customer = sheet->customer;
    record_set_text(&customer->family_name, play_words(play, false));
    record_set_text(&customer->company, play_words(play, true));
    record_set_text(&customer->class, play_code(play, customer_classes));
    record_set_text(&customer->closeness, play_code(play, customer_closenesses));
    record_set_text(&customer->preferred_channel, play_code(play, customer_channels));
    record_set_text(&customer->number,
                    roll(play, 4) == 0 ? play_words(play, false) : customer->number);
    customer->clerk_id = play_maybe(play, &clerk_type);
    change_rows(play, sheet);
    return sheet_save(deed, sheet, error);
}

static bool remove_customer(Play *play, Deed *deed, GError **error)
{
    return sheet_remove(deed, play_any(play, &customer_type), error);
}

static bool add_note(Play *play, Deed *deed, GError **error)
{
    Fact *fact = record_new(&fact_type);
    fact->customer_id = play_any(play, &customer_type);
    fact->kind_id = play_any(play, &fact_kind_type);
    record_set_text(&fact->words, play_words(play, false));
    bool ok = record_insert(deed, fact, error);
    record_free(fact);
    return ok;
}

static bool change_note(Play *play, Deed *deed, GError **error)
{
    Fact *fact = play_load(play, &fact_type);
    if (fact == NULL) {
        return true;
    }
    fact->kind_id = play_any(play, &fact_kind_type);
    record_set_text(&fact->words, play_words(play, false));
    record_set_text(&fact->done_at, roll(play, 3) == 0 ? FIXTURE_NOW : NULL);
    fact->done_by = fact->done_at != NULL ? play_any(play, &clerk_type) : 0;
    bool ok = record_update(deed, fact, error);
    record_free(fact);
    return ok;
}

static bool remove_note(Play *play, Deed *deed, GError **error)
{
    return record_remove(deed, &fact_type, play_any(play, &fact_type), error);
}

static bool save_person(Play *play, Deed *deed, GError **error)
{
    g_autoptr(GPtrArray) days = g_ptr_array_new_with_free_func(record_free);
    Relation *relation = roll(play, 2) == 0 ? play_load(play, &relation_type) : NULL;
    if (relation == NULL) {
        relation = record_new(&relation_type);
        relation->customer_id = play_any(play, &customer_type);
    }
    record_set_text(&relation->kind, play_code(play, relation_kinds));
    record_set_text(&relation->name, play_words(play, false));
    relation->other_customer_id = play_maybe(play, &customer_type);
    if (roll(play, 2) == 0) {
        Occasion *day = record_new(&occasion_type);
        record_set_text(&day->kind, play_code(play, occasion_kinds));
        occasion_set_day(day, (Day){1960, (int)roll(play, 12) + 1, (int)roll(play, 28) + 1});
        g_ptr_array_add(days, day);
    }
    bool ok = kin_save(deed, relation, days, error);
    record_free(relation);
    return ok;
}

static bool remove_person(Play *play, Deed *deed, GError **error)
{
    return kin_remove(deed, play_any(play, &relation_type), error);
}

static bool note_consent(Play *play, Deed *deed, GError **error)
{
    return consent_note(deed, play_any(play, &customer_type), play_code(play, consent_purposes),
                        play_code(play, consent_states), play_day(play, false),
                        play_code(play, consent_ways), error);
}

static bool greet(Play *play, Deed *deed, GError **error)
{
    gint64 occasion = play_any(play, &occasion_type);
    int year = 2020 + (int)roll(play, 3);
    guint way = roll(play, 3);
    if (occasion == 0) {
        return true;
    }
    if (way == 0) {
        return due_ungreet(deed, occasion, year, error);
    }
    return way == 1 ? due_greet(deed, occasion, year, play_code(play, greeting_ways), error)
                    : due_greet_as(deed, occasion, year, play_code(play, greeting_ways),
                                   play_words(play, true), error);
}

static bool forget_day(Play *play, Deed *deed, GError **error)
{
    gint64 occasion = play_any(play, &occasion_type);
    return occasion == 0 || occasion_forget(deed, occasion, error);
}

const PlayAct play_people[] = {
    {"adding a customer", add_customer},
    {"changing a customer", change_customer},
    {"changing a customer's sheet", change_customer},
    {"removing a customer", remove_customer},
    {"adding a note", add_note},
    {"adding one more note", add_note},
    {"changing a note", change_note},
    {"removing a note", remove_note},
    {"saving a related person", save_person},
    {"removing a related person", remove_person},
    {"writing down a consent", note_consent},
    {"greeting somebody", greet},
    {"forgetting a day", forget_day},
    {NULL, NULL},
};
