/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes due while the program runs: each moment once, however the clock is set; here without a
 * desktop, by the terminal's bell and a message. */
#include "tests/tui/watch.h"

#include "data/agenda/reminder.h"
#include "tests/data/people.h"
#include "tui/screens/cardjump.h"

static void alarm__rings__when_a_reminder_comes_due(void **state)
{
    const Watch *watch = *state;
    watch_remind(watch, "1005", "zurückrufen", "2026-11-21", 15, 0);
    assert_int_equal(watch_strike(watch, 14, 59), 0);
    assert_false(harness_shows(watch->stage->harness, "Jens Berg: zurückrufen"));
    assert_int_equal(watch_strike(watch, 15, 0), 1);
    harness_expect(watch->stage->harness, "Jens Berg: zurückrufen");
    assert_int_equal(watch_strike(watch, 15, 1), 0);
}

static void alarm__rings_once__for_what_came_due_while_it_slept(void **state)
{
    const Watch *watch = *state;
    watch_remind(watch, "1005", "zurückrufen", "2026-11-21", 15, 0);
    watch_remind(watch, NULL, "Mehl bestellen", "2026-11-21", 15, 20);
    watch_remind(watch, "1001", "Torte zeigen", "2026-11-21", 15, 10);
    assert_int_equal(watch_strike(watch, 17, 0), 1);
    harness_expect(watch->stage->harness, "Jens Berg: zurückrufen, and 2 more");
}

static void alarm__sums_up__what_is_many(void **state)
{
    const Watch *watch = *state;
    for (int i = 0; i < 5; i++) {
        watch_remind(watch, NULL, "Mehl bestellen", "2026-11-22", 9, i);
    }
    harness_set_day(watch->stage->harness, 24);
    assert_int_equal(watch_strike(watch, 8, 0), 1);
    harness_expect(watch->stage->harness, "5 reminders are due");
}

static void alarm__tells_nothing_twice__when_the_clock_is_set_back(void **state)
{
    const Watch *watch = *state;
    gint64 id = watch_remind(watch, "1005", "zurückrufen", "2026-11-21", 15, 0);
    assert_int_equal(watch_strike(watch, 15, 0), 1);
    /* As on the night on which summer ends, and further. */
    assert_int_equal(watch_strike(watch, 14, 0), 0);
    assert_int_equal(watch_strike(watch, 15, 0), 0);
    assert_int_equal(watch_strike(watch, 15, 30), 0);
    harness_set_day(watch->stage->harness, 19);
    assert_int_equal(watch_strike(watch, 15, 30), 0);
    /* What was made since then is not lost, */
    watch_remind(watch, NULL, "Mehl bestellen", "2026-11-19", 15, 40);
    assert_int_equal(watch_strike(watch, 15, 41), 1);
    harness_set_day(watch->stage->harness, 21);
    assert_int_equal(watch_strike(watch, 16, 0), 0);
    /* and what was put off comes again. */
    watch_snooze(watch, id, 16, 30);
    assert_int_equal(watch_strike(watch, 16, 30), 1);
}

static void alarm__leaves_to_home__what_was_due_before(void **state)
{
    const Watch *watch = *state;
    watch_remind(watch, "1005", "zurückrufen", "2026-11-21", 14, 0);
    watch_remind(watch, "1005", "nachfragen", "2026-11-20", 18, 0);
    assert_int_equal(watch_strike(watch, 14, 33), 0);
}

static void alarm__keeps_quiet__of_what_is_done(void **state)
{
    const Watch *watch = *state;
    g_autoptr(GError) error = NULL;
    gint64 id = watch_remind(watch, "1005", "zurückrufen", "2026-11-21", 15, 0);
    Deed *deed = people_begin(watch->stage->emma->shop->db);
    expect_done(reminder_settle(deed, id, NULL, (Moment){{2026, 11, 21}, MINUTE_NONE}, &error),
                error);
    people_commit(deed);
    assert_int_equal(watch_strike(watch, 15, 0), 0);
}

static void alarm__hides_its_words__where_the_screen_is_discreet(void **state)
{
    const Watch *watch = *state;
    watch_remind(watch, "1005", "zurückrufen", "2026-11-21", 15, 0);
    app_set_discreet(watch->app, true);
    assert_int_equal(watch_strike(watch, 15, 0), 1);
    assert_false(harness_shows(watch->stage->harness, "zurückrufen"));
    assert_false(harness_shows(watch->stage->harness, "Jens"));
}

static void card_jump__opens_the_card__over_what_is_being_typed(void **state)
{
    const Watch *watch = *state;
    Harness *harness = watch->stage->harness;
    harness_type(harness, "wag");
    harness_press(harness, "Enter n");
    harness_type(harness, "mag Mohn");
    card_jump(watch->app, "1005");
    harness_settle(harness);
    harness_expect(harness, "Berg, Jens");
    /* It is there already. */
    card_jump(watch->app, "1005");
    harness_settle(harness);
    harness_press(harness, "Esc");
    harness_expect(harness, "mag Mohn");
    harness_press(harness, "Enter");
    harness_expect(harness, "Noted: mag Mohn.");
}

static void card_jump__opens_what_is_due__without_a_number(void **state)
{
    const Watch *watch = *state;
    card_jump(watch->app, "");
    harness_settle(watch->stage->harness);
    assert_string_equal(stage_top(watch->stage), "due");
    card_jump(watch->app, "");
    harness_settle(watch->stage->harness);
    harness_press(watch->stage->harness, "Esc");
    assert_string_equal(stage_top(watch->stage), "home");
}

static void card_jump__says_so__where_nobody_has_the_number(void **state)
{
    const Watch *watch = *state;
    card_jump(watch->app, "4711");
    harness_settle(watch->stage->harness);
    harness_expect(watch->stage->harness, "No customer has the number 4711.");
    assert_string_equal(stage_top(watch->stage), "home");
}

int main(void)
{
    /* The desktop of whoever runs the tests is left alone. */
    g_setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
    const struct CMUnitTest tests[] = {
        watch_test(alarm__rings__when_a_reminder_comes_due),
        watch_test(alarm__rings_once__for_what_came_due_while_it_slept),
        watch_test(alarm__sums_up__what_is_many),
        watch_test(alarm__tells_nothing_twice__when_the_clock_is_set_back),
        watch_test(alarm__leaves_to_home__what_was_due_before),
        watch_test(alarm__keeps_quiet__of_what_is_done),
        watch_test(alarm__hides_its_words__where_the_screen_is_discreet),
        watch_test(card_jump__opens_the_card__over_what_is_being_typed),
        watch_test(card_jump__opens_what_is_due__without_a_number),
        watch_test(card_jump__says_so__where_nobody_has_the_number),
    };
    return cmocka_run_group_tests_name("alarm", tests, NULL, NULL);
}
