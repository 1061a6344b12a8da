/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yearly days on every day of two centuries, on every engine, measured by a calendar that only
 * counts on and a table of the days people expect. */
#include "tests/data/people.h"

#include "data/agenda/today.h"
#include "data/diary/loss.h"
#include "data/setting.h"
#include "tests/data/odometer.h"

#include <string.h>

enum { TEN_YEARS = 3650, NO_YEAR = 0, LONGEST_WAIT = 5 };

/* Whose day is expected when. Names are in the order in which one day lists them. */
static const struct {
    const char *name, *born;
    int first_year;
    struct {
        int month, day;
    } in_leap_years, else_on_28, else_on_1;
} expected[] = {
    {"A Neujahr", "--01-01", NO_YEAR, {1, 1}, {1, 1}, {1, 1}},
    {"B Silvester", "--12-31", NO_YEAR, {12, 31}, {12, 31}, {12, 31}},
    {"C Ende Februar", "--02-28", NO_YEAR, {2, 28}, {2, 28}, {2, 28}},
    {"D Schalttag", "--02-29", NO_YEAR, {2, 29}, {2, 28}, {3, 1}},
    {"E Schalttag 1904", "1904-02-29", 1904, {2, 29}, {2, 28}, {3, 1}},
    {"F Schalttag 2000", "2000-02-29", 2000, {2, 29}, {2, 28}, {3, 1}},
    {"G Anfang März", "1950-03-01", 1950, {3, 1}, {3, 1}, {3, 1}},
    {"H Mai", "1956-05-03", 1956, {5, 3}, {5, 3}, {5, 3}},
    {"I Silvester 1999", "1999-12-31", 1999, {12, 31}, {12, 31}, {12, 31}},
    {"J Ende Januar", "--01-31", NO_YEAR, {1, 31}, {1, 31}, {1, 31}},
};

static void add_people(Db *db)
{
    people_furnish(db);
    Deed *deed = people_begin(db);
    for (gsize i = 0; i < G_N_ELEMENTS(expected); i++) {
        const Person person = {.family = expected[i].name, .birthday = expected[i].born};
        people_add_in(deed, &person);
    }
    people_commit(deed);
}

static bool is_expected(gsize who, const Odometer *at, LeapRule rule)
{
    bool on_28 = rule == LEAP_ON_28_FEBRUARY;
    int month = at->is_leap ? expected[who].in_leap_years.month
                : on_28     ? expected[who].else_on_28.month
                            : expected[who].else_on_1.month;
    int day = at->is_leap ? expected[who].in_leap_years.day
              : on_28     ? expected[who].else_on_28.day
                          : expected[who].else_on_1.day;
    return at->day.year >= expected[who].first_year && at->day.month == month && at->day.day == day;
}

/* What LIST has from *NEXT on has to begin with the expected ones of the day. */
static void expect_day(const GPtrArray *list, guint *next, const Odometer *at, LeapRule rule)
{
    for (gsize who = 0; who < G_N_ELEMENTS(expected); who++) {
        if (!is_expected(who, at, rule)) {
            continue;
        }
        const Due *due = *next < list->len ? g_ptr_array_index(list, *next) : NULL;
        if (due == NULL || day_compare(due->kept, at->day) != 0 ||
            strcmp(due->customer->family_name, expected[who].name) != 0) {
            fail_msg("%s is not listed on %d-%02d-%02d.", expected[who].name, at->day.year,
                     at->day.month, at->day.day);
        }
        *next += 1;
    }
}

static void expect_two_centuries(Db *db, LeapRule rule)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = NULL;
    guint next = 0;
    Odometer at = odometer_begin();
    do {
        if (at.number % TEN_YEARS == 0) {
            assert_true(list == NULL || next == list->len);
            g_clear_pointer(&list, g_ptr_array_unref);
            Day to = day_plus(at.day, MIN(TEN_YEARS, ODOMETER_DAYS - at.number) - 1);
            list = due_list(db, at.day, to, "birthday", rule, &error);
            expect_done(list != NULL, error);
            next = 0;
        }
        expect_day(list, &next, &at, rule);
    } while (odometer_go_on(&at));
    assert_int_equal(next, list->len);
}

