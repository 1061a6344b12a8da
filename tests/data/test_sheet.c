/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets: a customer with everything that belongs to them, stored, changed and removed. */
#include "tests/data/people.h"

#include "data/agenda/due.h"
#include "data/base/fault.h"
#include "data/customer/address.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/relation.h"
#include "data/db/fields.h"

static const Person hilde = {
    .number = "1042",
    .salutation = "Frau",
    .title = "Dr.",
    .given = "Hilde",
    .family = "Wagner",
    .address_form = "sie",
    .phone = "0421 84220",
    .phone2 = "+49 171 2345678",
    .email = "Hilde@Example.org",
    .street = "Am Markt 3",
    .postcode = "28195",
    .place = "Bremen",
    .country = "Deutschland",
    .birthday = "1956-05-03",
    .partner = "Kurt",
    .partner_birthday = "--05-30",
    .facts = "likes: Erdbeere; allergy: Mandel; usual: Torte für 12; usual: Torte für 10; caution: "
             "nicht anlügen; once: Schirm",
    .visits = 12,
    .last_visit = "2026-01-14",
};

static Sheet *load(Db *db, gint64 customer)
{
    g_autoptr(GError) error = NULL;
    Sheet *sheet = sheet_load(db, customer, &error);
    expect_done(sheet != NULL, error);
    return sheet;
}

static void save(Db *db, Sheet *sheet)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(sheet_save(deed, sheet, &error), error);
    people_commit(deed);
}

static void expect_no_save(Db *db, Sheet *sheet, int fault)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *before = people_dump(db);
    Deed *deed = people_begin(db);
    assert_false(sheet_save(deed, sheet, &error));
    expect_fault(error, fault);
    deed_free(deed);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
}

static gint64 count(Db *db, const char *sql)
{
    g_autoptr(GError) error = NULL;
    gint64 number = -1;
    expect_done(db_get_int(db, sql, DB_NO_VALUES, &number, NULL, &error), error);
    return number;
}

static const Contact *contact_at(const Sheet *sheet, guint index)
{
    return g_ptr_array_index(sheet->contacts, index);
}

static void sheet_load__gives_back_everything__as_it_was_saved(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(Sheet) sheet = load(db, people_add(db, &hilde));
    assert_string_equal(sheet->customer->number, "1042");
    assert_string_equal(sheet->customer->title, "Dr.");
    assert_string_equal(sheet->customer->address_form, "sie");
    assert_int_equal(sheet->customer->visits_before, 12);
    assert_string_equal(sheet->customer->last_visit_before, "2026-01-14");
    assert_int_equal(sheet->contacts->len, 3);
    assert_string_equal(contact_at(sheet, 0)->value, "0421 84220");
    assert_string_equal(contact_at(sheet, 0)->key, "042184220");
    assert_string_equal(contact_at(sheet, 1)->key, "01712345678");
    assert_string_equal(contact_at(sheet, 2)->key, "hilde@example.org");
    assert_int_equal(sheet->addresses->len, 1);
    assert_string_equal(((const Address *)g_ptr_array_index(sheet->addresses, 0))->postcode,
                        "28195");
    assert_int_equal(sheet->relations->len, 1);
    assert_int_equal(sheet->occasions->len, 2);
    assert_int_equal(sheet->facts->len, 6);
    assert_int_equal(sheet->consents->len, 0);
    people_expect_sound(db);
}

static void sheet_load__says_missing__when_there_is_no_such_customer(void **state)
{
    g_autoptr(GError) error = NULL;
    assert_null(sheet_load(((Fixture *)*state)->db, 4711, &error));
    expect_fault(error, FAULT_MISSING);
}

