/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people who belong to a customer: the list, the form, and what is stored. */
#include "tests/tui/desk.h"

#include "data/agenda/due.h"
#include "data/customer/relation.h"
#include "data/customer/sheet.h"
#include "tests/data/people.h"
#include "tui/screens/people.h"

#include <string.h>

static gint64 open_people(Desk *desk, const char *number)
{
    gint64 id = emma_customer(desk->emma, number);
    desk_open(desk, &screen_people, &id);
    return id;
}

static Sheet *stored(const Desk *desk, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Sheet *sheet = sheet_load(desk->emma->shop->db, id, &error);
    expect_done(sheet != NULL, error);
    return sheet;
}

static const Relation *relation_at(const Sheet *sheet, guint index)
{
    assert_true(index < sheet->relations->len);
    return g_ptr_array_index(sheet->relations, index);
}

static void people__shows_who_belongs_to_a_customer(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_people(desk, "1001");
    harness_golden(desk->harness, "people");
    harness_resize(desk->harness, 30, 120);
    harness_golden(desk->harness, "people-wide");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "people-small");
}

static void people__says_how_to_begin__when_there_is_nobody(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_people(desk, "1003");
    harness_golden(desk->harness, "people-nobody");
    harness_press(desk->harness, "Delete Enter o");
    assert_string_equal(desk_top(desk), "people");
}

static void people__adds_a_child_with_days(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = open_people(desk, "1001");
    harness_press(desk->harness, "n c Tab");
    harness_type(desk->harness, "Emil");
    harness_press(desk->harness, "Tab Tab");
    harness_type(desk->harness, "12.3.2015");
    harness_expect(desk->harness, "12 March 2015");
    harness_press(desk->harness, "Tab Tab Tab");
    harness_type(desk->harness, "1.9.2021");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "Einschulung");
    harness_golden(desk->harness, "person-new");
    harness_press(desk->harness, "F4");
    harness_golden(desk->harness, "people-added");
    g_autoptr(Sheet) sheet = stored(desk, id);
    assert_string_equal(relation_at(sheet, 1)->kind, "child");
    assert_string_equal(relation_at(sheet, 1)->name, "Emil");
    guint days = 0;
    for (guint i = 0; i < sheet->occasions->len; i++) {
        days += ((const Occasion *)g_ptr_array_index(sheet->occasions, i))->relation_id ==
                relation_at(sheet, 1)->head.id;
    }
    assert_int_equal(days, 2);
    people_expect_sound(desk->emma->shop->db);
}

static void people__changes_a_person(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = open_people(desk, "1001");
    harness_press(desk->harness, "Enter Tab");
    harness_type(desk->harness, " Wagner");
    harness_press(desk->harness, "Tab Tab Ctrl-U F4");
    g_autoptr(Sheet) sheet = stored(desk, id);
    assert_string_equal(relation_at(sheet, 0)->name, "Kurt Wagner");
    for (guint i = 0; i < sheet->occasions->len; i++) {
        assert_int_equal(((const Occasion *)g_ptr_array_index(sheet->occasions, i))->relation_id,
                         0);
    }
}

static void people__removes_a_person__and_takes_it_back(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autofree char *before = people_dump(desk->emma->shop->db);
    gint64 id = open_people(desk, "1001");
    harness_press(desk->harness, "Delete");
    harness_expect(desk->harness, "Nobody yet.");
    g_autoptr(Sheet) sheet = stored(desk, id);
    assert_int_equal(sheet->relations->len, 0);
    people_expect_sound(desk->emma->shop->db);
    harness_press(desk->harness, "Ctrl-Z");
    harness_expect(desk->harness, "Kurt");
    g_autofree char *after = people_dump(desk->emma->shop->db);
    assert_string_equal(after, before);
}

