/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was removed, and bringing it back. */
#include "tests/data/people.h"

#include "data/agenda/due.h"
#include "data/base/fault.h"
#include "data/bin.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/kin.h"

#include <string.h>

static const Person hilde = {.number = "1",
                             .given = "Hilde",
                             .family = "Wagner",
                             .phone = "0421 84220",
                             .phone2 = "0171 2345678",
                             .street = "Am Markt 3",
                             .postcode = "28195",
                             .place = "Bremen",
                             .birthday = "1956-05-03",
                             .partner = "Kurt",
                             .partner_birthday = "--02-29",
                             .facts = "likes: Eis; allergy: Nüsse"};
static const Person jens = {.number = "2", .given = "Jens", .family = "Berg", .phone = "0421 1"};

static GPtrArray *list(Db *db)
{
    g_autoptr(GError) error = NULL;
    bool has_more = false;
    GPtrArray *entries = bin_list(db, 100, &has_more, &error);
    expect_done(entries != NULL, error);
    assert_false(has_more);
    return entries;
}

/* "customer: Hilde Wagner", "note: Eis (Hilde Wagner)", "customer: 12", a line each. */
static void expect_bin(Db *db, const char *wanted)
{
    g_autoptr(GPtrArray) entries = list(db);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < entries->len; i++) {
        const BinEntry *entry = g_ptr_array_index(entries, i);
        g_string_append_printf(text, "%s%s: ", i > 0 ? "\n" : "", entry->type->label);
        if (entry->what != NULL) {
            g_string_append(text, entry->what);
        } else {
            g_string_append_printf(text, "%" G_GINT64_FORMAT, entry->customers);
        }
        if (entry->whose != NULL) {
            g_string_append_printf(text, " (%s)", entry->whose);
        }
        assert_string_equal(entry->at, FIXTURE_NOW);
    }
    assert_string_equal(text->str, wanted);
}

static gint64 newest(Db *db)
{
    g_autoptr(GPtrArray) entries = list(db);
    assert_true(entries->len > 0);
    return ((const BinEntry *)g_ptr_array_index(entries, 0))->deed_id;
}

static gint64 restore(Db *db, gint64 deed)
{
    g_autoptr(GError) error = NULL;
    Who nobody = people_who(0);
    gint64 id = 0;
    expect_done(bin_restore(db, &nobody, deed, &id, &error), error);
    assert_true(id > deed);
    people_expect_sound(db);
    return id;
}

/* It has to fail so, leave everything as it was, and say PART. */
static void expect_no_restore(Db *db, gint64 deed, int fault, const char *part)
{
    g_autoptr(GError) error = NULL;
    Who nobody = people_who(0);
    g_autofree char *before = people_dump(db);
    assert_false(bin_restore(db, &nobody, deed, NULL, &error));
    expect_fault(error, fault);
    if (strstr(error->message, part) == NULL) {
        fail_msg("“%s” does not say “%s”.", error->message, part);
    }
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
}

static gint64 take_out(Db *db, gint64 customer)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(sheet_remove(deed, customer, &error), error);
    return people_commit(deed);
}

/* Empties the phones of the customer, as a form does, and the facts when FACTS. */
static gint64 empty_phones(Db *db, gint64 customer, bool facts)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = sheet_load(db, customer, &error);
    expect_done(sheet != NULL, error);
    for (guint i = 0; i < sheet->contacts->len; i++) {
        record_set_text(&((Contact *)g_ptr_array_index(sheet->contacts, i))->value, NULL);
    }
    for (guint i = 0; facts && i < sheet->facts->len; i++) {
        record_set_text(&((Fact *)g_ptr_array_index(sheet->facts, i))->words, NULL);
    }
    Deed *deed = people_begin(db);
    expect_done(sheet_save(deed, sheet, &error), error);
    return people_commit(deed);
}

static gint64 remove_partner(Db *db, gint64 customer)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = sheet_load(db, customer, &error);
    expect_done(sheet != NULL, error);
    Deed *deed = people_begin(db);
    const RecordHead *partner = g_ptr_array_index(sheet->relations, 0);
    expect_done(kin_remove(deed, partner->id, &error), error);
    return people_commit(deed);
}

