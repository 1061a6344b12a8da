/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reminders: the form on the card, what becomes of them, putting them off. */
#include "tests/tui/desk.h"

#include "data/agenda/reminder.h"
#include "tests/data/people.h"
#include "tui/screens/card.h"
#include "tui/screens/putoff.h"
#include "tui/screens/reminder.h"

#include <string.h>

static gint64 add(const Desk *desk, const char *number, const char *words, Moment due,
                  const Series *series)
{
    g_autoptr(GError) error = NULL;
    const Series once = {.unit = SERIES_ONCE};
    Deed *deed = people_begin(desk->emma->shop->db);
    Reminder *reminder = record_new(&reminder_type);
    reminder->customer_id = emma_customer(desk->emma, number);
    record_set_text(&reminder->words, words);
    reminder_set_due(reminder, due, series != NULL ? series : &once);
    expect_done(reminder_save(deed, reminder, &error), error);
    gint64 id = reminder->head.id;
    record_free(reminder);
    people_commit(deed);
    return id;
}

static Reminder *stored(const Desk *desk, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Reminder *reminder = record_load(desk->emma->shop->db, &reminder_type, id, &error);
    expect_done(reminder != NULL, error);
    return reminder;
}

/* The only reminder of the shop. */
static Reminder *only(const Desk *desk)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list =
        record_list(desk->emma->shop->db, &reminder_type, "ORDER BY id", DB_NO_VALUES, &error);
    expect_done(list != NULL, error);
    assert_int_equal(list->len, 1);
    return record_copy(g_ptr_array_index(list, 0));
}

static gint64 count(const Desk *desk)
{
    return people_number(desk->emma->shop->db, "SELECT COUNT(*) FROM reminder", DB_NO_VALUES);
}

static void open_card(Desk *desk, const char *number)
{
    const CardArg arg = {emma_customer(desk->emma, number)};
    desk_open(desk, &screen_card, &arg);
}

static void reminder__is_said_in_one_line_on_the_card(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_card(desk, "1003");
    harness_press(desk->harness, "r");
    assert_string_equal(desk_top(desk), "reminder");
    harness_type(desk->harness, "freitag 15 uhr zurückrufen");
    harness_golden(desk->harness, "reminder");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "card");
    harness_expect(desk->harness, "zurückrufen");
    Reminder *reminder = only(desk);
    assert_string_equal(reminder->words, "zurückrufen");
    assert_string_equal(reminder->due_day, "2026-11-27");
    assert_int_equal(reminder->due_minute, 15 * 60);
    assert_null(reminder->repeats);
    assert_int_equal(reminder->customer_id, emma_customer(desk->emma, "1003"));
    record_free(reminder);
    harness_press(desk->harness, "Ctrl-Z");
    assert_int_equal(count(desk), 0);
}

static void reminder__takes_the_fields_before_the_line__where_somebody_filled_them(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_card(desk, "1003");
    harness_press(desk->harness, "r");
    harness_type(desk->harness, "freitag nachfragen");
    harness_press(desk->harness, "Tab");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "+3");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "9:30");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "alle 2 wochen");
    harness_press(desk->harness, "F4");
    assert_string_equal(desk_top(desk), "card");
    Reminder *reminder = only(desk);
    assert_string_equal(reminder->words, "nachfragen");
    assert_string_equal(reminder->due_day, "2026-11-24");
    assert_int_equal(reminder->due_minute, 9 * 60 + 30);
    assert_string_equal(reminder->repeats, "week");
    assert_int_equal(reminder->step, 2);
    assert_string_equal(reminder->first_day, "2026-11-24");
    record_free(reminder);
}

static void reminder__takes_a_time_with_its_day(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_card(desk, "1003");
    harness_press(desk->harness, "r");
    harness_type(desk->harness, "zurückrufen");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "friday 3 pm");
    harness_expect(desk->harness, "Fri 27 Nov, 15:00");
    harness_press(desk->harness, "Tab");
    harness_expect(desk->harness, "27 November 2026");
    harness_press(desk->harness, "F4");
    Reminder *reminder = only(desk);
    assert_string_equal(reminder->words, "zurückrufen");
    assert_string_equal(reminder->due_day, "2026-11-27");
    assert_int_equal(reminder->due_minute, 15 * 60);
    record_free(reminder);
}

