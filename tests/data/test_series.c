/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days that come again, measured on every day of two centuries. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/base/series.h"
#include "tests/data/odometer.h"

#include <string.h>

static Day day(const char *text)
{
    Day result;
    assert_true(day_from_text(text, &result));
    return result;
}

static void expect_next(const Series *series, const char *after, const char *wanted)
{
    g_autofree char *got = day_to_text(series_next(series, day(after)));
    if (strcmp(got, wanted) != 0) {
        fail_msg("After %s comes %s and not %s.", after, got, wanted);
    }
}

/* Whether a day of the two centuries is in a series; all begin on 31 January 1900 or later. */
typedef bool (*Belongs)(const Odometer *at);

static bool each_day(const Odometer *at)
{
    return at->number >= 30;
}

static bool each_third_day(const Odometer *at)
{
    return at->number >= 30 && at->number % 3 == 0;
}

/* Wednesdays and Sundays of every second week; 31 January 1900 was a Wednesday. */
static bool each_second_week(const Odometer *at)
{
    int week = at->number / 7;
    return at->number >= 30 && week % 2 == 0 && (at->weekday == 3 || at->weekday == 7);
}

static bool each_wednesday(const Odometer *at)
{
    return at->number >= 30 && at->weekday == 3;
}

static bool each_month_on_31st(const Odometer *at)
{
    return at->is_last_of_month;
}

static bool each_month_on_30th(const Odometer *at)
{
    bool is_february = at->day.month == 2;
    return at->number >= 29 && (is_february ? at->is_last_of_month : at->day.day == 30);
}

static bool each_quarter_on_31st(const Odometer *at)
{
    return at->is_last_of_month && at->day.month % 3 == 1;
}

static bool each_29_february(const Odometer *at)
{
    return at->day.year >= 1904 && at->day.month == 2 && at->is_last_of_month;
}

static bool each_new_years_eve(const Odometer *at)
{
    return at->day.month == 12 && at->day.day == 31;
}

static bool each_fifth_year(const Odometer *at)
{
    return at->day.month == 12 && at->day.day == 31 && at->day.year % 5 == 0;
}

static const struct {
    Series series;
    Belongs belongs;
} cases[] = {
    {{SERIES_DAYS, 1, 0, {1900, 1, 31}}, each_day},
    {{SERIES_DAYS, 3, 0, {1900, 1, 31}}, each_third_day},
    {{SERIES_WEEKS, 1, 0, {1900, 1, 31}}, each_wednesday},
    {{SERIES_WEEKS, 2, 68, {1900, 1, 31}}, each_second_week},
    {{SERIES_MONTHS, 1, 0, {1900, 1, 31}}, each_month_on_31st},
    {{SERIES_MONTHS, 1, 0, {1900, 1, 30}}, each_month_on_30th},
    {{SERIES_MONTHS, 3, 0, {1900, 1, 31}}, each_quarter_on_31st},
    {{SERIES_YEARS, 1, 0, {1904, 2, 29}}, each_29_february},
    {{SERIES_YEARS, 1, 0, {1900, 12, 31}}, each_new_years_eve},
    {{SERIES_YEARS, 5, 0, {1900, 12, 31}}, each_fifth_year},
};

/* Goes through all days and asks on each for the next one; what was told stays until it has come.
 */
static void expect_days(const Series *series, Belongs belongs)
{
    Day told = DAY_NONE;
    int seen = 0;
    Odometer at = odometer_begin();
    do {
        if (belongs(&at)) {
            seen++;
            if (!day_is_none(told) && day_compare(told, at.day) != 0) {
                fail_msg("%d-%02d-%02d was left out.", at.day.year, at.day.month, at.day.day);
            }
        } else if (!day_is_none(told) && day_compare(told, at.day) <= 0) {
            fail_msg("%d-%02d-%02d does not belong.", told.year, told.month, told.day);
        }
        told = series_next(series, at.day);
    } while (odometer_go_on(&at));
    assert_true(seen > 30);
}

static void series_next__meets_every_day__of_two_centuries(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        expect_days(&cases[i].series, cases[i].belongs);
    }
}

