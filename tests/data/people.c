/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Customers for tests. */
#include "tests/data/people.h"

#include "data/agenda/care.h"
#include "data/agenda/occasion.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/customer/address.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/kin.h"
#include "data/db/check.h"
#include "data/db/fields.h"
#include "data/db/seal.h"
#include "data/diary/lossreason.h"
#include "data/diary/sums.h"
#include "data/lookup/index.h"
#include "data/records.h"

#include <string.h>

static const char all_docs[] =
    "SELECT customer_id, visits, last_visit, words FROM lookup_doc ORDER BY customer_id";

void people_furnish(Db *db)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    deed_make_lasting(deed);
    expect_done(fact_kind_add_builtin(deed, &error), error);
    expect_done(wordlist_add_builtin(deed, &loss_reasons, &error), error);
    people_commit(deed);
}

gint64 people_add_clerk(Db *db, const char *name)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Clerk *clerk = record_new(&clerk_type);
    record_set_text(&clerk->name, name);
    clerk->active = 1;
    expect_done(record_insert(deed, clerk, &error), error);
    gint64 id = clerk->head.id;
    record_free(clerk);
    people_commit(deed);
    return id;
}

gint64 people_add_branch(Db *db, const char *name)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Branch *branch = record_new(&branch_type);
    record_set_text(&branch->name, name);
    expect_done(record_insert(deed, branch, &error), error);
    gint64 id = branch->head.id;
    record_free(branch);
    people_commit(deed);
    return id;
}

Who people_who(gint64 clerk_id)
{
    Who who = {.clerk_id = clerk_id};
    g_strlcpy(who.at, FIXTURE_NOW, sizeof who.at);
    return who;
}

Deed *people_begin(Db *db)
{
    g_autoptr(GError) error = NULL;
    Who nobody = people_who(0);
    Deed *deed = deed_begin(db, &nobody, "a test", &error);
    expect_done(deed != NULL, error);
    return deed;
}

gint64 people_commit(Deed *deed)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    bool done = deed_commit(deed, &id, &error);
    deed_free(deed);
    expect_done(done, error);
    return id;
}

static void add_contact(Sheet *sheet, const char *kind, const char *value)
{
    if (value != NULL) {
        Contact *contact = sheet_add(sheet, &contact_type);
        record_set_text(&contact->kind, kind);
        record_set_text(&contact->value, value);
    }
}

static void add_address(Sheet *sheet, const Person *person)
{
    if (person->street != NULL || person->postcode != NULL || person->place != NULL ||
        person->country != NULL) {
        Address *address = sheet_add(sheet, &address_type);
        record_set_text(&address->street, person->street);
        record_set_text(&address->postcode, person->postcode);
        record_set_text(&address->place, person->place);
        record_set_text(&address->country, person->country);
    }
}

static void set_birthday(Occasion *occasion, const char *text)
{
    Day day;
    assert_true(day_from_text(text, &day));
    record_set_text(&occasion->kind, "birthday");
    occasion_set_day(occasion, day);
}

/* FACTS is "kind: words; kind: words". */
static void add_facts(Db *db, Sheet *sheet, const char *facts)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, &error);
    g_auto(GStrv) parts = g_strsplit(facts != NULL ? facts : "", "; ", -1);
    expect_done(kinds != NULL, error);
    for (guint i = 0; parts[i] != NULL; i++) {
        g_auto(GStrv) halves = g_strsplit(parts[i], ": ", 2);
        const FactKind *kind = fact_kind_by_code(kinds, halves[0]);
        assert_non_null(kind);
        Fact *fact = sheet_add(sheet, &fact_type);
        fact->kind_id = kind->head.id;
        record_set_text(&fact->words, halves[1]);
    }
}

Sheet *people_sheet(Db *db, const Person *person)
{
    Sheet *sheet = sheet_new();
    Customer *customer = sheet->customer;
    record_set_text(&customer->number, person->number);
    record_set_text(&customer->salutation, person->salutation);
    record_set_text(&customer->title, person->title);
    record_set_text(&customer->given_name, person->given);
    record_set_text(&customer->family_name, person->family);
    record_set_text(&customer->company, person->company);
    record_set_text(&customer->description, person->description);
    record_set_text(&customer->address_form, person->address_form);
    customer->visits_before = person->visits;
    record_set_text(&customer->last_visit_before, person->last_visit);
    add_contact(sheet, "phone", person->phone);
    add_contact(sheet, "phone", person->phone2);
    add_contact(sheet, "email", person->email);
    add_address(sheet, person);
    if (person->birthday != NULL) {
        set_birthday(sheet_add(sheet, &occasion_type), person->birthday);
    }
    add_facts(db, sheet, person->facts);
    return sheet;
}

