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
        .birthday = "1956-05-03",
        .partner = "Kurt",
        .facts = "allergy: Nüsse",
    };
    people_furnish(db);
    g_autoptr(Sheet) sheet = sheet_load(db, people_add(db, &hilde), &error);
    g_autofree char *words = words_of_sheet(sheet);
    assert_string_equal(words,
                        "wmuller wweiss whilde wdr wcafe wzo wmullerweiss ! wdame wmit whut ! "
                        "wk w0042 wk0042 ! t042184 l481240 g0421 g4218 g2184 ! "
                        "eh ewagner eexample eorg ! rkurt ! rnusse ! "
                        "rgrosse rgasse r7a r28195 rkoln rde ! b0503 b05031956");
}

static void expect_day(const char **words, int month, int day)
{
    int months = 0, days = 0;
    *words = words_next_day(*words, &months, &days);
    assert_non_null(*words);
    assert_int_equal(months, month);
    assert_int_equal(days, day);
}

static void words_next_day__gives_the_yearly_days__and_nothing_else(void **state)
{
    (void)state;
    int month, day;
    const char *words = "wb0707 ! ! ! ! ! ! rd0101 b0202 ! rd0303 ! b0503 b05031956 d1224";
    expect_day(&words, 5, 3);
    expect_day(&words, 5, 3);
    expect_day(&words, 12, 24);
    assert_null(words_next_day(words, &month, &day));
    assert_null(words_next_day("wbrandt ! ! ! ! ! ! rd0101 b0202 ! rd0303 !", &month, &day));
    assert_null(words_next_day("", &month, &day));
}

static void words_of_sheet__has_all_groups__of_an_empty_sheet(void **state)
{
    (void)state;
    g_autoptr(Sheet) sheet = sheet_new();
    g_autofree char *words = words_of_sheet(sheet);
    assert_string_equal(words, "! ! ! ! ! ! ! !");
}

static void words_of_sheet__tell_streets__in_every_writing(void **state)
{
    static const char *const streets[][2] = {
        {"Meierstraße 12", "rmeierstrasse r12 rmeierstrasse rstrasse"},
        {"Meierstr. 12", "rmeierstr r12 rmeierstrasse rstrasse"},
        {"Meier Str. 12a", "rmeier rstr r12a rmeierstrasse rstrasse"},
        {"Meier-Straße", "rmeier rstrasse rmeierstrasse rstrasse"},
        {"Straße 7", "rstrasse r7 rstrasse rstrasse"},
        {"Am Dobben 7", "ram rdobben r7"},
    };
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    for (guint i = 0; i < G_N_ELEMENTS(streets); i++) {
        const Person person = {.number = "7", .street = streets[i][0]};
        g_autoptr(Sheet) sheet = people_sheet(db, &person);
        g_autofree char *words = words_of_sheet(sheet);
        g_autofree char *wanted = g_strdup_printf("! ! w7 ! ! ! ! ! %s !", streets[i][1]);
        assert_string_equal(words, wanted);
    }
}

static bool is_cut_well(const char *words)
{
    g_auto(GStrv) each = g_strsplit(words, " ", -1);
    for (guint i = 0; each[i] != NULL; i++) {
        if (strlen(each[i]) == 0 || strlen(each[i]) > 61 || !g_utf8_validate(each[i], -1, NULL)) {
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
            .family = "Ott", .phone = much, .email = much, .facts = fact, .birthday = "1956-05-03"};
        g_autoptr(Sheet) sheet = sheet_load(db, people_add(db, &person), &error);
        expect_done(sheet != NULL, error);
        g_autofree char *words = words_of_sheet(sheet);
        assert_true(is_cut_well(words));
        assert_true(strlen(words) < 70000);
        assert_true(g_str_has_prefix(words, "wott "));
        assert_true(g_str_has_suffix(words, " b0503 b05031956"));
    }
    people_expect_sound(db);
}

static void words_to_learn__are_words__without_numbers_and_addresses(void **state)
{
    static const struct {
        const char *words, *learned;
    } cases[] = {
        {"wmuller wanna wdr ! wmit whut ! w1042 ! t0421 g0421 l1240 ! ehmuller77 eexample ! "
         "rkurt ! rnusse ranna rab r7a rk7a ! rkoln r28195 ! b0503 b05031956",
         "ranna rk7a rkoln rkurt rnusse wanna whut wmit wmuller"},
        {"wott wott ! ! ! ! ! ! ! rott !", "rott wott"},
        {"! ! ! ! ! ! ! !", ""},
        {"", ""},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) learned = words_to_learn(cases[i].words);
        g_autofree char *joined = g_strjoinv(" ", learned);
        assert_string_equal(joined, cases[i].learned);
    }
}

static void words_of_pieces__are_all_runs_of_four__and_the_end_is_backwards(void **state)
{
    static const struct {
        const char *digits, *pieces, *end;
    } cases[] = {
        {"042184", "g0421 g4218 g2184", "l481240"},
        {"0421", "g0421", "l1240"},
        {"421", "", "l124"},
        {"01712345678", "g0171 g1712 g7123 g1234 g2345", "l876543"},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) pieces = words_of_pieces(cases[i].digits, 5);
        g_autofree char *joined = g_strjoinv(" ", pieces);
        g_autofree char *end = word_of_end(cases[i].digits);
        assert_string_equal(joined, cases[i].pieces);
        assert_string_equal(end, cases[i].end);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_sheet__stand_in_their_groups__folded),
        cmocka_unit_test(words_of_sheet__has_all_groups__of_an_empty_sheet),
        cmocka_unit_test(words_next_day__gives_the_yearly_days__and_nothing_else),
        cmocka_unit_test(words_of_sheet__tell_streets__in_every_writing),
        cmocka_unit_test(words_of_sheet__cuts__what_is_too_long),
        cmocka_unit_test(words_to_learn__are_words__without_numbers_and_addresses),
        cmocka_unit_test(words_of_pieces__are_all_runs_of_four__and_the_end_is_backwards),
    };
    return fixture_for_each_engine("words", tests, G_N_ELEMENTS(tests));
}
