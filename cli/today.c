/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen today: what matters at the counter on a day. */
#include "data/agenda/today.h"
#include "cli/call.h"
#include "cli/duerows.h"
#include "cli/print.h"
#include "cli/sheetlines.h"
#include "cli/tend.h"
#include "cli/todaynotify.h"
#include "cli/todorows.h"
#include "data/base/i18n.h"

enum { OF_RECEIPTS = 42 };

/* All there is to know of a day. */
typedef struct {
    Today *today;
    GPtrArray *due; /* TodoItem: to be done by the end of the day, contacts left out */
    Todo *todo;     /* for contacts, and what is to be watched */
    Moment now;
    gint64 branch_id; /* what other branches have is left out; 0: of all */
    int width;
} Morning;

static void morning_clear(Morning *morning)
{
    g_clear_pointer(&morning->today, today_free);
    g_clear_pointer(&morning->due, g_ptr_array_unref);
    g_clear_pointer(&morning->todo, todo_free);
}

static bool morning_load(const Call *call, Morning *morning, GError **error)
{
    Db *db = call->shop->db;
    Moment now = morning->now;
    const TodoAsk ask = {.today = now.day,
                         .minute = now.minute,
                         .until = now.day,
                         .branch_id = morning->branch_id,
                         .without_contacts = true};
    tend_rules(call);
    return (morning->today = today_load(db, now.day, 0, error)) != NULL &&
           (morning->due = todo_list(db, &ask, NULL, error)) != NULL &&
           (morning->todo = todo_load(db, &ask, error)) != NULL;
}

/* ---- for programs ---- */

/* The complaints to be answered, and the others that are open. */
static void add_complaints(JsonWriter *json, const Morning *morning)
{
    json_open_array(json, "complaints");
    const GPtrArray *lists[] = {morning->due, morning->todo->watch};
    for (guint list = 0; list < G_N_ELEMENTS(lists); list++) {
        for (guint i = 0; i < lists[list]->len; i++) {
            const TodoItem *item = g_ptr_array_index(lists[list], i);
            if (item->kind == TODO_ANSWER || item->kind == TODO_COMPLAINT) {
                todo_add_json(json, item, morning->now);
            }
        }
    }
    json_writer_end_array(json);
}

static void print_as_json(const Morning *morning)
{
    const Today *today = morning->today;
    const GPtrArray *due = morning->due, *watch = morning->todo->watch;
    g_autoptr(JsonWriter) json = json_writer_new(true);
    json_writer_begin_object(json);
    json_add_day(json, "date", today->day);
    due_add_list(json, "birthdays", today->due, true);
    due_add_list(json, "coming", today->coming, true);
    due_add_list(json, "missed", today->missed, true);
    due_add_list(json, "occasions", today->due, false);
    todo_add_list(json, "reminders", due, TODO_REMINDER, TODO_ASK, morning->now);
    todo_add_list(json, "contacts", morning->todo->contacts, TODO_CONTACT, TODO_CONTACT,
                  morning->now);
    todo_add_list(json, "promises", due, TODO_PROMISE, TODO_PROMISE, morning->now);
    todo_add_list(json, "orders", due, TODO_PREORDER, TODO_PREORDER, morning->now);
    add_complaints(json, morning);
    todo_add_list(json, "warnings", watch, TODO_AWAY, TODO_AWAY, morning->now);
    json_writer_end_object(json);
    json_print(json);
}

/* ---- for people ---- */

static void print_days(const char *heading, const Morning *morning, const GPtrArray *list)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (guint i = 0; i < list->len; i++) {
        const Due *due = g_ptr_array_index(list, i);
        const char *hint = today_hint(morning->today, due);
        g_ptr_array_add(rows, due_row(due, morning->now.day, false, hint));
    }
    if (rows->len > 0) {
        print_heading(heading);
        due_print(rows, 2, morning->width);
    }
}