static void sheet_list__gives_what_sheet_load_gives__in_the_order_asked_for(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    enum { COUNT = 60 }; /* more than one statement reads at once */
    gint64 ids[COUNT];
    for (guint i = 0; i < COUNT; i++) {
        g_autofree char *number = g_strdup_printf("%u", 3000 + i);
        const Person plain = {.number = number, .family = "Ott", .phone = "0421 555"};
        Person rich = hilde;
        rich.number = number;
        ids[COUNT - 1 - i] = people_add(db, i % 7 == 0 ? &rich : &plain);
    }
    g_autoptr(GPtrArray) list = sheet_list(db, ids, COUNT, NULL, &error);
    expect_done(list != NULL, error);
    assert_int_equal(list->len, COUNT);
    for (guint i = 0; i < COUNT; i++) {
        g_autoptr(Sheet) one = load(db, ids[i]);
        const Sheet *same = g_ptr_array_index(list, i);
        const GPtrArray *own[] = {one->contacts, one->addresses, one->relations,
                                  one->facts,    one->occasions, one->consents};
        const GPtrArray *told[] = {same->contacts, same->addresses, same->relations,
                                   same->facts,    same->occasions, same->consents};
        g_autofree char *image = record_to_image(one->customer);
        g_autofree char *same_image = record_to_image(same->customer);
        assert_string_equal(same_image, image);
        for (guint part = 0; part < G_N_ELEMENTS(own); part++) {
            assert_int_equal(told[part]->len, own[part]->len);
            for (guint row = 0; row < own[part]->len; row++) {
                g_autofree char *left = record_to_image(g_ptr_array_index(own[part], row));
                g_autofree char *right = record_to_image(g_ptr_array_index(told[part], row));
                assert_string_equal(right, left);
            }
        }
    }
    g_autoptr(GPtrArray) none = sheet_list(db, ids, 0, NULL, &error);
    expect_done(none != NULL, error);
    assert_int_equal(none->len, 0);
    ids[30] = 999999;
    assert_null(sheet_list(db, ids, COUNT, NULL, &error));
    expect_fault(error, FAULT_MISSING);
}

static void sheet_birthday__is_the_customers_own__not_the_partners(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person without = {.family = "Ott", .partner = "Renate", .partner_birthday = "1950-01-02"};
    people_furnish(db);
    g_autoptr(Sheet) sheet = load(db, people_add(db, &hilde));
    assert_int_equal(day_compare(sheet_birthday(sheet), (Day){1956, 5, 3}), 0);
    g_autoptr(Sheet) other = load(db, people_add(db, &without));
    assert_true(day_is_none(sheet_birthday(other)));
}

static void sheet_warnings__stand_in_the_order_of_the_card__until_ticked(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    g_autoptr(Sheet) sheet = load(db, people_add(db, &hilde));
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, &error);
    g_autoptr(GPtrArray) warnings = sheet_warnings(sheet, kinds);
    assert_int_equal(warnings->len, 3);
    assert_string_equal(g_ptr_array_index(warnings, 0), "Mandel");
    assert_string_equal(g_ptr_array_index(warnings, 1), "nicht anlügen");
    assert_string_equal(g_ptr_array_index(warnings, 2), "Schirm");
    record_set_text(&((Fact *)g_ptr_array_index(sheet->facts, 5))->done_at, FIXTURE_NOW);
    g_autoptr(GPtrArray) fewer = sheet_warnings(sheet, kinds);
    assert_int_equal(fewer->len, 2);
    assert_string_equal(sheet_fact(sheet, kinds, "usual"), "Torte für 10");
    assert_null(sheet_fact(sheet, kinds, "belief"));
    assert_null(sheet_fact(sheet, kinds, "no such kind"));
}

static void sheet_save__changes_only_what_differs__when_saved_again(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    gint64 customer = people_add(db, &hilde);
    g_autofree char *before = people_dump(db);
    g_autoptr(Sheet) sheet = load(db, customer);
    Deed *deed = people_begin(db);
    expect_done(sheet_save(deed, sheet, &error), error);
    assert_int_equal(people_commit(deed), 0);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    record_set_text(&((Contact *)g_ptr_array_index(sheet->contacts, 0))->value, "0421 777");
    save(db, sheet);
    g_autoptr(Sheet) again = load(db, customer);
    assert_string_equal(contact_at(again, 0)->value, "0421 777");
    assert_string_equal(contact_at(again, 0)->key, "0421777");
    assert_int_equal(contact_at(again, 0)->head.version, 2);
    assert_int_equal(contact_at(again, 1)->head.version, 1);
    assert_int_equal(again->customer->head.version, 1);
    people_expect_sound(db);
}

static void sheet_save__removes_rows__when_they_were_emptied(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 customer = people_add(db, &hilde);
    g_autoptr(Sheet) sheet = load(db, customer);
    Address *address = g_ptr_array_index(sheet->addresses, 0);
    record_set_text(&((Contact *)g_ptr_array_index(sheet->contacts, 1))->value, NULL);
    record_set_text(&((Fact *)g_ptr_array_index(sheet->facts, 0))->words, NULL);
    record_set_text(&address->street, NULL);
    record_set_text(&address->postcode, NULL);
    record_set_text(&address->place, NULL);
    record_set_text(&address->country, NULL);
    sheet_add(sheet, &contact_type); /* an empty line of the form */
    sheet_add(sheet, &fact_type);
    save(db, sheet);
    save(db, sheet);
    g_autoptr(Sheet) again = load(db, customer);
    assert_int_equal(again->contacts->len, 2);
    assert_int_equal(again->facts->len, 5);
    assert_int_equal(again->addresses->len, 0);
    people_expect_sound(db);
}

