/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bin: what was removed, and bringing it back; and Ctrl-Z and Ctrl-Y around it. */
#include "tests/data/people.h"
#include "tests/tui/desk.h"

#include "tui/screens/bin.h"
#include "tui/screens/card.h"
#include "tui/screens/home.h"

#include <string.h>

static Who lina(const char *at)
{
    Who who = {.clerk_id = 1};
    g_strlcpy(who.at, at, sizeof who.at);
    return who;
}

/* Removes the customer with NUMBER, and what belongs to them, at the UTC instant AT. */
static void remove_customer(const Desk *desk, const char *number, const char *at)
{
    g_autoptr(GError) error = NULL;
    Who who = lina(at);
    g_autoptr(Deed) deed = deed_begin(desk->emma->shop->db, &who, "removing a customer", &error);
    expect_done(deed != NULL, error);
    expect_done(sheet_remove(deed, emma_customer(desk->emma, number), &error), error);
    expect_done(deed_commit(deed, NULL, &error), error);
}

/* Empties the contacts and some of the facts of the customer with NUMBER, as a form does. */
static void empty_some(const Desk *desk, const char *number, const char *at)
{
    g_autoptr(GError) error = NULL;
    Who who = lina(at);
    g_autoptr(Sheet) sheet =
        sheet_load(desk->emma->shop->db, emma_customer(desk->emma, number), &error);
    expect_done(sheet != NULL, error);
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const RecordHead *row = g_ptr_array_index(sheet->contacts, i);
        g_autoptr(Deed) deed = deed_begin(desk->emma->shop->db, &who, "changing a card", &error);
        expect_done(record_remove(deed, row->type, row->id, &error), error);
        expect_done(deed_commit(deed, NULL, &error), error);
    }
    for (guint i = 0; i < sheet->facts->len; i += 2) {
        const RecordHead *row = g_ptr_array_index(sheet->facts, i);
        g_autoptr(Deed) deed = deed_begin(desk->emma->shop->db, &who, "removing a note", &error);
        expect_done(record_remove(deed, row->type, row->id, &error), error);
        expect_done(deed_commit(deed, NULL, &error), error);
    }
}

/* A bin with something of all kinds in it, open over the opener. */
static Desk *full_bin(int rows, int cols)
{
    Desk *desk = desk_new(rows, cols);
    empty_some(desk, "1001", "2025-12-24T12:00:00Z");
    remove_customer(desk, "1002", "2026-11-20T12:00:00Z");
    empty_some(desk, "1010", "2026-11-21T12:00:00Z");
    remove_customer(desk, "1005", "2026-11-21T13:00:00Z");
    desk_open(desk, &screen_bin, NULL);
    return desk;
}

static void bin__shows_what_was_removed__the_latest_first(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = full_bin(24, 80);
    harness_golden(desk->harness, "bin");
    harness_resize(desk->harness, 30, 120);
    harness_golden(desk->harness, "bin-wide");
    harness_resize(desk->harness, 20, 60);
    harness_golden(desk->harness, "bin-60");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "bin-small");
}

static void bin__says_so__when_it_is_empty(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_bin, NULL);
    harness_golden(desk->harness, "bin-empty");
    harness_press(desk->harness, "Enter Down End");
    assert_string_equal(desk_top(desk), "bin");
    harness_press(desk->harness, "Esc");
    assert_true(desk->opener->has_returned);
}

static void bin__brings_back__and_takes_that_back_and_does_it_again(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = full_bin(24, 80);
    Db *db = desk->emma->shop->db;
    g_autofree char *without = people_dump(db);
    harness_expect(desk->harness, "Jens Berg");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Back again: Jens Berg. Ctrl-Z takes it back.");
    g_autofree char *with = people_dump(db);
    people_expect_sound(db);
    harness_press(desk->harness, "Ctrl-Z");
    harness_expect(desk->harness, "Taken back: bringing something back (Jens Berg).");
    g_autofree char *taken = people_dump(db);
    assert_string_equal(taken, without);
    harness_press(desk->harness, "Ctrl-Y");
    harness_expect(desk->harness, "Done again: bringing something back (Jens Berg).");
    g_autofree char *again = people_dump(db);
    assert_string_equal(again, with);
}

static void bin__names_nobody__while_it_is_discreet(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = full_bin(24, 80);
    harness_press(desk->harness, "F12");
    harness_expect(desk->harness, "customer  ");
    assert_false(harness_shows(desk->harness, "Jens"));
    assert_false(harness_shows(desk->harness, "Hilde"));
    assert_false(harness_shows(desk->harness, "Vanille"));
    harness_press(desk->harness, "Enter");
    assert_false(harness_shows(desk->harness, "Jens"));
}

static void bin__listens_to_the_mouse(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = full_bin(24, 80);
    int row = 0;
    for (; row < 24; row++) {
        g_autofree char *line = harness_line(desk->harness, row);
        if (strstr(line, "Lina von gegenüber") != NULL) {
            break;
        }
    }
    harness_click(desk->harness, row, 20);
    harness_click(desk->harness, row, 20);
    harness_expect(desk->harness, "Back again: “Lina von gegenüber”.");
}

