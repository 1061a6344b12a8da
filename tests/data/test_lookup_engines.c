/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding customers gives the same answers in the same order on both engines. */
#include "tests/bench/kinds.h"
#include "tests/bench/seed.h"
#include "tests/bench/slips.h"
#include "tests/bench/typing.h"
#include "tests/data/hostile.h"
#include "tests/data/twoengines.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    CUSTOMERS = 3000,
    OF_A_KIND = 110,      /* queries of each way to ask for somebody */
    TYPED = 1200,         /* beginnings of what clerks type */
    MIXED = 300,          /* several words of several people, one of them wrong */
    CHANGES = 60,         /* customers who are changed, removed, added */
    MOST_REQUESTS = 40,   /* on the way to a server for what is spelled right, prepared or not */
    MOST_FOR_ERRORS = 400 /* and for what is not */
};

/* What a clerk may have in the box beside names: single letters, two terms of which one is nearly
 * everybody's, digits, days, e-mails, ends of compounds. */
static const char *const odd[] = {
    "a",
    "e",
    "ma",
    "mu",
    "mü",
    "sch",
    "schm",
    "0",
    "1",
    "17",
    "0171",
    "+49",
    "49",
    "0049 17",
    "3.5.",
    "03.05.",
    "3. mai",
    "mai",
    "29.2.",
    "1.1.1970",
    "12",
    "an m",
    "a b c",
    "jo",
    "sepp",
    "der mit",
    "mit",
    "frau dr",
    "nuss",
    "torte",
    "dackel",
    "brot",
    "kuchen",
    "hund",
    "straße",
    "str 7",
    "haupt str",
    "@",
    "gmail",
    "a@",
    "example.org",
    "gmbh",
    "müller müller",
    "anna anna anna",
    "q",
    "xyz",
    "meier mayer",
    "hans peter",
    "28195",
    "28195 bremen",
    "bremen",
    "am",
    "an der",
    "klein 12",
    "1 2 3 4 5",
};

typedef struct {
    const TwoEngines *engines;
    guint queries, found;
    guint64 requests;
} Count;

static void compare(Count *count, const char *typed)
{
    guint64 requests = 0;
    count->found += two_engines_expect_same(count->engines, typed, &requests) > 0;
    count->requests += requests;
    count->queries++;
}

static void compare_kinds(Count *count, const Corpus *corpus, Chance *chance)
{
    for (guint kind = 0; query_kinds[kind].name != NULL; kind++) {
        for (guint i = 0, tried = 0; i < OF_A_KIND && tried < 100 * OF_A_KIND; tried++) {
            g_autoptr(CorpusPerson) person = corpus_person(corpus, chance_below(chance, CUSTOMERS));
            g_autofree char *query = query_kinds[kind].make(chance, person);
            if (query != NULL) {
                compare(count, query);
                i++;
            }
        }
    }
}

static void compare_typed(Count *count, const Corpus *corpus, Chance *chance)
{
    for (guint i = 0; i < TYPED;) {
        g_autoptr(CorpusPerson) person = typing_visitor(chance, corpus, CUSTOMERS);
        g_autofree char *query = typing_query(chance, person);
        for (guint letters = 1; letters <= g_utf8_strlen(query, -1); letters++, i++) {
            g_autofree char *begin = typing_begin(query, letters);
            compare(count, begin);
        }
    }
}

/* A word of one of two people, and beginnings of both family names, one of them mistyped. */
static char *mixed(Chance *chance, const Corpus *corpus)
{
    g_autoptr(CorpusPerson) one = corpus_person(corpus, chance_below(chance, CUSTOMERS));
    g_autoptr(CorpusPerson) other = corpus_person(corpus, chance_below(chance, CUSTOMERS));
    g_autofree char *line = corpus_line(other);
    g_autofree char *word = typing_word(chance, line);
    const char *family = one->family != NULL ? one->family : "Ott";
    g_autofree char *wrong =
        g_utf8_strlen(family, -1) >= 5 ? slips_typed(chance, family, 1) : g_strdup(family);
    g_autofree char *begin = typing_begin(wrong, (guint)chance_between(chance, 3, 9));
    return g_strjoin(" ", begin, word != NULL ? word : "a", one->given, NULL);
}

static void compare_lists(Count *count)
{
    const char *const *const lists[] = {hostile_commands, hostile_bytes,   hostile_scripts,
                                        hostile_marks,    hostile_numbers, hostile_blanks};
    for (guint i = 0; i < G_N_ELEMENTS(odd); i++) {
        compare(count, odd[i]);
    }
    for (guint list = 0; list < G_N_ELEMENTS(lists); list++) {
        for (guint i = 0; lists[list][i] != NULL; i++) {
            g_autofree char *beside = g_strconcat("müller ", lists[list][i], NULL);
            compare(count, lists[list][i]);
            compare(count, beside);
        }
    }
}

