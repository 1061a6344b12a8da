/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is due, in the list and on home; and the number in large digits. */
#include "tests/data/todoshop.h"
#include "tests/tui/desk.h"
#include "tests/tui/past.h"
#include "tests/tui/stage.h"

#include "data/customer/contact.h"
#include "tui/screens/dial.h"
#include "tui/screens/due.h"

#include <string.h>

/* Adds something of each kind: on 21 November 2026, 14:32. */
static void fill(const Emma *emma)
{
    Db *db = emma->shop->db;
    gint64 jens = emma_customer(emma, "1005"), kurt = emma_customer(emma, "1003");
    past_fill(emma);
    todoshop_reminder(db, kurt, "2026-11-21", 15 * 60, 0, "wegen der Brote anrufen");
    todoshop_reminder(db, jens, "2026-11-21", 14 * 60, 1, "Muster bereitlegen");
    todoshop_reminder(db, 0, "2026-11-21", RECORD_NONE, 0, "Kasse zählen");
    todoshop_reminder(db, 0, "2026-11-19", RECORD_NONE, 0, "Schaufenster putzen");
    todoshop_reminder(db, jens, "2026-11-24", 9 * 60, 0, "nachfragen");
    todoshop_reminder(db, jens, "2026-12-12", RECORD_NONE, 0, "in drei Wochen");
    todoshop_plan(db);
    todoshop_dear(db, "Siebert");
}

static Stage *stage_due(int rows, int cols)
{
    Emma *emma = emma_new();
    fill(emma);
    return stage_on(emma, rows, cols);
}

static Stage *open_due(int rows, int cols)
{
    Stage *stage = stage_due(rows, cols);
    harness_press(stage->harness, "F3");
    assert_string_equal(stage_top(stage), "due");
    return stage;
}

/* Presses Down until the selected row has TEXT. */
static void select_row(Stage *stage, const char *text)
{
    int row = 0, col = 0;
    harness_press(stage->harness, "Ctrl-Home");
    for (int i = 0; i < 40; i++) {
        g_autofree char *line =
            harness_cursor(stage->harness, &row, &col) ? harness_line(stage->harness, row) : NULL;
        if (line != NULL && strstr(line, text) != NULL) {
            return;
        }
        harness_press(stage->harness, "Down");
    }
    fail_msg("No row has %s.", text);
}

static gint64 count(const Stage *stage, const char *sql)
{
    return people_number(stage->emma->shop->db, sql, DB_NO_VALUES);
}

static void due__shows_all_in_sections(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = open_due(24, 80);
    harness_golden(stage->harness, "due");
    harness_resize(stage->harness, 40, 120);
    harness_golden(stage->harness, "due-wide");
    harness_resize(stage->harness, 20, 40);
    harness_golden(stage->harness, "due-small");
}

static void due__looks_a_month_ahead__with_tab(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = open_due(40, 80);
    assert_false(harness_shows(stage->harness, "in drei Wochen"));
    harness_press(stage->harness, "Tab");
    harness_expect(stage->harness, "in drei Wochen");
    harness_expect(stage->harness, "Due within a month");
    harness_press(stage->harness, "Tab");
    assert_false(harness_shows(stage->harness, "in drei Wochen"));
    harness_resize(stage->harness, 40, 160);
    harness_expect(stage->harness, "Tab A month");
    harness_press(stage->harness, "Tab");
    harness_expect(stage->harness, "Tab A week");
}

static void due__does_and_skips__and_takes_it_back(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = open_due(40, 80);
    select_row(stage, "Kasse zählen");
    harness_press(stage->harness, "Space");
    harness_expect(stage->harness, "Done: Kasse zählen. Ctrl-Z takes it back.");
    assert_int_equal(count(stage, "SELECT COUNT(*) FROM reminder WHERE state = 'done'"), 1);
    harness_press(stage->harness, "Ctrl-Z");
    assert_int_equal(count(stage, "SELECT COUNT(*) FROM reminder WHERE state = 'done'"), 0);
    select_row(stage, "Schaufenster");
    harness_press(stage->harness, "k");
    harness_expect(stage->harness, "Skipped: Schaufenster putzen. Ctrl-Z takes it back.");
    assert_int_equal(count(stage, "SELECT COUNT(*) FROM reminder WHERE state = 'skipped'"), 1);
    select_row(stage, "Siebert");
    harness_press(stage->harness, "Space");
    harness_expect(stage->harness, "Done: Siebert, call: wie es war. Ctrl-Z takes it back.");
    assert_int_equal(count(stage, "SELECT COUNT(*) FROM interaction WHERE day = '2026-11-21'"), 1);
}

