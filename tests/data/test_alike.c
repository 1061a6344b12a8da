/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beginnings of texts, compared as people type them. */
#include "tests/data/fixture.h"

#include "data/customer/alike.h"

#include <string.h>

static void alike_rest__knows_the_beginning__however_it_is_typed(void **state)
{
    (void)state;
    static const struct {
        const char *stored, *typed, *rest;
    } cases[] = {
        {"Am Dobben 7", "Am Dob", "ben 7"},
        {"Am Dobben 7", "am dob", "ben 7"},
        {"Am Dobben", "AM DOBBEN", ""},
        {"Am Dobben", "Am Dobbenw", NULL},
        {"Am Dobben", "", "Am Dobben"},
        {"Mühlenweg", "muhl", "enweg"},
        {"Mühlenweg", "mue", "hlenweg"},
        {"Mühlenweg", "MUEHL", "enweg"},
        {"Mühlenweg", "mü", "hlenweg"},
        {"Muehlenweg", "Mü", "hlenweg"},
        {"Muehlenweg", "Mühl", "enweg"},
        {"Übersee", "ub", "ersee"},
        {"Übersee", "Ueb", "ersee"},
        {"Große Gasse", "grosse g", "asse"},
        {"Große Gasse", "gros", "e Gasse"},
        {"Grosse Gasse", "groß", "e Gasse"},
        {"Café Zoë", "cafe zoe", ""},
        {"Łódź", "Łó", "dź"},
        {"Kurt", "Ott", NULL},
        {"Straße", "Strafe", NULL},
        {"Иванова", "ива", "нова"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *rest = alike_rest(cases[i].stored, cases[i].typed);
        if (g_strcmp0(rest, cases[i].rest) != 0) {
            fail_msg("%s typed as %s: %s", cases[i].stored, cases[i].typed, rest);
        }
    }
}

/* Whether some of the steps lead from TYPED to STORED. */
static bool reaches(const char *stored, const char *typed)
{
    AlikeStep steps[ALIKE_MOST];
    if (*typed == '\0') {
        return true;
    }
    guint count = alike_steps(typed, steps);
    assert_in_range(count, 1, ALIKE_MOST);
    for (guint i = 0; i < count; i++) {
        assert_in_range(steps[i].typed, 1, strlen(typed));
        if (g_str_has_prefix(stored, steps[i].letters) &&
            reaches(stored + strlen(steps[i].letters), typed + steps[i].typed)) {
            return true;
        }
    }
    return false;
}

static void alike_steps__lead_to__what_begins_alike(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"Am Dobben", "am dobben"},  {"Mühlenweg", "muehlen"},  {"Mühlenweg", "MUHLEN"},
        {"Muehlenweg", "mühlenw"},   {"Übersee", "uebers"},     {"ÜBERSEE", "übers"},
        {"Große Gasse", "grosse g"}, {"Grosse Gasse", "große"}, {"Große", "gros"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
        if (!reaches(pairs[i][0], pairs[i][1]) || alike_rest(pairs[i][0], pairs[i][1]) == NULL) {
            fail_msg("%s is not reached by %s", pairs[i][0], pairs[i][1]);
        }
    }
    assert_false(reaches("Ott", "att"));
}

/* Whatever stands in them. */
static void alike__stays_inside_the_texts__under_random_letters(void **state)
{
    (void)state;
    static const char *const letters[] = {"a", "A", "e", "ä", "Ü", "ß", "ẞ", "s",  "S", " ",
                                          "é", "o", "u", "Å", "ﬁ", "ǖ", "š", "語", "İ", "\u0308"};
    g_autoptr(GRand) random = g_rand_new_with_seed(5);
    for (int round = 0; round < 5000; round++) {
        g_autoptr(GString) stored = g_string_new(NULL), typed = g_string_new(NULL);
        for (int i = g_rand_int_range(random, 0, 6); i > 0; i--) {
            g_string_append(stored, letters[g_rand_int_range(random, 0, G_N_ELEMENTS(letters))]);
        }
        for (int i = g_rand_int_range(random, 0, 6); i > 0; i--) {
            g_string_append(typed, letters[g_rand_int_range(random, 0, G_N_ELEMENTS(letters))]);
        }
        const char *rest = alike_rest(stored->str, typed->str);
        assert_true(rest == NULL || (rest >= stored->str && rest <= stored->str + stored->len));
        assert_true(rest == NULL || g_utf8_validate(rest, -1, NULL));
        assert_non_null(alike_rest(stored->str, stored->str));
        for (const char *at = typed->str; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
            reaches(stored->str, at);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alike_rest__knows_the_beginning__however_it_is_typed),
        cmocka_unit_test(alike_steps__lead_to__what_begins_alike),
        cmocka_unit_test(alike__stays_inside_the_texts__under_random_letters),
    };
    return cmocka_run_group_tests_name("alike", tests, NULL, NULL);
}
