/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a new customer and for changing one. */
#include "tests/tui/desk.h"

#include "data/agenda/due.h"
#include "data/customer/sheet.h"
#include "tests/data/people.h"
#include "tui/screens/edit.h"

#include <stddef.h>
#include <string.h>

static void open_new(Desk *desk, const char *typed)
{
    const EditArg arg = {.typed = typed};
    desk_open(desk, &screen_edit, &arg);
}

static gint64 open_customer(Desk *desk, const char *number)
{
    const EditArg arg = {.customer_id = emma_customer(desk->emma, number)};
    desk_open(desk, &screen_edit, &arg);
    return arg.customer_id;
}

static Sheet *stored(const Desk *desk, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Sheet *sheet = sheet_load(desk->emma->shop->db, id, &error);
    expect_done(sheet != NULL, error);
    return sheet;
}

static gint64 customers(const Desk *desk)
{
    gint64 count = 0;
    assert_true(customer_count(desk->emma->shop->db, &count, NULL));
    return count;
}

static char *next_number(const Desk *desk)
{
    return customer_next_number(desk->emma->shop->db, NULL);
}

/* Moves down COUNT fields from the first one. */
static void go_down(Desk *desk, int count)
{
    for (int i = 0; i < count; i++) {
        harness_press(desk->harness, "Down");
    }
}

static void edit__is_empty__for_a_new_customer(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_new(desk, NULL);
    harness_golden(desk->harness, "edit-new");
    harness_press(desk->harness, "Up");
    g_autofree char *number = next_number(desk);
    g_autofree char *hint = g_strdup_printf("empty: %s", number);
    harness_expect(desk->harness, hint);
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "edit-new-small");
}

static void edit__saves__a_customer_with_everything(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autofree char *number = next_number(desk);
    open_new(desk, "Xaver Unbekannt");
    /* With both names there, the phone is next. */
    harness_type(desk->harness, "0421 1");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "0421 22");
    go_down(desk, 2);
    harness_type(desk->harness, "x@example.org");
    go_down(desk, 2);
    harness_type(desk->harness, "3.5.56");
    harness_expect(desk->harness, "3 May 1956");
    harness_press(desk->harness, "Tab Right Right Tab");
    harness_type(desk->harness, "Herr");
    harness_press(desk->harness, "F4");
    assert_true(desk->opener->has_result);
    g_autoptr(Sheet) sheet = stored(desk, desk->opener->result);
    assert_string_equal(sheet->customer->given_name, "Xaver");
    assert_string_equal(sheet->customer->family_name, "Unbekannt");
    assert_string_equal(sheet->customer->salutation, "Herr");
    assert_string_equal(sheet->customer->address_form, "du");
    assert_string_equal(sheet->customer->number, number);
    assert_int_equal(sheet->contacts->len, 3);
    assert_true(day_compare(sheet_birthday(sheet), (Day){1956, 5, 3}) == 0);
    people_expect_sound(desk->emma->shop->db);
}

static void edit__saves__what_a_scanner_typed_without_a_pause(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const EditArg arg = {0};
    opener_open_fast(desk->opener, &screen_edit, &arg);
    harness_type_fast(desk->harness, "Xaver");
    harness_press(desk->harness, "F4");
    assert_true(desk->opener->has_result);
    g_autoptr(Sheet) sheet = stored(desk, desk->opener->result);
    assert_string_equal(sheet->customer->given_name, "Xaver");
}

static void edit__keeps_what_is_typed__before_the_customer_is_there(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const EditArg arg = {.customer_id = emma_customer(desk->emma, "1001")};
    opener_open_fast(desk->opener, &screen_edit, &arg);
    harness_type_fast(desk->harness, "gard");
    harness_press(desk->harness, "F4");
    g_autoptr(Sheet) sheet = stored(desk, arg.customer_id);
    assert_string_equal(sheet->customer->given_name, "Hildegard");
}

static void edit__saves__with_enter_in_the_last_field(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_new(desk, "Dackel mit Brille");
    harness_press(desk->harness, "Up");
    harness_type(desk->harness, "A-7");
    harness_press(desk->harness, "Enter");
    assert_true(desk->opener->has_result);
    g_autoptr(Sheet) sheet = stored(desk, desk->opener->result);
    assert_string_equal(sheet->customer->description, "Dackel mit Brille");
    assert_string_equal(sheet->customer->number, "A-7");
}

static void edit__wants__a_name_or_a_description(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 before = customers(desk);
    open_new(desk, NULL);
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Please give a name, or a few words that describe the customer.");
    assert_string_equal(desk_top(desk), "edit");
    assert_int_equal(customers(desk), before);
}

