/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A yearly day in words. */
#include "data/agenda/duesaid.h"

#include "data/base/i18n.h"

char *due_said_who(const Due *due)
{
    g_autofree char *customer = customer_call(due->customer, NAME_SPOKEN);
    /* TRANSLATORS: a related person and the customer they belong to. */
    return due->relation_name != NULL
               ? g_strdup_printf(_("%s (with %s)"), due->relation_name, customer)
               : g_steal_pointer(&customer);
}

static char *years_of(const Due *due, Day today)
{
    if (due_is_birthday(due)) {
        bool is_over = day_compare(due->kept, today) < 0;
        return g_strdup_printf(is_over ? _("turned %d") : _("turns %d"), due->turns);
    }
    /* TRANSLATORS: what is kept, and for the how manieth year: "Wedding day, 25 years". */
    return g_strdup_printf(ngettext("%s, %d year", "%s, %d years", (gulong)due->turns),
                           occasion_label(due->occasion), due->turns);
}

char *due_said_what(const Due *due, Day today)
{
    if (due->turns <= 0) {
        return g_strdup(due_is_birthday(due) ? "" : occasion_label(due->occasion));
    }
    g_autofree char *years = years_of(due, today);
    return due_is_round(due) ? g_strconcat(years, "!", NULL) : g_steal_pointer(&years);
}
