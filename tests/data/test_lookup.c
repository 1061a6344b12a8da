/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding customers by what people type. */
#include "tests/data/foundtext.h"
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/lookup/fold.h"
#include "data/setting.h"

#include <string.h>

static const Person people[] = {
    {.number = "1042",
     .title = "Dr.",
     .given = "Anna",
     .family = "Müller",
     .phone = "0421 84220",
     .visits = 40,
     .last_visit = "2026-02-20",
     .facts = "allergy: Nüsse; likes: Cappuccino; usual: Torte"},
    {.number = "311",
     .given = "Jürgen",
     .family = "Mueller",
     .phone = "+49 171 2345678",
     .visits = 3,
     .last_visit = "2025-10-01",
     .facts = "likes: Roggenbrot"},
    {.number = "877",
     .given = "Ida",
     .family = "Mühlbauer",
     .email = "ida.m@example.org",
     .visits = 20,
     .last_visit = "2026-02-10"},
    {.number = "12",
     .description = "Mann mit dem Dackel",
     .visits = 7,
     .facts = "once: Schirm liegt hier"},
    {.number = "13",
     .given = "Hilde",
     .family = "Weiß",
     .place = "Köln",
     .street = "Große Gasse 7",
     .postcode = "50667",
     .facts = "talk: hat einen Dackel; dislikes: Marzipan",
     .partner = "Kurt"},
    {.number = "K-12",
     .given = "Søren",
     .family = "O'Hara",
     .visits = 90,
     .last_visit = "2026-02-28"},
    {.number = "84220", .company = "Café Zoë GmbH", .place = "Bremen"},
    {.number = "15", .given = "Anna", .family = "Maria", .place = "Müllheim", .visits = 1},
    {.number = "16", .given = "Maria", .family = "Anna", .visits = 2},
    {.number = "§17", .given = "Ирина", .family = "Иванова", .phone = "+43 1 5331"},
    {.number = "0049421", .family = "Ott", .phone = "04213"},
};

static void add_people(Db *db)
{
    people_furnish(db);
    people_add_all(db, people, G_N_ELEMENTS(people));
}

static void lookup_find__gives_the_right_customers__in_the_right_order(void **state)
{
    static const struct {
        const char *query, *numbers;
    } cases[] = {
        /* umlauts and accents */
        {"müller", "1042 311"},
        {"mueller", "1042 311"},
        {"MULLER", "1042 311"},
        {"Mu\xcc\x88ller", "1042 311"},
        {"muehl", "877"},
        {"mül", "1042 311 15"},
        {"weiss", "13"},
        {"WEIẞ", "13"},
        {"soren", "K-12"},
        {"ohara", "K-12"},
        {"O’Hara", "K-12"},
        {"cafe zoe", "84220"},
        {"иванова", "§17"},
        {"ИВАН", "§17"},
        /* regulars first, whole words before beginnings, name before the rest */
        {"m", "1042 877 311 12 16 15 13"},
        {"anna", "1042 16 15"},
        {"maria", "16 15"},
        /* several words in any order */
        {"anna müller", "1042"},
        {"müller anna", "1042"},
        {"mül an", "1042 15"},
        {"dr anna", "1042"},
        {"müller ida", ""},
        {"anna anna anna", "1042 16 15"},
        /* phones in any writing and any part */
        {"0421 84220", "1042"},
        {"0421/84220", "1042"},
        {"+49 421 84220", "1042"},
        {"0049 (0)421 84220", "1042"},
        {"42184", "1042"},
        {"2345", "311"},
        {"0171-2345678", "311"},
        {"+43 1 5331", "§17"},
        {"5331", "§17"},
        {"84220", "84220 1042"},
        /* the exact number first, whoever comes more often */
        {"12", "12 K-12"},
        {"K-12", "K-12"},
        {"k-12", "K-12"},
        {" 12 ", "12 K-12"},
        {"§17", "§17"},
        {"1", "K-12 1042 12 16 15 13 §17"},
        {"0049421", "0049421 1042"},
        {"311", "311"},
        /* e-mail, place, company */
        {"ida.m@example.org", "877"},
        {"example", "877"},
        {"köln", "13"},
        {"50667 köln", "13"},
        {"gasse weiss", "13"},
        {"gmbh", "84220"},
        /* description and facts */
        {"dackel", "12 13"},
        {"dackel mann", "12"},
        {"marzipan", "13"},
        {"nuss", "1042"},
        {"schirm", "12"},
        {"kurt", "13"},
        /* nothing */
        {"", ""},
        {"   ", ""},
        {"nobody", ""},
        {"ller", "~ 1042 311"},
    };
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        Found *found = found_by(db, NULL, cases[i].query, 20);
        g_autofree char *got = found_text(found);
        if (strcmp(got, cases[i].numbers) != 0) {
            fail_msg("“%s” found “%s” and not “%s”.", cases[i].query, got, cases[i].numbers);
        }
        assert_int_equal(found->total, found->matches->len);
        found_free(found);
    }
}

