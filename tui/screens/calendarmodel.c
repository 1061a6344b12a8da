/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the calendar shows. */
#include "tui/screens/calendarmodel.h"

enum { MONTHS = 12 };

int calendar_month_days(int year, int month)
{
    Day after = month < MONTHS ? (Day){year, month + 1, 1} : (Day){year, month, 31};
    return month < MONTHS ? day_plus(after, -1).day : after.day;
}

void calendar_model_free(gpointer data)
{
    CalendarModel *model = data;
    g_clear_pointer(&model->days, g_ptr_array_unref);
    g_clear_pointer(&model->someday, g_ptr_array_unref);
    g_free(model);
}

static gint birthdays_first(gconstpointer left, gconstpointer right)
{
    const Due *a = *(Due *const *)left, *b = *(Due *const *)right;
    int days = day_compare(a->kept, b->kept);
    bool first = due_is_birthday(a), second = due_is_birthday(b);
    return days != 0 ? days : (int)second - (int)first;
}

static bool load(Db *db, CalendarModel *model, GError **error)
{
    LeapRule rule;
    const Day first = {model->year, model->month, 1};
    const Day last = {model->year, model->month, calendar_month_days(model->year, model->month)};
    if (!due_leap_rule(db, &rule, error)) {
        return false;
    }
    model->days = due_list_known(db, first, last, rule, CALENDAR_MOST, &model->is_cut, error);
    model->someday =
        model->days != NULL ? due_list_someday(db, model->year, model->month, NULL, error) : NULL;
    return model->someday != NULL;
}

gpointer calendar_model_load(Shop *shop, gconstpointer arg, GError **error)
{
    const CalendarAsk *ask = arg;
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    CalendarModel *model = g_new0(CalendarModel, 1);
    *model = (CalendarModel){.year = ask->year, .month = ask->month, .today = ask->today};
    bool ok = load(shop->db, model, error);
    db_read_end(shop->db);
    if (!ok) {
        g_clear_pointer(&model, calendar_model_free);
        return NULL;
    }
    /* Stable, so that names stay in their order. */
    g_ptr_array_sort(model->days, birthdays_first);
    return model;
}

guint calendar_model_day(const CalendarModel *model, int day, guint *count)
{
    guint first = 0;
    *count = 0;
    for (guint i = 0; i < model->days->len; i++) {
        const Due *due = g_ptr_array_index(model->days, i);
        if (due->kept.day < day) {
            first = i + 1;
        } else if (due->kept.day == day) {
            (*count)++;
        }
    }
    return first;
}
