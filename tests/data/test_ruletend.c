/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules: what is made of what happened is made once, for whom it may be, and goes again. */
#include "tests/data/rules.h"

#include "data/agenda/carelimits.h"
#include "data/agenda/interaction.h"
#include "data/agenda/quiet.h"
#include "data/agenda/reminder.h"
#include "data/customer/consent.h"
#include "data/diary/loss.h"
#include "data/diary/visit.h"
#include "data/setting.h"

/* The last deed people_begin began. */
static void take_back_last(Db *db)
{
    people_undo(db, people_last(db, 0));
}

static void lose(Db *db, gint64 customer, const char *how)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Loss *loss = record_new(&loss_type);
    loss->customer_id = customer;
    record_set_text(&loss->day, "2026-03-01");
    record_set_text(&loss->how, how);
    expect_done(loss_save(deed, loss, (Day){2026, 3, 1}, &error), error);
    record_free(loss);
    people_commit(deed);
}

static void rule_tend__catches_up__with_what_nobody_was_there_for(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = rules_customer(db, "Wagner"), kurt = rules_customer(db, "Ott");
    rules_add(db, "purchase", 1, NULL, "Ask");
    rules_visit(db, hilde, "2026-03-02", NULL);
    rules_visit(db, kurt, "2026-03-01", NULL);
    assert_int_equal(rules_tend(db, "2026-03-17"), 1);
    rules_expect(db, "2026-03-17 Ask");
}

static void rule_tend__sees_what_was_noted_late__on_the_next_day(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = rules_customer(db, "Wagner");
    rules_add(db, "purchase", 0, NULL, "Ask");
    assert_int_equal(rules_tend(db, "2026-03-05"), 0);
    rules_visit(db, hilde, "2026-03-03", NULL);
    assert_int_equal(rules_tend(db, "2026-03-05"), 0);
    assert_int_equal(rules_tend(db, "2026-03-06"), 1);
}

static void rule_tend__does_not_make_again__what_somebody_removed(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    rules_add(db, "purchase", 0, NULL, "Ask");
    rules_visit(db, rules_customer(db, "Wagner"), "2026-03-02", NULL);
    assert_int_equal(rules_tend(db, "2026-03-02"), 1);
    Deed *deed = people_begin(db);
    gint64 id = people_number(db, "SELECT id FROM reminder", DB_NO_VALUES);
    expect_done(reminder_remove(deed, id, &error), error);
    gint64 removal = people_commit(deed);
    assert_int_equal(rules_tend(db, "2026-03-02"), 0);
    assert_int_equal(rules_tend(db, "2026-03-03"), 0);
    people_undo(db, removal);
    rules_expect(db, "2026-03-02 Ask");
}

static void rule_tend__leaves_no_deed_to_take_back(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    rules_add(db, "purchase", 0, NULL, "Ask");
    gint64 hilde = rules_customer(db, "Wagner");
    gint64 other = rules_visit(db, hilde, "2026-03-02", NULL);
    gint64 last = people_last(db, 0);
    assert_int_equal(rules_tend(db, "2026-03-02"), 1);
    assert_int_equal(people_last(db, 0), last);
    /* What was taken back is still done again afterwards. */
    people_undo(db, last);
    assert_int_equal(rules_tend(db, "2026-03-02"), 1);
    rules_expect(db, "");
    gint64 undone = 0;
    const char *verb = NULL;
    expect_done(deed_last_undone(db, 0, &undone, &verb, &error), error);
    assert_true(undone > 0);
    people_undo(db, undone);
    assert_int_equal(
        people_number(db, "SELECT COUNT(*) FROM visit WHERE id = $1", DB_VALUES(db_int(other))), 1);
    assert_int_equal(rules_tend(db, "2026-03-02"), 1);
    rules_expect(db, "2026-03-02 Ask");
}

static void rule_tend__lets_a_customer_be_taken_back__after_the_visit(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    rules_add(db, "first_visit", 0, NULL, "Welcome");
    g_autofree char *before = people_dump(db);
    rules_visit(db, rules_customer(db, "Wagner"), "2026-03-02", NULL);
    assert_int_equal(rules_tend(db, "2026-03-02"), 1);
    take_back_last(db);
    assert_int_equal(rules_tend(db, "2026-03-02"), 1);
    take_back_last(db);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
}

