/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days that come again, counted from the first so that none drifts. */
#include "data/base/series.h"

#include "data/base/i18n.h"

enum { WEEK = 7, YEAR_MONTHS = 12, LAST_YEAR = 9999, ALL_DAYS = 127, MONDAY_TO_FRIDAY = 31 };

static const Day last_day = {LAST_YEAR, 12, 31};

static const char *const weekday_names[WEEK] = {
    N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
    N_("Friday"), N_("Saturday"), N_("Sunday"),
};

/* TRANSLATORS: as in "every 2 weeks", chosen from a list: how often something comes again. */
const Choice series_units[] = {
    {"day", N_("days")},   {"week", N_("weeks")}, {"month", N_("months")},
    {"year", N_("years")}, {NULL, NULL},
};

SeriesUnit series_unit(const char *code)
{
    unsigned place = choice_place(series_units, code);
    return (SeriesUnit)place;
}

const char *series_code(SeriesUnit unit)
{
    return unit == SERIES_ONCE ? NULL : series_units[unit - SERIES_DAYS].code;
}

/* DAY moved ahead by COUNT days; none when that is too far. */
static Day ahead(Day day, gint64 count)
{
    return count > day_between(day, last_day) ? DAY_NONE : day_plus(day, (int)count);
}

static Day next_of_days(const Series *series, Day from)
{
    gint64 step = series->step, days = day_between(series->first, from);
    return ahead(series->first, (days + step - 1) / step * step);
}

static guint weekdays_of(const Series *series)
{
    guint chosen = series->weekdays & ALL_DAYS;
    return chosen != 0 ? chosen : 1U << (day_weekday(series->first) - 1);
}

static Day next_of_weeks(const Series *series, Day from)
{
    guint chosen = weekdays_of(series);
    Day monday = day_plus(series->first, 1 - day_weekday(series->first));
    gint64 days = day_between(monday, from), week = days / WEEK;
    gint64 weekday = days % WEEK;
    /* A week that is not one of the series has nothing left, as one whose last day is over. */
    if (week % series->step != 0 || chosen >> weekday == 0) {
        week += series->step - week % series->step;
        weekday = 0;
    }
    while ((chosen >> weekday & 1) == 0) {
        weekday++;
    }
    return ahead(monday, week * WEEK + weekday);
}

/* The day of the series in the month that is COUNT months after the first. */
static Day in_month(const Series *series, gint64 count)
{
    gint64 months = series->first.month - 1 + count;
    gint64 year = series->first.year + months / YEAR_MONTHS;
    if (year > LAST_YEAR) {
        return DAY_NONE;
    }
    Day day = {(int)year, (int)(months % YEAR_MONTHS) + 1, series->first.day};
    while (!day_is_valid(day)) {
        day.day--;
    }
    return day;
}

/* The first day from FROM on, every STEP months. */
static Day next_of_months(const Series *series, gint64 step, Day from)
{
    gint64 months =
        (gint64)(from.year - series->first.year) * YEAR_MONTHS + from.month - series->first.month;
    gint64 count = (months + step - 1) / step * step;
    Day day = in_month(series, count);
    bool is_over = !day_is_none(day) && day_compare(day, from) < 0;
    return is_over ? in_month(series, count + step) : day;
}

Day series_next(const Series *series, Day after)
{
    if (series->unit == SERIES_ONCE || day_compare(after, last_day) >= 0) {
        return DAY_NONE;
    }
    Day from = day_plus(after, 1);
    if (day_compare(from, series->first) < 0) {
        from = series->first;
    }
    switch (series->unit) {
    case SERIES_DAYS:
        return next_of_days(series, from);
    case SERIES_WEEKS:
        return next_of_weeks(series, from);
    case SERIES_MONTHS:
        return next_of_months(series, series->step, from);
    case SERIES_YEARS:
    case SERIES_ONCE:
        break;
    }
    return next_of_months(series, (gint64)series->step * YEAR_MONTHS, from);
}

/* "Monday, Tuesday and Friday". */
static char *name_weekdays(guint chosen)
{
    GString *names = g_string_new(NULL);
    for (int weekday = 0; weekday < WEEK; weekday++) {
        guint bit = 1U << weekday;
        if ((chosen & bit) == 0) {
            continue;
        }
        if (names->len > 0) {
            /* TRANSLATORS: between the last two weekdays of a list. */
            g_string_append(names, chosen >= bit << 1 ? ", " : _(" and "));
        }
        g_string_append(names, _(weekday_names[weekday]));
    }
    return g_string_free(names, FALSE);
}

static char *words_of_weeks(const Series *series)
{
    guint chosen = weekdays_of(series);
    if (series->step == 1 && chosen == ALL_DAYS) {
        return g_strdup(_("every day"));
    }
    if (series->step == 1 && chosen == MONDAY_TO_FRIDAY) {
        return g_strdup(_("Monday to Friday"));
    }
    g_autofree char *names = name_weekdays(chosen);
    if (series->step == 1) {
        /* TRANSLATORS: one weekday or several, as in "every Monday and Friday". */
        return g_strdup_printf(_("every %s"), names);
    }
    /* TRANSLATORS: the weekdays follow, as in "every 2 weeks on Monday and Friday". */
    return g_strdup_printf(
        ngettext("every %d week on %s", "every %d weeks on %s", (gulong)series->step), series->step,
        names);
}

/* TRANSLATORS: a day of a month; German needs "%d." for each of the four. */
static char *ordinal(int day)
{
    int last = day / 10 == 1 ? 0 : day % 10;
    switch (last) {
    case 1:
        return g_strdup_printf(_("%dst"), day);
    case 2:
        return g_strdup_printf(_("%dnd"), day);
    case 3:
        return g_strdup_printf(_("%drd"), day);
    default:
        return g_strdup_printf(_("%dth"), day);
    }
}

static char *words_of_months(const Series *series)
{
    g_autofree char *day = ordinal(series->first.day);
    if (series->step == 1) {
        /* TRANSLATORS: the day of the month follows, as in "monthly on the 31st". */
        return g_strdup_printf(_("monthly on the %s"), day);
    }
    return g_strdup_printf(
        ngettext("every %d month on the %s", "every %d months on the %s", (gulong)series->step),
        series->step, day);
}

static char *words_of_years(const Series *series)
{
    g_autofree char *day = day_for_people((Day){0, series->first.month, series->first.day});
    if (series->step == 1) {
        /* TRANSLATORS: the day follows, as in "every year on 24 December". */
        return g_strdup_printf(_("every year on %s"), day);
    }
    return g_strdup_printf(
        ngettext("every %d year on %s", "every %d years on %s", (gulong)series->step), series->step,
        day);
}

char *series_words(const Series *series)
{
    switch (series->unit) {
    case SERIES_WEEKS:
        return words_of_weeks(series);
    case SERIES_MONTHS:
        return words_of_months(series);
    case SERIES_YEARS:
        return words_of_years(series);
    case SERIES_DAYS:
        break;
    case SERIES_ONCE:
        return NULL;
    }
    return series->step == 1
               ? g_strdup(_("every day"))
               : g_strdup_printf(ngettext("every %d day", "every %d days", (gulong)series->step),
                                 series->step);
}
