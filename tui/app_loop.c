/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What wakes the program: the terminal, signals, the minute, and another process that changes the
 * shop. Nothing polls. */
#include "tui/app_private.h"

#include "tui/signals.h"

#include <glib-unix.h>
#include <malloc.h>
#include <signal.h>

#define MINUTE_MS 60000
/* After so many minutes without a key nobody is waiting for anything. */
#define QUIET_MINUTES 5
/* How long to wait for further changes of the file before loading anew. */
#define WATCH_PAUSE_MS 150

void app_end_loop(App *app, AppEnd end)
{
    if (!app->is_ending) {
        app->is_ending = true;
        app->end = end;
    }
    if (app->loop) {
        g_main_loop_quit(app->loop);
    }
}

static void take_event(const Event *event, gpointer data)
{
    app_feed(data, event);
}

static gboolean patience_over(gpointer data)
{
    App *app = data;
    app->patience_id = 0;
    terminal_flush(app->terminal, take_event, app);
    return G_SOURCE_REMOVE;
}

static gboolean keys_ready(gint descriptor, GIOCondition condition, gpointer data)
{
    (void)descriptor;
    App *app = data;
    g_clear_handle_id(&app->patience_id, g_source_remove);
    bool is_there = terminal_read(app->terminal, take_event, app);
    if (!is_there || (condition & (G_IO_HUP | G_IO_ERR | G_IO_NVAL))) {
        app_end_loop(app, APP_ENDED_BY_TERMINAL);
        return G_SOURCE_CONTINUE;
    }
    unsigned patience = terminal_patience(app->terminal);
    if (patience > 0) {
        app->patience_id = g_timeout_add(patience, patience_over, app);
    }
    return G_SOURCE_CONTINUE;
}

static void end_asked(gpointer data)
{
    App *app = data;
    worker_cancel_all(app->worker);
    app_end_loop(app, APP_ENDED_BY_SIGNAL);
}

static void window_changed(gpointer data)
{
    App *app = data;
    if (terminal_measure(app->terminal)) {
        app_resized(app);
    } else {
        /* There and back again before anybody looked: what was cut off is gone from the window. */
        terminal_repaint(app->terminal);
        app_touch(app);
    }
}

/* kill -CONT: also after kill -STOP, which nobody can catch. */
static void goes_on(gpointer data)
{
    App *app = data;
    terminal_return(app->terminal);
    app_touch(app);
}

/* kill -TSTP: the terminal is given back before the program stops. */
static void stop_asked(gpointer data)
{
    terminal_leave(((App *)data)->terminal);
    raise(SIGSTOP);
    goes_on(data);
}

static gboolean minute_over(gpointer data);

/* Sets the clock to strike when the next minute begins. */
static void wind_clock(App *app)
{
    g_autoptr(GDateTime) now = app_now(app);
    int into_minute = g_date_time_get_second(now) * 1000 + g_date_time_get_microsecond(now) / 1000;
    app->clock_id =
        g_timeout_add((guint)CLAMP(MINUTE_MS - into_minute, 1, MINUTE_MS), minute_over, app);
}

/* Notes the day. Whether it is another one than before; never the first time. */
static bool note_day(App *app)
{
    g_autoptr(GDateTime) now = app_now(app);
    int before = app->day_of_year;
    app->day_of_year = g_date_time_get_day_of_year(now);
    return before != 0 && before != app->day_of_year;
}

void app_strike(App *app)
{
    app_begin(app);
    if (note_day(app)) {
        app_refresh(app);
        app_follow(app);
    }
    /* The first of these minutes had begun when the last key came: it does not count. What kept
     * the home screen away may be gone a minute later. */
    app->strikes_without_key++;
    if (app->idle_minutes > 0 && app->strikes_without_key > app->idle_minutes &&
        app->stack->len > 1) {
        app_home(app);
    }
    /* What a single large moment took goes back to the system. */
    if (app->strikes_without_key == QUIET_MINUTES) {
        malloc_trim(0);
    }
    if (app->minute != NULL) {
        app->minute(app->minute_data);
    }
    app_touch(app);
    app_end(app);
}

void app_on_minute(App *app, void (*minute)(gpointer data), gpointer data)
{
    app->minute = minute;
    app->minute_data = data;
}

static gboolean minute_over(gpointer data)
{
    App *app = data;
    wind_clock(app);
    app_strike(app);
    return G_SOURCE_REMOVE;
}

void app_set_idle(App *app, unsigned minutes)
{
    app->idle_minutes = minutes;
}

static void refresh(App *app)
{
    app_begin(app);
    app_refresh(app);
    app_end(app);
}

