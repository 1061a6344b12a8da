/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Discreet mode: no screen of screens.def shows what a customer should not read. A new screen is in
 * by its line there; what it draws of customers goes through canvas_private. */
#include "tests/data/people.h"
#include "tests/tui/desk.h"
#include "tests/tui/openings.h"

#include "data/customer/fact.h"
#include "tui/screens/card.h"
#include "tui/screens/edit.h"
#include "tui/screens/home.h"

#include <string.h>

/* What Emma's shop and the list that is taken over know of people: facts, phones, e-mail, streets,
 * birthdays, who belongs to whom. */
static const char *const secrets[] = {
    "Mandel",     "Schirm",     "Erdbeer",  "Vanille",     "Marzipan",  "vormittag", "Geige",
    "2345678",    "example.de", "Markt 3",  "28195",       "Bremen",    "turns",     "turned",
    "1 November", "2 November", "1956",     "1954",        "3 May",     "partner",   "Gluten",
    "Croissant",  "Roggen",     "Nüsse",    "Cappuccino",  "Dinkel",    "Dackel",    "84220",
    "0421",       "days ago",   "25 years", "Rindfleisch", "Last here", "212",
};
/* Names of others, which only lists of customers may show. */
static const char *const others[] = {"Kurt", "Lina von", "Berg", "Mühlbauer", "Zorn"};

static void expect_hidden(Harness *harness, const char *where, const char *const *words,
                          gsize count)
{
    g_autofree char *text = harness_text(harness);
    for (gsize i = 0; i < count; i++) {
        if (strstr(text, words[i]) != NULL) {
            fail_msg("\"%s\" is to be read on \"%s\":\n%s", words[i], where, text);
        }
    }
}

static void expect_all_hidden(Harness *harness, const char *where, bool lists_names)
{
    static const int sizes[][2] = {{24, 80}, {12, 40}, {50, 160}};
    for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
        harness_resize(harness, sizes[i][0], sizes[i][1]);
        expect_hidden(harness, where, secrets, G_N_ELEMENTS(secrets));
        if (!lists_names) {
            expect_hidden(harness, where, others, G_N_ELEMENTS(others));
        }
    }
}

/* Something in the bin: what Jens Berg usually takes. */
static void remove_a_fact(const Emma *emma)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = sheet_load(emma->shop->db, emma_customer(emma, "1005"), &error);
    expect_done(sheet != NULL && sheet->facts->len > 0, error);
    const Fact *fact = g_ptr_array_index(sheet->facts, 0);
    Deed *deed = people_begin(emma->shop->db);
    expect_done(record_remove(deed, &fact_type, fact->head.id, &error), error);
    people_commit(deed);
}

/* Emma's customers also where a screen is content with an empty shop. */
static Opening *opening_with_customers(const char *name)
{
    Opening *opening = opening_new(name);
    if (opening->shop != NULL && opening->arg == NULL) {
        emma_free(opening->emma);
        opening->emma = emma_new();
        opening->shop = opening->emma->shop;
        remove_a_fact(opening->emma);
    }
    return opening;
}

static void discreet__hides__on_every_screen(void **state)
{
    (void)state;
    const ScreenClass *const *classes = screen_classes();
    for (gsize i = 0; classes[i] != NULL; i++) {
        if (strcmp(classes[i]->name, "looks") == 0) {
            continue; /* its sample is of invented people */
        }
        g_autoptr(Opening) opening = opening_with_customers(classes[i]->name);
        g_autoptr(Harness) harness = harness_new(24, 80, opening->shop);
        app_set_discreet(harness_app(harness), true);
        harness_open(harness, classes[i], opening->arg);
        bool lists_names = strcmp(classes[i]->name, "customers") == 0;
        expect_all_hidden(harness, classes[i]->name, lists_names);
        /* Also with a row selected, and other rows in sight. */
        harness_press(harness, "Down Down");
        expect_all_hidden(harness, classes[i]->name, lists_names);
        harness_press(harness, "PgDn");
        expect_all_hidden(harness, classes[i]->name, lists_names);
    }
}

