/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promise 17: whatever ends the program, the terminal is as it was before. On a real terminal line,
 * with the real program. */
#include "tests/faults/scale.h"
#include "tests/faults/window.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

typedef struct {
    const char *name;
    int signal;         /* 0: the key that quits */
    bool is_ignored;    /* it goes on, and ends by the key */
    bool is_orderly;    /* it ends by itself and says so by its status */
    bool not_with_asan; /* a sanitizer has a handler of its own for it */
} Ending;

static const Ending endings[] = {
    {"quit", 0, false, true, false},        {"TERM", SIGTERM, false, true, false},
    {"HUP", SIGHUP, false, true, false},    {"INT", SIGINT, false, true, false},
    {"PIPE", SIGPIPE, true, true, false},   {"XFSZ", SIGXFSZ, true, true, false},
    {"SEGV", SIGSEGV, false, false, true},  {"ABRT", SIGABRT, false, false, true},
    {"BUS", SIGBUS, false, false, true},    {"FPE", SIGFPE, false, false, true},
    {"ILL", SIGILL, false, false, true},    {"QUIT", SIGQUIT, false, false, false},
    {"XCPU", SIGXCPU, false, false, false}, {"USR1", SIGUSR1, false, false, false},
    {"ALRM", SIGALRM, false, false, false},
};

/* What the person does before the end comes. */
static void play(Window *window, guint round)
{
    window_await(window, "›");
    switch (round % 4) {
    case 1:
        window_type(window, "wag\r", -1);
        window_await(window, "Wagner, Hilde");
        break;
    case 2:
        window_type(window, "\033OP", -1);
        window_await(window, "Esc");
        break;
    case 3:
        /* In the middle of drawing. */
        window_type(window, "wag\r\033\033OP\033\033[19~", -1);
        break;
    default:
        break;
    }
}

static void end_once(const Sandbox *sandbox, const Ending *ending, guint round)
{
    g_autoptr(Window) window = window_new(sandbox, NULL);
    play(window, round);
    if (ending->signal != 0) {
        kill(window->program, ending->signal);
    }
    if (ending->is_ignored) {
        g_usleep(5000);
        assert_int_equal(waitpid(window->program, NULL, WNOHANG), 0);
    }
    if (ending->signal == 0 || ending->is_ignored) {
        window_type(window, "\x11", -1);
    }
    int status = window_end(window, NULL, NULL);
    g_autofree char *when = g_strdup_printf("%s, round %u", ending->name, round);
    if (ending->is_orderly ? !WIFEXITED(status) || WEXITSTATUS(status) != 0
                           : !WIFSIGNALED(status) || WTERMSIG(status) != ending->signal) {
        fail_msg("%s: ended with %x", when, (guint)status);
    }
    window_expect_restored(window, when);
}

static void program__leaves_the_terminal_as_it_was__whatever_ends_it(void **state)
{
    (void)state;
    guint rounds = scale(2, 20), done = 0;
    g_autoptr(Sandbox) sandbox = sandbox_new();
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
#ifdef __SANITIZE_ADDRESS__
        if (endings[i].not_with_asan) {
            continue;
        }
#endif
        for (guint round = 0; round < rounds; round++) {
            end_once(sandbox, &endings[i], round + (scale_is_full() ? 0 : i));
            done++;
        }
    }
    scale_tell(17, "%u ends of %u kinds, terminal as before: %u", done,
               (guint)G_N_ELEMENTS(endings), done);
}

/* Stopped by the shell's kill -STOP or kill -TSTP, and going on. */
static void program__lends_the_terminal__while_it_is_stopped(void **state)
{
    (void)state;
    g_autoptr(Sandbox) sandbox = sandbox_new();
    g_autoptr(Window) window = window_new(sandbox, NULL);
    for (guint round = 0; round < scale(3, 50); round++) {
        int status = 0;
        window_await(window, "›");
        kill(window->program, SIGTSTP);
        assert_int_equal(waitpid(window->program, &status, WUNTRACED), window->program);
        assert_true(WIFSTOPPED(status));
        window_settle(window, 0);
        window_expect_restored(window, "stopped");
        /* What others write on the screen meanwhile is painted over. */
        strict_term_feed(window->term, "\033[Hanother job wrote this", 25);
        kill(window->program, SIGCONT);
        window_await(window, "›");
        window_settle(window, 100);
        assert_false(window_shows(window, "another job"));
    }
    kill(window->program, SIGSTOP);
    g_usleep(20000);
    window_type(window, "wag", -1);
    kill(window->program, SIGCONT);
    window_await(window, "Wagner, Hilde");
    window_quit(window, "after all");
}

/* kill -9 cannot be caught: what it leaves is put right by a command. */
static void program__puts_right__what_kill_9_left(void **state)
{
    (void)state;
    static const char *const words[] = {"--reset-terminal", NULL};
    static const WindowPlan reset = {.words = words};
    g_autoptr(Sandbox) sandbox = sandbox_new();
    g_autoptr(Window) window = window_new(sandbox, NULL);
    window_await(window, "›");
    kill(window->program, SIGKILL);
    window_end(window, NULL, NULL);
    StrictModes modes = strict_term_modes(window->term);
    assert_true(modes.alternate && modes.paste);

    struct termios raw;
    assert_int_equal(tcgetattr(window->keyboard, &raw), 0);
    assert_false(raw.c_lflag & ICANON);

    window_restart(window, sandbox, &reset);
    int status = window_end(window, NULL, NULL);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    window_expect_restored(window, "reset");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(program__leaves_the_terminal_as_it_was__whatever_ends_it),
        cmocka_unit_test(program__lends_the_terminal__while_it_is_stopped),
        cmocka_unit_test(program__puts_right__what_kill_9_left),
    };
    return cmocka_run_group_tests_name("endings", tests, NULL, NULL);
}