static void edit__refuses__days_that_are_none(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_new(desk, "Xaver Unbekannt");
    go_down(desk, 2);
    harness_type(desk->harness, "31.2.1980");
    harness_expect(desk->harness, "no such day");
    harness_press(desk->harness, "F4");
    assert_string_equal(desk_top(desk), "edit");
    harness_expect(desk->harness, "There is no such day.");
    /* The focus is on it: what is typed goes there. */
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "3.5.2031");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "This day lies in the future.");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "3/5/1980");
    harness_expect(desk->harness, "day or month?");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "mai");
    harness_press(desk->harness, "F4");
    assert_true(desk->opener->has_result);
    g_autoptr(Sheet) sheet = stored(desk, desk->opener->result);
    assert_int_equal(sheet_birthday(sheet).month, 5);
    assert_int_equal(sheet_birthday(sheet).day, 0);
}

static void edit__loses_nothing__when_the_number_is_taken(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_new(desk, "Xaver Unbekannt");
    harness_press(desk->harness, "Up Up Up Up");
    harness_type(desk->harness, "1001");
    harness_press(desk->harness, "F4");
    harness_golden(desk->harness, "edit-number-taken");
    harness_press(desk->harness, "Ctrl-U F4");
    assert_true(desk->opener->has_result);
    g_autoptr(Sheet) sheet = stored(desk, desk->opener->result);
    assert_string_equal(sheet->customer->family_name, "Unbekannt");
}

static void edit__asks_before_leaving__only_when_something_would_be_lost(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_new(desk, "Xaver Unbekannt");
    harness_press(desk->harness, "Esc");
    assert_true(desk->opener->has_returned);
    assert_false(desk->opener->has_result);

    open_customer(desk, "1001");
    harness_press(desk->harness, "Esc");
    assert_true(desk->opener->has_returned);

    open_customer(desk, "1001");
    harness_type(desk->harness, "x");
    harness_press(desk->harness, "Esc");
    harness_expect(desk->harness, "is not saved yet.");
    harness_press(desk->harness, "Esc");
    harness_expect(desk->harness, "Hildex");
    harness_press(desk->harness, "Backspace Esc");
    assert_true(desk->opener->has_returned);

    open_customer(desk, "1001");
    harness_type(desk->harness, "x");
    harness_press(desk->harness, "Esc Enter");
    assert_true(desk->opener->has_returned);
    assert_false(desk->opener->has_result);
}

static void edit__changes_only_what_was_changed__and_takes_it_back(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    Db *db = desk->emma->shop->db;
    g_autofree char *before = people_dump(db);
    gint64 id = open_customer(desk, "1001");
    harness_golden(desk->harness, "edit-change");
    go_down(desk, 3);
    harness_press(desk->harness, "Ctrl-U Tab Tab Tab Tab Ctrl-U");
    harness_press(desk->harness, "F4");
    assert_int_equal(desk->opener->result, id);
    g_autoptr(Sheet) sheet = stored(desk, id);
    assert_int_equal(sheet->contacts->len, 1);
    assert_true(day_is_none(sheet_birthday(sheet)));
    assert_string_equal(sheet->customer->since, "2014");
    assert_int_equal(sheet->facts->len, 8);

    gint64 deed = 0;
    const char *verb = NULL;
    assert_true(deed_last(db, 1, &deed, &verb, &error));
    assert_string_equal(verb, "changing a customer");
    const Who who = {.at = "2026-11-21T13:32:00Z"};
    expect_done(deed_undo(db, &who, deed, NULL, &error), error);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
}

static void edit__leaves_no_deed__when_nothing_was_changed(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autofree char *before = people_dump(desk->emma->shop->db);
    open_customer(desk, "1010");
    harness_press(desk->harness, "F4");
    assert_true(desk->opener->has_result);
    g_autofree char *after = people_dump(desk->emma->shop->db);
    assert_string_equal(after, before);
}

static void edit__takes_a_birthday_away__that_somebody_was_greeted_on(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    Db *db = desk->emma->shop->db;
    gint64 id = emma_customer(desk->emma, "1001");
    g_autoptr(Sheet) sheet = stored(desk, id);
    for (guint i = 0; i < sheet->occasions->len; i++) {
        const Occasion *day = g_ptr_array_index(sheet->occasions, i);
        const Who who = {.clerk_id = 1, .at = "2026-11-21T13:32:00Z"};
        g_autoptr(Deed) deed = deed_begin(db, &who, "greeting somebody", &error);
        expect_done(deed != NULL && due_greet(deed, day->head.id, 2026, NULL, &error) &&
                        deed_commit(deed, NULL, &error),
                    error);
    }
    open_customer(desk, "1001");
    go_down(desk, 7);
    harness_press(desk->harness, "Ctrl-U F4");
    assert_true(desk->opener->has_result);
    g_autoptr(Sheet) after = stored(desk, id);
    assert_true(day_is_none(sheet_birthday(after)));
    people_expect_sound(db);
}

/* Changes the text at OFFSET of the customer as another counter would, over a connection of its
 * own. */
