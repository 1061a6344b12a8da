/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed into the box, understood. */
#include "tests/data/fixture.h"

#include "data/lookup/query.h"

#include <string.h>

static void add_number(GString *text, char mark, int number)
{
    if (number != 0) {
        g_string_append_printf(text, "%c%d", mark, number);
    }
}

/* TERM as "word", "#12" (digits), "+0421" (a phone number), "@gmx" (of an e-mail address), "day
 * 3.5.1956"; idle ones in brackets, the unfinished one with a … behind it. */
static void write_term(GString *text, const Term *term)
{
    static const char *const marks[] = {"", "#", "+", "@", "day"};
    g_string_append_printf(text, "%s%s%s%s", text->len > 0 ? " " : "", term->is_idle ? "(" : "",
                           marks[term->kind], term->word);
    add_number(text, ' ', term->day);
    add_number(text, '.', term->month);
    add_number(text, '.', term->year);
    g_string_append_printf(text, "%s%s", term->is_idle ? ")" : "", term->is_unfinished ? "…" : "");
}

static char *written(const Query *query)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < query->terms->len; i++) {
        const Term *term = g_ptr_array_index(query->terms, i);
        assert_non_null(term->same);
        write_term(text, term);
    }
    return g_string_free(text, FALSE);
}

typedef struct {
    const char *typed, *whole, *pieces; /* PIECES NULL: the same */
} Case;

static const char *const readings[READ_COUNT] = {"whole", "pieces", "joined"};

static void expect_read(const Vocabulary *vocabulary, const char *typed, Reading reading,
                        const char *wanted)
{
    g_autoptr(Query) query = query_read(typed, "49", vocabulary, reading);
    g_autofree char *got = written(query);
    if (strcmp(got, wanted) != 0) {
        fail_msg("“%s” (%s): wanted “%s”, got “%s”", typed, readings[reading], wanted, got);
    }
}

static void expect_cases(const Case *cases, gsize count)
{
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    for (gsize i = 0; i < count; i++) {
        const Case *each = &cases[i];
        const char *pieces = each->pieces != NULL ? each->pieces : each->whole;
        expect_read(vocabulary, each->typed, READ_WHOLE, each->whole);
        expect_read(vocabulary, each->typed, READ_PIECES, pieces);
    }
}

static void query_read__takes_words_as_they_come(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"", "", NULL},
        {"  \t\n", "", NULL},
        {"...!?", "", NULL},
        {"Müller", "muller…", NULL},
        {"  MUELLER, ", "muller", NULL},
        {"anna mül", "anna mul…", NULL},
        {"anna\tmüller ", "anna muller", NULL},
        {"Anna,Müller.", "anna muller", NULL},
        {"O'Hara", "ohara…", NULL},
        {"o'", "o…", NULL},
        {"Meier-Schmidt", "meier schmidt…", NULL},
        {"12a", "12a…", NULL},
        {"Ρένα", "ρενα…", NULL},
    };
    expect_cases(cases, G_N_ELEMENTS(cases));
}

static void query_read__takes_each_word_once(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"anna Anna ANNA", "anna…", NULL},
        {"anna ott anna ", "ott anna", NULL},
        {"12 12 anna", "#12 anna…", NULL},
        {"3.5. 3.5. ", "day 3.5", "#3 #5"},
    };
    expect_cases(cases, G_N_ELEMENTS(cases));
}

static void query_read__knows_phone_numbers(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"0421 84220", "+042184220…", "#0421 #84220…"},
        {"0421/84220 ", "+042184220", "#0421 #84220"},
        {"+49 421 84220", "+042184220…", "#49 #421 #84220…"},
        {"+43 1 5331", "+004315331…", "#43 #1 #5331…"},
        {"(0421) 842 20-0", "+0421842200…", "#0421 #842 #20 #0…"},
        {"842 20", "+84220…", "#842 #20…"},
        {"842200", "+842200…", "#842200…"},
        {"04 21 84 22", "+04218422…", "#04 #21 #84 #22…"},
        {"0421\xC2\xA0"
         "84220",
         "+042184220…", "#0421 #84220…"},
        /* Beside words. */
        {"anna 0421 84220", "anna +042184220…", "anna #0421 #84220…"},
        {"anna 0421/84220 ott", "anna +042184220 ott…", "anna #0421 #84220 ott…"},
        {"anna 0421 / 84220 ott", "anna +042184220 ott…", "anna #0421 #84220 ott…"},
        {"+49 421 84220 anna", "+042184220 anna…", "#49 #421 #84220 anna…"},
        {"(0421) 84220 anna", "+042184220 anna…", "#0421 #84220 anna…"},
        /* Too short, or something else. */
        {"0421", "#0421…", NULL},
        {"84220", "#84220…", NULL},
        {"1956", "#1956…", NULL},
        {"anna 0421", "anna #0421…", NULL},
        {"anna 1042", "anna #1042…", NULL},
        {"28195 bremen", "#28195 bremen…", NULL},
        {"01067 dresden", "#01067 dresden…", NULL},
        {"Meier Str. 12", "meier str #12…", NULL},
        {"anna 421 84220", "anna #421 #84220…", NULL},
    };
    expect_cases(cases, G_N_ELEMENTS(cases));
}

