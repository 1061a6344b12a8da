/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking deeds back and doing them again. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/customer/contact.h"

static const char count_deeds[] = "SELECT count(*) FROM deed";

/* Tries to take the deed back, which has to fail and leave everything as it was. */
static void expect_no_undo(Db *db, gint64 deed, int fault)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *before = people_dump(db);
    gint64 deeds = people_number(db, count_deeds, DB_NO_VALUES);
    Who nobody = people_who(0);
    assert_false(deed_undo(db, &nobody, deed, NULL, &error));
    expect_fault(error, fault);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    assert_int_equal(people_number(db, count_deeds, DB_NO_VALUES), deeds);
}

static gint64 insert(Db *db, const Person *person)
{
    Deed *deed = people_begin(db);
    people_add_in(deed, person);
    return people_commit(deed);
}

/* Changes the description of the customer. */
static gint64 describe(Db *db, gint64 customer, const char *description)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = sheet_load(db, customer, &error);
    expect_done(sheet != NULL, error);
    record_set_text(&sheet->customer->description, description);
    Deed *deed = people_begin(db);
    expect_done(sheet_save(deed, sheet, &error), error);
    return people_commit(deed);
}

static gint64 take_out(Db *db, gint64 customer)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(sheet_remove(deed, customer, &error), error);
    return people_commit(deed);
}

static gint64 add_phone(Db *db, gint64 customer, const char *number)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = sheet_load(db, customer, &error);
    expect_done(sheet != NULL, error);
    Contact *contact = sheet_add(sheet, &contact_type);
    record_set_text(&contact->kind, "phone");
    record_set_text(&contact->value, number);
    Deed *deed = people_begin(db);
    expect_done(sheet_save(deed, sheet, &error), error);
    return people_commit(deed);
}

/* On a server, another counter's rows lie between. */
static void deed_undo__takes_all_rows_away__when_their_ids_have_gaps(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autofree char *before = people_dump(db);
    Deed *deed = people_begin(db);
    for (guint i = 0; i < 20; i++) {
        g_autoptr(GError) error = NULL;
        people_add_in(deed, &people_hilde);
        /* Removed rows leave gaps between the ids, in each table others. */
        const Person more = {.family = "Ott",
                             .phone = i % 2 == 0 ? "0421 1" : NULL,
                             .phone2 = i % 3 == 0 ? "0421 2" : NULL};
        gint64 gone = people_add_in(deed, &more);
        expect_done(sheet_remove(deed, gone, &error), error);
    }
    gint64 id = people_commit(deed);
    g_autofree char *between = people_dump(db);
    gint64 back = people_undo(db, id);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    people_undo(db, back);
    g_autofree char *again = people_dump(db);
    assert_string_equal(again, between);
    people_expect_sound(db);
}

static void deed_undo__takes_back_changes_of_new_rows__in_the_same_deed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    g_autofree char *before = people_dump(db);
    Deed *deed = people_begin(db);
    g_autoptr(Sheet) sheet = people_sheet(db, &people_hilde);
    expect_done(sheet_save(deed, sheet, &error), error);
    Contact *contact = g_ptr_array_index(sheet->contacts, 1);
    record_set_text(&contact->value, "0171 999");
    expect_done(sheet_save(deed, sheet, &error), error);
    contact = g_ptr_array_index(sheet->contacts, 0);
    record_set_text(&contact->value, NULL);
    record_set_text(&sheet->customer->title, "Dr.");
    expect_done(sheet_save(deed, sheet, &error), error);
    gint64 id = people_commit(deed);
    g_autofree char *between = people_dump(db);
    gint64 back = people_undo(db, id);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    people_undo(db, back);
    g_autofree char *again = people_dump(db);
    assert_string_equal(again, between);
}

static void deed_undo__goes_back_and_forth__as_often_as_wanted(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = people_add(db, &people_hilde);
    gint64 first = people_last(db, 0);
    g_autofree char *without = people_dump(db);
    gint64 deed = describe(db, customer, "Dame mit Hut");
    g_autofree char *with = people_dump(db);
    for (gint64 i = 0, step = deed; i < 6; i++) {
        bool stands = i % 2 == 1;
        gint64 before = step;
        step = people_undo(db, step);
        g_autofree char *now = people_dump(db);
        assert_string_equal(now, stands ? with : without);
        assert_int_equal(people_last(db, 0), stands ? deed : first);
        expect_no_undo(db, before, FAULT_MISSING);
        people_expect_sound(db);
    }
    /* It stands again, so it can be taken back by its own number, and with it what lies before. */
    assert_int_equal(people_last(db, 0), deed);
    people_undo(db, deed);
    people_undo(db, first);
    assert_int_equal(people_last(db, 0), 0);
    assert_int_equal(people_number(db, "SELECT count(*) FROM customer", DB_NO_VALUES), 0);
}

static void deed_undo__brings_everything_back__when_a_customer_was_removed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 customer = people_add(db, &people_hilde);
    g_autofree char *before = people_dump(db);
    gint64 deed = take_out(db, customer);
    assert_int_equal(people_number(db, "SELECT count(*) FROM occasion", DB_NO_VALUES), 0);
    assert_int_equal(people_number(db, "SELECT count(*) FROM lookup_doc", DB_NO_VALUES), 0);
    people_undo(db, deed);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    people_expect_sound(db);
}

