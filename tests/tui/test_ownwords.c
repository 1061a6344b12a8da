/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short forms and words that mean the same, in the box: those built in, and the file "words" of the
 * person. */
#include "tests/tui/desk.h"

#include "tui/counter.h"
#include "tui/ownfiles.h"
#include "tui/screens/home.h"

/* Makes TEXT the file of the person's own words and reads it, as the program does at its start. */
static void read_words(Desk *desk, const char *text, GPtrArray *faults)
{
    Counter *counter = app_data(harness_app(desk->harness));
    g_autofree char *path = g_build_filename(counter->config_folder, "words", NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    counter_read_words(counter, faults);
}

static void expect_found(Desk *desk, const char *typed, const char *name)
{
    harness_press(desk->harness, "Esc");
    harness_type(desk->harness, typed);
    harness_expect(desk->harness, name);
}

static void home__finds_by_short_forms_and_synonyms(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_home, NULL);
    expect_found(desk, "jogi", "Müller, Jürgen");
    expect_found(desk, "schoggi", "Lina von gegenüber");
    expect_found(desk, "frau wagner", "Wagner, Hilde");
}

static void home__finds_by_own_words(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    read_words(desk, "Hilde: Xanti\nRoggenbrot = Quirz\n- Jürgen: Jogi\n", faults);
    assert_int_equal(faults->len, 0);
    desk_open(desk, &screen_home, NULL);
    expect_found(desk, "xanti", "Wagner, Hilde");
    expect_found(desk, "quirz", "Müller, Jürgen");
    harness_press(desk->harness, "Esc");
    harness_type(desk->harness, "jogi");
    assert_false(harness_shows(desk->harness, "Müller, Jürgen"));
}

static void own_words__tell_their_faults__and_the_rest_holds(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    read_words(desk, "Hilde: Xanti\nSemmel\nJosef: der kleine Sepp\n", faults);
    assert_int_equal(faults->len, 2);
    desk_open(desk, &screen_home, NULL);
    own_files_tell_faults(harness_app(desk->harness), faults);
    harness_settle(desk->harness);
    assert_string_equal(desk_top(desk), "message");
    harness_golden(desk->harness, "ownwords-faults");
    harness_press(desk->harness, "Enter");
    expect_found(desk, "xanti", "Wagner, Hilde");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(home__finds_by_short_forms_and_synonyms),
        cmocka_unit_test(home__finds_by_own_words),
        cmocka_unit_test(own_words__tell_their_faults__and_the_rest_holds),
    };
    return cmocka_run_group_tests_name("ownwords", tests, NULL, NULL);
}