static void due_list__has_everybody_once_a_year__in_two_centuries(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    expect_two_centuries(db, LEAP_ON_28_FEBRUARY);
    expect_two_centuries(db, LEAP_ON_1_MARCH);
}

/* Each day asked for alone: around New Year and the end of February of every third year, which
 * meets each kind of year. */
static void due_list__agrees__when_each_day_is_asked_for_alone(void **state)
{
    static const LeapRule rules[] = {LEAP_ON_28_FEBRUARY, LEAP_ON_1_MARCH};
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    Odometer at = odometer_begin();
    do {
        bool is_edge =
            (at.day.month == 12 && at.day.day > 29) || (at.day.month == 1 && at.day.day < 3) ||
            (at.day.month == 2 && at.day.day > 26) || (at.day.month == 3 && at.day.day < 3);
        for (gsize i = 0; is_edge && at.day.year % 3 == 0 && i < G_N_ELEMENTS(rules); i++) {
            g_autoptr(GError) error = NULL;
            g_autoptr(GPtrArray) list = due_list(db, at.day, at.day, NULL, rules[i], &error);
            expect_done(list != NULL, error);
            guint next = 0;
            expect_day(list, &next, &at, rules[i]);
            assert_int_equal(next, list->len);
        }
    } while (odometer_go_on(&at));
}

static Today *load(Db *db, Day day)
{
    g_autoptr(GError) error = NULL;
    Today *today = today_load(db, day, TODAY_MOST, &error);
    expect_done(today != NULL, error);
    return today;
}

static const Due *find(const GPtrArray *list, const char *name)
{
    for (guint i = 0; i < list->len; i++) {
        const Due *due = g_ptr_array_index(list, i);
        if (strcmp(due->customer->family_name, name) == 0) {
            return due;
        }
    }
    return NULL;
}

static void greet(Db *db, const Due *due)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(due_greet(deed, due->occasion->head.id, due->kept.year, "call", &error), error);
    people_commit(deed);
}

/* What the home screen says of everybody on one day. WAITED counts the days since somebody's day
 * nobody has congratulated on yet; -1: not waiting. */
static void expect_home(Db *db, const Odometer *at, LeapRule rule, int *waited, int *times)
{
    g_autoptr(Today) today = load(db, at->day);
    for (gsize who = 0; who < G_N_ELEMENTS(expected); who++) {
        const Due *due = find(today->due, expected[who].name);
        const Due *missed = find(today->missed, expected[who].name);
        bool is_day = is_expected(who, at, rule);
        assert_int_equal(due != NULL, is_day);
        if (is_day) {
            assert_false(due->greeted);
            assert_int_equal(day_compare(due->kept, at->day), 0);
            times[who]++;
            waited[who] = 0;
            continue;
        }
        waited[who] += waited[who] >= 0;
        assert_int_equal(missed != NULL, waited[who] > 0);
        /* Some are congratulated late, on the other side of New Year, too. */
        if (waited[who] == 1 + (int)who % LONGEST_WAIT) {
            greet(db, missed);
            waited[who] = -1;
        }
    }
}

/* A shop that opens each day from 20 December to 5 March: nobody is lost over New Year or shown
 * again after the tick, whatever the leap rule. */
static void today_load__shows_everybody_once__over_new_year_and_leap_days(void **state)
{
    static const int years[] = {1903, 1999, 2023, 2024, 2099};
    static const char *const settings[] = {"28", "1"};
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    for (gsize i = 0; i < G_N_ELEMENTS(years); i++) {
        LeapRule rule = i % 2 == 0 ? LEAP_ON_28_FEBRUARY : LEAP_ON_1_MARCH;
        int waited[G_N_ELEMENTS(expected)], times[G_N_ELEMENTS(expected)] = {0};
        assert_true(setting_set(db, SETTING_LEAP_RULE, settings[i % 2], NULL));
        for (gsize who = 0; who < G_N_ELEMENTS(expected); who++) {
            waited[who] = -1;
        }
        Odometer at = odometer_begin();
        while (at.day.year < years[i] || at.day.month < 12 || at.day.day < 20) {
            assert_true(odometer_go_on(&at));
        }
        for (; at.day.month != 3 || at.day.day < 8; odometer_go_on(&at)) {
            expect_home(db, &at, rule, waited, times);
        }
        for (gsize who = 0; who < G_N_ELEMENTS(expected); who++) {
            bool is_born = at.day.year >= expected[who].first_year &&
                           (who != 8 || at.day.year > expected[who].first_year);
            assert_int_equal(times[who], is_born && who != 7 ? 1 : 0);
        }
    }
}