/* The test above would pass on screens that never show anything. */
static void the_walk__would_see__what_is_not_hidden(void **state)
{
    (void)state;
    static const char *const names[] = {"home", "card", "edit", "people", "bin", "importmap"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(Opening) opening = opening_with_customers(names[i]);
        g_autoptr(Harness) harness = harness_new(24, 80, opening->shop);
        harness_open(harness, screen_class(names[i]), opening->arg);
        g_autofree char *text = harness_text(harness);
        bool seen = false;
        for (gsize k = 0; k < G_N_ELEMENTS(secrets); k++) {
            seen = seen || strstr(text, secrets[k]) != NULL;
        }
        if (!seen) {
            fail_msg("\"%s\" shows nothing private without discreet mode:\n%s", names[i], text);
        }
    }
}

static void discreet__comes_and_goes__with_f12(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    harness_open(desk->harness, &screen_home, NULL);
    harness_expect(desk->harness, "Hilde Wagner");
    harness_press(desk->harness, "F12");
    harness_golden(desk->harness, "discreet-home");
    harness_type(desk->harness, "mül");
    harness_golden(desk->harness, "discreet-matches");
    harness_resize(desk->harness, 30, 120);
    harness_golden(desk->harness, "discreet-matches-wide");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "discreet-matches-small");
    harness_press(desk->harness, "Alt-h");
    harness_expect(desk->harness, "Nüsse");
    assert_false(harness_shows(desk->harness, "F12"));
}

static void discreet__leaves_on_the_card__the_name_the_number_and_a_sign(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const CardArg arg = {emma_customer(desk->emma, "1001")};
    desk_open(desk, &screen_card, &arg);
    harness_press(desk->harness, "F12");
    harness_golden(desk->harness, "discreet-card");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "discreet-card-small");
    harness_resize(desk->harness, 24, 80);
    /* Matches that match by something hidden show it as little. */
    harness_press(desk->harness, "Esc");
    harness_open(desk->harness, &screen_home, NULL);
    harness_type(desk->harness, "erdbeer");
    harness_expect(desk->harness, "Wagner, Hilde");
    expect_hidden(desk->harness, "matches", (const char *const[]){"Erdbeer", "mag"}, 2);
}

static void discreet__hides_fields__but_the_one_being_typed_in(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const EditArg arg = {.customer_id = emma_customer(desk->emma, "1001")};
    desk_open(desk, &screen_edit, &arg);
    harness_press(desk->harness, "F12");
    harness_golden(desk->harness, "discreet-edit");
    harness_press(desk->harness, "Down");
    harness_expect(desk->harness, "Wagner");
    harness_press(desk->harness, "Down");
    g_autofree char *field = harness_line(desk->harness, 5);
    assert_null(strstr(field, "Wagner"));
}

static void messages__do_not_say__what_is_hidden(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    harness_open(desk->harness, &screen_home, NULL);
    harness_press(desk->harness, "F12 Space");
    harness_expect(desk->harness, "Greeted: ············.");
    harness_press(desk->harness, "Ctrl-Z");
    harness_expect(desk->harness, "Taken back: ");
    expect_hidden(desk->harness, "home", (const char *const[]){"Wagner"}, 1);
    /* Also where the words before it look like it. */
    app_say_about(harness_app(desk->harness), AREA_MESSAGE, "Removed: Re.", "Re");
    harness_expect(desk->harness, "··moved: ··.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(discreet__hides__on_every_screen),
        cmocka_unit_test(the_walk__would_see__what_is_not_hidden),
        cmocka_unit_test(discreet__comes_and_goes__with_f12),
        cmocka_unit_test(discreet__leaves_on_the_card__the_name_the_number_and_a_sign),
        cmocka_unit_test(discreet__hides_fields__but_the_one_being_typed_in),
        cmocka_unit_test(messages__do_not_say__what_is_hidden),
    };
    return cmocka_run_group_tests_name("discreet", tests, NULL, NULL);
}
