/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar, the year list, and how somebody was greeted. */
#include "tests/tui/desk.h"

#include "data/agenda/due.h"
#include "data/agenda/greeting.h"
#include "data/agenda/occasion.h"
#include "tests/data/people.h"
#include "tui/screens/calendar.h"
#include "tui/screens/card.h"
#include "tui/screens/greeting.h"
#include "tui/screens/home.h"
#include "tui/screens/yearlist.h"

#include <string.h>
#include <unistd.h>

/* The greeting that was noted last; NULL when there is none. */
static Greeting *last_greeting(const Desk *desk)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) all =
        record_list(desk->emma->shop->db, &greeting_type, "ORDER BY id DESC", DB_NO_VALUES, &error);
    expect_done(all != NULL, error);
    return all->len > 0 ? record_copy(g_ptr_array_index(all, 0)) : NULL;
}

/* A name day of Hilde's in October of which the day is not known, and one on 29 February. */
static void add_days(const Desk *desk)
{
    static const Day days[] = {{0, 10, 0}, {1990, 2, 29}};
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(desk->emma->shop->db);
    for (gsize i = 0; i < G_N_ELEMENTS(days); i++) {
        Occasion *occasion = record_new(&occasion_type);
        occasion->customer_id = emma_customer(desk->emma, "1001");
        record_set_text(&occasion->kind, "name_day");
        occasion_set_day(occasion, days[i]);
        expect_done(record_insert(deed, occasion, &error), error);
        record_free(occasion);
    }
    people_commit(deed);
}

static void calendar__shows_a_month__and_the_selected_day(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_calendar, NULL);
    harness_golden(desk->harness, "calendar");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "calendar-small");
    harness_resize(desk->harness, 20, 60);
    harness_golden(desk->harness, "calendar-narrow");
    harness_resize(desk->harness, 40, 130);
    harness_golden(desk->harness, "calendar-wide");
}

static void calendar__moves_by_days_weeks_and_months(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_calendar, NULL);
    harness_expect(desk->harness, "Sat 21 Nov");
    harness_press(desk->harness, "Right Down");
    harness_expect(desk->harness, "Sun 29 Nov");
    harness_press(desk->harness, "Down");
    harness_expect(desk->harness, "December 2026");
    harness_expect(desk->harness, "Sun 6 Dec");
    harness_press(desk->harness, "Left Up t");
    harness_expect(desk->harness, "November 2026");
    harness_expect(desk->harness, "Sat 21 Nov");
    /* The last day of a month stays inside the shorter one. */
    const Day last = {2027, 1, 31};
    desk_open(desk, &screen_calendar, &last);
    harness_press(desk->harness, "PgDn");
    harness_expect(desk->harness, "Sun 28 Feb");
    harness_press(desk->harness, "PgUp PgUp");
    harness_expect(desk->harness, "December 2026");
}

static void calendar__of_some_month__tells_what_has_no_day(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const Day october = {2026, 10, 5};
    add_days(desk);
    desk_open(desk, &screen_calendar, &october);
    harness_expect(desk->harness, "Some day this month  Hilde Wagner");
    harness_expect(desk->harness, "Nobody has a day.");
    /* 29 February is kept by the shop's rule. */
    const Day february = {2027, 2, 28}, leap = {2028, 2, 29};
    desk_open(desk, &screen_calendar, &february);
    harness_expect(desk->harness, "Name day, 37 years");
    desk_open(desk, &screen_calendar, &leap);
    harness_expect(desk->harness, "Name day, 38 years");
}

static void calendar__opens_and_greets__asking_whom(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_calendar, NULL);
    harness_press(desk->harness, "Space");
    harness_expect(desk->harness, "Who was greeted?");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Greeted:");
    Greeting *greeting = last_greeting(desk);
    assert_non_null(greeting);
    assert_int_equal(greeting->year, 2026);
    record_free(greeting);
    harness_press(desk->harness, "Ctrl-Z Enter Enter");
    assert_string_equal(desk_top(desk), "card");
    harness_press(desk->harness, "Esc");
    assert_string_equal(desk_top(desk), "calendar");
    harness_press(desk->harness, "y");
    assert_string_equal(desk_top(desk), "yearlist");
}

static void calendar__takes_clicks(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_calendar, NULL);
    /* The second Monday, in the third line of weeks. */
    harness_click(desk->harness, 9, 3);
    harness_expect(desk->harness, "Mon 9 Nov");
    harness_click(desk->harness, 2, 3);
    harness_expect(desk->harness, "Mon 9 Nov");
    harness_wheel(desk->harness, 9, 3, 1);
    harness_expect(desk->harness, "Mon 16 Nov");
}

static void yearlist__lists_the_year__from_today_on(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    add_days(desk);
    desk_open(desk, &screen_yearlist, NULL);
    harness_golden(desk->harness, "yearlist");
    harness_press(desk->harness, "Home Right");
    harness_expect(desk->harness, "Birthdays and other days 2027");
    harness_golden(desk->harness, "yearlist-next");
    harness_press(desk->harness, "Tab");
    harness_expect(desk->harness, "Birthdays 2027");
    assert_false(harness_shows(desk->harness, "Name day"));
    harness_press(desk->harness, "Tab Left");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "yearlist-small");
    harness_press(desk->harness, "Space");
    harness_expect(desk->harness, "☑");
}