static void lookup_find__says_what_fitted__and_what_to_know(void **state)
{
    static const struct {
        const char *query;
        WordGroup hit;
        const char *words;
    } cases[] = {
        {"müller anna", GROUP_NAME, NULL},
        {"1042", GROUP_NUMBER, NULL},
        {"mann", GROUP_DESCRIPTION, NULL},
        {"842 müller", GROUP_PHONE, "0421 84220"},
        {"example", GROUP_EMAIL, "ida.m@example.org"},
        {"kurt", GROUP_RELATION, "Kurt"},
        {"weiß dackel", GROUP_FACT, "hat einen Dackel"},
        {"nüsse", GROUP_FACT, "Nüsse"},
        {"gasse", GROUP_PLACE, "Große Gasse 7"},
        {"weiß 50667", GROUP_PLACE, "50667"},
    };
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        Found *found = found_by(db, NULL, cases[i].query, 1);
        assert_int_equal(found->matches->len, 1);
        const Match *match = g_ptr_array_index(found->matches, 0);
        assert_int_equal(match->hit, cases[i].hit);
        if (cases[i].words == NULL) {
            assert_null(match->hit_words);
        } else {
            assert_string_equal(match->hit_words, cases[i].words);
        }
        found_free(found);
    }
    Found *found = found_by(db, NULL, "anna müller", 1);
    const Match *match = g_ptr_array_index(found->matches, 0);
    assert_int_equal(match->warnings->len, 1);
    assert_string_equal(g_ptr_array_index(match->warnings, 0), "Nüsse");
    assert_string_equal(match->usual, "Torte");
    assert_int_equal(match->visits, 40);
    assert_string_equal(match->last_visit, "2026-02-20");
    found_free(found);
}

static void lookup_find__counts_all__and_gives_no_more_than_the_limit(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    for (guint limit = 0; limit < 5; limit++) {
        Found *found = found_by(db, NULL, "anna", limit);
        assert_int_equal(found->total, 3);
        assert_int_equal(found->matches->len, MIN(limit, 3));
        found_free(found);
    }
}

static const Person regulars[] = {
    {.number = "1",
     .given = "Josef",
     .family = "Meyer",
     .phone = "0421 555123",
     .birthday = "1956-05-03",
     .street = "Lindenallee 5",
     .visits = 50,
     .last_visit = "2026-02-20",
     .facts = "allergy: Nussallergie; usual: Brötchen"},
    {.number = "2",
     .given = "Hannelore",
     .family = "Schmidt",
     .street = "Meierstr. 12",
     .birthday = "--05-03",
     .visits = 9,
     .last_visit = "2026-02-10"},
    {.number = "3",
     .description = "Mann mit Dackel und roter Mütze",
     .visits = 30,
     .last_visit = "2026-02-19",
     .facts = "likes: Erdbeertorte"},
    {.number = "4", .given = "Katharina", .family = "Vogelsang", .visits = 2},
    {.number = "5", .given = "Anna", .family = "Müller-Lüdenscheidt", .phone = "0171 2340421"},
    {.number = "6", .given = "Christian", .family = "Kowalski", .partner = "Ursula"},
    {.number = "7", .given = "Sepp", .family = "Huber", .facts = "note: will Semmeln"},
    {.number = "8", .given = "Ida", .family = "Mühlbauer", .facts = "likes: Erdbeere"},
};

