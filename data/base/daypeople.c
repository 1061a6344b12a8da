/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as people read them, in the language of the messages. */
#include "data/base/day.h"

#include "data/base/i18n.h"

#include <string.h>

static const char *const month_names[12] = {
    N_("January"), N_("February"), N_("March"),     N_("April"),   N_("May"),      N_("June"),
    N_("July"),    N_("August"),   N_("September"), N_("October"), N_("November"), N_("December"),
};

static const char *pattern_for(Day day)
{
    /* TRANSLATORS: {d} is the day, {dd} the day with two digits, {m} and {mm} the month as a
     * number, {month} the month's name, {year} the year. German: {dd}.{mm}.{year} */
    if (day_is_whole(day))
        return _("{d} {month} {year}");
    /* TRANSLATORS: a day without a year; the same words in braces. German: {dd}.{mm}. */
    if (day.day != 0)
        return _("{d} {month}");
    /* TRANSLATORS: a month of a year; the same words in braces. German: {month} {year} */
    if (day.month != 0 && day.year != 0)
        return _("{month} {year}");
    return day.month != 0 ? "{month}" : "{year}";
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

    if (length == strlen("month") && strncmp(name, "month", length) == 0) {
        g_string_append(out, _(month_names[day.month - 1]));
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        if (strlen(numbers[i].name) == length && strncmp(name, numbers[i].name, length) == 0)
            g_string_append_printf(out, "%0*d", numbers[i].width, numbers[i].number);
}

char *day_for_people(Day day)
{
    if (day_is_none(day))
        return g_strdup("");
    GString *out = g_string_new(NULL);
    const char *at = pattern_for(day);
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