/* LIST (TodoItem), each line begun with FIRST. */
static void print_items(const char *heading, const Morning *morning, const GPtrArray *list,
                        const char *first)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (guint i = 0; i < list->len; i++) {
        g_ptr_array_add(rows, todo_row(g_ptr_array_index(list, i), morning->now, first));
    }
    if (rows->len > 0) {
        print_heading(heading);
        todo_print(rows, 2, morning->width);
    }
}

static void print_contacts(const Morning *morning)
{
    const Todo *todo = morning->todo;
    print_items(_("Keep in touch"), morning, todo->contacts, "[ ]");
    if (todo->more_contacts > 0) {
        g_autofree char *line =
            g_strdup_printf(ngettext("and %d more: “tresen due”", "and %d more: “tresen due”",
                                     (gulong)todo->more_contacts),
                            (int)todo->more_contacts);
        print_wrapped_within(morning->width < PRINT_COLUMNS ? "" : "  ", line, morning->width);
    }
}

static void print_as_text(const Morning *morning)
{
    const Today *today = morning->today;
    g_autofree char *day = day_for_people(today->day);
    print_line(day);
    print_days(_("On this day"), morning, today->due);
    print_days(_("Not greeted yet"), morning, today->missed);
    print_items(_("To do"), morning, morning->due, "[ ]");
    print_contacts(morning);
    print_items(_("Watch out"), morning, morning->todo->watch, "-");
    print_days(_("In the next days"), morning, today->coming);
    if (today->due->len + today->coming->len + today->missed->len == 0) {
        print_heading(_("No birthday or other day is near."));
    }
}

/* The columns of the sheet. False, with a sentence, when they are no number that makes sense. */
static bool read_width(const Call *call, int *width)
{
    gint64 columns = PRINT_COLUMNS;
    const char *text = call_option(call, "width");
    if (text != NULL &&
        !g_ascii_string_to_signed(text, 10, SHEET_LEAST, SHEET_MOST, &columns, NULL)) {
        g_autofree char *sentence =
            g_strdup_printf(_("“%s” after --width is not a number of columns from %d to %d. A "
                              "receipt printer has %d."),
                            text, SHEET_LEAST, SHEET_MOST, OF_RECEIPTS);
        print_sentence(sentence);
        return false;
    }
    *width = (int)columns;
    return true;
}

static CliStatus run(const Call *call)
{
    Morning morning = {.now = moment_of(call->world->now)};
    Day day;
    guint minutes = 0;
    if (!call_day(call, "date", call->today, &day) || !read_width(call, &morning.width) ||
        !today_wait(call, &minutes)) {
        return CLI_WRONG;
    }
    if (!call_branch(call, "branch", &morning.branch_id)) {
        return CLI_NOTHING;
    }
    if (day_compare(day, call->today) != 0) {
        morning.now = (Moment){day, 0};
    }
    g_autoptr(GError) error = NULL;
    CliStatus status = CLI_DONE;
    if (!morning_load(call, &morning, &error)) {
        status = call_refused(error);
    } else if (call_has(call, "json")) {
        print_as_json(&morning);
    } else if (!call_has(call, "notify")) {
        print_as_text(&morning);
    }
    if (status == CLI_DONE && call_has(call, "notify")) {
        status = today_notify(call, day, morning.branch_id, minutes);
    }
    morning_clear(&morning);
    return status;
}

static const CommandOption options[] = {
    {"date", N_("DAY"), N_("a day other than today")},
    {"branch", N_("NAME"), N_("what is to be done in this branch or in none in particular")},
    {"json", NULL, N_("write JSON, for programs")},
    {"width", N_("COLUMNS"), N_("for paper: 80, or 42 for a receipt printer")},
    {"notify", NULL, N_("show it on the desktop instead, and do what is pressed there")},
    {"wait", N_("MINUTES"), N_("how long --notify waits for that (10)")},
    {NULL, NULL, NULL},
};

const Command command_today = {
    .name = "today",
    .summary = N_("show what matters today"),
    .help = N_("The morning sheet: whose birthday or other day is kept, what is to be done, whom "
               "to keep in touch with, and whom to watch out for. A day is written YYYY-MM-DD."),
    .options = options,
    .needs = SHOP_READ,
    .run = run,
};
