/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program does while the line to the shop is slow or down, or a copy of the server
 * answers: it looks at the clock itself, says what it knows, and asks again. */
#include "tui/app_private.h"

#include "data/base/instant.h"
#include "tui/linewords.h"

enum {
    LOOK_US = G_USEC_PER_SEC, /* from then on an order takes long */
    AGAIN_MS = 5000           /* between two questions while the line does not stand */
};

/* A shop whose line is followed. What it tells after another one took its place counts no more. */
typedef struct {
    App *app;
    Db *db;
    gint is_over; /* atomic */
} Followed;

struct LineWatch {
    Db *db; /* the one that is followed; NULL: none */
    bool is_server;
    GPtrArray *followed; /* Followed; the last one counts */
    GSource *look;       /* ready when the order that runs may have taken long */
    GSource *news;
    GMutex lock; /* of the posted ones */
    DbLine posted;
    bool has_posted, posted_read_only;
    guint posted_silence;
    gint gives_up; /* atomic: the person does not want to wait any more */

    DbLine line;
    guint silence, slow; /* seconds: told by the shop's thread, and seen from here */
    guint again_id;      /* runs while the line does not stand */
    bool asked_to_quit;
    void (*changed)(App *app, bool read_only);
};

/* ---- what is known ---- */

static guint seconds_of(const App *app)
{
    return MAX(app->line->silence, app->line->slow);
}

DbLineKind app_line_kind(const App *app)
{
    return app->line->line.kind;
}

bool app_reads_copy(const App *app)
{
    return app_line_kind(app) == DB_LINE_STANDBY;
}

static bool is_slow(const App *app)
{
    return seconds_of(app) > 0;
}

bool app_is_held(const App *app)
{
    return app->waiting.screen || app->foreground_jobs > 0;
}

void app_line_stamp(const Screen *screen)
{
    const App *app = screen->app;
    if (app->line->line.kind == DB_LINE_STANDBY) {
        g_strlcpy(screen->link->as_of, app->line->line.as_of, sizeof screen->link->as_of);
    } else {
        g_autoptr(GDateTime) now = app->now(app->now_data);
        instant_write(now, screen->link->as_of);
    }
}

char *app_line_words(const App *app, const Screen *shown)
{
    const LineWatch *watch = app->line;
    g_autoptr(GDateTime) now = app->now(app->now_data);
    const LineState state = {
        .kind = watch->line.kind,
        .is_server = watch->is_server,
        .is_held = app_is_held(app),
        .is_told = watch->silence > 0,
        .seconds = seconds_of(app),
        .as_of = watch->line.kind == DB_LINE_STANDBY ? watch->line.as_of
                 : shown->model != NULL              ? shown->link->as_of
                                                     : "",
    };
    return line_words(&state, now);
}

/* ---- asking again ---- */

static gboolean ask_again(gpointer data)
{
    App *app = data;
    if (worker_is_idle(app->worker)) {
        app_ask_state(app);
    }
    return G_SOURCE_CONTINUE;
}

/* Everything that failed meanwhile is done again, or offered. */
static void come_back(App *app)
{
    app_jobs_line_is_back(app);
    app_refresh(app);
    app_follow(app);
    app_draft_watch(app);
    app_say(app, AREA_GOOD, line_words_back());
}

static void put_line(App *app, const DbLine *line, bool read_only)
{
    LineWatch *watch = app->line;
    DbLineKind before = watch->line.kind;
    watch->line = *line;
    if (line->kind == DB_LINE_UP) {
        g_clear_handle_id(&watch->again_id, g_source_remove);
    } else if (watch->again_id == 0) {
        watch->again_id = g_timeout_add(AGAIN_MS, ask_again, app);
    }
    if (line->kind != DB_LINE_DOWN && watch->changed != NULL) {
        watch->changed(app, read_only);
    }
    if (line->kind == DB_LINE_UP && before != DB_LINE_UP) {
        come_back(app);
    } else if (line->kind == DB_LINE_STANDBY && before != DB_LINE_STANDBY) {
        app_refresh(app);
    }
    app_touch(app);
}

