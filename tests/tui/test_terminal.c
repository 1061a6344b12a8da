/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On a real pseudo-terminal, in a process of its own: whatever ends the program, the terminal is
 * as it was before; and a terminal that is gone ends the program. */
#include "tests/tui/scene.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

/* Nothing here takes long: who waits longer than this, in milliseconds, waits in vain. */
#define PATIENCE_MS 20000

typedef struct {
    int keyboard; /* our end */
    int line;     /* the program's end, kept open to look at its modes */
    struct termios modes;
    pid_t program;
    GString *seen; /* what the program has sent */
} Window;

static GDateTime *now(gpointer data)
{
    (void)data;
    return g_date_time_new_local(2026, 11, 21, 14, 32, 0);
}

static const int fatal_signals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

/* Keys by which the screen brings the program down from inside. */
static Outcome fall(Screen *screen, const Event *event)
{
    (void)screen;
    if (event->kind == EVENT_KEY && event->key == 'x') {
        exit(7);
    }
    if (event->kind == EVENT_KEY && event->key >= '0' &&
        event->key < '0' + G_N_ELEMENTS(fatal_signals)) {
        raise(fatal_signals[event->key - '0']);
    }
    return OUTCOME_NONE;
}

static void say_ready(Screen *screen, Canvas *canvas)
{
    (void)screen;
    canvas_put(canvas, 0, 0, AREA_TEXT, "ready");
}

static const ScreenClass falling = {.name = "falling",
                                    .title = "Falling",
                                    .size = sizeof(Screen),
                                    .draw = say_ready,
                                    .input = fall};

static void run_program(void)
{
#ifndef __SANITIZE_ADDRESS__
    /* The test framework has taken these for itself. */
    for (gsize i = 0; i < G_N_ELEMENTS(fatal_signals); i++) {
        signal(fatal_signals[i], SIG_DFL);
    }
#endif
    g_setenv("TERM", "xterm-256color", TRUE);
    g_unsetenv("NO_COLOR");
    g_autoptr(GError) error = NULL;
    Terminal *terminal = terminal_open(NULL, &error);
    if (!terminal) {
        _exit(99);
    }
    const AppConfig config = {.terminal = terminal, .now = now};
    App *app = app_new(&config);
    app_open(app, &falling, NULL);
    AppEnd end = app_run(app);
    app_free(app);
    terminal_close(terminal);
    _exit(10 + (int)end);
}

/* Reads what has come until TEXT is among it. */
static void await(Window *window, const char *text)
{
    struct pollfd poll_for = {.fd = window->keyboard, .events = POLLIN};
    while (!strstr(window->seen->str, text)) {
        char bytes[4096];
        if (poll(&poll_for, 1, PATIENCE_MS) <= 0) {
            fail_msg("\"%s\" did not come", text);
        }
        ssize_t count = read(window->keyboard, bytes, sizeof bytes);
        if (count <= 0) {
            fail_msg("the program is gone before \"%s\"", text);
        }
        g_string_append_len(window->seen, bytes, count);
    }
}

static void open_window(Window *window, bool ignores_hangup)
{
    const struct winsize size = {.ws_row = 24, .ws_col = 80};
    *window = (Window){.seen = g_string_new(NULL)};
    assert_int_equal(openpty(&window->keyboard, &window->line, NULL, NULL, &size), 0);
    tcgetattr(window->line, &window->modes);
    window->program = fork();
    if (window->program == 0) {
        if (ignores_hangup) {
            signal(SIGHUP, SIG_IGN);
        }
        close(window->keyboard);
        login_tty(window->line);
        run_program();
    }
    await(window, "ready");
}

/* The status the program ended with. Waiting for ever is cut off by an alarm. */
static int await_end(const Window *window, struct rusage *usage)
{
    int status = 0;
    alarm(PATIENCE_MS / 1000);
    assert_int_equal(wait4(window->program, &status, 0, usage), window->program);
    alarm(0);
    return status;
}

