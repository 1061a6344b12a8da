/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's life, its header and message line, and the small questions about it. */
#include "tui/app_private.h"

#include "data/base/i18n.h"
#include "tui/globals.h"

/* So long the first picture may wait for what is to be in it, and so long every other one: half of
 * what a screen shows a picture for, less than anybody sees. */
#define FIRST_PICTURE_US (50 * 1000)
#define PICTURE_US (8 * 1000)

/* A picture just before the one with what was asked for would only cost time. */
static bool is_more_on_its_way(App *app)
{
    const Screen *top = app_top(app);
    return top && screen_is_loading(top) && g_get_monotonic_time() < app->draw_at_latest;
}

static gboolean draw_due(gpointer data)
{
    App *app = data;
    bool has_to_wait = is_more_on_its_way(app);
    g_source_set_ready_time(app->draw_source, has_to_wait ? app->draw_at_latest : -1);
    if (!has_to_wait) {
        app_draw(app);
    }
    return G_SOURCE_CONTINUE;
}

static gboolean notice_due(gpointer data)
{
    App *app = data;
    g_source_set_ready_time(app->notice_source, -1);
    g_mutex_lock(&app->notice_lock);
    g_free(app->notice);
    app->notice = g_strdup(app->notice_posted);
    g_mutex_unlock(&app->notice_lock);
    app_touch(app);
    return G_SOURCE_CONTINUE;
}

static gboolean dispatch_ready(GSource *source, GSourceFunc callback, gpointer data)
{
    (void)source;
    return callback(data);
}

static GSourceFuncs ready_funcs = {.dispatch = dispatch_ready};

GSource *app_ready_source(App *app, GSourceFunc callback, int priority, const char *name)
{
    GSource *source = g_source_new(&ready_funcs, sizeof(GSource));
    g_source_set_callback(source, callback, app, NULL);
    g_source_set_priority(source, priority);
    g_source_set_name(source, name);
    g_source_attach(source, g_main_context_get_thread_default());
    return source;
}

void app_end_source(gpointer data)
{
    GSource *source = data;
    g_source_destroy(source);
    g_source_unref(source);
}

App *app_new(const AppConfig *config)
{
    App *app = g_new0(App, 1);
    app->shop = config->shop;
    app->now = config->now;
    app->now_data = config->now_data;
    app->data = config->data;
    app->stack = g_ptr_array_new();
    app->closed = g_ptr_array_new();
    app->bar = key_bar_new();
    app->keymap = keymap_new();
    g_queue_init(&app->held);
    g_mutex_init(&app->notice_lock);
    app->worker = worker_new(config->shop);
    app_line_new(app);
    /* Drawing comes after everything else that is there to do. */
    app->draw_source = app_ready_source(app, draw_due, G_PRIORITY_DEFAULT_IDLE, "draw");
    app->notice_source = app_ready_source(app, notice_due, G_PRIORITY_DEFAULT, "notice");
    if (config->terminal) {
        app_take_terminal(app, config->terminal);
        g_autoptr(Theme) theme = theme_builtin(app_usual_theme(app));
        terminal_set_theme(app->terminal, theme);
    }
    return app;
}

void app_take_terminal(App *app, Terminal *terminal)
{
    app->terminal = terminal;
    app->draw_at_latest = g_get_monotonic_time() + FIRST_PICTURE_US;
}

void app_free(App *app)
{
    if (!app) {
        return;
    }
    app_detach_sources(app);
    app_watch_file(app, NULL);
    g_clear_handle_id(&app->draft_id, g_source_remove);
    app->is_ending = true;
    app->waiting.screen = NULL;
    while (app->stack->len > 0) {
        Screen *top = g_ptr_array_steal_index(app->stack, app->stack->len - 1);
        app_draft_close(top, false);
        top->link->is_closed = true;
        app_forget_loads(top);
        app_forget_jobs(top);
        g_ptr_array_add(app->closed, top);
    }
    app_sweep(app);
    worker_free(app->worker);
    app_keep_drafts(app, NULL);
    app_line_free(app);
    app_end_source(app->draw_source);
    app_end_source(app->notice_source);
    g_queue_clear_full(&app->held, (GDestroyNotify)event_free);
    g_ptr_array_unref(app->stack);
    g_ptr_array_unref(app->closed);
    key_bar_free(app->bar);
    keymap_free(app->keymap);
    g_mutex_clear(&app->notice_lock);
    g_free(app->notice);
    g_free(app->notice_posted);
    g_free(app->damage_text);
    g_free(app->mark);
    g_free(app->refusal);
    g_free(app->shop_name);
    g_free(app->branch);
    g_free(app->clerk);
    g_free(app->message);
    g_free(app->message_about);
    g_free(app->seen_state);
    g_free(app);
}

