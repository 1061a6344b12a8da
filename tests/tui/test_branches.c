/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The branches of the shop. */
#include "tests/tui/desk.h"

#include "data/branch.h"
#include "data/clerk.h"
#include "tests/data/people.h"
#include "tui/counter.h"
#include "tui/screens/branches.h"

static void add(Desk *desk, const char *name)
{
    harness_press(desk->harness, "n");
    harness_type(desk->harness, name);
    harness_press(desk->harness, "Enter");
}

static void branches__are_added_renamed_and_removed__and_it_is_taken_back(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    Db *db = desk->emma->shop->db;
    g_autofree char *before = people_dump(db);
    desk_open(desk, &screen_branches, NULL);
    harness_press(desk->harness, "n Enter");
    harness_expect(desk->harness, "Type something first");
    harness_press(desk->harness, "Esc");
    add(desk, "Hafen");
    add(desk, "Bahnhof");
    harness_golden(desk->harness, "branches");
    harness_press(desk->harness, "Enter Ctrl-U");
    harness_type(desk->harness, "Am Bahnhof");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, " Am Bahnhof");
    harness_press(desk->harness, "Delete");
    harness_expect(desk->harness, "Removed. Ctrl-Z takes it back.");
    assert_false(harness_shows(desk->harness, " Am Bahnhof"));
    harness_press(desk->harness, "Ctrl-Z");
    harness_expect(desk->harness, " Am Bahnhof");
    harness_press(desk->harness, "Ctrl-Z");
    harness_expect(desk->harness, " Bahnhof");
    harness_press(desk->harness, "Ctrl-Z Ctrl-Z");
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
}

static void branches__leave_a_counter_where_it_is__when_another_opens(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    desk_open(desk, &screen_branches, NULL);
    const Counter *counter = app_data(harness_app(desk->harness));
    assert_string_equal(counter->branch, "Markt");
    add(desk, "Hafen");
    assert_string_equal(counter->branch, "Markt");
    g_autoptr(Counter) later = counter_new(counter->spare_folder, counter->config_folder);
    expect_done(counter_read(later, desk->emma->shop, &error), error);
    assert_string_equal(later->branch, "Markt");
}

static void branches__name_the_counter_anew__and_let_it_go(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_branches, NULL);
    const Counter *counter = app_data(harness_app(desk->harness));
    harness_press(desk->harness, "Enter Ctrl-U");
    harness_type(desk->harness, "Domshof");
    harness_press(desk->harness, "Enter");
    g_autofree char *header = harness_line(desk->harness, 0);
    assert_non_null(g_strrstr(header, "Domshof"));
    harness_press(desk->harness, "x");
    assert_int_equal(counter->branch_id, 0);
    harness_expect(desk->harness, "None yet.");
    g_autofree char *bare = harness_line(desk->harness, 0);
    assert_null(g_strrstr(bare, "Domshof"));
    harness_press(desk->harness, "Ctrl-Z");
    assert_string_equal(counter->branch, "Domshof");
}

static void branches__tell_of_a_conflict__when_somebody_renamed_it(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    desk_open(desk, &screen_branches, NULL);
    harness_press(desk->harness, "Enter Ctrl-U");
    harness_type(desk->harness, "Meins");
    Db *db = desk->emma->shop->db;
    Deed *deed = people_begin(db);
    Branch *branch = record_load(db, &branch_type, 1, &error);
    expect_done(branch != NULL, error);
    record_set_text(&branch->name, "Deins");
    expect_done(record_update(deed, branch, &error), error);
    record_free(branch);
    people_commit(deed);
    harness_press(desk->harness, "Enter");
    harness_golden(desk->harness, "conflict-branch");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, " Meins");
    assert_string_equal(desk_top(desk), "branches");
}

static void branches__stand_hostile_names(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(12, 40);
    desk_open(desk, &screen_branches, NULL);
    harness_press(desk->harness, "Enter Ctrl-U");
    harness_paste(
        desk->harness,
        "Zoé\u202E\x1b[31m 👩‍👩‍👧 "
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft");
    harness_press(desk->harness, "Enter");
    add(desk, "العربية");
    harness_golden(desk->harness, "branches-hostile-small");
}

int main(void)
{
    g_setenv("TZ", "Europe/Berlin", TRUE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(branches__are_added_renamed_and_removed__and_it_is_taken_back),
        cmocka_unit_test(branches__leave_a_counter_where_it_is__when_another_opens),
        cmocka_unit_test(branches__name_the_counter_anew__and_let_it_go),
        cmocka_unit_test(branches__tell_of_a_conflict__when_somebody_renamed_it),
        cmocka_unit_test(branches__stand_hostile_names),
    };
    return cmocka_run_group_tests_name("branches", tests, NULL, NULL);
}
