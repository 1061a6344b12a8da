/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen today: what matters at the counter on a day. */
#include "data/agenda/today.h"
#include "cli/call.h"
#include "cli/due.h"
#include "cli/print.h"
#include "data/base/i18n.h"
#include "notify/notify.h"

static void print_as_json(const Today *today)
{
    g_autoptr(JsonWriter) json = json_writer_new(true);
    json_writer_begin_object(json);
    json_add_day(json, "date", today->day);
    due_add_list(json, "birthdays", today->due, true);
    due_add_list(json, "coming", today->coming, true);
    due_add_list(json, "missed", today->missed, true);
    due_add_list(json, "occasions", today->due, false);
    json_writer_end_object(json);
    json_print(json);
}

static void print_list(const char *heading, const Today *today, const GPtrArray *list)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (guint i = 0; i < list->len; i++) {
        const Due *due = g_ptr_array_index(list, i);
        g_ptr_array_add(rows, due_row(due, today->day, false, today_hint(today, due)));
    }
    if (rows->len > 0) {
        print_heading(heading);
        due_print(rows, 2);
    }
}

static void print_as_text(const Today *today)
{
    g_autofree char *day = day_for_people(today->day);
    print_line(day);
    print_list(_("On this day"), today, today->due);
    print_list(_("In the next days"), today, today->coming);
    print_list(_("Not greeted yet"), today, today->missed);
    if (today->due->len + today->coming->len + today->missed->len == 0) {
        print_heading(_("No birthday or other day is near."));
    }
}

/* Without a birthday nobody is bothered. */
static CliStatus notify(const Today *today)
{
    g_autoptr(GError) error = NULL;
    return notify_morning(today, &error) ? CLI_DONE : call_refused(error);
}

static CliStatus run(const Call *call)
{
    Day day;
    if (!call_day(call, "date", call->today, &day)) {
        return CLI_WRONG;
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(Today) today = today_load(call->shop->db, day, 0, &error);
    if (today == NULL) {
        return call_refused(error);
    }
    if (call_has(call, "json")) {
        print_as_json(today);
    } else if (!call_has(call, "notify")) {
        print_as_text(today);
    }
    return call_has(call, "notify") ? notify(today) : CLI_DONE;
}

static const CommandOption options[] = {
    {"date", N_("DAY"), N_("a day other than today")},
    {"json", NULL, N_("write JSON, for programs")},
    {"notify", NULL, N_("show the birthdays in a desktop notification")},
    {NULL, NULL, NULL},
};

const Command command_today = {
    .name = "today",
    .summary = N_("show what matters today"),
    .help = N_("Shows whose birthday or other day is kept today, in the next days, and lately "
               "without anybody having congratulated. A day is "
               "written YYYY-MM-DD."),
    .options = options,
    .needs = SHOP_READ,
    .run = run,
};
