/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a line of the communication plan reaches, and the owner's limits. */
#include "tests/data/people.h"

#include "data/agenda/carelimits.h"
#include "data/agenda/careplancount.h"
#include "data/base/fault.h"
#include "data/customer/consent.h"
#include "data/diary/loss.h"

static const Day today = {2026, 3, 1};

static gint64 add(Db *db, const char *family, const char *class, const char *phone,
                  const char *facts)
{
    g_autoptr(GError) error = NULL;
    gint64 id = people_add(db, &(Person){.family = family, .phone = phone, .facts = facts});
    Deed *deed = people_begin(db);
    Customer *customer = record_load(db, &customer_type, id, &error);
    expect_done(customer != NULL, error);
    record_set_text(&customer->class, class);
    expect_done(record_update(deed, customer, &error), error);
    record_free(customer);
    people_commit(deed);
    return id;
}

static void answer(Db *db, gint64 id, const char *purpose, const char *state)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(consent_note(deed, id, purpose, state, "2026-02-01", "in the shop", &error), error);
    people_commit(deed);
}

static void lose(Db *db, gint64 id, const char *how)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Loss *loss = record_new(&loss_type);
    loss->customer_id = id;
    record_set_text(&loss->day, "2026-02-02");
    record_set_text(&loss->how, how);
    expect_done(loss_save(deed, loss, today, &error), error);
    record_free(loss);
    people_commit(deed);
}

/* A line; every 0 weeks: never. Free with record_free. */
static CarePlan *line(Db *db, const char *class, const char *tag, gint64 customer_id,
                      const char *channel, gint64 every)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    CarePlan *plan = record_new(&care_plan_type);
    record_set_text(&plan->class, class);
    record_set_text(&plan->tag, tag);
    plan->customer_id = customer_id;
    record_set_text(&plan->channel, channel);
    plan->every = every;
    record_set_text(&plan->unit, "week");
    record_set_text(&plan->from_day, "2026-03-01");
    expect_done(care_plan_save(deed, plan, &error), error);
    people_commit(deed);
    return plan;
}

/* The counts of PLAN, which is freed. */
static CarePlanCount count_of(Db *db, CarePlan *plan)
{
    g_autoptr(GError) error = NULL;
    CarePlanCount count;
    expect_done(care_plan_count(db, plan, &count, &error), error);
    record_free(plan);
    return count;
}

static void expect_count(const CarePlanCount *count, const char *expected)
{
    g_autofree char *text =
        g_strdup_printf("%d people: %d planned, %d lost, %d no address, %d no consent, %d other",
                        (int)count->people, (int)count->planned, (int)count->lost,
                        (int)count->no_address, (int)count->no_consent, (int)count->other);
    assert_string_equal(text, expected);
}

static void care_plan_count__says_why__somebody_is_not_reached(void **state)
{
    Db *db = ((const Fixture *)*state)->db;
    people_furnish(db);
    CarePlan *plan = line(db, "A", NULL, 0, "phone", 6);
    answer(db, add(db, "Agreed", "A", "0421 111222", NULL), "news_phone", "given");
    answer(db, add(db, "Refused", "A", "0421 111223", NULL), "news_phone", "refused");
    add(db, "Unasked", "A", "0421 111224", NULL);
    answer(db, add(db, "Numberless", "A", NULL, NULL), "news_phone", "given");
    lose(db, add(db, "Dead", "A", "0421 111225", NULL), "died");
    gint64 own = add(db, "Own", "A", "0421 111226", NULL);
    answer(db, own, "news_phone", "given");
    record_free(line(db, NULL, NULL, own, "phone", 0));
    add(db, "Other", "B", "0421 111227", NULL);
    CarePlanCount count = count_of(db, plan);
    expect_count(&count, "6 people: 1 planned, 1 lost, 1 no address, 2 no consent, 1 other");
    assert_int_equal(care_plan_count_unreached(&count), 3);
}

static void care_plan_count__takes_post__as_long_as_nobody_refused(void **state)
{
    Db *db = ((const Fixture *)*state)->db;
    people_furnish(db);
    CarePlan *plan = line(db, "B", NULL, 0, "post", 6);
    add(db, "Unasked", "B", NULL, NULL);
    answer(db, add(db, "Refused", "B", NULL, NULL), "news_post", "withdrawn");
    CarePlanCount count = count_of(db, plan);
    expect_count(&count, "2 people: 1 planned, 0 lost, 0 no address, 1 no consent, 0 other");
}

