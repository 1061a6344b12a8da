/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a visit: two keys for the usual order, digits for articles, and what becomes of it.
 */
#include "tests/data/people.h"
#include "tests/tui/desk.h"

#include "data/diary/itemwords.h"
#include "data/diary/visit.h"
#include "tui/screens/card.h"
#include "tui/screens/visit.h"

/* The articles TEXT, bought by the customer with NUMBER. */
static void buy(const Desk *desk, const char *number, const char *text, gint64 amount)
{
    g_autoptr(GError) error = NULL;
    Db *db = desk->emma->shop->db;
    g_autoptr(GPtrArray) words = item_words_read(text);
    g_autofree OrderItem *items = g_new0(OrderItem, words->len + 1);
    VisitOrder order = visit_order(emma_customer(desk->emma, number), "2026-11-01");
    gint64 id = 0;
    for (guint i = 0; i < words->len; i++) {
        const ItemWords *item = g_ptr_array_index(words, i);
        items[i] =
            (OrderItem){.name = item->name, .quantity = item->quantity, .amount = RECORD_NONE};
    }
    order.items = items;
    order.items_count = words->len;
    order.amount = amount;
    Deed *deed = people_begin(db);
    expect_done(visit_add(deed, &order, &id, NULL, &error), error);
    people_commit(deed);
}

static void open_visit(Desk *desk, const char *number)
{
    const VisitArg arg = {.customer_id = emma_customer(desk->emma, number)};
    desk_open(desk, &screen_visit, &arg);
}

static gint64 count_visits(const Desk *desk)
{
    return people_number(desk->emma->shop->db, "SELECT COUNT(*) FROM visit", DB_NO_VALUES);
}

/* The visit that was stored last. */
static Visit *last_visit(const Desk *desk)
{
    g_autoptr(GError) error = NULL;
    Db *db = desk->emma->shop->db;
    gint64 id = people_number(db, "SELECT MAX(id) FROM visit", DB_NO_VALUES);
    Visit *visit = record_load(db, &visit_type, id, &error);
    expect_done(visit != NULL, error);
    return visit;
}

static void expect_items(const Desk *desk, const char *expected)
{
    g_autoptr(GError) error = NULL;
    Visit *visit = last_visit(desk);
    g_autofree char *text = visit_items_text(desk->emma->shop->db, visit->head.id, &error);
    record_free(visit);
    expect_done(text != NULL, error);
    assert_string_equal(text, expected);
}

static void two_keys_on_a_card__note_the_usual_order__and_one_takes_it_back(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const CardArg arg = {emma_customer(desk->emma, "1006")};
    desk_open(desk, &screen_card, &arg);
    /* As fast as somebody types who knows it: before the form is filled. */
    harness_press_fast(desk->harness, "v Enter");
    harness_settle(desk->harness);
    assert_string_equal(desk_top(desk), "card");
    harness_expect(desk->harness, "The visit is noted. Ctrl-Z takes it back.");
    assert_int_equal(count_visits(desk), 1);
    Visit *visit = last_visit(desk);
    assert_string_equal(visit->day, "2026-11-21");
    assert_true(visit->minute != RECORD_NONE);
    assert_string_equal(visit->words, "Cappuccino");
    assert_string_equal(visit->kind, "visit");
    record_free(visit);
    expect_items(desk, "Torte");
    harness_press(desk->harness, "Ctrl-Z");
    assert_int_equal(count_visits(desk), 0);
    harness_press(desk->harness, "Ctrl-Y");
    assert_int_equal(count_visits(desk), 1);
}

static void the_form__shows_what_is_usual__and_what_a_digit_chooses(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    buy(desk, "1001", "Torte für 12, Kaffee", 5400);
    buy(desk, "1001", "Torte für 12", 4900);
    buy(desk, "1006", "2 x Roggenbrötchen, Cappuccino, Schoko-Croissant", RECORD_NONE);
    open_visit(desk, "1001");
    harness_golden(desk->harness, "visit");
    harness_resize(desk->harness, 20, 60);
    harness_golden(desk->harness, "visit-60");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "visit-small");
}

