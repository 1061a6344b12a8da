/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as they are said at the counter. */
#include "tui/dates.h"

#include "data/base/i18n.h"

enum { A_WEEK = 7, TWO_MONTHS = 60, TWO_YEARS = 730 };

static const char *const weekdays[] = {N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"),
                                       N_("Fri"), N_("Sat"), N_("Sun")};

static const char *const months[] = {
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
};

static const char *const on[] = {
    N_("on Monday"), N_("on Tuesday"),  N_("on Wednesday"), N_("on Thursday"),
    N_("on Friday"), N_("on Saturday"), N_("on Sunday"),
};

static const char *const was_on[] = {
    N_("was on Monday"), N_("was on Tuesday"),  N_("was on Wednesday"), N_("was on Thursday"),
    N_("was on Friday"), N_("was on Saturday"), N_("was on Sunday"),
};

char *dates_brief(Day day, Day today)
{
    const char *month = _(months[day.month - 1]);
    if (day.year == today.year) {
        /* TRANSLATORS: the day and a short month: "24 Nov". German: "%d. %s" */
        return g_strdup_printf(_("%d %s"), day.day, month);
    }
    /* TRANSLATORS: the same with the year: "24 Nov 2025". German: "%d. %s %d" */
    return g_strdup_printf(_("%d %s %d"), day.day, month, day.year);
}

/* "Tue 24 Nov" */
static char *short_date(Day day)
{
    /* TRANSLATORS: a short weekday, the day and a short month: "Tue 24 Nov". German: "%s %d. %s" */
    return g_strdup_printf(_("%s %d %s"), _(weekdays[day_weekday(day) - 1]), day.day,
                           _(months[day.month - 1]));
}

char *dates_near(Day day, Day today)
{
    int days = day_between(today, day);
    if (days == -1) {
        return g_strdup(_("yesterday"));
    }
    if (days < 0 && days > -A_WEEK) {
        return g_strdup(_(on[day_weekday(day) - 1]));
    }
    if (days == 0) {
        return g_strdup(_("today"));
    }
    return days == 1 ? g_strdup(_("tomorrow")) : short_date(day);
}

char *dates_ahead(Day day, Day today)
{
    int days = day_between(today, day);
    if (days == 0) {
        return g_strdup(_("today"));
    }
    if (days == 1) {
        return g_strdup(_("tomorrow"));
    }
    g_autofree char *date = short_date(day);
    /* TRANSLATORS: %s is a date with its weekday: "on Tue 24 Nov". */
    return g_strdup_printf(_("on %s"), date);
}

char *dates_behind(Day day, Day today)
{
    int days = day_between(day, today);
    if (days == 1) {
        return g_strdup(_("was yesterday"));
    }
    if (days < A_WEEK) {
        return g_strdup(_(was_on[day_weekday(day) - 1]));
    }
    g_autofree char *date = dates_brief(day, today);
    /* TRANSLATORS: %s is a date. */
    return g_strdup_printf(_("was on %s"), date);
}

char *dates_since(Day day, Day today)
{
    int days = day_between(day, today);
    if (days < 0) {
        return day_for_people(day);
    }
    if (days == 0) {
        return g_strdup(_("today"));
    }
    if (days == 1) {
        return g_strdup(_("yesterday"));
    }
    if (days < TWO_MONTHS) {
        return g_strdup_printf(ngettext("%d day ago", "%d days ago", (unsigned long)days), days);
    }
    if (days < TWO_YEARS) {
        int count = (int)(days / 30.44);
        return g_strdup_printf(ngettext("%d month ago", "%d months ago", (unsigned long)count),
                               count);
    }
    int years = (int)(days / 365.25);
    return g_strdup_printf(ngettext("%d year ago", "%d years ago", (unsigned long)years), years);
}

int dates_age(Day born, Day today)
{
    bool had_birthday = day_compare(day_kept_in(born, today.year, LEAP_ON_28_FEBRUARY), today) <= 0;
    return today.year - born.year - (had_birthday ? 0 : 1);
}

char *dates_clock(const char *utc)
{
    g_autoptr(GDateTime) moment = utc != NULL ? g_date_time_new_from_iso8601(utc, NULL) : NULL;
    g_autoptr(GDateTime) local = moment != NULL ? g_date_time_to_local(moment) : NULL;
    return local != NULL ? g_date_time_format(local, "%H:%M") : g_strdup("");
}
