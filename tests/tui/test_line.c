/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screen does while the line to the server is slow or down: keys are answered, what is
 * typed stays, it says how old what it shows is, and a failed save is offered again. */
#include "tests/tui/counters.h"

#include "data/customer/customer.h"
#include "tests/data/people.h"
#include "tui/linewords.h"
#include "tui/screens/card.h"
#include "tui/screens/edit.h"

#include <string.h>
#include <unistd.h>

/* The counters of a test, on the server. */
static Counters *counters_of(void **state)
{
    Fixture *fixture = *state;
    *state = NULL;
    return counters_new(fixture);
}

static gint64 times_there(const Counters *counters, const char *given)
{
    return people_number(counters->fixture->db,
                         "SELECT count(*) FROM customer WHERE given_name = $1",
                         DB_VALUES(db_text(given)));
}

/* The form of a new customer with the first name GIVEN typed. */
static void type_new(const Window *window, const char *given)
{
    const EditArg arg = {.typed = ""};
    harness_open(window->harness, &screen_edit, &arg);
    harness_type(window->harness, given);
    harness_expect(window->harness, given);
}

static void home__answers_keys__while_the_server_is_silent(void **state)
{
    g_autoptr(Counters) counters = counters_of(state);
    g_autoptr(Window) window = counters_open(counters);
    cut_proxy_hold(counters->proxy, true);
    /* Each letter is there before anything answers: nothing is waited for in between. */
    harness_type_fast(window->harness, "m");
    harness_expect(window->harness, "› m");
    harness_type_fast(window->harness, "ü");
    harness_expect(window->harness, "› mü");
    window_wait_for(window, "No answer from the server for 1 s. Shown as of 14:32.");
    harness_type_fast(window->harness, "l");
    harness_expect(window->harness, "› mül");
    cut_proxy_hold(counters->proxy, false);
    window_wait_for(window, "Müller");
    counters_settle(window);
    window_wait_without(window, "No answer");
}

static void home__lets_go_of_enter__when_the_server_is_silent(void **state)
{
    g_autoptr(Counters) counters = counters_of(state);
    g_autoptr(Window) window = counters_open(counters);
    cut_proxy_hold(counters->proxy, true);
    harness_type_fast(window->harness, "mül");
    /* Waits for the matches, and so would all that comes after it. */
    harness_press_fast(window->harness, "Enter");
    window_wait_for(window, "Esc stops waiting");
    harness_press_fast(window->harness, "x");
    harness_expect(window->harness, "This key has to wait");
    harness_press_fast(window->harness, "Esc");
    harness_type_fast(window->harness, "l");
    harness_expect(window->harness, "› müll");
    cut_proxy_hold(counters->proxy, false);
    counters_settle(window);
    assert_string_equal(window_top(window), "home");
    harness_expect(window->harness, "Müller");
}

static void form__keeps_what_is_typed__when_nobody_waits_for_the_save(void **state)
{
    g_autoptr(Counters) counters = counters_of(state);
    g_autoptr(Window) window = counters_open(counters);
    type_new(window, "Silberstein");
    cut_proxy_hold(counters->proxy, true);
    harness_press_fast(window->harness, "F4");
    window_wait_for(window, "Esc stops waiting");
    harness_press_fast(window->harness, "Esc");
    harness_expect(window->harness, "Tresen stops waiting");
    window_wait_for(window, "Try again");
    harness_expect(window->harness, "Silberstein");
    cut_proxy_hold(counters->proxy, false);
    harness_press(window->harness, "Enter");
    counters_settle(window);
    assert_int_equal(times_there(counters, "Silberstein"), 1);
}

