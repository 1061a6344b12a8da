/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deeds: what they remember, taking them back and doing them again. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"

#include <string.h>

static const char count_deeds[] = "SELECT count(*) FROM deed";
static const char count_changes[] = "SELECT count(*) FROM change WHERE deed_id = $1 AND table_name = $2";

static gint64 number_of(Db *db, const char *sql, const DbValue *values, guint count)
{
    g_autoptr(GError) error = NULL;
    gint64 number = -1;
    expect_done(db_get_int(db, sql, values, count, &number, NULL, &error), error);
    return number;
}

/* Takes the deed back; the deed that did it. */
static gint64 undo(Db *db, gint64 deed)
{
    g_autoptr(GError) error = NULL;
    Who nobody = people_who(0);
    gint64 id = 0;
    expect_done(deed_undo(db, &nobody, deed, &id, &error), error);
    assert_true(id > deed);
    return id;
}

/* Tries to take the deed back, which has to fail and leave everything as it was. */
static void expect_no_undo(Db *db, gint64 deed, int fault)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *before = people_dump(db);
    gint64 deeds = number_of(db, count_deeds, DB_NO_VALUES);
    Who nobody = people_who(0);
    assert_false(deed_undo(db, &nobody, deed, NULL, &error));
    expect_fault(error, fault);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    assert_int_equal(number_of(db, count_deeds, DB_NO_VALUES), deeds);
}

static gint64 last_of(Db *db, gint64 clerk)
{
    g_autoptr(GError) error = NULL;
    const char *verb = NULL;
    gint64 id = -1;
    expect_done(deed_last(db, clerk, &id, &verb, &error), error);
    if (id == 0) {
        assert_null(verb);
    } else {
        assert_string_equal(verb, "a test");
    }
    return id;
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

static const Person hilde = {
    .given = "Hilde",
    .family = "Wagner",
    .phone = "0421 84220",
    .phone2 = "0171 2345678",
    .email = "hilde@example.org",
    .street = "Am Markt 3",
    .place = "Bremen",
    .birthday = "1956-05-03",
    .partner = "Kurt",
    .partner_birthday = "--02-29",
    .visits = 12,
    .last_visit = "2026-01-14",
};

static void deed_commit__leaves_one_row__with_who_and_when(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    Who who = {.clerk_id = people_add_clerk(db, "Lina"), .branch_id = 3, .at = "2026-03-01T09:30:00Z"};
    g_autoptr(Deed) deed = deed_begin(db, &who, "noting a fact", &error);
    people_add_in(deed, &hilde);
    gint64 id = 0;
    expect_done(deed_commit(deed, &id, &error), error);
    assert_int_equal(number_of(db, "SELECT count(*) FROM deed WHERE id = $1 AND clerk_id = $2 AND branch_id = 3 AND verb = 'noting a fact' "
                                   "AND at = '2026-03-01T09:30:00Z' AND undone_by IS NULL AND undoes IS NULL",
                               DB_VALUES(db_int(id), db_int(who.clerk_id))),
                     1);
    assert_int_equal(number_of(db, "SELECT count(DISTINCT uid) FROM deed", DB_NO_VALUES), number_of(db, count_deeds, DB_NO_VALUES));
}

static void deed_commit__leaves_no_trace__when_nothing_was_changed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    assert_int_equal(people_commit(people_begin(db)), 0);
    assert_int_equal(number_of(db, count_deeds, DB_NO_VALUES), 0);
    assert_false(db_in_transaction(db));
}

static void deed_free__rolls_back__when_not_committed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autofree char *before = people_dump(db);
    Deed *deed = people_begin(db);
    people_add_in(deed, &hilde);
    deed_free(deed);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    assert_false(db_in_transaction(db));
    deed_free(NULL);
}

static void deed_commit__remembers_runs__for_new_rows(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    Deed *deed = people_begin(db);
    for (guint i = 0; i < 50; i++) {
        people_add_in(deed, &hilde);
    }
    gint64 id = people_commit(deed);
    static const char *const tables[] = {"customer", "contact", "address", "relation", "occasion"};
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++) {
        assert_int_equal(number_of(db, count_changes, DB_VALUES(db_int(id), db_text(tables[i]))), 1);
    }
    assert_int_equal(number_of(db, "SELECT count(*) FROM customer", DB_NO_VALUES), 50);
    undo(db, id);
    assert_int_equal(number_of(db, "SELECT count(*) FROM customer", DB_NO_VALUES), 0);
}