static void add_partner(Deed *deed, gint64 customer_id, const Person *person)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) days = g_ptr_array_new_with_free_func(record_free);
    Relation *partner = record_new(&relation_type);
    partner->customer_id = customer_id;
    record_set_text(&partner->kind, "partner");
    record_set_text(&partner->name, person->partner);
    if (person->partner_birthday != NULL) {
        Occasion *day = record_new(&occasion_type);
        set_birthday(day, person->partner_birthday);
        g_ptr_array_add(days, day);
    }
    bool done = kin_save(deed, partner, days, &error);
    record_free(partner);
    expect_done(done, error);
}

gint64 people_add_in(Deed *deed, const Person *person)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = people_sheet(deed_db(deed), person);
    expect_done(sheet_save(deed, sheet, &error), error);
    gint64 id = sheet->customer->head.id;
    if (person->partner != NULL) {
        add_partner(deed, id, person);
    }
    return id;
}

gint64 people_add(Db *db, const Person *person)
{
    Deed *deed = people_begin(db);
    gint64 id = people_add_in(deed, person);
    people_commit(deed);
    return id;
}

void people_add_all(Db *db, const Person *list, gsize count)
{
    Deed *deed = people_begin(db);
    for (gsize i = 0; i < count; i++) {
        people_add_in(deed, &list[i]);
    }
    people_commit(deed);
}

const Person people_hilde = {
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

gint64 people_number(Db *db, const char *sql, const DbValue *values, guint count)
{
    g_autoptr(GError) error = NULL;
    gint64 number = -1;
    expect_done(db_get_int(db, sql, values, count, &number, NULL, &error), error);
    return number;
}

gint64 people_undo(Db *db, gint64 deed)
{
    g_autoptr(GError) error = NULL;
    Who nobody = people_who(0);
    gint64 id = 0;
    expect_done(deed_undo(db, &nobody, deed, &id, &error), error);
    assert_true(id > deed);
    return id;
}

gint64 people_last(Db *db, gint64 clerk)
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

static void dump_table(Db *db, const RecordType *type, GString *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) rows = record_list(db, type, "ORDER BY id", DB_NO_VALUES, &error);
    expect_done(rows != NULL, error);
    for (guint row = 0; row < rows->len; row++) {
        gconstpointer record = g_ptr_array_index(rows, row);
        g_string_append(text, type->table);
        for (guint i = 0; i < field_count(type); i++) {
            const Field *field = field_at(type, i);
            DbValue value = field_value(field, record);
            if (strcmp(field->column, "version") == 0 ||
                g_str_has_prefix(field->column, "updated_")) {
                continue;
            }
            g_string_append_printf(text, " %s=", field->column);
            if (value.type == DB_INT) {
                g_string_append_printf(text, "%" G_GINT64_FORMAT, value.integer);
            } else {
                g_string_append(text, value.type == DB_TEXT ? value.text : "-");
            }
        }
        g_string_append_c(text, '\n');
    }
}

char *people_dump(Db *db)
{
    g_autoptr(GError) error = NULL;
    GString *text = g_string_new(NULL);
    for (guint i = 0; records[i] != NULL; i++) {
        dump_table(db, records[i], text);
    }
    g_autoptr(Rows) rows = db_query(db, all_docs, DB_NO_VALUES, &error);
    expect_done(rows != NULL, error);
    while (rows_next(rows, &error)) {
        const char *last = rows_text(rows, 2);
        g_string_append_printf(
            text, "words of %" G_GINT64_FORMAT " (%" G_GINT64_FORMAT ", %s): %s\n",
            rows_int(rows, 0), rows_int(rows, 1), last != NULL ? last : "-", rows_text(rows, 3));
    }
    expect_done(true, error);
    return g_string_free(text, FALSE);
}

void people_expect_sound(Db *db)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    expect_done(check_database(db, findings, &error), error);
    expect_done(index_check(db, NULL, NULL, findings, &error), error);
    expect_done(seal_check(db, NULL, NULL, findings, &error), error);
    expect_done(sums_check(db, NULL, NULL, findings, &error), error);
    expect_done(care_check(db, NULL, NULL, findings, &error), error);
    if (findings->len > 0) {
        fail_msg("%s", (const char *)g_ptr_array_index(findings, 0));
    }
}