/* The cursor stands in a row with TEXT. */
static void assert_selected(Stage *stage, const char *text)
{
    int row = 0, col = 0;
    assert_true(harness_cursor(stage->harness, &row, &col));
    g_autofree char *line = harness_line(stage->harness, row);
    assert_non_null(strstr(line, text));
}

static void due__takes_a_tick_back__with_the_same_key(void **state)
{
    (void)state;
    static const char done[] = "SELECT COUNT(*) FROM reminder WHERE state = 'done'";
    g_autoptr(Stage) stage = open_due(40, 80);
    select_row(stage, "Schaufenster");
    harness_press(stage->harness, "Space");
    assert_int_equal(count(stage, done), 1);
    harness_expect(stage->harness, "Space Take back  n New");
    harness_press(stage->harness, "Space");
    assert_int_equal(count(stage, done), 0);
    assert_selected(stage, "Schaufenster");
    /* With Down between them the next one is ticked, too. */
    harness_press(stage->harness, "Space Down Space");
    assert_int_equal(
        count(stage, done) + count(stage, "SELECT COUNT(*) FROM promise WHERE state = 'kept'"), 2);
    harness_press(stage->harness, "Ctrl-Z Ctrl-Z");
    assert_int_equal(count(stage, done), 0);
    select_row(stage, "Kasse zählen");
    harness_press(stage->harness, "k Up Ctrl-Z");
    assert_selected(stage, "Kasse zählen");
}

static void due__puts_off_and_moves(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = open_due(40, 120);
    select_row(stage, "wegen der Brote");
    harness_press(stage->harness, "z");
    assert_string_equal(stage_top(stage), "putoff");
    harness_press(stage->harness, "Down Enter");
    assert_string_equal(stage_top(stage), "due");
    assert_int_equal(count(stage, "SELECT COUNT(*) FROM reminder WHERE day > due_day"), 1);
    harness_expect(stage->harness, "put off from today");
    select_row(stage, "Kasse zählen");
    harness_press(stage->harness, "m");
    assert_string_equal(stage_top(stage), "putoff");
    harness_type(stage->harness, "+3");
    harness_press(stage->harness, "Enter");
    assert_int_equal(
        count(stage,
              "SELECT COUNT(*) FROM reminder WHERE due_day = '2026-11-24' AND day = due_day"),
        2);
}

static void due__opens_cards_reminders_and_numbers(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = open_due(40, 80);
    select_row(stage, "wegen der Brote");
    harness_press(stage->harness, "d");
    assert_string_equal(stage_top(stage), "dial");
    harness_press(stage->harness, "Esc");
    harness_press(stage->harness, "e");
    assert_string_equal(stage_top(stage), "reminder");
    harness_press(stage->harness, "Esc");
    harness_press(stage->harness, "Enter");
    assert_string_equal(stage_top(stage), "card");
    harness_press(stage->harness, "Esc");
    select_row(stage, "Kasse zählen");
    harness_press(stage->harness, "Enter");
    assert_string_equal(stage_top(stage), "reminder");
    harness_press(stage->harness, "Esc");
    harness_press(stage->harness, "n");
    assert_string_equal(stage_top(stage), "reminder");
}

