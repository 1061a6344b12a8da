/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sanitiser lets through to the terminal, and how texts are measured and cut. */
#include "tui/text.h"

#include "tui/text_cells.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <wchar.h>

#include <cmocka.h>

typedef struct {
    const char *stored, *shown;
} ShowCase;

static const ShowCase show_cases[] = {
    {"", ""},
    {"Müller, Jürgen", "Müller, Jürgen"},
    {"PAID 100\bX", "PAID 100␈X"},
    {"\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"},
    {"a\x7f", "a␡"},
    {"eins\r\nzwei\ndrei\tvier", "eins zwei drei vier"},
    {"a\u2028b\u2029c\xc2\x85"
     "d",
     "a b c d"},
    {"\xc2\x9b"
     "2J",
     "<U+009B>2J"},
    {"\u202eniel K", "<U+202E>niel K"},
    {"\u2066x\u2069\u061c", "<U+2066>x<U+2069><U+061C>"},
    {"Kauf\u00adhaus\u200b\ufeff", "Kauf·haus··"},
    {"a\u200db", "a·b"},
    {"\u3164\uffa0\u115f\u1160", "····"},
    {"x\U000e0041\U000e007f", "x··"},
    {"\ufdd0\uffff\U0010ffff", "<U+FDD0><U+FFFF><U+10FFFF>"},
    {"\xff"
     "a\xc0\x80",
     "\ufffd"
     "a\ufffd\ufffd"},
    {"\xed\xa0\x80", "\ufffd\ufffd\ufffd"},
    {"\u0301a", "\u25cc\u0301a"},
    {"a\u0301\u0302\u0303\u0304\u0305\u0306"
     "b",
     "a\u0301\u0302\u0303\u0304"
     "b"},
    {"\U0001f469\u200d\U0001f469\u200d\U0001f467", "\U0001f469\U0001f469\U0001f467"},
    {"\u2764\ufe0f\u200d\U0001f525", "\u2764\U0001f525"},
    {"\U0001f44d\U0001f3fd", "\U0001f44d"},
    {"\U0001f44d\U0001f3fb", "\U0001f44d"},
    {"\U0001f44d\U0001f3ff", "\U0001f44d"},
    {"\U0001f44d\U0001f3fa\U0001f400", "\U0001f44d\U0001f3fa\U0001f400"},
    {"a\U0001f3ff", "a<U+1F3FF>"},
    {"a\U0001f3fd", "a<U+1F3FD>"},
    {"\U0001f1e9\U0001f1ea", "\U0001f1e9\U0001f1ea"},
    {"\u1161", "<U+1161>"},
    {"\u1100\u1161\u11a8", "\u1100\u1161\u11a8"},
    {"שלום ‏", "שלום <U+200F>"},
};

static void text_show__makes_visible__known_cases(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(show_cases); i++) {
        g_autofree char *shown = text_show(show_cases[i].stored);
        assert_string_equal(shown, show_cases[i].shown);
    }
    g_autofree char *none = text_show(NULL);
    assert_string_equal(none, "");
}

/* Valid UTF-8, nothing a terminal obeys, a width for each character that curses agrees with,
 * unchanged the second time. */
static void assert_fit_for_the_screen(const char *shown)
{
    assert_true(g_utf8_validate(shown, -1, NULL));
    int width = 0;
    for (const char *at = shown; *at; at = g_utf8_find_next_char(at, NULL)) {
        gunichar c = g_utf8_get_char(at);
        assert_false(uc_is_general_category_withtable(
            c, UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Cn |
                   UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp));
        assert_int_equal(text_cells_of(c), wcwidth((wchar_t)c));
        width += text_cells_of(c);
    }
    assert_int_equal(text_width(shown), width);
    if (*shown) {
        assert_true(text_cells_of(g_utf8_get_char(shown)) > 0);
    }
    g_autofree char *again = text_show(shown);
    assert_string_equal(again, shown);
}

static void text_show__is_safe__for_every_code_point(void **state)
{
    (void)state;
    for (gunichar c = 1; c <= 0x10FFFF; c++) {
        char stored[16] = "";
        if (c >= 0xD800 && c <= 0xDFFF) {
            continue;
        }
        stored[g_unichar_to_utf8(c, stored)] = '\0';
        g_autofree char *alone = text_show(stored);
        assert_fit_for_the_screen(alone);
        g_autofree char *around = g_strdup_printf("a%sb", stored);
        g_autofree char *between = text_show(around);
        assert_fit_for_the_screen(between);
        assert_int_equal(between[0], 'a');
        assert_int_equal(between[strlen(between) - 1], 'b');
    }
}

