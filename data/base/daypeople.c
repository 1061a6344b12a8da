/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as people read them, in the language of the messages. */
#include "data/base/day.h"

#include "data/base/i18n.h"

#include <string.h>

static const char *const month_names[12] = {
    N_("January"), N_("February"), N_("March"),     N_("April"),   N_("May"),      N_("June"),
    N_("July"),    N_("August"),   N_("September"), N_("October"), N_("November"), N_("December"),
};

static const char *const short_month_names[12] = {
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
};

static const char *const short_weekday_names[7] = {
    N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
};

static const char *pattern_for(Day day)
{
    /* TRANSLATORS: {d} is the day, {dd} the day with two digits, {m} and {mm} the month as a
     * number, {mon} and {month} the month's name, short and whole, {weekday} the weekday's short
     * name, {year} the year. German: {dd}.{mm}.{year} */
    if (day_is_whole(day)) {
        return _("{d} {month} {year}");
    }
    /* TRANSLATORS: a day without a year; the same words in braces. German: {dd}.{mm}. */
    if (day.day != 0) {
        return _("{d} {month}");
    }
    /* TRANSLATORS: a month of a year; the same words in braces. German: {month} {year} */
    if (day.month != 0 && day.year != 0) {
        return _("{month} {year}");
    }
    return day.month != 0 ? "{month}" : "{year}";
}

static bool is_name(const char *name, size_t length, const char *known)
{
    return strlen(known) == length && strncmp(name, known, length) == 0;
}

static void append_part(GString *out, const char *name, size_t length, Day day)
{
    const struct {
        const char *name;
        int width;
        int number;
    } numbers[] = {
        {"d", 1, day.day},    {"dd", 2, day.day},    {"m", 1, day.month},
        {"mm", 2, day.month}, {"year", 1, day.year},
    };

    if (is_name(name, length, "month")) {
        g_string_append(out, _(month_names[day.month - 1]));
    } else if (is_name(name, length, "mon")) {
        g_string_append(out, _(short_month_names[day.month - 1]));
    } else if (is_name(name, length, "weekday")) {
        g_string_append(out, _(short_weekday_names[day_weekday(day) - 1]));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        if (is_name(name, length, numbers[i].name)) {
            g_string_append_printf(out, "%0*d", numbers[i].width, numbers[i].number);
        }
    }
}

char *day_by_pattern(Day day, const char *pattern)
{
    GString *out = g_string_new(NULL);
    const char *at = pattern;
    while (*at != '\0') {
        const char *end = *at == '{' ? strchr(at, '}') : NULL;
        if (end == NULL) {
            g_string_append_c(out, *at++);
            continue;
        }
        append_part(out, at + 1, (size_t)(end - at - 1), day);
        at = end + 1;
    }
    return g_string_free(out, FALSE);
}

char *day_for_people(Day day)
{
    return day_is_none(day) ? g_strdup("") : day_by_pattern(day, pattern_for(day));
}
