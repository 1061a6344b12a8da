/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card in one call. */
#include "tests/data/people.h"

#include "data/agenda/quiet.h"
#include "data/agenda/reminder.h"
#include "data/base/fault.h"
#include "data/customer/card.h"
#include "data/customer/consent.h"
#include "data/customer/fact.h"

static const Day day = {2026, 3, 1};

static Card *load(Db *db, gint64 customer, Day today)
{
    g_autoptr(GError) error = NULL;
    Card *card = card_load(db, customer, today, &error);
    expect_done(card != NULL, error);
    return card;
}

static void card_load__has_what_a_clerk_must_know__in_one_call(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person hilde = {.family = "Wagner",
                          .facts = "likes: Erdbeere; usual: Torte; once: Schirm; allergy: Mandel"};
    people_furnish(db);
    gint64 lina = people_add_clerk(db, "Lina"), customer = people_add(db, &hilde);
    g_autoptr(Card) card = load(db, customer, day);
    assert_string_equal(card->sheet->customer->family_name, "Wagner");
    assert_int_equal(card->warnings->len, 2);
    assert_string_equal(g_ptr_array_index(card->warnings, 0), "Mandel");
    assert_string_equal(g_ptr_array_index(card->warnings, 1), "Schirm");
    assert_string_equal(card->usual, "Torte");
    assert_int_equal(card->kinds->len, 15);
    assert_int_equal(card->near->len, 0);
    assert_string_equal(card_clerk(card, lina), "Lina");
    assert_null(card_clerk(card, 0));
    assert_null(card_clerk(card, 4711));
}

static void card_load__has_what_is_to_be_done_and_when_not(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    const Series once = {.unit = SERIES_ONCE};
    gint64 customer = people_add(db, &(Person){.family = "Wagner"});
    Deed *deed = people_begin(db);
    const int days[] = {9, 3};
    for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
        Reminder *reminder = record_new(&reminder_type);
        reminder->customer_id = customer;
        record_set_text(&reminder->words, i == 0 ? "später" : "früher");
        reminder_set_due(reminder, (Moment){day_plus(day, days[i]), MINUTE_NONE}, &once);
        expect_done(reminder_save(deed, reminder, &error), error);
        record_free(reminder);
    }
    Quiet *quiet = record_new(&quiet_type);
    quiet->customer_id = customer;
    quiet->weekdays = 1;
    expect_done(quiet_save(deed, quiet, &error), error);
    record_free(quiet);
    people_commit(deed);
    g_autoptr(Card) card = load(db, customer, day);
    assert_int_equal(card->reminders->len, 2);
    assert_string_equal(((const Reminder *)g_ptr_array_index(card->reminders, 0))->words, "früher");
    assert_int_equal(card->quiet->len, 1);
    assert_int_equal(card->care->len, 0);
}

static void card_load__says_missing__when_there_is_no_such_customer(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    assert_null(card_load(db, 4711, day, &error));
    expect_fault(error, FAULT_MISSING);
    assert_false(db_in_transaction(db));
}

static void card_load__asks_for_consent__until_somebody_has_asked(void **state)
{
    static const struct {
        const char *facts, *purpose, *state;
        bool health, belief;
    } cases[] = {
        {NULL, NULL, NULL, false, false},
        {"likes: Torte", NULL, NULL, false, false},
        {"allergy: Mandel", NULL, NULL, true, false},
        {"allergy: Mandel; belief: kosher", NULL, NULL, true, true},
        {"allergy: Mandel; belief: kosher", "health", "given", false, true},
        {"allergy: Mandel", "belief", "given", true, false},
        {"allergy: Mandel", "health", "refused", false, false},
        {"allergy: Mandel", "health", "withdrawn", false, false},
        {"belief: kosher", "news_email", "given", false, true},
    };
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        const Person person = {.family = "Ott", .facts = cases[i].facts};
        Deed *deed = people_begin(db);
        gint64 customer = people_add_in(deed, &person);
        if (cases[i].purpose != NULL) {
            expect_done(consent_note(deed, customer, cases[i].purpose, cases[i].state, "2026-03-01",
                                     NULL, &error),
                        error);
        }
        people_commit(deed);
        g_autoptr(Card) card = load(db, customer, day);
        assert_int_equal(card->ask_health, cases[i].health);
        assert_int_equal(card->ask_belief, cases[i].belief);
    }
}

static void card_load__shows_near_days__a_week_around(void **state)
{
    static const struct {
        const char *birthday;
        guint near, greeted; /* how many days stand on the card, and when the day was greeted */
    } cases[] = {
        {"1956-03-01", 1, 1}, {"1956-03-08", 1, 1}, {"1956-03-09", 0, 0}, {"1956-02-22", 1, 0},
        {"1956-02-21", 0, 0}, {"1956-02-29", 1, 0}, {"--03", 0, 0},       {"1956", 0, 0},
    };
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        const Person person = {.family = "Ott", .birthday = cases[i].birthday};
        gint64 customer = people_add(db, &person);
        g_autoptr(Card) before = load(db, customer, day);
        assert_int_equal(before->near->len, cases[i].near);
        const Occasion *occasion = g_ptr_array_index(before->sheet->occasions, 0);
        Deed *deed = people_begin(db);
        expect_done(due_greet(deed, occasion->head.id, 2026, NULL, &error), error);
        people_commit(deed);
        g_autoptr(Card) after = load(db, customer, day);
        assert_int_equal(after->near->len, cases[i].greeted);
    }
}

static void card_load__shows_near_days__across_new_year(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person person = {
        .family = "Ott", .birthday = "1956-12-30", .partner = "Ida", .partner_birthday = "--01-02"};
    gint64 customer = people_add(db, &person);
    static const Day days[] = {{2026, 12, 31}, {2027, 1, 1}};
    for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
        g_autoptr(Card) card = load(db, customer, days[i]);
        assert_int_equal(card->near->len, 2);
        assert_int_equal(((const Due *)g_ptr_array_index(card->near, 0))->turns, 70);
        assert_string_equal(((const Due *)g_ptr_array_index(card->near, 1))->relation_name, "Ida");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(card_load__has_what_a_clerk_must_know__in_one_call),
        cmocka_unit_test(card_load__has_what_is_to_be_done_and_when_not),
        cmocka_unit_test(card_load__says_missing__when_there_is_no_such_customer),
        cmocka_unit_test(card_load__asks_for_consent__until_somebody_has_asked),
        cmocka_unit_test(card_load__shows_near_days__a_week_around),
        cmocka_unit_test(card_load__shows_near_days__across_new_year),
    };
    return fixture_for_each_engine("card", tests, G_N_ELEMENTS(tests));
}