static void bin__says_what_has_to_come_first(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    empty_some(desk, "1005", "2026-11-21T12:00:00Z");
    remove_customer(desk, "1005", "2026-11-21T13:00:00Z");
    desk_open(desk, &screen_bin, NULL);
    harness_press(desk->harness, "Down Enter");
    harness_expect(desk->harness, "This belongs to Jens Berg");
    assert_string_equal(desk_top(desk), "message");
    harness_press(desk->harness, "Esc Up Enter Enter");
    harness_expect(desk->harness, "The bin is empty.");
    people_expect_sound(desk->emma->shop->db);
}

static void bin__can_only_be_looked_at__in_a_shop_that_can_only_be_read(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    remove_customer(desk, "1005", "2026-11-21T13:00:00Z");
    harness_free(desk->harness);
    emma_reopen(desk->emma, DB_READ_ONLY);
    desk->harness = harness_new(24, 80, desk->emma->shop);
    desk->opener = opener_new(desk->harness);
    desk_open(desk, &screen_bin, NULL);
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Jens Berg");
    assert_string_equal(desk_top(desk), "bin");
}

/* The bin is longer than what it loads at first. */
static void bin__loads_older_ones__at_the_end_of_the_list(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new_empty(24, 80);
    Db *db = desk->emma->shop->db;
    for (guint i = 0; i < 201; i++) {
        g_autofree char *name = g_strdup_printf("Gast %u", i);
        people_add(db, &(const Person){.family = name});
        people_undo(db, people_last(db, 0));
    }
    desk_open(desk, &screen_bin, NULL);
    harness_expect(desk->harness, "Gast 200");
    harness_press(desk->harness, "End");
    assert_false(harness_shows(desk->harness, "Gast 0 "));
    harness_press(desk->harness, "End");
    harness_expect(desk->harness, "Gast 0 ");
}

static void home__opens_the_bin(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_home, NULL);
    harness_press(desk->harness, "Alt-r");
    assert_string_equal(desk_top(desk), "bin");
}

/* ---- Ctrl-Y ---- */

static void note(Desk *desk, const char *words)
{
    harness_press(desk->harness, "n");
    harness_type(desk->harness, words);
    harness_press(desk->harness, "Enter");
}

static void card__does_again__what_was_taken_back_in_order(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const CardArg arg = {emma_customer(desk->emma, "1003")};
    desk_open(desk, &screen_card, &arg);
    harness_press(desk->harness, "Ctrl-Y");
    harness_expect(desk->harness, "There is nothing to do again");
    note(desk, "mag Erdbeere");
    note(desk, "mag Vanille");
    harness_press(desk->harness, "Ctrl-Z Ctrl-Z");
    harness_press(desk->harness, "Ctrl-Y");
    harness_expect(desk->harness, "Done again: adding a note (Kurt Ott).");
    harness_expect(desk->harness, "Erdbeere");
    assert_false(harness_shows(desk->harness, "Vanille"));
    harness_press(desk->harness, "Ctrl-Y");
    harness_expect(desk->harness, "Vanille");
    harness_press(desk->harness, "Ctrl-Y");
    harness_expect(desk->harness, "There is nothing to do again");
    /* Something new ends it. */
    harness_press(desk->harness, "Ctrl-Z");
    note(desk, "mag Nuss");
    harness_press(desk->harness, "Ctrl-Y");
    harness_expect(desk->harness, "There is nothing to do again");
    assert_false(harness_shows(desk->harness, "Vanille"));
}

static void card__asks__before_much_is_done_again(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const CardArg arg = {emma_customer(desk->emma, "1003")};
    g_autofree char *before = people_dump(desk->emma->shop->db);
    desk_open(desk, &screen_card, &arg);
    /* The card it is pressed on closes with its customer. */
    harness_open(desk->harness, &screen_card, &arg);
    harness_press(desk->harness, "Ctrl-Z Enter");
    harness_expect(desk->harness, "Taken back: taking over a list (13 customers).");
    harness_press(desk->harness, "Ctrl-Y");
    harness_golden(desk->harness, "takeback-asks-again");
    harness_press(desk->harness, "Esc");
    harness_expect(desk->harness, "This customer is no longer in the shop.");
    harness_press(desk->harness, "Ctrl-Y Enter");
    harness_expect(desk->harness, "Done again: taking over a list (13 customers).");
    g_autofree char *after = people_dump(desk->emma->shop->db);
    assert_string_equal(after, before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bin__shows_what_was_removed__the_latest_first),
        cmocka_unit_test(bin__says_so__when_it_is_empty),
        cmocka_unit_test(bin__brings_back__and_takes_that_back_and_does_it_again),
        cmocka_unit_test(bin__names_nobody__while_it_is_discreet),
        cmocka_unit_test(bin__listens_to_the_mouse),
        cmocka_unit_test(bin__says_what_has_to_come_first),
        cmocka_unit_test(bin__can_only_be_looked_at__in_a_shop_that_can_only_be_read),
        cmocka_unit_test(bin__loads_older_ones__at_the_end_of_the_list),
        cmocka_unit_test(home__opens_the_bin),
        cmocka_unit_test(card__does_again__what_was_taken_back_in_order),
        cmocka_unit_test(card__asks__before_much_is_done_again),
    };
    return cmocka_run_group_tests_name("bin", tests, NULL, NULL);
}