void app_line_is_down(App *app)
{
    if (app->line->is_server && app->line->line.kind == DB_LINE_UP) {
        put_line(app, &(DbLine){.kind = DB_LINE_DOWN}, false);
    }
}

void app_line_has_answered(App *app)
{
    LineWatch *watch = app->line;
    if (watch->slow > 0) {
        g_source_set_ready_time(watch->look, 0);
    }
    if (watch->line.kind == DB_LINE_DOWN) {
        put_line(app, &(DbLine){.kind = DB_LINE_UP}, false);
    }
}

/* ---- what the shop's thread tells ---- */

static gboolean news_due(gpointer data)
{
    App *app = data;
    LineWatch *watch = app->line;
    g_source_set_ready_time(watch->news, -1);
    g_mutex_lock(&watch->lock);
    bool has_line = watch->has_posted, read_only = watch->posted_read_only;
    DbLine line = watch->posted;
    watch->silence = watch->posted_silence;
    watch->has_posted = false;
    g_mutex_unlock(&watch->lock);
    app_begin(app);
    if (has_line) {
        put_line(app, &line, read_only);
    }
    app_touch(app);
    app_end(app);
    return G_SOURCE_CONTINUE;
}

/* Worker thread. */
static void tell_line(const DbLine *line, gpointer data)
{
    Followed *followed = data;
    LineWatch *watch = followed->app->line;
    if (g_atomic_int_get(&followed->is_over) == 0) {
        g_mutex_lock(&watch->lock);
        watch->posted = *line;
        watch->posted_read_only = db_is_read_only(followed->db);
        watch->has_posted = true;
        g_mutex_unlock(&watch->lock);
        g_source_set_ready_time(watch->news, 0);
    }
}

/* Worker thread: a DbWaiting. */
static bool tell_silence(guint seconds, gpointer data)
{
    Followed *followed = data;
    LineWatch *watch = followed->app->line;
    if (g_atomic_int_get(&followed->is_over) == 0) {
        g_mutex_lock(&watch->lock);
        watch->posted_silence = seconds;
        g_mutex_unlock(&watch->lock);
        g_source_set_ready_time(watch->news, 0);
    }
    return g_atomic_int_get(&watch->gives_up) == 0;
}

void app_follow_line(App *app, Db *db, void (*changed)(App *app, bool read_only))
{
    LineWatch *watch = app->line;
    g_clear_handle_id(&watch->again_id, g_source_remove);
    for (guint i = 0; i < watch->followed->len; i++) {
        g_atomic_int_set(&((Followed *)g_ptr_array_index(watch->followed, i))->is_over, 1);
    }
    watch->db = db;
    watch->is_server = db != NULL && db_engine(db) == DB_POSTGRESQL;
    watch->changed = changed;
    watch->line = (DbLine){.kind = DB_LINE_UP};
    watch->silence = 0;
    g_mutex_lock(&watch->lock);
    watch->has_posted = false;
    watch->posted_silence = 0;
    g_mutex_unlock(&watch->lock);
    if (db == NULL) {
        return;
    }
    Followed *followed = g_new0(Followed, 1);
    *followed = (Followed){.app = app, .db = db};
    g_ptr_array_add(watch->followed, followed);
    db_set_waiting(db, tell_silence, followed);
    db_set_line_told(db, tell_line, followed);
    const DbLine line = db_line(db);
    if (line.kind != DB_LINE_UP) {
        put_line(app, &line, db_is_read_only(db));
    }
}

/* ---- the clock ---- */

/* The shop's thread may hang where it can tell nobody: looking up a name, reading a disk. */
static gboolean look_due(gpointer data)
{
    App *app = data;
    LineWatch *watch = app->line;
    gint64 now = g_get_monotonic_time(), since = worker_busy_since(app->worker);
    guint before = watch->slow;
    watch->slow = since > 0 ? (guint)((now - since) / LOOK_US) : 0;
    gint64 next = since > 0 ? since + (watch->slow + 1) * LOOK_US : now + LOOK_US;
    g_source_set_ready_time(watch->look, worker_is_idle(app->worker) ? -1 : next);
    if (watch->slow == 0 && !is_slow(app)) {
        watch->asked_to_quit = false;
    }
    if (watch->slow != before) {
        app_touch(app);
    }
    return G_SOURCE_CONTINUE;
}

