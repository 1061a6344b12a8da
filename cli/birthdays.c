/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen birthdays: whose birthday is kept in a span of days, or in a year. */
#include "cli/call.h"
#include "cli/duerows.h"
#include "cli/print.h"
#include "data/base/i18n.h"
#include "data/list/yearlist.h"

/* How far it looks when no last day is given. */
enum { DAYS_AHEAD = 30 };

static void add_json(JsonWriter *json, const GPtrArray *list)
{
    for (guint i = 0; i < list->len; i++) {
        json_writer_begin_object(json);
        due_add_json(json, g_ptr_array_index(list, i));
        json_writer_end_object(json);
    }
}

/* Those of LIST, and of MORE, which may be NULL. */
static void print_as_json(const GPtrArray *list, const GPtrArray *more)
{
    g_autoptr(JsonWriter) json = json_writer_new(true);
    json_writer_begin_array(json);
    add_json(json, list);
    if (more != NULL) {
        add_json(json, more);
    }
    json_writer_end_array(json);
    json_print(json);
}

static void print_as_text(const GPtrArray *list, Day today)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (guint i = 0; i < list->len; i++) {
        g_ptr_array_add(rows, due_row(g_ptr_array_index(list, i), today, true, NULL));
    }
    due_print(rows, 0, PRINT_COLUMNS);
}

/* The kind of days that is asked for; NULL: every kind. */
static const char *kind_of(const Call *call)
{
    return call_has(call, "all") ? NULL : "birthday";
}

/* ---- a span of days ---- */

static CliStatus nobody_from(const Call *call, Day from, Day to)
{
    g_autofree char *first = day_for_people(from);
    g_autofree char *last = day_for_people(to);
    g_autofree char *sentence =
        g_strdup_printf(kind_of(call) != NULL ? _("Nobody has a birthday from %s to %s.")
                                              : _("Nobody has a day from %s to %s."),
                        first, last);
    print_sentence(sentence);
    return CLI_NOTHING;
}

static CliStatus show_span(const Call *call)
{
    Day from, to;
    if (!call_day(call, "from", call->today, &from) ||
        !call_day(call, "to", day_plus(from, DAYS_AHEAD), &to)) {
        return CLI_WRONG;
    }
    g_autoptr(GError) error = NULL;
    LeapRule rule;
    g_autoptr(GPtrArray) list =
        due_leap_rule(call->shop->db, &rule, &error)
            ? due_list(call->shop->db, from, to, kind_of(call), rule, &error)
            : NULL;
    if (list == NULL) {
        return call_refused(error);
    }
    if (call_has(call, "json")) {
        print_as_json(list, NULL);
    } else {
        print_as_text(list, call->today);
    }
    return list->len > 0 ? CLI_DONE : nobody_from(call, from, to);
}

/* ---- a year ---- */

/* The year that was asked for, 0 with a sentence when it is none. */
static int year_of(const Call *call)
{
    Day day;
    const char *text = call_option(call, "year");
    if (day_from_text(text, &day) && day.year != 0 && day.month == 0) {
        return day.year;
    }
    g_autofree char *sentence =
        g_strdup_printf(_("“%s” is no year. Write it with four digits: 2027."), text);
    print_sentence(sentence);
    return 0;
}

static CliStatus show_year(const Call *call)
{
    int year = year_of(call);
    if (year == 0) {
        return CLI_WRONG;
    }
    if (call_has(call, "from") || call_has(call, "to")) {
        print_sentence(_("Ask for a year, or for days from one to another, not for both."));
        return CLI_WRONG;
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(YearList) list = year_list_load(call->shop->db, year, kind_of(call), &error);
    if (list == NULL) {
        return call_refused(error);
    }
    if (call_has(call, "json")) {
        print_as_json(list->days, list->someday);
    } else if (list->days->len + list->someday->len > 0) {
        g_autofree char *title = year_list_title(list, kind_of(call), call->shop->name);
        g_autofree char *text = year_list_text(list, title);
        g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
        for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++) {
            print_line(lines[i]);
        }
    }
    if (list->days->len + list->someday->len > 0) {
        return CLI_DONE;
    }
    return nobody_from(call, (Day){year, 1, 1}, (Day){year, 12, 31});
}

static CliStatus run(const Call *call)
{
    return call_has(call, "year") ? show_year(call) : show_span(call);
}

static const CommandOption options[] = {
    {"from", N_("DAY"), N_("the first day (today if left out)")},
    {"to", N_("DAY"), N_("the last day (30 days later if left out)")},
    {"year", N_("YEAR"), N_("a list of the whole year, for printing")},
    {"all", NULL, N_("name days, wedding days and others, too")},
    {"json", NULL, N_("write JSON, for programs")},
    {NULL, NULL, NULL},
};

const Command command_birthdays = {
    .name = "birthdays",
    .summary = N_("show the birthdays of some days, or of a year"),
    .help = N_("Shows whose birthday is kept from one day to another, both included, or in a whole "
               "year: customers and the people who belong to them. A day is written YYYY-MM-DD, a "
               "year with four digits. Round ones end in “!”."),
    .options = options,
    .needs = SHOP_READ,
    .run = run,
};
