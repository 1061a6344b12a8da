/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules: what they say, what comes with the program, what is refused. */
#include "tests/data/people.h"

#include "data/agenda/letter.h"
#include "data/agenda/rule.h"
#include "data/base/fault.h"

#include <string.h>

static Rule *own_rule(void)
{
    Rule *rule = record_new(&rule_type);
    record_set_text(&rule->event, "purchase");
    record_set_text(&rule->action, "reminder");
    record_set_text(&rule->words, "Ask {name}");
    rule->is_active = 1;
    return rule;
}

static void expect_when(const char *event, gint64 days, const char *article, const char *wanted)
{
    Rule *rule = own_rule();
    record_set_text(&rule->event, event);
    rule->days = days;
    g_autofree char *text = rule_when(rule, article);
    assert_string_equal(text, wanted);
    record_free(rule);
}

static void rule_when__says_it_for_people(void **state)
{
    (void)state;
    expect_when("purchase", 0, NULL, "after any purchase");
    expect_when("purchase", 3, "Torte", "3 days after a purchase of Torte");
    expect_when("purchase", 1, "Torte", "1 day after a purchase of Torte");
    expect_when("complaint", 7, NULL, "7 days after a complaint was closed");
    expect_when("first_visit", 1, NULL, "1 day after the first visit");
    expect_when("wish", 0, NULL, "when a wish was fulfilled");
    expect_when("promise", 0, NULL, "on the day a promise falls due");
    expect_when("promise", 2, NULL, "2 days before a promise falls due");
    expect_when("away", 0, NULL, "after twice the usual time away");
}

static void expect_refused(Deed *deed, Rule *rule)
{
    g_autoptr(GError) error = NULL;
    assert_false(rule_save(deed, rule, &error));
    expect_fault(error, FAULT_REFUSED);
    record_free(rule);
}

static void rule_save__refuses__what_cannot_be_carried_out(void **state)
{
    Deed *deed = people_begin(((Fixture *)*state)->db);
    Rule *rule = own_rule();
    record_set_text(&rule->words, NULL);
    expect_refused(deed, rule);
    rule = own_rule();
    record_set_text(&rule->words, "Ask {nobody}");
    expect_refused(deed, rule);
    rule = own_rule();
    record_set_text(&rule->event, "rain");
    expect_refused(deed, rule);
    rule = own_rule();
    record_set_text(&rule->action, "send");
    expect_refused(deed, rule);
    rule = own_rule();
    record_set_text(&rule->action, "draft");
    expect_refused(deed, rule);
    rule = own_rule();
    rule->days = 1000;
    expect_refused(deed, rule);
    deed_free(deed);
}

static void rule_add_builtin__adds_each_once__and_few_of_them_act(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < 2; i++) {
        Deed *deed = people_begin(db);
        expect_done(rule_add_builtin(deed, &error), error);
        people_commit(deed);
    }
    g_autoptr(GPtrArray) rules = rule_list(db, &error);
    expect_done(rules != NULL, error);
    assert_int_equal(rules->len, 6);
    for (guint i = 0; i < rules->len; i++) {
        const Rule *rule = g_ptr_array_index(rules, i);
        bool acts =
            strcmp(rule->code, "after_complaint") == 0 || strcmp(rule->code, "after_wish") == 0;
        assert_int_equal(rule->is_active, acts);
        assert_string_equal(rule->from_day, "2026-03-01");
        assert_true(*rule_words(rule) != '\0');
        expect_done(letter_check(rule_words(rule), &error), error);
    }
}

static void rule_save__puts_an_own_one_last__and_keeps_the_programs_words(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    Deed *deed = people_begin(db);
    expect_done(rule_add_builtin(deed, &error), error);
    Rule *rule = own_rule();
    expect_done(rule_save(deed, rule, &error), error);
    record_free(rule);
    people_commit(deed);
    g_autoptr(GPtrArray) rules = rule_list(db, &error);
    const Rule *last = g_ptr_array_index(rules, 6);
    assert_string_equal(rule_words(last), "Ask {name}");
    Rule *first = g_ptr_array_index(rules, 0);
    assert_null(first->words);
    deed = people_begin(db);
    record_set_text(&first->words, "Call {name}");
    expect_done(rule_save(deed, first, &error), error);
    people_commit(deed);
    assert_string_equal(rule_words(first), "Call {name}");
}

static void rule_remove__takes_own_ones__nothing_hangs_on(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    Deed *deed = people_begin(db);
    expect_done(rule_add_builtin(deed, &error), error);
    Rule *rule = own_rule();
    expect_done(rule_save(deed, rule, &error), error);
    gint64 builtin = people_number(db, "SELECT id FROM rule WHERE code = 'away'", DB_NO_VALUES);
    assert_false(rule_remove(deed, builtin, &error));
    expect_fault(error, FAULT_REFUSED);
    g_clear_error(&error);
    expect_done(rule_remove(deed, rule->head.id, &error), error);
    assert_false(rule_remove(deed, rule->head.id, &error));
    expect_fault(error, FAULT_MISSING);
    record_free(rule);
    people_commit(deed);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(rule_when__says_it_for_people),
        cmocka_unit_test(rule_save__refuses__what_cannot_be_carried_out),
        cmocka_unit_test(rule_add_builtin__adds_each_once__and_few_of_them_act),
        cmocka_unit_test(rule_save__puts_an_own_one_last__and_keeps_the_programs_words),
        cmocka_unit_test(rule_remove__takes_own_ones__nothing_hangs_on),
    };
    return fixture_for_each_engine("rule", tests, G_N_ELEMENTS(tests));
}