static void rule_tend__leaves_the_dead_and_the_lost_in_peace(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 dead = rules_customer(db, "Wagner"), lost = rules_customer(db, "Ott"),
           here = rules_customer(db, "Berg");
    rules_add(db, "purchase", 0, NULL, "Ask: {name}");
    rules_visit(db, dead, "2026-03-02", NULL);
    rules_visit(db, lost, "2026-03-02", NULL);
    rules_visit(db, here, "2026-03-02", NULL);
    lose(db, dead, "died");
    lose(db, lost, "moved");
    assert_int_equal(rules_tend(db, "2026-03-02"), 1);
    rules_expect(db, "2026-03-02 Ask: Berg");
}

static void rule_tend__waits_for_the_end_of_a_quiet_season(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = rules_customer(db, "Wagner");
    Deed *deed = people_begin(db);
    Quiet *quiet = record_new(&quiet_type);
    quiet->customer_id = hilde;
    record_set_text(&quiet->until_day, "2026-03-20");
    expect_done(quiet_save(deed, quiet, &error), error);
    record_free(quiet);
    people_commit(deed);
    rules_add(db, "purchase", 0, NULL, "Ask");
    rules_visit(db, hilde, "2026-03-02", NULL);
    assert_int_equal(rules_tend(db, "2026-03-02"), 1);
    rules_expect(db, "2026-03-20 Ask");
}

static void contact(Db *db, gint64 customer, const char *channel, const char *outcome)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Interaction *interaction = record_new(&interaction_type);
    interaction->customer_id = customer;
    record_set_text(&interaction->day, "2026-02-28");
    record_set_text(&interaction->direction, "out");
    record_set_text(&interaction->channel, channel);
    record_set_text(&interaction->outcome, outcome);
    expect_done(interaction_save(deed, interaction, &error), error);
    record_free(interaction);
    people_commit(deed);
}

static void rule_tend__bothers_nobody__who_had_enough_contacts(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = rules_customer(db, "Wagner");
    expect_done(care_set_per_month(db, 1, NULL, NULL, &error), error);
    contact(db, hilde, "phone", NULL);
    rules_add(db, "purchase", 0, NULL, "Ask");
    rules_add(db, "complaint", 0, NULL, "Well?");
    rules_put_complaint(db, rules_complain(db, hilde, "zu hart"), "agreed", (Day){2026, 3, 2});
    rules_visit(db, hilde, "2026-03-02", NULL);
    assert_int_equal(rules_tend(db, "2026-03-02"), 1);
    rules_expect(db, "2026-03-02 Well?");
}

static void rule_tend__does_not_count__talks_at_the_counter_and_calls_in_vain(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = rules_customer(db, "Wagner");
    expect_done(care_set_per_month(db, 1, NULL, NULL, &error), error);
    contact(db, hilde, "counter", NULL);
    contact(db, hilde, "phone", "not_reached");
    rules_add(db, "purchase", 0, NULL, "Ask");
    rules_visit(db, hilde, "2026-03-02", NULL);
    assert_int_equal(rules_tend(db, "2026-03-02"), 1);
    rules_expect(db, "2026-03-02 Ask");
}

static void rule_tend__offers_a_text__to_who_agreed_to_it(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = rules_customer(db, "Wagner"), kurt = rules_customer(db, "Ott");
    gint64 id =
        rules_add(db, "first_visit", 0, NULL, "{salutation},\n\nthank you.\n{clerk}, {shop}");
    expect_done(setting_set(db, SETTING_SHOP_NAME, "Emma", &error), error);
    Deed *deed = people_begin(db);
    Rule *rule = record_load(db, &rule_type, id, &error);
    record_set_text(&rule->action, "draft");
    record_set_text(&rule->channel, "email");
    expect_done(rule_save(deed, rule, &error), error);
    record_free(rule);
    expect_done(
        consent_note(deed, hilde, "news_email", "given", "2026-03-01", "in the shop", &error),
        error);
    people_commit(deed);
    rules_visit(db, hilde, "2026-03-02", NULL);
    rules_visit(db, kurt, "2026-03-02", NULL);
    assert_int_equal(rules_tend(db, "2026-03-02"), 1);
    rules_expect(db, "2026-03-02 Write to them: after the first visit");
    g_autofree char *draft = NULL;
    expect_done(db_get_text(db, "SELECT draft FROM reminder", DB_NO_VALUES, &draft, &error), error);
    assert_string_equal(draft, "Dear Ms Wagner,\n\nthank you.\n{clerk}, Emma");
}

