/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much is known of a customer, and what to ask next. */
#include "tests/data/people.h"

#include "data/customer/completeness.h"
#include "data/customer/consent.h"

static void expect(Db *db, const Person *person, const char *consent, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, &error);
    expect_done(kinds != NULL, error);
    g_autoptr(Sheet) sheet = people_sheet(db, person);
    if (consent != NULL) {
        Consent *answer = sheet_add(sheet, &consent_type);
        record_set_text(&answer->purpose, consent);
    }
    Completeness known = completeness_of(sheet, kinds);
    g_autofree char *text = g_strdup_printf("%u of %u: %s", known.known, (guint)COMPLETENESS_ALL,
                                            known.ask != NULL ? known.ask : "nothing");
    assert_string_equal(text, expected);
}

static void completeness_of__asks__for_one_thing_after_another(void **state)
{
    Db *db = ((const Fixture *)*state)->db;
    people_furnish(db);
    expect(db, &(Person){.description = "the one with the dog"}, NULL,
           "0 of 6: What is their name?");
    expect(db, &(Person){.family = "Ott"}, NULL, "1 of 6: Du or Sie?");
    expect(db, &(Person){.family = "Ott", .address_form = "du"}, "health",
           "2 of 6: What do they like?");
    expect(db, &(Person){.family = "Ott", .address_form = "du", .facts = "interest: Jazz"}, NULL,
           "2 of 6: What do they like?");
    expect(db, &(Person){.family = "Ott", .address_form = "du", .facts = "likes: Jazz"}, NULL,
           "3 of 6: When is their birthday?");
    expect(
        db,
        &(Person){
            .family = "Ott", .address_form = "du", .facts = "usual: Jazz", .birthday = "--05-03"},
        NULL, "4 of 6: What is their phone number?");
    expect(db,
           &(Person){.family = "Ott",
                     .address_form = "du",
                     .facts = "usual: Jazz",
                     .birthday = "--05-03",
                     .email = "ott@example.org"},
           NULL, "5 of 6: May we call or write?");
    expect(db,
           &(Person){.family = "Ott",
                     .address_form = "du",
                     .facts = "usual: Jazz",
                     .birthday = "--05-03",
                     .phone = "0421 111222"},
           "news_phone", "6 of 6: nothing");
}

static void completeness_of__wants_no_birthday__of_a_company(void **state)
{
    Db *db = ((const Fixture *)*state)->db;
    people_furnish(db);
    expect(db, &(Person){.company = "Ott GmbH", .address_form = "sie", .facts = "likes: Torte"},
           NULL, "4 of 6: What is their phone number?");
    expect(
        db,
        &(Person){
            .company = "Ott GmbH", .family = "Ott", .address_form = "sie", .facts = "likes: Torte"},
        NULL, "3 of 6: When is their birthday?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(completeness_of__asks__for_one_thing_after_another),
        cmocka_unit_test(completeness_of__wants_no_birthday__of_a_company),
    };
    return fixture_for_each_engine("completeness", tests, G_N_ELEMENTS(tests));
}
