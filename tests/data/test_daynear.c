/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates typed for something near. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/base/daynear.h"

#include <string.h>

/* A Sunday. */
static const Day today = {2026, 3, 1};

typedef DayReading (*Reader)(const char *text, Day today, Day *day);

static const char *const nothing = "";

static void expect(Reader reader, const char *typed, const char *wanted)
{
    Day day;
    DayReading reading = reader(typed, today, &day);
    g_autofree char *got = day_to_text(day);
    assert_true((reading == DAY_READ_OK) == (strcmp(wanted, nothing) != 0));
    if (strcmp(got, wanted) != 0) {
        fail_msg("“%s” is “%s” and not “%s”.", typed, got, wanted);
    }
}

static void day_read_ahead__takes_the_next_such_day(void **state)
{
    static const char *const cases[][2] = {
        {"heute", "2026-03-01"},
        {"morgen", "2026-03-02"},
        {"freitag", "2026-03-06"},
        {"Fri", "2026-03-06"},
        {"sonntag", "2026-03-08"},
        {"+3", "2026-03-04"},
        {"27.11.", "2026-11-27"},
        {"1.3.", "2026-03-01"},
        {"28.2.", "2027-02-28"},
        {"29.2.", "2028-02-29"},
        {"3. Mai", "2026-05-03"},
        {"Feb 3", "2027-02-03"},
        {"Mai", "2026-05-31"},
        {"februar", "2027-02-28"},
        {"3.5.27", "2027-05-03"},
        {"3.5.26", "2026-05-03"},
        {"1.2.26", "2026-02-01"},
        {"3.5.2027", "2027-05-03"},
        {"2026-11-27", "2026-11-27"},
        {"1.2.2020", "2020-02-01"},
        {"3.5.1940", "1940-05-03"},
        {"2027", ""},
        {"31.4.", ""},
        {"bald", ""},
        {"", ""},
        {"3/5", ""},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        expect(day_read_ahead, cases[i][0], cases[i][1]);
    }
}

static void day_read_back__takes_the_last_such_day(void **state)
{
    static const char *const cases[][2] = {
        {"heute", "2026-03-01"},    {"gestern", "2026-02-28"},
        {"freitag", "2026-02-27"},  {"Sunday", "2026-02-22"},
        {"mo.", "2026-02-23"},      {"-3", "2026-02-26"},
        {"27.11.", "2025-11-27"},   {"1.3.", "2026-03-01"},
        {"2.3.", "2025-03-02"},     {"29.2.", "2024-02-29"},
        {"Mai", "2025-05-01"},      {"3.5.25", "2025-05-03"},
        {"3.5.2024", "2024-05-03"}, {"2024", ""},
        {"+1", "2026-03-02"},       {"dreizehn", ""},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        expect(day_read_back, cases[i][0], cases[i][1]);
    }
}

/* 29 February skips a century's end, too. */
static void day_read_ahead__finds_a_leap_day__over_a_century(void **state)
{
    static const Day late = {2097, 1, 1}, end = {9999, 12, 31};
    Day day;
    (void)state;
    assert_int_equal(day_read_ahead("29.2.", late, &day), DAY_READ_OK);
    assert_int_equal(day.year, 2104);
    assert_int_equal(day_read_ahead("3.5.", end, &day), DAY_READ_STRANGE);
    assert_true(day_is_none(day));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(day_read_ahead__takes_the_next_such_day),
        cmocka_unit_test(day_read_back__takes_the_last_such_day),
        cmocka_unit_test(day_read_ahead__finds_a_leap_day__over_a_century),
    };
    return cmocka_run_group_tests_name("daynear", tests, NULL, NULL);
}
