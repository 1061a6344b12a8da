/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a notification says. */
#include "notify/notice.h"

#include "data/agenda/reminder.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/outlet.h"
#include "data/base/timeofday.h"
#include "data/clerk.h"

/* How many reminders are asked for at once, and how many things of a day. */
enum { DUE_MOST = 200, DAY_MOST = 50 };

void notice_free(gpointer data)
{
    Notice *notice = data;
    g_free(notice->id);
    g_free(notice->moment);
    g_free(notice->number);
    g_free(notice->title);
    g_free(notice->body);
    g_free(notice->line);
    g_free(notice);
}

Notice *notice_copy(const Notice *notice)
{
    Notice *copy = g_new0(Notice, 1);
    copy->id = g_strdup(notice->id);
    copy->moment = g_strdup(notice->moment);
    copy->number = g_strdup(notice->number);
    copy->title = g_strdup(notice->title);
    copy->body = g_strdup(notice->body);
    copy->line = g_strdup(notice->line);
    copy->can_be_done = notice->can_be_done;
    return copy;
}

/* Replaces *TEXT by what may leave through OUTLET. */
static void make_fit(Outlet outlet, char **text)
{
    g_autofree char *given = *text;
    *text = outlet_text(outlet, given);
}

static char *moment_text(Day day, gint64 minute)
{
    g_autofree char *text = day_to_text(day);
    g_autofree char *time = minute >= 0 ? time_of_day_text(minute) : NULL;
    return time != NULL ? g_strdup_printf("%s %s", text, time) : g_steal_pointer(&text);
}

/* Names the one who sees to it. A clerk who is gone sees to nothing. */
static bool add_clerk(Db *db, gint64 clerk_id, char **body, GError **error)
{
    if (clerk_id == 0) {
        return true;
    }
    g_autoptr(GError) fault = NULL;
    Clerk *clerk = record_load(db, &clerk_type, clerk_id, &fault);
    if (clerk == NULL && !g_error_matches(fault, FAULT, FAULT_MISSING)) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return false;
    }
    if (clerk != NULL) {
        g_autofree char *before = *body;
        /* TRANSLATORS: what is to be done, and the clerk who sees to it, on a line of its own. */
        g_autofree char *name = outlet_text(OUTLET_LINE, clerk->name);
        *body = g_strdup_printf(_("%s\nFor %s"), before, name);
        record_free(clerk);
    }
    return true;
}

/* CALL: whose it is, NULL when it is the shop's; takes it and WORDS over. */
static Notice *notice_new(TodoKind kind, gint64 id, const Customer *customer, char *call,
                          char *words, Day day, gint64 minute)
{
    Notice *notice = g_new0(Notice, 1);
    notice->id = todo_id(kind, id);
    notice->moment = moment_text(day, minute);
    notice->number = g_strdup(customer != NULL && customer->number != NULL ? customer->number : "");
    const char *whose = call != NULL ? call : _("Reminder");
    if (minute >= 0) {
        g_autofree char *time = time_of_day_text(minute);
        /* TRANSLATORS: a name, and a time of day: "Jens Berg, 15:00". */
        notice->title = g_strdup_printf(_("%s, %s"), whose, time);
    } else {
        notice->title = g_strdup(whose);
    }
    notice->line = call != NULL ? g_strdup_printf("%s: %s", call, words) : g_strdup(words);
    notice->body = words;
    make_fit(OUTLET_LINE, &notice->title);
    make_fit(OUTLET_LINE, &notice->line);
    make_fit(OUTLET_TEXT, &notice->body);
    notice->can_be_done = kind != TODO_ANSWER && kind != TODO_ASK;
    g_free(call);
    return notice;
}

/* NULL on a fault. */
static Notice *notice_of_reminder(Db *db, const Reminder *reminder, GError **error)
{
    Customer *customer = NULL;
    if (reminder->customer_id != 0) {
        customer = record_load(db, &customer_type, reminder->customer_id, error);
        if (customer == NULL) {
            return NULL;
        }
    }
    Moment moment = reminder_comes_up(reminder);
    Notice *notice = notice_new(TODO_REMINDER, reminder->head.id, customer,
                                customer != NULL ? customer_call(customer, NAME_SPOKEN) : NULL,
                                g_strdup(reminder->words), moment.day, moment.minute);
    record_free(customer);
    if (!add_clerk(db, reminder->clerk_id, &notice->body, error)) {
        g_clear_pointer(&notice, notice_free);
    }
    return notice;
}

