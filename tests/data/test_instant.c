/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instants: UTC text and the time of the place. */
#include "tests/data/fixture.h"

#include "data/base/instant.h"

#include <time.h>

static void instant_write__is_utc__wherever_it_is_asked(void **state)
{
    static const struct {
        const char *now, *utc;
        Day day;
    } cases[] = {
        {"2026-03-01T09:00:00+01", "2026-03-01T08:00:00Z", {2026, 3, 1}},
        {"2026-07-01T00:30:00+02", "2026-06-30T22:30:00Z", {2026, 7, 1}},
        {"2025-12-31T23:59:59-05", "2026-01-01T04:59:59Z", {2025, 12, 31}},
        {"2024-02-29T12:00:00Z", "2024-02-29T12:00:00Z", {2024, 2, 29}},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GDateTime) now = g_date_time_new_from_iso8601(cases[i].now, NULL);
        char text[21];
        instant_write(now, text);
        assert_string_equal(text, cases[i].utc);
        assert_int_equal(day_compare(instant_day(now), cases[i].day), 0);
    }
}

static void instant_local_day__is_the_day_of_the_place__in_summer_and_winter(void **state)
{
    static const struct {
        const char *utc;
        Day day;
    } cases[] = {
        {"2026-10-14T12:32:00Z", {2026, 10, 14}},
        {"2026-12-31T23:05:00Z", {2027, 1, 1}},
        {"2026-03-29T00:59:59Z", {2026, 3, 29}},
        {"2026-03-29T01:00:00Z", {2026, 3, 29}},
        {"soon", {0, 0, 0}},
        {"", {0, 0, 0}},
        {NULL, {0, 0, 0}},
    };
    (void)state;
    g_setenv("TZ", "Europe/Berlin", TRUE);
    tzset();
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_int_equal(day_compare(instant_local_day(cases[i].utc), cases[i].day), 0);
    }
}

static void instant_of_day__is_where_the_local_day_begins(void **state)
{
    (void)state;
    static const struct {
        const char *zone;
        Day day;
        const char *begins;
    } cases[] = {
        {"UTC", {2026, 3, 1}, "2026-03-01T00:00:00Z"},
        {"Europe/Berlin", {2026, 3, 1}, "2026-02-28T23:00:00Z"},
        {"Europe/Berlin", {2026, 7, 1}, "2026-06-30T22:00:00Z"},
        {"America/Los_Angeles", {2026, 3, 1}, "2026-03-01T08:00:00Z"},
    };
    g_autofree char *before = g_strdup(g_getenv("TZ"));
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        char text[21];
        gint64 minute = -1;
        g_setenv("TZ", cases[i].zone, TRUE);
        tzset();
        instant_of_day(cases[i].day, text);
        assert_string_equal(text, cases[i].begins);
        assert_int_equal(day_compare(instant_local_moment(text, &minute), cases[i].day), 0);
        assert_int_equal(minute, 0);
    }
    if (before != NULL) {
        g_setenv("TZ", before, TRUE);
    } else {
        g_unsetenv("TZ");
    }
    tzset();
    gint64 minute = 7;
    assert_true(day_is_none(instant_local_moment("gestern", &minute)));
    assert_int_equal(minute, 7);
}

static void instant_local_moment__counts_the_minutes__of_the_local_day(void **state)
{
    (void)state;
    static const struct {
        const char *utc;
        Day day;
        gint64 minute;
    } cases[] = {
        {"2026-03-01T08:17:59Z", {2026, 3, 1}, 9 * 60 + 17},
        {"2026-07-01T21:59:00Z", {2026, 7, 1}, 23 * 60 + 59},
        {"2026-07-01T22:01:00Z", {2026, 7, 2}, 1},
    };
    g_setenv("TZ", "Europe/Berlin", TRUE);
    tzset();
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        gint64 minute = -1;
        assert_int_equal(day_compare(instant_local_moment(cases[i].utc, &minute), cases[i].day), 0);
        assert_int_equal(minute, cases[i].minute);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(instant_write__is_utc__wherever_it_is_asked),
        cmocka_unit_test(instant_local_day__is_the_day_of_the_place__in_summer_and_winter),
        cmocka_unit_test(instant_of_day__is_where_the_local_day_begins),
        cmocka_unit_test(instant_local_moment__counts_the_minutes__of_the_local_day),
    };
    return cmocka_run_group_tests_name("instant", tests, NULL, NULL);
}