static void query_read__knows_birthdays(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"3.5.", "day 3.5", "#3 #5"},
        {"3.5", "day 3.5…", "#3 #5…"},
        {"03.05.", "day 3.5", "#03 #05"},
        {"3.5.1956", "day 3.5.1956…", "#3 #5 #1956…"},
        {"03.05.1956 ", "day 3.5.1956", "#03 #05 #1956"},
        {"3.5.56", "day 3.5.1956…", "#3 #5 #56…"},
        {"3.5.05", "day 3.5.2005…", "#3 #5 #05…"},
        {"3. 5. 1956", "day 3.5.1956…", "#3 #5 #1956…"},
        {"3. Mai", "day 3.5…", "#3 mai…"},
        {"3 mai", "day 3.5…", "#3 mai…"},
        {"3. März 1956", "day 3.3.1956…", "#3 marz #1956…"},
        {"May 3", "day 3.5…", "may #3…"},
        {"3rd of May ", "day 3.5", "3rd (of) may"},
        {"1956-05-03", "day 3.5.1956…", "#1956 #05 #03…"},
        {"3/5/1956", "day 3.5.1956…", "#3 #5 #1956…"},
        {"29.2.", "day 29.2", "#29 #2"},
        /* Beside words and numbers. */
        {"anna 3.5.", "anna day 3.5", "anna #3 #5"},
        {"3.5. anna", "day 3.5 anna…", "#3 #5 anna…"},
        {"anna 3. mai ott", "anna day 3.5 ott…", "anna #3 mai ott…"},
        {"0421 84220 3.5.", "+042184220 day 3.5", "#0421 #84220 #3 #5"},
        {"3.5. 0421 84220", "day 3.5 +042184220…", "#3 #5 #0421 #84220…"},
        /* While the year is typed. */
        {"3.5.1", "day 3.5…", "#3 #5 #1…"},
        {"3.5.19", "day 3.5…", "#3 #5 #19…"},
        {"3.5.195", "day 3.5…", "#3 #5 #195…"},
        {"3. Mai 19", "day 3.5…", "#3 mai #19…"},
        {"3.5.19 ", "day 3.5.2019", "#3 #5 #19"},
        /* No days. */
        {"32.1.", "+321", "#32 #1"},
        {"31.2. anna", "#31 #2 anna…", NULL},
        {"heute", "heute…", NULL},
        {"morgen ", "morgen", NULL},
        {"freitag", "freitag…", NULL},
        {"+14", "#14…", NULL},
        {"mai", "mai…", NULL},
        {"Mai 1956", "mai #1956…", NULL},
        {"maier 3", "maier #3…", NULL},
        {"hauptstr. 3/5", "hauptstr #3 #5…", NULL},
        {"3.5.1456", "+351456…", "#3 #5 #1456…"},
    };
    expect_cases(cases, G_N_ELEMENTS(cases));
}