static void yearlist__writes_itself_to_a_file(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(desk->emma->folder, "list.txt", NULL), *text = NULL;
    desk_open(desk, &screen_yearlist, NULL);
    harness_press(desk->harness, "p");
    harness_expect(desk->harness, "birthdays-2026.txt");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, path);
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "days were written to");
    expect_done(g_file_get_contents(path, &text, NULL, &error), error);
    assert_non_null(strstr(text, "Birthdays and other days 2026\n\n"));
    assert_non_null(strstr(text, "\nNovember\n"));
    assert_non_null(strstr(text, "turns 70!\n"));
    /* The shop itself is never written over. */
    harness_press(desk->harness, "p Ctrl-U");
    harness_type(desk->harness, desk->emma->path);
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "is the shop itself");
}

static void greeting__notes_how_and_what__and_shows_other_years(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    const CardArg arg = {emma_customer(desk->emma, "1001")};
    gint64 id =
        people_number(desk->emma->shop->db,
                      "SELECT id FROM occasion WHERE customer_id = $1 AND kind = 'birthday' "
                      "AND relation_id IS NULL",
                      DB_VALUES(db_int(arg.customer_id)));
    Deed *deed = people_begin(desk->emma->shop->db);
    expect_done(due_greet_as(deed, id, 2025, "card", "Rosen im Umschlag", &error), error);
    people_commit(deed);
    const GreetingArg whom = {arg.customer_id, id, 2026};
    desk_open(desk, &screen_greeting, &whom);
    harness_expect(desk->harness, "2025  by card: Rosen im Umschlag");
    harness_press(desk->harness, "Right Right Right Right Tab");
    harness_type(desk->harness, "Tulpen");
    harness_golden(desk->harness, "greeting");
    harness_press(desk->harness, "F4");
    Greeting *greeting = last_greeting(desk);
    assert_string_equal(greeting->how, "flowers");
    assert_string_equal(greeting->words, "Tulpen");
    assert_int_equal(greeting->year, 2026);
    record_free(greeting);
    /* The card says so, and the same form changes it. */
    desk_open(desk, &screen_card, &arg);
    harness_expect(desk->harness, "with flowers: Tulpen");
}

static void greeting__begins_with_what_the_card_suggests(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    Db *db = desk->emma->shop->db;
    gint64 customer_id = emma_customer(desk->emma, "1001");
    gint64 id = people_number(db,
                              "SELECT id FROM occasion WHERE customer_id = $1 AND "
                              "kind = 'birthday' AND relation_id IS NULL",
                              DB_VALUES(db_int(customer_id)));
    Deed *deed = people_begin(db);
    Customer *customer = record_load(db, &customer_type, customer_id, &error);
    expect_done(customer != NULL, error);
    record_set_text(&customer->closeness, "known");
    expect_done(record_update(deed, customer, &error), error);
    record_free(customer);
    people_commit(deed);
    /* A call; a small gift on a round birthday. */
    GreetingArg whom = {customer_id, id, 2025};
    desk_open(desk, &screen_greeting, &whom);
    harness_expect(desk->harness, "[by phone]");
    harness_expect(desk->harness, "Not greeted in earlier years.");
    whom.year = 2026;
    desk_open(desk, &screen_greeting, &whom);
    harness_expect(desk->harness, "[with a small gift]");
    harness_press(desk->harness, "F4");
    Greeting *greeting = last_greeting(desk);
    assert_string_equal(greeting->how, "gift");
    record_free(greeting);
}

static void home__asks_how__with_a_key(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    harness_open(desk->harness, &screen_home, NULL);
    harness_press(desk->harness, "Alt-o");
    assert_string_equal(desk_top(desk), "greeting");
    harness_press(desk->harness, "Right F4");
    Greeting *greeting = last_greeting(desk);
    assert_string_equal(greeting->how, "call");
    assert_null(greeting->words);
    record_free(greeting);
    harness_press(desk->harness, "Alt-y");
    assert_string_equal(desk_top(desk), "calendar");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calendar__shows_a_month__and_the_selected_day),
        cmocka_unit_test(calendar__moves_by_days_weeks_and_months),
        cmocka_unit_test(calendar__of_some_month__tells_what_has_no_day),
        cmocka_unit_test(calendar__opens_and_greets__asking_whom),
        cmocka_unit_test(calendar__takes_clicks),
        cmocka_unit_test(yearlist__lists_the_year__from_today_on),
        cmocka_unit_test(yearlist__writes_itself_to_a_file),
        cmocka_unit_test(greeting__notes_how_and_what__and_shows_other_years),
        cmocka_unit_test(greeting__begins_with_what_the_card_suggests),
        cmocka_unit_test(home__asks_how__with_a_key),
    };
    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
