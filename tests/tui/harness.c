/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The app on a terminal that nobody sees. */
#include "tests/tui/harness.h"

#include "tui/counter.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct Harness {
    FILE *in, *out;
    Terminal *terminal;
    char *folder; /* the counter's */
    Counter *counter;
    App *app;
    int day;     /* of November 2026 */
    int minute;  /* of that day */
    GMutex gate; /* locked while the worker is held up */
};

static GDateTime *now(gpointer harness)
{
    const Harness *self = harness;
    return g_date_time_new_local(2026, 11, self->day, self->minute / 60, self->minute % 60, 0);
}

static Harness *make(FILE *out, const char *type, int rows, int cols, Shop *shop)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    g_unsetenv("NO_COLOR");
    Harness *harness = g_new0(Harness, 1);
    harness->day = 21;
    harness->minute = 14 * 60 + 32;
    g_mutex_init(&harness->gate);
    harness->in = fopen("/dev/null", "r");
    harness->out = out;
    const TerminalSetup setup = {
        .in = harness->in, .out = harness->out, .type = type, .rows = rows, .cols = cols};
    g_autoptr(GError) error = NULL;
    harness->terminal = terminal_open(&setup, &error);
    if (!harness->terminal) {
        g_error("no terminal to test on: %s", error->message);
    }
    harness->folder = g_dir_make_tmp("tresen-test-XXXXXX", &error);
    if (!harness->folder) {
        g_error("no folder to test in: %s", error->message);
    }
    harness->counter = counter_new(harness->folder, harness->folder);
    const AppConfig config = {.terminal = harness->terminal,
                              .shop = shop,
                              .now = now,
                              .now_data = harness,
                              .data = harness->counter};
    harness->app = app_new(&config);
    app_set_header(harness->app, "Konditorei Emma", "Markt", "Lina B.");
    return harness;
}

Harness *harness_new_on(const char *type, int rows, int cols, Shop *shop)
{
    return make(fopen("/dev/null", "w"), type, rows, cols, shop);
}

Harness *harness_new(int rows, int cols, Shop *shop)
{
    return harness_new_to(fopen("/dev/null", "w"), rows, cols, shop);
}

Harness *harness_new_to(FILE *out, int rows, int cols, Shop *shop)
{
    Harness *harness = make(out, "xterm-256color", rows, cols, shop);
    g_autoptr(GError) error = NULL;
    if (shop && !counter_read(harness->counter, shop, &error)) {
        g_error("the shop cannot be read: %s", error->message);
    }
    return harness;
}

/* The counter's folder with what was kept there. */
static void remove_folder(const char *folder)
{
    GDir *files = g_dir_open(folder, 0, NULL);
    for (const char *name = files ? g_dir_read_name(files) : NULL; name;
         name = g_dir_read_name(files)) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_remove(path);
    }
    g_clear_pointer(&files, g_dir_close);
    g_rmdir(folder);
}

void harness_free(Harness *harness)
{
    if (harness) {
        app_free(harness->app);
        counter_free(harness->counter);
        remove_folder(harness->folder);
        g_free(harness->folder);
        terminal_close(harness->terminal);
        g_mutex_clear(&harness->gate);
        fclose(harness->in);
        fclose(harness->out);
        g_free(harness);
    }
}

App *harness_app(Harness *harness)
{
    return harness->app;
}

Screen *harness_open(Harness *harness, const ScreenClass *class, gconstpointer arg)
{
    Screen *top = app_top(harness->app);
    Screen *screen = top ? screen_push(top, class, arg, NULL) : app_open(harness->app, class, arg);
    harness_settle(harness);
    return screen;
}

void harness_settle(Harness *harness)
{
    /* Blocks only while the worker has something to tell, and ends as soon as it has told it. */
    do {
        while (!app_is_idle(harness->app)) {
            g_main_context_iteration(NULL, TRUE);
        }
        while (g_main_context_iteration(NULL, FALSE)) {
        }
    } while (!app_is_idle(harness->app));
}

/* Worker thread. */
static gpointer wait_at_gate(Shop *shop, gpointer gate, Work *work, GError **error)
{
    (void)shop, (void)work, (void)error;
    g_mutex_lock(gate);
    g_mutex_unlock(gate);
    return NULL;
}

void harness_hold(Harness *harness)
{
    g_mutex_lock(&harness->gate);
    const AppJob job = {
        .run = wait_at_gate, .arg = &harness->gate, .background = true, .reads_only = true};
    app_do(app_top(harness->app), &job);
}

