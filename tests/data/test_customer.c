/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What customers are called, their numbers, and what belongs to them. */
#include "tests/data/people.h"

#include "data/agenda/occasion.h"
#include "data/base/fault.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/factkind.h"
#include "data/customer/relation.h"

#include <string.h>

static void customer_call__is_never_empty__whatever_is_known(void **state)
{
    static const struct {
        const char *title, *given, *family, *company, *description;
        const char *sorted, *spoken; /* NULL: no name */
        const char *call;            /* NULL: the sorted name */
    } cases[] = {
        {NULL, "Hilde", "Wagner", NULL, NULL, "Wagner, Hilde", "Hilde Wagner", NULL},
        {"Dr.", "Hilde", "Wagner", NULL, NULL, "Wagner, Dr. Hilde", "Dr. Hilde Wagner", NULL},
        {"Dr.", NULL, "von Buchholz", NULL, NULL, "von Buchholz, Dr.", "Dr. von Buchholz", NULL},
        {NULL, "Hilde", NULL, NULL, NULL, "Hilde", "Hilde", NULL},
        {"Dr.", "Hilde", NULL, "Café Zoë", "mit Hut", "Dr. Hilde", "Dr. Hilde", NULL},
        {NULL, NULL, "Ott", "Café Zoë", NULL, "Ott", "Ott", NULL},
        {"Dr.", NULL, NULL, "Café Zoë", NULL, "Café Zoë", "Café Zoë", NULL},
        {NULL, NULL, NULL, "Café Zoë", "mit Hut", "Café Zoë", "Café Zoë", NULL},
        {NULL, NULL, NULL, NULL, "Mann mit Dackel", NULL, NULL, "“Mann mit Dackel”"},
        {NULL, NULL, NULL, NULL, NULL, NULL, NULL, "Customer no. 7"},
        {NULL, "", "", "", "", NULL, NULL, "Customer no. 7"},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        Customer *customer = record_new(&customer_type);
        record_set_text(&customer->number, "7");
        record_set_text(&customer->title, cases[i].title);
        record_set_text(&customer->given_name, cases[i].given);
        record_set_text(&customer->family_name, cases[i].family);
        record_set_text(&customer->company, cases[i].company);
        record_set_text(&customer->description, cases[i].description);
        g_autofree char *sorted = customer_name(customer, NAME_SORTED),
                        *spoken = customer_name(customer, NAME_SPOKEN);
        g_autofree char *call = customer_call(customer, NAME_SORTED),
                        *speech = customer_call(customer, NAME_SPOKEN);
        if (cases[i].sorted == NULL) {
            assert_null(sorted);
            assert_null(spoken);
            assert_string_equal(call, cases[i].call);
            assert_string_equal(speech, cases[i].call);
        } else {
            assert_string_equal(sorted, cases[i].sorted);
            assert_string_equal(spoken, cases[i].spoken);
            assert_string_equal(call, cases[i].sorted);
            assert_string_equal(speech, cases[i].spoken);
        }
        record_free(customer);
    }
}

static void customer_find_number__takes_the_exact_number__blanks_aside(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person person = {.number = "K-0042", .family = "Ott"};
    gint64 ott = people_add(db, &person);
    const struct {
        const char *number;
        gint64 id;
    } cases[] = {
        {"K-0042", ott}, {"  K-0042\t", ott}, {"k-0042", 0}, {"K-42", 0}, {"K-004", 0}, {"", 0},
        {"%", 0},        {"' OR 1=1 --", 0},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        gint64 id = -1;
        expect_done(customer_find_number(db, cases[i].number, &id, &error), error);
        assert_int_equal(id, cases[i].id);
    }
}

static void customer_next_number__counts_on__from_what_was_seen(void **state)
{
    static const struct {
        const char *seen, *next;
    } cases[] = {
        {"5", "6"},
        {"3", "6"},
        {"0007", "8"},
        {"K-99", "8"},
        {"", "8"},
        {"12a", "8"},
        {"-20", "8"},
        {"1 000", "8"},
        {"1234567890123", "8"},
        {"99999999999999999999", "8"},
        {"100", "101"},
        {"999999999999", "1000000000000"},
    };
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        expect_done(customer_saw_number(db, cases[i].seen, &error), error);
        g_autofree char *next = customer_next_number(db, &error);
        expect_done(next != NULL, error);
        assert_string_equal(next, cases[i].next);
    }
}

static void customer_count__counts__customers(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person person = {.family = "Ott"};
    for (gint64 wanted = 0; wanted < 3; wanted++) {
        g_autoptr(GError) error = NULL;
        gint64 count = -1;
        expect_done(customer_count(db, &count, &error), error);
        assert_int_equal(count, wanted);
        people_add(db, &person);
    }
}

