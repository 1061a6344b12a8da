/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When customers are to be contacted next, and how. */
#include "data/agenda/carelimits.h"
#include "data/agenda/greeting.h"
#include "data/agenda/occasion.h"
#include "data/agenda/quiet.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/diary/loss.h"
#include "tests/data/careshop.h"

static Db *shop(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    return db;
}

/* Fails unless the only next contact is on a day from FIRST to LAST. */
static void expect_between(Db *db, gint64 id, Day first, Day last)
{
    Day due = careshop_due(db, id);
    if (day_compare(due, first) < 0 || day_compare(due, last) > 0) {
        g_autofree char *text = careshop_next(db, id);
        fail_msg("%s", text);
    }
    people_expect_sound(db);
}

/* ---- which line, which way ---- */

static void care__follows_nothing__without_a_plan(void **state)
{
    Db *db = shop(state);
    gint64 id = careshop_add(db, "A");
    careshop_expect_ways(db, id, "");
    people_expect_sound(db);
}

static void care__takes_the_most_special_line__of_each_channel(void **state)
{
    Db *db = shop(state);
    gint64 id = careshop_add(db, "A");
    careshop_plan(db, "A", 0, "phone", 3, "month");
    careshop_plan(db, "A", 0, "post", 1, "year");
    careshop_plan(db, "B", 0, "visit", 1, "week");
    careshop_expect_ways(db, id, "phone post");
    careshop_plan(db, "Stammtisch", 0, "phone", 0, "month");
    careshop_expect_ways(db, id, "phone post");
    gint64 tag = careshop_tag(db, id, "STAMMTISCH");
    careshop_expect_ways(db, id, "post");
    careshop_plan(db, NULL, id, "phone", 2, "week");
    careshop_expect_ways(db, id, "phone post");
    gint64 rest = careshop_plan(db, NULL, id, NULL, 0, "week");
    careshop_expect_ways(db, id, "phone");
    careshop_remove(db, &care_plan_type, rest);
    careshop_remove(db, &fact_type, tag);
    careshop_set(db, id, "class", "B");
    careshop_expect_ways(db, id, "phone visit");
    people_expect_sound(db);
}

static void care__chooses_the_way__by_closeness_and_consent(void **state)
{
    Db *db = shop(state);
    gint64 id = careshop_add(db, "A");
    careshop_plan(db, "A", 0, NULL, 1, "month");
    careshop_expect_ways(db, id, "sms");
    careshop_set(db, id, "closeness", "close");
    careshop_expect_ways(db, id, "phone");
    careshop_set(db, id, "closeness", "distant");
    careshop_expect_ways(db, id, "email");
    careshop_set(db, id, "preferred_channel", "phone");
    careshop_expect_ways(db, id, "phone");
    careshop_consent(db, id, "news_phone", "withdrawn");
    careshop_expect_ways(db, id, "email");
    careshop_consent(db, id, "news_email", "refused");
    careshop_expect_ways(db, id, "post");
    careshop_consent(db, id, "news_post", "refused");
    careshop_expect_ways(db, id, "counter");
    careshop_set(db, id, "preferred_channel", "counter");
    careshop_consent(db, id, "news_email", "given");
    careshop_expect_ways(db, id, "counter");
    people_expect_sound(db);
}

static void care__proposes_nothing__against_consent_or_without_address(void **state)
{
    static const Person ott = {.given = "Anna", .family = "Ott"};
    Db *db = shop(state);
    g_autoptr(GError) error = NULL;
    gint64 hilde = careshop_add(db, "A"), anna = people_add(db, &ott);
    careshop_set(db, anna, "class", "A");
    careshop_plan(db, "A", 0, "phone", 3, "month");
    careshop_consent(db, anna, "news_phone", "given");
    careshop_expect_ways(db, anna, "");
    careshop_consent(db, hilde, "news_phone", "withdrawn");
    careshop_expect_ways(db, hilde, "");
    careshop_consent(db, hilde, "news_phone", "given");
    careshop_expect_ways(db, hilde, "phone");
    g_autoptr(GPtrArray) phones =
        record_list(db, &contact_type, "WHERE customer_id = $1 AND kind = 'phone'",
                    DB_VALUES(db_int(hilde)), &error);
    for (guint i = 0; i < phones->len; i++) {
        careshop_remove(db, &contact_type, ((RecordHead *)g_ptr_array_index(phones, i))->id);
    }
    careshop_expect_ways(db, hilde, "");
    people_expect_sound(db);
}

