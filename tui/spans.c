/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lengths of time as people say them. */
#include "tui/spans.h"

#include "data/base/i18n.h"

#include <glib.h>

enum { WEEK = 7, HOUR = 60 };

char *spans_days(int days)
{
    if (days > 0 && days % WEEK == 0) {
        int weeks = days / WEEK;
        return g_strdup_printf(ngettext("%d week", "%d weeks", (unsigned long)weeks), weeks);
    }
    return g_strdup_printf(ngettext("%d day", "%d days", (unsigned long)days), days);
}

char *spans_minutes(int minutes)
{
    if (minutes == 0) {
        return g_strdup(_("never"));
    }
    if (minutes % HOUR == 0) {
        int hours = minutes / HOUR;
        return g_strdup_printf(ngettext("%d hour", "%d hours", (unsigned long)hours), hours);
    }
    return g_strdup_printf(ngettext("%d minute", "%d minutes", (unsigned long)minutes), minutes);
}
