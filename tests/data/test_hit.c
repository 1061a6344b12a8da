/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown of a customer as that which fitted. */
#include "data/lookup/hit.h"

#include "data/customer/address.h"
#include "data/customer/contact.h"
#include "tests/data/people.h"

static void add_address(Sheet *sheet, const char *street, const char *postcode, const char *place)
{
    Address *address = sheet_add(sheet, &address_type);
    record_set_text(&address->street, street);
    record_set_text(&address->postcode, postcode);
    record_set_text(&address->place, place);
}

static void hit_words__tells__what_of_the_addresses_fits(void **state)
{
    (void)state;
    static const struct {
        const char *mark, *words;
    } cases[] = {
        {"bahn", "Bahnhofstr. 1"},
        {"28195", "28195"},
        {"koln", "Köln"},
        {"lange", "Lange Str. 2"},
        /* typed out */
        {"bahnhofstrasse", "Bahnhofstr. 1"},
    };
    g_autoptr(Sheet) sheet = sheet_new();
    add_address(sheet, NULL, "28195", "Bremen");
    add_address(sheet, "Bahnhofstr. 1", NULL, "Bremen");
    add_address(sheet, "Lange Str. 2", "50667", "Köln");
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *mark = g_strdup(cases[i].mark);
        char *marks[] = {mark, NULL};
        g_autofree char *words = hit_words(sheet, GROUP_PLACE, marks);
        assert_string_equal(words, cases[i].words);
    }
}

static void hit_words__tells__a_phone_that_is_words(void **state)
{
    (void)state;
    char mark[] = "kiosk";
    char *marks[] = {mark, NULL};
    g_autoptr(Sheet) sheet = sheet_new();
    Contact *contact = sheet_add(sheet, &contact_type);
    record_set_text(&contact->kind, "phone");
    record_set_text(&contact->value, "im Kiosk");
    record_set_text(&contact->key, "im Kiosk");
    g_autofree char *words = hit_words(sheet, GROUP_PHONE, marks);
    assert_string_equal(words, "im Kiosk");
    g_autofree char *mail = hit_words(sheet, GROUP_EMAIL, marks);
    assert_null(mail);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hit_words__tells__what_of_the_addresses_fits),
        cmocka_unit_test(hit_words__tells__a_phone_that_is_words),
    };
    return cmocka_run_group_tests_name("hit", tests, NULL, NULL);
}
