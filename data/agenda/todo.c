/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done, in the order in which a shop needs it. */
#include "data/agenda/todo.h"

#include "data/agenda/carelimits.h"
#include "data/agenda/todofind.h"
#include "data/base/order.h"

enum { DAYS_AHEAD = 1 };

/* By TodoKind. */
static const char letters[] = {[TODO_PREORDER] = 'o', [TODO_PROMISE] = 'p',   [TODO_ANSWER] = 'c',
                               [TODO_ASK] = 'l',      [TODO_REMINDER] = 'r',  [TODO_CONTACT] = 'k',
                               [TODO_DAY] = 'b',      [TODO_COMPLAINT] = 'c', [TODO_AWAY] = 'w'};

void todo_free(Todo *todo)
{
    if (todo != NULL) {
        g_clear_pointer(&todo->tasks, g_ptr_array_unref);
        g_clear_pointer(&todo->contacts, g_ptr_array_unref);
        g_clear_pointer(&todo->watch, g_ptr_array_unref);
        g_free(todo);
    }
}

/* ---- the order ---- */

typedef enum { SOON, NOW, CONTACTS, LATER } Stretch;

/* What has a time that has come today, or comes within the hour, goes before all. */
static Stretch stretch_of(const TodoItem *item, const TodoAsk *ask)
{
    int order = day_is_whole(item->day) ? day_compare(item->day, ask->today) : -1;
    if (order > 0) {
        return LATER;
    }
    if (item->kind == TODO_CONTACT) {
        return CONTACTS;
    }
    bool is_soon =
        order == 0 && item->minute != RECORD_NONE && item->minute <= ask->minute + SOON_MINUTES;
    return is_soon ? SOON : NOW;
}

static int compare_urgency(gconstpointer a, gconstpointer b, gpointer data)
{
    const TodoItem *one = *(TodoItem *const *)a, *two = *(TodoItem *const *)b;
    Stretch stretch = stretch_of(one, data), other = stretch_of(two, data);
    int order = (int)stretch - (int)other;
    if (order != 0 || stretch == CONTACTS) {
        return order; /* they are in their order */
    }
    if (day_is_whole(one->day) && day_is_whole(two->day)) {
        order = day_compare(one->day, two->day);
    }
    order = order != 0 ? order : order_numbers(one->minute, two->minute);
    order = order != 0 ? order : (int)one->kind - (int)two->kind;
    return order != 0 ? order : order_numbers(one->id, two->id);
}

/* Stable: contacts stay in their order. */
static void sort(GPtrArray *list, const TodoAsk *ask)
{
    TodoAsk copy = *ask;
    g_ptr_array_sort_with_data(list, compare_urgency, &copy);
}

bool todo_is_overdue(const TodoItem *item, Moment now)
{
    bool has_term = item->kind != TODO_CONTACT && item->kind != TODO_COMPLAINT &&
                    item->kind != TODO_AWAY && day_is_whole(item->day);
    if (!has_term) {
        return false;
    }
    int order = day_compare(item->day, now.day);
    return order < 0 || (order == 0 && item->minute != RECORD_NONE && item->minute < now.minute);
}

/* ---- lists ---- */

/* Moves the first MOST of FROM to LIST and the number of the others to *MORE. */
static void take(GPtrArray *list, GPtrArray *from, guint most, gint64 *more)
{
    guint count = MIN(from->len, most);
    *more += from->len - count;
    for (guint i = 0; i < count; i++) {
        g_ptr_array_add(list, g_ptr_array_steal_index(from, 0));
    }
}

static bool load_tasks(const TodoSearch *search, Todo *todo, GError **error)
{
    g_autoptr(GPtrArray) found = todo_found_new();
    if (!todo_find_tasks(search, found, error)) {
        return false;
    }
    sort(found, search->ask);
    take(todo->tasks, found, TODO_TASKS, &todo->more_tasks);
    return todo_found_customers(search->db, todo->tasks, error);
}

/* What is due today of the plan, but no more than the owner wants to be asked for. */
static bool load_contacts(const TodoSearch *search, Todo *todo, GError **error)
{
    int most = 0;
    if (!care_a_day(search->db, &most, error)) {
        return false;
    }
    guint limit = (guint)most;
    return limit == 0 ||
           todo_find_contacts(search, limit, todo->contacts, &todo->more_contacts, error);
}

static bool load_watch(const TodoSearch *search, Todo *todo, GError **error)
{
    g_autoptr(GPtrArray) open = todo_found_new();
    g_autoptr(GPtrArray) missing = todo_found_new();
    if (!todo_find_complaints(search, open, error) || !todo_find_aways(search, missing, error)) {
        return false;
    }
    take(todo->watch, open, TODO_COMPLAINTS, &todo->more_watch);
    take(todo->watch, missing, TODO_AWAYS, &todo->more_watch);
    return todo_found_customers(search->db, todo->watch, error);
}

Todo *todo_load(Db *db, const TodoAsk *ask, GError **error)
{
    TodoSearch ahead, today;
    g_autoptr(Todo) todo = g_new0(Todo, 1);
    todo->tasks = todo_found_new();
    todo->contacts = todo_found_new();
    todo->watch = todo_found_new();
    /* What somebody else should have done yesterday is everybody's. */
    todo_search_begin(&ahead, db, ask, day_plus(ask->today, DAYS_AHEAD), ask->today, TODO_COUNTED);
    todo_search_begin(&today, db, ask, ask->today, DAY_NONE, TODO_COUNTED);
    bool ok = load_tasks(&ahead, todo, error) && load_contacts(&today, todo, error) &&
              load_watch(&ahead, todo, error);
    todo_search_end(&ahead);
    todo_search_end(&today);
    return ok ? g_steal_pointer(&todo) : NULL;
}

GPtrArray *todo_list(Db *db, const TodoAsk *ask, gint64 *more, GError **error)
{
    guint limit = ask->limit > 0 ? ask->limit : G_MAXINT32;
    gint64 beyond = 0, rest = 0;
    TodoSearch search;
    g_autoptr(GPtrArray) found = todo_found_new();
    g_autoptr(GPtrArray) list = todo_found_new();
    todo_search_begin(&search, db, ask, ask->until, DAY_NONE,
                      MIN(limit, G_MAXINT32 - TODO_COUNTED) + TODO_COUNTED);
    bool ok = todo_find_tasks(&search, found, error) &&
              (!ask->with_days || todo_find_days(&search, found, error)) &&
              (ask->without_contacts || todo_find_contacts(&search, limit, found, &rest, error));
    todo_search_end(&search);
    if (!ok) {
        return NULL;
    }
    sort(found, ask);
    take(list, found, limit, &beyond);
    if (more != NULL) {
        *more = beyond + rest;
    }
    return todo_found_customers(db, list, error) ? g_steal_pointer(&list) : NULL;
}

/* ---- names ---- */

char *todo_id(TodoKind kind, gint64 id)
{
    return g_strdup_printf("%c%" G_GINT64_FORMAT, letters[kind], id);
}

bool todo_of_id(const char *text, TodoKind *kind, gint64 *id)
{
    guint64 number = 0;
    if (*text == '\0' || !g_ascii_isdigit(text[1]) ||
        !g_ascii_string_to_unsigned(text + 1, 10, 1, G_MAXINT64, &number, NULL)) {
        return false;
    }
    for (guint i = 0; i < G_N_ELEMENTS(letters); i++) {
        if (letters[i] == g_ascii_tolower(*text)) {
            *kind = (TodoKind)i;
            *id = (gint64)number;
            return true;
        }
    }
    return false;
}