/* Whether somebody congratulated on the day of CALLED in LIST, where it is. */
static bool is_greeted(const GPtrArray *list, const char *called)
{
    const Due *due = find(list, called);
    if (due == NULL) {
        fail_msg("%s is not there.", called);
        return false;
    }
    return due->greeted;
}

/* The clock is put back after the tick, over New Year and back again. */
static void today_load__stays_quiet_after_the_tick__when_the_clock_is_set_back(void **state)
{
    static const Day new_year = {2026, 1, 1}, eve = {2025, 12, 31};
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    {
        g_autoptr(Today) today = load(db, new_year);
        greet(db, find(today->missed, "B Silvester"));
        greet(db, find(today->due, "A Neujahr"));
    }
    g_autoptr(Today) back = load(db, eve);
    assert_true(is_greeted(back->due, "B Silvester"));
    assert_true(is_greeted(back->coming, "A Neujahr"));
    assert_false(is_greeted(back->due, "I Silvester 1999"));
    g_autoptr(Today) again = load(db, new_year);
    assert_null(find(again->missed, "B Silvester"));
    assert_true(is_greeted(again->due, "A Neujahr"));
    assert_non_null(find(again->missed, "I Silvester 1999"));
    g_autoptr(Today) next = load(db, (Day){2026, 12, 31});
    assert_false(is_greeted(next->due, "B Silvester"));
}

static void lose(Db *db, gint64 customer, const char *how, bool is_greeted)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Loss *loss = record_new(&loss_type);
    loss->customer_id = customer;
    loss->is_greeted = is_greeted;
    record_set_text(&loss->day, "2026-01-01");
    record_set_text(&loss->how, how);
    expect_done(loss_save(deed, loss, (Day){2026, 2, 1}, &error), error);
    record_free(loss);
    people_commit(deed);
}

/* The dead, the removed and the lost all have their birthday on 29 February. */
static void due_list__leaves_them_in_peace__on_every_day_of_every_year(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 ids[5];
    people_furnish(db);
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++) {
        const Person person = {.family = i == 4 ? "Da" : "Fort", .birthday = "1956-02-29"};
        ids[i] = people_add(db, &person);
    }
    lose(db, ids[0], "died", true);
    lose(db, ids[1], "moved", false);
    lose(db, ids[2], "moved", true);
    Deed *deed = people_begin(db);
    expect_done(sheet_remove(deed, ids[3], &error), error);
    people_commit(deed);
    for (int year = 2001; year < 2090; year += 10) {
        g_autoptr(GPtrArray) list =
            due_list(db, (Day){year, 1, 1}, (Day){year + 9, 12, 31}, NULL,
                     year % 20 == 1 ? LEAP_ON_28_FEBRUARY : LEAP_ON_1_MARCH, &error);
        expect_done(list != NULL, error);
        assert_int_equal(list->len, 20);
        for (guint i = 0; i < list->len; i++) {
            gint64 id = ((const Due *)g_ptr_array_index(list, i))->customer->head.id;
            assert_true(id == ids[2] || id == ids[4]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(due_list__has_everybody_once_a_year__in_two_centuries),
        cmocka_unit_test(due_list__agrees__when_each_day_is_asked_for_alone),
        cmocka_unit_test(today_load__shows_everybody_once__over_new_year_and_leap_days),
        cmocka_unit_test(today_load__stays_quiet_after_the_tick__when_the_clock_is_set_back),
        cmocka_unit_test(due_list__leaves_them_in_peace__on_every_day_of_every_year),
    };
    return fixture_for_each_engine("duedays", tests, G_N_ELEMENTS(tests));
}
