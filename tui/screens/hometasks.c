/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done, on the home screen: the rows, and what is done with one. */
#include "tui/screens/hometasks.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/home_private.h"
#include "tui/screens/homerows.h"
#include "tui/screens/todorow.h"
#include "tui/screens/todowork.h"
#include "tui/takeback.h"

/* ---- the rows ---- */

static void add_task(HomeModel *model, const TodoItem *item)
{
    const Moment now = {model->today, model->minute};
    HomeRow *row = home_rows_add(model, HOME_TASK);
    row->task = item;
    row->name = todo_call(item, NAME_SPOKEN);
    row->when = todo_row_when(item, now);
    row->when_brief = todo_row_when_brief(item, now);
    row->what = todo_words(item, now.day);
    row->hint = todo_row_hint(item, now);
    row->is_urgent = item->kind == TODO_COMPLAINT || todo_is_overdue(item, now);
    home_rows_widen(&model->widths.when, row->when);
    home_rows_widen(&model->widths.when_brief, row->when_brief);
    home_rows_widen(&model->widths.name, row->name);
}

/* Adds LIST under HEADING, and how many MORE there are. */
static void add_list(HomeModel *model, const char *heading, const GPtrArray *list, gint64 more)
{
    for (guint i = 0; i < list->len; i++) {
        if (i == 0) {
            home_rows_add_heading(model, heading);
        }
        add_task(model, g_ptr_array_index(list, i));
    }
    if (more > 0) {
        int count = (int)MIN(more, TODO_COUNTED);
        const char *text = more >= TODO_COUNTED
                               ? _("and more than %d more")
                               : ngettext("and %d more", "and %d more", (gulong)count);
        g_autofree char *number = g_strdup_printf("%d", count);
        g_auto(GStrv) around = g_strsplit(text, "%d", 2);
        HomeRow *note = home_rows_add(model, HOME_NOTE);
        note->text = g_strjoinv(number, around);
        note->more = (guint)count;
    }
}

void home_tasks_add(HomeModel *model)
{
    const Todo *todo = model->todo;
    add_list(model, _("TO DO"), todo->tasks, todo->more_tasks);
    add_list(model, _("KEEP IN TOUCH"), todo->contacts, todo->more_contacts);
    add_list(model, _("WATCH OUT"), todo->watch, todo->more_watch);
}

/* ---- what is done with them ---- */

/* What is selected to be done, while nothing is typed; NULL. */
static const TodoItem *selected(const Screen *screen)
{
    const HomeRow *row = home_selected(screen);
    bool is_there = row != NULL && line_edit_is_empty(((const Home *)screen)->line);
    return is_there ? row->task : NULL;
}

bool home_can_tick(const Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL && todo_can_tick(item->kind) && counter_may_write(screen);
}

Outcome home_tick(Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL ? todo_tick_now(screen, item, &((Home *)screen)->ticked) : OUTCOME_HANDLED;
}

bool home_can_untick(const Screen *screen)
{
    return ((const Home *)screen)->ticked.deed != 0 && counter_may_write(screen);
}

Outcome home_untick(Screen *screen)
{
    Home *self = (Home *)screen;
    self->wants_ticked = true;
    return todo_untick(screen, &self->ticked);
}

Outcome home_undo(Screen *screen)
{
    Home *self = (Home *)screen;
    self->wants_ticked = self->ticked.id != 0 && line_edit_is_empty(self->line);
    return takeback_last(screen);
}

void home_find_ticked(Home *self)
{
    const HomeModel *model = self->base.model;
    for (guint i = 0; self->wants_ticked && i < model->rows->len; i++) {
        const HomeRow *row = g_ptr_array_index(model->rows, i);
        if (row->task != NULL && row->task->kind == self->ticked.kind &&
            row->task->id == self->ticked.id) {
            list_select(&self->list, i);
            self->wants_ticked = false;
        }
    }
}

bool home_can_put_off(const Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL && todo_can_snooze(item->kind) && counter_may_write(screen);
}

Outcome home_put_off(Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL ? todo_put_off(screen, item, false) : OUTCOME_HANDLED;
}

/* Whoever is selected, with what is typed, too. */
bool home_can_dial(const Screen *screen)
{
    const HomeRow *row = home_selected(screen);
    return row != NULL && home_row_customer(row) != 0;
}

Outcome home_dial(Screen *screen)
{
    const HomeRow *row = home_selected(screen);
    return row != NULL ? todo_dial(screen, home_row_customer(row)) : OUTCOME_HANDLED;
}