/* On a server, another counter's rows lie between. */
static void deed_undo__takes_all_rows_away__when_their_ids_have_gaps(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autofree char *before = people_dump(db);
    Deed *deed = people_begin(db);
    for (guint i = 0; i < 20; i++) {
        g_autoptr(GError) error = NULL;
        people_add_in(deed, &hilde);
        /* What is rolled back to here has used up ids of some tables on a server; removed rows do so everywhere. */
        const Person more = {.family = "Ott", .phone = i % 2 == 0 ? "0421 1" : NULL, .phone2 = i % 3 == 0 ? "0421 2" : NULL};
        gint64 gone = people_add_in(deed, &more);
        expect_done(sheet_remove(deed, gone, &error), error);
    }
    gint64 id = people_commit(deed);
    g_autofree char *between = people_dump(db);
    gint64 back = undo(db, id);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    undo(db, back);
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
    g_autoptr(Sheet) sheet = people_sheet(db, &hilde);
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
    gint64 back = undo(db, id);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    undo(db, back);
    g_autofree char *again = people_dump(db);
    assert_string_equal(again, between);
}

static void deed_undo__goes_back_and_forth__as_often_as_wanted(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = people_add(db, &hilde);
    gint64 first = last_of(db, 0);
    g_autofree char *without = people_dump(db);
    gint64 deed = describe(db, customer, "Dame mit Hut");
    g_autofree char *with = people_dump(db);
    for (gint64 i = 0, step = deed; i < 6; i++) {
        bool stands = i % 2 == 1;
        gint64 before = step;
        step = undo(db, step);
        g_autofree char *now = people_dump(db);
        assert_string_equal(now, stands ? with : without);
        assert_int_equal(last_of(db, 0), stands ? deed : first);
        expect_no_undo(db, before, FAULT_MISSING);
        people_expect_sound(db);
    }
    /* It stands again, so it can be taken back by its own number, and with it what lies before. */
    assert_int_equal(last_of(db, 0), deed);
    undo(db, deed);
    undo(db, first);
    assert_int_equal(last_of(db, 0), 0);
    assert_int_equal(number_of(db, "SELECT count(*) FROM customer", DB_NO_VALUES), 0);
}

static void deed_undo__brings_everything_back__when_a_customer_was_removed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 customer = people_add(db, &hilde);
    g_autofree char *before = people_dump(db);
    gint64 deed = take_out(db, customer);
    assert_int_equal(number_of(db, "SELECT count(*) FROM occasion", DB_NO_VALUES), 0);
    assert_int_equal(number_of(db, "SELECT count(*) FROM lookup_doc", DB_NO_VALUES), 0);
    undo(db, deed);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    people_expect_sound(db);
}

static void deed_undo__says_missing__when_there_is_nothing_to_take_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 furnishing = number_of(db, "SELECT max(id) FROM deed", DB_NO_VALUES);
    assert_int_equal(last_of(db, 0), 0);
    expect_no_undo(db, furnishing, FAULT_MISSING);
    expect_no_undo(db, 4711, FAULT_MISSING);
    expect_no_undo(db, 0, FAULT_MISSING);
    gint64 deed = insert(db, &hilde);
    undo(db, deed);
    expect_no_undo(db, deed, FAULT_MISSING);
}

static void deed_undo__is_a_conflict__when_the_row_was_changed_again(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = people_add(db, &hilde);
    gint64 first = describe(db, customer, "one");
    gint64 second = describe(db, customer, "two");
    expect_no_undo(db, first, FAULT_CONFLICT);
    undo(db, second);
    undo(db, first);
}

static void deed_undo__is_a_conflict__when_something_later_hangs_on_it(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = people_add(db, &hilde);
    gint64 adding = last_of(db, 0);
    gint64 phone = add_phone(db, customer, "0421 7");
    expect_no_undo(db, adding, FAULT_CONFLICT);
    gint64 phone_back = undo(db, phone);
    gint64 adding_back = undo(db, adding);
    /* What hangs on the customer cannot come back before the customer. */
    expect_no_undo(db, phone_back, FAULT_CONFLICT);
    undo(db, adding_back);
    undo(db, phone_back);
    people_expect_sound(db);
}

static void deed_undo__is_a_conflict__when_the_owner_is_gone(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 customer = people_add(db, &hilde);
    g_autoptr(Sheet) sheet = sheet_load(db, customer, &error);
    record_set_text(&((Contact *)g_ptr_array_index(sheet->contacts, 0))->value, NULL);
    Deed *deed = people_begin(db);
    expect_done(sheet_save(deed, sheet, &error), error);
    gint64 phone = people_commit(deed);
    gint64 leaving = take_out(db, customer);
    expect_no_undo(db, phone, FAULT_CONFLICT);
    undo(db, leaving);
    undo(db, phone);
}

static void deed_undo__is_a_conflict__when_the_number_went_to_somebody_else(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person first = {.number = "5", .family = "Ott"}, second = {.number = "5", .family = "Klein"};
    gint64 customer = people_add(db, &first);
    gint64 leaving = take_out(db, customer);
    gint64 coming = insert(db, &second);
    expect_no_undo(db, leaving, FAULT_CONFLICT);
    undo(db, coming);
    undo(db, leaving);
    people_expect_sound(db);
}