/* What a clerk hears and mistypes: who was meant comes first. */
static void lookup_find__forgives__what_was_misheard_or_mistyped(void **state)
{
    static const struct {
        const char *query, *number;
        Nearness nearness;
    } cases[] = {
        /* sounds */
        {"maier", "1", NEAR_SOUND},
        {"josef mayr", "1", NEAR_SOUND},
        {"fogelsang", "4", NEAR_SOUND},
        {"catarina", "4", NEAR_SOUND},
        {"schmitt", "2", NEAR_SOUND},
        {"kristian kovalsky", "6", NEAR_SOUND},
        {"lüdenscheid", "5", NEAR_BEGIN},
        {"müllerlüdenscheidt", "5", NEAR_WHOLE},
        /* errors: a letter too many, one missing, another one, two swapped; two of them */
        {"mueyer", "1", NEAR_TYPO},
        {"hannelroe", "2", NEAR_SOUND},
        {"hannelbre", "2", NEAR_TYPO},
        {"vogesang", "4", NEAR_TYPO},
        {"kowalsmki", "6", NEAR_TYPO},
        {"kapharima", "4", NEAR_TYPOS},
        {"anna mueller ludenschemdt", "5", NEAR_TYPO},
        {"dakcel", "3", NEAR_TYPO},
        /* inside a word */
        {"allergie", "1", NEAR_INSIDE},
        {"sang", "4", NEAR_INSIDE},
        {"bauer", "8", NEAR_INSIDE},
        {"allergie josef", "1", NEAR_INSIDE},
        /* short forms, other words for the same */
        {"sepp meyer", "1", NEAR_WHOLE},
        {"josef huber", "7", NEAR_WHOLE},
        {"hanne", "2", NEAR_WHOLE},
        {"uschi", "6", NEAR_WHOLE},
        {"kathi vogelsang", "4", NEAR_WHOLE},
        {"schrippe", "1", NEAR_WHOLE},
        /* streets, phones, days, mixtures, words that say nothing */
        {"meier str. 12", "2", NEAR_BEGIN},
        {"meierstraße", "2", NEAR_WHOLE},
        {"linden allee", "1", NEAR_INSIDE},
        {"0421", "5", NEAR_WHOLE},
        {"anna 0421", "5", NEAR_WHOLE},
        {"2340", "5", NEAR_BEGIN},
        {"555123", "1", NEAR_WHOLE},
        {"3.5.", "1", NEAR_WHOLE},
        {"3.5. schmidt", "2", NEAR_WHOLE},
        {"3. Mai 1956", "1", NEAR_WHOLE},
        {"müh erdbeer", "8", NEAR_BEGIN},
        {"die mit dem dackel", "3", NEAR_WHOLE},
        {"rote mütze", "3", NEAR_BEGIN},
        {"huber sepp", "7", NEAR_WHOLE},
    };
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    people_furnish(db);
    for (guint i = 0; i < G_N_ELEMENTS(regulars); i++) {
        people_add(db, &regulars[i]);
    }
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Found) found = found_by(db, vocabulary, cases[i].query, 20);
        g_autofree char *got = found_text(found);
        const Match *first = found->matches->len > 0 ? g_ptr_array_index(found->matches, 0) : NULL;
        if (first == NULL || strcmp(first->sheet->customer->number, cases[i].number) != 0 ||
            first->nearness != cases[i].nearness) {
            fail_msg("“%s” found “%s”, nearness %d, and not %s with %d.", cases[i].query, got,
                     first != NULL ? (int)first->nearness : -1, cases[i].number,
                     (int)cases[i].nearness);
        }
        assert_int_equal(found->alike_from == 0, first->nearness >= NEAR_SOUND);
    }
}

