/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes Emma's cake shop. */
#include "tests/tui/emma.h"

#include "tests/data/people.h"

#include "data/agenda/occasion.h"
#include "data/customer/fact.h"
#include "data/customer/relation.h"

#include <stdlib.h>

/* Three hundred characters, with marks that pile up, a flag, a family, Arabic and a direction
 * override. */
#define HOSTILE                                                                                    \
    "Zoe\u0301\u0302\u0303\u0304\u0305\u0306 🇩🇪 👩‍👩‍👧 "                         \
    "\u202Eالعربية\u202C "                                                                  \
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft "           \
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz "                           \
    "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung "                      \
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch\t\x1b[31mRot"

static const Person customers[] = {
    {.number = "1001",
     .given = "Hilde",
     .family = "Wagner",
     .address_form = "sie",
     .visits = 212,
     .last_visit = "2026-10-14",
     .birthday = "1956-11-21",
     .phone = "0171 2345678",
     .email = "hilde.wagner@example.de",
     .street = "Am Markt 3",
     .postcode = "28195",
     .place = "Bremen",
     .partner = "Kurt",
     .partner_birthday = "1954-05-03",
     .facts =
         "usual: Torte für 12, Erdbeer, kein Marzipan; allergy: Mandel; once: Schirm liegt hinter "
         "der Theke; "
         "likes: mag Erdbeer; likes: Vanille; dislikes: mag kein Marzipan; no_call: Sa vormittag; "
         "talk: Die Enkelin spielt seit Oktober die zweite Geige am Theater in Bremen, sie fragt "
         "gern, ob wir schon dort "
         "waren, und freut sich über jede Nachfrage"},
    {.number = "1002",
     .description = "Lina von gegenüber",
     .visits = 40,
     .last_visit = "2026-11-20",
     .birthday = "--11-21",
     .facts = "usual: Schoko-Croissant, glutenfrei; allergy: Gluten"},
    {.number = "1003", .given = "Kurt", .family = "Ott", .visits = 3, .birthday = "1980-11-22"},
    {.number = "1004",
     .given = "Renate",
     .family = "Ott",
     .address_form = "du",
     .visits = 25,
     .last_visit = "2026-11-21",
     .partner = "Kurt",
     .partner_birthday = "1980-11-24"},
    {.number = "1005",
     .given = "Jens",
     .family = "Berg",
     .visits = 8,
     .last_visit = "2026-08-01",
     .birthday = "1990-11-17",
     .facts = "usual: Zwei Roggenbrötchen"},
    {.number = "1006",
     .given = "Anna",
     .family = "Müller",
     .address_form = "sie",
     .visits = 90,
     .last_visit = "2026-11-19",
     .facts = "allergy: Nüsse; usual: Torte, Cappuccino"},
    {.number = "0311",
     .given = "Jürgen",
     .family = "Müller",
     .visits = 12,
     .last_visit = "2026-07-10",
     .facts = "usual: Roggenbrot"},
    {.number = "0877",
     .given = "Ida",
     .family = "Mühlbauer",
     .visits = 31,
     .last_visit = "2026-11-12",
     .birthday = "1970-11-22",
     .facts = "usual: Dinkelbrötchen"},
    {.number = "1009",
     .given = "Maria",
     .family = "Klein",
     .visits = 61,
     .last_visit = "2026-10-21",
     .facts = "interest: hat einen Dackel namens Schoko"},
    {.number = "1010",
     .given = HOSTILE,
     .family = HOSTILE,
     .facts = "allergy: " HOSTILE "; usual: " HOSTILE},
    {.number = "1011", .company = "Blumen Schröder GmbH", .phone = "0421 84220"},
    {.number = "1013", .description = "Der mit dem Hut"},
    {.number = "1012", .given = "Peter", .family = "Zorn", .visits = 1, .last_visit = "2024-03-02"},
};

static void demand(bool done, const GError *error)
{
    if (!done) {
        g_printerr("The shop for the test cannot be made: %s\n",
                   error != NULL ? error->message : "?");
        abort();
    }
}

/* A day of the customer beside the birthday. */
static void add_day(Deed *deed, gint64 customer_id, const char *kind, const char *text)
{
    g_autoptr(GError) error = NULL;
    Day day;
    Occasion *occasion = record_new(&occasion_type);
    demand(day_from_text(text, &day), NULL);
    occasion->customer_id = customer_id;
    record_set_text(&occasion->kind, kind);
    occasion_set_day(occasion, day);
    demand(record_insert(deed, occasion, &error), error);
    record_free(occasion);
}

static void set_since(Deed *deed, gint64 customer_id, const char *since)
{
    g_autoptr(GError) error = NULL;
    Customer *customer = record_load(deed_db(deed), &customer_type, customer_id, &error);
    demand(customer != NULL, error);
    record_set_text(&customer->since, since);
    demand(record_update(deed, customer, &error), error);
    record_free(customer);
}

void emma_fill(Shop *shop)
{
    g_autoptr(GError) error = NULL;
    const Who who = {.clerk_id = 1, .branch_id = 1, .at = "2026-10-14T09:30:00Z"};
    Deed *deed = deed_begin(shop->db, &who, "taking over a list", &error);
    demand(deed != NULL, error);
    for (gsize i = 0; i < G_N_ELEMENTS(customers); i++) {
        gint64 id = people_add_in(deed, &customers[i]);
        if (i == 0) {
            set_since(deed, id, "2014");
        } else if (g_str_equal(customers[i].number, "1009")) {
            add_day(deed, id, "wedding", "2001-11-21");
        } else if (g_str_equal(customers[i].number, "1012")) {
            add_day(deed, id, "name_day", "--11-25");
        }
    }
    people_commit(deed);
}

Emma *emma_new_empty(void)
{
    g_autoptr(GError) error = NULL;
    Emma *emma = g_new0(Emma, 1);
    const ShopPlan plan = {.name = "Konditorei Emma",
                           .branch = "Markt",
                           .clerk = "Lina B.",
                           .country_code = "49",
                           .currency = "EUR"};
    emma->folder = fixture_folder();
    emma->path = g_build_filename(emma->folder, "emma.tresen", NULL);
    demand(shop_create(emma->path, &plan, "2026-10-14T09:00:00Z", &error), error);
    emma_reopen(emma, DB_READ_WRITE);
    return emma;
}

Emma *emma_new(void)
{
    Emma *emma = emma_new_empty();
    emma_fill(emma->shop);
    return emma;
}

void emma_reopen(Emma *emma, DbMode mode)
{
    g_autoptr(GError) error = NULL;
    shop_close(emma->shop);
    emma->shop = shop_open(emma->path, mode, emma->folder, "2026-11-21T13:32:00Z", &error);
    demand(emma->shop != NULL, error);
}

void emma_free(Emma *emma)
{
    if (emma != NULL) {
        shop_close(emma->shop);
        fixture_remove_folder(emma->folder);
        g_free(emma->path);
        g_free(emma);
    }
}

gint64 emma_customer(const Emma *emma, const char *number)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    expect_done(customer_find_number(emma->shop->db, number, &id, &error), error);
    assert_true(id != 0);
    return id;
}
