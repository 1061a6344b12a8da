/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promises: the form on the card, and the list with its keys. */
#include "tests/tui/desk.h"

#include "data/diary/promise.h"
#include "tests/data/people.h"
#include "tui/screens/card.h"
#include "tui/screens/home.h"
#include "tui/screens/promise.h"
#include "tui/screens/promises.h"

#include <string.h>

static gint64 add(const Desk *desk, const char *number, const char *words, const char *until)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(desk->emma->shop->db);
    Promise *promise = record_new(&promise_type);
    promise->customer_id = emma_customer(desk->emma, number);
    record_set_text(&promise->words, words);
    record_set_text(&promise->due_day, until);
    expect_done(promise_save(deed, promise, &error), error);
    gint64 id = promise->head.id;
    record_free(promise);
    people_commit(deed);
    return id;
}

static Promise *stored(const Desk *desk, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Promise *promise = record_load(desk->emma->shop->db, &promise_type, id, &error);
    expect_done(promise != NULL, error);
    return promise;
}

static void expect_state(const Desk *desk, gint64 id, const char *state)
{
    Promise *promise = stored(desk, id);
    assert_string_equal(promise->state, state);
    record_free(promise);
}

/* The only promise of the shop. */
static Promise *only(const Desk *desk)
{
    g_autoptr(GPtrArray) list = promise_list(desk->emma->shop->db, false, 0, 10, NULL);
    assert_non_null(list);
    assert_int_equal(list->len, 1);
    return record_copy(g_ptr_array_index(list, 0));
}

static void promise__is_noted_on_the_card__with_a_day_as_people_write_it(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const CardArg arg = {emma_customer(desk->emma, "1003")};
    desk_open(desk, &screen_card, &arg);
    harness_press(desk->harness, "m");
    assert_string_equal(desk_top(desk), "promise");
    harness_type(desk->harness, "Muster zeigen");
    harness_press(desk->harness, "Enter");
    harness_type(desk->harness, "freitag");
    harness_golden(desk->harness, "promise");
    harness_press(desk->harness, "F4");
    assert_string_equal(desk_top(desk), "card");
    harness_expect(desk->harness, "Promised.");
    Promise *promise = only(desk);
    assert_string_equal(promise->words, "Muster zeigen");
    assert_string_equal(promise->due_day, "2026-11-27");
    record_free(promise);
    harness_press(desk->harness, "Ctrl-Z");
    assert_int_equal(
        people_number(desk->emma->shop->db, "SELECT COUNT(*) FROM promise", DB_NO_VALUES), 0);
}

static void promise__is_ticked_off_on_the_card(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 only_one = add(desk, "1003", "Muster zeigen", "2026-11-24");
    gint64 one_of_two = add(desk, "1001", "anrufen", "2026-11-24");
    const CardArg kurt = {emma_customer(desk->emma, "1003")};
    desk_open(desk, &screen_card, &kurt);
    harness_press(desk->harness, "o");
    expect_state(desk, only_one, "kept");
    harness_press(desk->harness, "Esc");
    const CardArg hilde = {emma_customer(desk->emma, "1001")};
    desk_open(desk, &screen_card, &hilde);
    harness_press(desk->harness, "o");
    harness_expect(desk->harness, "Schirm liegt hinter");
    harness_expect(desk->harness, "promised: anrufen");
    harness_press(desk->harness, "Down Enter");
    expect_state(desk, one_of_two, "kept");
}

static void promise__asks_for_words_and_a_day__before_it_is_saved(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const PromiseArg arg = {.customer_id = emma_customer(desk->emma, "1003")};
    desk_open(desk, &screen_promise, &arg);
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Please say what was promised.");
    harness_type(desk->harness, "Muster");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Please say until when.");
    harness_type(desk->harness, "bald");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Not a day.");
    assert_string_equal(desk_top(desk), "promise");
}

