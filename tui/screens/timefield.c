/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of a form that take a time of day. */
#include "tui/screens/timefield.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/timeofday.h"

#include <string.h>

char *time_field_reading(const char *typed, gconstpointer context)
{
    (void)context;
    gint64 minute = 0;
    g_autofree char *text = time_of_day_read(typed, &minute) ? time_of_day_text(minute) : NULL;
    return g_strcmp0(text, typed) != 0 ? g_steal_pointer(&text) : NULL;
}

bool time_field_check(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    gint64 minute = 0;
    if (typed[strspn(typed, " ")] == '\0' || time_of_day_read(typed, &minute)) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_REFUSED, _("Not a time of day. Write 14:30."));
    return false;
}
