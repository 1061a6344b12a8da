/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of a form that take a day near as people type it. */
#include "tui/screens/nearfield.h"

#include "data/base/daynear.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/dates.h"

#include <string.h>

/* A weekday says little of a day further away. */
enum { NEAR_DAYS = 300 };

static DayReading read_day(const char *typed, Day today, bool is_ahead, Day *day)
{
    return is_ahead ? day_read_ahead(typed, today, day) : day_read_back(typed, today, day);
}

static char *reading(const char *typed, Day today, bool is_ahead)
{
    Day day;
    DayReading judged = read_day(typed, today, is_ahead, &day);
    if (judged == DAY_READ_OK) {
        g_autofree char *whole = day_for_people(day);
        g_autofree char *trimmed = g_strstrip(g_strdup(typed));
        if (strcmp(whole, trimmed) == 0) {
            return NULL;
        }
        bool is_near = ABS(day_between(today, day)) < NEAR_DAYS;
        return is_near ? dates_weekday(day) : day_for_people(day);
    }
    /* Half a date is strange all the time: no reason to complain while it is typed. */
    return judged == DAY_READ_IMPOSSIBLE  ? g_strdup(_("no such day"))
           : judged == DAY_READ_AMBIGUOUS ? g_strdup(_("day or month?"))
                                          : NULL;
}

char *near_field_reading_ahead(const char *typed, gconstpointer context)
{
    return reading(typed, *(const Day *)context, true);
}

char *near_field_reading_back(const char *typed, gconstpointer context)
{
    return reading(typed, *(const Day *)context, false);
}

static bool check(const char *typed, Day today, bool is_ahead, GError **error)
{
    Day day;
    DayReading judged = read_day(typed, today, is_ahead, &day);
    const char *wrong = judged == DAY_READ_IMPOSSIBLE  ? _("There is no such day.")
                        : judged == DAY_READ_AMBIGUOUS ? _("Day or month first? Write 3 May.")
                        : judged == DAY_READ_STRANGE   ? _("Not a day. Write friday, 27.11. or +3.")
                                                       : NULL;
    if (judged == DAY_READ_OK && !is_ahead && day_compare(day, today) > 0) {
        wrong = _("This day lies in the future.");
    }
    if (wrong != NULL) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED, wrong);
    }
    return wrong == NULL;
}

bool near_field_check_ahead(const char *typed, gconstpointer context, GError **error)
{
    return check(typed, *(const Day *)context, true, error);
}

bool near_field_check_back(const char *typed, gconstpointer context, GError **error)
{
    return check(typed, *(const Day *)context, false, error);
}

static char *stored(const char *typed, Day today, bool is_ahead)
{
    Day day;
    return read_day(typed, today, is_ahead, &day) == DAY_READ_OK ? day_to_text(day) : NULL;
}

char *near_field_stored_ahead(const char *typed, Day today)
{
    return stored(typed, today, true);
}

char *near_field_stored_back(const char *typed, Day today)
{
    return stored(typed, today, false);
}

char *near_field_shown(const char *text)
{
    Day day;
    return text != NULL && day_from_text(text, &day) ? day_for_people(day) : g_strdup("");
}