static void query_read__knows_addresses(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"anna.mueller@gmx.de", "@anna @muller @gmx @de…", "anna muller gmx de…"},
        {"Anna.MÜLLER@GMX.DE ", "@anna @muller @gmx @de", "anna muller gmx (de)"},
        {"<anna@gmx.de>", "@anna @gmx @de", "anna gmx (de)"},
        {"anna@", "@anna", "anna"},
        {"@gmx.de", "@gmx @de…", "gmx de…"},
        /* Its digits are no telephone number and no day, its words not idle and no short forms. */
        {"anna.72@gmx.de", "@anna @72 @gmx @de…", "anna #72 gmx de…"},
        {"0421842@gmx.de", "@0421842 @gmx @de…", "#0421842 gmx de…"},
        {"3.5.1956@gmx.de", "@3 @5 @1956 @gmx @de…", "#3 #5 #1956 gmx de…"},
        {"der.von@mit.de ", "@der @von @mit @de", "der von mit de"},
        /* Beside other words, each for itself. */
        {"anna anna@gmx.de ott", "anna @anna @gmx @de ott…", "anna gmx (de) ott…"},
        {"anna@gmx.de 0421 84220", "@anna @gmx @de +042184220…", "anna gmx (de) #0421 #84220…"},
        {"anna@gmx.de 3.5.", "@anna @gmx @de day 3.5", "anna gmx (de) #3 #5"},
        {"gmx@anna.gmx", "@anna @gmx…", "anna gmx…"},
        /* No address. */
        {"@", "", NULL},
        {"anna @ ott", "anna ott…", NULL},
    };
    expect_cases(cases, G_N_ELEMENTS(cases));
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    g_autoptr(Query) query = query_read("sepp@gmx.de", "49", vocabulary, READ_WHOLE);
    assert_null(((const Term *)query->terms->pdata[0])->same[0]);
}

static void query_read__leaves_out_what_says_nothing(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"die mit dem dackel", "(die) (mit) (dem) dackel…", NULL},
        {"dackel mit dem ", "dackel (mit) (dem)", NULL},
        {"die mit dem ", "die mit dem", NULL},
        {"die", "die…", NULL},
        {"Frau Müller", "(frau) muller…", NULL},
        {"von berg", "(von) berg…", NULL},
        {"anna 12 von ", "anna #12 (von)", NULL},
        {"der 0421 84220", "(der) +042184220…", "(der) #0421 #84220…"},
        /* It may become Dennis. */
        {"müller de", "muller de…", NULL},
    };
    expect_cases(cases, G_N_ELEMENTS(cases));
}

static void query_read__says_what_means_the_same(void **state)
{
    (void)state;
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    g_autoptr(Query) query = query_read("Sepp Hauptstr. 12", "49", vocabulary, READ_WHOLE);
    const Term *sepp = g_ptr_array_index(query->terms, 0), *street = query->terms->pdata[1];
    const Term *number = g_ptr_array_index(query->terms, 2);
    assert_true(g_strv_contains((const char *const *)sepp->same, "josef"));
    assert_false(g_strv_contains((const char *const *)sepp->same, "sepp"));
    assert_true(g_strv_contains((const char *const *)street->same, "hauptstrasse"));
    assert_null(number->same[0]);

    g_autoptr(Query) without = query_read("sepp mit dackel", "49", NULL, READ_WHOLE);
    g_autofree char *text = written(without);
    assert_string_equal(text, "sepp mit dackel…");
    assert_null(((const Term *)without->terms->pdata[0])->same[0]);
}

static char *repeat(const char *text, gsize bytes)
{
    GString *long_text = g_string_sized_new(bytes);
    while (long_text->len < bytes) {
        g_string_append(long_text, text);
    }
    return g_string_free(long_text, FALSE);
}

/* Reads TEXT in all ways; whatever comes of it fits what the header says. */
static void expect_harmless(const Vocabulary *vocabulary, const char *text)
{
    for (Reading reading = READ_WHOLE; reading < READ_COUNT; reading++) {
        g_autoptr(Query) query = query_read(text, "49", vocabulary, reading);
        assert_true(query->terms->len <= 16);
        for (guint i = 0; i < query->terms->len; i++) {
            const Term *term = g_ptr_array_index(query->terms, i);
            assert_true(strlen(term->word) <= 60);
            assert_true(g_utf8_validate(term->word, -1, NULL));
            assert_true(term->kind == TERM_DAY || *term->word != '\0');
            assert_true(!term->is_unfinished || i + 1 == query->terms->len);
        }
    }
}

static void query_read__joins_short_words_with_the_next(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *joined;
    } cases[] = {
        {"", ""},
        {"o brien", "obrien…"},
        {"O'Brien", "obrien…"},
        {"mac gregor ewan", "macgregor ewan…"},
        {"ewan mac gregor ", "ewan macgregor"},
        {"ben ali yusuf", "benaliyusuf…"},
        /* What says nothing, numbers, and the last one stay. */
        {"die mit hund", "(die) (mit) hund…"},
        {"mac 12", "mac #12…"},
        {"12 mac", "#12 mac…"},
        {"gregor mac", "gregor mac…"},
        {"karl gregor", "karl gregor…"},
    };
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        expect_read(vocabulary, cases[i].typed, READ_JOINED, cases[i].joined);
    }
}

