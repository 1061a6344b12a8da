/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words under which customers are found, and those of a query. */
#include "tests/data/people.h"

#include "data/lookup/words.h"

#include <string.h>

static void words_of_sheet__stand_in_their_groups__folded(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    const Person hilde = {
        .number = "K-0042",
        .title = "Dr.",
        .given = "Hilde",
        .family = "Müller-Weiß",
        .company = "Café Zoë",
        .description = "Dame mit Hut",
        .phone = "0421 84",
        .email = "h.wagner@example.org",
        .street = "Große Gasse 7a",
        .postcode = "28195",
        .place = "Köln",
        .country = "DE",
        .partner = "Kurt",
        .facts = "allergy: Nüsse",
    };
    people_furnish(db);
    g_autoptr(Sheet) sheet = sheet_load(db, people_add(db, &hilde), &error);
    g_autofree char *words = words_of_sheet(sheet);
    assert_string_equal(
        words, "muller weiss hilde dr cafe zo ! dame mit hut ! k 0042 ! 042184 42184 2184 184 ! "
               "h wagner example org ! kurt ! nusse ! grosse gasse 7a 28195 koln de");
}

static void words_of_sheet__has_all_groups__of_an_empty_sheet(void **state)
{
    (void)state;
    g_autoptr(Sheet) sheet = sheet_new();
    g_autofree char *words = words_of_sheet(sheet);
    assert_string_equal(words, "! ! ! ! ! ! !");
}

static bool is_cut_well(const char *words)
{
    g_auto(GStrv) each = g_strsplit(words, " ", -1);
    for (guint i = 0; each[i] != NULL; i++) {
        if (strlen(each[i]) == 0 || strlen(each[i]) > 60 || !g_utf8_validate(each[i], -1, NULL)) {
            return false;
        }
    }
    return true;
}

/* TEXT again and again, "%u" in it counting up. */
static char *repeat(const char *text, gsize length)
{
    GString *out = g_string_new(NULL);
    g_auto(GStrv) parts = g_strsplit(text, "%u", 2);
    for (guint i = 0; out->len < length; i++) {
        g_string_append(out, parts[0]);
        if (parts[1] != NULL) {
            g_string_append_printf(out, "%u%s", i, parts[1]);
        }
    }
    return g_string_free(out, FALSE);
}

/* What is too much is left out for both engines; the customer is saved and found. */
static void words_of_sheet__cuts__what_is_too_long(void **state)
{
    static const char *const pieces[] = {"ü", "12345", "wort%u "};
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *much = repeat(pieces[i], 1500000);
        g_autofree char *fact = g_strconcat("note: ", much, NULL);
        const Person person = {
            .family = "Ott", .phone = much, .email = much, .facts = fact, .place = "Bremen"};
        g_autoptr(Sheet) sheet = sheet_load(db, people_add(db, &person), &error);
        expect_done(sheet != NULL, error);
        g_autofree char *words = words_of_sheet(sheet);
        bool whole = false;
        assert_true(is_cut_well(words));
        assert_true(strlen(words) < 70000);
        assert_int_equal(words_match(words, "ott", &whole), GROUP_NAME);
    }
    people_expect_sound(db);
}

static void words_match__finds_the_best_group__and_whole_words(void **state)
{
    static const char words[] = "muller anna ! mit hut anna ! 1042 mull ! 0421 421 ! anna example "
                                "! annabel ! hutschachtel ! bremen 1042";
    static const struct {
        const char *word;
        WordGroup group;
        bool whole;
    } cases[] = {
        {"anna", GROUP_NAME, true},       {"ann", GROUP_NAME, false},
        {"muller", GROUP_NAME, true},     {"mull", GROUP_NAME, false},
        {"hut", GROUP_DESCRIPTION, true}, {"1042", GROUP_NUMBER, true},
        {"104", GROUP_NUMBER, false},     {"421", GROUP_PHONE, true},
        {"42", GROUP_PHONE, false},       {"example", GROUP_EMAIL, true},
        {"annab", GROUP_RELATION, false}, {"hutschachtel", GROUP_FACT, true},
        {"hutsch", GROUP_FACT, false},    {"bremen", GROUP_PLACE, true},
        {"nna", GROUP_COUNT, false},      {"bremens", GROUP_COUNT, false},
        {"mullera", GROUP_COUNT, false},  {"muller anna", GROUP_COUNT, false},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        bool whole = !cases[i].whole;
        assert_int_equal(words_match(words, cases[i].word, &whole), cases[i].group);
        assert_int_equal(whole, cases[i].whole);
    }
}

static void words_of_query__are_folded__and_few(void **state)
{
    static const struct {
        const char *query;
        bool phones_as_one;
        const char *words;
    } cases[] = {
        {"Müller", true, "muller"},
        {"  MUELLER,  Anna ", true, "muller anna"},
        {"Weiß", true, "weiss"},
        {"O'Hara", true, "ohara"},
        {"0421 84220", true, "042184220"},
        {"+49 (0)421/84220", true, "042184220"},
        {"0049421 84220", true, "042184220"},
        {"84220", true, "84220"},
        {"0421 84220", false, "0421 84220"},
        {"28195 Bremen", true, "28195 bremen"},
        {"12", true, "12"},
        {"+43 1 5331", true, "004315331"},
        {"", true, ""},
        {"   ", true, ""},
        {"\" * : ^ - ( ) % _ \\ ' ;", true, ""},
        {"NEAR(a b)", true, "near a b"},
        {"a b c d e f g h i j k l m n o p q r s", true, "a b c d e f g h i j k l m n o p"},
        {"\xff\xfe", true, ""},
        {"m\xc3", true, "m"},
        {"\xc3\xbcml\xf0\x9f", true, "uml"},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) words = words_of_query(cases[i].query, "49", cases[i].phones_as_one);
        g_autofree char *joined = g_strjoinv(" ", words);
        assert_string_equal(joined, cases[i].words);
    }
}

static void words_of_query__cuts_long_words__between_characters(void **state)
{
    static const char *const pieces[] = {"x", "ü", "東", "1"};
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autofree char *much = repeat(pieces[i], 1024 * 1024);
        g_auto(GStrv) words = words_of_query(much, "49", true);
        assert_int_equal(g_strv_length(words), 1);
        assert_true(strlen(words[0]) <= 60 && strlen(words[0]) > 56 &&
                    g_utf8_validate(words[0], -1, NULL));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_sheet__stand_in_their_groups__folded),
        cmocka_unit_test(words_of_sheet__has_all_groups__of_an_empty_sheet),
        cmocka_unit_test(words_of_sheet__cuts__what_is_too_long),
        cmocka_unit_test(words_match__finds_the_best_group__and_whole_words),
        cmocka_unit_test(words_of_query__are_folded__and_few),
        cmocka_unit_test(words_of_query__cuts_long_words__between_characters),
    };
    return fixture_for_each_engine("words", tests, G_N_ELEMENTS(tests));
}