/* Doing the later of two deeds again would bring the earlier one back half. */
static void deed_undo__is_a_conflict__when_done_again_in_the_wrong_order(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = people_add(db, &hilde);
    gint64 first = describe(db, customer, "one");
    gint64 second = describe(db, customer, "two");
    g_autofree char *whole = people_dump(db);
    gint64 second_back = undo(db, second);
    gint64 first_back = undo(db, first);
    expect_no_undo(db, second_back, FAULT_CONFLICT);
    undo(db, first_back);
    undo(db, second_back);
    g_autofree char *again = people_dump(db);
    assert_string_equal(again, whole);
}

static void deed_undo__works__when_what_came_later_was_taken_back_itself(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = people_add(db, &hilde);
    g_autofree char *before = people_dump(db);
    gint64 first = describe(db, customer, "one");
    gint64 second = describe(db, customer, "two");
    undo(db, undo(db, undo(db, second)));
    undo(db, first);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
}

static void deed_undo__does_it_again__also_for_short_runs(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 deed = insert(db, &hilde); /* three contacts in a row */
    g_autofree char *with = people_dump(db);
    undo(db, undo(db, deed));
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
    gint64 back = undo(db, people_commit(deed));
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    expect_no_undo(db, back, FAULT_REFUSED);
    people_expect_sound(db);
}

static void deed_begin__joins_the_transaction__when_there_is_one(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    g_autofree char *before = people_dump(db);
    expect_done(db_begin(db, &error), error);
    gint64 kept = insert(db, &hilde);
    Deed *lost = people_begin(db);
    people_add_in(lost, &hilde);
    deed_free(lost);
    assert_int_equal(number_of(db, "SELECT count(*) FROM customer", DB_NO_VALUES), 1);
    undo(db, kept);
    g_autofree char *inside = people_dump(db);
    assert_string_equal(inside, before);
    insert(db, &hilde);
    db_rollback(db);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    assert_int_equal(number_of(db, count_deeds, DB_NO_VALUES), 0);
}

static void deed_last__knows_each_clerk__and_everybody(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 lina = people_add_clerk(db, "Lina"), emma = people_add_clerk(db, "Emma"), ids[3];
    gint64 clerks[3] = {lina, emma, lina};
    for (guint i = 0; i < 3; i++) {
        g_autoptr(GError) error = NULL;
        Who who = people_who(clerks[i]);
        g_autoptr(Deed) deed = deed_begin(db, &who, "a test", &error);
        people_add_in(deed, &hilde);
        expect_done(deed_commit(deed, &ids[i], &error), error);
    }
    assert_int_equal(last_of(db, lina), ids[2]);
    assert_int_equal(last_of(db, emma), ids[1]);
    assert_int_equal(last_of(db, 0), ids[2]);
    undo(db, ids[2]);
    assert_int_equal(last_of(db, lina), ids[0]);
    assert_int_equal(last_of(db, 0), ids[1]);
    assert_int_equal(last_of(db, 4711), 0);
}

static void deed_follow__keeps_the_index_right__in_the_middle_of_a_deed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    people_add_in(deed, &hilde);
    assert_int_equal(number_of(db, "SELECT count(*) FROM lookup_doc", DB_NO_VALUES), 0);
    expect_done(deed_follow(deed, &error), error);
    assert_int_equal(number_of(db, "SELECT count(*) FROM lookup_doc", DB_NO_VALUES), 1);
    people_commit(deed);
    people_expect_sound(db);
}

/* A save that failed is tried again from a copy: the first sheet has ids by now that were rolled back. */
static void deed_free__lets_a_copy_be_saved_again__after_a_fault(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) typed = people_sheet(db, &hilde);
    for (guint i = 0; i < 2; i++) {
        g_autoptr(Sheet) copy = sheet_copy(typed);
        Deed *deed = people_begin(db);
        expect_done(sheet_save(deed, copy, &error), error);
        if (i == 0) {
            deed_free(deed);
        } else {
            people_commit(deed);
        }
    }
    assert_int_equal(number_of(db, "SELECT count(*) FROM contact", DB_NO_VALUES), 3);
    people_expect_sound(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deed_commit__leaves_one_row__with_who_and_when),
        cmocka_unit_test(deed_commit__leaves_no_trace__when_nothing_was_changed),
        cmocka_unit_test(deed_free__rolls_back__when_not_committed),
        cmocka_unit_test(deed_commit__remembers_runs__for_new_rows),
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
        cmocka_unit_test(deed_begin__joins_the_transaction__when_there_is_one),
        cmocka_unit_test(deed_last__knows_each_clerk__and_everybody),
        cmocka_unit_test(deed_follow__keeps_the_index_right__in_the_middle_of_a_deed),
        cmocka_unit_test(deed_free__lets_a_copy_be_saved_again__after_a_fault),
    };
    return fixture_for_each_engine("deed", tests, G_N_ELEMENTS(tests));
}
