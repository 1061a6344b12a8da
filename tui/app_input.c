/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where an event goes: the top screen, its action rows, the global rows, the bar. */
#include "tui/app_private.h"

#include "data/base/i18n.h"
#include "tui/globals.h"
#include "tui/screens/dialogs.h"

#include <string.h>

Outcome app_perform(Screen *screen, const Action *action)
{
    if (action->needs_model && app_lacks_model(screen)) {
        screen->app->waiting = (Waiting){.screen = screen, .action = action};
        return OUTCOME_HANDLED;
    }
    return !action->when || action->when(screen) ? action->run(screen) : OUTCOME_HANDLED;
}

/* The first of ACTIONS that takes KEY now. One that needs the model is asked for `when` only once
 * the model is there: *WAIT is set then. */
static const Action *find_action(const Action *actions, Screen *screen, Key key, bool *wait)
{
    for (const Action *action = actions; action && action->name; action++) {
        if (!keys_have(app_keys(screen, action), key)) {
            continue;
        }
        *wait = action->needs_model && app_lacks_model(screen);
        if (*wait || !action->when || action->when(screen)) {
            return action;
        }
    }
    return NULL;
}

Outcome app_run_key(Screen *screen, Key key)
{
    bool wait = false;
    const Action *action = find_action(screen->class->actions, screen, key, &wait);
    if (!action) {
        action = find_action(global_actions(), screen, key, &wait);
    }
    if (!action) {
        return OUTCOME_NONE;
    }
    if (wait) {
        screen->app->waiting = (Waiting){.screen = screen, .key = key};
        return OUTCOME_HANDLED;
    }
    return action->run(screen);
}

Outcome app_after_load(Screen *screen, Outcome (*run)(Screen *screen))
{
    if (app_lacks_model(screen)) {
        screen->app->waiting = (Waiting){.screen = screen, .run = run};
        return OUTCOME_HANDLED;
    }
    return run(screen);
}

static Outcome run_waiting(Screen *screen, const Waiting *waiting)
{
    if (waiting->action) {
        return app_perform(screen, waiting->action);
    }
    return waiting->run ? waiting->run(screen) : app_run_key(screen, waiting->key);
}

void app_release(Screen *screen, bool loaded)
{
    App *app = screen->app;
    Waiting waiting = app->waiting;
    if (waiting.screen != screen) {
        return;
    }
    app->waiting.screen = NULL;
    if (!loaded) {
        /* What was typed behind it was meant for what did not come. */
        g_queue_clear_full(&app->held, (GDestroyNotify)event_free);
    } else {
        app_obey(screen, run_waiting(screen, &waiting));
    }
}

/* The row of SCREEN's own that WAITING stands for; NULL for none. */
static const Action *awaited_action(const Screen *screen, const Waiting *waiting)
{
    const Action *found = waiting->action;
    const Action *own = waiting->run == NULL ? screen->class->actions : NULL;
    for (; found == NULL && own != NULL && own->name != NULL; own++) {
        if (keys_have(app_keys(screen, own), waiting->key)) {
            found = own;
        }
    }
    return found;
}

bool app_save_waits(Screen *screen)
{
    App *app = screen->app;
    if (app->waiting.screen != screen || screen->class->unsaved == NULL ||
        !screen->class->unsaved(screen)) {
        return false;
    }
    const Action *action = awaited_action(screen, &app->waiting);
    if (action == NULL || strcmp(action->name, "save") != 0) {
        return false;
    }
    app->unsaved = app->waiting;
    return true;
}

Outcome app_save_again(Screen *screen, gpointer again)
{
    return again != NULL ? run_waiting(screen, &screen->app->unsaved) : OUTCOME_HANDLED;
}

/* The screen that EVENT, a click or the wheel, is for gets it with its own rows and columns. */
static Outcome pass_mouse(Screen *screen, const Event *event)
{
    const Canvas *place = &screen->link->place;
    Event own = *event;
    own.row -= place->top;
    own.col -= place->left;
    bool inside = own.row >= 0 && own.row < place->rows && own.col >= 0 && own.col < place->cols;
    return inside && screen->class->input ? screen->class->input(screen, &own) : OUTCOME_NONE;
}

/* A click on the bar; OUTCOME_NONE if it was elsewhere. */
static Outcome click_bar(App *app, Screen *screen, const Event *event)
{
    int rows = terminal_rows(app->terminal);
    const Action *action = event->row == rows - 1 ? key_bar_at(app->bar, event->col) : NULL;
    return action ? app_perform(screen, action) : OUTCOME_NONE;
}

bool app_has_key(const Screen *screen, Key key)
{
    for (const Action *action = screen->class->actions; action && action->name; action++) {
        if (keys_have(app_keys(screen, action), key)) {
            return true;
        }
    }
    return false;
}

