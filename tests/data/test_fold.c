/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding: what compares as equal, and that the quick way and the general way never differ. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/lookup/fold.h"
#include "data/lookup/foldslow.h"

#include <string.h>

static void assert_folds(const char *text, const char *expected)
{
    g_autofree char *folded = fold_text(text);
    if (strcmp(folded, expected) != 0) {
        fail_msg("\"%s\" folds to \"%s\", not \"%s\"", text, folded, expected);
    }
}

static void assert_both_ways_agree(const char *text)
{
    g_autofree char *quick = fold_text(text);
    g_autofree char *slow = fold_text_slow(text, false);
    if (strcmp(quick, slow) != 0) {
        fail_msg("\"%s\" folds to \"%s\" and \"%s\"", text, quick, slow);
    }
}

static void fold_text__makes_one_of_all_spellings(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Müller", "muller"},
        {"Mueller", "muller"},
        {"MULLER", "muller"},
        {"MÜLLER", "muller"},
        {"Mu\xCC\x88ller", "muller"},
        {"Weiß", "weiss"},
        {"WEISS", "weiss"},
        {"STRAẞE", "strasse"},
        {"Köseoglu", "koseoglu"},
        {"Søren Ægir Œuvre", "soren agir ouvre"},
        {"Łukasz Đorđe Þór Guðrún", "lukasz dorde thor gudrun"},
        {"Åse Čapek Şahin Iğdır İzmir", "ase capek sahin igdir izmir"},
        {"Zoé", "zo"},
        {"Zoe", "zo"},
        {"Zoë", "zo"},
        {"Michaël", "michal"},
        {"aee", "ae"},
        {"äe", "a"},
        {"eae", "ea"},
        {"O'Hara", "ohara"},
        {"O’Hara", "ohara"},
        {"O´Hara", "ohara"},
        {"O''Hara", "o hara"},
        {"Hans' Laden", "hans laden"},
        {"'Dackel'", "dackel"},
        {"„Lina von gegenüber“", "lina von gegenuber"},
        {"Schulz-Meier", "schulz meier"},
        {"  a \t-- b!  ", "a b"},
        {"a e", "a e"},
        {"a-e", "a e"},
        {"No. 42/7", "no 42 7"},
        {"Ｍüller ﬁn ²", "muller fin 2"},
        {"Müll\xC2\xAD"
         "er",
         "muller"},
        {"Юрий Ёлкин", "юрии елкин"},
        {"Ελένη Σάς", "ελενη σασ"},
        {"M\xFCller", "m ller"},
        {"", ""},
        {"„“ – …", ""},
        {"🎂 Torte", "torte"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_folds(cases[i][0], cases[i][1]);
        assert_both_ways_agree(cases[i][0]);
    }
}

static void fold_text__goes_both_ways_alike__for_every_character(void **state)
{
    (void)state;
    for (gunichar c = 1; c < 0x30000; c++) {
        if (!g_unichar_validate(c)) {
            continue;
        }
        char bytes[7] = {0};
        g_unichar_to_utf8(c, bytes);
        const char *const frames[][2] = {{"", ""}, {"a", "e"}, {"o'", "h"}, {"x ", " y"}};
        for (size_t i = 0; i < G_N_ELEMENTS(frames); i++) {
            g_autofree char *text = g_strconcat(frames[i][0], bytes, frames[i][1], NULL);
            assert_both_ways_agree(text);
        }
    }
}

/* A random text of LENGTH characters, most of them Latin. */
static char *random_text(GRand *rand, int length)
{
    static const gunichar others[] = {0x308,  0x301, 0x2018, 0x2019,  0x201E, 0x2013,
                                      0x20AC, 0x430, 0xAC00, 0x1F382, 0xAD,   0x2BC};
    GString *text = g_string_new(NULL);
    for (int i = 0; i < length; i++) {
        switch (g_rand_int_range(rand, 0, 4)) {
        case 0:
            g_string_append_c(text, "aoueAOUE's -"[g_rand_int_range(rand, 0, 12)]);
            break;
        case 1:
            g_string_append_unichar(text, (gunichar)g_rand_int_range(rand, 0x20, 0x80));
            break;
        case 2:
            g_string_append_unichar(text, (gunichar)g_rand_int_range(rand, 0xA0, 0x180));
            break;
        default:
            g_string_append_unichar(text, others[g_rand_int_range(rand, 0, G_N_ELEMENTS(others))]);
        }
    }
    return g_string_free(text, FALSE);
}

