/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules: when each of the things that happen makes a reminder, and when it goes again. */
#include "tests/data/rules.h"

#include "data/agenda/reminder.h"
#include "data/diary/feedback.h"
#include "data/diary/promise.h"
#include "data/diary/wish.h"

static void rule_tend__reminds_once__days_after_a_purchase(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = rules_customer(db, "Wagner"), kurt = rules_customer(db, "Ott");
    rules_add(db, "purchase", 3, "Torte", "Ask: {article} for {name}");
    rules_visit(db, hilde, "2026-03-02", "torte");
    rules_visit(db, kurt, "2026-03-02", "Brezel");
    assert_int_equal(rules_tend(db, "2026-03-04"), 0);
    assert_int_equal(rules_tend(db, "2026-03-05"), 1);
    rules_expect(db, "2026-03-05 Ask: Torte for Wagner");
    assert_int_equal(rules_tend(db, "2026-03-05"), 0);
    /* Whoever says cake means every kind of it. */
    rules_visit(db, kurt, "2026-03-03", "Friesentorte");
    assert_int_equal(rules_tend(db, "2026-03-06"), 1);
    rules_expect(db, "2026-03-05 Ask: Torte for Wagner; 2026-03-06 Ask: Friesentorte for Ott");
    assert_int_equal(rules_tend(db, "2026-03-06"), 0);
    people_expect_sound(db);
}

static void rule_tend__asks_a_customer_once__about_several_purchases(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = rules_customer(db, "Wagner");
    rules_add(db, "purchase", 0, NULL, "Ask: {article}");
    rules_visit(db, hilde, "2026-03-01", "Torte");
    rules_visit(db, hilde, "2026-03-02", "Brezel");
    assert_int_equal(rules_tend(db, "2026-03-02"), 1);
    rules_visit(db, hilde, "2026-03-03", "Brot");
    assert_int_equal(rules_tend(db, "2026-03-03"), 0);
    rules_expect(db, "2026-03-02 Ask: Torte");
    Deed *deed = people_begin(db);
    gint64 id = people_number(db, "SELECT id FROM reminder", DB_NO_VALUES);
    expect_done(reminder_settle(deed, id, NULL, (Moment){{2026, 3, 3}, MINUTE_NONE}, &error),
                error);
    people_commit(deed);
    rules_visit(db, hilde, "2026-03-20", "Brot");
    assert_int_equal(rules_tend(db, "2026-03-20"), 0);
    rules_visit(db, hilde, "2026-04-20", "Torte");
    assert_int_equal(rules_tend(db, "2026-04-20"), 1);
}

static void rule_tend__welcomes_once__who_was_never_there_before(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    rules_add(db, "first_visit", 1, NULL, "Welcome: {article}, {day}");
    const Person old = {.family = "Ott", .visits = 12, .last_visit = "2025-12-01"};
    rules_visit(db, people_add(db, &old), "2026-03-02", "Brot");
    gint64 hilde = rules_customer(db, "Wagner");
    rules_visit(db, hilde, "2026-03-02", "Torte");
    rules_visit(db, hilde, "2026-03-03", "Brezel");
    assert_int_equal(rules_tend(db, "2026-03-03"), 1);
    rules_expect(db, "2026-03-03 Welcome: Torte, 2 March 2026");
    assert_int_equal(rules_tend(db, "2026-03-04"), 0);
}

static void rule_tend__asks_again__after_a_closed_complaint_only(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    rules_add(db, "complaint", 7, NULL, "Well again? {words}");
    gint64 id = rules_complain(db, rules_customer(db, "Wagner"), "falsche Inschrift");
    rules_complain(db, rules_customer(db, "Ott"), "offen");
    assert_int_equal(rules_tend(db, "2026-03-15"), 0);
    rules_put_complaint(db, id, "agreed", (Day){2026, 3, 8});
    assert_int_equal(rules_tend(db, "2026-03-15"), 1);
    rules_expect(db, "2026-03-15 Well again? falsche Inschrift");
    rules_put_complaint(db, id, "working", (Day){2026, 3, 15});
    assert_int_equal(rules_tend(db, "2026-03-15"), 1);
    rules_expect(db, "");
    rules_put_complaint(db, id, "agreed", (Day){2026, 3, 16});
    assert_int_equal(rules_tend(db, "2026-03-23"), 1);
}

static void rule_tend__tells_those_who_asked__that_a_wish_came_true(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    rules_add(db, "wish", 0, NULL, "Tell: {words}");
    gint64 hilde = rules_customer(db, "Wagner"), kurt = rules_customer(db, "Ott"), wish = 0;
    Deed *deed = people_begin(db);
    FeedbackOrder order = feedback_order("2026-02-01");
    order.kind = "wish";
    order.words = "Dinkelbrot";
    for (guint i = 0; i < 3; i++) {
        order.customer_id = i < 2 ? hilde : kurt;
        expect_done(feedback_add(deed, &order, NULL, &error), error);
    }
    expect_done(wish_find(db, "Dinkelbrot", &wish, &error), error);
    expect_done(wish_set_state(deed, wish, "fulfilled", "2026-03-02", &error), error);
    people_commit(deed);
    assert_int_equal(rules_tend(db, "2026-03-02"), 2);
    rules_expect(db, "2026-03-02 Tell: Dinkelbrot; 2026-03-02 Tell: Dinkelbrot");
    deed = people_begin(db);
    expect_done(wish_tell(deed, wish, hilde, "2026-03-02", &error), error);
    people_commit(deed);
    assert_int_equal(rules_tend(db, "2026-03-02"), 1);
    rules_expect(db, "2026-03-02 Tell: Dinkelbrot");
}