/* Why KEY did nothing. Free with g_free. */
static char *excuse(const Screen *screen, Key key)
{
    const Action *help = global_action("help");
    const char *refusal = screen->app->refusal;
    if (app_has_key(screen, key)) {
        return refusal ? g_strdup(refusal)
                       : g_strdup(_("There is nothing for this key to do at the moment."));
    }
    if (!help->when(screen)) {
        return g_strdup(_("This key does nothing here."));
    }
    g_autofree char *help_key = app_key_label(screen, help);
    return g_strdup_printf(_("This key does nothing here: press %s."), help_key);
}

static Outcome pass_key(Screen *screen, const Event *event)
{
    Outcome outcome = screen->class->input ? screen->class->input(screen, event) : OUTCOME_NONE;
    if (outcome == OUTCOME_NONE && event->kind == EVENT_KEY) {
        outcome = app_run_key(screen, event->key);
        if (outcome == OUTCOME_NONE) {
            g_autofree char *text = excuse(screen, event->key);
            app_say(screen->app, AREA_MESSAGE, text);
        }
    }
    return outcome;
}

/* What would be asked before quitting, NULL when nothing is lost by it. */
static const char *quit_question(const App *app)
{
    if (app->background_jobs > 0) {
        return _("Something is still being worked on. Stop it and quit?");
    }
    bool is_unsaved = false, is_lost = false;
    for (guint i = 0; i < app->stack->len; i++) {
        const Screen *screen = g_ptr_array_index(app->stack, i);
        if (screen->class->unsaved && screen->class->unsaved(screen)) {
            is_unsaved = true;
            is_lost = is_lost || app_draft_fails(screen);
        }
    }
    if (is_lost) {
        return _("What you have typed here is not saved yet. Quit and throw it away?");
    }
    return is_unsaved ? _("What you have typed is not saved yet. It is kept and waits for you on "
                          "the home screen. Quit?")
                      : NULL;
}

bool app_is_quit_key(const App *app, Key key)
{
    return keys_have(keymap_keys(app->keymap, NULL, global_action("quit")), key);
}

/* Nothing can be seen: nothing happens but quitting, and that only where it need not be asked. */
static void dispatch_unseen(App *app, const Event *event)
{
    if (event->kind == EVENT_KEY && app_is_quit_key(app, event->key) && !quit_question(app)) {
        app_end_loop(app, APP_ENDED_BY_PERSON);
    }
}

/* Gives one event to the top screen, the rows, the bar. */
static void dispatch(App *app, const Event *event)
{
    Screen *screen = app_top(app);
    if (!screen || app->is_ending) {
        return;
    }
    if (app_is_too_small(app)) {
        dispatch_unseen(app, event);
        return;
    }
    if (app->message) {
        app_say(app, AREA_MESSAGE, NULL);
    }
    Outcome outcome;
    if (event->kind == EVENT_CLICK || event->kind == EVENT_WHEEL) {
        outcome = event->kind == EVENT_CLICK ? click_bar(app, screen, event) : OUTCOME_NONE;
        if (outcome == OUTCOME_NONE) {
            outcome = pass_mouse(screen, event);
        }
    } else {
        outcome = pass_key(screen, event);
    }
    app_obey(screen, outcome);
}

void app_pump(App *app)
{
    while (!app_is_held(app) && !g_queue_is_empty(&app->held)) {
        g_autoptr(Event) event = g_queue_pop_head(&app->held);
        dispatch(app, event);
    }
}

void app_feed(App *app, const Event *event)
{
    app->strikes_without_key = 0;
    if (app->is_ringing) {
        app->is_ringing = false;
        terminal_set_title(app->terminal, NULL);
    }
    app->is_going_home = false;
    if (app_line_answers(app, event)) {
        return;
    }
    app_begin(app);
    g_queue_push_tail(&app->held, event_copy(event));
    app_end(app);
    app_draft_watch(app);
}

static Outcome quit_after_all(Screen *screen, gpointer yes)
{
    App *app = screen->app;
    if (!yes) {
        return OUTCOME_HANDLED;
    }
    /* Storing may have failed since it was asked: then it is another question. */
    if (app->asked_to_quit != quit_question(app)) {
        app_ask_to_quit(app);
        return OUTCOME_HANDLED;
    }
    worker_cancel_all(app->worker);
    app_end_loop(app, APP_ENDED_BY_PERSON);
    return OUTCOME_HANDLED;
}

void app_ask_to_quit(App *app)
{
    Screen *top = app_top(app);
    app_save_drafts(app);
    const char *question = app->asked_to_quit = quit_question(app);
    if (question && top) {
        dialog_confirm(top, question, _("Quit"), _("Stay"), quit_after_all);
    } else {
        app_end_loop(app, APP_ENDED_BY_PERSON);
    }
}
