/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of a form that take a date as people type it. */
#include "tui/screens/dayfield.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/screens/values.h"

#include <string.h>

static const char *complaint(DayReading reading)
{
    return reading == DAY_READ_IMPOSSIBLE  ? _("There is no such day.")
           : reading == DAY_READ_AMBIGUOUS ? _("Day or month first? Write 3 May.")
           : reading == DAY_READ_STRANGE   ? _("Not a date. Write 3.5.1956 or 3 May.")
                                           : NULL;
}

char *day_field_reading(const char *typed, gconstpointer context)
{
    const Day *today = context;
    Day day;
    DayReading reading = day_read(typed, *today, DAY_ORDER_UNKNOWN, &day);
    if (reading == DAY_READ_OK) {
        g_autofree char *text = day_for_people(day);
        g_autofree char *trimmed = g_strstrip(g_strdup(typed));
        return strcmp(text, trimmed) != 0 ? g_steal_pointer(&text) : NULL;
    }
    /* Half a date is strange all the time: no reason to complain while it is typed. */
    return reading == DAY_READ_IMPOSSIBLE  ? g_strdup(_("no such day"))
           : reading == DAY_READ_AMBIGUOUS ? g_strdup(_("day or month?"))
                                           : NULL;
}

static bool check(const char *typed, Day today, bool past, GError **error)
{
    Day day;
    const char *wrong = complaint(day_read(typed, today, DAY_ORDER_UNKNOWN, &day));
    bool future = day.year > today.year || (day_is_whole(day) && day_compare(day, today) > 0);
    if (wrong == NULL && past && future) {
        wrong = _("This day lies in the future.");
    }
    if (wrong != NULL) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED, wrong);
    }
    return wrong == NULL;
}

bool day_field_check(const char *typed, gconstpointer context, GError **error)
{
    return check(typed, *(const Day *)context, false, error);
}

bool day_field_check_past(const char *typed, gconstpointer context, GError **error)
{
    return check(typed, *(const Day *)context, true, error);
}

Day day_field_day(const char *typed, Day today)
{
    Day day;
    day_read(typed, today, DAY_ORDER_UNKNOWN, &day);
    return day;
}

const FormField day_field_birthday = {.name = "birthday",
                                      .label = N_("Birthday"),
                                      .kind = FORM_DATE,
                                      .hint = N_("3.5. or May 1956"),
                                      .reading = day_field_reading,
                                      .check = day_field_check_past};

const FormField day_field_name_day = {.name = "name_day",
                                      .label = N_("Name day"),
                                      .kind = FORM_DATE,
                                      .hint = N_("3.5."),
                                      .reading = day_field_reading,
                                      .check = day_field_check};

const FormField day_field_wedding = {.name = "wedding",
                                     .label = N_("Wedding day"),
                                     .kind = FORM_DATE,
                                     .hint = N_("3.5.1998"),
                                     .reading = day_field_reading,
                                     .check = day_field_check};

const FormField day_field_own = {.name = "own_day",
                                 .label = N_("Other day"),
                                 .kind = FORM_DATE,
                                 .hint = N_("3.5."),
                                 .reading = day_field_reading,
                                 .check = day_field_check};

const FormField day_field_own_label = {.name = "own_label",
                                       .label = N_("What it is"),
                                       .kind = FORM_TEXT,
                                       .hint = N_("Starts school"),
                                       .suggest = SUGGEST_DAY_LABEL};

const DayFieldKind day_field_kinds[DAY_FIELD_KINDS] = {{"birthday", "birthday"},
                                                       {"name_day", "name_day"},
                                                       {"wedding", "wedding"},
                                                       {"other", "own_day"}};

void day_field_values(GHashTable *values, gpointer owner, DayFieldFind find)
{
    for (guint i = 0; i < DAY_FIELD_KINDS; i++) {
        const Occasion *day = find(owner, day_field_kinds[i].kind, false);
        g_autofree char *text = day_for_people(day != NULL ? occasion_day(day) : DAY_NONE);
        values_set(values, day_field_kinds[i].field, text);
    }
    const Occasion *own = find(owner, "other", false);
    values_set(values, "own_label", own != NULL ? own->label : NULL);
}

void day_field_apply(GHashTable *values, gpointer owner, DayFieldFind find, Day today)
{
    g_autoptr(GHashTable) shown = values_new();
    day_field_values(shown, owner, find);
    for (guint i = 0; i < DAY_FIELD_KINDS; i++) {
        const char *typed = values_get(values, day_field_kinds[i].field);
        if (strcmp(typed, values_get(shown, day_field_kinds[i].field)) != 0) {
            Occasion *day = find(owner, day_field_kinds[i].kind, true);
            occasion_set_day(day, day_field_day(typed, today));
        }
    }
    Occasion *own = find(owner, "other", false);
    if (own != NULL) {
        values_store(values, "own_label", &own->label);
    }
}