static void details__go_with_the_usual_articles__unless_they_are_typed(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_visit(desk, "1001");
    harness_expect(desk->harness, "Details   Erdbeer, kein Marzipan");
    harness_type(desk->harness, "Kaffee");
    harness_expect(desk->harness, "What      Kaffee");
    assert_false(harness_shows(desk->harness, "Erdbeer, kein Marzipan"));
    harness_press(desk->harness, "Tab Tab Tab Tab");
    harness_type(desk->harness, "ohne Zucker");
    harness_press(desk->harness, "Shift-Tab Shift-Tab Shift-Tab Shift-Tab");
    harness_type(desk->harness, "Tee");
    harness_expect(desk->harness, "Details   ohne Zucker");
}

static void digits__choose_articles__and_again_one_more(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    buy(desk, "1001", "Kaffee, Torte für 12", 5400);
    buy(desk, "1001", "Kaffee", 300);
    open_visit(desk, "1001");
    /* In the place of what is usual, whose amount goes with it. */
    harness_press(desk->harness, "1 2 2");
    harness_expect(desk->harness, "Kaffee, 2 x Torte für 12,");
    harness_type(desk->harness, "3 brezeln");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "117,40");
    harness_expect(desk->harness, "€117.40");
    harness_press(desk->harness, "Enter");
    expect_items(desk, "Kaffee, 2 x Torte für 12, 3 x brezeln");
    Visit *visit = last_visit(desk);
    assert_int_equal(visit->amount, 11740);
    record_free(visit);
    /* Behind what is usual they are added; within a word they are letters. */
    open_visit(desk, "1001");
    harness_press(desk->harness, "End , 1");
    harness_expect(desk->harness, "Torte für 12, Kaffee,");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "Torte für 8");
    harness_press(desk->harness, "Enter");
    expect_items(desk, "Torte für 8");
}

static void articles__are_completed__with_what_the_shop_sells(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    buy(desk, "1001", "Roggenbrötchen, Torte für 12", RECORD_NONE);
    open_visit(desk, "1003");
    harness_type(desk->harness, "2 rog");
    harness_press(desk->harness, "Right");
    harness_expect(desk->harness, "2 Roggenbrötchen");
    harness_type(desk->harness, ", to");
    harness_press(desk->harness, "End Enter");
    expect_items(desk, "2 x Roggenbrötchen, Torte für 12");
}

static void returns__are_below_zero(void **state)
{
    (void)state;
    static const struct {
        const char *amount;
        bool says_return;
        gint64 stored;
        const char *kind;
    } cases[] = {
        {"3,20", true, -320, "return"},
        {"-3,20", false, -320, "return"},
        {"3,20", false, 320, "visit"},
        {"", true, RECORD_NONE, "return"},
    };
    g_autoptr(Desk) desk = desk_new(24, 80);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        open_visit(desk, "1003");
        harness_press(desk->harness, "Tab");
        harness_type(desk->harness, cases[i].amount);
        if (cases[i].says_return) {
            harness_press(desk->harness, "Tab Tab Tab Tab Right");
        }
        harness_press(desk->harness, "Enter");
        Visit *visit = last_visit(desk);
        assert_true(visit->amount == cases[i].stored);
        assert_string_equal(visit->kind, cases[i].kind);
        record_free(visit);
    }
}

static void the_form__keeps_what_cannot_be_saved__and_says_why(void **state)
{
    (void)state;
    static const struct {
        const char *amount, *day, *says;
    } cases[] = {
        {"viel", "", "is not an amount"},
        {"99999999999999999999", "", "is more than can be kept"},
        {"", "31.2.2026", "There is no such day."},
        {"", "1.1.2027", "This day lies in the future."},
    };
    g_autoptr(Desk) desk = desk_new(24, 80);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        open_visit(desk, "1003");
        harness_press(desk->harness, "Tab");
        harness_type(desk->harness, cases[i].amount);
        if (*cases[i].day != '\0') {
            harness_press(desk->harness, "Shift-Tab Shift-Tab Ctrl-U");
            harness_type(desk->harness, cases[i].day);
        }
        harness_press(desk->harness, "Enter");
        assert_string_equal(desk_top(desk), "visit");
        harness_expect(desk->harness, cases[i].says);
        assert_int_equal(count_visits(desk), 0);
        harness_press(desk->harness, "Esc Enter");
    }
}

