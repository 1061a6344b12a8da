/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts that happened, and what follows from "no more of it"; lines of the plan. */
#include "data/agenda/careplan.h"
#include "data/agenda/interaction.h"
#include "data/base/fault.h"
#include "data/customer/consent.h"
#include "tests/data/people.h"

static gint64 add_hilde(Db *db)
{
    people_furnish(db);
    return people_add(db, &people_hilde);
}

static Interaction *contact_of(gint64 customer_id, const char *channel, const char *outcome)
{
    Interaction *contact = record_new(&interaction_type);
    contact->customer_id = customer_id;
    record_set_text(&contact->day, "2026-03-01");
    record_set_text(&contact->direction, "out");
    record_set_text(&contact->channel, channel);
    record_set_text(&contact->outcome, outcome);
    return contact;
}

static void save(Db *db, Interaction *contact)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(interaction_save(deed, contact, &error), error);
    people_commit(deed);
}

static char *state_of(Db *db, gint64 id, const char *purpose)
{
    g_autoptr(GError) error = NULL;
    Consent *consent = consent_load(db, id, purpose, &error);
    expect_done(consent != NULL, error);
    char *state = g_strdup(consent->state);
    record_free(consent);
    return state;
}

static void interaction_save__withdraws_the_consent__when_they_want_no_more(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 id = add_hilde(db);
    Interaction *contact = contact_of(id, "newsletter", "no_more");
    save(db, contact);
    g_autofree char *email = state_of(db, id, "news_email");
    g_autofree char *phone = state_of(db, id, "news_phone");
    assert_string_equal(email, "withdrawn");
    assert_null(phone);
    record_free(contact);
}

/* Who agreed anew since does not lose that because somebody mends a word of the old contact. */
static void interaction_save__withdraws_once__however_often_it_is_changed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 id = add_hilde(db);
    Interaction *contact = contact_of(id, "phone", "no_more");
    save(db, contact);
    Deed *deed = people_begin(db);
    expect_done(consent_note(deed, id, "news_phone", "given", "2026-03-02", NULL, &error), error);
    people_commit(deed);
    record_set_text(&contact->words, "a wrong moment");
    save(db, contact);
    g_autofree char *phone = state_of(db, id, "news_phone");
    assert_string_equal(phone, "given");
    record_free(contact);
}

static void interaction_save__refuses__what_lacks_day_way_or_side(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 id = add_hilde(db);
    g_autoptr(Deed) deed = people_begin(db);
    for (int i = 0; i < 3; i++) {
        g_autoptr(GError) error = NULL;
        Interaction *contact = contact_of(id, "phone", NULL);
        record_set_text(i == 0   ? &contact->day
                        : i == 1 ? &contact->channel
                                 : &contact->direction,
                        i == 0 ? "2026-03" : NULL);
        assert_false(interaction_save(deed, contact, &error));
        expect_fault(error, FAULT_REFUSED);
        record_free(contact);
    }
}

/* ---- lines of the plan ---- */

static CarePlan *line(const char *class, const char *tag, const char *channel, gint64 every,
                      const char *unit)
{
    CarePlan *plan = record_new(&care_plan_type);
    record_set_text(&plan->class, class);
    record_set_text(&plan->tag, tag);
    record_set_text(&plan->channel, channel);
    plan->every = every;
    record_set_text(&plan->unit, unit);
    record_set_text(&plan->from_day, "2026-01-01");
    return plan;
}

static void expect_words(const char *channel, gint64 every, const char *unit, const char *words,
                         int days)
{
    CarePlan *plan = line("A", NULL, channel, every, unit);
    g_autofree char *text = care_plan_words(plan);
    assert_string_equal(text, words);
    assert_int_equal(care_plan_days(plan), days);
    record_free(plan);
}

static void care_plan_words__say__how_often_and_how(void **state)
{
    (void)state;
    expect_words("phone", 3, "month", "every quarter by phone", 90);
    expect_words(NULL, 6, "week", "every 6 weeks", 42);
    expect_words(NULL, 1, "week", "every week", 7);
    expect_words("post", 1, "year", "every year by post", 365);
    expect_words(NULL, 10, "day", "every 10 days", 10);
    expect_words("visit", 6, "month", "every half year with a visit", 180);
    expect_words("newsletter", 0, "month", "never by newsletter", 0);
    expect_words(NULL, 0, "month", "never", 0);
}

static bool try_save(Db *db, CarePlan *plan, GError **error)
{
    Deed *deed = people_begin(db);
    bool ok = care_plan_save(deed, plan, error);
    if (ok) {
        people_commit(deed);
    } else {
        deed_free(deed);
    }
    record_free(plan);
    return ok;
}

static void care_plan_save__refuses__what_is_missing_or_taken(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    assert_false(try_save(db, line(NULL, NULL, NULL, 1, "week"), &error));
    expect_fault(error, FAULT_REFUSED);
    g_clear_error(&error);
    assert_false(try_save(db, line("A", "VIP", NULL, 1, "week"), &error));
    expect_fault(error, FAULT_REFUSED);
    g_clear_error(&error);
    assert_false(try_save(db, line("A", NULL, NULL, 1000, "week"), &error));
    expect_fault(error, FAULT_REFUSED);
    g_clear_error(&error);
    expect_done(try_save(db, line(NULL, "Stammtisch Süd", "phone", 1, "week"), &error), error);
    expect_done(try_save(db, line(NULL, "Stammtisch Süd", NULL, 1, "week"), &error), error);
    assert_false(try_save(db, line(NULL, "STAMMTISCH SUED", "phone", 2, "month"), &error));
    expect_fault(error, FAULT_TAKEN);
    g_clear_error(&error);
    expect_done(try_save(db, line("B", NULL, "phone", 2, "month"), &error), error);
    g_autoptr(GPtrArray) list = care_plan_list(db, 0, &error);
    assert_int_equal(list->len, 3);
    assert_string_equal(((CarePlan *)g_ptr_array_index(list, 0))->class, "B");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(interaction_save__withdraws_the_consent__when_they_want_no_more),
        cmocka_unit_test(interaction_save__withdraws_once__however_often_it_is_changed),
        cmocka_unit_test(interaction_save__refuses__what_lacks_day_way_or_side),
        cmocka_unit_test(care_plan_words__say__how_often_and_how),
        cmocka_unit_test(care_plan_save__refuses__what_is_missing_or_taken),
    };
    return fixture_for_each_engine("interaction", tests, G_N_ELEMENTS(tests));
}
