/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading: a copy of the question goes to the worker, the model comes back and is swapped in. */
#include "tui/app_private.h"

#include "data/base/fault.h"
#include "tui/screens/dialogs.h"

/* A load on its way. */
typedef struct {
    Screen *screen;
    const ScreenClass *class;
    gpointer ask;
} Load;

static gpointer run_load(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Load *load = arg;
    return load->class->load(shop, load->ask, error);
}

static void clean_load(gpointer arg, gpointer data)
{
    (void)data;
    Load *load = arg;
    if (load->ask && load->class->ask_free) {
        load->class->ask_free(load->ask);
    }
    g_free(load);
}

static Outcome load_again(Screen *screen, gpointer again)
{
    screen->link->is_complaining = false;
    /* Without a model there is nothing to see: who does not try again goes back. */
    if (!again && !screen->model && screen->link->parent) {
        return OUTCOME_CLOSE;
    }
    return again ? OUTCOME_RELOAD : OUTCOME_HANDLED;
}

/* What there is to be done about the shop's damage takes the place of trying again. */
static Outcome load_damaged(Screen *screen, gpointer yes)
{
    screen->link->is_complaining = false;
    return yes != NULL ? app_show_damage(screen, yes) : load_again(screen, NULL);
}

static void complain(Screen *screen, const GError *error)
{
    screen->link->is_complaining = true;
    if (app_knows_damage(screen->app, error)) {
        app_ask_damage(screen, error, load_damaged);
    } else {
        dialog_retry(screen, error->message, load_again);
    }
}

static void swap_model(Screen *screen, gpointer model)
{
    gpointer old = screen->model;
    screen->model = model;
    if (screen->class->loaded) {
        screen->class->loaded(screen, old);
    }
    if (old && screen->class->model_free) {
        screen->class->model_free(old);
    }
    app_draft_offer(screen);
    app_touch(screen->app);
}

/* Whether SCREEN has seen to it itself that it could not be loaded. */
static bool load_failed(Screen *screen, const GError *error)
{
    Outcome outcome = screen->model && screen->class->load_failed
                          ? screen->class->load_failed(screen, error)
                          : OUTCOME_NONE;
    app_obey(screen, outcome);
    return outcome != OUTCOME_NONE;
}

/* Whether there is nothing to ask about ERROR: what cannot be loaded without the server is as soon
 * as it is there again, and until then the screen says so. */
static bool waits_for_line(const Screen *screen, const GError *error)
{
    App *app = screen->app;
    if (g_error_matches(error, FAULT, FAULT_LINE_DOWN)) {
        app_line_is_down(app);
    }
    return app_line_kind(app) == DB_LINE_DOWN && (g_error_matches(error, FAULT, FAULT_LINE_DOWN) ||
                                                  g_error_matches(error, FAULT, FAULT_BUSY) ||
                                                  g_error_matches(error, FAULT, FAULT_CANCELLED));
}

static void load_finished(Work *work, gpointer model, GError *error, gpointer data)
{
    Screen *screen = data;
    App *app = screen->app;
    app_begin(app);
    g_ptr_array_remove(screen->link->loads, work);
    bool is_latest = screen->link->loads->len == 0;
    if (model) {
        app_line_has_answered(app);
        app_line_stamp(screen);
        swap_model(screen, model);
    }
    bool is_awaited = is_latest && app->waiting.screen == screen;
    bool saves = error != NULL && is_awaited && app_save_waits(screen);
    if (is_latest) {
        app_release(screen, error == NULL);
    }
    /* A load that was overtaken need not complain: the later one will. */
    if (error && waits_for_line(screen, error)) {
        screen->link->stale = true;
        if (saves) {
            dialog_retry(screen, error->message, app_save_again);
        } else if (is_awaited) {
            app_say(app, AREA_WARNING, error->message);
        }
    } else if (error && is_latest && !screen->link->is_complaining && !load_failed(screen, error)) {
        complain(screen, error);
    }
    g_clear_error(&error);
    app_end(app);
}

void app_reload(Screen *screen)
{
    const ScreenClass *class = screen->class;
    ScreenLink *link = screen->link;
    if (!class->load || link->is_closed) {
        app_touch(screen->app);
        return;
    }
    for (guint i = link->loads->len; i > 0; i--) {
        Work *work = g_ptr_array_index(link->loads, i - 1);
        if (work_is_waiting(work)) {
            work_drop(work);
            g_ptr_array_remove_index(link->loads, i - 1);
        }
    }
    Load *load = g_new(Load, 1);
    *load = (Load){.screen = screen, .class = class, .ask = class->ask ? class->ask(screen) : NULL};
    const WorkOrder order = {
        .run = run_load,
        .arg = load,
        .finished = load_finished,
        .clean = clean_load,
        .result_free = class->model_free,
        .data = screen,
    };
    link->stale = false;
    g_ptr_array_add(link->loads, app_give(screen->app, &order));
}

void app_forget_loads(Screen *screen)
{
    GPtrArray *loads = screen->link->loads;
    for (guint i = 0; i < loads->len; i++) {
        work_drop(g_ptr_array_index(loads, i));
    }
    g_ptr_array_set_size(loads, 0);
}

bool screen_is_loading(const Screen *screen)
{
    return screen->link->loads->len > 0;
}

bool app_lacks_model(Screen *screen)
{
    if (screen->link->stale) {
        app_reload(screen);
    }
    return screen_is_loading(screen);
}

void app_load_visible(App *app)
{
    /* From the top down to the first screen that covers what is below. */
    for (guint i = app->stack->len; i > 0; i--) {
        Screen *screen = g_ptr_array_index(app->stack, i - 1);
        if (screen->link->stale) {
            app_reload(screen);
        }
        if (screen->class->place != SCREEN_DIALOG) {
            break;
        }
    }
}

void app_resized(App *app)
{
    app_touch(app);
    app_refresh(app);
}

void app_refresh(App *app)
{
    for (guint i = 0; i < app->stack->len; i++) {
        Screen *screen = g_ptr_array_index(app->stack, i);
        screen->link->stale = screen->class->load != NULL;
    }
    app_load_visible(app);
}
