/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside something that is due in a list. */
#include "tui/screens/todorow.h"

#include "data/base/i18n.h"
#include "data/base/timeofday.h"
#include "tui/dates.h"
#include "tui/screens/pastwords.h"

char *todo_row_when(const TodoItem *item, Moment now)
{
    if (item->kind == TODO_COMPLAINT) {
        return g_strdup(_("complaint"));
    }
    if (item->kind == TODO_AWAY) {
        return g_strdup(_("stays away"));
    }
    if (!day_is_whole(item->day)) {
        return g_strdup("");
    }
    int order = day_compare(item->day, now.day);
    if (order == 0 && item->kind == TODO_REMINDER && item->minute != RECORD_NONE) {
        return todo_is_overdue(item, now) ? g_strdup(_("overdue")) : time_of_day_text(item->minute);
    }
    return order < 0 && item->kind != TODO_CONTACT ? g_strdup(_("overdue"))
                                                   : dates_near(item->day, now.day);
}

/* The same for narrow windows: of what lasts only how long, of a contact only the day. */
char *todo_row_when_brief(const TodoItem *item, Moment now)
{
    bool lasts = item->kind == TODO_COMPLAINT || item->kind == TODO_AWAY;
    if (!day_is_whole(item->day)) {
        return g_strdup("");
    }
    bool says_day = item->kind == TODO_CONTACT || day_compare(item->day, now.day) > 0;
    if (says_day && ABS(day_between(item->day, now.day)) > 1) {
        return dates_brief(item->day, now.day);
    }
    return lasts ? pastwords_age(day_between(item->day, now.day)) : todo_row_when(item, now);
}

bool todo_is_put_off(const TodoItem *item)
{
    const Moment up = {item->day, item->minute};
    return item->kind == TODO_REMINDER && day_is_whole(item->agreed.day) &&
           moment_compare(item->agreed, up) != 0;
}

/* When a reminder was agreed that was put off, else when it comes up as far as the label leaves
 * that open. */
static char *hint_of_reminder(const TodoItem *item, Moment now)
{
    Day today = now.day;
    int order = day_compare(item->day, today);
    g_autofree char *time = item->minute != RECORD_NONE ? time_of_day_text(item->minute) : NULL;
    if (todo_is_put_off(item)) {
        g_autofree char *day = dates_near(item->agreed.day, today);
        /* TRANSLATORS: a reminder that was put off: until which day it was to be done. */
        return g_strdup_printf(_("put off from %s"), day);
    }
    if (order == 0 && !todo_is_overdue(item, now)) {
        return NULL;
    }
    if (order >= 0) {
        return g_steal_pointer(&time);
    }
    g_autofree char *day = dates_near(item->day, today);
    return time != NULL ? g_strdup_printf("%s %s", day, time) : g_steal_pointer(&day);
}

static char *hint_of_contact(const TodoItem *item, Day today)
{
    Day last;
    if (item->last_day == NULL || !day_from_text(item->last_day, &last) || !day_is_whole(last)) {
        return NULL;
    }
    g_autofree char *since = dates_since(last, today);
    /* TRANSLATORS: when somebody was contacted last: "last 4 months ago". */
    return g_strdup_printf(_("last %s"), since);
}

char *todo_row_since(const TodoItem *item, Moment now)
{
    if (!day_is_whole(item->day)) {
        return g_strdup("");
    }
    int days = day_between(item->day, now.day);
    bool has_time = item->kind == TODO_REMINDER && item->minute != RECORD_NONE;
    g_autofree char *time = has_time ? time_of_day_text(item->minute) : NULL;
    if (days == 0 && has_time) {
        return g_steal_pointer(&time);
    }
    g_autofree char *day =
        days <= 1 ? dates_near(item->day, now.day) : dates_brief(item->day, now.day);
    return has_time ? g_strdup_printf("%s %s", day, time) : g_steal_pointer(&day);
}

/* What stands behind it, dim: since when. */
char *todo_row_hint(const TodoItem *item, Moment now)
{
    if (item->kind == TODO_CONTACT) {
        return hint_of_contact(item, now.day);
    }
    if (!day_is_whole(item->day) || item->kind == TODO_AWAY) {
        return NULL;
    }
    if (item->kind == TODO_REMINDER) {
        return hint_of_reminder(item, now);
    }
    if (item->kind == TODO_COMPLAINT) {
        return pastwords_age(day_between(item->day, now.day));
    }
    return day_compare(item->day, now.day) < 0 ? dates_near(item->day, now.day) : NULL;
}