static void bin_list__is_empty__when_nothing_was_removed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    people_add(db, &hilde);
    expect_bin(db, "");
}

static void bin_restore__brings_a_customer_back__with_everything(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 customer = people_add(db, &hilde);
    g_autofree char *before = people_dump(db);
    gint64 removal = take_out(db, customer);
    g_autofree char *without = people_dump(db);
    expect_bin(db, "customer: Hilde Wagner");
    gint64 restoring = restore(db, removal);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    expect_bin(db, "");
    expect_no_restore(db, removal, FAULT_MISSING, "back already");
    /* It is a deed like others. */
    assert_int_equal(people_number(db, "SELECT max(id) FROM deed", DB_NO_VALUES), restoring);
    gint64 back = people_undo(db, restoring);
    g_autofree char *again = people_dump(db);
    assert_string_equal(again, without);
    /* Once: the removal that counts is the last one. */
    expect_bin(db, "customer: Hilde Wagner");
    assert_int_equal(newest(db), back);
    restore(db, back);
    g_autofree char *last = people_dump(db);
    assert_string_equal(last, before);
}

static void bin_list__tells_rows__with_whose_they_were(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 customer = people_add(db, &hilde);
    g_autofree char *before = people_dump(db);
    gint64 phones = empty_phones(db, customer, false);
    expect_bin(db, "contact: 0421 84220, 0171 2345678 (Hilde Wagner)");
    gint64 partner = remove_partner(db, customer);
    expect_bin(db, "related person: Kurt, Birthday 29 February (Hilde Wagner)\n"
                   "contact: 0421 84220, 0171 2345678 (Hilde Wagner)");
    restore(db, phones);
    expect_bin(db, "related person: Kurt, Birthday 29 February (Hilde Wagner)");
    restore(db, partner);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
}

static void bin_list__tells_the_first_of_many__parents_before_children(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 customer = people_add(db, &(const Person){.family = "Ott",
                                                     .phone = "0421 1",
                                                     .facts = "likes: a; likes: b; likes: c; "
                                                              "likes: d; likes: e"});
    empty_phones(db, customer, true);
    expect_bin(db, "contact: 0421 1, a, b, c, d, … (Ott)");
}

static void bin_list__writes_an_address__as_it_is_spoken(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(GError) error = NULL;
    const Person persons[] = {
        {.family = "Ott", .street = "Am Markt 3", .postcode = "28195", .place = "Bremen"},
        {.family = "Ott", .place = "Bremen", .country = "DE"},
        {.family = "Ott", .street = "Am Markt 3", .postcode = "28195"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(persons); i++) {
        g_autoptr(Sheet) sheet = sheet_load(db, people_add(db, &persons[i]), &error);
        Deed *deed = people_begin(db);
        const RecordHead *address = g_ptr_array_index(sheet->addresses, 0);
        expect_done(record_remove(deed, address->type, address->id, &error), error);
        people_commit(deed);
    }
    expect_bin(db, "address: Am Markt 3, 28195 (Ott)\n"
                   "address: Bremen, DE (Ott)\n"
                   "address: Am Markt 3, 28195 Bremen (Ott)");
}

static void bin_list__counts_customers__and_brings_them_back_at_once(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    Deed *deed = people_begin(db);
    people_add_in(deed, &hilde);
    people_add_in(deed, &jens);
    gint64 adding = people_commit(deed);
    g_autofree char *before = people_dump(db);
    gint64 back = people_undo(db, adding);
    expect_bin(db, "customer: 2");
    restore(db, back);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
}

static void bin_list__says_who_did_it(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(GError) error = NULL;
    gint64 customer = people_add(db, &jens);
    Who lina = people_who(people_add_clerk(db, "Lina"));
    g_autoptr(Deed) deed = deed_begin(db, &lina, "a test", &error);
    expect_done(sheet_remove(deed, customer, &error) && deed_commit(deed, NULL, &error), error);
    g_autoptr(GPtrArray) entries = list(db);
    assert_string_equal(((const BinEntry *)g_ptr_array_index(entries, 0))->clerk, "Lina");
}

static void bin_list__knows_clerks__whose_adding_was_taken_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_add_clerk(db, "Lina");
    people_undo(db, people_last(db, 0));
    expect_bin(db, "clerk: Lina");
    restore(db, newest(db));
    expect_bin(db, "");
}