/* What the worker is to ask, and of which shop. */
typedef struct {
    App *app;
    Shop *shop;
    char *(*state)(Shop *shop);
} StateAsk;

static gpointer read_state(Shop *shop, gpointer ask, Work *work, GError **error)
{
    (void)work;
    (void)error;
    const StateAsk *asked = ask;
    /* Another one may have taken its place meanwhile. */
    return shop != NULL && shop == asked->shop ? asked->state(shop) : NULL;
}

/* Where the state cannot be read, loading anew tells why. */
static void state_read(Work *work, gpointer state, GError *error, gpointer ask)
{
    (void)work;
    const StateAsk *asked = ask;
    App *app = asked->app;
    g_clear_error(&error);
    if (state != NULL) {
        app_line_has_answered(app);
    }
    bool is_watched = asked->shop == app->shop && app->watched_state != NULL;
    bool is_news = is_watched && (state == NULL || g_strcmp0(state, app->seen_state) != 0);
    if (is_watched && state != NULL) {
        g_free(app->seen_state);
        app->seen_state = g_steal_pointer(&state);
    }
    g_free(state);
    if (is_news) {
        refresh(app);
    }
}

static void clean_ask(gpointer ask, gpointer same)
{
    (void)same;
    g_free(ask);
}

void app_ask_state(App *app)
{
    if (app->watched_state == NULL) {
        return;
    }
    StateAsk *ask = g_new(StateAsk, 1);
    *ask = (StateAsk){.app = app, .shop = app->shop, .state = app->watched_state};
    const WorkOrder order = {.run = read_state,
                             .arg = ask,
                             .finished = state_read,
                             .clean = clean_ask,
                             .result_free = g_free,
                             .data = ask};
    app_give(app, &order);
}

static gboolean watch_over(gpointer data)
{
    App *app = data;
    app->watch_id = 0;
    if (app->watched_state != NULL) {
        app_ask_state(app);
    } else {
        refresh(app);
    }
    return G_SOURCE_REMOVE;
}

static void file_changed(gpointer data)
{
    App *app = data;
    if (app->watch_id == 0) {
        app->watch_id = g_timeout_add(WATCH_PAUSE_MS, watch_over, app);
    }
}

void app_watch_file(App *app, const char *path)
{
    app->watched_state = NULL;
    g_clear_handle_id(&app->watch_id, g_source_remove);
    g_clear_pointer(&app->file_watch, file_watch_free);
    g_clear_pointer(&app->listener, db_listener_free);
    if (path) {
        /* Where the system cannot watch, changes of others are seen with the next load. */
        app->file_watch = file_watch_new(path, file_changed, app);
    }
}

void app_watch_shop(App *app, const char *path, char *(*state)(Shop *shop))
{
    app_watch_file(app, path);
    app->watched_state = path != NULL ? state : NULL;
    g_clear_pointer(&app->seen_state, g_free);
}

void app_watch_server(App *app, const Db *db, char *(*state)(Shop *shop))
{
    app_watch_file(app, NULL);
    g_clear_pointer(&app->seen_state, g_free);
    app->watched_state = state;
    app->listener = db_listen(db, file_changed, app);
}

static void attach_sources(App *app)
{
    static const SignalDeed deeds[] = {
        {SIGTERM, end_asked},       {SIGINT, end_asked},   {SIGHUP, end_asked},
        {SIGWINCH, window_changed}, {SIGTSTP, stop_asked}, {SIGCONT, goes_on},
    };
    app->signals = signals_source(deeds, G_N_ELEMENTS(deeds), app);
    app->input_id = g_unix_fd_add(terminal_input(app->terminal), G_IO_IN | G_IO_HUP | G_IO_ERR,
                                  keys_ready, app);
    note_day(app);
    wind_clock(app);
}

void app_detach_sources(App *app)
{
    g_clear_pointer(&app->signals, app_end_source);
    /* The signal has its deadly meaning back: a window that closes during the end would cut it
     * short. */
    signal(SIGHUP, SIG_IGN);
    g_clear_handle_id(&app->clock_id, g_source_remove);
    g_clear_handle_id(&app->patience_id, g_source_remove);
    g_clear_handle_id(&app->input_id, g_source_remove);
}

AppEnd app_run(App *app)
{
    if (!app->is_ending) {
        app->loop = g_main_loop_new(NULL, FALSE);
        attach_sources(app);
        /* The window may have been changed since it was opened. */
        terminal_measure(app->terminal);
        app_touch(app);
        g_main_loop_run(app->loop);
        app_detach_sources(app);
        g_clear_pointer(&app->loop, g_main_loop_unref);
    }
    return app->end;
}