static void home__says_so__while_the_line_is_down(void **state)
{
    g_autoptr(Counters) counters = counters_of(state);
    g_autoptr(Window) window = counters_open(counters);
    harness_set_time(window->harness, 14, 50);
    cut_proxy_down(counters->proxy, true);
    harness_type_fast(window->harness, "mül");
    window_wait_for(window, "OFFLINE");
    counters_settle(window);
    harness_expect(window->harness, "The server is away. Shown as of 14:32.");
    harness_expect(window->harness, "› mül");
    assert_string_equal(window_top(window), "home");
    harness_golden(window->harness, "line-down");
    /* What stands there is not what was typed: Enter opens none of it, and makes no card. */
    harness_press(window->harness, "Enter");
    assert_string_equal(window_top(window), "home");
    harness_expect(window->harness, "The server of ");
    harness_press(window->harness, "Down");
    harness_resize(window->harness, 12, 40);
    harness_expect(window->harness, "OFFLINE");
    harness_resize(window->harness, 24, 80);
    /* It comes back by itself, and so do the matches. */
    cut_proxy_down(counters->proxy, false);
    window_wait_for(window, "Müller");
    harness_expect(window->harness, "The server is there again.");
    assert_false(harness_shows(window->harness, "OFFLINE"));
}

static void card__comes_by_itself__when_it_was_opened_while_the_line_was_down(void **state)
{
    g_autoptr(Counters) counters = counters_of(state);
    g_autoptr(Window) window = counters_open(counters);
    gint64 id = counters_customer(counters, "1001");
    cut_proxy_down(counters->proxy, true);
    harness_open(window->harness, &screen_card, &id);
    harness_expect(window->harness, "OFFLINE");
    harness_expect(window->harness, "The server is away. What you type stays");
    assert_string_equal(window_top(window), "card");
    cut_proxy_down(counters->proxy, false);
    window_wait_for(window, "Wagner");
}

static void form__offers_the_save_again__when_the_line_is_back(void **state)
{
    g_autoptr(Counters) counters = counters_of(state);
    g_autoptr(Window) window = counters_open(counters);
    type_new(window, "Silberstein");
    cut_proxy_down(counters->proxy, true);
    harness_press(window->harness, "F4");
    window_wait_for(window, "Try again");
    harness_expect(window->harness, "OFFLINE");
    assert_string_equal(window_top(window), "confirm");
    /* In vain, and nothing piles up. */
    harness_press(window->harness, "Enter");
    assert_string_equal(window_top(window), "confirm");
    cut_proxy_down(counters->proxy, false);
    window_wait_for(window, "The server is there again. It is not saved yet");
    harness_golden(window->harness, "line-save-now");
    assert_int_equal(times_there(counters, "Silberstein"), 0);
    harness_press(window->harness, "Enter");
    counters_settle(window);
    assert_int_equal(times_there(counters, "Silberstein"), 1);
    assert_false(harness_shows(window->harness, "Do it now"));
}

/* The form had gone to ask for likely duplicates of what was typed, in vain. */
static void form__offers_the_save_again__of_what_was_typed_while_the_line_was_down(void **state)
{
    g_autoptr(Counters) counters = counters_of(state);
    g_autoptr(Window) window = counters_open(counters);
    type_new(window, "Silberstein");
    cut_proxy_down(counters->proxy, true);
    harness_type(window->harness, "er");
    window_wait_for(window, "OFFLINE");
    harness_press(window->harness, "F4");
    window_wait_for(window, "Try again");
    cut_proxy_down(counters->proxy, false);
    window_wait_for(window, "The server is there again. It is not saved yet");
    harness_press(window->harness, "Enter");
    counters_settle(window);
    assert_int_equal(times_there(counters, "Silbersteiner"), 1);
}

static void form__can_be_gone_on_with__while_the_line_is_down(void **state)
{
    g_autoptr(Counters) counters = counters_of(state);
    g_autoptr(Window) window = counters_open(counters);
    type_new(window, "Silberstein");
    cut_proxy_down(counters->proxy, true);
    harness_press(window->harness, "F4");
    harness_press(window->harness, "Esc");
    assert_string_equal(window_top(window), "edit");
    harness_type(window->harness, "er");
    harness_expect(window->harness, "Silbersteiner");
    cut_proxy_down(counters->proxy, false);
    window_wait_for(window, "The server is there again.");
    harness_expect(window->harness, "Silbersteiner");
    harness_press(window->harness, "F4");
    counters_settle(window);
    assert_int_equal(times_there(counters, "Silbersteiner"), 1);
}

