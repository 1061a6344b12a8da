/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All customers: the list in windows of all sizes, jumping to a name, what stays where it was, and
 * a list longer than what is loaded. */
#include "tests/data/crowd.h"
#include "tests/tui/desk.h"

#include "tui/screens/customers.h"
#include "tui/screens/customerslist.h"

#include <string.h>

enum { CROWD = 700 };

static void customers__lists_all_by_name(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_customers, NULL);
    harness_golden(desk->harness, "customers");
    harness_resize(desk->harness, 20, 60);
    harness_golden(desk->harness, "customers-60");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "customers-small");
    harness_resize(desk->harness, 30, 120);
    harness_press(desk->harness, "End Up Up");
    harness_golden(desk->harness, "customers-wide");
}

static void customers__says_so__when_there_is_nobody(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new_empty(24, 80);
    desk_open(desk, &screen_customers, NULL);
    harness_expect(desk->harness, "There are no customers yet.");
    harness_press(desk->harness, "Down End Enter");
    harness_type(desk->harness, "m");
    assert_string_equal(desk_top(desk), "customers");
}

/* The row of the screen on which the cursor is. */
static char *cursor_line(Desk *desk)
{
    int row = 0, col = 0;
    assert_true(harness_cursor(desk->harness, &row, &col));
    return harness_line(desk->harness, row);
}

static void expect_at(Desk *desk, const char *name)
{
    g_autofree char *line = cursor_line(desk);
    if (strstr(line, name) == NULL) {
        g_autofree char *text = harness_text(desk->harness);
        fail_msg("the cursor is on \"%s\" and not on \"%s\":\n%s", line, name, text);
    }
}

static void customers__jumps__to_what_is_typed(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_customers, NULL);
    harness_type(desk->harness, "mü");
    harness_expect(desk->harness, "› mü");
    harness_expect(desk->harness, "6 of 13");
    harness_type(desk->harness, "ller, j");
    harness_expect(desk->harness, "8 of 13");
    harness_type(desk->harness, "xx");
    harness_expect(desk->harness, "no name begins so");
    /* An arrow ends the typing. */
    harness_press(desk->harness, "Up");
    expect_at(desk, "Müller, Jürgen");
    harness_press(desk->harness, "Up");
    expect_at(desk, "Müller, Anna");
    harness_expect(desk->harness, "letters jump to a name  7 of 13");
    harness_type(desk->harness, "b");
    harness_press(desk->harness, "Esc");
    assert_string_equal(desk_top(desk), "customers");
    harness_press(desk->harness, "Esc");
    assert_string_equal(desk_top(desk), "opener");
}

static void customers__opens_a_card__and_keeps_the_place(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_customers, NULL);
    harness_type_fast(desk->harness, "wag");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "card");
    harness_expect(desk->harness, "‹ Wagner, Hilde");
    harness_press(desk->harness, "Esc");
    assert_string_equal(desk_top(desk), "customers");
    harness_expect(desk->harness, "11 of 13");
    harness_press(desk->harness, "Down");
    expect_at(desk, "1010");
}

static void customers__begins_a_new_search__with_a_digit(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_customers, NULL);
    harness_press(desk->harness, "4");
    assert_string_equal(desk_top(desk), "opener");
    assert_string_equal(desk->opener->text, "4");
}

/* Emma's shop with many more customers. */
static Desk *crowded(int rows, int cols)
{
    Desk *desk = desk_new(rows, cols);
    crowd_add(desk->emma->shop->db, 11, CROWD);
    return desk;
}

/* The selected row is what the order of the shop says, and no row is missing around it. */
static void expect_place(Desk *desk, Screen *screen, gint64 place)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Roster) one =
        roster_load(desk->emma->shop->db, &desk->emma->shop->tally, 0, place, 1, &error);
    expect_done(one != NULL && one->entries->len == 1, error);
    const RosterEntry *wanted = g_ptr_array_index(one->entries, 0);
    const RosterEntry *entry = customers_entry(screen->model, place);
    assert_non_null(entry);
    assert_int_equal(entry->customer_id, wanted->customer_id);
    expect_at(desk, wanted->number);
    g_autofree char *text = harness_text(desk->harness);
    assert_false(g_regex_match_simple("^ [0-9,]+ …$", text, G_REGEX_MULTILINE, 0));
}

static void customers__scrolls__beyond_what_is_loaded(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = crowded(24, 80);
    Screen *screen = desk_open(desk, &screen_customers, NULL);
    gint64 last = CROWD + 13 - 1, place = 0;
    harness_press(desk->harness, "PgDn");
    expect_place(desk, screen, place = 17);
    for (int i = 0; i < 9; i++) {
        harness_press(desk->harness, "PgDn PgDn PgDn");
        expect_place(desk, screen, place += 3 * 17);
    }
    harness_press(desk->harness, "End");
    expect_place(desk, screen, last);
    harness_press(desk->harness, "PgUp Up Up");
    expect_place(desk, screen, last - 17 - 2);
    harness_wheel(desk->harness, 8, 10, 3);
    expect_place(desk, screen, last - 17 + 1);
    harness_press(desk->harness, "Home");
    expect_place(desk, screen, 0);
}

/* As long as a load is on its way, rows that are not there show their place, never another row. */
static void customers__shows_places__until_the_rows_come(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = crowded(24, 80);
    Screen *screen = desk_open(desk, &screen_customers, NULL);
    const Event end = {.kind = EVENT_KEY, .key = K_END};
    app_feed(harness_app(desk->harness), &end);
    harness_expect(desk->harness, " 713 …");
    harness_expect(desk->harness, "713 of 713");
    harness_settle(desk->harness);
    expect_place(desk, screen, CROWD + 13 - 1);
}

static void customers__stays_on_the_same_one__when_others_change(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = crowded(24, 80);
    desk_open(desk, &screen_customers, NULL);
    harness_type(desk->harness, "wagner, hilde");
    harness_press(desk->harness, "Down Up");
    expect_at(desk, "1001");
    /* More than a window of others before her. */
    crowd_add(desk->emma->shop->db, 12, CROWD);
    app_refresh(harness_app(desk->harness));
    harness_settle(desk->harness);
    expect_at(desk, "1001");
    harness_expect(desk->harness, "of 1,413");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(customers__lists_all_by_name),
        cmocka_unit_test(customers__says_so__when_there_is_nobody),
        cmocka_unit_test(customers__jumps__to_what_is_typed),
        cmocka_unit_test(customers__opens_a_card__and_keeps_the_place),
        cmocka_unit_test(customers__begins_a_new_search__with_a_digit),
        cmocka_unit_test(customers__scrolls__beyond_what_is_loaded),
        cmocka_unit_test(customers__shows_places__until_the_rows_come),
        cmocka_unit_test(customers__stays_on_the_same_one__when_others_change),
    };
    return cmocka_run_group_tests_name("customers", tests, NULL, NULL);
}