static void change_elsewhere(const Desk *desk, gint64 id, gsize offset, const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Shop) other =
        shop_open(desk->emma->path, DB_READ_WRITE, NULL, "2026-11-21T13:32:00Z", &error);
    expect_done(other != NULL, error);
    const Who who = {.clerk_id = 1, .at = "2026-11-21T13:32:00Z"};
    g_autoptr(Sheet) sheet = sheet_load(other->db, id, &error);
    record_set_text(G_STRUCT_MEMBER_P(sheet->customer, offset), text);
    g_autoptr(Deed) deed = deed_begin(other->db, &who, "changing a customer", &error);
    expect_done(deed != NULL && sheet_save(deed, sheet, &error) && deed_commit(deed, NULL, &error),
                error);
}

static void edit__lays_both_together__after_a_conflict(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = open_customer(desk, "1001");
    harness_type(desk->harness, "gard");
    change_elsewhere(desk, id, offsetof(Customer, company), "Wagner KG");
    harness_press(desk->harness, "F4");
    assert_true(desk->opener->has_result);
    g_autoptr(Sheet) sheet = stored(desk, id);
    assert_string_equal(sheet->customer->given_name, "Hildegard");
    assert_string_equal(sheet->customer->company, "Wagner KG");
}

static void edit__tells_both__when_a_conflict_is_about_one_field(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = open_customer(desk, "1001");
    harness_type(desk->harness, "gard");
    change_elsewhere(desk, id, offsetof(Customer, company), "Wagner KG");
    change_elsewhere(desk, id, offsetof(Customer, given_name), "Brunhilde");
    harness_press(desk->harness, "F4");
    assert_string_equal(desk_top(desk), "conflict");
    harness_press(desk->harness, "Esc");
    harness_expect(desk->harness, "Now stored: Brunhilde");
    harness_golden(desk->harness, "edit-conflict");
    harness_press(desk->harness, "F4");
    g_autoptr(Sheet) sheet = stored(desk, id);
    assert_string_equal(sheet->customer->given_name, "Hildegard");

    const EditArg arg = {.customer_id = id, .field = "address_form"};
    desk_open(desk, &screen_edit, &arg);
    harness_press(desk->harness, "Left");
    change_elsewhere(desk, id, offsetof(Customer, address_form), "du");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "du (informal)");
    assert_string_equal(desk_top(desk), "conflict");
}

static void edit__stands_hostile_text(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_customer(desk, "1010");
    harness_golden(desk->harness, "edit-hostile");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "edit-hostile-small");
}

static void edit__takes_a_paste__as_one_line(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new_empty(24, 80);
    open_new(desk, NULL);
    harness_paste(desk->harness, "Anna\nMaria\x1b[31m");
    assert_string_equal(desk_top(desk), "edit");
    harness_press(desk->harness, "F4");
    g_autoptr(Sheet) sheet = stored(desk, desk->opener->result);
    assert_non_null(strstr(sheet->customer->given_name, "Anna Maria"));
    assert_null(strchr(sheet->customer->given_name, '\n'));
    assert_string_equal(sheet->customer->number, "1");
}

static void edit__follows_a_click(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_new(desk, NULL);
    harness_click(desk->harness, 6,
                  30); /* header, rule, title, air, first name, last name, description */
    harness_type(desk->harness, "Brille");
    harness_press(desk->harness, "F4");
    g_autoptr(Sheet) sheet = stored(desk, desk->opener->result);
    assert_string_equal(sheet->customer->description, "Brille");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edit__is_empty__for_a_new_customer),
        cmocka_unit_test(edit__saves__a_customer_with_everything),
        cmocka_unit_test(edit__saves__what_a_scanner_typed_without_a_pause),
        cmocka_unit_test(edit__keeps_what_is_typed__before_the_customer_is_there),
        cmocka_unit_test(edit__saves__with_enter_in_the_last_field),
        cmocka_unit_test(edit__wants__a_name_or_a_description),
        cmocka_unit_test(edit__refuses__days_that_are_none),
        cmocka_unit_test(edit__loses_nothing__when_the_number_is_taken),
        cmocka_unit_test(edit__asks_before_leaving__only_when_something_would_be_lost),
        cmocka_unit_test(edit__changes_only_what_was_changed__and_takes_it_back),
        cmocka_unit_test(edit__leaves_no_deed__when_nothing_was_changed),
        cmocka_unit_test(edit__takes_a_birthday_away__that_somebody_was_greeted_on),
        cmocka_unit_test(edit__lays_both_together__after_a_conflict),
        cmocka_unit_test(edit__tells_both__when_a_conflict_is_about_one_field),
        cmocka_unit_test(edit__stands_hostile_text),
        cmocka_unit_test(edit__takes_a_paste__as_one_line),
        cmocka_unit_test(edit__follows_a_click),
    };
    return cmocka_run_group_tests_name("edit", tests, NULL, NULL);
}
