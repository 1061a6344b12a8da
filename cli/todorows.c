/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due, in the output of commands. */
#include "cli/todorows.h"

#include "cli/print.h"
#include "cli/sheetlines.h"
#include "data/base/i18n.h"
#include "data/base/timeofday.h"

#include <string.h>

/* ---- for programs ---- */

static const char *kind_name(const TodoItem *item)
{
    static const char *const names[] = {
        [TODO_PREORDER] = "order", [TODO_PROMISE] = "promise",     [TODO_ANSWER] = "answer",
        [TODO_ASK] = "question",   [TODO_REMINDER] = "reminder",   [TODO_CONTACT] = "contact",
        [TODO_DAY] = "occasion",   [TODO_COMPLAINT] = "complaint", [TODO_AWAY] = "away",
    };
    bool is_birthday = item->due != NULL && due_is_birthday(item->due);
    return is_birthday ? "birthday" : names[item->kind];
}

/* Whose it is: the name, else the description. NULL: the shop's own. */
static char *name_of(const TodoItem *item)
{
    const Customer *customer = item->customer;
    if (customer == NULL || (item->due != NULL && item->due->relation_name != NULL)) {
        return customer != NULL ? g_strdup(item->due->relation_name) : NULL;
    }
    char *name = customer_name(customer, NAME_SPOKEN);
    return name != NULL ? name : g_strdup(customer->description);
}

/* "2026-11-27", "2026-11-27T15:00". */
static char *due_text(const TodoItem *item)
{
    g_autofree char *day = day_to_text(item->day);
    if (item->minute == RECORD_NONE) {
        return g_steal_pointer(&day);
    }
    g_autofree char *time = time_of_day_text(item->minute);
    return g_strdup_printf("%sT%s", day, time);
}

void todo_add_json(JsonWriter *json, const TodoItem *item, Moment now)
{
    g_autofree char *id = todo_id(item->kind, item->id);
    g_autofree char *name = name_of(item);
    g_autofree char *text = todo_words(item, now.day);
    g_autofree char *due = due_text(item);
    json_writer_begin_object(json);
    json_add_text(json, "id", id);
    json_add_text(json, "kind", kind_name(item));
    json_add_text(json, "number", item->customer != NULL ? item->customer->number : NULL);
    json_add_text(json, "name", name);
    json_add_text(json, "text", text);
    json_add_text(json, "due", due);
    json_add_bool(json, "overdue", todo_is_overdue(item, now));
    json_writer_end_object(json);
}

void todo_add_list(JsonWriter *json, const char *name, const GPtrArray *list, TodoKind kind,
                   TodoKind other, Moment now)
{
    json_open_array(json, name);
    for (guint i = 0; i < list->len; i++) {
        const TodoItem *item = g_ptr_array_index(list, i);
        if (item->kind == kind || item->kind == other) {
            todo_add_json(json, item, now);
        }
    }
    json_writer_end_array(json);
}

/* ---- for people ---- */

/* "15:00" for today, "27 Nov 15:00", "3 Nov 2025". */
static char *when_of(const TodoItem *item, Moment now)
{
    if (!day_is_whole(item->day)) {
        return g_strdup("");
    }
    /* When something is fetched its words say. */
    bool has_time = item->minute != RECORD_NONE && item->kind != TODO_PREORDER;
    g_autofree char *time = has_time ? time_of_day_text(item->minute) : NULL;
    if (day_compare(item->day, now.day) == 0) {
        return time != NULL ? g_steal_pointer(&time) : g_strdup(_("today"));
    }
    bool is_near = item->day.year == now.day.year;
    g_autofree char *day =
        day_by_pattern(item->day, is_near ? _("{d} {mon}") : _("{d} {mon} {year}"));
    return time != NULL ? g_strdup_printf("%s %s", day, time) : g_steal_pointer(&day);
}

char **todo_row(const TodoItem *item, Moment now, const char *first)
{
    char **row = g_new0(char *, 6);
    row[0] = first != NULL ? g_strdup(first) : todo_id(item->kind, item->id);
    row[1] = when_of(item, now);
    row[2] = todo_call(item, NAME_SPOKEN);
    row[2] = row[2] != NULL ? row[2] : g_strdup("");
    row[3] = g_strdup(item->customer != NULL ? item->customer->number : NULL);
    row[3] = row[3] != NULL ? row[3] : g_strdup("");
    g_autofree char *words = todo_words(item, now.day);
    /* TRANSLATORS: what is to be done, and that its time is over. */
    bool is_late = item->kind != TODO_DAY && todo_is_overdue(item, now);
    row[4] = is_late ? g_strdup_printf(_("%s (overdue)"), words) : g_steal_pointer(&words);
    return row;
}

void todo_print(const GPtrArray *rows, int indent, int width)
{
    static const int most[] = {7, 13, 20, 8};
    sheet_print(rows, most, G_N_ELEMENTS(most) + 1, indent, width);
}
