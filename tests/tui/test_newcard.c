/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new card at once from what stands in the box of the home screen. */
#include "tests/data/people.h"
#include "tests/tui/desk.h"

#include "tui/screens/home.h"
#include "tui/screens/newcard.h"

static void new_card_is_plain__wants__a_name_or_a_description(void **state)
{
    (void)state;
    static const char *const plain[] = {
        "Anna Neumann",
        "anna",
        "Neumann, Anna",
        "Frau Dr. Hilde von Wagner",
        "Ян",
        "O'Hara",
        "die mit dem Hut",
        "“Lina von gegenüber”",
        "blaue Jacke",
        "Ng",
        "Anna-Lena Müller-Lüdenscheidt",
    };
    static const char *const doubtful[] = {
        "",           " ",
        "a",          "42",
        "0421 84220", "anna@example.org",
        "Anna 2",     "dackel schoko",
        "Dackel3",    "???",
        "A-7",        "Müller#",
        "٣٤ Anna",    "\u0301\u0302",
        "x!",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(plain); i++) {
        if (!new_card_is_plain(plain[i])) {
            fail_msg("\"%s\" is enough for a card", plain[i]);
        }
    }
    for (gsize i = 0; i < G_N_ELEMENTS(doubtful); i++) {
        if (new_card_is_plain(doubtful[i])) {
            fail_msg("\"%s\" has to be looked over", doubtful[i]);
        }
    }
    assert_false(new_card_is_plain(NULL));
}

static gint64 customers(const Desk *desk)
{
    gint64 count = 0;
    assert_true(customer_count(desk->emma->shop->db, &count, NULL));
    return count;
}

static Desk *at_home(void)
{
    Desk *desk = desk_new(24, 80);
    desk_open(desk, &screen_home, NULL);
    return desk;
}

static void new_card__is_made_with_enter__and_taken_back_with_a_key(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_home();
    g_autofree char *before = people_dump(desk->emma->shop->db);
    gint64 count = customers(desk);
    harness_type(desk->harness, "Anna Neumann");
    harness_expect(desk->harness, "Enter begins a new card with what you have typed.");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "card");
    harness_expect(desk->harness,
                   "New card: Anna Neumann. e adds phone and birthday, Ctrl-Z takes it back.");
    harness_golden(desk->harness, "newcard");
    assert_int_equal(customers(desk), count + 1);
    people_expect_sound(desk->emma->shop->db);
    harness_press(desk->harness, "Ctrl-Z");
    g_autofree char *after = people_dump(desk->emma->shop->db);
    assert_string_equal(after, before);
    /* There is nothing left to look at; the box is empty again. */
    assert_string_equal(desk_top(desk), "home");
    harness_expect(desk->harness, "Taken back: adding a customer (Anna Neumann).");
    harness_expect(desk->harness, "BIRTHDAYS");
    harness_press(desk->harness, "Ctrl-Y");
    harness_expect(desk->harness, "Done again: adding a customer (Anna Neumann).");
    assert_string_equal(desk_top(desk), "home");
}

static void new_card__is_made_once__however_fast_somebody_types(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_home();
    gint64 count = customers(desk);
    harness_type_fast(desk->harness, "der mit der Klarinette");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "card");
    harness_expect(desk->harness, "der mit der Klarinette");
    assert_int_equal(customers(desk), count + 1);
}

static void new_card__opens_the_form__where_there_is_doubt(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_home();
    gint64 count = customers(desk);
    static const char *const doubtful[] = {"4711", "0421 998877", "x@example.org", "Xaver 2"};
    for (gsize i = 0; i < G_N_ELEMENTS(doubtful); i++) {
        harness_type(desk->harness, doubtful[i]);
        harness_expect(desk->harness, "Enter begins a new card with what you have typed.");
        harness_press(desk->harness, "Enter");
        assert_string_equal(desk_top(desk), "edit");
        harness_press(desk->harness, "Esc Esc");
        assert_string_equal(desk_top(desk), "home");
    }
    /* F2 looks it over, too. */
    harness_type(desk->harness, "Anna Neumann");
    harness_press(desk->harness, "F2");
    assert_string_equal(desk_top(desk), "edit");
    assert_int_equal(customers(desk), count);
}

/* Somebody saves the same name at another counter between the last letter and Enter. */
static void new_card__opens_the_form__when_somebody_may_be_the_same(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_home();
    harness_type(desk->harness, "Anna Neumann");
    g_autoptr(GError) error = NULL;
    g_autoptr(Shop) other =
        shop_open(desk->emma->path, DB_READ_WRITE, NULL, "2026-11-21T13:32:00Z", &error);
    expect_done(other != NULL, error);
    const Person anna = {.given = "Anna", .family = "Neumann"};
    people_add(other->db, &anna);
    gint64 count = customers(desk);
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "edit");
    harness_expect(desk->harness, "same name");
    assert_int_equal(customers(desk), count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(new_card_is_plain__wants__a_name_or_a_description),
        cmocka_unit_test(new_card__is_made_with_enter__and_taken_back_with_a_key),
        cmocka_unit_test(new_card__is_made_once__however_fast_somebody_types),
        cmocka_unit_test(new_card__opens_the_form__where_there_is_doubt),
        cmocka_unit_test(new_card__opens_the_form__when_somebody_may_be_the_same),
    };
    return cmocka_run_group_tests_name("newcard", tests, NULL, NULL);
}
