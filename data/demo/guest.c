/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer of the demo shop while the card is being written. */
#include "data/demo/guest.h"

#include "data/agenda/occasion.h"
#include "data/customer/address.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/kin.h"

/* Somebody who belongs to the customer: stored after the customer. */
typedef struct {
    Relation *relation;
    Day birthday;
} Kin;

static void kin_free(gpointer data)
{
    Kin *kin = data;
    record_free(kin->relation);
    g_free(kin);
}

Guest *guest_new(const GPtrArray *kinds)
{
    Guest *guest = g_new0(Guest, 1);
    guest->kinds = kinds;
    guest->sheet = sheet_new();
    guest->people = g_ptr_array_new_with_free_func(kin_free);
    return guest;
}

void guest_free(Guest *guest)
{
    if (guest != NULL) {
        sheet_free(guest->sheet);
        g_ptr_array_unref(guest->people);
        g_free(guest);
    }
}

void guest_add_fact(Guest *guest, const char *kind, const char *words)
{
    Fact *fact = sheet_add(guest->sheet, &fact_type);
    fact->kind_id = fact_kind_by_code(guest->kinds, kind)->head.id;
    record_set_text(&fact->words, words);
}

void guest_add_contact(Guest *guest, const char *kind, const char *label, const char *value)
{
    Contact *contact = sheet_add(guest->sheet, &contact_type);
    record_set_text(&contact->kind, kind);
    record_set_text(&contact->label, label);
    record_set_text(&contact->value, value);
}

void guest_add_address(Guest *guest, const char *street, const char *postcode, const char *place)
{
    Address *address = sheet_add(guest->sheet, &address_type);
    record_set_text(&address->street, street);
    record_set_text(&address->postcode, postcode);
    record_set_text(&address->place, place);
}

void guest_add_day(Guest *guest, const char *kind, const char *label, Day day)
{
    Occasion *occasion = sheet_add(guest->sheet, &occasion_type);
    record_set_text(&occasion->kind, kind);
    record_set_text(&occasion->label, label);
    occasion_set_day(occasion, day);
}

void guest_add_person(Guest *guest, const char *kind, const char *name, const char *note,
                      Day birthday, gint64 other)
{
    Kin *kin = g_new0(Kin, 1);
    kin->relation = record_new(&relation_type);
    kin->relation->other_customer_id = other;
    record_set_text(&kin->relation->kind, kind);
    record_set_text(&kin->relation->name, name);
    record_set_text(&kin->relation->note, note);
    kin->birthday = birthday;
    g_ptr_array_add(guest->people, kin);
}

void guest_add_answer(Guest *guest, const char *purpose, const char *state, const char *day,
                      gint64 who)
{
    Consent *consent = sheet_add(guest->sheet, &consent_type);
    record_set_text(&consent->purpose, purpose);
    record_set_text(&consent->state, state);
    record_set_text(&consent->day, day);
    record_set_text(&consent->how, "in the shop");
    consent->asked_by = who;
}

static bool save_kin(Deed *deed, const Guest *guest, const Kin *kin, GError **error)
{
    g_autoptr(GPtrArray) days = g_ptr_array_new_with_free_func(record_free);
    kin->relation->customer_id = guest->sheet->customer->head.id;
    if (!day_is_none(kin->birthday)) {
        Occasion *birthday = record_new(&occasion_type);
        record_set_text(&birthday->kind, "birthday");
        occasion_set_day(birthday, kin->birthday);
        g_ptr_array_add(days, birthday);
    }
    return kin_save(deed, kin->relation, days, error);
}

bool guest_save(Deed *deed, Guest *guest, GError **error)
{
    bool ok = sheet_save(deed, guest->sheet, error);
    for (guint i = 0; ok && i < guest->people->len; i++) {
        ok = save_kin(deed, guest, g_ptr_array_index(guest->people, i), error);
    }
    return ok;
}
