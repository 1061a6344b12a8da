/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Likely duplicates beside and below the form for a new customer. */
#include "tests/tui/desk.h"

#include "tui/screens/edit.h"

static void open_new(Desk *desk, const char *typed)
{
    const EditArg arg = {.typed = typed};
    desk_open(desk, &screen_edit, &arg);
}

static void edit__shows_likely_duplicates__while_typing(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_new(desk, NULL);
    harness_type(desk->harness, "anna");
    assert_false(harness_shows(desk->harness, "ALREADY HERE?"));
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "mueller");
    harness_expect(desk->harness, "same name");
    harness_press(desk->harness, "Tab Tab");
    harness_type(desk->harness, "+49 421 84220");
    harness_golden(desk->harness, "edit-duplicates");
    harness_resize(desk->harness, 30, 120);
    harness_golden(desk->harness, "edit-duplicates-wide");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "edit-duplicates-small");
}

static void edit__takes_the_duplicate__instead_of_a_new_card(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_new(desk, "Anna Müller");
    harness_press(desk->harness, "F3");
    assert_int_equal(desk->opener->result, emma_customer(desk->emma, "1006"));

    open_new(desk, "Anna Müller");
    harness_type(desk->harness, "0421 84220");
    harness_press(desk->harness, "F3");
    harness_expect(desk->harness, "Open which card?");
    harness_press(desk->harness, "Esc");
    assert_false(desk->opener->has_returned);
    harness_press(desk->harness, "F3 Down Enter");
    assert_int_equal(desk->opener->result, emma_customer(desk->emma, "1006"));

    open_new(desk, "Anna Müller");
    harness_type(desk->harness, "0421 1");
    harness_press(desk->harness, "F3");
    harness_expect(desk->harness, "What you typed here is not kept then.");
    harness_press(desk->harness, "Enter");
    assert_int_equal(desk->opener->result, emma_customer(desk->emma, "1006"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edit__shows_likely_duplicates__while_typing),
        cmocka_unit_test(edit__takes_the_duplicate__instead_of_a_new_card),
    };
    return cmocka_run_group_tests_name("editnear", tests, NULL, NULL);
}