static void query_read__survives_anything(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "\xff\xfe",   "m\xc3",           "\xf0\x9f\x98",       "a\xc3 b",   "😀 😀",
        "\" OR 1=1",  "NEAR(a b) * - ^", "3.5.\xc3",           "+",         "(((0",
        "0 0 0 0 0",  "....1....2....",  "--05-03 00.00.0000", "+++++++",   "ﬁﬂ ǅ ½",
        "\u202Eanna", "anna\u00AD",      "0421 \xff 84220",    "1.1.1.1.1", "٣٤٥ ٣",
    };
    static const char *const units[] = {
        "x",           "x ", "ä",           "1",    "1 ",        "3.5. ", "0 ", " ",
        "\xff",        "😀",  "0421 84220 ", "mai ", "3 mai ",    "(",     "+ ", "der ",
        "Karl-Heinz ", "́",   "@",           "a@",   "anna@1.x ", "1.1.@ "};
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        expect_harmless(vocabulary, texts[i]);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
        g_autofree char *text = repeat(units[i], 1024 * 1024);
        expect_harmless(vocabulary, text);
        g_autofree char *middle = repeat(units[i], 4095);
        expect_harmless(vocabulary, middle);
    }
}

static void query_read__stops_at_sixteen_words(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 500; i++) {
        g_string_append_printf(text, "wort%u ", i);
    }
    g_string_truncate(text, text->len - 1);
    for (Reading reading = READ_WHOLE; reading < READ_COUNT; reading++) {
        g_autoptr(Query) query = query_read(text->str, "49", NULL, reading);
        assert_int_equal(query->terms->len, 16);
        const Term *last = g_ptr_array_index(query->terms, 15);
        assert_string_equal(last->word, "wort15");
        assert_false(last->is_unfinished);
    }
    g_autofree char *umlauts = repeat("ñы", 200);
    g_autoptr(Query) query = query_read(umlauts, "49", NULL, READ_WHOLE);
    const Term *only = g_ptr_array_index(query->terms, 0);
    assert_int_equal(query->terms->len, 1);
    assert_int_equal(strlen(only->word), 60);
}

static void query_equal__compares_what_is_asked(void **state)
{
    (void)state;
    static const struct {
        const char *one, *other;
        bool is_equal;
    } cases[] = {
        {"anna müller", "ANNA  Mueller", true},
        {"anna", "anna ", false},
        {"anna", "anne", false},
        {"anna", "anna ott", false},
        {"3.5.", "3. mai ", true},
        {"3.5.", "3.6.", false},
        {"3.5.", "3.5.1956 ", false},
        {"", " ", true},
        {"0421 84220", "+49 421 84220", true},
        {"anna@gmx.de", "ANNA@gmx,DE", true},
        {"anna@gmx.de", "anna gmx de", false},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Query) one = query_read(cases[i].one, "49", NULL, READ_WHOLE);
        g_autoptr(Query) other = query_read(cases[i].other, "49", NULL, READ_WHOLE);
        if (query_equal(one, other) != cases[i].is_equal) {
            fail_msg("“%s” and “%s”", cases[i].one, cases[i].other);
        }
    }
    g_autoptr(Query) whole = query_read("0421 84220", "49", NULL, READ_WHOLE);
    g_autoptr(Query) pieces = query_read("0421 84220", "49", NULL, READ_PIECES);
    assert_false(query_equal(whole, pieces));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(query_read__takes_words_as_they_come),
        cmocka_unit_test(query_read__takes_each_word_once),
        cmocka_unit_test(query_read__knows_phone_numbers),
        cmocka_unit_test(query_read__knows_birthdays),
        cmocka_unit_test(query_read__knows_addresses),
        cmocka_unit_test(query_read__leaves_out_what_says_nothing),
        cmocka_unit_test(query_read__says_what_means_the_same),
        cmocka_unit_test(query_read__joins_short_words_with_the_next),
        cmocka_unit_test(query_read__survives_anything),
        cmocka_unit_test(query_read__stops_at_sixteen_words),
        cmocka_unit_test(query_equal__compares_what_is_asked),
    };
    return cmocka_run_group_tests_name("query", tests, NULL, NULL);
}
