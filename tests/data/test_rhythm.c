/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often somebody comes, in figures and in words. */
#include "tests/data/people.h"

#include "data/diary/rhythm.h"
#include "data/diary/sums.h"
#include "data/diary/visit.h"

static void rhythm_of__tells_the_middle_half_of_the_gaps(void **state)
{
    (void)state;
    static const struct {
        gint64 days[14];
        guint count;
        gint64 usual, low, high;
    } cases[] = {
        {{0}, 0, 0, 0, 0},
        {{100}, 1, 0, 0, 0},
        {{100, 90, 80}, 3, 0, 0, 0},
        {{100, 90, 80, 70}, 4, 10, 10, 10},
        {{100, 99, 98, 97}, 4, 1, 1, 1},
        {{100, 90, 85, 65}, 4, 10, 5, 20},
        /* One holiday of a year is no rhythm. */
        {{500, 490, 481, 470, 105, 95}, 6, 10, 10, 11},
        /* The fourteenth day does not count. */
        {{140, 130, 120, 110, 100, 90, 80, 70, 60, 50, 40, 30, 20, 1}, 14, 10, 10, 10},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        Rhythm rhythm = rhythm_of(cases[i].days, cases[i].count);
        assert_int_equal(rhythm.usual, cases[i].usual);
        assert_int_equal(rhythm.low, cases[i].low);
        assert_int_equal(rhythm.high, cases[i].high);
        assert_int_equal(rhythm.days, MIN(cases[i].count, 13));
    }
}

static void rhythm_words__are_as_people_say(void **state)
{
    (void)state;
    static const struct {
        gint64 low, high;
        const char *words;
    } cases[] = {
        {1, 1, "every day"},         {1, 2, "every 1–2 days"},       {7, 7, "every week"},
        {9, 9, "every 9 days"},      {6, 8, "every 6–8 days"},       {14, 14, "every 2 weeks"},
        {35, 42, "every 5–6 weeks"}, {36, 38, "every 5 weeks"},      {5, 30, "every 1–4 weeks"},
        {90, 92, "every 3 months"},  {150, 190, "every 5–6 months"}, {365, 365, "every 12 months"},
        {730, 731, "every 2 years"}, {700, 1100, "every 2–3 years"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *words = rhythm_words(cases[i].low, cases[i].high);
        assert_string_equal(words, cases[i].words);
    }
}

static void rhythm_load__counts_days_not_visits__and_no_returns(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    static const char *const days[] = {"2026-02-01", "2026-02-01", "2026-02-10", "2026-02-19"};
    const Person person = {.family = "Ott"};
    g_autoptr(GError) error = NULL;
    gint64 customer = people_add(db, &person), id = 0;
    Rhythm rhythm;
    Deed *deed = people_begin(db);
    for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
        VisitOrder order = visit_order(customer, days[i]);
        expect_done(visit_add(deed, &order, &id, NULL, &error), error);
    }
    VisitOrder order = visit_order(customer, "2026-02-25");
    order.kind = "return";
    expect_done(visit_add(deed, &order, &id, NULL, &error), error);
    people_commit(deed);
    expect_done(rhythm_load(db, customer, &rhythm, &error), error);
    assert_int_equal(rhythm.usual, 0);
    assert_int_equal(rhythm.days, 3);
    deed = people_begin(db);
    order = visit_order(customer, "2026-02-28");
    expect_done(visit_add(deed, &order, &id, NULL, &error), error);
    people_commit(deed);
    expect_done(rhythm_load(db, customer, &rhythm, &error), error);
    assert_int_equal(rhythm.usual, 9);
    assert_int_equal(rhythm.low, 9);
    assert_int_equal(rhythm.high, 9);
}

static void sums_rhythm__is_the_median__of_the_last_gaps(void **state)
{
    (void)state;
    static const gint64 weekly[] = {128, 121, 114, 107}, even[] = {30, 20, 16, 10, 0},
                        two[] = {20, 10, 0}, many[] = {113, 112, 111, 110, 109, 108, 107,
                                                       106, 105, 104, 103, 102, 101, 1};
    assert_int_equal(sums_rhythm(weekly, 4), 7);
    assert_int_equal(sums_rhythm(even, 5), 8);
    assert_int_equal(sums_rhythm(two, 3), 0);
    assert_int_equal(sums_rhythm(many, 14), 1);
}

static void sums_patience__is_longer__for_who_comes_more_rarely(void **state)
{
    (void)state;
    assert_int_equal(sums_patience(1), 15);
    assert_int_equal(sums_patience(9), 27);
    assert_int_equal(sums_patience(40), 120);
    assert_int_equal(sums_patience(365), 455);
}

static void visit_sum_last_day__is_the_later_one(void **state)
{
    (void)state;
    char day[] = "2026-02-10";
    const VisitSum none = {0}, some = {.visits = 1, .last_day = day};
    assert_null(visit_sum_last_day(&none, NULL));
    assert_string_equal(visit_sum_last_day(&none, "2025-12-01"), "2025-12-01");
    assert_string_equal(visit_sum_last_day(&some, NULL), "2026-02-10");
    assert_string_equal(visit_sum_last_day(&some, "2025-12-01"), "2026-02-10");
    assert_string_equal(visit_sum_last_day(&some, "2026-03-01"), "2026-03-01");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_rhythm__is_the_median__of_the_last_gaps),
        cmocka_unit_test(sums_patience__is_longer__for_who_comes_more_rarely),
        cmocka_unit_test(visit_sum_last_day__is_the_later_one),
        cmocka_unit_test(rhythm_of__tells_the_middle_half_of_the_gaps),
        cmocka_unit_test(rhythm_words__are_as_people_say),
        cmocka_unit_test(rhythm_load__counts_days_not_visits__and_no_returns),
    };
    return fixture_for_each_engine("rhythm", tests, G_N_ELEMENTS(tests));
}
