/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates typed for something near: the missing parts follow from today. */
#include "data/base/daynear.h"

#include "data/base/daywords.h"

#include <string.h>

enum { LEAP_CYCLE = 8, FAR_YEARS = 50, CENTURY = 100, WEEK = 7 };

/* The day of YEAR, or of the next year STEP further in which there is such a day. */
static Day in_year(Day day, int year, int step)
{
    Day result = {year, day.month, day.day};
    for (int i = 0; i < LEAP_CYCLE && !day_is_valid(result); i++) {
        result.year += step;
    }
    return result;
}

static Day last_of_month(int year, int month)
{
    Day day = {year, month, 31};
    while (!day_is_valid(day)) {
        day.day--;
    }
    return day;
}

/* Whether TEXT has a year of two digits, which day_read takes for one that is over. */
static bool is_short_year(const char *text, Day day, Day today)
{
    char year[8];
    g_snprintf(year, sizeof year, "%04d", day.year);
    return day.year <= today.year - FAR_YEARS && strstr(text, year) == NULL;
}

/* What was read must be a whole day. */
static DayReading judge(DayReading reading, Day *day)
{
    if (reading == DAY_READ_OK && !(day_is_whole(*day) && day_is_valid(*day))) {
        reading = DAY_READ_STRANGE;
    }
    if (reading != DAY_READ_OK) {
        *day = DAY_NONE;
    }
    return reading;
}

DayReading day_read_ahead(const char *text, Day today, Day *day)
{
    DayReading reading = day_read(text, today, DAY_ORDER_UNKNOWN, day);
    if (day_is_whole(*day) && is_short_year(text, *day, today)) {
        day->year += CENTURY;
    } else if (day->year == 0 && day->month != 0) {
        Day first =
            day->day != 0 ? in_year(*day, today.year, 1) : last_of_month(today.year, day->month);
        bool is_over = day_compare(first, today) < 0;
        *day = !is_over        ? first
               : day->day != 0 ? in_year(*day, today.year + 1, 1)
                               : last_of_month(today.year + 1, day->month);
    }
    return judge(reading, day);
}

/* Whether TEXT is the name of a weekday. */
static bool is_weekday(const char *text)
{
    g_autofree char *word = g_ascii_strdown(text, -1);
    g_strdelimit(g_strstrip(word), ".", ' ');
    return day_word_weekday(g_strchomp(word)) != 0;
}

DayReading day_read_back(const char *text, Day today, Day *day)
{
    DayReading reading = day_read(text, today, DAY_ORDER_UNKNOWN, day);
    if (day_is_whole(*day) && is_weekday(text)) {
        Day before = day_plus(*day, -WEEK);
        *day = day_compare(before, today) < 0 ? before : day_plus(before, -WEEK);
    } else if (day->year == 0 && day->month != 0) {
        day->day = MAX(day->day, 1);
        Day last = in_year(*day, today.year, -1);
        *day = day_compare(last, today) <= 0 ? last : in_year(*day, today.year - 1, -1);
    }
    return judge(reading, day);
}