static void an_earlier_day__has_no_time(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_visit(desk, "1003");
    harness_press(desk->harness, "Shift-Tab Ctrl-U");
    harness_type(desk->harness, "gestern");
    harness_press(desk->harness, "Enter");
    Visit *visit = last_visit(desk);
    assert_string_equal(visit->day, "2026-11-20");
    assert_true(visit->minute == RECORD_NONE);
    record_free(visit);
}

static void a_stored_visit__is_changed__and_its_articles_with_it(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    buy(desk, "1001", "Torte für 12, Kaffee", 5400);
    Visit *before = last_visit(desk);
    const VisitArg arg = {before->customer_id, before->head.id};
    record_free(before);
    desk_open(desk, &screen_visit, &arg);
    harness_press(desk->harness, "Tab Ctrl-U");
    harness_type(desk->harness, "50");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "The visit is changed. Ctrl-Z takes it back.");
    expect_items(desk, "Torte für 12, Kaffee");
    desk_open(desk, &screen_visit, &arg);
    harness_type(desk->harness, "Brot");
    harness_press(desk->harness, "Enter");
    expect_items(desk, "Brot");
    Visit *visit = last_visit(desk);
    assert_int_equal(visit->amount, 5000);
    assert_string_equal(visit->day, "2026-11-01");
    record_free(visit);
    assert_int_equal(count_visits(desk), 1);
    people_expect_sound(desk->emma->shop->db);
}

static void a_free_extra__is_noted__and_the_next_clerk_is_told(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const CardArg arg = {emma_customer(desk->emma, "1001")};
    desk_open(desk, &screen_card, &arg);
    harness_press(desk->harness, "a");
    harness_type(desk->harness, "Cake-Pops");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Noted: Cake-Pops. Ctrl-Z takes it back.");
    harness_press(desk->harness, "a");
    harness_expect(desk->harness, "Given already today");
    harness_golden(desk->harness, "extra-again");
    /* What is given most often is a guess that typing replaces. */
    harness_type(desk->harness, "Keks");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Noted: Keks. Ctrl-Z takes it back.");
    harness_press(desk->harness, "Ctrl-Z Ctrl-Z a");
    assert_false(harness_shows(desk->harness, "Given already"));
}

static void the_form__is_no_obstacle__for_hostile_names(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(12, 40);
    open_visit(desk, "1010");
    harness_golden(desk->harness, "visit-hostile-small");
    harness_press(desk->harness, "Enter");
    assert_int_equal(count_visits(desk), 1);
    harness_resize(desk->harness, 24, 80);
    open_visit(desk, "1010");
    harness_golden(desk->harness, "visit-hostile");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_keys_on_a_card__note_the_usual_order__and_one_takes_it_back),
        cmocka_unit_test(the_form__shows_what_is_usual__and_what_a_digit_chooses),
        cmocka_unit_test(details__go_with_the_usual_articles__unless_they_are_typed),
        cmocka_unit_test(digits__choose_articles__and_again_one_more),
        cmocka_unit_test(articles__are_completed__with_what_the_shop_sells),
        cmocka_unit_test(returns__are_below_zero),
        cmocka_unit_test(the_form__keeps_what_cannot_be_saved__and_says_why),
        cmocka_unit_test(an_earlier_day__has_no_time),
        cmocka_unit_test(a_stored_visit__is_changed__and_its_articles_with_it),
        cmocka_unit_test(a_free_extra__is_noted__and_the_next_clerk_is_told),
        cmocka_unit_test(the_form__is_no_obstacle__for_hostile_names),
    };
    return cmocka_run_group_tests_name("visit screen", tests, NULL, NULL);
}
