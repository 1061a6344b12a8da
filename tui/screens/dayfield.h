/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of a form that take a date as people type it. Their form's context begins with a Day:
 * today. */
#pragma once

#include "data/agenda/occasion.h"
#include "data/base/day.h"
#include "tui/widgets/form.h"

/* Rows both customers and the people who belong to them have: "birthday", "name_day", "wedding",
 * and "own_day" with "own_label" for what it is. */
extern const FormField day_field_birthday, day_field_name_day, day_field_wedding, day_field_own,
    day_field_own_label;

/* The kinds of days that have a field, and its name. */
typedef struct {
    const char *kind; /* of occasion_kinds */
    const char *field;
} DayFieldKind;
enum { DAY_FIELD_KINDS = 4 };
extern const DayFieldKind day_field_kinds[DAY_FIELD_KINDS];

/* The day of KIND among those of OWNER; when there is none, NULL, or with ADD a new one. */
typedef Occasion *(*DayFieldFind)(gpointer owner, const char *kind, bool add);

/* Puts OWNER's days into VALUES (values.h) as they are written for people. */
void day_field_values(GHashTable *values, gpointer owner, DayFieldFind find);
/* Puts VALUES into OWNER's days. A day that still says what it did keeps its parts, whatever its
 * words would be read as; dates that cannot be read count as empty. TODAY is whole. */
void day_field_apply(GHashTable *values, gpointer owner, DayFieldFind find, Day today);

/* For FormField.reading: how TYPED is understood ("3 May 1956"), why it cannot be, or NULL when
 * there is nothing to say: half a date, or one that is written like that already. CONTEXT points
 * to today. Free with g_free. */
char *day_field_reading(const char *typed, gconstpointer context);

/* For FormField.check: whether TYPED is empty or a date, FAULT_REFUSED otherwise. */
bool day_field_check(const char *typed, gconstpointer context, GError **error);
/* The same for a day that cannot be in the future: a birthday, the first visit. */
bool day_field_check_past(const char *typed, gconstpointer context, GError **error);

/* The date in TYPED, DAY_NONE when there is none. TODAY is whole. */
Day day_field_day(const char *typed, Day today);