static void people__removes_a_person__who_was_greeted(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    gint64 id = emma_customer(desk->emma, "1001");
    g_autoptr(Sheet) sheet = stored(desk, id);
    const Who who = {.clerk_id = 1, .at = "2026-11-21T13:32:00Z"};
    g_autoptr(Deed) deed = deed_begin(desk->emma->shop->db, &who, "greeting somebody", &error);
    for (guint i = 0; i < sheet->occasions->len; i++) {
        const Occasion *day = g_ptr_array_index(sheet->occasions, i);
        expect_done(due_greet(deed, day->head.id, 2026, NULL, &error), error);
    }
    expect_done(deed_commit(deed, NULL, &error), error);
    open_people(desk, "1001");
    harness_press(desk->harness, "Delete");
    harness_expect(desk->harness, "Removed.");
    people_expect_sound(desk->emma->shop->db);
}

static void people__links_a_customer__by_name_or_number(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = open_people(desk, "1001");
    harness_press(desk->harness, "n Tab Tab");
    harness_type(desk->harness, "müll");
    harness_expect(desk->harness, "several match: type the number");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "nirgendwer");
    harness_expect(desk->harness, "no such customer");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "No customer matches. Leave it empty.");
    /* Who is only alike is somebody else: Zorn, Peter. */
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "zron");
    harness_expect(desk->harness, "no such customer");
    /* The customer is not her own partner. */
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "1001");
    harness_expect(desk->harness, "no such customer");
    /* The name comes from the other card, and the last keys need not wait for it. */
    harness_press(desk->harness, "Ctrl-U");
    harness_type_fast(desk->harness, "jens");
    harness_press(desk->harness, "F4");
    assert_string_equal(desk_top(desk), "people");
    g_autoptr(Sheet) sheet = stored(desk, id);
    assert_string_equal(relation_at(sheet, 1)->name, "Jens Berg");
    assert_int_equal(relation_at(sheet, 1)->other_customer_id, emma_customer(desk->emma, "1005"));

    harness_press(desk->harness, "o");
    assert_true(desk->opener->has_result);
    assert_int_equal(desk->opener->result, emma_customer(desk->emma, "1005"));
}

static void people__keeps_the_link__when_something_else_is_changed(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = open_people(desk, "1001");
    harness_press(desk->harness, "Enter Tab Tab");
    harness_type(desk->harness, "1005");
    harness_press(desk->harness, "F4");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Berg, Jens");
    harness_press(desk->harness, "Up");
    harness_type(desk->harness, "Radler");
    harness_press(desk->harness, "F4");
    g_autoptr(Sheet) sheet = stored(desk, id);
    assert_string_equal(relation_at(sheet, 0)->note, "Radler");
    assert_int_equal(relation_at(sheet, 0)->other_customer_id, emma_customer(desk->emma, "1005"));
    /* And takes it away when it is emptied. */
    harness_press(desk->harness, "Enter Tab Tab Ctrl-U F4");
    g_autoptr(Sheet) after = stored(desk, id);
    assert_int_equal(relation_at(after, 0)->other_customer_id, 0);
    assert_string_equal(relation_at(after, 0)->name, "Kurt");
}

static void people__wants_a_name__and_asks_before_leaving(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = open_people(desk, "1001");
    harness_press(desk->harness, "n F4");
    harness_expect(desk->harness, "Please type a name.");
    harness_press(desk->harness, "Esc");
    assert_string_equal(desk_top(desk), "people");
    harness_press(desk->harness, "n Tab");
    harness_type(desk->harness, "Emil");
    harness_press(desk->harness, "Esc");
    harness_expect(desk->harness, "is not saved yet.");
    harness_press(desk->harness, "Esc");
    harness_expect(desk->harness, "Emil");
    harness_press(desk->harness, "Esc Enter");
    g_autoptr(Sheet) sheet = stored(desk, id);
    assert_int_equal(sheet->relations->len, 1);
}

/* Changes the first person of the customer as another counter would; NULL leaves a text as it
 * is. */
