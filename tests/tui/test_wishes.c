/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of wishes, and who asked for one. */
#include "tests/data/people.h"
#include "tests/tui/desk.h"
#include "tests/tui/harness.h"

#include "data/diary/feedback.h"
#include "data/diary/wish.h"
#include "tui/screens/card.h"
#include "tui/screens/home.h"
#include "tui/screens/wishes.h"

#include <string.h>

/* The customer with NUMBER (NULL: somebody) wishes for WORDS, the wish of WISH_ID or a new one.
 * Returns its id. */
static gint64 ask(const Desk *desk, const char *number, const char *words, gint64 wish_id,
                  const char *day)
{
    g_autoptr(GError) error = NULL;
    FeedbackOrder order = feedback_order(day);
    gint64 id = 0;
    order.customer_id = number != NULL ? emma_customer(desk->emma, number) : 0;
    order.kind = "wish";
    order.words = words;
    order.wish_id = wish_id;
    Deed *deed = people_begin(desk->emma->shop->db);
    expect_done(feedback_add(deed, &order, &id, &error), error);
    people_commit(deed);
    return people_number(desk->emma->shop->db, "SELECT wish_id FROM feedback WHERE id = $1",
                         DB_VALUES(db_int(id)));
}

/* Three wishes, one of which three people have, opened in a window of ROWS by COLS. */
static Desk *open_list(int rows, int cols)
{
    Desk *desk = desk_new(rows, cols);
    gint64 cake = ask(desk, "1001", "Mohnkuchen am Wochenende", 0, "2026-11-01");
    ask(desk, "1003", "wieder Mohnkuchen", cake, "2026-11-12");
    ask(desk, NULL, "Mohnkuchen", cake, "2026-11-14");
    ask(desk, "1010", "Hafermilch zum Kaffee", 0, "2026-11-15");
    ask(desk, "1006", "Stühle draußen", 0, "2025-11-15");
    desk_open(desk, &screen_wishes, NULL);
    return desk;
}

static void wishes__stand_in_order__and_change_their_state(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = open_list(24, 80);
    harness_golden(desk->harness, "wishes");
    harness_press(desk->harness, "s Down Down Enter");
    harness_expect(desk->harness, "It came true.");
    harness_press(desk->harness, "Up s Down Enter");
    harness_golden(desk->harness, "wishes-states");
    harness_press(desk->harness, "Ctrl-Z");
    harness_expect(desk->harness, "Taken back: changing the state of a wish.");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "wishes-small");
}

static void wish__shows_who_asked__and_ticks_who_was_told(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = open_list(24, 80);
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "wish");
    harness_golden(desk->harness, "wish");
    /* There is nothing to tell yet. */
    harness_press(desk->harness, "Space");
    assert_string_equal(desk_top(desk), "wish");
    harness_press(desk->harness, "s Down Down Enter Home Space");
    harness_expect(desk->harness, "Told: Ott, Kurt. Ctrl-Z takes it back.");
    harness_golden(desk->harness, "wish-told");
    harness_press(desk->harness, "Space");
    harness_expect(desk->harness, "Not told yet: Ott, Kurt.");
    harness_press(desk->harness, "Ctrl-Z Ctrl-Z");
    harness_expect(desk->harness, "☐");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "wish-small");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "card");
}

static void wish__leads_back_to_the_box__from_a_card(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    ask(desk, "1001", "Mohnkuchen", 0, "2026-11-01");
    desk_open(desk, &screen_home, NULL);
    harness_press(desk->harness, "Alt-w Enter Enter");
    assert_string_equal(desk_top(desk), "card");
    harness_type(desk->harness, "1003");
    assert_string_equal(desk_top(desk), "home");
    harness_expect(desk->harness, "Ott, Kurt");
}

static void wish__stands_on_the_card__until_they_were_told(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 cake = ask(desk, "1003", "Mohnkuchen", 0, "2026-11-01");
    Deed *deed = people_begin(desk->emma->shop->db);
    expect_done(wish_set_state(deed, cake, "fulfilled", "2026-11-20", &error), error);
    people_commit(deed);
    const CardArg arg = {emma_customer(desk->emma, "1003")};
    desk_open(desk, &screen_card, &arg);
    harness_expect(desk->harness, "“Mohnkuchen” came true.");
    harness_press(desk->harness, "Down");
    for (int i = 0; i < 5 && strcmp(desk_top(desk), "wish") != 0; i++) {
        harness_press(desk->harness, "Enter");
        harness_press(desk->harness, strcmp(desk_top(desk), "wish") == 0 ? "Space" : "Esc Down");
    }
    harness_expect(desk->harness, "Told: Ott, Kurt.");
    harness_press(desk->harness, "Esc");
    assert_string_equal(desk_top(desk), "card");
    assert_false(harness_shows(desk->harness, "came true."));
}

static void card__names_an_ambassador__who_brought_somebody(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Desk) desk = desk_new(24, 80);
    FeedbackOrder order = feedback_order("2026-11-01");
    order.customer_id = emma_customer(desk->emma, "1003");
    order.kind = "referral";
    order.words = "brachte die Schwester mit";
    Deed *deed = people_begin(desk->emma->shop->db);
    expect_done(feedback_add(deed, &order, NULL, &error), error);
    people_commit(deed);
    const CardArg arg = {order.customer_id};
    desk_open(desk, &screen_card, &arg);
    harness_expect(desk->harness, "Ambassador");
    harness_expect(desk->harness, "brought 1 person");
}

static void wishes__are_reworded_and_joined(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = open_list(24, 80);
    Db *db = desk->emma->shop->db;
    harness_press(desk->harness, "e");
    harness_type(desk->harness, "!");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Mohnkuchen am Wochenende!");
    harness_press(desk->harness, "j Enter");
    harness_expect(desk->harness, "Both are one wish now.");
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM wish", DB_NO_VALUES), 2);
    /* Several customers asked: the program asks, too. */
    harness_press(desk->harness, "Ctrl-Z Enter");
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM wish", DB_NO_VALUES), 3);
}

static void wishes__say_how_they_come_here__when_there_are_none(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new_empty(24, 80);
    desk_open(desk, &screen_wishes, NULL);
    harness_expect(desk->harness, "There are no wishes yet.");
    harness_press(desk->harness, "Enter s e j");
    assert_string_equal(desk_top(desk), "wishes");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wishes__stand_in_order__and_change_their_state),
        cmocka_unit_test(wish__shows_who_asked__and_ticks_who_was_told),
        cmocka_unit_test(wish__leads_back_to_the_box__from_a_card),
        cmocka_unit_test(wish__stands_on_the_card__until_they_were_told),
        cmocka_unit_test(card__names_an_ambassador__who_brought_somebody),
        cmocka_unit_test(wishes__are_reworded_and_joined),
        cmocka_unit_test(wishes__say_how_they_come_here__when_there_are_none),
    };
    return cmocka_run_group_tests_name("wishes", tests, NULL, NULL);
}