static void series_next__begins_with_the_first__and_ends_with_the_calendar(void **state)
{
    static const Series daily = {SERIES_DAYS, 2, 0, {2026, 3, 4}};
    static const Series weekly = {SERIES_WEEKS, 1, 1, {2026, 3, 4}};
    static const Series weekly_late = {SERIES_WEEKS, 3, 0, {9999, 12, 20}};
    static const Series monthly = {SERIES_MONTHS, 1, 0, {2026, 1, 31}};
    static const Series yearly = {SERIES_YEARS, 999, 0, {2024, 2, 29}};
    static const Series once = {.unit = SERIES_ONCE, .step = 1, .first = {2026, 3, 4}};
    (void)state;
    expect_next(&daily, "2026-01-01", "2026-03-04");
    expect_next(&daily, "2026-03-04", "2026-03-06");
    expect_next(&daily, "9999-12-31", "");
    expect_next(&weekly, "2026-01-01", "2026-03-09");
    expect_next(&weekly_late, "9999-12-19", "9999-12-20");
    expect_next(&weekly_late, "9999-12-20", "");
    expect_next(&monthly, "2026-01-31", "2026-02-28");
    expect_next(&monthly, "2026-02-28", "2026-03-31");
    expect_next(&monthly, "9999-12-30", "9999-12-31");
    expect_next(&monthly, "9999-12-31", "");
    expect_next(&yearly, "2024-02-29", "3023-02-28");
    expect_next(&yearly, "9017-02-28", "");
    expect_next(&once, "2026-01-01", "");
}

static void series_words__are_for_people(void **state)
{
    static const struct {
        Series series;
        const char *wanted;
    } words[] = {
        {{SERIES_DAYS, 1, 0, {2026, 3, 4}}, "every day"},
        {{SERIES_DAYS, 14, 0, {2026, 3, 4}}, "every 14 days"},
        {{SERIES_WEEKS, 1, 0, {2026, 3, 2}}, "every Monday"},
        {{SERIES_WEEKS, 1, 19, {2026, 3, 2}}, "every Monday, Tuesday and Friday"},
        {{SERIES_WEEKS, 1, 31, {2026, 3, 2}}, "Monday to Friday"},
        {{SERIES_WEEKS, 1, 127, {2026, 3, 2}}, "every day"},
        {{SERIES_WEEKS, 2, 18, {2026, 3, 2}}, "every 2 weeks on Tuesday and Friday"},
        {{SERIES_MONTHS, 1, 0, {2026, 1, 31}}, "monthly on the 31st"},
        {{SERIES_MONTHS, 1, 0, {2026, 1, 12}}, "monthly on the 12th"},
        {{SERIES_MONTHS, 3, 0, {2026, 1, 22}}, "every 3 months on the 22nd"},
        {{SERIES_MONTHS, 2, 0, {2026, 1, 3}}, "every 2 months on the 3rd"},
        {{SERIES_YEARS, 1, 0, {2026, 12, 24}}, "every year on 24 December"},
        {{SERIES_YEARS, 2, 0, {2026, 12, 24}}, "every 2 years on 24 December"},
    };
    static const Series once = {.unit = SERIES_ONCE, .step = 1};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        g_autofree char *text = series_words(&words[i].series);
        assert_string_equal(text, words[i].wanted);
    }
    assert_null(series_words(&once));
}

static void series_unit__is_the_code__and_back(void **state)
{
    (void)state;
    assert_int_equal(series_unit("day"), SERIES_DAYS);
    assert_int_equal(series_unit("year"), SERIES_YEARS);
    assert_int_equal(series_unit("fortnight"), SERIES_ONCE);
    assert_int_equal(series_unit(NULL), SERIES_ONCE);
    assert_string_equal(series_code(SERIES_WEEKS), "week");
    assert_string_equal(series_code(SERIES_MONTHS), "month");
    assert_null(series_code(SERIES_ONCE));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(series_next__meets_every_day__of_two_centuries),
        cmocka_unit_test(series_next__begins_with_the_first__and_ends_with_the_calendar),
        cmocka_unit_test(series_words__are_for_people),
        cmocka_unit_test(series_unit__is_the_code__and_back),
    };
    return cmocka_run_group_tests_name("series", tests, NULL, NULL);
}
