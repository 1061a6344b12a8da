/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody changes at one counter shows at the other by itself, and nothing that is typed,
 * selected or open there moves. On a file and on a server. */
#include "tests/tui/counters.h"

#include "data/agenda/reminder.h"
#include "data/customer/fact.h"
#include "tests/data/crowd.h"
#include "tests/data/people.h"
#include "tui/screens/card.h"
#include "tui/screens/customers.h"
#include "tui/screens/due.h"
#include "tui/screens/edit.h"

#include <string.h>

/* The line with the cursor. Free with g_free. */
static char *cursor_line(const Window *window)
{
    int row = 0, col = 0;
    assert_true(harness_cursor(window->harness, &row, &col));
    return harness_line(window->harness, row);
}

static void expect_cursor_on(const Window *window, const char *text)
{
    g_autofree char *line = cursor_line(window);
    if (strstr(line, text) == NULL) {
        g_autofree char *screen = harness_text(window->harness);
        fail_msg("the cursor is on \"%s\" and not on \"%s\":\n%s", line, text, screen);
    }
}

/* Somebody else notes WORDS about the customer with NUMBER. */
static void add_fact(const Counters *counters, const char *number, const char *words)
{
    g_autoptr(GError) error = NULL;
    Db *db = counters->fixture->db;
    Fact *fact = record_new(&fact_type);
    fact->customer_id = counters_customer(counters, number);
    fact->kind_id =
        people_number(db, "SELECT id FROM fact_kind WHERE code = 'likes'", DB_NO_VALUES);
    record_set_text(&fact->words, words);
    Deed *deed = people_begin(db);
    expect_done(record_insert(deed, fact, &error), error);
    people_commit(deed);
    record_free(fact);
}

static void home__shows_what_another_counter_stores(void **state)
{
    g_autoptr(Counters) counters = counters_new(*state);
    *state = NULL;
    g_autoptr(Window) window = counters_open(counters);
    harness_expect(window->harness, "Wagner");
    counters_rename(counters, "1001", "Wagenbach");
    gint64 took = window_wait_for(window, "Wagenbach");
    print_message("shown after %d ms\n", (int)took);
}

static void home__keeps_the_selection_and_the_words__when_others_store(void **state)
{
    g_autoptr(Counters) counters = counters_new(*state);
    *state = NULL;
    g_autoptr(Window) window = counters_open(counters);
    harness_type(window->harness, "mül");
    harness_press(window->harness, "Down");
    expect_cursor_on(window, "Jürgen");
    counters_rename(counters, "1006", "Mülltonn");
    window_wait_for(window, "Mülltonn");
    expect_cursor_on(window, "Jürgen");
    harness_expect(window->harness, "› mül");
    /* What is typed meanwhile is there, whatever comes. */
    harness_type_fast(window->harness, "l");
    counters_rename(counters, "0311", "Müllhaupt");
    window_wait_for(window, "Müllhaupt");
    harness_expect(window->harness, "› müll");
}

static void card__shows_what_another_counter_stores(void **state)
{
    g_autoptr(Counters) counters = counters_new(*state);
    *state = NULL;
    g_autoptr(Window) window = counters_open(counters);
    gint64 id = counters_customer(counters, "1001");
    harness_open(window->harness, &screen_card, &id);
    harness_expect(window->harness, "Wagner");
    harness_press(window->harness, "Down Down");
    g_autofree char *before = cursor_line(window);
    add_fact(counters, "1001", "Zitronenrolle");
    window_wait_for(window, "Zitronenrolle");
    expect_cursor_on(window, before);
}

static void customers__keeps_its_place__when_others_store(void **state)
{
    g_autoptr(Counters) counters = counters_new(*state);
    *state = NULL;
    crowd_add(counters->fixture->db, 7, 200);
    g_autoptr(Window) window = counters_open(counters);
    harness_open(window->harness, &screen_customers, NULL);
    harness_press(window->harness, "PgDn PgDn PgDn Down Down");
    g_autofree char *before = cursor_line(window);
    int row = 0, col = 0, row_after = 0;
    assert_true(harness_cursor(window->harness, &row, &col));
    people_add(counters->fixture->db, &(Person){.family = "Aaland", .given = "Ada"});
    window_wait_for(window, "of 214");
    expect_cursor_on(window, before);
    assert_true(harness_cursor(window->harness, &row_after, &col));
    assert_int_equal(row_after, row);
}

static void due__shows_what_another_counter_stores(void **state)
{
    g_autoptr(Counters) counters = counters_new(*state);
    *state = NULL;
    g_autoptr(Window) window = counters_open(counters);
    harness_open(window->harness, &screen_due, NULL);
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(counters->fixture->db);
    Reminder *reminder = record_new(&reminder_type);
    record_set_text(&reminder->words, "Mehl bestellen");
    const Moment due = {.day = {.year = 2026, .month = 11, .day = 21}, .minute = 16 * 60};
    const Series once = {.unit = SERIES_ONCE, .first = due.day};
    reminder_set_due(reminder, due, &once);
    expect_done(reminder_save(deed, reminder, &error), error);
    record_free(reminder);
    people_commit(deed);
    window_wait_for(window, "Mehl bestellen");
}

static void form__keeps_what_is_typed__when_others_store(void **state)
{
    g_autoptr(Counters) counters = counters_new(*state);
    *state = NULL;
    g_autoptr(Window) window = counters_open(counters);
    const EditArg arg = {.customer_id = counters_customer(counters, "1003"), .field = "street"};
    harness_open(window->harness, &screen_edit, &arg);
    harness_type(window->harness, "Lange Gasse");
    int row = 0, col = 0, row_after = 0, col_after = 0;
    assert_true(harness_cursor(window->harness, &row, &col));
    unsigned stored = app_stored(harness_app(window->harness));
    counters_rename(counters, "1004", "Ottmann");
    /* The form shows nothing of it: what is below does, after it. */
    for (int i = 0; i < 5; i++) {
        harness_type(window->harness, " 7");
        harness_press(window->harness, "Backspace Backspace");
    }
    harness_expect(window->harness, "Lange Gasse");
    assert_true(harness_cursor(window->harness, &row_after, &col_after));
    assert_int_equal(row_after, row);
    assert_int_equal(col_after, col);
    assert_int_equal(app_stored(harness_app(window->harness)), stored);
    /* A question over it stays as well. */
    harness_press(window->harness, "Esc");
    harness_expect(window->harness, "Throw it away?");
    counters_rename(counters, "1004", "Ottinger");
    harness_settle(window->harness);
    harness_expect(window->harness, "Throw it away?");
    harness_press(window->harness, "Esc");
    harness_expect(window->harness, "Lange Gasse");
    harness_press(window->harness, "Esc Enter");
    harness_type(window->harness, "ott");
    window_wait_for(window, "Ottinger");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(home__shows_what_another_counter_stores),
        cmocka_unit_test(home__keeps_the_selection_and_the_words__when_others_store),
        cmocka_unit_test(card__shows_what_another_counter_stores),
        cmocka_unit_test(customers__keeps_its_place__when_others_store),
        cmocka_unit_test(due__shows_what_another_counter_stores),
        cmocka_unit_test(form__keeps_what_is_typed__when_others_store),
    };
    return fixture_for_each_engine("live", tests, G_N_ELEMENTS(tests));
}
