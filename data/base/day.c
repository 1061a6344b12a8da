/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar arithmetic and the text form of days for files and scripts. */
#include "data/base/day.h"

#define LAST_YEAR 9999
/* Day 1 is 1 January of year 1 (GDate counts so); this is 31 December 9999. */
#define LAST_NUMBER 3652059

static int number_of(Day day)
{
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, (GDateDay)day.day, (GDateMonth)day.month, (GDateYear)day.year);
    return (int)g_date_get_julian(&date);
}

static Day day_of(int number)
{
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, (guint32)number);
    GDateMonth month = g_date_get_month(&date);
    return (Day){g_date_get_year(&date), (int)month, g_date_get_day(&date)};
}

bool day_is_none(Day day)
{
    return day.year == 0 && day.month == 0 && day.day == 0;
}

bool day_is_whole(Day day)
{
    return day.year != 0 && day.month != 0 && day.day != 0;
}

bool day_is_leap_year(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

bool day_is_valid(Day day)
{
    if (day.year < 0 || day.year > LAST_YEAR || day.month < 0 || day.month > 12 || day.day < 0) {
        return false;
    }
    if (day.month == 0) {
        return day.day == 0;
    }
    if (day.month == 2 && day.year == 0) {
        return day.day <= 29;
    }
    GDateYear year = (GDateYear)(day.year != 0 ? day.year : 1);
    return day.day <= g_date_get_days_in_month((GDateMonth)day.month, year);
}

int day_compare(Day a, Day b)
{
    if (a.year != b.year) {
        return a.year < b.year ? -1 : 1;
    }
    if (a.month != b.month) {
        return a.month < b.month ? -1 : 1;
    }
    return (a.day > b.day) - (a.day < b.day);
}

Day day_plus(Day day, int count)
{
    gint64 number = (gint64)number_of(day) + count;
    return day_of((int)CLAMP(number, 1, LAST_NUMBER));
}

int day_between(Day from, Day to)
{
    return number_of(to) - number_of(from);
}

int day_weekday(Day day)
{
    /* 1 January of year 1 was a Monday. */
    return (number_of(day) - 1) % 7 + 1;
}

Day day_kept_in(Day born, int year, LeapRule rule)
{
    if (born.month == 2 && born.day == 29 && !day_is_leap_year(year)) {
        return rule == LEAP_ON_28_FEBRUARY ? (Day){year, 2, 28} : (Day){year, 3, 1};
    }
    return (Day){year, born.month, born.day};
}

char *day_to_text(Day day)
{
    if (day_is_none(day)) {
        return g_strdup("");
    }
    if (day_is_whole(day)) {
        return g_strdup_printf("%04d-%02d-%02d", day.year, day.month, day.day);
    }
    if (day.year == 0 && day.day == 0) {
        return g_strdup_printf("--%02d", day.month);
    }
    if (day.year == 0) {
        return g_strdup_printf("--%02d-%02d", day.month, day.day);
    }
    if (day.month == 0) {
        return g_strdup_printf("%04d", day.year);
    }
    return g_strdup_printf("%04d-%02d", day.year, day.month);
}

/* Takes exactly COUNT digits from *AT; a part that is written is never zero. */
static bool take_digits(const char **at, int count, int *value)
{
    int sum = 0;
    for (int i = 0; i < count; i++) {
        if (!g_ascii_isdigit((*at)[i])) {
            return false;
        }
        sum = sum * 10 + g_ascii_digit_value((*at)[i]);
    }
    *at += count;
    *value = sum;
    return sum != 0;
}

static bool take_parts(const char *at, Day *day)
{
    if (at[0] == '-' && at[1] == '-') {
        at += 1;
    } else if (!take_digits(&at, 4, &day->year)) {
        return false;
    }
    if (*at == '\0') {
        return true;
    }
    if (*at++ != '-' || !take_digits(&at, 2, &day->month)) {
        return false;
    }
    if (*at == '\0') {
        return true;
    }
    return *at++ == '-' && take_digits(&at, 2, &day->day) && *at == '\0';
}

bool day_from_text(const char *text, Day *day)
{
    *day = DAY_NONE;
    if (text == NULL) {
        return false;
    }
    Day read = DAY_NONE;
    if (*text != '\0' && (!take_parts(text, &read) || !day_is_valid(read))) {
        return false;
    }
    *day = read;
    return true;
}
