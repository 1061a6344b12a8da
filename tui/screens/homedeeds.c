/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the keys of the home screen do: opening cards, making new ones, going on with a draft,
 * greeting, and the way to other screens. */
#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/greet.h"
#include "tui/screens/backups.h"
#include "tui/screens/bin.h"
#include "tui/screens/calendar.h"
#include "tui/screens/card.h"
#include "tui/screens/changes.h"
#include "tui/screens/complaints.h"
#include "tui/screens/customers.h"
#include "tui/screens/dashboard.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/due.h"
#include "tui/screens/edit.h"
#include "tui/screens/feedback.h"
#include "tui/screens/feedbacks.h"
#include "tui/screens/home_private.h"
#include "tui/screens/homedrafts.h"
#include "tui/screens/import.h"
#include "tui/screens/losses.h"
#include "tui/screens/newcard.h"
#include "tui/screens/preorders.h"
#include "tui/screens/promises.h"
#include "tui/screens/reminder.h"
#include "tui/screens/settings.h"
#include "tui/screens/todowork.h"
#include "tui/screens/wishes.h"

#include <string.h>

/* Right after a tick no row is: Space takes it back. */
const HomeRow *home_selected(const Screen *screen)
{
    const Home *self = (const Home *)screen;
    const HomeModel *model = screen->model;
    int row = model != NULL && self->ticked.deed == 0 ? list_selected(&self->list) : -1;
    return row >= 0 ? g_ptr_array_index(model->rows, row) : NULL;
}

/* After a card on which something was done, the next customer begins with an empty box, or with
 * what was typed on the card. Who has only looked is back at the same matches: it may be another
 * one of them. */
static Outcome card_returned(Screen *screen, gpointer typed)
{
    Home *self = (Home *)screen;
    bool has_looked = self->is_away && app_stored(screen->app) == self->stored;
    self->is_away = false;
    if (typed == NULL && has_looked) {
        line_edit_select_all(self->line);
    } else {
        line_edit_set(self->line, typed);
    }
    return OUTCOME_RELOAD;
}

void home_arrive(Screen *screen)
{
    Home *self = (Home *)screen;
    if (self->is_away && app_top(screen->app) == screen) {
        self->is_away = false;
        line_edit_set(self->line, NULL);
    }
}

static void push_card(Screen *screen, gint64 customer_id)
{
    const CardArg arg = {customer_id};
    screen_push(screen, &screen_card, &arg, card_returned);
}

static Outcome open_card(Screen *screen, gint64 customer_id)
{
    /* Whatever ends the card, the next customer does not read what was typed for this one. */
    line_edit_set(((Home *)screen)->line, NULL);
    push_card(screen, customer_id);
    return OUTCOME_HANDLED;
}

static Outcome edit_returned(Screen *screen, gpointer id)
{
    return id != NULL ? open_card(screen, *(const gint64 *)id) : OUTCOME_RELOAD;
}

Outcome home_new(Screen *screen)
{
    const EditArg arg = {.typed = line_edit_text(((Home *)screen)->line)};
    screen_push(screen, &screen_edit, &arg, edit_returned);
    return OUTCOME_HANDLED;
}

bool home_has_card(const Screen *screen)
{
    const HomeRow *row = home_selected(screen);
    return row != NULL && row->draft == NULL;
}

/* ---- what is not finished ---- */

static Outcome reload_after(Screen *screen, gpointer result)
{
    (void)screen;
    (void)result;
    return OUTCOME_RELOAD;
}

/* The selected draft, NULL when it is no draft. */
static const Draft *selected_draft(const Screen *screen)
{
    const HomeRow *row = home_selected(screen);
    return row != NULL ? row->draft : NULL;
}

bool home_is_draft(const Screen *screen)
{
    return selected_draft(screen) != NULL;
}

Outcome home_go_on(Screen *screen)
{
    const Draft *draft = selected_draft(screen);
    if (draft == NULL) {
        return OUTCOME_HANDLED;
    }
    if (draft->subject_id != 0) {
        return card_resume(screen, draft, card_returned);
    }
    bool is_customer = strcmp(draft->screen, screen_edit.name) == 0;
    if (app_resume(screen, draft, is_customer ? edit_returned : reload_after) == NULL) {
        app_say(screen->app, AREA_MESSAGE,
                _("This was typed with another version of Tresen and cannot be opened here."));
    }
    return OUTCOME_HANDLED;
}

static Outcome throw_away(Screen *screen, gpointer yes)
{
    g_autofree char *uid = g_steal_pointer(&((Home *)screen)->thrown_away);
    return yes != NULL ? home_draft_remove(screen, uid) : OUTCOME_HANDLED;
}

Outcome home_throw_away(Screen *screen)
{
    const Draft *draft = selected_draft(screen);
    if (draft == NULL) {
        return OUTCOME_HANDLED;
    }
    draft_set(&((Home *)screen)->thrown_away, draft->uid);
    return dialog_confirm(screen, _("Throw away what was typed? It cannot be brought back."),
                          _("Throw away"), _("Keep it"), throw_away);
}

Outcome home_enter(Screen *screen)
{
    Home *self = (Home *)screen;
    const HomeRow *row = home_selected(screen);
    if (row != NULL && row->task != NULL &&
        (row->task->customer == NULL || row->task->draft != NULL)) {
        return todo_open(screen, row->task, card_returned);
    }
    if (row != NULL) {
        self->is_away = true;
        self->stored = app_stored(screen->app);
        push_card(screen, home_row_customer(row));
    }
    return OUTCOME_HANDLED;
}