Work *app_give(App *app, const WorkOrder *order)
{
    if (g_source_get_ready_time(app->line->look) < 0) {
        g_source_set_ready_time(app->line->look, g_get_monotonic_time() + LOOK_US);
    }
    return worker_add(app->worker, order);
}

/* ---- keys meanwhile ---- */

bool app_line_gives_up(App *app)
{
    return g_atomic_int_get(&app->line->gives_up) != 0;
}

void app_line_job_ended(App *app)
{
    g_atomic_int_set(&app->line->gives_up, 0);
    app->line->asked_to_quit = false;
}

/* Nothing that is on its way is waited for any longer than it has to. */
static void stop_all(App *app)
{
    LineWatch *watch = app->line;
    g_atomic_int_set(&watch->gives_up, 1);
    worker_cancel_all(app->worker);
    if (watch->db != NULL) {
        db_interrupt(watch->db);
    }
}

static void give_up(App *app)
{
    app->waiting.screen = NULL;
    g_queue_clear_full(&app->held, (GDestroyNotify)event_free);
    if (app->foreground_jobs > 0) {
        stop_all(app);
        app_say(app, AREA_MESSAGE, line_words_stopping());
    } else {
        app_say(app, AREA_MESSAGE, NULL);
    }
}

bool app_line_answers(App *app, const Event *event)
{
    if (!app_is_held(app) || !is_slow(app)) {
        return false;
    }
    bool is_key = event->kind == EVENT_KEY;
    if (is_key && event->key == K_ESC) {
        give_up(app);
    } else if (is_key && app_is_quit_key(app, event->key)) {
        if (app->line->asked_to_quit) {
            stop_all(app);
            app_end_loop(app, APP_ENDED_BY_PERSON);
        }
        app->line->asked_to_quit = true;
        app_say(app, AREA_WARNING, line_words_quit());
    } else {
        app_say(app, AREA_MESSAGE, line_words_not_now());
    }
    return true;
}

/* ---- life ---- */

static gboolean time_is_up(gpointer is_up)
{
    *(bool *)is_up = true;
    return G_SOURCE_REMOVE;
}

bool app_wind_up(App *app, guint seconds, bool *is_lost)
{
    bool is_up = false;
    *is_lost = app->foreground_jobs > 0 || app->background_jobs > 0 || app_draft_is_busy(app);
    if (!app->line->is_server || worker_is_idle(app->worker)) {
        return true;
    }
    if (!*is_lost) {
        stop_all(app);
    }
    guint id = g_timeout_add_seconds(*is_lost ? seconds : 1, time_is_up, &is_up);
    while (!is_up && !worker_is_idle(app->worker)) {
        g_main_context_iteration(NULL, TRUE);
    }
    if (!is_up) {
        g_source_remove(id);
    }
    return !is_up;
}

void app_line_new(App *app)
{
    LineWatch *watch = app->line = g_new0(LineWatch, 1);
    watch->followed = g_ptr_array_new_with_free_func(g_free);
    g_mutex_init(&watch->lock);
    watch->look = app_ready_source(app, look_due, G_PRIORITY_DEFAULT, "look");
    /* Before what comes of the request that found it out. */
    watch->news = app_ready_source(app, news_due, G_PRIORITY_HIGH, "line");
}

void app_line_free(App *app)
{
    LineWatch *watch = app->line;
    g_clear_handle_id(&watch->again_id, g_source_remove);
    app_end_source(watch->look);
    app_end_source(watch->news);
    g_ptr_array_unref(watch->followed);
    g_mutex_clear(&watch->lock);
    g_free(watch);
}