static gint64 lose(Db *db, gint64 id, const char *how, bool is_greeted)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Loss *loss = record_new(&loss_type);
    loss->customer_id = id;
    record_set_text(&loss->day, "2026-03-01");
    record_set_text(&loss->how, how);
    loss->is_greeted = is_greeted;
    expect_done(loss_save(deed, loss, (Day){2026, 3, 1}, &error), error);
    record_free(loss);
    return people_commit(deed);
}

static void care__leaves_out__who_died_or_is_lost(void **state)
{
    Db *db = shop(state);
    gint64 id = careshop_add(db, "A");
    careshop_plan(db, "A", 0, "phone", 3, "month");
    gint64 deed = lose(db, id, "moved", false);
    careshop_expect_ways(db, id, "");
    people_undo(db, deed);
    careshop_expect_ways(db, id, "phone");
    deed = lose(db, id, "moved", true);
    careshop_expect_ways(db, id, "phone");
    people_undo(db, deed);
    lose(db, id, "died", true);
    careshop_expect_ways(db, id, "");
    people_expect_sound(db);
}

/* ---- when ---- */

static void care__counts_from__the_last_contact_as_personal(void **state)
{
    Db *db = shop(state);
    gint64 id = careshop_add(db, "A");
    careshop_plan(db, "A", 0, "phone", 80, "day");
    expect_between(db, id, (Day){2026, 3, 1}, (Day){2026, 5, 19});
    careshop_contact(db, id, "2026-04-01", "in", "counter", NULL);
    expect_between(db, id, (Day){2026, 6, 10}, (Day){2026, 6, 20});
    careshop_contact(db, id, "2026-04-11", "out", "newsletter", NULL);
    careshop_contact(db, id, "2026-04-11", "out", "phone", "not_reached");
    expect_between(db, id, (Day){2026, 6, 10}, (Day){2026, 6, 20});
    gint64 deed = careshop_contact(db, id, "2026-05-01", "out", "phone", "reached");
    expect_between(db, id, (Day){2026, 7, 10}, (Day){2026, 7, 20});
    people_undo(db, deed);
    expect_between(db, id, (Day){2026, 6, 10}, (Day){2026, 6, 20});
}

/* A plan does not begin with all at once whom nobody called for years. */
static void care__begins_anew__after_contacts_long_ago(void **state)
{
    Db *db = shop(state);
    gint64 id = careshop_add(db, "A");
    careshop_contact(db, id, "2024-01-01", "out", "phone", NULL);
    careshop_plan(db, "A", 0, "phone", 80, "day");
    expect_between(db, id, (Day){2026, 3, 1}, (Day){2026, 5, 19});
}

static void care__counts__a_greeting(void **state)
{
    Db *db = shop(state);
    gint64 id = careshop_add(db, "A");
    careshop_plan(db, "A", 0, "phone", 80, "day");
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Greeting *greeting = record_new(&greeting_type);
    greeting->customer_id = id;
    greeting->occasion_id = people_number(db, "SELECT MIN(id) FROM occasion", DB_NO_VALUES);
    greeting->year = 2026;
    expect_done(record_insert(deed, greeting, &error), error);
    record_free(greeting);
    people_commit(deed);
    expect_between(db, id, (Day){2026, 5, 10}, (Day){2026, 5, 20});
}

