/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the crowd of the corpus into a shop. */
#include "tests/bench/fill.h"

#include "data/demo/guest.h"

const char fill_now[] = "2026-03-02T08:00:00Z";

static Guest *guest_of(const CorpusPerson *person, const GPtrArray *kinds)
{
    Guest *guest = guest_new(kinds);
    Customer *customer = guest->sheet->customer;
    record_set_text(&customer->number, person->number);
    record_set_text(&customer->title, person->title);
    record_set_text(&customer->given_name, person->given);
    record_set_text(&customer->family_name, person->family);
    record_set_text(&customer->company, person->company);
    record_set_text(&customer->description, person->description);
    customer->visits_before = person->visits;
    record_set_text(&customer->last_visit_before, person->last_visit);
    if (person->phone != NULL) {
        guest_add_contact(guest, "phone", NULL, person->phone);
    }
    if (person->mobile != NULL) {
        guest_add_contact(guest, "phone", "mobil", person->mobile);
    }
    if (person->email != NULL) {
        guest_add_contact(guest, "email", NULL, person->email);
    }
    if (person->street != NULL) {
        guest_add_address(guest, person->street, person->postcode, person->town);
    }
    if (!day_is_none(person->birthday)) {
        guest_add_day(guest, "birthday", NULL, person->birthday);
    }
    if (person->partner != NULL) {
        guest_add_person(guest, "partner", person->partner, NULL, DAY_NONE, 0);
    }
    if (person->child != NULL) {
        guest_add_person(guest, "child", person->child, NULL, DAY_NONE, 0);
    }
    for (guint i = 0; i < person->facts->len; i++) {
        const CorpusFact *fact = &g_array_index(person->facts, CorpusFact, i);
        guest_add_fact(guest, fact->kind, fact->words);
    }
    return guest;
}

/* Saves PERSON as a customer, whose number is one more than the place. */
static bool add(Deed *deed, const CorpusPerson *person, const GPtrArray *kinds, GError **error)
{
    g_autoptr(Guest) guest = guest_of(person, kinds);
    bool ok = guest_save(deed, guest, error);
    g_assert(!ok || guest->sheet->customer->head.id == person->place + 1);
    return ok;
}

bool fill_some(Db *db, const Corpus *corpus, const GPtrArray *kinds, guint first, guint end,
               GError **error)
{
    Who who = {.clerk_id = 0};
    g_strlcpy(who.at, fill_now, sizeof who.at);
    g_autoptr(Deed) deed = deed_begin(db, &who, "adding customers", error);
    bool ok = deed != NULL;
    for (guint i = first; ok && i < end; i++) {
        g_autoptr(CorpusPerson) person = corpus_person(corpus, i);
        ok = add(deed, person, kinds, error);
    }
    return ok && deed_commit(deed, NULL, error);
}
