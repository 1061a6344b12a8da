/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said about a yearly day. */
#include "tui/duewords.h"

#include "data/agenda/greeting.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/customer/relation.h"
#include "tui/dates.h"

#include <string.h>

/* The kinds of relation_kinds, said of somebody. */
static const Choice whose[] = {
    {"partner", N_("partner of %s")},
    {"child", N_("child of %s")},
    {"parent", N_("parent of %s")},
    {"sibling", N_("brother or sister of %s")},
    {"friend", N_("friend of %s")},
    {"colleague", N_("colleague of %s")},
    {NULL, NULL},
};

/* COUNT, which it takes, with a sign that it is a round one. */
static char *loud(const Due *due, char *count)
{
    g_autofree char *quiet = count;
    return due_is_round(due) ? g_strconcat(quiet, "!", NULL) : g_steal_pointer(&quiet);
}

static char *turns(const Due *due, Day today)
{
    bool is_over = day_compare(due->kept, today) < 0;
    return loud(due, g_strdup_printf(is_over ? _("turned %d") : _("turns %d"), due->turns));
}

static char *years(const Due *due)
{
    return loud(due, g_strdup_printf(ngettext("%d year", "%d years", (unsigned long)due->turns),
                                     due->turns));
}

char *duewords_what(const Due *due, Day today)
{
    const char *label = occasion_label(due->occasion);
    if (due->turns <= 0) {
        return g_strdup(label);
    }
    if (due_is_birthday(due)) {
        return turns(due, today);
    }
    g_autofree char *count = years(due);
    return g_strdup_printf("%s, %s", label, count);
}

char *duewords_whose(const Due *due)
{
    if (due->relation_kind == NULL) {
        return NULL;
    }
    g_autofree char *name = customer_call(due->customer, NAME_SPOKEN);
    for (guint i = 0; whose[i].code != NULL; i++) {
        if (strcmp(whose[i].code, due->relation_kind) == 0) {
            const char *format = _(whose[i].label);
            g_auto(GStrv) around = g_strsplit(format, "%s", 2);
            return g_strjoinv(name, around);
        }
    }
    return g_strdup_printf(_("belongs to %s"), name);
}

char *duewords_greeter(const Due *due, Day today)
{
    if (!due->greeted) {
        return NULL;
    }
    Day day = instant_local_day(due->greeted_at);
    bool is_today = day_is_none(day) || day_compare(day, today) == 0;
    g_autofree char *when = is_today ? dates_clock(due->greeted_at) : dates_brief(day, today);
    return due->greeted_by != NULL ? g_strdup_printf("%s %s", due->greeted_by, when)
                                   : g_steal_pointer(&when);
}

char *duewords_greeted(const Due *due, Day today)
{
    g_autofree char *greeter = duewords_greeter(due, today);
    g_autofree char *said = greeting_said(due->greeted_how, due->greeted_words);
    return greeter != NULL && said != NULL ? g_strdup_printf("%s, %s", greeter, said)
                                           : g_steal_pointer(&greeter);
}

char *duewords_line(const Due *due, Day today)
{
    bool is_over = day_compare(due->kept, today) < 0;
    g_autofree char *when =
        is_over ? dates_behind(due->kept, today) : dates_ahead(due->kept, today);
    GString *line = g_string_new(NULL);
    if (due->relation_name != NULL) {
        g_string_append_printf(line, "%s (%s): ", due->relation_name,
                               choice_label(relation_kinds, due->relation_kind));
    }
    g_string_append_printf(line, "%s %s", occasion_label(due->occasion), when);
    if (due->turns > 0) {
        g_autofree char *count = due_is_birthday(due) ? turns(due, today) : years(due);
        g_string_append_printf(line, ", %s", count);
    }
    return g_string_free(line, FALSE);
}