static void care__keeps__the_owners_limit(void **state)
{
    Db *db = shop(state);
    g_autoptr(GError) error = NULL;
    gint64 id = careshop_add(db, "A");
    careshop_plan(db, "A", 0, "phone", 8, "day");
    expect_done(care_set_per_month(db, 2, NULL, NULL, &error), error);
    careshop_contact(db, id, "2026-04-01", "out", "phone", NULL);
    expect_between(db, id, (Day){2026, 4, 8}, (Day){2026, 4, 9});
    careshop_contact(db, id, "2026-04-05", "out", "newsletter", NULL);
    expect_between(db, id, (Day){2026, 5, 1}, (Day){2026, 5, 1});
    careshop_contact(db, id, "2026-04-06", "in", "email", NULL);
    careshop_contact(db, id, "2026-04-06", "out", "counter", NULL);
    expect_between(db, id, (Day){2026, 5, 1}, (Day){2026, 5, 1});
    careshop_contact(db, id, "2026-04-07", "out", "email", NULL);
    expect_between(db, id, (Day){2026, 5, 5}, (Day){2026, 5, 5});
    expect_done(care_set_per_month(db, 3, NULL, NULL, &error), error);
    expect_between(db, id, (Day){2026, 5, 1}, (Day){2026, 5, 1});
    expect_done(care_set_per_month(db, 0, NULL, NULL, &error), error);
    expect_between(db, id, (Day){2026, 4, 13}, (Day){2026, 4, 14});
}

static void care__goes_behind__quiet_seasons(void **state)
{
    Db *db = shop(state);
    gint64 id = careshop_add(db, "A");
    careshop_plan(db, "A", 0, "phone", 7, "day");
    careshop_contact(db, id, "2026-11-29", "out", "phone", NULL);
    gint64 quiet = careshop_quiet(db, id, "Dezember");
    expect_between(db, id, (Day){2027, 1, 1}, (Day){2027, 1, 1});
    careshop_remove(db, &quiet_type, quiet);
    expect_between(db, id, (Day){2026, 12, 6}, (Day){2026, 12, 6});
    careshop_quiet(db, id, "Mo-Fr 11-14");
    expect_between(db, id, (Day){2026, 12, 6}, (Day){2026, 12, 6});
}

static void care_put_off__waits__until_that_day(void **state)
{
    Db *db = shop(state);
    g_autoptr(GError) error = NULL;
    gint64 id = careshop_add(db, "A");
    careshop_plan(db, "A", 0, "phone", 7, "day");
    for (int day = 20; day >= 12; day -= 4) {
        Deed *deed = people_begin(db);
        expect_done(care_put_off(deed, id, (Day){2026, 6, day}, &error), error);
        people_commit(deed);
        expect_between(db, id, (Day){2026, 6, day}, (Day){2026, 6, day});
    }
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM quiet", DB_NO_VALUES), 1);
}

/* Of 360 customers whose plan begins on one day as many are due on each of the 90 days of its first
 * span, give or take one or two. */
static void care__spreads__evenly(void **state)
{
    static const Person nobody = {.given = "Anna", .family = "Ott"};
    Db *db = shop(state);
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    for (int i = 0; i < 360; i++) {
        gint64 id = people_add_in(deed, &nobody);
        Customer *customer = record_load(db, &customer_type, id, &error);
        record_set_text(&customer->class, "C");
        expect_done(record_update(deed, customer, &error), error);
        record_free(customer);
    }
    people_commit(deed);
    careshop_plan(db, "C", 0, "visit", 3, "month");
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM care", DB_NO_VALUES), 360);
    gint64 most = people_number(db,
                                "SELECT MAX(number) FROM (SELECT COUNT(*) AS number FROM care "
                                "GROUP BY due_day) AS days",
                                DB_NO_VALUES);
    assert_true(most >= 4 && most <= 6);
    assert_true(people_number(db, "SELECT COUNT(DISTINCT due_day) FROM care", DB_NO_VALUES) >= 88);
    assert_int_equal(people_number(db,
                                   "SELECT COUNT(*) FROM care WHERE due_day < '2026-03-01' OR "
                                   "due_day > '2026-05-29'",
                                   DB_NO_VALUES),
                     0);
    people_expect_sound(db);
}

/* ---- following ---- */

static void care__follows__the_plan_and_its_end(void **state)
{
    Db *db = shop(state);
    gint64 hilde = careshop_add(db, "A"), anna = careshop_add(db, "B");
    careshop_tag(db, anna, "Verein");
    gint64 class = careshop_plan(db, "A", 0, "phone", 3, "month");
    gint64 tag = careshop_plan(db, "VEREIN", 0, "post", 1, "month");
    careshop_expect_ways(db, hilde, "phone");
    careshop_expect_ways(db, anna, "post");
    gint64 deed = careshop_remove(db, &care_plan_type, tag);
    careshop_expect_ways(db, anna, "");
    people_undo(db, deed);
    careshop_expect_ways(db, anna, "post");
    careshop_remove(db, &care_plan_type, tag);
    careshop_remove(db, &care_plan_type, class);
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM care", DB_NO_VALUES), 0);
    people_expect_sound(db);
}