/* Whether somebody could be called so: Arabic signs that stand alone, for one, fold to nothing. */
static bool is_name(gunichar c)
{
    char name[7] = {0};
    g_unichar_to_utf8(c, name);
    g_autofree char *folded = fold_text(name);
    return g_unichar_isalpha(c) && *folded != '\0';
}

/* A letter of each block of 128 code points: whoever is called so is found by it. */
static void lookup_find__finds_names__in_every_script(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GString) letters = g_string_new(NULL);
    Deed *deed = people_begin(db);
    for (gunichar block = 0; block < 0x20000; block += 128) {
        gunichar c = block;
        while (c < block + 128 && !is_name(c)) {
            c++;
        }
        if (c < block + 128) {
            char name[7] = {0};
            g_unichar_to_utf8(c, name);
            g_string_append(letters, name);
            people_add_in(deed, &(Person){.family = name});
        }
    }
    people_commit(deed);
    assert_true(g_utf8_strlen(letters->str, -1) > 300);
    for (const char *at = letters->str; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
        char name[7] = {0};
        bool is_there = false;
        g_unichar_to_utf8(g_utf8_get_char(at), name);
        Found *found = found_by(db, NULL, name, 100);
        for (guint i = 0; i < found->matches->len && !is_there; i++) {
            is_there = strcmp(((const Match *)g_ptr_array_index(found->matches, i))
                                  ->sheet->customer->family_name,
                              name) == 0;
        }
        found_free(found);
        if (!is_there) {
            fail_msg("“%s” (U+%04X) is not found.", name, g_utf8_get_char(name));
        }
    }
    people_expect_sound(db);
}

static void lookup_find__uses_the_shops_country__for_phones(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    const Person wien = {.number = "1", .family = "Ott", .phone = "+43 1 5331"};
    expect_done(setting_set(db, SETTING_COUNTRY_CODE, "43", &error), error);
    people_add(db, &wien);
    static const char *const queries[] = {"01 5331", "+43 1 5331", "0043 (0)1 5331", "5331"};
    for (guint i = 0; i < G_N_ELEMENTS(queries); i++) {
        Found *found = found_by(db, NULL, queries[i], 1);
        assert_int_equal(found->total, 1);
        found_free(found);
    }
}

/* The words of numbers are not in the dictionary, which knows the long words. */
static void lookup_find__finds__long_words_of_numbers(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_add(db, &(Person){.number = "Stammkunde-7", .family = "Ott"});
    static const char *const queries[] = {"stammk", "stammku", "stammkunde", "stammkunde ott"};
    for (guint i = 0; i < G_N_ELEMENTS(queries); i++) {
        g_autoptr(Found) found = found_by(db, NULL, queries[i], 1);
        assert_int_equal(found->alike_from, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lookup_find__gives_the_right_customers__in_the_right_order),
        cmocka_unit_test(lookup_find__says_what_fitted__and_what_to_know),
        cmocka_unit_test(lookup_find__counts_all__and_gives_no_more_than_the_limit),
        cmocka_unit_test(lookup_find__forgives__what_was_misheard_or_mistyped),
        cmocka_unit_test(lookup_find__finds_names__in_every_script),
        cmocka_unit_test(lookup_find__uses_the_shops_country__for_phones),
        cmocka_unit_test(lookup_find__finds__long_words_of_numbers),
    };
    return fixture_for_each_engine("lookup", tests, G_N_ELEMENTS(tests));
}
