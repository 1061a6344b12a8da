/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why somebody stands among the matches, in sight at every width: short forms, other words, what is
 * only alike. */
#include "tests/data/people.h"
#include "tests/tui/emma.h"
#include "tests/tui/harness.h"

#include "tui/counter.h"
#include "tui/screens/home.h"
#include "tui/screens/matchwhy.h"

#include <string.h>

static const char own_words[] = "Maximiliane: Mausi\nroll = bap\n";

typedef struct {
    const char *typed;
    const char *why; /* NULL: nothing is told */
} Case;

static const Person people[] = {
    {.number = "7001", .given = "Josef", .family = "Zander", .facts = "usual: Sechs Brötchen"},
    {.number = "7002", .given = "Maximiliane", .family = "Zapf", .street = "Hauptstraße 3"},
    {.number = "7003", .company = "Johannes’ Bap-Stube"},
};

static const Case cases[] = {
    {"sepp", "Sepp = Josef"},
    {"ZANDER sepp", "Sepp = Josef"},
    {"josef", NULL},
    {"josef sepp", "Sepp = Josef"},
    {"semmel", "= Semmel"},
    {"sepp semmel", "Sepp = Josef, = Semmel"},
    {"mausi", "Mausi = Maximiliane"},
    {"roll", "Roll = Bap"},
    /* What begins so is plain to see, and so are streets in another writing. */
    {"maxi", NULL},
    {"hauptstr", NULL},
    {"mit sepp", "Sepp = Josef"},
    {"zannder", "sounds alike"},
};

static Vocabulary *words_new(void)
{
    Vocabulary *words = vocabulary_new();
    vocabulary_read(words, own_words, "words", NULL);
    return words;
}

static void match_why__tells__what_the_words_do_not_show(void **state)
{
    (void)state;
    g_autoptr(Emma) emma = emma_new_empty();
    g_autoptr(Vocabulary) vocabulary = words_new();
    people_add_all(emma->shop->db, people, G_N_ELEMENTS(people));
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        const char *typed = cases[i].typed;
        g_autoptr(Found) found = lookup_find(emma->shop->db, vocabulary, typed, 10, &error);
        expect_done(found != NULL, error);
        if (found->matches->len != 1) {
            fail_msg("“%s” finds %u", typed, found->matches->len);
        }
        g_auto(GStrv) words = match_why_words(typed, vocabulary);
        g_autofree char *why =
            match_why(g_ptr_array_index(found->matches, 0), typed, words, vocabulary);
        if (g_strcmp0(why, cases[i].why) != 0) {
            fail_msg("“%s”: %s", typed, why);
        }
    }
}

static void match_why__tells_nothing__without_a_vocabulary(void **state)
{
    (void)state;
    g_auto(GStrv) words = match_why_words("sepp", NULL);
    assert_null(words[0]);
}

static void matches__say_why__at_every_width(void **state)
{
    (void)state;
    static const Person many[] = {
        {.number = "7001",
         .given = "Josef",
         .family = "Zander",
         .facts = "allergy: Haselnuss und Walnuss; usual: Zwei Brezeln",
         .visits = 30,
         .last_visit = "2026-11-01"},
        {.number = "7002",
         .given = "Joseph",
         .family = "Zapf-Obermeier",
         .facts = "usual: Sechs Brötchen, davon zwei mit Mohn",
         .visits = 20,
         .last_visit = "2026-03-01"},
        {.number = "7003", .description = "Student, Semmeln", .visits = 10},
    };
    Emma *emma = emma_new();
    people_add_all(emma->shop->db, many, G_N_ELEMENTS(many));
    Harness *harness = harness_new(24, 80, emma->shop);
    harness_open(harness, &screen_home, NULL);
    harness_type(harness, "sepp");
    harness_golden(harness, "matches-why");
    harness_resize(harness, 20, 60);
    harness_golden(harness, "matches-why-60");
    harness_resize(harness, 30, 140);
    harness_golden(harness, "matches-why-wide");
    harness_press(harness, "Esc");
    harness_type(harness, "semmel");
    harness_expect(harness, "Sechs Brötchen, davon…  = Semmel");
    harness_resize(harness, 20, 60);
    harness_expect(harness, "= Semmel");
    /* A customer at the counter reads no notes. */
    harness_press(harness, "F12");
    assert_false(harness_shows(harness, "= Semmel"));
    harness_press(harness, "F12 Esc");
    harness_type(harness, "zannder");
    harness_expect(harness, "sounds alike");
    harness_free(harness);
    emma_free(emma);
}

/* Beside a warning and the last visit, of one who is not selected. */
static void matches__show_what_fits__at_every_width(void **state)
{
    (void)state;
    static const Person two[] = {
        {.given = "Josef",
         .family = "Zander",
         .facts = "usual: Zwei Brezeln",
         .visits = 30,
         .last_visit = "2026-11-01"},
        {.given = "Lea",
         .family = "Zapf",
         .facts = "allergy: Haselnuss und Walnuss; likes: Brezeln mit Mohn und Salz",
         .visits = 20,
         .last_visit = "2026-08-01"},
    };
    Emma *emma = emma_new();
    people_add_all(emma->shop->db, two, G_N_ELEMENTS(two));
    Harness *harness = harness_new(24, 60, emma->shop);
    harness_open(harness, &screen_home, NULL);
    harness_type(harness, "brez");
    for (int cols = 60; cols <= 160; cols += 2) {
        harness_resize(harness, 24, cols);
        harness_expect(harness, "Brezeln mit");
    }
    harness_press(harness, "Esc");
    harness_type(harness, "bretzeln m");
    for (int cols = 60; cols <= 160; cols += 2) {
        harness_resize(harness, 24, cols);
        harness_expect(harness, "Brezeln");
    }
    harness_free(harness);
    emma_free(emma);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(match_why__tells__what_the_words_do_not_show),
        cmocka_unit_test(match_why__tells_nothing__without_a_vocabulary),
        cmocka_unit_test(matches__say_why__at_every_width),
        cmocka_unit_test(matches__show_what_fits__at_every_width),
    };
    return cmocka_run_group_tests_name("matchwhy", tests, NULL, NULL);
}