static void fold_text__goes_both_ways_alike__for_random_texts(void **state)
{
    (void)state;
    g_autoptr(GRand) rand = g_rand_new_with_seed(1);
    for (int round = 0; round < 20000; round++) {
        g_autofree char *text = random_text(rand, g_rand_int_range(rand, 0, 12));
        assert_both_ways_agree(text);
    }
}

static void fold_text__folds_prefixes_to_prefixes(void **state)
{
    (void)state;
    g_autoptr(GRand) rand = g_rand_new_with_seed(2);
    for (int round = 0; round < 5000; round++) {
        g_autofree char *text = random_text(rand, g_rand_int_range(rand, 1, 12));
        g_autofree char *whole = fold_text(text);
        for (const char *at = text; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
            g_autofree char *start = g_strndup(text, (gsize)(at - text));
            g_autofree char *prefix = fold_text(start);
            if (!g_str_has_prefix(whole, prefix)) {
                fail_msg("\"%s\" folds to \"%s\", but \"%s\" to \"%s\"", text, whole, start,
                         prefix);
            }
        }
    }
}

static void fold_text__is_blind_to_composition_and_umlaut_spelling(void **state)
{
    (void)state;
    g_autoptr(GRand) rand = g_rand_new_with_seed(3);
    for (int round = 0; round < 5000; round++) {
        g_autofree char *text = random_text(rand, g_rand_int_range(rand, 0, 12));
        g_autofree char *folded = fold_text(text);
        g_autofree char *apart = g_utf8_normalize(text, -1, G_NORMALIZE_NFD);
        assert_folds(apart, folded);
    }
    static const char *const pairs[][2] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"}};
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        for (char before = 'a'; before <= 'z'; before++) {
            for (char after = 'a'; after <= 'z'; after++) {
                char umlaut[8], spelled[8];
                g_snprintf(umlaut, sizeof umlaut, "%c%s%c", before, pairs[i][0], after);
                g_snprintf(spelled, sizeof spelled, "%c%s%c", before, pairs[i][1], after);
                if (i < 3 && after == 'e') {
                    continue;
                } /* "aee" may be ä + e or a + ee */
                g_autofree char *folded = fold_text(spelled);
                assert_folds(umlaut, folded);
            }
        }
    }
}

static void fold_text__gives_letters_and_single_blanks(void **state)
{
    (void)state;
    g_autoptr(GRand) rand = g_rand_new_with_seed(4);
    for (int round = 0; round < 20000; round++) {
        g_autoptr(GString) bytes = g_string_new(NULL);
        int length = g_rand_int_range(rand, 0, 24);
        for (int i = 0; i < length; i++) {
            g_string_append_c(bytes, (char)g_rand_int_range(rand, 1, 256));
        }
        g_autofree char *exact = g_strdup(bytes->str);
        g_autofree char *folded = fold_text(exact);
        assert_both_ways_agree(exact);
        assert_true(g_utf8_validate(folded, -1, NULL));
        assert_false(g_str_has_prefix(folded, " ") || g_str_has_suffix(folded, " "));
        assert_null(strstr(folded, "  "));
        for (const char *at = folded; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
            assert_true(*at == ' ' || g_unichar_isalnum(g_utf8_get_char(at)));
        }
    }
}

static void fold_words__gives_the_words_in_order(void **state)
{
    (void)state;
    g_auto(GStrv) words = fold_words(" Frau Müller, geb. O'Hara ");
    assert_int_equal(g_strv_length(words), 4);
    assert_string_equal(words[0], "frau");
    assert_string_equal(words[1], "muller");
    assert_string_equal(words[2], "geb");
    assert_string_equal(words[3], "ohara");
    g_auto(GStrv) none = fold_words(" ... ");
    assert_int_equal(g_strv_length(none), 0);
}

static void fold_key__is_the_text_itself__where_nothing_is_left(void **state)
{
    (void)state;
    g_autofree char *word = fold_key("Brézel!"), *cake = fold_key("🍰"), *none = fold_key("");
    assert_string_equal(word, "brezel");
    assert_string_equal(cake, "🍰");
    assert_string_equal(none, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fold_text__makes_one_of_all_spellings),
        cmocka_unit_test(fold_text__goes_both_ways_alike__for_every_character),
        cmocka_unit_test(fold_text__goes_both_ways_alike__for_random_texts),
        cmocka_unit_test(fold_text__folds_prefixes_to_prefixes),
        cmocka_unit_test(fold_text__is_blind_to_composition_and_umlaut_spelling),
        cmocka_unit_test(fold_text__gives_letters_and_single_blanks),
        cmocka_unit_test(fold_key__is_the_text_itself__where_nothing_is_left),
        cmocka_unit_test(fold_words__gives_the_words_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