static void greet_all(Db *db, const Sheet *sheet)
{
    Deed *deed = people_begin(db);
    for (guint i = 0; i < sheet->occasions->len; i++) {
        g_autoptr(GError) error = NULL;
        const Occasion *occasion = g_ptr_array_index(sheet->occasions, i);
        expect_done(due_greet(deed, occasion->head.id, 2026, NULL, &error), error);
    }
    people_commit(deed);
}

static void sheet_save__removes_a_birthday__though_somebody_was_greeted(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 customer = people_add(db, &hilde);
    g_autoptr(Sheet) sheet = load(db, customer);
    greet_all(db, sheet);
    occasion_set_day(g_ptr_array_index(sheet->occasions, 0), DAY_NONE);
    save(db, sheet);
    save(db, sheet);
    g_autoptr(Sheet) again = load(db, customer);
    assert_true(day_is_none(sheet_birthday(again)));
    assert_int_equal(again->occasions->len, 1);
    assert_int_equal(count(db, "SELECT count(*) FROM greeting"), 1);
    people_expect_sound(db);
}

static void sheet_save__removes_a_partner__with_the_partners_days(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 customer = people_add(db, &hilde);
    g_autoptr(Sheet) sheet = load(db, customer);
    greet_all(db, sheet);
    record_set_text(&((Relation *)g_ptr_array_index(sheet->relations, 0))->name, NULL);
    save(db, sheet);
    save(db, sheet);
    g_autoptr(Sheet) again = load(db, customer);
    assert_int_equal(again->relations->len, 0);
    assert_int_equal(again->occasions->len, 1);
    assert_int_equal(day_compare(sheet_birthday(again), (Day){1956, 5, 3}), 0);
    assert_int_equal(count(db, "SELECT count(*) FROM greeting"), 1);
    people_expect_sound(db);
}

static void sheet_save__gives_the_next_number__when_there_is_none(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person nobody = {.description = "Studentin von gegenüber"},
                 tenth = {.number = "10", .family = "Ott"},
                 letters = {.number = "K-99", .family = "Klein"};
    static const char *const wanted[] = {"1", "2", "10", "11", "K-99", "12"};
    const Person *people[] = {&nobody, &nobody, &tenth, &nobody, &letters, &nobody};
    for (guint i = 0; i < G_N_ELEMENTS(people); i++) {
        g_autoptr(Sheet) sheet = load(db, people_add(db, people[i]));
        assert_string_equal(sheet->customer->number, wanted[i]);
    }
}

static void sheet_save__refuses__when_nobody_could_tell_who_it_is(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    static const struct {
        Person person;
        bool is_known;
    } cases[] = {
        {{.title = "Dr."}, false},
        {{.number = "7", .place = "Bremen", .birthday = "--05-03"}, false},
        {{.given = "Ida"}, true},
        {{.family = "Ott"}, true},
        {{.company = "Café Zoë"}, true},
        {{.description = "Mann mit Dackel"}, true},
        {{.phone = "0421 1"}, true},
        {{.email = "x@example.org"}, true},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Sheet) sheet = people_sheet(db, &cases[i].person);
        if (cases[i].is_known) {
            save(db, sheet);
        } else {
            expect_no_save(db, sheet, FAULT_REFUSED);
        }
    }
}

static void sheet_save__refuses__numbers_without_end(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autofree char *number = g_strnfill(101, '7');
    Person person = {.number = number, .family = "Ott"};
    g_autoptr(Sheet) sheet = people_sheet(db, &person);
    expect_no_save(db, sheet, FAULT_REFUSED);
    number[100] = '\0';
    people_add(db, &person);
}

static void sheet_save__says_taken__when_the_number_is_anothers(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person first = {.number = "7", .family = "Ott"},
                 second = {.number = "8", .family = "Klein"};
    gint64 ott = people_add(db, &first), klein = people_add(db, &second);
    g_autoptr(Sheet) sheet = load(db, klein);
    record_set_text(&sheet->customer->number, "7");
    expect_no_save(db, sheet, FAULT_TAKEN);
    g_autoptr(Sheet) new_one = people_sheet(db, &first);
    expect_no_save(db, new_one, FAULT_TAKEN);
    g_autoptr(Sheet) own = load(db, ott);
    save(db, own);
}