static void care_plan_count__of_a_group__compares_as_people_do(void **state)
{
    Db *db = ((const Fixture *)*state)->db;
    people_furnish(db);
    CarePlan *plan = line(db, NULL, "Kirchenchöre", 0, NULL, 6);
    add(db, "One", NULL, NULL, "tag: Kirchenchöre");
    add(db, "Two", NULL, NULL, "tag: kirchenchoere");
    add(db, "Both", NULL, NULL, "tag: KIRCHENCHÖRE; tag: Verein");
    add(db, "None", NULL, NULL, "tag: Verein");
    add(db, "Liker", NULL, NULL, "likes: Kirchenchöre");
    CarePlanCount count = count_of(db, plan);
    expect_count(&count, "3 people: 3 planned, 0 lost, 0 no address, 0 no consent, 0 other");
}

static void care_plan_count__of_never__only_says_for_how_many(void **state)
{
    Db *db = ((const Fixture *)*state)->db;
    people_furnish(db);
    CarePlan *plan = line(db, "C", NULL, 0, NULL, 0);
    add(db, "One", "C", NULL, NULL);
    add(db, "Two", "C", NULL, NULL);
    CarePlanCount count = count_of(db, plan);
    expect_count(&count, "2 people: 0 planned, 0 lost, 0 no address, 0 no consent, 0 other");
    assert_int_equal(care_plan_count_unreached(&count), 0);
}

static void care_plan_count__of_nobody__is_nothing(void **state)
{
    Db *db = ((const Fixture *)*state)->db;
    people_furnish(db);
    CarePlanCount count = count_of(db, line(db, NULL, "Chor", 0, "sms", 6));
    expect_count(&count, "0 people: 0 planned, 0 lost, 0 no address, 0 no consent, 0 other");
}

static void care_limits__hold__what_the_owner_says(void **state)
{
    Db *db = ((const Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    int month = -1, day = -1;
    people_furnish(db);
    expect_done(care_per_month(db, &month, &error) && care_a_day(db, &day, &error), error);
    assert_int_equal(month, CARE_PER_MONTH);
    assert_int_equal(day, CARE_A_DAY);
    record_free(line(db, "A", NULL, 0, NULL, 6));
    add(db, "One", "A", NULL, NULL);
    expect_done(care_set_per_month(db, 0, NULL, NULL, &error), error);
    expect_done(care_set_a_day(db, 9, &error), error);
    expect_done(care_per_month(db, &month, &error) && care_a_day(db, &day, &error), error);
    assert_int_equal(month, 0);
    assert_int_equal(day, 9);
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    expect_done(care_check(db, NULL, NULL, findings, &error), error);
    assert_int_equal(findings->len, 0);
}

static bool break_off(guint done, guint total, gpointer data)
{
    (void)done, (void)total, (void)data;
    return false;
}

static void care_limits__stay_as_they_were__when_it_is_broken_off(void **state)
{
    Db *db = ((const Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    int month = -1;
    people_furnish(db);
    record_free(line(db, "A", NULL, 0, NULL, 6));
    add(db, "One", "A", NULL, NULL);
    assert_false(care_set_per_month(db, 7, break_off, NULL, &error));
    expect_fault(error, FAULT_CANCELLED);
    g_clear_error(&error);
    expect_done(care_per_month(db, &month, &error), error);
    assert_int_equal(month, CARE_PER_MONTH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(care_plan_count__says_why__somebody_is_not_reached),
        cmocka_unit_test(care_plan_count__takes_post__as_long_as_nobody_refused),
        cmocka_unit_test(care_plan_count__of_a_group__compares_as_people_do),
        cmocka_unit_test(care_plan_count__of_never__only_says_for_how_many),
        cmocka_unit_test(care_plan_count__of_nobody__is_nothing),
        cmocka_unit_test(care_limits__hold__what_the_owner_says),
        cmocka_unit_test(care_limits__stay_as_they_were__when_it_is_broken_off),
    };
    return fixture_for_each_engine("careplancount", tests, G_N_ELEMENTS(tests));
}