/* Whether what was typed is nobody's yet. */
bool home_is_nobody(const Screen *screen)
{
    const HomeModel *model = screen->model;
    return model != NULL && model->query[0] != '\0' && !home_has_card(screen) &&
           !line_edit_is_empty(((const Home *)screen)->line) && counter_may_write(screen);
}

static Outcome card_made(Screen *screen, gpointer result)
{
    const NewCard *made = result;
    if (made->customer_id == 0) {
        return home_new(screen);
    }
    open_card(screen, made->customer_id);
    new_card_say(app_top(screen->app), made);
    return OUTCOME_HANDLED;
}

/* What leaves no doubt is a card at once; the rest is looked over in the form. */
Outcome home_create(Screen *screen)
{
    const char *typed = line_edit_text(((Home *)screen)->line);
    return new_card_is_plain(typed) ? new_card_make(screen, typed, card_made) : home_new(screen);
}

bool home_can_greet(const Screen *screen)
{
    const HomeRow *row = home_selected(screen);
    return line_edit_is_empty(((const Home *)screen)->line) && row != NULL && row->due != NULL &&
           counter_may_write(screen);
}

Outcome home_greet(Screen *screen)
{
    const HomeRow *row = home_selected(screen);
    return row != NULL && row->due != NULL ? greet_toggle(screen, row->due) : OUTCOME_HANDLED;
}

Outcome home_greet_how(Screen *screen)
{
    const HomeRow *row = home_selected(screen);
    return row != NULL && row->due != NULL ? greet_how(screen, row->due) : OUTCOME_HANDLED;
}

Outcome home_clear(Screen *screen)
{
    Home *self = (Home *)screen;
    if (line_edit_is_empty(self->line)) {
        list_to_first(&self->list);
        return OUTCOME_REDRAW;
    }
    line_edit_set(self->line, NULL);
    return OUTCOME_RELOAD;
}

/* A number typed in the list of all begins a new search here. */
Outcome home_all(Screen *screen)
{
    line_edit_set(((Home *)screen)->line, NULL);
    screen_push(screen, &screen_customers, NULL, card_returned);
    return OUTCOME_HANDLED;
}

Outcome home_complaints(Screen *screen)
{
    screen_push(screen, &screen_complaints, NULL, card_returned);
    return OUTCOME_HANDLED;
}

Outcome home_feedback(Screen *screen)
{
    screen_push(screen, &screen_feedback, NULL, reload_after);
    return OUTCOME_HANDLED;
}

Outcome home_feedbacks(Screen *screen)
{
    screen_push(screen, &screen_feedbacks, NULL, reload_after);
    return OUTCOME_HANDLED;
}

Outcome home_wishes(Screen *screen)
{
    screen_push(screen, &screen_wishes, NULL, card_returned);
    return OUTCOME_HANDLED;
}

Outcome home_preorders(Screen *screen)
{
    screen_push(screen, &screen_preorders, NULL, card_returned);
    return OUTCOME_HANDLED;
}

Outcome home_promises(Screen *screen)
{
    screen_push(screen, &screen_promises, NULL, card_returned);
    return OUTCOME_HANDLED;
}

Outcome home_due(Screen *screen)
{
    screen_push(screen, &screen_due, NULL, card_returned);
    return OUTCOME_HANDLED;
}

Outcome home_remind(Screen *screen)
{
    const ReminderArg arg = {.customer_id = 0};
    screen_push(screen, &screen_reminder, &arg, reload_after);
    return OUTCOME_HANDLED;
}

Outcome home_losses(Screen *screen)
{
    screen_push(screen, &screen_losses, NULL, card_returned);
    return OUTCOME_HANDLED;
}

Outcome home_import(Screen *screen)
{
    if (!counter_may_write(screen)) {
        return counter_tell_read_only(screen);
    }
    screen_push(screen, &screen_import, NULL, reload_after);
    if (counter_of(screen)->is_demo) {
        app_say(screen->app, AREA_MESSAGE,
                _("This is the demo: what comes in here is gone when it is made anew."));
    }
    return OUTCOME_HANDLED;
}

bool home_has_backups(const Screen *screen)
{
    return counter_has_backups(counter_of(screen));
}

Outcome home_backups(Screen *screen)
{
    screen_push(screen, &screen_backups, NULL, NULL);
    return OUTCOME_HANDLED;
}

Outcome home_changes(Screen *screen)
{
    screen_push(screen, &screen_changes, NULL, NULL);
    return OUTCOME_HANDLED;
}

Outcome home_bin(Screen *screen)
{
    screen_push(screen, &screen_bin, NULL, NULL);
    return OUTCOME_HANDLED;
}

Outcome home_calendar(Screen *screen)
{
    screen_push(screen, &screen_calendar, NULL, card_returned);
    return OUTCOME_HANDLED;
}

Outcome home_dashboard(Screen *screen)
{
    screen_push(screen, &screen_dashboard, NULL, NULL);
    return OUTCOME_HANDLED;
}

Outcome home_settings(Screen *screen)
{
    screen_push(screen, &screen_settings, NULL, reload_after);
    return OUTCOME_HANDLED;
}