static void lookup_find__finds_the_same__on_both_engines(void **state)
{
    Count count = {.engines = *state};
    Chance chance = {BENCH_SEED + 6};
    g_autoptr(Corpus) corpus = corpus_new(BENCH_SEED);
    compare_kinds(&count, corpus, &chance);
    compare_typed(&count, corpus, &chance);
    for (guint i = 0; i < MIXED; i++) {
        g_autofree char *query = mixed(&chance, corpus);
        compare(&count, query);
    }
    compare_lists(&count);
    print_message("%u queries, %u of them found somebody; %.1f requests each\n", count.queries,
                  count.found, (double)count.requests / count.queries);
    assert_true(count.queries >= 3000);
    assert_true(count.found >= 2500);
}

/* A customer who is changed, and how. */
typedef struct {
    gint64 id;
    const char *family;
} Change;

static char *rename_customer(Deed *deed, gpointer data)
{
    const Change *change = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = sheet_load(deed_db(deed), change->id, &error);
    expect_done(sheet != NULL, error);
    record_set_text(&sheet->customer->family_name, change->family);
    sheet->customer->visits_before += change->id;
    expect_done(sheet_save(deed, sheet, &error), error);
    return customer_call(sheet->customer, NAME_SORTED);
}

static char *remove_customer(Deed *deed, gpointer data)
{
    g_autoptr(GError) error = NULL;
    expect_done(sheet_remove(deed, ((const Change *)data)->id, &error), error);
    return NULL;
}

static char *add_customer(Deed *deed, gpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = sheet_new();
    record_set_text(&sheet->customer->family_name, ((const Change *)data)->family);
    expect_done(sheet_save(deed, sheet, &error), error);
    return g_strdup(sheet->customer->number);
}

/* The index follows each change, and the dictionary loses and learns words. */
static void lookup_find__finds_the_same__after_changes(void **state)
{
    const TwoEngines *engines = *state;
    Count count = {.engines = engines};
    Chance chance = {BENCH_SEED + 7};
    g_autoptr(Corpus) corpus = corpus_new(BENCH_SEED + 1);
    for (guint i = 0; i < CHANGES; i++) {
        g_autoptr(CorpusPerson) other = corpus_person(corpus, i);
        const char *family = other->family != NULL ? other->family : "Ott";
        Change change = {.id = 1 + 3 * (gint64)i, .family = family};
        two_engines_do(engines, i % 3 == 0 ? remove_customer : rename_customer, &change);
        two_engines_do(engines, add_customer, &change);
        g_autofree char *query =
            g_utf8_strlen(family, -1) >= 5 ? slips_typed(&chance, family, 1) : g_strdup("ott");
        compare(&count, family);
        compare(&count, query);
    }
    compare_lists(&count);
    assert_true(count.found > CHANGES);
}

/* However far the server is, a key costs a few ways there and back. */
static void lookup_find__asks_a_server__a_few_times(void **state)
{
    static const struct {
        const char *typed;
        guint64 most;
    } cases[] = {
        {"m", MOST_REQUESTS},          {"mül", MOST_REQUESTS},     {"müller", MOST_REQUESTS},
        {"anna mü", MOST_REQUESTS},    {"0171", MOST_REQUESTS},    {"dackel", MOST_REQUESTS},
        {"müler an", MOST_FOR_ERRORS}, {"shmit", MOST_FOR_ERRORS}, {"hofmansn", MOST_FOR_ERRORS},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        guint64 requests = 0;
        two_engines_expect_same(*state, cases[i].typed, &requests);
        if (requests > cases[i].most) {
            fail_msg("“%s” takes %" G_GUINT64_FORMAT " requests.", cases[i].typed, requests);
        }
    }
}

static int set_up(void **state)
{
    *state = two_engines_new(CUSTOMERS);
    return 0;
}

static int tear_down(void **state)
{
    two_engines_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lookup_find__finds_the_same__on_both_engines),
        cmocka_unit_test(lookup_find__asks_a_server__a_few_times),
        cmocka_unit_test(lookup_find__finds_the_same__after_changes),
    };
    const char *server = g_getenv("TRESEN_TEST_PG");
    if (server == NULL || *server == '\0') {
        printf("lookup on both engines: left out, TRESEN_TEST_PG names no server.\n");
        return 0;
    }
    return cmocka_run_group_tests_name("lookup on both engines", tests, set_up, tear_down);
}
