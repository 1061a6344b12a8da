/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the shop the scripts of tests/cli/ ask about: make_shop FILE. Its world stands at 1 March
 * 2026. */
#include "data/agenda/due.h"
#include "data/clerk.h"
#include "data/customer/address.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/relation.h"
#include "data/customer/sheet.h"
#include "data/db/seal.h"
#include "data/shop.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char now[] = "2026-03-01T08:00:00Z";

static void need(bool done, const GError *error)
{
    if (!done) {
        fprintf(stderr, "make_shop: %s\n", error != NULL ? error->message : "it cannot be done");
        exit(EXIT_FAILURE);
    }
}

static Sheet *person(const char *number, const char *given, const char *family,
                     const char *description)
{
    Sheet *sheet = sheet_new();
    record_set_text(&sheet->customer->number, number);
    record_set_text(&sheet->customer->given_name, given);
    record_set_text(&sheet->customer->family_name, family);
    record_set_text(&sheet->customer->description, description);
    return sheet;
}

static void add_contact(Sheet *sheet, const char *kind, const char *label, const char *value)
{
    Contact *contact = sheet_add(sheet, &contact_type);
    record_set_text(&contact->kind, kind);
    record_set_text(&contact->label, label);
    record_set_text(&contact->value, value);
}

static void add_fact(Sheet *sheet, const GPtrArray *kinds, const char *code, const char *words)
{
    Fact *fact = sheet_add(sheet, &fact_type);
    fact->kind_id = fact_kind_by_code(kinds, code)->head.id;
    record_set_text(&fact->words, words);
}

static void add_day(Sheet *sheet, gint64 relation_id, const char *kind, Day day)
{
    Occasion *occasion = sheet_add(sheet, &occasion_type);
    occasion->relation_id = relation_id;
    record_set_text(&occasion->kind, kind);
    occasion_set_day(occasion, day);
}

static void save(Deed *deed, Sheet *sheet)
{
    g_autoptr(GError) error = NULL;
    need(sheet_save(deed, sheet, &error), error);
}

static gint64 add_clerk(Deed *deed)
{
    g_autoptr(GError) error = NULL;
    Clerk *clerk = record_new(&clerk_type);
    record_set_text(&clerk->name, "Lina B.");
    clerk->active = 1;
    need(record_insert(deed, clerk, &error), error);
    gint64 id = clerk->head.id;
    record_free(clerk);
    return id;
}

/* The customer of whom everything is known. */
static void add_hilde(Deed *deed, const GPtrArray *kinds)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = person("1042", "Hilde", "Wagner", NULL);
    record_set_text(&sheet->customer->salutation, "Frau");
    record_set_text(&sheet->customer->address_form, "sie");
    record_set_text(&sheet->customer->preferred_channel, "phone");
    record_set_text(&sheet->customer->since, "2014");
    add_contact(sheet, "phone", "privat", "0421 84220");
    add_contact(sheet, "phone", NULL, "+49 (0)171 2345678");
    add_contact(sheet, "email", NULL, "Hilde.Wagner@example.org");
    Address *address = sheet_add(sheet, &address_type);
    record_set_text(&address->street, "Am Markt 3");
    record_set_text(&address->postcode, "28195");
    record_set_text(&address->place, "Bremen");
    add_fact(sheet, kinds, "allergy", "Mandel");
    add_fact(sheet, kinds, "usual", "Torte für 12, Erdbeer, kein Marzipan");
    add_day(sheet, 0, "birthday", (Day){1956, 3, 1});
    add_day(sheet, 0, "wedding", (Day){2001, 3, 1});
    Relation *kurt = sheet_add(sheet, &relation_type);
    record_set_text(&kurt->kind, "partner");
    record_set_text(&kurt->name, "Kurt Wagner");
    save(deed, sheet);
    add_day(sheet, kurt->head.id, "birthday", (Day){0, 3, 3});
    save(deed, sheet);
    gint64 birthday = ((Occasion *)g_ptr_array_index(sheet->occasions, 0))->head.id;
    need(due_greet(deed, birthday, 2026, NULL, &error), error);
    need(consent_note(deed, sheet->customer->head.id, "health", "given", "2026-02-01",
                      "in the shop", &error),
         error);
}

static void add_others(Deed *deed, const GPtrArray *kinds)
{
    g_autoptr(Sheet) muller = person("0311", "Jürgen", "Müller", NULL);
    add_contact(muller, "phone", NULL, "0421/555 123");
    save(deed, muller);

    g_autoptr(Sheet) student = person("7", NULL, NULL, "Studentin von gegenüber");
    add_fact(student, kinds, "allergy", "verträgt keine Haselnuss");
    add_fact(student, kinds, "note", "hat einen Dackel");
    add_day(student, 0, "birthday", (Day){0, 3, 1});
    save(deed, student);

    g_autoptr(Sheet) leap = person("29", "Leo", "Schalt", NULL);
    add_day(leap, 0, "birthday", (Day){1996, 2, 29});
    save(deed, leap);

    /* Clears a screen, turns the direction of writing, rings, and has a line break. */
    g_autoptr(Sheet) hostile =
        person("666", "\033[2J", "Böse\302\233\342\200\256\a", "zwei\nZeilen");
    save(deed, hostile);

    g_autoptr(Sheet) wide = person("8", "太郎", "山田", NULL);
    save(deed, wide);
}

int main(int argc, char **argv)
{
    static const ShopPlan plan = {
        .name = "Konditorei Emma", .country_code = "49", .currency = "EUR"};
    g_autoptr(GError) error = NULL;

    need(argc >= 2 && shop_create(argv[1], &plan, now, &error), error);
    g_autoptr(Shop) shop = shop_open(argv[1], DB_READ_WRITE, NULL, now, &error);
    need(shop != NULL, error);
    g_autoptr(GPtrArray) kinds = fact_kind_list(shop->db, &error);
    need(kinds != NULL, error);
    Who who = {.clerk_id = 0};
    g_strlcpy(who.at, now, sizeof who.at);
    g_autoptr(Deed) first = deed_begin(shop->db, &who, "opening the shop", &error);
    need(first != NULL, error);
    who.clerk_id = add_clerk(first);
    need(deed_commit(first, NULL, &error), error);

    g_autoptr(Deed) deed = deed_begin(shop->db, &who, "adding customers", &error);
    need(deed != NULL, error);
    add_hilde(deed, kinds);
    add_others(deed, kinds);
    need(deed_commit(deed, NULL, &error), error);
    /* Behind the back of the search index. */
    if (argc > 2 && strcmp(argv[2], "--stale") == 0) {
        bool done =
            db_run(shop->db, "UPDATE customer SET family_name = 'Neumann' WHERE number = '1042'",
                   DB_NO_VALUES, NULL, &error) &&
            seal_rebuild(shop->db, NULL, NULL, &error);
        need(done, error);
    }
    return EXIT_SUCCESS;
}
