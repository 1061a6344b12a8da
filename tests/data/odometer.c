/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts the days of two centuries, with the years written down in which February has 29. */
#include "tests/data/odometer.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100 };

static const int leap_years[] = {
    1904, 1908, 1912, 1916, 1920, 1924, 1928, 1932, 1936, 1940, 1944, 1948, 1952,
    1956, 1960, 1964, 1968, 1972, 1976, 1980, 1984, 1988, 1992, 1996, 2000, 2004,
    2008, 2012, 2016, 2020, 2024, 2028, 2032, 2036, 2040, 2044, 2048, 2052, 2056,
    2060, 2064, 2068, 2072, 2076, 2080, 2084, 2088, 2092, 2096,
};

static bool is_leap(int year)
{
    for (gsize i = 0; i < G_N_ELEMENTS(leap_years); i++) {
        if (leap_years[i] == year) {
            return true;
        }
    }
    return false;
}

static void look(Odometer *odometer)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (odometer->day.day == 1) {
        odometer->is_leap = is_leap(odometer->day.year);
    }
    bool is_longer = odometer->day.month == 2 && odometer->is_leap;
    odometer->is_last_of_month =
        odometer->day.day == lengths[odometer->day.month - 1] + (is_longer ? 1 : 0);
}

Odometer odometer_begin(void)
{
    Odometer odometer = {.day = {FIRST_YEAR, 1, 1}, .weekday = 1};
    look(&odometer);
    return odometer;
}

bool odometer_go_on(Odometer *odometer)
{
    bool is_year_over = odometer->is_last_of_month && odometer->day.month == 12;
    if (is_year_over && odometer->day.year == LAST_YEAR) {
        return false;
    }
    Day day = odometer->day;
    if (is_year_over) {
        day = (Day){day.year + 1, 1, 1};
    } else if (odometer->is_last_of_month) {
        day = (Day){day.year, day.month + 1, 1};
    } else {
        day.day++;
    }
    odometer->day = day;
    odometer->weekday = odometer->weekday == 7 ? 1 : odometer->weekday + 1;
    odometer->number++;
    look(odometer);
    return true;
}