static void reminder__says_who_looks_after_them(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    Db *db = desk->emma->shop->db;
    gint64 zoe = people_add_clerk(db, "Zoe");
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Customer *customer = record_load(db, &customer_type, emma_customer(desk->emma, "1003"), &error);
    expect_done(customer != NULL, error);
    customer->clerk_id = zoe;
    expect_done(record_update(deed, customer, &error), error);
    record_free(customer);
    people_commit(deed);
    open_card(desk, "1003");
    harness_press(desk->harness, "r");
    harness_expect(desk->harness, "[Zoe (looks after them)]");
    harness_type(desk->harness, "freitag zurückrufen");
    harness_press(desk->harness, "Enter");
    Reminder *reminder = only(desk);
    assert_int_equal(reminder->clerk_id, zoe);
    record_free(reminder);
}

static void reminder__is_not_saved__without_words_or_a_day(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_card(desk, "1003");
    harness_press(desk->harness, "r");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Please say what there is to do.");
    harness_type(desk->harness, "zurückrufen");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Please say when.");
    assert_int_equal(count(desk), 0);
    harness_type(desk->harness, "morgen");
    harness_press(desk->harness, "Tab Tab");
    harness_type(desk->harness, "irgendwann");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Not understood.");
    assert_string_equal(desk_top(desk), "reminder");
}

static void reminder__of_the_shop__has_no_customer(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_reminder, NULL);
    harness_expect(desk->harness, "A reminder for the shop");
    harness_type(desk->harness, "jeden montag 8 uhr kasse zählen");
    harness_press(desk->harness, "Enter");
    Reminder *reminder = only(desk);
    assert_int_equal(reminder->customer_id, 0);
    assert_string_equal(reminder->words, "kasse zählen");
    assert_string_equal(reminder->repeats, "week");
    assert_string_equal(reminder->due_day, "2026-11-23");
    record_free(reminder);
}

static void reminder__keeps_its_series__when_only_the_words_change(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const Series monthly = {.unit = SERIES_MONTHS, .step = 1, .first = {2026, 1, 31}};
    gint64 id = add(desk, "1003", "Probe", (Moment){{2026, 11, 30}, MINUTE_NONE}, &monthly);
    const ReminderArg arg = {.customer_id = emma_customer(desk->emma, "1003"), .reminder_id = id};
    desk_open(desk, &screen_reminder, &arg);
    harness_type(desk->harness, " freitag");
    harness_press(desk->harness, "F4");
    Reminder *reminder = stored(desk, id);
    assert_string_equal(reminder->words, "Probe freitag");
    assert_string_equal(reminder->due_day, "2026-11-30");
    assert_string_equal(reminder->first_day, "2026-01-31");
    record_free(reminder);
}

static void reminder__is_ticked_off_on_the_card__and_comes_again(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const Series weekly = {.unit = SERIES_WEEKS, .step = 1, .first = {2026, 11, 20}};
    gint64 id = add(desk, "1003", "Anruf", (Moment){{2026, 11, 20}, MINUTE_NONE}, &weekly);
    open_card(desk, "1003");
    harness_expect(desk->harness, "Anruf (overdue: yesterday)");
    harness_press(desk->harness, "o");
    harness_expect(desk->harness, "Done: Anruf.");
    Reminder *reminder = stored(desk, id);
    assert_string_equal(reminder->state, "open");
    assert_string_equal(reminder->due_day, "2026-11-27");
    record_free(reminder);
    harness_press(desk->harness, "t");
    harness_expect(desk->harness, "Reminder");
    harness_expect(desk->harness, "Anruf");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "reminder");
    harness_expect(desk->harness, "SO FAR");
    harness_golden(desk->harness, "reminder-so-far");
}

