/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as they are said at the counter. */
#include "tui/dates.h"

#include "data/base/i18n.h"
#include "data/base/instant.h"

enum { A_WEEK = 7, TWO_MONTHS = 60, TWO_YEARS = 730 };

static const char *const last[] = {
    N_("last Monday"), N_("last Tuesday"),  N_("last Wednesday"), N_("last Thursday"),
    N_("last Friday"), N_("last Saturday"), N_("last Sunday"),
};

static const char *const was_last[] = {
    N_("was last Monday"),   N_("was last Tuesday"), N_("was last Wednesday"),
    N_("was last Thursday"), N_("was last Friday"),  N_("was last Saturday"),
    N_("was last Sunday"),
};

char *dates_brief(Day day, Day today)
{
    if (day.year == today.year) {
        /* TRANSLATORS: "24 Nov", with the words of "{d} {month} {year}". German: {d}.{m}. */
        return day_by_pattern(day, _("{d} {mon}"));
    }
    /* TRANSLATORS: "24 Nov 2025", with the words of "{d} {month} {year}". German: {d}.{m}.{year} */
    return day_by_pattern(day, _("{d} {mon} {year}"));
}

char *dates_weekday(Day day)
{
    /* TRANSLATORS: "Tue 24 Nov", with the words of "{d} {month} {year}". German:
     * {weekday} {d}.{m}. */
    return day_by_pattern(day, _("{weekday} {d} {mon}"));
}

char *dates_near(Day day, Day today)
{
    int days = day_between(today, day);
    if (days == -1) {
        return g_strdup(_("yesterday"));
    }
    if (days < 0 && days > -A_WEEK) {
        return g_strdup(_(last[day_weekday(day) - 1]));
    }
    if (days == 0) {
        return g_strdup(_("today"));
    }
    return days == 1 ? g_strdup(_("tomorrow")) : dates_weekday(day);
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
    g_autofree char *date = dates_weekday(day);
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
        return g_strdup(_(was_last[day_weekday(day) - 1]));
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
    g_autoptr(GDateTime) local = moment != NULL ? instant_local(moment) : NULL;
    return local != NULL ? g_date_time_format(local, "%H:%M") : g_strdup("");
}
