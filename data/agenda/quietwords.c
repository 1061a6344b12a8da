/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quiet times as people read them. */
#include "data/agenda/quiet.h"

#include "data/base/i18n.h"
#include "data/base/timeofday.h"

enum { DAY_MINUTES = 1440, WEEK = 7, EACH_DAY = 127, WEEKEND = 96, LEAP_YEAR = 2024 };

/* The name of the WEEKDAY, from 1 for Monday. */
static char *weekday_name(int weekday)
{
    /* The first day of 2024 is a Monday. */
    return day_by_pattern((Day){LEAP_YEAR, 1, weekday}, "{weekday}");
}

/* The last of the weekdays in BITS that follow each other from FIRST on. */
static int last_of_run(gint64 bits, int first)
{
    int last = first;
    while (last < WEEK && (bits & (G_GINT64_CONSTANT(1) << last)) != 0) {
        last++;
    }
    return last;
}

static void add_part(GString *text, const char *separator, const char *part)
{
    g_string_append(g_string_append(text, text->len > 0 ? separator : ""), part);
}

static void add_run(GString *text, int first, int last)
{
    g_autofree char *from = weekday_name(first);
    g_autofree char *to = weekday_name(last);
    if (last - first > 1) {
        g_autofree char *run = g_strdup_printf(_("%s to %s"), from, to);
        add_part(text, ", ", run);
        return;
    }
    add_part(text, ", ", from);
    if (last > first) {
        add_part(text, ", ", to);
    }
}

static char *weekdays_text(gint64 bits)
{
    if (bits == WEEKEND) {
        return g_strdup(_("weekends"));
    }
    if (bits == EACH_DAY) {
        return g_strdup(_("every day"));
    }
    GString *text = g_string_new(NULL);
    for (int day = 1; day <= WEEK; day++) {
        if ((bits & (G_GINT64_CONSTANT(1) << (day - 1))) != 0) {
            int last = last_of_run(bits, day);
            add_run(text, day, last);
            day = last;
        }
    }
    return g_string_free(text, FALSE);
}

static char *hours_text(const Quiet *quiet)
{
    gint64 first = quiet->from_minute != RECORD_NONE ? quiet->from_minute : 0;
    gint64 end = quiet->to_minute != RECORD_NONE ? quiet->to_minute : DAY_MINUTES;
    g_autofree char *from = time_of_day_text(first);
    g_autofree char *to = time_of_day_text(end);
    if (first == 0) {
        return g_strdup_printf(_("before %s"), to);
    }
    return end == DAY_MINUTES ? g_strdup_printf(_("from %s on"), from)
                              : g_strdup_printf(_("%s to %s"), from, to);
}

static bool is_last_of_month(gint64 month, gint64 day)
{
    return day == 0 || !day_is_valid((Day){LEAP_YEAR, (int)month, (int)day + 1}) ||
           (month == 2 && day == 28);
}

static char *season_text(const Quiet *quiet)
{
    int first = (int)quiet->from_month, last = (int)quiet->to_month;
    bool is_months = quiet->from_day <= 1 && is_last_of_month(quiet->to_month, quiet->to_day);
    if (is_months && first == last) {
        return day_for_people((Day){0, first, 0});
    }
    g_autofree char *from =
        day_for_people((Day){0, first, is_months ? 0 : MAX((int)quiet->from_day, 1)});
    g_autofree char *to = day_for_people((Day){0, last, is_months ? 0 : (int)quiet->to_day});
    return g_strdup_printf(_("%s to %s"), from, to);
}

static char *until_text(const char *until)
{
    Day day;
    day_from_text(until, &day);
    g_autofree char *shown = day_for_people(day);
    return g_strdup_printf(_("until %s"), shown);
}

char *quiet_text(const Quiet *quiet)
{
    GString *text = g_string_new(NULL);
    if (quiet->weekdays != RECORD_NONE) {
        g_autofree char *days = weekdays_text(quiet->weekdays);
        add_part(text, ", ", days);
    }
    if (quiet->from_minute != RECORD_NONE || quiet->to_minute != RECORD_NONE) {
        g_autofree char *hours = hours_text(quiet);
        add_part(text, " ", hours);
    }
    if (quiet->from_month != 0 && quiet->to_month != 0) {
        g_autofree char *season = season_text(quiet);
        add_part(text, ", ", season);
    }
    if (quiet->until_day != NULL) {
        g_autofree char *until = until_text(quiet->until_day);
        add_part(text, ", ", until);
    }
    return g_string_free(text, FALSE);
}
