/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pre-orders: noting one, one as last year, and the list of what waits. */
#include "tests/data/people.h"
#include "tests/tui/desk.h"

#include "data/diary/preorder.h"
#include "tui/screens/card.h"
#include "tui/screens/home.h"
#include "tui/screens/preorder.h"
#include "tui/screens/preorders.h"

static void add(const Desk *desk, const char *number, const char *day, const char *words)
{
    g_autoptr(GError) error = NULL;
    Preorder *preorder = record_new(&preorder_type);
    preorder->customer_id = emma_customer(desk->emma, number);
    preorder->minute = 870;
    preorder->amount = 4500;
    record_set_text(&preorder->day, day);
    record_set_text(&preorder->words, words);
    record_set_text(&preorder->occasion, "Weihnachten");
    Deed *deed = people_begin(desk->emma->shop->db);
    expect_done(preorder_save(deed, preorder, &error), error);
    people_commit(deed);
    record_free(preorder);
}

/* The one that was stored last. */
static Preorder *last(const Desk *desk)
{
    g_autoptr(GError) error = NULL;
    Db *db = desk->emma->shop->db;
    gint64 id = people_number(db, "SELECT MAX(id) FROM preorder", DB_NO_VALUES);
    Preorder *preorder = record_load(db, &preorder_type, id, &error);
    expect_done(preorder != NULL, error);
    return preorder;
}

static gint64 count(const Desk *desk, const char *sql)
{
    return people_number(desk->emma->shop->db, sql, DB_NO_VALUES);
}

static void open_card(Desk *desk, const char *number)
{
    const CardArg arg = {emma_customer(desk->emma, number)};
    desk_open(desk, &screen_card, &arg);
}

static void preorder__is_noted_from_the_card(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_card(desk, "1003");
    harness_press(desk->harness, "b");
    assert_string_equal(desk_top(desk), "preorder");
    harness_type(desk->harness, "Torte für 12, Erdbeer");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "freitag");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "14 uhr");
    harness_golden(desk->harness, "preorder-new");
    harness_press(desk->harness, "F4");
    assert_string_equal(desk_top(desk), "card");
    Preorder *stored = last(desk);
    assert_string_equal(stored->day, "2026-11-27");
    assert_int_equal(stored->minute, 840);
    assert_true(stored->amount == RECORD_NONE);
    assert_string_equal(stored->state, "open");
    record_free(stored);
    /* Now something waits: the key shows it, and offers another. */
    harness_press(desk->harness, "b");
    assert_string_equal(desk_top(desk), "preorders");
    harness_press(desk->harness, "n");
    assert_string_equal(desk_top(desk), "preorder");
    harness_press(desk->harness, "Esc Esc Ctrl-Z");
    assert_int_equal(count(desk, "SELECT COUNT(*) FROM preorder"), 0);
}

static void preorder__needs_words_and_a_day(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_card(desk, "1003");
    harness_press(desk->harness, "b F4");
    harness_expect(desk->harness, "Please say what is ordered.");
    harness_type(desk->harness, "Torte");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Please say for which day.");
    harness_type(desk->harness, "irgendwann");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Not a day.");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "+3");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "mittags");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Not a time of day.");
    assert_int_equal(count(desk, "SELECT COUNT(*) FROM preorder"), 0);
    harness_press(desk->harness, "Ctrl-U F4");
    assert_int_equal(count(desk, "SELECT COUNT(*) FROM preorder"), 1);
}

static void preorder__as_last_year__takes_a_digit_and_a_day(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    add(desk, "1001", "2025-12-24", "Torte für 12, Stern");
    add(desk, "1001", "2025-11-01", "Kranz");
    gint64 old = count(desk, "SELECT MIN(id) FROM preorder");
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(desk->emma->shop->db);
    expect_done(preorder_move(deed, old, "fetched", (Day){2025, 12, 24}, RECORD_NONE, 0, &error),
                error);
    people_commit(deed);
    const PreorderArg arg = {.customer_id = emma_customer(desk->emma, "1001")};
    desk_open(desk, &screen_preorder, &arg);
    harness_golden(desk->harness, "preorder-again");
    harness_press(desk->harness, "1");
    harness_expect(desk->harness, "24 December 2026");
    harness_type(desk->harness, "23.12.");
    harness_press(desk->harness, "F4");
    Preorder *stored = last(desk);
    assert_string_equal(stored->words, "Torte für 12, Stern");
    assert_string_equal(stored->occasion, "Weihnachten");
    assert_string_equal(stored->day, "2026-12-23");
    assert_string_equal(stored->state, "open");
    assert_int_equal(stored->amount, 4500);
    assert_int_equal(stored->minute, 870);
    record_free(stored);
}

static void the_list__brings_them_on_their_way__and_back(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    add(desk, "1001", "2026-11-20", "Torte für 12, Erdbeer, kein Marzipan");
    add(desk, "1010", "2026-11-21", "Kranz");
    add(desk, "1003", "2026-11-27", "Zwei Dinkelbrote, geschnitten");
    desk_open(desk, &screen_preorders, NULL);
    harness_press(desk->harness, "Down r Down");
    harness_golden(desk->harness, "preorders");
    harness_resize(desk->harness, 20, 60);
    harness_golden(desk->harness, "preorders-60");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "preorders-small");
    harness_resize(desk->harness, 24, 80);
    harness_press(desk->harness, "Home f");
    harness_expect(desk->harness, "Fetched, and noted as a visit.");
    assert_int_equal(count(desk, "SELECT COUNT(*) FROM visit"), 1);
    assert_false(harness_shows(desk->harness, "Erdbeer"));
    harness_press(desk->harness, "Ctrl-Z");
    harness_expect(desk->harness, "Erdbeer");
    assert_int_equal(count(desk, "SELECT COUNT(*) FROM visit"), 0);
    harness_press(desk->harness, "End Delete");
    harness_expect(desk->harness, "Cancelled. Ctrl-Z takes it back.");
    assert_int_equal(count(desk, "SELECT COUNT(*) FROM preorder WHERE state = 'cancelled'"), 1);
    harness_press(desk->harness, "Home Down r");
    assert_int_equal(count(desk, "SELECT COUNT(*) FROM preorder WHERE state = 'ready'"), 0);
    harness_press(desk->harness, "Home e");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "Torte für 20");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Torte für 20");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "card");
}

static void the_list__says_what_to_do__when_nothing_waits(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    harness_open(desk->harness, &screen_home, NULL);
    harness_press(desk->harness, "Alt-b");
    assert_string_equal(desk_top(desk), "preorders");
    harness_golden(desk->harness, "preorders-empty");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(preorder__is_noted_from_the_card),
        cmocka_unit_test(preorder__needs_words_and_a_day),
        cmocka_unit_test(preorder__as_last_year__takes_a_digit_and_a_day),
        cmocka_unit_test(the_list__brings_them_on_their_way__and_back),
        cmocka_unit_test(the_list__says_what_to_do__when_nothing_waits),
    };
    return cmocka_run_group_tests_name("preorder screen", tests, NULL, NULL);
}
