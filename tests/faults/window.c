/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program in a window. */
#include "tests/faults/window.h"

#include "tests/data/fixture.h"
#include "tests/data/place.h"
#include "tests/faults/program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

enum { ROWS = 24, COLS = 80, PIECE = 1024 };

static const char list[] = "Nr;Vorname;Nachname\n7;Anna;Klein\n311;Jürgen;Müller\n"
                           "1042;Hilde;Wagner\n";

void sandbox_set(Sandbox *sandbox, const char *name, const char *value)
{
    sandbox->environment = value != NULL ? g_environ_setenv(sandbox->environment, name, value, TRUE)
                                         : g_environ_unsetenv(sandbox->environment, name);
}

char *sandbox_run(const Sandbox *sandbox, const char *const *words, int *status)
{
    g_autoptr(GPtrArray) line = g_ptr_array_new();
    g_autofree char *path = program_path();
    g_autofree char *out = NULL, *err = NULL;
    g_autoptr(GError) error = NULL;
    g_ptr_array_add(line, path);
    for (; words != NULL && *words != NULL; words++) {
        g_ptr_array_add(line, (gpointer)(guintptr)*words);
    }
    g_ptr_array_add(line, NULL);
    bool done = g_spawn_sync(sandbox->folder, (char **)line->pdata, sandbox->environment,
                             G_SPAWN_DEFAULT, NULL, NULL, &out, &err, status, &error);
    expect_done(done, error);
    return g_strconcat(out, err, NULL);
}

Sandbox *sandbox_new(void)
{
    Sandbox *sandbox = g_new0(Sandbox, 1);
    sandbox->folder = fixture_folder();
    sandbox->environment = program_environ(sandbox->folder);
    sandbox->shop =
        g_build_filename(sandbox->folder, "XDG_DATA_HOME", "tresen", "shop.tresen", NULL);
    int status = 0;
    g_autofree char *path = g_build_filename(sandbox->folder, "list.csv", NULL);
    g_autoptr(GError) error = NULL;
    expect_done(g_file_set_contents(path, list, -1, &error), error);
    g_autofree char *said =
        sandbox_run(sandbox, (const char *const[]){"import", "list.csv", NULL}, &status);
    if (status != 0) {
        fail_msg("there is no shop to begin with: %s", said);
    }
    return sandbox;
}

void sandbox_free(Sandbox *sandbox)
{
    if (sandbox != NULL) {
        g_clear_pointer(&sandbox->plan, failing_plan_free);
        fixture_remove_folder(sandbox->folder);
        g_strfreev(sandbox->environment);
        g_free(sandbox->shop);
        g_free(sandbox);
    }
}

void sandbox_preload(Sandbox *sandbox)
{
    g_autofree char *path = g_build_filename(sandbox->folder, "plan", NULL);
    sandbox->environment = failing_environ(sandbox->environment, path);
    sandbox->plan = failing_plan_open(path);
    failing_plan_begin(sandbox->plan, sandbox->folder);
}

typedef struct {
    const char *text;
    bool is_there;
} Sought;

static void seek_in(const char *path, gpointer data)
{
    Sought *sought = data;
    g_autofree char *content = NULL;
    gsize length = 0;
    if (g_file_get_contents(path, &content, &length, NULL) &&
        memmem(content, length, sought->text, strlen(sought->text)) != NULL) {
        sought->is_there = true;
    }
}

bool sandbox_holds(const Sandbox *sandbox, const char *text)
{
    Sought sought = {.text = text};
    place_each_file(sandbox->folder, seek_in, &sought);
    return sought.is_there;
}

/* In the child: becomes the program. */
static void become(const Sandbox *sandbox, const WindowPlan *plan, const char *path, int line)
{
    const char *words[16] = {path};
    for (guint i = 0; plan->words != NULL && plan->words[i] != NULL && i < 14; i++) {
        words[i + 1] = plan->words[i];
    }
    /* No core file of an end that was asked for. */
    const struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    for (int number = 1; number < 32; number++) {
        signal(number, SIG_DFL);
    }
    if (plan->ignores_hangup) {
        signal(SIGHUP, SIG_IGN);
    }
    if (login_tty(line) != 0 || chdir(sandbox->folder) != 0) {
        _exit(98);
    }
    execve(path, (char *const *)(guintptr)words, sandbox->environment);
    _exit(99);
}

static void start(Window *window, const Sandbox *sandbox, const WindowPlan *plan)
{
    static const WindowPlan nothing;
    g_autofree char *path = program_path();
    window->program = fork();
    if (window->program == 0) {
        close(window->keyboard);
        become(sandbox, plan != NULL ? plan : &nothing, path, window->line);
    }
}

void window_restart(Window *window, const Sandbox *sandbox, const WindowPlan *plan)
{
    close(window->line);
    window->line = open(ptsname(window->keyboard), O_RDWR | O_NOCTTY | O_CLOEXEC);
    assert_true(window->line >= 0);
    start(window, sandbox, plan);
}

Window *window_new(const Sandbox *sandbox, const WindowPlan *plan)
{
    const struct winsize size = {.ws_row = ROWS, .ws_col = COLS};
    Window *window = g_new0(Window, 1);
    window->seen = g_string_new(NULL);
    window->term = strict_term_new(ROWS, COLS);
    assert_int_equal(openpty(&window->keyboard, &window->line, NULL, NULL, &size), 0);
    assert_int_equal(tcgetattr(window->keyboard, &window->modes), 0);
    start(window, sandbox, plan);
    fcntl(window->keyboard, F_SETFL, O_NONBLOCK);
    fcntl(window->keyboard, F_SETFD, FD_CLOEXEC);
    fcntl(window->line, F_SETFD, FD_CLOEXEC);
    return window;
}