static void read_rest(Window *window)
{
    fcntl(window->keyboard, F_SETFL, O_NONBLOCK);
    char bytes[4096];
    for (ssize_t count; (count = read(window->keyboard, bytes, sizeof bytes)) > 0;) {
        g_string_append_len(window->seen, bytes, count);
    }
}

static void expect_restored(Window *window)
{
    struct termios after;
    read_rest(window);
    tcgetattr(window->line, &after);
    assert_int_equal(after.c_iflag, window->modes.c_iflag);
    assert_int_equal(after.c_oflag, window->modes.c_oflag);
    assert_int_equal(after.c_lflag, window->modes.c_lflag);
    /* Back on the first picture, no paste brackets, no mouse reports, and a cursor. */
    const char *seen = window->seen->str;
    assert_non_null(strstr(seen, "\033[?1049l"));
    assert_non_null(strstr(seen, "\033[?2004l"));
    const char *mouse_on = strstr(seen, "1000h");
    assert_true(!mouse_on || strstr(mouse_on, "1000l"));
    const char *shown = g_strrstr(seen, "\033[?25h");
    const char *hidden = g_strrstr(seen, "\033[?25l");
    assert_true(!hidden || (shown && shown > hidden));
}

static void close_window(Window *window)
{
    close(window->line);
    if (window->keyboard >= 0) {
        close(window->keyboard);
    }
    g_string_free(window->seen, TRUE);
}

static void terminal__is_as_before__after_signals_that_end(void **state)
{
    (void)state;
    static const int signals[] = {SIGTERM, SIGINT, SIGHUP};
    for (gsize i = 0; i < G_N_ELEMENTS(signals); i++) {
        Window window;
        open_window(&window, false);
        kill(window.program, signals[i]);
        int status = await_end(&window, NULL);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 10 + APP_ENDED_BY_SIGNAL);
        expect_restored(&window);
        close_window(&window);
    }
}

static void terminal__is_as_before__after_the_key_that_ends(void **state)
{
    (void)state;
    Window window;
    open_window(&window, false);
    assert_int_equal(write(window.keyboard, "\x11", 1), 1);
    int status = await_end(&window, NULL);
    assert_int_equal(WEXITSTATUS(status), 10 + APP_ENDED_BY_PERSON);
    expect_restored(&window);
    close_window(&window);
}

static void terminal__is_as_before__after_an_exit_from_within(void **state)
{
    (void)state;
    Window window;
    open_window(&window, false);
    assert_int_equal(write(window.keyboard, "x", 1), 1);
    int status = await_end(&window, NULL);
    assert_true(WIFEXITED(status));
    expect_restored(&window);
    close_window(&window);
}

#ifndef __SANITIZE_ADDRESS__
/* A sanitizer has handlers of its own for these. */
static void terminal__is_as_before__after_a_crash(void **state)
{
    (void)state;
    for (char key = '0'; key < '5'; key++) {
        Window window;
        open_window(&window, false);
        /* No core file for a crash that was asked for. */
        const struct rlimit none = {0, 0};
        prlimit(window.program, RLIMIT_CORE, &none, NULL);
        assert_int_equal(write(window.keyboard, &key, 1), 1);
        int status = await_end(&window, NULL);
        assert_true(WIFSIGNALED(status));
        expect_restored(&window);
        close_window(&window);
    }
}
#endif

static void terminal__ends_the_program__when_it_is_closed(void **state)
{
    (void)state;
    for (int ignores_hangup = 0; ignores_hangup < 2; ignores_hangup++) {
        Window window;
        struct rusage usage;
        open_window(&window, ignores_hangup);
        close(window.keyboard);
        window.keyboard = -1;
        int status = await_end(&window, &usage);
        assert_true(WIFEXITED(status));
        /* It did not spin on the dead line. */
        assert_int_equal(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec, 0);
        close_window(&window);
    }
}