static void change_elsewhere(const Desk *desk, gint64 id, const char *name, const char *note)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Shop) other =
        shop_open(desk->emma->path, DB_READ_WRITE, NULL, "2026-11-21T13:32:00Z", &error);
    expect_done(other != NULL, error);
    const Who who = {.clerk_id = 1, .at = "2026-11-21T13:32:00Z"};
    g_autoptr(Sheet) theirs = sheet_load(other->db, id, &error);
    Relation *relation = g_ptr_array_index(theirs->relations, 0);
    record_set_text(&relation->name, name != NULL ? name : relation->name);
    record_set_text(&relation->note, note != NULL ? note : relation->note);
    g_autoptr(Deed) deed = deed_begin(other->db, &who, "changing a related person", &error);
    expect_done(sheet_save(deed, theirs, &error) && deed_commit(deed, NULL, &error), error);
}

static void people__keeps_what_was_typed__after_a_conflict(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = open_people(desk, "1001");
    harness_press(desk->harness, "Enter Tab");
    harness_type(desk->harness, " W.");
    change_elsewhere(desk, id, NULL, "Imker");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Saved, with what");
    g_autoptr(Sheet) sheet = stored(desk, id);
    assert_string_equal(relation_at(sheet, 0)->name, "Kurt W.");
    assert_string_equal(relation_at(sheet, 0)->note, "Imker");
}

static void people__tells_both__when_a_conflict_is_about_one_field(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = open_people(desk, "1001");
    harness_press(desk->harness, "Enter Tab");
    harness_type(desk->harness, " W.");
    change_elsewhere(desk, id, "Konrad", NULL);
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Kurt W.");
    harness_expect(desk->harness, "Konrad");
    assert_string_equal(desk_top(desk), "conflict");
}

static void people__stands_hostile_text(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_people(desk, "1010");
    harness_press(desk->harness, "n Tab");
    harness_paste(
        desk->harness,
        "Zoé\u202E\x1b[31m 👩‍👩‍👧 "
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft");
    harness_press(desk->harness, "F4");
    harness_golden(desk->harness, "people-hostile");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "people-hostile-small");
    people_expect_sound(desk->emma->shop->db);
}

static void people__offers_no_change__in_a_shop_that_can_only_be_read(void **state)
{
    (void)state;
    Emma *emma = emma_new();
    emma_reopen(emma, DB_READ_ONLY);
    g_autoptr(Desk) desk = g_new0(Desk, 1);
    desk->emma = emma;
    desk->harness = harness_new(24, 80, emma->shop);
    desk->opener = opener_new(desk->harness);
    open_people(desk, "1001");
    harness_press(desk->harness, "n");
    assert_string_equal(desk_top(desk), "people");
    harness_press(desk->harness, "Delete");
    harness_expect(desk->harness, "Kurt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people__shows_who_belongs_to_a_customer),
        cmocka_unit_test(people__says_how_to_begin__when_there_is_nobody),
        cmocka_unit_test(people__adds_a_child_with_days),
        cmocka_unit_test(people__changes_a_person),
        cmocka_unit_test(people__removes_a_person__and_takes_it_back),
        cmocka_unit_test(people__removes_a_person__who_was_greeted),
        cmocka_unit_test(people__links_a_customer__by_name_or_number),
        cmocka_unit_test(people__keeps_the_link__when_something_else_is_changed),
        cmocka_unit_test(people__wants_a_name__and_asks_before_leaving),
        cmocka_unit_test(people__keeps_what_was_typed__after_a_conflict),
        cmocka_unit_test(people__tells_both__when_a_conflict_is_about_one_field),
        cmocka_unit_test(people__stands_hostile_text),
        cmocka_unit_test(people__offers_no_change__in_a_shop_that_can_only_be_read),
    };
    return cmocka_run_group_tests_name("people", tests, NULL, NULL);
}
