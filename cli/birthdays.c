/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen birthdays: whose birthday is kept in a span of days. */
#include "cli/call.h"
#include "cli/due.h"
#include "cli/print.h"
#include "data/base/i18n.h"

/* How far it looks when no last day is given. */
enum { DAYS_AHEAD = 30 };

static void print_as_json(const GPtrArray *list)
{
    g_autoptr(JsonWriter) json = json_writer_new(true);
    json_writer_begin_array(json);
    for (guint i = 0; i < list->len; i++) {
        json_writer_begin_object(json);
        due_add_json(json, g_ptr_array_index(list, i));
        json_writer_end_object(json);
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
    due_print(rows, 0);
}

static CliStatus run(const Call *call)
{
    Day from, to;
    if (!call_day(call, "from", call->today, &from) ||
        !call_day(call, "to", day_plus(from, DAYS_AHEAD), &to)) {
        return CLI_WRONG;
    }

    g_autoptr(GError) error = NULL;
    LeapRule rule;
    g_autoptr(GPtrArray) list = due_leap_rule(call->shop->db, &rule, &error)
                                    ? due_list(call->shop->db, from, to, "birthday", rule, &error)
                                    : NULL;
    if (list == NULL) {
        return call_refused(error);
    }
    if (call_has(call, "json")) {
        print_as_json(list);
    } else {
        print_as_text(list, call->today);
    }
    if (list->len > 0) {
        return CLI_DONE;
    }
    g_autofree char *first = day_for_people(from);
    g_autofree char *last = day_for_people(to);
    g_autofree char *sentence =
        g_strdup_printf(_("Nobody has a birthday from %s to %s."), first, last);
    print_sentence(sentence);
    return CLI_NOTHING;
}

static const CommandOption options[] = {
    {"from", N_("DAY"), N_("the first day (today if left out)")},
    {"to", N_("DAY"), N_("the last day (30 days later if left out)")},
    {"json", NULL, N_("write JSON, for programs")},
    {NULL, NULL, NULL},
};

const Command command_birthdays = {
    .name = "birthdays",
    .summary = N_("show whose birthday is kept in a span of days"),
    .help = N_("Shows whose birthday is kept from one day to another, both included: customers and "
               "the people who belong to them. A day is "
               "written YYYY-MM-DD."),
    .options = options,
    .needs = SHOP_READ,
    .run = run,
};