static void hang_up(int *end)
{
    if (*end >= 0) {
        close(*end);
        *end = -1;
    }
}

void window_close(Window *window)
{
    hang_up(&window->line);
    hang_up(&window->keyboard);
}

void window_free(Window *window)
{
    if (window == NULL) {
        return;
    }
    if (window->program > 0) {
        kill(window->program, SIGKILL);
        waitpid(window->program, NULL, 0);
    }
    window_close(window);
    strict_term_free(window->term);
    g_string_free(window->seen, TRUE);
    g_free(window);
}

/* Takes what has come, waiting at most PATIENCE_MS. False when nothing came. */
static bool take(Window *window, int patience_ms)
{
    struct pollfd input = {.fd = window->keyboard, .events = POLLIN};
    char bytes[4096];
    if (poll(&input, 1, patience_ms) <= 0) {
        return false;
    }
    ssize_t count = read(window->keyboard, bytes, sizeof bytes);
    if (count <= 0) {
        return false;
    }
    g_string_append_len(window->seen, bytes, count);
    strict_term_feed(window->term, bytes, (gsize)count);
    return true;
}

void window_type(Window *window, const char *bytes, gssize length)
{
    gsize rest = length < 0 ? strlen(bytes) : (gsize)length;
    while (rest > 0) {
        ssize_t count = write(window->keyboard, bytes, MIN(rest, PIECE));
        if (count > 0) {
            bytes += count;
            rest -= (gsize)count;
        } else if (count < 0 && errno != EAGAIN && errno != EINTR) {
            fail_msg("nothing can be typed: %s", g_strerror(errno));
        }
        take(window, count > 0 ? 0 : 10);
    }
}

bool window_shows(const Window *window, const char *text)
{
    g_autofree char *screen = strict_term_text(window->term);
    return strstr(screen, text) != NULL;
}

void window_await(Window *window, const char *text)
{
    gint64 until = g_get_monotonic_time() + WINDOW_PATIENCE_MS * 1000;
    while (!window_shows(window, text)) {
        if (!take(window, 100) && g_get_monotonic_time() > until) {
            g_autofree char *screen = strict_term_text(window->term);
            fail_msg("\"%s\" did not come:\n%s", text, screen);
        }
    }
}

void window_settle(Window *window, int quiet_ms)
{
    while (take(window, quiet_ms)) {
    }
}

void window_resize(Window *window, int rows, int cols)
{
    const struct winsize size = {.ws_row = (gushort)rows, .ws_col = (gushort)cols};
    window_settle(window, 0);
    strict_term_resize(window->term, rows, cols);
    ioctl(window->keyboard, TIOCSWINSZ, &size);
}

int window_end(Window *window, struct rusage *usage, double *seconds)
{
    int status = 0;
    gint64 begun = g_get_monotonic_time(), until = begun + WINDOW_PATIENCE_MS * 1000;
    while (wait4(window->program, &status, WNOHANG, usage) == 0) {
        if (g_get_monotonic_time() > until) {
            fail_msg("the program did not end");
        }
        if (window->keyboard < 0 || !take(window, 2)) {
            g_usleep(2000);
        }
    }
    window->program = 0;
    if (seconds != NULL) {
        *seconds = (double)(g_get_monotonic_time() - begun) / G_USEC_PER_SEC;
    }
    if (window->keyboard >= 0) {
        window_settle(window, 0);
    }
    return status;
}

void window_expect_restored(Window *window, const char *when)
{
    struct termios after;
    StrictModes modes = strict_term_modes(window->term);
    /* The line itself is hung up when its leader has ended; our end knows its modes. */
    if (tcgetattr(window->keyboard, &after) != 0) {
        fail_msg("%s: the modes cannot be read", when);
    }
    if (after.c_iflag != window->modes.c_iflag || after.c_oflag != window->modes.c_oflag ||
        after.c_cflag != window->modes.c_cflag || after.c_lflag != window->modes.c_lflag ||
        memcmp(after.c_cc, window->modes.c_cc, sizeof after.c_cc) != 0) {
        fail_msg("%s: the line's modes are not as before", when);
    }
    if (modes.alternate || modes.hidden || modes.paste || modes.mouse || modes.keypad ||
        modes.look || modes.titled) {
        fail_msg("%s: left on:%s%s%s%s%s%s%s", when, modes.alternate ? " second picture" : "",
                 modes.hidden ? " hidden cursor" : "", modes.paste ? " paste" : "",
                 modes.mouse ? " mouse" : "", modes.keypad ? " keypad" : "",
                 modes.look ? " look" : "", modes.titled ? " title" : "");
    }
    if (strict_term_fault(window->term) != NULL || strict_term_is_midway(window->term)) {
        fail_msg("%s: %s", when,
                 strict_term_is_midway(window->term) ? "an unfinished sequence"
                                                     : strict_term_fault(window->term));
    }
}

void window_quit(Window *window, const char *when)
{
    kill(window->program, SIGTERM);
    int status = window_end(window, NULL, NULL);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fail_msg("%s: ended with %x", when, (guint)status);
    }
    window_expect_restored(window, when);
}