static void bin_list__leaves_out__ticks_by_themselves(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(GError) error = NULL;
    people_add(db, &hilde);
    gint64 occasion = people_number(db, "SELECT min(id) FROM occasion", DB_NO_VALUES);
    Deed *deed = people_begin(db);
    expect_done(due_greet(deed, occasion, 2026, NULL, &error), error);
    people_commit(deed);
    deed = people_begin(db);
    expect_done(due_ungreet(deed, occasion, 2026, &error), error);
    people_commit(deed);
    expect_bin(db, "");
}

static void bin_restore__names_the_owner__who_is_gone(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 customer = people_add(db, &hilde);
    g_autofree char *before = people_dump(db);
    gint64 phones = empty_phones(db, customer, false);
    gint64 removal = take_out(db, customer);
    expect_bin(db, "customer: Hilde Wagner\n"
                   "contact: 0421 84220, 0171 2345678 (Hilde Wagner)");
    expect_no_restore(db, phones, FAULT_CONFLICT, "Hilde Wagner");
    restore(db, removal);
    restore(db, phones);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
}

static void bin_restore__wants_the_person_first__of_a_day(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(GError) error = NULL;
    gint64 customer = people_add(db, &hilde);
    g_autoptr(Sheet) sheet = sheet_load(db, customer, &error);
    expect_done(sheet != NULL, error);
    Deed *deed = people_begin(db);
    for (guint i = 0; i < sheet->occasions->len; i++) {
        Occasion *day = g_ptr_array_index(sheet->occasions, i);
        if (day->relation_id != 0) {
            expect_done(record_remove(deed, &occasion_type, day->head.id, &error), error);
        }
    }
    gint64 days = people_commit(deed), partner = remove_partner(db, customer);
    expect_no_restore(db, days, FAULT_CONFLICT, "Bring that back first");
    restore(db, partner);
    restore(db, days);
}

static void bin_restore__names_the_one__who_has_the_number(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 removal = take_out(db, people_add(db, &hilde));
    people_add(db, &(const Person){.number = "1", .family = "Klein"});
    expect_no_restore(db, removal, FAULT_TAKEN, "Number 1 belongs to Klein");
}

static void bin_restore__is_refused__when_something_newer_is_in_the_place(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(GError) error = NULL;
    gint64 customer = people_add(db, &hilde);
    for (guint i = 0; i < 2; i++) {
        Deed *deed = people_begin(db);
        expect_done(consent_note(deed, customer, "health", "given", "2026-03-01", NULL, &error),
                    error);
        gint64 asking = people_commit(deed);
        if (i == 0) {
            people_undo(db, asking);
        }
    }
    expect_bin(db, "consent: Health (allergies, diet): agreed (Hilde Wagner)");
    expect_no_restore(db, newest(db), FAULT_TAKEN, "Something newer");
}

/* As the other card's removal does it to those who are still there. */
static void bin_restore__keeps_the_person__when_their_own_card_is_gone(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(GError) error = NULL;
    gint64 customer = people_add(db, &jens), other = people_add(db, &hilde);
    Relation *friend = record_new(&relation_type);
    g_autoptr(GPtrArray) days = g_ptr_array_new();
    friend->customer_id = customer;
    friend->other_customer_id = other;
    record_set_text(&friend->kind, "friend");
    record_set_text(&friend->name, "Hilde");
    Deed *deed = people_begin(db);
    bool saved = kin_save(deed, friend, days, &error);
    record_free(friend);
    expect_done(saved, error);
    people_commit(deed);
    gint64 removal = remove_partner(db, customer);
    take_out(db, other);
    restore(db, removal);
    g_autoptr(Sheet) sheet = sheet_load(db, customer, &error);
    expect_done(sheet != NULL, error);
    assert_int_equal(((const Relation *)g_ptr_array_index(sheet->relations, 0))->other_customer_id,
                     0);
}

