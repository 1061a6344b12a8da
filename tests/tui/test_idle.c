/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the clock brings: a new day, and home when nobody is there; what was typed is kept. */
#include "tests/tui/till.h"

#include "tests/data/people.h"

/* From now on no draft can be stored. */
static void lose_drafts(const Till *till)
{
    g_autoptr(GError) error = NULL;
    expect_done(db_run(till->emma->shop->db, "ALTER TABLE draft RENAME TO gone", DB_NO_VALUES, NULL,
                       &error),
                error);
}

static void find_drafts(const Till *till)
{
    g_autoptr(GError) error = NULL;
    expect_done(db_run(till->emma->shop->db, "ALTER TABLE gone RENAME TO draft", DB_NO_VALUES, NULL,
                       &error),
                error);
}

static void app_home__closes_forms__and_shows_their_drafts(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    App *app = harness_app(window.harness);
    harness_type(window.harness, "berg");
    harness_press(window.harness, "Enter n");
    harness_type(window.harness, "mag Mohn");
    harness_press(window.harness, "F1");
    app_home(app);
    harness_settle(window.harness);
    assert_string_equal(till_top(&window), "home");
    harness_expect(window.harness, "NOT FINISHED");
    harness_expect(window.harness, "Note on Jens Berg: mag Mohn");
    /* In the same run the same form offers it. */
    harness_type(window.harness, "berg");
    harness_press(window.harness, "Enter n");
    harness_expect(window.harness, "mag Mohn");
    harness_press(window.harness, "Enter");
    assert_int_equal(till_drafts(till), 0);
    till_close(&window);
}

static void app_home__stays__where_nothing_can_be_stored(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    App *app = harness_app(window.harness);
    till_edit(&window, till, "1001");
    harness_type(window.harness, "gard");
    lose_drafts(till);
    app_home(app);
    harness_settle(window.harness);
    assert_string_equal(till_top(&window), "edit");
    harness_expect(window.harness, "cannot be kept for you at the moment");
    /* It is said once, and quitting asks as if nothing were kept. */
    harness_type(window.harness, "x");
    till_save(&window);
    assert_false(harness_shows(window.harness, "cannot be kept"));
    harness_press(window.harness, "F10");
    harness_expect(window.harness, "throw it away?");
    harness_press(window.harness, "Esc");
    find_drafts(till);
    app_home(app);
    harness_settle(window.harness);
    assert_string_equal(till_top(&window), "home");
    harness_expect(window.harness, "NOT FINISHED");
    till_close(&window);
}

static void app_strike__loads_again__on_a_new_day(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    harness_strike(window.harness, 1);
    gconstpointer model = app_top(harness_app(window.harness))->model;
    harness_strike(window.harness, 1);
    assert_ptr_equal(app_top(harness_app(window.harness))->model, model);
    harness_expect(window.harness, " tomorrow      Ida Mühlbauer");
    harness_set_day(window.harness, 22);
    harness_strike(window.harness, 1);
    harness_expect(window.harness, "Sun 22 Nov");
    harness_expect(window.harness, " today         Ida Mühlbauer");
    till_close(&window);
}

static void app_set_idle__brings_home__and_keeps_the_draft(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    app_set_idle(harness_app(window.harness), 2);
    till_edit(&window, till, "1001");
    harness_type(window.harness, "gard");
    /* The minute in which the last key came was not a whole one. */
    harness_strike(window.harness, 2);
    assert_string_equal(till_top(&window), "edit");
    harness_press(window.harness, "Left");
    harness_strike(window.harness, 2);
    assert_string_equal(till_top(&window), "edit");
    harness_strike(window.harness, 1);
    assert_string_equal(till_top(&window), "home");
    assert_int_equal(till_drafts(till), 1);
    harness_expect(window.harness, "NOT FINISHED");
    harness_press(window.harness, "Ctrl-Home Enter");
    harness_expect(window.harness, "Hildegard");
    till_close(&window);
}

static void app_set_idle__never_brings_home__with_0_minutes(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    app_set_idle(harness_app(window.harness), 0);
    till_edit(&window, till, "1001");
    harness_strike(window.harness, 100);
    assert_string_equal(till_top(&window), "edit");
    till_close(&window);
}

static void app_set_idle__tries_again__as_long_as_nothing_can_be_stored(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    app_set_idle(harness_app(window.harness), 1);
    till_edit(&window, till, "1001");
    harness_type(window.harness, "gard");
    lose_drafts(till);
    harness_strike(window.harness, 3);
    assert_string_equal(till_top(&window), "edit");
    find_drafts(till);
    harness_strike(window.harness, 1);
    assert_string_equal(till_top(&window), "home");
    assert_int_equal(till_drafts(till), 1);
    till_close(&window);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        till_test(app_home__closes_forms__and_shows_their_drafts),
        till_test(app_home__stays__where_nothing_can_be_stored),
        till_test(app_strike__loads_again__on_a_new_day),
        till_test(app_set_idle__brings_home__and_keeps_the_draft),
        till_test(app_set_idle__never_brings_home__with_0_minutes),
        till_test(app_set_idle__tries_again__as_long_as_nothing_can_be_stored),
    };
    return cmocka_run_group_tests_name("idle", tests, NULL, NULL);
}