void harness_go_on(Harness *harness)
{
    g_mutex_unlock(&harness->gate);
}

static void press_key(Harness *harness, Key key)
{
    const Event event = {.kind = EVENT_KEY, .key = key};
    app_feed(harness->app, &event);
}

void harness_press_fast(Harness *harness, const char *names)
{
    g_auto(GStrv) each = g_strsplit(names, " ", -1);
    for (gsize i = 0; each[i]; i++) {
        Key key = key_from_name(each[i]);
        if (key == K_NONE) {
            fail_msg("there is no key called \"%s\"", each[i]);
        }
        press_key(harness, key);
    }
}

void harness_press(Harness *harness, const char *names)
{
    harness_press_fast(harness, names);
    harness_settle(harness);
}

void harness_type_fast(Harness *harness, const char *text)
{
    for (; *text; text = g_utf8_find_next_char(text, NULL)) {
        press_key(harness, g_utf8_get_char(text));
    }
}

void harness_type(Harness *harness, const char *text)
{
    harness_type_fast(harness, text);
    harness_settle(harness);
}

void harness_paste(Harness *harness, const char *text)
{
    g_autofree char *copy = g_strdup(text);
    const Event event = {.kind = EVENT_PASTE, .text = copy};
    app_feed(harness->app, &event);
    harness_settle(harness);
}

void harness_click(Harness *harness, int row, int col)
{
    const Event event = {.kind = EVENT_CLICK, .row = row, .col = col};
    app_feed(harness->app, &event);
    harness_settle(harness);
}

void harness_wheel(Harness *harness, int row, int col, int steps)
{
    const Event event = {.kind = EVENT_WHEEL, .row = row, .col = col, .steps = steps};
    app_feed(harness->app, &event);
    harness_settle(harness);
}

void harness_resize(Harness *harness, int rows, int cols)
{
    terminal_resize(harness->terminal, rows, cols);
    app_resized(harness->app);
    harness_settle(harness);
}

void harness_strike(Harness *harness, int times)
{
    for (int i = 0; i < times; i++) {
        app_strike(harness->app);
        harness_settle(harness);
    }
}

void harness_set_day(Harness *harness, int day)
{
    harness->day = day;
}

void harness_set_time(Harness *harness, int hour, int minute)
{
    harness->minute = hour * 60 + minute;
}

char *harness_text(Harness *harness)
{
    app_draw(harness->app);
    return terminal_text(harness->terminal);
}

char *harness_line(Harness *harness, int row)
{
    g_autofree char *text = harness_text(harness);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    return g_strdup(row < (int)g_strv_length(lines) ? lines[row] : "");
}

bool harness_shows(Harness *harness, const char *text)
{
    g_autofree char *screen = harness_text(harness);
    return strstr(screen, text) != NULL;
}

void harness_expect(Harness *harness, const char *text)
{
    if (!harness_shows(harness, text)) {
        g_autofree char *screen = harness_text(harness);
        fail_msg("\"%s\" is not on the screen:\n%s", text, screen);
    }
}

/* Fails unless TEXT is what stands in tests/golden/NAME and the ending KIND. */
static void compare(const char *name, const char *kind, const char *text)
{
    const char *source = getenv("top_srcdir");
    g_autofree char *file =
        g_strdup_printf("%s/tests/golden/%s.%s", source ? source : ".", name, kind);
    g_autoptr(GError) error = NULL;
    const char *mode = getenv("TRESEN_GOLDEN");
    if (mode && strcmp(mode, "write") == 0) {
        if (!g_file_set_contents(file, text, -1, &error)) {
            fail_msg("%s", error->message);
        }
        return;
    }
    g_autofree char *expected = NULL;
    if (!g_file_get_contents(file, &expected, NULL, &error)) {
        fail_msg("%s (TRESEN_GOLDEN=write makes it)", error->message);
    }
    if (strcmp(text, expected) != 0) {
        fail_msg("the screen is not as in %s:\n%s", file, text);
    }
}

bool harness_cursor(Harness *harness, int *row, int *col)
{
    app_draw(harness->app);
    return terminal_cursor(harness->terminal, row, col);
}

void harness_golden(Harness *harness, const char *name)
{
    g_autofree char *screen = harness_text(harness);
    compare(name, "screen", screen);
}

void harness_picture(Harness *harness, const char *name)
{
    harness_golden(harness, name);
    g_autofree char *areas = terminal_areas(harness->terminal);
    compare(name, "areas", areas);
}
