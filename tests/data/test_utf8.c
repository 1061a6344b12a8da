/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text at the border: repair, composition, blanks, Windows-1252. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/base/utf8.h"

#include <string.h>

#define LOST "\xEF\xBF\xBD"

static void utf8_storable__repairs_and_composes(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *expected;
        bool repaired;
    } cases[] = {
        {"", "", false},
        {"Müller", "Müller", false},
        {"Mu\xCC\x88ller", "Müller", false},
        {"  Anna\xC2\xA0 ", "Anna", false},
        {"\xE2\x80\x83"
         "Anna\xE3\x80\x80",
         "Anna", false},
        {"\v\fAnna\xC2\x85", "Anna", false},
        {"M\xFCller", "M" LOST "ller", true},
        {"\xC0\x80", LOST LOST, true},
        {"\xED\xA0\x80", LOST LOST LOST, true},
        {"\xF5\x80\x80\x80", LOST LOST LOST LOST, true},
        {"\xE2\x82", LOST LOST, true},
        {"a\xEF\xBF\xBE"
         "b\xEF\xB7\x90"
         "c\xF0\x9F\xBF\xBF"
         "d",
         "abcd", false},
        {LOST, LOST, false},
        {"a\x1B[31mb", "a\x1B[31mb", false},
        {"a\nb\r\nc", "a\nb\r\nc", false},
        {"🎂", "🎂", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        bool repaired = !cases[i].repaired;
        g_autofree char *text = utf8_storable(cases[i].text, -1, false, &repaired);
        assert_string_equal(text, cases[i].expected);
        assert_int_equal(repaired, cases[i].repaired);
    }
}

static void utf8_storable__joins_lines__when_single(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"a\nb", "a b"},
        {"a\r\nb", "a b"},
        {"a\tb", "a b"},
        {"a \r\n\t b", "a b"},
        {"a  b", "a  b"},
        {"\na\n", "a"},
        {"a\xE2\x80\xA8"
         "b",
         "a b"},
        {"a\xC2\x85"
         "b",
         "a b"},
        {"a\n\n\nb\n", "a b"},
        {"Ä\n\xCC\x81", "Ä \xCC\x81"},
        {"\n", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = utf8_storable(cases[i][0], -1, true, NULL);
        assert_string_equal(text, cases[i][1]);
    }
}

static void utf8_storable__drops_nul__and_joins_nothing_across(void **state)
{
    (void)state;
    bool repaired = false;
    g_autofree char *text = utf8_storable("a\0b\0", 4, false, &repaired);
    assert_string_equal(text, "ab");
    assert_false(repaired);
    g_autofree char *split = utf8_storable("\xC3\0\xBC", 3, false, &repaired);
    assert_string_equal(split, LOST LOST);
    assert_true(repaired);
    g_autofree char *part = utf8_storable("Müller", 2, false, &repaired);
    assert_string_equal(part, "M" LOST);
}

static void utf8_storable__gives_clean_text__that_stays_as_it_is(void **state)
{
    (void)state;
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    static const char *const pieces[] = {"a",
                                         " ",
                                         "\n",
                                         "\t",
                                         "u",
                                         "\xCC\x88",
                                         "\xC3",
                                         "\xBC",
                                         "\xE2\x80\xA8",
                                         "\xC2\xA0",
                                         "\xEF\xBF\xBE",
                                         "가",
                                         "ᄀ",
                                         "\xE1\x85\xA1",
                                         "\xFF",
                                         "🎂",
                                         "Å",
                                         "\xCC\x8A"};
    for (int round = 0; round < 20000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        int length = g_rand_int_range(rand, 0, 16);
        for (int i = 0; i < length; i++) {
            if (round % 2 == 0) {
                g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
            } else {
                g_string_append_c(text, (char)g_rand_int_range(rand, 0, 256));
            }
        }
        bool single = round % 4 < 2;
        g_autofree char *bytes = g_memdup2(text->str, text->len);
        g_autofree char *once =
            utf8_storable(bytes != NULL ? bytes : "", (gssize)text->len, single, NULL);
        assert_true(utf8_is_clean(once, strlen(once)));
        bool repaired = true;
        g_autofree char *twice = utf8_storable(once, -1, single, &repaired);
        assert_string_equal(twice, once);
        assert_false(repaired);
        g_autofree char *composed = g_utf8_normalize(once, -1, G_NORMALIZE_NFC);
        assert_string_equal(composed, once);
        if (single) {
            assert_null(strpbrk(once, "\n\r\t\v\f"));
        }
    }
}