static void rule_tend__leaves_alone__what_was_before_the_rule_or_rests(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = rules_customer(db, "Wagner");
    gint64 id = rules_add(db, "purchase", 0, NULL, "Ask");
    rules_visit(db, hilde, "2026-03-02", NULL);
    Deed *deed = people_begin(db);
    Rule *rule = record_load(db, &rule_type, id, &error);
    rule->is_active = 0;
    expect_done(rule_save(deed, rule, &error), error);
    people_commit(deed);
    assert_int_equal(rules_tend(db, "2026-03-02"), 0);
    deed = people_begin(db);
    rule->is_active = 1;
    record_set_text(&rule->from_day, "2026-03-03");
    expect_done(rule_save(deed, rule, &error), error);
    people_commit(deed);
    assert_int_equal(rules_tend(db, "2026-03-03"), 0);
    deed = people_begin(db);
    record_set_text(&rule->from_day, "2026-03-02");
    expect_done(rule_save(deed, rule, &error), error);
    people_commit(deed);
    record_free(rule);
    assert_int_equal(rules_tend(db, "2026-03-03"), 1);
}

static void rule_tend__makes_it_once__at_two_tills(void **state)
{
    g_autoptr(GError) error = NULL;
    const Fixture *fixture = *state;
    g_autoptr(Db) other = db_open(fixture->where, DB_READ_WRITE, &error);
    expect_done(other != NULL, error);
    rules_add(fixture->db, "purchase", 0, NULL, "Ask");
    rules_visit(fixture->db, rules_customer(fixture->db, "Wagner"), "2026-03-02", NULL);
    assert_int_equal(rules_tend(other, "2026-03-02"), 1);
    assert_int_equal(rules_tend(fixture->db, "2026-03-02"), 0);
    rules_expect(fixture->db, "2026-03-02 Ask");
}

static void rule_tend__makes_more_than_it_may_at_once__by_and_by(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    rules_add(db, "first_visit", 0, NULL, "Welcome");
    Deed *deed = people_begin(db);
    for (guint i = 0; i < RULE_AT_ONCE + 5; i++) {
        const Person person = {.family = "Ott"};
        const VisitOrder order = visit_order(people_add_in(deed, &person), "2026-03-02");
        gint64 id = 0;
        expect_done(visit_add(deed, &order, &id, NULL, &error), error);
    }
    people_commit(deed);
    assert_int_equal(rules_tend(db, "2026-03-02"), RULE_AT_ONCE);
    assert_int_equal(rules_tend(db, "2026-03-02"), 5);
    assert_int_equal(rules_tend(db, "2026-03-02"), 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(rule_tend__catches_up__with_what_nobody_was_there_for),
        cmocka_unit_test(rule_tend__sees_what_was_noted_late__on_the_next_day),
        cmocka_unit_test(rule_tend__does_not_make_again__what_somebody_removed),
        cmocka_unit_test(rule_tend__leaves_no_deed_to_take_back),
        cmocka_unit_test(rule_tend__lets_a_customer_be_taken_back__after_the_visit),
        cmocka_unit_test(rule_tend__leaves_the_dead_and_the_lost_in_peace),
        cmocka_unit_test(rule_tend__waits_for_the_end_of_a_quiet_season),
        cmocka_unit_test(rule_tend__bothers_nobody__who_had_enough_contacts),
        cmocka_unit_test(rule_tend__does_not_count__talks_at_the_counter_and_calls_in_vain),
        cmocka_unit_test(rule_tend__offers_a_text__to_who_agreed_to_it),
        cmocka_unit_test(rule_tend__leaves_alone__what_was_before_the_rule_or_rests),
        cmocka_unit_test(rule_tend__makes_it_once__at_two_tills),
        cmocka_unit_test(rule_tend__makes_more_than_it_may_at_once__by_and_by),
    };
    return fixture_for_each_engine("ruletend", tests, G_N_ELEMENTS(tests));
}