GPtrArray *notice_list_due(Db *db, Moment after, Moment until, gint64 branch_id, GError **error)
{
    const ReminderFor who = {.branch_id = branch_id};
    g_autoptr(GPtrArray) reminders = reminder_list_between(db, after, until, &who, DUE_MOST, error);
    if (reminders == NULL) {
        return NULL;
    }
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(notice_free);
    for (guint i = 0; i < reminders->len; i++) {
        Notice *notice = notice_of_reminder(db, g_ptr_array_index(reminders, i), error);
        if (notice == NULL) {
            return NULL;
        }
        g_ptr_array_add(list, notice);
    }
    return g_steal_pointer(&list);
}

GPtrArray *notice_list_day(Db *db, Moment now, gint64 branch_id, gint64 *more, GError **error)
{
    const TodoAsk ask = {.today = now.day,
                         .minute = now.minute,
                         .until = now.day,
                         .branch_id = branch_id,
                         .limit = DAY_MOST,
                         .with_days = true};
    g_autoptr(GPtrArray) items = todo_list(db, &ask, more, error);
    if (items == NULL) {
        return NULL;
    }
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(notice_free);
    for (guint i = 0; i < items->len; i++) {
        const TodoItem *item = g_ptr_array_index(items, i);
        Notice *notice =
            notice_new(item->kind, item->id, item->customer, todo_call(item, NAME_SPOKEN),
                       todo_words(item, now.day), item->day, item->minute);
        g_ptr_array_add(list, notice);
        if (!add_clerk(db, item->clerk_id, &notice->body, error)) {
            return NULL;
        }
    }
    return g_steal_pointer(&list);
}

/* The first of LIST, a line each, and how many there are besides. */
static char *lines_of(const GPtrArray *list, gulong count)
{
    GString *lines = g_string_new(NULL);
    guint said = MIN(list->len, NOTICE_LINES);
    for (guint i = 0; i < said; i++) {
        const Notice *notice = g_ptr_array_index(list, i);
        g_string_append_printf(lines, "%s%s", i > 0 ? "\n" : "", notice->line);
    }
    if (count > said) {
        gulong rest = count - said;
        g_string_append_c(lines, '\n');
        g_string_append_printf(lines, ngettext("and %lu more", "and %lu more", rest), rest);
    }
    return g_string_free(lines, FALSE);
}

static Notice *sum_up(const GPtrArray *list, gulong count, bool is_morning)
{
    const Notice *last = g_ptr_array_index(list, list->len - 1);
    Notice *notice = g_new0(Notice, 1);
    notice->moment = g_strdup(last->moment);
    notice->number = g_strdup("");
    if (is_morning) {
        notice->id = g_strdup("morning");
        notice->title = g_strdup_printf(
            ngettext("%lu thing to do today", "%lu things to do today", count), count);
    } else {
        notice->id = g_strdup_printf("until %s", last->moment);
        notice->title =
            g_strdup_printf(ngettext("%lu reminder is due", "%lu reminders are due", count), count);
    }
    notice->body = lines_of(list, count);
    notice->line = g_strdup(notice->title);
    return notice;
}

GPtrArray *notice_gather(GPtrArray *list, gint64 more, bool is_morning)
{
    gulong count = list->len + (gulong)more;
    if (count <= NOTICE_FEW) {
        return list;
    }
    Notice *notice = sum_up(list, count, is_morning);
    g_ptr_array_set_size(list, 0);
    g_ptr_array_add(list, notice);
    return list;
}

void notice_hide(Notice *notice)
{
    g_free(notice->title);
    g_free(notice->body);
    g_free(notice->line);
    notice->title = g_strdup(_("Something is due"));
    notice->body = g_strdup("");
    notice->line = g_strdup(notice->title);
}