static void due__shows_what_one_person_has_to_do(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = open_due(40, 80);
    gint64 other = people_add_clerk(stage->emma->shop->db, "Zoe");
    todoshop_reminder(stage->emma->shop->db, 0, "2026-11-21", RECORD_NONE, other, "nur Zoe");
    harness_press(stage->harness, "Tab Tab");
    harness_expect(stage->harness, "nur Zoe");
    harness_expect(stage->harness, "Muster bereitlegen");
    harness_press(stage->harness, "f");
    harness_golden(stage->harness, "due-filter");
    harness_press(stage->harness, "Down Down Enter");
    harness_expect(stage->harness, "· Zoe, and what is nobody's");
    harness_expect(stage->harness, "nur Zoe");
    harness_expect(stage->harness, "Kasse zählen");
    assert_false(harness_shows(stage->harness, "Muster bereitlegen"));
}

static void due__says_what_to_do__where_nothing_is(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new_empty(24, 80);
    desk_open(desk, &screen_due, NULL);
    harness_expect(desk->harness, "Nothing is due.");
}

/* ---- home ---- */

static void home__has_reminders_and_contacts__in_their_order(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_due(40, 80);
    harness_golden(stage->harness, "home-due");
    select_row(stage, "wegen der Brote");
    harness_press(stage->harness, "Alt-z");
    assert_string_equal(stage_top(stage), "putoff");
    harness_press(stage->harness, "Esc Alt-i");
    assert_string_equal(stage_top(stage), "dial");
    harness_press(stage->harness, "Esc");
    select_row(stage, "Siebert");
    harness_press(stage->harness, "Space");
    assert_false(harness_shows(stage->harness, "KEEP IN TOUCH"));
    harness_press(stage->harness, "Alt-j");
    assert_string_equal(stage_top(stage), "reminder");
}

/* ---- the number ---- */

static void add_number(const Desk *desk, gint64 customer, const char *label, const char *value)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(desk->emma->shop->db);
    Contact *contact = record_new(&contact_type);
    contact->customer_id = customer;
    record_set_text(&contact->kind, "phone");
    record_set_text(&contact->label, label);
    record_set_text(&contact->value, value);
    record_set_text(&contact->key, value);
    expect_done(record_insert(deed, contact, &error), error);
    record_free(contact);
    people_commit(deed);
}

static void dial__shows_a_number_large__and_the_others_below(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const DialArg arg = {emma_customer(desk->emma, "1001")};
    add_number(desk, arg.customer_id, "work", "+49 421/2345-678 (90)");
    desk_open(desk, &screen_dial, &arg);
    harness_golden(desk->harness, "dial");
    harness_press(desk->harness, "Down");
    harness_golden(desk->harness, "dial-other");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "dial-small");
    harness_press(desk->harness, "k");
    assert_string_equal(desk_top(desk), "interaction");
    harness_press(desk->harness, "Esc");
    harness_press(desk->harness, "F12");
    assert_false(harness_shows(desk->harness, "█"));
    assert_false(harness_shows(desk->harness, "2345"));
}

static void dial__warns_of_an_open_complaint(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_due(24, 80);
    harness_type(stage->harness, "wag");
    harness_press(stage->harness, "Alt-i");
    assert_string_equal(stage_top(stage), "dial");
    harness_golden(stage->harness, "dial-complaint");
}

static void dial__says_that_no_number_is_known(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const DialArg arg = {todoshop_customer(desk->emma->shop->db, "Stumm")};
    desk_open(desk, &screen_dial, &arg);
    harness_expect(desk->harness, "No telephone number is known.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(due__shows_all_in_sections),
        cmocka_unit_test(due__looks_a_month_ahead__with_tab),
        cmocka_unit_test(due__does_and_skips__and_takes_it_back),
        cmocka_unit_test(due__takes_a_tick_back__with_the_same_key),
        cmocka_unit_test(due__puts_off_and_moves),
        cmocka_unit_test(due__opens_cards_reminders_and_numbers),
        cmocka_unit_test(due__shows_what_one_person_has_to_do),
        cmocka_unit_test(due__says_what_to_do__where_nothing_is),
        cmocka_unit_test(home__has_reminders_and_contacts__in_their_order),
        cmocka_unit_test(dial__shows_a_number_large__and_the_others_below),
        cmocka_unit_test(dial__warns_of_an_open_complaint),
        cmocka_unit_test(dial__says_that_no_number_is_known),
    };
    return cmocka_run_group_tests_name("due", tests, NULL, NULL);
}