static void utf8_is_clean__tells_text_from_bytes(void **state)
{
    (void)state;
    assert_true(utf8_is_clean("", 0));
    assert_true(utf8_is_clean(NULL, 0));
    assert_true(utf8_is_clean("Grüße 🎂", strlen("Grüße 🎂")));
    assert_false(utf8_is_clean("a\0b", 3));
    assert_false(utf8_is_clean("M\xFCller", 6));
    assert_false(utf8_is_clean("ü", 1));
    assert_true(utf8_is_clean("aü", 1));
}

/* Eight bytes are looked at together: any byte, in any place among them and in what is left. */
static void utf8_is_clean__agrees_with_glib__on_every_byte_in_every_place(void **state)
{
    (void)state;
    for (gsize length = 1; length <= 18; length++) {
        for (gsize place = 0; place < length; place++) {
            for (int byte = 0; byte < 256; byte++) {
                char text[19] = "ax-\x01\x7f zbcdefghijk";
                text[place] = (char)byte;
                assert_int_equal(utf8_is_clean(text, length),
                                 g_utf8_validate_len(text, length, NULL));
            }
        }
    }
}

static void utf8_from_cp1252__agrees_with_the_table(void **state)
{
    (void)state;
    gsize length = 0;
    static const char bytes[] = "M\xFCller \x80 \x84"
                                "Dackel\x93 \x96 \x9F \xDF";
    g_autofree char *text = utf8_from_cp1252(bytes, strlen(bytes), &length);
    assert_string_equal(text, "Müller € „Dackel“ – Ÿ ß");
    assert_int_equal(length, strlen(text));

    g_autofree char *unused = utf8_from_cp1252("\x81\x8D\x8F\x90\x9D", 5, NULL);
    assert_string_equal(unused, LOST LOST LOST LOST LOST);
    g_autofree char *empty = utf8_from_cp1252("", 0, &length);
    assert_string_equal(empty, "");
    assert_int_equal(length, 0);
}

static void utf8_from_cp1252__agrees_with_iconv__on_every_byte(void **state)
{
    (void)state;
    for (int byte = 1; byte < 256; byte++) {
        char bytes[2] = {(char)byte, '\0'};
        g_autofree char *expected = g_convert(bytes, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
        g_autofree char *text = utf8_from_cp1252(bytes, 1, NULL);
        assert_string_equal(text, expected != NULL ? expected : LOST);
    }
}

static void utf8_fitting__tears_no_character(void **state)
{
    (void)state;
    static const char text[] = "aä€😀";
    static const gsize fitting[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10};
    for (gsize longest = 0; longest < G_N_ELEMENTS(fitting); longest++) {
        assert_int_equal(utf8_fitting(text, longest), fitting[longest]);
    }
    assert_int_equal(utf8_fitting("\x80\x80\x80", 2), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_storable__repairs_and_composes),
        cmocka_unit_test(utf8_storable__joins_lines__when_single),
        cmocka_unit_test(utf8_storable__drops_nul__and_joins_nothing_across),
        cmocka_unit_test(utf8_storable__gives_clean_text__that_stays_as_it_is),
        cmocka_unit_test(utf8_is_clean__tells_text_from_bytes),
        cmocka_unit_test(utf8_is_clean__agrees_with_glib__on_every_byte_in_every_place),
        cmocka_unit_test(utf8_fitting__tears_no_character),
        cmocka_unit_test(utf8_from_cp1252__agrees_with_the_table),
        cmocka_unit_test(utf8_from_cp1252__agrees_with_iconv__on_every_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
