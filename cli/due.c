/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen due: all that is due, with the names by which tresen done knows it. */
#include "cli/call.h"
#include "cli/print.h"
#include "cli/tend.h"
#include "cli/todorows.h"
#include "data/base/i18n.h"

enum { LONGEST_SPAN = 3653 }; /* ten years */

static void print_as_json(const GPtrArray *list, Moment now)
{
    g_autoptr(JsonWriter) json = json_writer_new(true);
    json_writer_begin_array(json);
    for (guint i = 0; i < list->len; i++) {
        todo_add_json(json, g_ptr_array_index(list, i), now);
    }
    json_writer_end_array(json);
    json_print(json);
}

static void print_as_text(const GPtrArray *list, Moment now)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (guint i = 0; i < list->len; i++) {
        g_ptr_array_add(rows, todo_row(g_ptr_array_index(list, i), now, NULL));
    }
    todo_print(rows, 0, PRINT_COLUMNS);
}

/* The last day that is asked for. False, with a sentence, when it is none or over. */
static bool read_until(const Call *call, Day *until)
{
    g_autofree char *text = NULL;
    *until = call->today;
    if (!call_day_ahead(call, "until", &text)) {
        return false;
    }
    if (text != NULL && (!day_from_text(text, until) || day_compare(*until, call->today) < 0)) {
        print_sentence(_("The day after --until is over. What should have been done by then is "
                         "shown without it."));
        return false;
    }
    if (day_between(call->today, *until) > LONGEST_SPAN) {
        print_sentence(_("Please choose a span of at most ten years."));
        return false;
    }
    return true;
}

static CliStatus run(const Call *call)
{
    g_autoptr(GError) error = NULL;
    Moment now = moment_of(call->world->now);
    TodoAsk ask = {.today = now.day, .minute = now.minute, .with_days = true};
    if (!read_until(call, &ask.until)) {
        return CLI_WRONG;
    }
    if (!call_branch(call, "branch", &ask.branch_id) || !call_clerk(call, "clerk", &ask.clerk_id)) {
        return CLI_NOTHING;
    }
    tend_rules(call);
    g_autoptr(GPtrArray) list = todo_list(call->shop->db, &ask, NULL, &error);
    if (list == NULL) {
        return call_refused(error);
    }
    if (call_has(call, "json")) {
        print_as_json(list, now);
    } else {
        print_as_text(list, now);
    }
    if (list->len == 0) {
        print_sentence(_("Nothing is due."));
    }
    return list->len > 0 ? CLI_DONE : CLI_NOTHING;
}

static const CommandOption options[] = {
    {"until", N_("DAY"), N_("also what is due up to this day: friday, 27.11., +7")},
    {"clerk", N_("NAME"), N_("only what this person or nobody in particular sees to")},
    {"branch", N_("NAME"), N_("only what this branch or none in particular has")},
    {"json", NULL, N_("write JSON, for programs")},
    {NULL, NULL, NULL},
};

const Command command_due = {
    .name = "due",
    .summary = N_("show what is due"),
    .help = N_("Shows reminders, promises, orders to be fetched, complaints to be answered, "
               "contacts of the communication plan, and days nobody congratulated on yet. The "
               "first column is what “tresen done” takes."),
    .options = options,
    .needs = SHOP_READ,
    .run = run,
};
