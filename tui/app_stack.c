/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stack of screens: opening, closing, and what handlers ask for. */
#include "tui/app_private.h"

#include "tui/screens/dialogs.h"

static void screen_free(Screen *screen)
{
    const ScreenClass *class = screen->class;
    ScreenLink *link = screen->link;
    if (class->close) {
        class->close(screen);
    }
    /* It may have given a last job, a draft to keep, whose end it will not see. */
    app_forget_jobs(screen);
    if (screen->model && class->model_free) {
        class->model_free(screen->model);
    }
    if (link->result && link->result_free) {
        link->result_free(link->result);
    }
    app_draft_free(screen);
    screen_keep(screen, NULL, NULL);
    g_free(link->news);
    g_ptr_array_unref(link->loads);
    g_ptr_array_unref(link->jobs);
    g_free(link);
    g_free(screen);
}

void app_sweep(App *app)
{
    /* Closing a screen may close others. */
    while (app->closed->len > 0) {
        screen_free(g_ptr_array_steal_index(app->closed, app->closed->len - 1));
    }
}

static Screen *screen_new(App *app, const ScreenClass *class, Screen *parent, ReturnFunc returned)
{
    Screen *screen = g_malloc0(class->size);
    screen->class = class;
    screen->app = app;
    screen->link = g_new0(ScreenLink, 1);
    screen->link->parent = parent;
    screen->link->returned = returned;
    screen->link->loads = g_ptr_array_new();
    screen->link->jobs = g_ptr_array_new();
    screen->link->stale = class->load != NULL;
    return screen;
}

static Screen *push(App *app, Screen *parent, const ScreenClass *class, gconstpointer arg,
                    ReturnFunc returned)
{
    Screen *screen = screen_new(app, class, parent, returned);
    g_autoptr(GError) error = NULL;
    app_begin(app);
    if (class->open && !class->open(screen, arg, &error)) {
        screen_free(screen);
        if (parent && error) {
            app_tell(parent, error);
        }
        screen = NULL;
    } else {
        g_ptr_array_add(app->stack, screen);
        app_load_visible(app);
        /* Behind the load: what is found goes into the filled form. */
        app_draft_open(screen);
        app_touch(app);
    }
    app_end(app);
    return screen;
}

Screen *app_open(App *app, const ScreenClass *class, gconstpointer arg)
{
    Screen *screen = push(app, NULL, class, arg, NULL);
    app_follow(app);
    return screen;
}

Screen *screen_push(Screen *parent, const ScreenClass *class, gconstpointer arg,
                    ReturnFunc returned)
{
    return push(parent->app, parent, class, arg, returned);
}

void screen_result(Screen *screen, gpointer result, GDestroyNotify free_result)
{
    ScreenLink *link = screen->link;
    if (link->result && link->result_free) {
        link->result_free(link->result);
    }
    link->result = result;
    link->result_free = free_result;
}

void screen_keep(Screen *screen, gpointer data, GDestroyNotify free_data)
{
    ScreenLink *link = screen->link;
    if (link->kept && link->kept_free) {
        link->kept_free(link->kept);
    }
    link->kept = data;
    link->kept_free = free_data;
}

gpointer screen_kept(const Screen *screen)
{
    return screen->link->kept;
}

Outcome screen_leave(Screen *screen)
{
    (void)screen;
    return OUTCOME_CLOSE;
}

Outcome screen_done(Screen *screen)
{
    screen_result(screen, screen, NULL);
    return OUTCOME_CLOSE;
}

/* Takes the top screen off. IS_DONE: it closes itself, saved or left. */
static void pop(App *app, bool is_done)
{
    Screen *screen = g_ptr_array_steal_index(app->stack, app->stack->len - 1);
    app_draft_close(screen, is_done);
    screen->link->is_closed = true;
    app_forget_loads(screen);
    app_forget_jobs(screen);
    if (app->waiting.screen == screen) {
        app->waiting.screen = NULL;
    }
    g_ptr_array_add(app->closed, screen);
}

/* Takes SCREEN and all above it off the stack and gives the parent the answer. */
static void close_screen(Screen *screen)
{
    App *app = screen->app;
    if (screen->link->is_closed) {
        return;
    }
    while (!screen->link->is_closed) {
        pop(app, app_top(app) == screen);
    }
    Screen *parent = screen->link->parent;
    if (parent && !parent->link->is_closed && screen->link->returned) {
        app_obey(parent, screen->link->returned(parent, screen->link->result));
    }
    app_load_visible(app);
    app_touch(app);
    if (app->stack->len == 0) {
        app_end_loop(app, APP_ENDED_BY_PERSON);
    }
}

/* Whether nothing is lost and nobody is disturbed when SCREEN closes by itself. */
static bool may_close(const Screen *screen)
{
    bool is_unsaved = screen->class->unsaved && screen->class->unsaved(screen);
    return screen->link->jobs->len == 0 && (!is_unsaved || app_draft_is_kept(screen));
}

void app_home(App *app)
{
    app_begin(app);
    app_save_drafts(app);
    app->is_going_home = app_draft_is_busy(app);
    while (app->stack->len > 1 && may_close(app_top(app))) {
        pop(app, false);
    }
    /* It was not told how the screens above ended. */
    Screen *top = app_top(app);
    if (top && app->stack->len == 1) {
        top->link->stale = top->class->load != NULL;
    }
    app_load_visible(app);
    app_touch(app);
    app_end(app);
}

void app_obey(Screen *screen, Outcome outcome)
{
    App *app = screen->app;
    if (screen->link->is_closed) {
        return;
    }
    if (outcome & (OUTCOME_REDRAW | OUTCOME_RELOAD)) {
        app_touch(app);
    }
    if (outcome & OUTCOME_RELOAD) {
        app_reload(screen);
    }
    if (outcome & OUTCOME_AS_ENTER) {
        app_obey(screen, app_run_key(screen, K_ENTER));
    }
    if (outcome & OUTCOME_CLOSE) {
        close_screen(screen);
    }
    if (outcome & OUTCOME_QUIT) {
        app_ask_to_quit(app);
    }
}

void app_tell(Screen *screen, const GError *error)
{
    dialog_message(screen, NULL, error->message);
}
