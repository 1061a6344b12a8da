/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moments of the shop's clock: every day of two centuries in six time zones, measured by the clock
 * of the C library. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/base/moment.h"
#include "tests/data/odometer.h"

#include <time.h>

enum { MINUTE = 60, HOUR = 3600, DAY_MINUTES = 1440 };

/* Summer time, both hemispheres, none, half an hour, changes at midnight, a day left out. */
static const char *const zones[] = {"Europe/Berlin",     "America/New_York",    "Asia/Kolkata",
                                    "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia"};

static bool set_zone(const char *zone)
{
    g_autofree char *path = g_build_filename("/usr/share/zoneinfo", zone, NULL);
    g_setenv("TZ", zone, TRUE);
    tzset();
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

/* NOW by moment_of is what the clock of the C library shows. */
static void expect_shown(time_t time)
{
    struct tm parts;
    assert_non_null(localtime_r(&time, &parts));
    g_autoptr(GDateTime) now = g_date_time_new_from_unix_local(time);
    const Moment moment = moment_of(now);
    assert_int_equal(moment.day.year, parts.tm_year + 1900);
    assert_int_equal(moment.day.month, parts.tm_mon + 1);
    assert_int_equal(moment.day.day, parts.tm_mday);
    assert_int_equal(moment.minute, parts.tm_hour * 60 + parts.tm_min);
}

static void moment_of__is_what_the_clock_shows__each_day_of_two_centuries(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(zones); i++) {
        if (!set_zone(zones[i])) {
            print_message("%s is not known here.\n", zones[i]);
            continue;
        }
        /* Another minute each day, so that all of the day come by: from 1900 to 2100. */
        for (gint64 day = -25567; day < 47847; day++) {
            expect_shown((time_t)(day * DAY_MINUTES + (day + 25567) * 37 % DAY_MINUTES) * MINUTE);
        }
    }
}

/* Through the nights, by the clock of the C library, a quarter of an hour at a time. */
static void moment_of__follows_the_clock__through_every_night(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(zones); i++) {
        if (!set_zone(zones[i])) {
            continue;
        }
        for (time_t time = 1760000000; time < 1760000000 + 400 * 24 * HOUR; time += 15 * MINUTE) {
            expect_shown(time);
        }
    }
}

static void moment_compare__puts_any_time_first(void **state)
{
    static const Moment in_order[] = {
        {{2026, 2, 28}, 1439},       {{2026, 3, 1}, MINUTE_NONE}, {{2026, 3, 1}, 0},
        {{2026, 3, 1}, 540},         {{2026, 3, 1}, 1439},        {{2026, 3, 2}, MINUTE_NONE},
        {{2027, 1, 1}, MINUTE_NONE},
    };
    (void)state;
    for (int i = 0; i < (int)G_N_ELEMENTS(in_order); i++) {
        for (int j = 0; j < (int)G_N_ELEMENTS(in_order); j++) {
            int got = moment_compare(in_order[i], in_order[j]);
            assert_int_equal((got > 0) - (got < 0), (i > j) - (i < j));
        }
    }
}

static void moment_plus__moves_the_hands__over_days_and_nights(void **state)
{
    static const struct {
        Moment from;
        gint64 minutes;
        Moment to;
    } cases[] = {
        {{{2026, 3, 1}, 600}, 60, {{2026, 3, 1}, 660}},
        {{{2026, 2, 28}, 1410}, 60, {{2026, 3, 1}, 30}},
        {{{2026, 3, 28}, 120}, 1440, {{2026, 3, 29}, 120}},
        {{{2026, 1, 1}, 0}, -1, {{2025, 12, 31}, 1439}},
        {{{2026, 1, 1}, 0}, -1440, {{2025, 12, 31}, 0}},
        {{{2026, 1, 1}, 0}, 0, {{2026, 1, 1}, 0}},
        {{{9999, 12, 31}, 1439}, 1, {{9999, 12, 31}, 0}},
        {{{2026, 1, 1}, 5}, G_MAXINT64, {{9999, 12, 31}, 5}},
        {{{2026, 1, 1}, 5}, G_MININT64, {{1, 1, 1}, 5}},
    };
    (void)state;
    set_zone("Europe/Berlin");
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const Moment got = moment_plus(cases[i].from, cases[i].minutes);
        assert_int_equal(day_compare(got.day, cases[i].to.day), 0);
        if (cases[i].minutes != G_MAXINT64 && cases[i].minutes != G_MININT64) {
            assert_int_equal(got.minute, cases[i].to.minute);
        }
    }
}

/* The calendar itself, on each day. */
static void day__agrees_with_a_calendar_that_only_counts_on(void **state)
{
    static const Day first = {1900, 1, 1};
    Odometer at = odometer_begin();
    Day before = day_plus(first, -1);
    (void)state;
    do {
        assert_true(day_is_valid(at.day));
        assert_int_equal(day_weekday(at.day), at.weekday);
        assert_int_equal(day_between(first, at.day), at.number);
        assert_int_equal(day_compare(day_plus(first, at.number), at.day), 0);
        assert_int_equal(day_compare(day_plus(before, 1), at.day), 0);
        assert_true(day_compare(before, at.day) < 0);
        assert_int_equal(day_is_leap_year(at.day.year), at.is_leap);
        assert_int_equal(day_is_valid((Day){at.day.year, at.day.month, at.day.day + 1}),
                         !at.is_last_of_month);
        before = at.day;
    } while (odometer_go_on(&at));
    assert_int_equal(at.number + 1, ODOMETER_DAYS);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(moment_of__is_what_the_clock_shows__each_day_of_two_centuries),
        cmocka_unit_test(moment_of__follows_the_clock__through_every_night),
        cmocka_unit_test(moment_compare__puts_any_time_first),
        cmocka_unit_test(moment_plus__moves_the_hands__over_days_and_nights),
        cmocka_unit_test(day__agrees_with_a_calendar_that_only_counts_on),
    };
    return cmocka_run_group_tests_name("moment", tests, NULL, NULL);
}