void app_begin(App *app)
{
    app->depth++;
}

void app_end(App *app)
{
    if (app->depth == 1) {
        app_pump(app);
        app_sweep(app);
    }
    app->depth--;
}

void app_touch(App *app)
{
    if (g_source_get_ready_time(app->draw_source) < 0) {
        app->draw_at_latest = MAX(app->draw_at_latest, g_get_monotonic_time() + PICTURE_US);
    }
    g_source_set_ready_time(app->draw_source, 0);
}

gpointer app_data(App *app)
{
    return app->data;
}

GDateTime *app_now(App *app)
{
    return app->now(app->now_data);
}

Shop *app_shop(App *app)
{
    return app->shop;
}

void app_set_shop(App *app, Shop *shop)
{
    app->shop = shop;
    worker_set_shop(app->worker, shop);
}

/* Replaces the copy at *PLACE. */
static void keep(char **place, const char *text)
{
    char *copy = text && *text ? g_strdup(text) : NULL;
    g_free(*place);
    *place = copy;
}

void app_set_header(App *app, const char *shop, const char *branch, const char *clerk)
{
    keep(&app->shop_name, shop);
    keep(&app->branch, branch);
    keep(&app->clerk, clerk);
    app_touch(app);
}

void app_set_mark(App *app, const char *mark)
{
    keep(&app->mark, mark);
    app_touch(app);
}

void app_set_refusal(App *app, const char *text)
{
    keep(&app->refusal, text);
}

const Keymap *app_keymap(const App *app)
{
    return app->keymap;
}

void app_set_keymap(App *app, Keymap *keymap)
{
    keymap_free(app->keymap);
    app->keymap = keymap;
    app_touch(app);
}

const char *app_keys(const Screen *screen, const Action *action)
{
    return keymap_keys(screen->app->keymap, global_has(action) ? NULL : screen->class, action);
}

char *app_key_label(const Screen *screen, const Action *action)
{
    Key key = K_NONE;
    return keys_from_names(app_keys(screen, action), &key, 1) > 0 ? key_label(key) : g_strdup("");
}

void app_copy(App *app, const char *text)
{
    if (app->terminal) {
        terminal_copy(app->terminal, text);
    }
}

void app_set_discreet(App *app, bool discreet)
{
    app->is_discreet = discreet;
    terminal_set_discreet(app->terminal, discreet);
    app_touch(app);
}

bool app_is_discreet(const App *app)
{
    return app->is_discreet;
}

void app_repaint(App *app)
{
    terminal_repaint(app->terminal);
    app_touch(app);
}

void app_set_theme(App *app, const Theme *theme)
{
    terminal_set_theme(app->terminal, theme);
    app_touch(app);
}

void app_set_ascii(App *app, bool ascii)
{
    terminal_set_ascii(app->terminal, ascii);
    app_touch(app);
}

const char *app_usual_theme(const App *app)
{
    return terminal_usual_theme(app->terminal);
}

bool app_has_colours(const App *app)
{
    return terminal_has_colours(app->terminal);
}

void app_say(App *app, Area area, const char *text)
{
    app_say_about(app, area, text, NULL);
}

void app_say_about(App *app, Area area, const char *text, const char *about)
{
    keep(&app->message, text);
    keep(&app->message_about, about);
    app->message_area = area;
    app_touch(app);
}

void app_notice(App *app, const char *text)
{
    g_mutex_lock(&app->notice_lock);
    keep(&app->notice_posted, text);
    g_mutex_unlock(&app->notice_lock);
    g_source_set_ready_time(app->notice_source, 0);
}

void app_ring(App *app, const char *title)
{
    app->rings++;
    terminal_bell(app->terminal);
    if (title != NULL) {
        app->is_ringing = true;
        terminal_set_title(app->terminal, title);
    }
}

unsigned app_rings(const App *app)
{
    return app->rings;
}

Screen *app_lowest(const App *app)
{
    return app->stack->len > 0 ? g_ptr_array_index(app->stack, 0) : NULL;
}

Screen *app_top(App *app)
{
    return app->stack->len > 0 ? g_ptr_array_index(app->stack, app->stack->len - 1) : NULL;
}

bool app_is_idle(App *app)
{
    return worker_is_idle(app->worker) && g_queue_is_empty(&app->held) && !app->waiting.screen &&
           g_source_get_ready_time(app->draw_source) < 0;
}