/* A deed that brings the first line together with the customers it is for. */
static void care__follows__plan_and_customers_of_one_deed(void **state)
{
    Db *db = shop(state);
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    gint64 id = people_add_in(deed, &people_hilde);
    Customer *customer = record_load(db, &customer_type, id, &error);
    record_set_text(&customer->class, "A");
    expect_done(record_update(deed, customer, &error), error);
    record_free(customer);
    expect_done(deed_follow(deed, &error), error);
    CarePlan *plan = record_new(&care_plan_type);
    record_set_text(&plan->class, "A");
    record_set_text(&plan->channel, "post");
    plan->every = 1;
    record_set_text(&plan->unit, "month");
    record_set_text(&plan->from_day, "2026-03-01");
    expect_done(care_plan_save(deed, plan, &error), error);
    record_free(plan);
    gint64 number = people_commit(deed);
    careshop_expect_ways(db, id, "post");
    people_expect_sound(db);
    people_undo(db, number);
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM care", DB_NO_VALUES), 0);
    people_expect_sound(db);
}

/* Another till: the first line of the plan. */
static gpointer plan_at_other_till(gpointer data)
{
    careshop_plan(data, "A", 0, "phone", 3, "month");
    return NULL;
}

static void care__has_all__when_another_till_writes_the_first_line(void **state)
{
    /* SQLite lets only one write anyway. */
    static const char waiting[] = "SELECT COUNT(*) FROM pg_stat_activity "
                                  "WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))";
    Db *db = shop(state);
    if (db_engine(db) == DB_SQLITE) {
        skip();
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) other = db_open(((Fixture *)*state)->where, DB_READ_WRITE, &error);
    expect_done(other != NULL, error);
    gint64 stays = careshop_add(db, "A"), goes = careshop_add(db, "A");
    gint64 comes = careshop_add(db, NULL);
    Deed *deed = people_begin(db);
    Customer *customer = record_load(db, &customer_type, comes, &error);
    record_set_text(&customer->class, "A");
    expect_done(record_update(deed, customer, &error), error);
    record_free(customer);
    customer = record_load(db, &customer_type, goes, &error);
    record_set_text(&customer->class, NULL);
    expect_done(record_update(deed, customer, &error), error);
    record_free(customer);
    expect_done(deed_follow(deed, &error), error);
    GThread *thread = g_thread_new("other till", plan_at_other_till, other);
    for (guint i = 0; i < 5000 && people_number(db, waiting, DB_NO_VALUES) == 0; i++) {
        g_usleep(1000);
    }
    people_commit(deed);
    g_thread_join(thread);
    careshop_expect_ways(db, stays, "phone");
    careshop_expect_ways(db, comes, "phone");
    careshop_expect_ways(db, goes, "");
    people_expect_sound(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(care__follows_nothing__without_a_plan),
        cmocka_unit_test(care__takes_the_most_special_line__of_each_channel),
        cmocka_unit_test(care__chooses_the_way__by_closeness_and_consent),
        cmocka_unit_test(care__proposes_nothing__against_consent_or_without_address),
        cmocka_unit_test(care__leaves_out__who_died_or_is_lost),
        cmocka_unit_test(care__counts_from__the_last_contact_as_personal),
        cmocka_unit_test(care__begins_anew__after_contacts_long_ago),
        cmocka_unit_test(care__counts__a_greeting),
        cmocka_unit_test(care__keeps__the_owners_limit),
        cmocka_unit_test(care__goes_behind__quiet_seasons),
        cmocka_unit_test(care_put_off__waits__until_that_day),
        cmocka_unit_test(care__spreads__evenly),
        cmocka_unit_test(care__follows__the_plan_and_its_end),
        cmocka_unit_test(care__follows__plan_and_customers_of_one_deed),
        cmocka_unit_test(care__has_all__when_another_till_writes_the_first_line),
    };
    return fixture_for_each_engine("care", tests, G_N_ELEMENTS(tests));
}