static void text_show__is_safe__for_random_bytes(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "a",          " ",          "\u0301",   "\u200d", "\U0001f469", "\U0001f3fd", "\ufe0f",
        "\U0001f1e9", "\u1100",     "\u1161",   "\u11a8", "가",         "\u0d4e",     "\u0915",
        "\u093f",     "\u094d",     "\x1b",     "\xff",   "\u202e",     "語",         "\r",
        "\n",         "\U000e0061", "\xf0\x9f", "\u0600",
    };
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    for (int round = 0; round < 20000; round++) {
        g_autoptr(GString) stored = g_string_new(NULL);
        for (int length = g_rand_int_range(random, 0, 14); length > 0; length--) {
            if (round % 2) {
                g_string_append_c(stored, (char)g_rand_int_range(random, 1, 256));
            } else {
                g_string_append(stored, parts[g_rand_int_range(random, 0, G_N_ELEMENTS(parts))]);
            }
        }
        g_autofree char *shown = text_show(stored->str);
        assert_fit_for_the_screen(shown);
        for (int cells = 0; cells < 8; cells++) {
            g_autofree char *cut = text_cut(shown, cells, NULL);
            assert_true(text_width(cut) <= cells);
            assert_true(g_utf8_validate(cut, -1, NULL));
        }
    }
}

static void text_cluster__steps__over_what_people_see_as_one(void **state)
{
    (void)state;
    static const char *const whole[] = {"e\u0301",
                                        "\U0001f469\u200d\U0001f467",
                                        "\U0001f1e9\U0001f1ea",
                                        "\U0001f1e6\U0001f1f9",
                                        "\U0001f1ff\U0001f1e6",
                                        "\U0001f44d\U0001f3fd",
                                        "가",
                                        "ä",
                                        "\u2764\ufe0f\u200d\U0001f525\u200d\U0001f469"};
    for (gsize i = 0; i < G_N_ELEMENTS(whole); i++) {
        g_autofree char *followed = g_strconcat(whole[i], "x", NULL);
        assert_int_equal(text_cluster(followed), strlen(whole[i]));
        g_autofree char *twice = g_strconcat(whole[i], whole[i], NULL);
        assert_int_equal(text_cluster(twice), strlen(whole[i]));
    }
    assert_int_equal(text_cluster(""), 0);
}

typedef struct {
    const char *text;
    int cells;
    const char *ellipsis, *cut;
} CutCase;

static const CutCase cut_cases[] = {
    {"Müller", 6, NULL, "Müller"},    {"Müller", 5, NULL, "Müll…"},
    {"Müller", 9, NULL, "Müller"},    {"Müller", 5, "...", "Mü..."},
    {"Müller", 2, "...", ".."},       {"Müller", 0, NULL, ""},
    {"東京都", 5, NULL, "東京…"},     {"東京都", 4, NULL, "東…"},
    {"e\u0301e\u0301", 1, NULL, "…"}, {"", 2, NULL, ""},
};

static void text_cut__cuts__between_clusters(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cut_cases); i++) {
        const CutCase *each = &cut_cases[i];
        g_autofree char *cut = text_cut(each->text, each->cells, each->ellipsis);
        assert_string_equal(cut, each->cut);
    }
}

static void assert_wrapped(const char *stored, int cells, const char *expected)
{
    g_auto(GStrv) rows = text_wrap(stored, cells);
    g_autofree char *joined = g_strjoinv("|", rows);
    assert_string_equal(joined, expected);
}

static void text_wrap__breaks__at_blanks(void **state)
{
    (void)state;
    assert_wrapped("", 10, "");
    assert_wrapped(NULL, 10, "");
    assert_wrapped("mag kein Marzipan", 8, "mag kein|Marzipan");
    assert_wrapped("mag kein Marzipan", 9, "mag kein|Marzipan");
    assert_wrapped("Donaudampfschiff", 6, "Donaud|ampfsc|hiff");
    assert_wrapped("eins\r\n\nzwei\rdrei", 10, "eins||zwei|drei");
    assert_wrapped("東京", 1, "東|京");
    assert_wrapped("ab cd", 0, "a|b|c|d");
    assert_wrapped("a\x1b[31m", 10, "a␛[31m");
}

static void text_fit__tells_how_much_fits__and_how_wide_that_is(void **state)
{
    (void)state;
    int used = -1;
    assert_int_equal(text_fit("a\u4e2db", 0, &used), 0);
    assert_int_equal(used, 0);
    assert_int_equal(text_fit("a\u4e2db", 2, &used), 1);
    assert_int_equal(used, 1);
    assert_int_equal(text_fit("a\u4e2db", 3, &used), 4);
    assert_int_equal(used, 3);
    assert_int_equal(text_fit("a\u4e2db", 9, &used), 5);
    assert_int_equal(used, 4);
    assert_int_equal(text_width_shown("a\u4e2db"), 4);
    assert_int_equal(text_width_shown("a\nb"), 3);
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_fit__tells_how_much_fits__and_how_wide_that_is),
        cmocka_unit_test(text_show__makes_visible__known_cases),
        cmocka_unit_test(text_show__is_safe__for_every_code_point),
        cmocka_unit_test(text_show__is_safe__for_random_bytes),
        cmocka_unit_test(text_cluster__steps__over_what_people_see_as_one),
        cmocka_unit_test(text_cut__cuts__between_clusters),
        cmocka_unit_test(text_wrap__breaks__at_blanks),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
