/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telephone numbers: every writing of a number gives the same digits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/customer/phone.h"

#include <string.h>

static void assert_digits(const char *text, const char *country, const char *expected)
{
    g_autofree char *digits = phone_digits(text, country);
    if (g_strcmp0(digits, expected) != 0) {
        fail_msg("\"%s\" gives %s, not %s", text, digits, expected);
    }
}

static void phone_digits__is_blind_to_the_writing(void **state)
{
    (void)state;
    static const char *const writings[] = {
        "042184220",
        "0421 84220",
        "0421/84220",
        "0421-84220",
        "0421 / 84 22 0",
        "(0421) 84220",
        "+49 421 84220",
        "+49 (0)421 84220",
        "+49 (0421) 84220",
        "+4942184220",
        "0049 421 84220",
        "004942184220",
        "0049 (0) 421 84220",
        "+49 0421 84220",
        "(+49) 421 84220",
        "+ 49 421 84220",
        "Tel. 0421-84220",
        "Tel.: 0421 84220",
        "Telefon 1: 0421 84220",
        "mobil:0421.84220",
        "'+4942184220",
        "0421 84220 (privat)",
        "0421 84220 Frau Ott 2",
        "0421–84220",
        ("0421\xC2\xA0"
         "84220"),
        "tel:+49-421-84220",
        "privat 2: +49 421 84220",
        "0421 84220; 0171 123456",
        "0421 84220, abends",
        "\t0421\t84220",
        "０４２１ ８４２２０",
        "0421 84220\n0171 123456",
        "0421 84220 oder 0171 123456",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(writings); i++) {
        assert_digits(writings[i], "49", "042184220");
    }
}

static void phone_digits__keeps_other_countries(void **state)
{
    (void)state;
    static const struct {
        const char *text, *country, *expected;
    } cases[] = {
        {"+43 1 5331", "49", "004315331"},       {"0043 1 5331", "49", "004315331"},
        {"+43 (0)1 5331", "49", "004315331"},    {"+43 1 5331", "43", "015331"},
        {"+49 421 84220", "43", "004942184220"}, {"+49 421 84220", NULL, "004942184220"},
        {"+49 421 84220", "", "004942184220"},   {"+39 06 12345", "39", "0612345"},
        {"+1 212 555 0100", "1", "2125550100"},  {"+44 20 7946 0000", "44", "02079460000"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_digits(cases[i].text, cases[i].country, cases[i].expected);
    }
}

static void phone_digits__takes_short_and_inner_numbers(void **state)
{
    (void)state;
    assert_digits("84220", "49", "84220");
    assert_digits("110", "49", "110");
    assert_digits("0421 84220-12", "49", "04218422012");
    assert_digits("0800 TORTE", "49", "0800");
    assert_digits("49 421 84220", "49", "4942184220");
    assert_digits("(0)421 84220", "49", "042184220");
}

static void phone_digits__is_null__without_a_number(void **state)
{
    (void)state;
    static const char *const texts[] = {"",    "   ",   "-",         "12",       "keine", "Tel.",
                                        "+49", "+49 0", "1 a 2 b 3", "\xFF\xFE", "+"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        assert_digits(texts[i], "49", NULL);
    }
}

static void phone_looks_like__wants_digits_and_marks_only(void **state)
{
    (void)state;
    static const char *const yes[] = {"842", "0421 84220", "0421/84220", "+49 (0)421-842.20",
                                      "  842  "};
    static const char *const no[] = {"",
                                     "84",
                                     "84 2a",
                                     "Dackel",
                                     "12 a 3",
                                     "0421,84",
                                     ("84\xFF"
                                      "220"),
                                     "٣٤٥",
                                     "--- 1"};
    for (size_t i = 0; i < G_N_ELEMENTS(yes); i++) {
        assert_true(phone_looks_like(yes[i]));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(no); i++) {
        assert_false(phone_looks_like(no[i]));
    }
}

static void phone_digits__survives_anything(void **state)
{
    (void)state;
    static const char *const pieces[] = {"0", "00", "49", "+", "(0)",  "(",  ")", " ",
                                         "/", "-",  "a",  "ü", "\xFF", "\n", "٣"};
    g_autoptr(GRand) rand = g_rand_new_with_seed(49);
    for (int round = 0; round < 20000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        int length = g_rand_int_range(rand, 0, 16);
        for (int i = 0; i < length; i++) {
            if (round % 2 == 0) {
                g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
            } else {
                g_string_append_c(text, (char)g_rand_int_range(rand, 1, 256));
            }
        }
        g_autofree char *exact = g_strdup(text->str);
        g_autofree char *digits = phone_digits(exact, "49");
        if (digits != NULL) {
            assert_true(strlen(digits) >= 3);
            assert_int_equal(strspn(digits, "0123456789"), strlen(digits));
        }
        phone_looks_like(exact);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phone_digits__is_blind_to_the_writing),
        cmocka_unit_test(phone_digits__keeps_other_countries),
        cmocka_unit_test(phone_digits__takes_short_and_inner_numbers),
        cmocka_unit_test(phone_digits__is_null__without_a_number),
        cmocka_unit_test(phone_looks_like__wants_digits_and_marks_only),
        cmocka_unit_test(phone_digits__survives_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
