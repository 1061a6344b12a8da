/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts with placeholders. */
#include "tests/data/fixture.h"

#include "data/agenda/letter.h"
#include "data/base/fault.h"

static void expect_greeting(Customer *customer, const char *wanted)
{
    const LetterFacts facts = {.customer = customer};
    g_autofree char *filled = letter_fill("{salutation}", &facts);
    assert_string_equal(filled, wanted);
}

static Customer *hilde(const char *language)
{
    Customer *customer = record_new(&customer_type);
    record_set_text(&customer->salutation, "Frau");
    record_set_text(&customer->given_name, "Hilde");
    record_set_text(&customer->family_name, "Wagner");
    record_set_text(&customer->language, language);
    return customer;
}

static void letter_fill__begins_as_people_are_called(void **state)
{
    (void)state;
    Customer *customer = hilde("de");
    expect_greeting(customer, "Liebe Frau Wagner");
    record_set_text(&customer->title, "Dr.");
    expect_greeting(customer, "Liebe Frau Dr. Wagner");
    record_set_text(&customer->salutation, "HERRN");
    expect_greeting(customer, "Lieber Herr Dr. Wagner");
    record_set_text(&customer->salutation, "Familie");
    expect_greeting(customer, "Liebe Familie Wagner");
    record_set_text(&customer->title, NULL);
    record_set_text(&customer->salutation, NULL);
    expect_greeting(customer, "Guten Tag Hilde Wagner");
    record_set_text(&customer->address_form, "du");
    expect_greeting(customer, "Hallo Hilde");
    record_set_text(&customer->given_name, NULL);
    expect_greeting(customer, "Hallo");
    record_free(customer);
}

static void letter_fill__begins_in_the_language_of_the_customer(void **state)
{
    (void)state;
    Customer *customer = hilde("en");
    expect_greeting(customer, "Dear Ms Wagner");
    record_set_text(&customer->salutation, "Mr");
    expect_greeting(customer, "Dear Mr Wagner");
    record_set_text(&customer->salutation, "Family");
    expect_greeting(customer, "Dear Wagner family");
    /* Of another language the one of the program is taken: here it is English. */
    record_set_text(&customer->language, "pl");
    expect_greeting(customer, "Dear Wagner family");
    record_free(customer);
}

static void letter_fill__says_good_day__to_whom_it_cannot_name(void **state)
{
    (void)state;
    Customer *customer = record_new(&customer_type);
    record_set_text(&customer->language, "de");
    record_set_text(&customer->description, "Studentin von gegenüber");
    expect_greeting(customer, "Guten Tag");
    record_set_text(&customer->company, "Ott & Söhne");
    expect_greeting(customer, "Guten Tag");
    expect_greeting(NULL, "");
    record_free(customer);
}

static void letter_fill__fills_what_is_known__and_leaves_nothing_open(void **state)
{
    (void)state;
    Customer *customer = hilde("de");
    const LetterFacts facts = {.customer = customer,
                               .article = "Torte {name}",
                               .day = {2026, 3, 5},
                               .shop = "Emma",
                               .clerk = "Lina"};
    g_autofree char *all =
        letter_fill("{name}: {article} on {day}{words} {nobody} { {shop}/{clerk", &facts);
    assert_string_equal(all, "Hilde Wagner: Torte {name} on 5 March 2026 {nobody} { Emma/{clerk");
    g_autofree char *bare = letter_fill("Ask how it was: {words}", &facts);
    assert_string_equal(bare, "Ask how it was");
    g_autofree char *nothing = letter_fill("{words} ", &facts);
    assert_string_equal(nothing, "");
    g_autofree char *own = letter_fill("As agreed:", &facts);
    assert_string_equal(own, "As agreed:");
    record_free(customer);
}

static void letter_check__names_what_cannot_be_filled(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    expect_done(letter_check("{salutation}, {name} {article} {words} {day} {shop} {clerk}", &error),
                error);
    expect_done(letter_check("50 % { or so", &error), error);
    assert_false(letter_check("{name} {prize}", &error));
    expect_fault(error, FAULT_REFUSED);
    assert_non_null(g_strstr_len(error->message, -1, "{prize}"));
}

static void letter_of_a_line__is_the_other_way_round(void **state)
{
    (void)state;
    static const char text[] = "{salutation},\n\nthank you.\n{clerk}\nand/or {shop}";
    g_autofree char *line = letter_on_a_line(text);
    assert_string_equal(line, "{salutation}, // thank you. / {clerk} / and/or {shop}");
    g_autofree char *again = letter_of_a_line(line);
    assert_string_equal(again, text);
    g_autofree char *loose = letter_of_a_line("  //  so   be / // it / ");
    assert_string_equal(loose, "so be\n\n\nit");
}

static void letter_with_line__stands_before_the_end(void **state)
{
    (void)state;
    g_autofree char *letter = letter_with_line("Hello,\n\nthank you.\n\nLina\nEmma", " And Kurt? ");
    assert_string_equal(letter, "Hello,\n\nthank you.\n\nAnd Kurt?\n\nLina\nEmma");
    g_autofree char *brief = letter_with_line("Thank you.\n\nLina", "And Kurt?");
    assert_string_equal(brief, "Thank you.\n\nLina\n\nAnd Kurt?");
    g_autofree char *same = letter_with_line("Thank you.", "  ");
    assert_string_equal(same, "Thank you.");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(letter_fill__begins_as_people_are_called),
        cmocka_unit_test(letter_fill__begins_in_the_language_of_the_customer),
        cmocka_unit_test(letter_fill__says_good_day__to_whom_it_cannot_name),
        cmocka_unit_test(letter_fill__fills_what_is_known__and_leaves_nothing_open),
        cmocka_unit_test(letter_of_a_line__is_the_other_way_round),
        cmocka_unit_test(letter_with_line__stands_before_the_end),
        cmocka_unit_test(letter_check__names_what_cannot_be_filled),
    };
    return cmocka_run_group_tests_name("letter", tests, NULL, NULL);
}