static void promise__says_who__of_those_at_the_counter(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const PromiseArg arg = {.customer_id = emma_customer(desk->emma, "1003")};
    desk_open(desk, &screen_promise, &arg);
    harness_type(desk->harness, "Muster");
    harness_press(desk->harness, "Enter");
    harness_type(desk->harness, "+3");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "whoever is there");
    harness_press(desk->harness, "w F4");
    Promise *promise = only(desk);
    assert_int_equal(promise->clerk_id, 0);
    assert_string_equal(promise->due_day, "2026-11-24");
    record_free(promise);
}

static void promise__lays_both_together__when_somebody_else_changed_it(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = add(desk, "1003", "Muster zeigen", "2026-11-24");
    const PromiseArg arg = {emma_customer(desk->emma, "1003"), id};
    desk_open(desk, &screen_promise, &arg);
    harness_press(desk->harness, "End");
    harness_type(desk->harness, " und erklaren");
    g_autoptr(GError) error = NULL;
    Promise *theirs = stored(desk, id);
    Deed *deed = people_begin(desk->emma->shop->db);
    record_set_text(&theirs->due_day, "2026-11-25");
    expect_done(promise_save(deed, theirs, &error), error);
    record_free(theirs);
    people_commit(deed);
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Saved, with what somebody else changed here, too");
    Promise *both = stored(desk, id);
    assert_string_equal(both->words, "Muster zeigen und erklaren");
    assert_string_equal(both->due_day, "2026-11-25");
    record_free(both);
}

static void promises__lists_the_longest_overdue_first__with_a_key_each(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 today = add(desk, "1003", "anrufen wegen der Hochzeitstorte", "2026-11-21");
    gint64 late = add(desk, "1001", "Muster zeigen", "2026-11-19");
    gint64 far = add(desk, "1010", "x", "2027-02-03");
    desk_open(desk, &screen_promises, NULL);
    harness_golden(desk->harness, "promises");
    harness_press(desk->harness, "k");
    harness_expect(desk->harness, "Kept: Muster zeigen.");
    expect_state(desk, late, "kept");
    harness_press(desk->harness, "b");
    expect_state(desk, today, "broken");
    harness_press(desk->harness, "Ctrl-Z");
    expect_state(desk, today, "open");
    harness_press(desk->harness, "Ctrl-Y Tab");
    harness_golden(desk->harness, "promises-done");
    harness_press(desk->harness, "k b");
    harness_press(desk->harness, "o");
    expect_state(desk, far, "open");
    assert_int_equal(people_number(desk->emma->shop->db,
                                   "SELECT COUNT(*) FROM promise WHERE state = 'open'",
                                   DB_NO_VALUES),
                     2);
}

static void promises__leads_to_the_card__and_to_the_form(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = add(desk, "1003", "anrufen", "2026-11-21");
    desk_open(desk, &screen_promises, NULL);
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "card");
    harness_press(desk->harness, "Esc e End");
    assert_string_equal(desk_top(desk), "promise");
    harness_type(desk->harness, " bitte");
    harness_press(desk->harness, "F4");
    assert_string_equal(desk_top(desk), "promises");
    harness_expect(desk->harness, "anrufen bitte");
    Promise *promise = stored(desk, id);
    assert_string_equal(promise->due_day, "2026-11-21");
    record_free(promise);
}

static void promises__opens_from_home__with_its_key(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_home, NULL);
    harness_press(desk->harness, "Alt-p");
    assert_string_equal(desk_top(desk), "promises");
    harness_expect(desk->harness, "Nothing is open.");
    harness_press(desk->harness, "Esc");
    assert_string_equal(desk_top(desk), "home");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(promise__is_noted_on_the_card__with_a_day_as_people_write_it),
        cmocka_unit_test(promise__is_ticked_off_on_the_card),
        cmocka_unit_test(promise__asks_for_words_and_a_day__before_it_is_saved),
        cmocka_unit_test(promise__says_who__of_those_at_the_counter),
        cmocka_unit_test(promise__lays_both_together__when_somebody_else_changed_it),
        cmocka_unit_test(promises__lists_the_longest_overdue_first__with_a_key_each),
        cmocka_unit_test(promises__leads_to_the_card__and_to_the_form),
        cmocka_unit_test(promises__opens_from_home__with_its_key),
    };
    return cmocka_run_group_tests_name("promise", tests, NULL, NULL);
}