static void terminal__is_lent__while_the_program_is_stopped(void **state)
{
    (void)state;
    Window window;
    int status;
    open_window(&window, false);
    kill(window.program, SIGTSTP);
    assert_int_equal(waitpid(window.program, &status, WUNTRACED), window.program);
    assert_true(WIFSTOPPED(status));
    expect_restored(&window);
    g_string_truncate(window.seen, 0);
    fcntl(window.keyboard, F_SETFL, 0);
    kill(window.program, SIGCONT);
    await(&window, "\033[?1049h");
    await(&window, "ready");
    kill(window.program, SIGTERM);
    await_end(&window, NULL);
    expect_restored(&window);
    close_window(&window);
}

static void terminal__shows_anew__what_fits_a_changed_window(void **state)
{
    (void)state;
    Window window;
    open_window(&window, false);
    const struct winsize small = {.ws_row = 8, .ws_col = 30};
    const struct winsize large = {.ws_row = 50, .ws_col = 132};
    ioctl(window.keyboard, TIOCSWINSZ, &small);
    await(&window, "too small");
    g_string_truncate(window.seen, 0);
    ioctl(window.keyboard, TIOCSWINSZ, &large);
    await(&window, "ready");
    kill(window.program, SIGTERM);
    await_end(&window, NULL);
    close_window(&window);
}

static void app_run__ends__at_the_end_of_its_input(void **state)
{
    Scene *scene = *state;
    /* The scene's terminal reads from /dev/null. */
    assert_int_equal(app_run(harness_app(scene->harness)), APP_ENDED_BY_TERMINAL);
}

/* How many times PIPE, which keeps what was written at once together, was written to. */
static int count_writes(int pipe)
{
    char bytes[4096];
    int count = 0;
    while (read(pipe, bytes, sizeof bytes) > 0) {
        count++;
    }
    return count;
}

/* Else the picture would build up before one's eyes, and each part would wake the terminal. */
static void terminal_show__sends_a_picture__at_once(void **state)
{
    (void)state;
    setlocale(LC_CTYPE, "C.UTF-8");
    int ends[2];
    assert_int_equal(pipe2(ends, O_DIRECT | O_NONBLOCK | O_CLOEXEC), 0);
    FILE *out = fdopen(ends[1], "w"), *in = fopen("/dev/null", "r");
    const TerminalSetup setup = {
        .in = in, .out = out, .type = "xterm-256color", .rows = 24, .cols = 80};
    g_autoptr(GError) error = NULL;
    Terminal *terminal = terminal_open(&setup, &error);
    assert_non_null(terminal);
    for (int picture = 0; picture < 3; picture++) {
        Canvas canvas = terminal_begin(terminal);
        count_writes(ends[0]);
        for (int row = 0; row < 24; row++) {
            g_autofree char *text = g_strdup_printf("row %d", 100 * picture + row);
            canvas_put(&canvas, row, 3, AREA_TEXT, text);
            canvas_put(&canvas, row, 40, AREA_TITLE, text);
        }
        terminal_show(terminal);
        assert_in_range(count_writes(ends[0]), 1, 3);
    }
    terminal_close(terminal);
    fclose(out);
    fclose(in);
    close(ends[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terminal__is_as_before__after_signals_that_end),
        cmocka_unit_test(terminal__is_as_before__after_the_key_that_ends),
        cmocka_unit_test(terminal__is_as_before__after_an_exit_from_within),
#ifndef __SANITIZE_ADDRESS__
        cmocka_unit_test(terminal__is_as_before__after_a_crash),
#endif
        cmocka_unit_test(terminal__ends_the_program__when_it_is_closed),
        cmocka_unit_test(terminal__is_lent__while_the_program_is_stopped),
        cmocka_unit_test(terminal__shows_anew__what_fits_a_changed_window),
        cmocka_unit_test(terminal_show__sends_a_picture__at_once),
        cmocka_unit_test_setup_teardown(app_run__ends__at_the_end_of_its_input, scene_setup,
                                        scene_teardown),
    };
    return cmocka_run_group_tests_name("terminal", tests, NULL, NULL);
}