static void reminder__can_be_skipped_put_off_and_removed_in_its_form(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const Series weekly = {.unit = SERIES_WEEKS, .step = 1, .first = {2026, 11, 20}};
    gint64 id = add(desk, "1003", "Anruf", (Moment){{2026, 11, 20}, 600}, &weekly);
    const ReminderArg arg = {.customer_id = emma_customer(desk->emma, "1003"), .reminder_id = id};
    desk_open(desk, &screen_reminder, &arg);
    harness_press(desk->harness, "Alt-z");
    assert_string_equal(desk_top(desk), "putoff");
    harness_golden(desk->harness, "putoff");
    harness_press(desk->harness, "Down Enter");
    harness_expect(desk->harness, "Put off until tomorrow 10:00: Anruf.");
    Reminder *reminder = stored(desk, id);
    assert_string_equal(reminder->due_day, "2026-11-20");
    assert_string_equal(reminder->day, "2026-11-22");
    assert_int_equal(reminder->minute, 600);
    record_free(reminder);
    desk_open(desk, &screen_reminder, &arg);
    harness_expect(desk->harness, "put off until tomorrow 10:00");
    harness_press(desk->harness, "Alt-s");
    harness_expect(desk->harness, "Skipped: Anruf.");
    reminder = stored(desk, id);
    assert_string_equal(reminder->due_day, "2026-11-27");
    record_free(reminder);
    desk_open(desk, &screen_reminder, &arg);
    harness_press(desk->harness, "Alt-r");
    assert_int_equal(count(desk), 0);
}

static void putoff__takes_what_is_typed__and_refuses_what_is_over(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = add(desk, "1003", "Anruf", (Moment){{2026, 11, 21}, 600}, NULL);
    const PutoffArg arg = {
        .kind = TODO_REMINDER, .id = id, .due = {{2026, 11, 21}, 600}, .words = "Anruf"};
    desk_open(desk, &screen_putoff, &arg);
    harness_type(desk->harness, "irgendwann");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Not a day to come.");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "1.1.2020");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Not a day to come.");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "montag 9 uhr");
    harness_press(desk->harness, "Enter");
    Reminder *reminder = stored(desk, id);
    assert_string_equal(reminder->day, "2026-11-23");
    assert_int_equal(reminder->minute, 540);
    assert_string_equal(reminder->due_day, "2026-11-21");
    record_free(reminder);
}

static void putoff__moves_what_was_agreed__but_not_its_series(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const Series weekly = {.unit = SERIES_WEEKS, .step = 1, .first = {2026, 11, 20}};
    gint64 id = add(desk, "1003", "Anruf", (Moment){{2026, 11, 27}, MINUTE_NONE}, &weekly);
    const PutoffArg arg = {.kind = TODO_REMINDER,
                           .id = id,
                           .due = {{2026, 11, 27}, MINUTE_NONE},
                           .words = "Anruf",
                           .moves = true};
    desk_open(desk, &screen_putoff, &arg);
    harness_expect(desk->harness, "a day later");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Moved to");
    Reminder *reminder = stored(desk, id);
    assert_string_equal(reminder->due_day, "2026-11-28");
    assert_string_equal(reminder->day, "2026-11-28");
    assert_string_equal(reminder->first_day, "2026-11-20");
    record_free(reminder);
    harness_press(desk->harness, "Ctrl-Z");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reminder__is_said_in_one_line_on_the_card),
        cmocka_unit_test(reminder__takes_the_fields_before_the_line__where_somebody_filled_them),
        cmocka_unit_test(reminder__takes_a_time_with_its_day),
        cmocka_unit_test(reminder__says_who_looks_after_them),
        cmocka_unit_test(reminder__is_not_saved__without_words_or_a_day),
        cmocka_unit_test(reminder__of_the_shop__has_no_customer),
        cmocka_unit_test(reminder__keeps_its_series__when_only_the_words_change),
        cmocka_unit_test(reminder__is_ticked_off_on_the_card__and_comes_again),
        cmocka_unit_test(reminder__can_be_skipped_put_off_and_removed_in_its_form),
        cmocka_unit_test(putoff__takes_what_is_typed__and_refuses_what_is_over),
        cmocka_unit_test(putoff__moves_what_was_agreed__but_not_its_series),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
