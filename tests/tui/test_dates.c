/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and numbers as they are said at the counter. */
/* cmocka wants these four before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/dates.h"
#include "tui/figures.h"

/* Saturday */
static const Day today = {2026, 11, 21};

typedef struct {
    Day day;
    const char *said;
} Said;

static void check(char *(*say)(Day day, Day today), const Said *cases, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *said = say(cases[i].day, today);
        assert_string_equal(said, cases[i].said);
    }
}

static void dates_near__names_days_of_the_week__around_today(void **state)
{
    (void)state;
    const Said cases[] = {
        {{2026, 11, 21}, "today"},        {{2026, 11, 22}, "tomorrow"},
        {{2026, 11, 23}, "Mon 23 Nov"},   {{2026, 11, 20}, "yesterday"},
        {{2026, 11, 17}, "last Tuesday"}, {{2026, 11, 15}, "last Sunday"},
        {{2026, 11, 14}, "Sat 14 Nov"},   {{2027, 1, 1}, "Fri 1 Jan"},
    };
    check(dates_near, cases, G_N_ELEMENTS(cases));
}

static void dates_ahead_and_behind__fit_into_a_sentence(void **state)
{
    (void)state;
    const Said ahead[] = {
        {{2026, 11, 21}, "today"}, {{2026, 11, 22}, "tomorrow"}, {{2026, 11, 24}, "on Tue 24 Nov"}};
    const Said behind[] = {{{2026, 11, 20}, "was yesterday"},
                           {{2026, 11, 17}, "was last Tuesday"},
                           {{2026, 11, 14}, "was on 14 Nov"}};
    check(dates_ahead, ahead, G_N_ELEMENTS(ahead));
    check(dates_behind, behind, G_N_ELEMENTS(behind));
}

static void dates_since__grows_coarser_with_time(void **state)
{
    (void)state;
    const Said cases[] = {
        {{2026, 11, 21}, "today"},         {{2026, 11, 20}, "yesterday"},
        {{2026, 11, 19}, "2 days ago"},    {{2026, 9, 23}, "59 days ago"},
        {{2026, 9, 22}, "1 month ago"},    {{2026, 7, 10}, "4 months ago"},
        {{2024, 11, 22}, "23 months ago"}, {{2024, 11, 20}, "2 years ago"},
        {{1999, 1, 1}, "27 years ago"},    {{2026, 12, 24}, "24 December 2026"},
    };
    check(dates_since, cases, G_N_ELEMENTS(cases));
}

static void dates_brief__leaves_this_year_out(void **state)
{
    (void)state;
    const Said cases[] = {{{2026, 1, 5}, "5 Jan"}, {{2025, 12, 31}, "31 Dec 2025"}};
    check(dates_brief, cases, G_N_ELEMENTS(cases));
}

static void dates_age__counts_birthdays_that_were(void **state)
{
    (void)state;
    assert_int_equal(dates_age((Day){1956, 11, 21}, today), 70);
    assert_int_equal(dates_age((Day){1956, 11, 22}, today), 69);
    assert_int_equal(dates_age((Day){2026, 11, 21}, today), 0);
    assert_int_equal(dates_age((Day){2000, 2, 29}, (Day){2026, 2, 28}), 26);
    assert_int_equal(dates_age((Day){2000, 2, 29}, (Day){2026, 2, 27}), 25);
}

static void dates_clock__gives_the_time_of_the_place(void **state)
{
    (void)state;
    g_autofree char *winter = dates_clock("2026-11-21T13:32:00Z");
    g_autofree char *summer = dates_clock("2026-07-01T13:32:00Z");
    g_autofree char *none = dates_clock("half past two");
    assert_string_equal(winter, "14:32");
    assert_string_equal(summer, "15:32");
    assert_string_equal(none, "");
}

static void figures_grouped__parts_thousands(void **state)
{
    (void)state;
    static const struct {
        gint64 number;
        const char *text;
    } cases[] = {{0, "0"},          {999, "999"},           {1000, "1,000"},
                 {12480, "12,480"}, {1234567, "1,234,567"}, {-1000, "-1,000"},
                 {-999, "-999"}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = figures_grouped(cases[i].number);
        assert_string_equal(text, cases[i].text);
    }
}

int main(void)
{
    g_setenv("TZ", "Europe/Berlin", TRUE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_near__names_days_of_the_week__around_today),
        cmocka_unit_test(dates_ahead_and_behind__fit_into_a_sentence),
        cmocka_unit_test(dates_since__grows_coarser_with_time),
        cmocka_unit_test(dates_brief__leaves_this_year_out),
        cmocka_unit_test(dates_age__counts_birthdays_that_were),
        cmocka_unit_test(dates_clock__gives_the_time_of_the_place),
        cmocka_unit_test(figures_grouped__parts_thousands),
    };
    return cmocka_run_group_tests_name("dates", tests, NULL, NULL);
}
