/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands at the counter, and that it is remembered. */
#include "tests/tui/emma.h"
#include "tests/tui/harness.h"

#include "data/clerk.h"
#include "tests/data/people.h"
#include "tui/counter.h"
#include "tui/screens/home.h"

static void counter_read__takes_the_only_clerk_and_branch(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Emma) emma = emma_new_empty();
    g_autoptr(Counter) counter = counter_new(emma->folder, emma->folder);
    expect_done(counter_read(counter, emma->shop, &error), error);
    assert_string_equal(counter->shop_name, "Konditorei Emma");
    assert_string_equal(counter->branch, "Markt");
    assert_string_equal(counter->clerk, "Lina B.");
    assert_true(counter->clerk_id != 0 && counter->branch_id != 0);
    assert_false(counter->read_only);
}

static void counter_read__names_the_shop_after_its_file__when_it_has_no_name(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Emma) emma = emma_new_empty();
    g_autoptr(Counter) counter = counter_new(emma->folder, emma->folder);
    expect_done(shop_rename(emma->shop, "", &error), error);
    expect_done(counter_read(counter, emma->shop, &error), error);
    assert_string_equal(counter->shop_name, "emma");
}

static void counter_read__leaves_the_clerk_open__when_there_are_several(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Emma) emma = emma_new_empty();
    people_add_clerk(emma->shop->db, "Kurt");
    g_autoptr(Counter) counter = counter_new(emma->folder, emma->folder);
    expect_done(counter_read(counter, emma->shop, &error), error);
    assert_null(counter->clerk);
    assert_true(counter->has_clerks);
}

static void counter_change_clerk__is_remembered_for_this_shop(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Emma) emma = emma_new_empty();
    gint64 kurt = people_add_clerk(emma->shop->db, "Kurt");
    g_autoptr(Harness) harness = harness_new(24, 80, emma->shop);
    Screen *home = harness_open(harness, &screen_home, NULL);
    counter_change_clerk(home, kurt);
    harness_settle(harness);
    harness_expect(harness, "Kurt is at the counter now.");
    Who who = counter_who(home);
    assert_int_equal(who.clerk_id, kurt);
    assert_string_equal(who.at, "2026-11-21T13:32:00Z");

    const Counter *now = app_data(harness_app(harness));
    g_autoptr(Counter) later = counter_new(now->spare_folder, now->config_folder);
    expect_done(counter_read(later, emma->shop, &error), error);
    assert_string_equal(later->clerk, "Kurt");
    /* Another shop on this computer has clerks of its own. */
    g_autoptr(Emma) other = emma_new_empty();
    expect_done(counter_read(later, other->shop, &error), error);
    assert_string_equal(later->clerk, "Lina B.");
}

static void counter_show__asks_for_the_clerk__when_nobody_said(void **state)
{
    (void)state;
    g_autoptr(Emma) emma = emma_new_empty();
    people_add_clerk(emma->shop->db, "Kurt");
    g_autoptr(Harness) harness = harness_new(24, 80, emma->shop);
    harness_open(harness, &screen_home, NULL);
    counter_show(harness_app(harness));
    harness_settle(harness);
    harness_expect(harness, "Who is at the counter? Press F8.");
}

static void counter_change_clerk__is_followed_by_the_branch__when_nobody_said(void **state)
{
    (void)state;
    g_autoptr(Emma) emma = emma_new_empty();
    gint64 kurt = people_add_clerk(emma->shop->db, "Kurt");
    people_add_branch(emma->shop->db, "Hafen");
    g_autoptr(Harness) harness = harness_new(24, 80, emma->shop);
    Screen *home = harness_open(harness, &screen_home, NULL);
    counter_change_clerk(home, kurt);
    harness_settle(harness);
    harness_expect(harness, "Which branch is this counter in?");
}

int main(void)
{
    g_setenv("TZ", "Europe/Berlin", TRUE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counter_read__takes_the_only_clerk_and_branch),
        cmocka_unit_test(counter_read__names_the_shop_after_its_file__when_it_has_no_name),
        cmocka_unit_test(counter_read__leaves_the_clerk_open__when_there_are_several),
        cmocka_unit_test(counter_change_clerk__is_remembered_for_this_shop),
        cmocka_unit_test(counter_show__asks_for_the_clerk__when_nobody_said),
        cmocka_unit_test(counter_change_clerk__is_followed_by_the_branch__when_nobody_said),
    };
    return cmocka_run_group_tests_name("counter", tests, NULL, NULL);
}