static void sheet_save__is_a_conflict__when_one_row_was_changed_meanwhile(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 customer = people_add(db, &hilde);
    g_autoptr(Sheet) mine = load(db, customer);
    g_autoptr(Sheet) yours = load(db, customer);
    record_set_text(&((Contact *)g_ptr_array_index(yours->contacts, 0))->value, "0421 1111");
    save(db, yours);
    g_autoptr(Sheet) copy = sheet_copy(mine);
    record_set_text(&((Contact *)g_ptr_array_index(mine->contacts, 0))->value, "0421 2222");
    expect_no_save(db, mine, FAULT_CONFLICT);
    /* The old sheet would write over the row though nothing was typed into it. */
    expect_no_save(db, copy, FAULT_CONFLICT);
}

static void sheet_copy__has_everything__and_owns_it(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(Sheet) sheet = load(db, people_add(db, &hilde));
    g_autoptr(Sheet) copy = sheet_copy(sheet);
    record_set_text(&sheet->customer->family_name, "Ott");
    g_ptr_array_set_size(sheet->facts, 0);
    assert_string_equal(copy->customer->family_name, "Wagner");
    assert_int_equal(copy->customer->head.id, sheet->customer->head.id);
    assert_int_equal(copy->facts->len, 6);
    assert_int_equal(copy->occasions->len, 2);
    assert_string_equal(contact_at(copy, 1)->value, "+49 171 2345678");
    assert_int_equal(contact_at(copy, 1)->head.version, 1);
}

static void sheet_remove__leaves_nothing__of_the_customer(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    g_autofree char *before = people_dump(db);
    gint64 customer = people_add(db, &hilde);
    g_autoptr(Sheet) sheet = load(db, customer);
    greet_all(db, sheet);
    Deed *deed = people_begin(db);
    expect_done(
        consent_note(deed, customer, "health", "given", "2026-03-01", "in the shop", &error),
        error);
    expect_done(sheet_remove(deed, customer, &error), error);
    people_commit(deed);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    people_expect_sound(db);
}

static void sheet_remove__leaves_the_name__with_those_who_know_the_customer(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    const Person kurt = {.family = "Wagner", .given = "Kurt"};
    people_furnish(db);
    gint64 wife = people_add(db, &hilde), husband = people_add(db, &kurt);
    g_autoptr(Sheet) sheet = load(db, wife);
    ((Relation *)g_ptr_array_index(sheet->relations, 0))->other_customer_id = husband;
    save(db, sheet);
    Deed *deed = people_begin(db);
    expect_done(sheet_remove(deed, husband, &error), error);
    people_commit(deed);
    g_autoptr(Sheet) again = load(db, wife);
    const Relation *partner = g_ptr_array_index(again->relations, 0);
    assert_int_equal(partner->other_customer_id, 0);
    assert_string_equal(partner->name, "Kurt");
    people_expect_sound(db);
}

static void sheet_remove__says_missing__when_the_customer_is_gone(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Deed) deed = people_begin(((Fixture *)*state)->db);
    assert_false(sheet_remove(deed, 4711, &error));
    expect_fault(error, FAULT_MISSING);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sheet_load__gives_back_everything__as_it_was_saved),
        cmocka_unit_test(sheet_load__says_missing__when_there_is_no_such_customer),
        cmocka_unit_test(sheet_list__gives_what_sheet_load_gives__in_the_order_asked_for),
        cmocka_unit_test(sheet_birthday__is_the_customers_own__not_the_partners),
        cmocka_unit_test(sheet_warnings__stand_in_the_order_of_the_card__until_ticked),
        cmocka_unit_test(sheet_save__changes_only_what_differs__when_saved_again),
        cmocka_unit_test(sheet_save__removes_rows__when_they_were_emptied),
        cmocka_unit_test(sheet_save__removes_a_birthday__though_somebody_was_greeted),
        cmocka_unit_test(sheet_save__removes_a_partner__with_the_partners_days),
        cmocka_unit_test(sheet_save__gives_the_next_number__when_there_is_none),
        cmocka_unit_test(sheet_save__refuses__when_nobody_could_tell_who_it_is),
        cmocka_unit_test(sheet_save__refuses__numbers_without_end),
        cmocka_unit_test(sheet_save__says_taken__when_the_number_is_anothers),
        cmocka_unit_test(sheet_save__is_a_conflict__when_one_row_was_changed_meanwhile),
        cmocka_unit_test(sheet_copy__has_everything__and_owns_it),
        cmocka_unit_test(sheet_remove__leaves_nothing__of_the_customer),
        cmocka_unit_test(sheet_remove__leaves_the_name__with_those_who_know_the_customer),
        cmocka_unit_test(sheet_remove__says_missing__when_the_customer_is_gone),
    };
    return fixture_for_each_engine("sheet", tests, G_N_ELEMENTS(tests));
}