static void bin_list__leaves_out__an_import_that_kept_no_images(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    const Person person = {.family = "Ott", .phone = "0421 1"};
    Deed *deed = people_begin(db);
    for (guint i = 0; i < 1001; i++) {
        people_add_in(deed, i < 10 ? &person : &(const Person){.family = "Klein"});
    }
    people_undo(db, people_commit(deed));
    expect_bin(db, "");
}

static void bin_list__ends__where_it_was_asked_to(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(GError) error = NULL;
    for (guint i = 0; i < 5; i++) {
        g_autofree char *name = g_strdup_printf("Ott %u", i);
        take_out(db, people_add(db, &(const Person){.family = name}));
    }
    bool has_more = false;
    g_autoptr(GPtrArray) entries = bin_list(db, 3, &has_more, &error);
    expect_done(entries != NULL, error);
    assert_true(has_more);
    assert_int_equal(entries->len, 3);
    assert_string_equal(((const BinEntry *)g_ptr_array_index(entries, 0))->what, "Ott 4");
}

/* Words that were erased from the images are nowhere else. */
static void bin_list__forgets__what_was_erased(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(GError) error = NULL;
    gint64 removal = take_out(db, people_add(db, &hilde));
    take_out(db, people_add(db, &jens));
    expect_done(db_run(db, "UPDATE change SET before = NULL WHERE deed_id = $1",
                       DB_VALUES(db_int(removal)), NULL, &error),
                error);
    expect_bin(db, "customer: Jens Berg");
    expect_no_restore(db, removal, FAULT_MISSING, "back already");
}

static void bin_list__passes_over__an_image_that_is_damaged(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(GError) error = NULL;
    gint64 removal = empty_phones(db, people_add(db, &hilde), false);
    gint64 other = take_out(db, people_add(db, &(const Person){.family = "Ott"}));
    take_out(db, people_add(db, &jens));
    expect_done(db_run(db, "UPDATE change SET before = '{' WHERE deed_id IN ($1, $2)",
                       DB_VALUES(db_int(removal), db_int(other)), NULL, &error),
                error);
    expect_bin(db, "customer: Jens Berg");
    expect_no_restore(db, removal, FAULT_DAMAGED, "damaged");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bin_list__is_empty__when_nothing_was_removed),
        cmocka_unit_test(bin_restore__brings_a_customer_back__with_everything),
        cmocka_unit_test(bin_list__tells_rows__with_whose_they_were),
        cmocka_unit_test(bin_list__tells_the_first_of_many__parents_before_children),
        cmocka_unit_test(bin_list__writes_an_address__as_it_is_spoken),
        cmocka_unit_test(bin_list__counts_customers__and_brings_them_back_at_once),
        cmocka_unit_test(bin_list__says_who_did_it),
        cmocka_unit_test(bin_list__knows_clerks__whose_adding_was_taken_back),
        cmocka_unit_test(bin_list__leaves_out__ticks_by_themselves),
        cmocka_unit_test(bin_restore__names_the_owner__who_is_gone),
        cmocka_unit_test(bin_restore__wants_the_person_first__of_a_day),
        cmocka_unit_test(bin_restore__names_the_one__who_has_the_number),
        cmocka_unit_test(bin_restore__is_refused__when_something_newer_is_in_the_place),
        cmocka_unit_test(bin_restore__keeps_the_person__when_their_own_card_is_gone),
        cmocka_unit_test(bin_list__leaves_out__an_import_that_kept_no_images),
        cmocka_unit_test(bin_list__ends__where_it_was_asked_to),
        cmocka_unit_test(bin_list__forgets__what_was_erased),
        cmocka_unit_test(bin_list__passes_over__an_image_that_is_damaged),
    };
    return fixture_for_each_engine("bin", tests, G_N_ELEMENTS(tests));
}