static void rule_tend__reminds_before_a_promise_is_due__until_it_is_kept(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    rules_add(db, "promise", 20, NULL, "Until {day}: {words}");
    Deed *deed = people_begin(db);
    Promise *promise = record_new(&promise_type);
    promise->customer_id = rules_customer(db, "Wagner");
    record_set_text(&promise->words, "Muster");
    record_set_text(&promise->due_day, "2026-03-22");
    expect_done(promise_save(deed, promise, &error), error);
    people_commit(deed);
    assert_int_equal(rules_tend(db, "2026-03-01"), 0);
    /* Days that are left still count, however late it is seen. */
    assert_int_equal(rules_tend(db, "2026-03-19"), 1);
    rules_expect(db, "2026-03-19 Until 22 March 2026: Muster");
    deed = people_begin(db);
    expect_done(promise_settle(deed, promise->head.id, "kept", (Day){2026, 3, 20}, &error), error);
    people_commit(deed);
    record_free(promise);
    assert_int_equal(rules_tend(db, "2026-03-20"), 1);
    rules_expect(db, "");
}

/* A customer who comes every STEP days, the last time on LAST. */
static gint64 regular(Db *db, const char *family, int step, Day last)
{
    gint64 id = rules_customer(db, family);
    for (int i = 5; i >= 0; i--) {
        g_autofree char *day = day_to_text(day_plus(last, -i * step));
        rules_visit(db, id, day, NULL);
    }
    return id;
}

static void rule_tend__misses__who_stays_away_for_twice_the_own_rhythm(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Day last = {2026, 3, 1};
    rules_add(db, "away", 0, NULL, "Since {day}");
    regular(db, "Wagner", 20, last);
    assert_int_equal(rules_tend(db, "2026-04-09"), 0);
    assert_int_equal(rules_tend(db, "2026-04-10"), 1);
    rules_expect(db, "2026-04-10 Since 1 March 2026");
    assert_int_equal(rules_tend(db, "2026-04-11"), 0);
    /* Who is back is no longer missed. */
    rules_visit(db, people_number(db, "SELECT customer_id FROM reminder", DB_NO_VALUES),
                "2026-04-11", NULL);
    assert_int_equal(rules_tend(db, "2026-04-11"), 1);
    rules_expect(db, "");
}

/* Rhythm, and after how many days they are missed. */
static const int patience[][2] = {{1, 14},  {3, 14},  {7, 14},   {8, 16},    {20, 40},
                                  {45, 90}, {46, 92}, {90, 180}, {100, 200}, {183, 366}};

static void rule_tend__finds_each_rhythm__on_its_day(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Day last = {2026, 3, 1};
    rules_add(db, "away", 5, NULL, "Miss");
    regular(db, "Selten", 184, last);
    for (guint i = 0; i < G_N_ELEMENTS(patience); i++) {
        regular(db, "Ott", patience[i][0], last);
    }
    for (guint i = 0; i < G_N_ELEMENTS(patience); i++) {
        bool is_first = i == 0 || patience[i][1] != patience[i - 1][1];
        guint same = 0;
        for (guint k = 0; k < G_N_ELEMENTS(patience); k++) {
            same += patience[k][1] == patience[i][1] ? 1 : 0;
        }
        g_autofree char *before = day_to_text(day_plus(last, patience[i][1] + 4));
        g_autofree char *day = day_to_text(day_plus(last, patience[i][1] + 5));
        assert_int_equal(is_first ? rules_tend(db, before) : 0, 0);
        assert_int_equal(is_first ? rules_tend(db, day) : same, same);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(rule_tend__reminds_once__days_after_a_purchase),
        cmocka_unit_test(rule_tend__asks_a_customer_once__about_several_purchases),
        cmocka_unit_test(rule_tend__welcomes_once__who_was_never_there_before),
        cmocka_unit_test(rule_tend__asks_again__after_a_closed_complaint_only),
        cmocka_unit_test(rule_tend__tells_those_who_asked__that_a_wish_came_true),
        cmocka_unit_test(rule_tend__reminds_before_a_promise_is_due__until_it_is_kept),
        cmocka_unit_test(rule_tend__misses__who_stays_away_for_twice_the_own_rhythm),
        cmocka_unit_test(rule_tend__finds_each_rhythm__on_its_day),
    };
    return fixture_for_each_engine("ruleevents", tests, G_N_ELEMENTS(tests));
}