static void deed_undo__says_missing__when_there_is_nothing_to_take_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 furnishing = people_number(db, "SELECT max(id) FROM deed", DB_NO_VALUES);
    assert_int_equal(people_last(db, 0), 0);
    expect_no_undo(db, furnishing, FAULT_MISSING);
    expect_no_undo(db, 4711, FAULT_MISSING);
    expect_no_undo(db, 0, FAULT_MISSING);
    gint64 deed = insert(db, &people_hilde);
    people_undo(db, deed);
    expect_no_undo(db, deed, FAULT_MISSING);
}

static void deed_undo__is_a_conflict__when_the_row_was_changed_again(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = people_add(db, &people_hilde);
    gint64 first = describe(db, customer, "one");
    gint64 second = describe(db, customer, "two");
    expect_no_undo(db, first, FAULT_CONFLICT);
    people_undo(db, second);
    people_undo(db, first);
}

static void deed_undo__is_a_conflict__when_something_later_hangs_on_it(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = people_add(db, &people_hilde);
    gint64 adding = people_last(db, 0);
    gint64 phone = add_phone(db, customer, "0421 7");
    expect_no_undo(db, adding, FAULT_CONFLICT);
    gint64 phone_back = people_undo(db, phone);
    gint64 adding_back = people_undo(db, adding);
    /* What hangs on the customer cannot come back before the customer. */
    expect_no_undo(db, phone_back, FAULT_CONFLICT);
    people_undo(db, adding_back);
    people_undo(db, phone_back);
    people_expect_sound(db);
}

static void deed_undo__is_a_conflict__when_the_owner_is_gone(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 customer = people_add(db, &people_hilde);
    g_autoptr(Sheet) sheet = sheet_load(db, customer, &error);
    record_set_text(&((Contact *)g_ptr_array_index(sheet->contacts, 0))->value, NULL);
    Deed *deed = people_begin(db);
    expect_done(sheet_save(deed, sheet, &error), error);
    gint64 phone = people_commit(deed);
    gint64 leaving = take_out(db, customer);
    expect_no_undo(db, phone, FAULT_CONFLICT);
    people_undo(db, leaving);
    people_undo(db, phone);
}

static void deed_undo__is_a_conflict__when_the_number_went_to_somebody_else(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person first = {.number = "5", .family = "Ott"},
                 second = {.number = "5", .family = "Klein"};
    gint64 customer = people_add(db, &first);
    gint64 leaving = take_out(db, customer);
    gint64 coming = insert(db, &second);
    expect_no_undo(db, leaving, FAULT_CONFLICT);
    people_undo(db, coming);
    people_undo(db, leaving);
    people_expect_sound(db);
}

/* Doing the later of two deeds again would bring the earlier one back half. */
static void deed_undo__is_a_conflict__when_done_again_in_the_wrong_order(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = people_add(db, &people_hilde);
    gint64 first = describe(db, customer, "one");
    gint64 second = describe(db, customer, "two");
    g_autofree char *whole = people_dump(db);
    gint64 second_back = people_undo(db, second);
    gint64 first_back = people_undo(db, first);
    expect_no_undo(db, second_back, FAULT_CONFLICT);
    people_undo(db, first_back);
    people_undo(db, second_back);
    g_autofree char *again = people_dump(db);
    assert_string_equal(again, whole);
}

static void deed_undo__works__when_what_came_later_was_taken_back_itself(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = people_add(db, &people_hilde);
    g_autofree char *before = people_dump(db);
    gint64 first = describe(db, customer, "one");
    gint64 second = describe(db, customer, "two");
    people_undo(db, people_undo(db, people_undo(db, second)));
    people_undo(db, first);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
}

static void deed_undo__does_it_again__also_for_short_runs(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 deed = insert(db, &people_hilde); /* three contacts in a row */
    g_autofree char *with = people_dump(db);
    people_undo(db, people_undo(db, deed));
    g_autofree char *again = people_dump(db);
    assert_string_equal(again, with);
}

static void deed_undo__cannot_do_an_import_again__but_takes_it_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person person = {.family = "Ott"};
    g_autofree char *before = people_dump(db);
    Deed *deed = people_begin(db);
    for (guint i = 0; i < 1001; i++) {
        people_add_in(deed, &person);
    }
    gint64 back = people_undo(db, people_commit(deed));
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    expect_no_undo(db, back, FAULT_REFUSED);
    people_expect_sound(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deed_undo__takes_all_rows_away__when_their_ids_have_gaps),
        cmocka_unit_test(deed_undo__takes_back_changes_of_new_rows__in_the_same_deed),
        cmocka_unit_test(deed_undo__goes_back_and_forth__as_often_as_wanted),
        cmocka_unit_test(deed_undo__brings_everything_back__when_a_customer_was_removed),
        cmocka_unit_test(deed_undo__says_missing__when_there_is_nothing_to_take_back),
        cmocka_unit_test(deed_undo__is_a_conflict__when_the_row_was_changed_again),
        cmocka_unit_test(deed_undo__is_a_conflict__when_something_later_hangs_on_it),
        cmocka_unit_test(deed_undo__is_a_conflict__when_the_owner_is_gone),
        cmocka_unit_test(deed_undo__is_a_conflict__when_the_number_went_to_somebody_else),
        cmocka_unit_test(deed_undo__is_a_conflict__when_done_again_in_the_wrong_order),
        cmocka_unit_test(deed_undo__works__when_what_came_later_was_taken_back_itself),
        cmocka_unit_test(deed_undo__does_it_again__also_for_short_runs),
        cmocka_unit_test(deed_undo__cannot_do_an_import_again__but_takes_it_back),
    };
    return fixture_for_each_engine("undo", tests, G_N_ELEMENTS(tests));
}