static void contact_key__is_the_same__for_what_people_take_as_the_same(void **state)
{
    static const struct {
        const char *kind, *value, *key;
    } cases[] = {
        {"phone", "0421 84220", "042184220"},
        {"phone", "+49 (0)421/842-20", "042184220"},
        {"phone", "12", "12"},
        {"phone", "kein Telefon", "kein Telefon"},
        {"email", "Hilde.Wagner@Example.ORG", "hilde.wagner@example.org"},
        {"email", "ÄNNE@müller.example", "änne@müller.example"},
        {"web", "https://Example.org/Straße", "https://example.org/strasse"},
        {"social", "@Hilde", "@hilde"},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *key = contact_key(cases[i].kind, cases[i].value, "49");
        assert_string_equal(key, cases[i].key);
    }
}

static void contact_key__is_cut__between_characters(void **state)
{
    (void)state;
    for (gsize before = 496; before < 504; before++) {
        g_autofree char *start = g_strnfill(before, 'x');
        g_autofree char *value = g_strconcat(start, "üüüü", NULL);
        g_autofree char *key = contact_key("email", value, "49");
        assert_true(g_utf8_validate(key, -1, NULL));
        assert_true(g_str_has_prefix(value, key));
        assert_true(strlen(key) >= 499 && strlen(key) <= 500);
    }
}

static void consent_note__keeps_one_answer__the_latest(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person person = {.family = "Ott"};
    gint64 customer = people_add(db, &person), lina = people_add_clerk(db, "Lina");
    static const char *const answers[] = {"given", "withdrawn", "refused"};
    Who who = people_who(lina);
    for (guint i = 0; i < G_N_ELEMENTS(answers); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Deed) deed = deed_begin(db, &who, "a test", &error);
        expect_done(
            consent_note(deed, customer, "health", answers[i], "2026-03-01", "in writing", &error),
            error);
        expect_done(deed_commit(deed, NULL, &error), error);
        Consent *consent = consent_load(db, customer, "health", &error);
        expect_done(consent != NULL, error);
        assert_string_equal(consent->state, answers[i]);
        assert_string_equal(consent->how, "in writing");
        assert_int_equal(consent->asked_by, lina);
        assert_int_equal(consent->head.version, i + 1);
        record_free(consent);
    }
}

static void consent_load__gives_an_empty_one__when_nobody_has_asked(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    const Person person = {.family = "Ott"};
    Consent *consent = consent_load(db, people_add(db, &person), "belief", &error);
    expect_done(consent != NULL, error);
    assert_int_equal(consent->head.id, 0);
    assert_null(consent->state);
    assert_string_equal(consent->purpose, "belief");
    record_free(consent);
}

static void fact_kind_add_builtin__adds_only_what_is_missing__and_keeps_the_owners(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    FactKind *own = record_new(&fact_kind_type);
    record_set_text(&own->code, "coffee");
    record_set_text(&own->label, "Kaffee");
    record_set_text(&own->sensitivity, "plain");
    own->place = 1;
    Deed *deed = people_begin(db);
    expect_done(record_insert(deed, own, &error), error);
    people_commit(deed);
    people_furnish(db);
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, &error);
    g_autofree char *before = people_dump(db);
    people_furnish(db);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    assert_string_equal(fact_kind_label(g_ptr_array_index(kinds, 0)), "Kaffee");
    assert_string_equal(fact_kind_label(fact_kind_by_code(kinds, "allergy")), "Allergy");
    assert_string_equal(fact_kind_by_code(kinds, "allergy")->sensitivity, "health");
    assert_string_equal(fact_kind_by_code(kinds, "belief")->sensitivity, "belief");
    assert_true(fact_kind_by_code(kinds, "once")->is_once);
    assert_ptr_equal(fact_kind_by_id(kinds, own->head.id), g_ptr_array_index(kinds, 0));
    assert_null(fact_kind_by_code(kinds, "nothing"));
    assert_null(fact_kind_by_id(kinds, 4711));
    record_free(own);
}

static void choice_label__is_the_code__when_there_is_no_label(void **state)
{
    (void)state;
    assert_string_equal(choice_label(relation_kinds, "child"), "Child");
    assert_string_equal(choice_label(customer_channels, "counter"), "At the counter");
    assert_string_equal(choice_label(consent_states, "given"), "agreed");
    assert_string_equal(choice_label(occasion_kinds, "harvest"), "harvest");
    assert_string_equal(choice_label(consent_purposes, NULL), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(customer_call__is_never_empty__whatever_is_known),
        cmocka_unit_test(customer_find_number__takes_the_exact_number__blanks_aside),
        cmocka_unit_test(customer_next_number__counts_on__from_what_was_seen),
        cmocka_unit_test(customer_count__counts__customers),
        cmocka_unit_test(contact_key__is_the_same__for_what_people_take_as_the_same),
        cmocka_unit_test(contact_key__is_cut__between_characters),
        cmocka_unit_test(consent_note__keeps_one_answer__the_latest),
        cmocka_unit_test(consent_load__gives_an_empty_one__when_nobody_has_asked),
        cmocka_unit_test(fact_kind_add_builtin__adds_only_what_is_missing__and_keeps_the_owners),
        cmocka_unit_test(choice_label__is_the_code__when_there_is_no_label),
    };
    return fixture_for_each_engine("customer", tests, G_N_ELEMENTS(tests));
}