/* A minute of the clock, drafts and what the program does by itself open no dialogs. */
static void app__is_quiet__about_what_it_does_by_itself(void **state)
{
    g_autoptr(Counters) counters = counters_of(state);
    g_autoptr(Window) window = counters_open(counters);
    type_new(window, "Silberstein");
    cut_proxy_down(counters->proxy, true);
    app_save_drafts(harness_app(window->harness));
    harness_strike(window->harness, 3);
    harness_set_day(window->harness, 22);
    harness_strike(window->harness, 1);
    assert_string_equal(window_top(window), "edit");
    harness_expect(window->harness, "Silberstein");
    cut_proxy_down(counters->proxy, false);
}

/* ---- words ---- */

static void expect_words(const LineState *state, const char *words)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_local();
    g_autoptr(GDateTime) now = g_date_time_new(zone, 2026, 11, 21, 14, 32, 0);
    g_autofree char *said = line_words(state, now);
    if (words == NULL) {
        assert_null(said);
    } else {
        assert_string_equal(said, words);
    }
}

static void line_words__says_what_is_known(void **state)
{
    (void)state;
    const LineState up = {.is_server = true, .as_of = ""};
    expect_words(&up, NULL);
    const LineState copy = {.kind = DB_LINE_STANDBY, .is_server = true, .as_of = ""};
    expect_words(&copy, "The server is away. You see a copy, only for reading.");
    const LineState file = {.seconds = 3, .as_of = ""};
    expect_words(&file, "This takes long: 3 s so far. What you type stays.");
    const LineState other = {.seconds = 3, .is_told = true, .as_of = ""};
    expect_words(&other,
                 "Another program is writing to the shop. Tresen goes on as soon as it is done.");
    const LineState held = {.seconds = 3, .is_server = true, .is_held = true, .as_of = ""};
    expect_words(&held, "No answer for 3 s. Esc stops waiting; what you typed stays.");
    /* What is tried again meanwhile does not hide that it is down. */
    const LineState down = {
        .kind = DB_LINE_DOWN, .seconds = 3, .is_server = true, .as_of = "2026-11-20T08:05:00Z"};
    g_autoptr(GTimeZone) zone = g_time_zone_new_local();
    g_autoptr(GDateTime) now = g_date_time_new(zone, 2026, 11, 21, 14, 32, 0);
    g_autofree char *said = line_words(&down, now);
    assert_non_null(strstr(said, "The server is away. Shown as of"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(home__answers_keys__while_the_server_is_silent),
        cmocka_unit_test(home__lets_go_of_enter__when_the_server_is_silent),
        cmocka_unit_test(form__keeps_what_is_typed__when_nobody_waits_for_the_save),
        cmocka_unit_test(home__says_so__while_the_line_is_down),
        cmocka_unit_test(card__comes_by_itself__when_it_was_opened_while_the_line_was_down),
        cmocka_unit_test(form__offers_the_save_again__when_the_line_is_back),
        cmocka_unit_test(form__can_be_gone_on_with__while_the_line_is_down),
        cmocka_unit_test(form__offers_the_save_again__of_what_was_typed_while_the_line_was_down),
        cmocka_unit_test(app__is_quiet__about_what_it_does_by_itself),
    };
    const struct CMUnitTest words[] = {cmocka_unit_test(line_words__says_what_is_known)};
    return cmocka_run_group_tests_name("line words", words, NULL, NULL) +
           fixture_on_postgres("line", tests, G_N_ELEMENTS(tests));
}
