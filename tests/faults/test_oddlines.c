/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that are slow, cut, flooded, answer back, or belong to no terminal anybody knows: a
 * sentence or a clean way on, never a key nobody pressed. */
#include "tests/faults/scale.h"
#include "tests/faults/window.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The home screen with an empty box, as nobody had typed. */
static void expect_untouched(Window *window, const char *after)
{
    window_settle(window, 150);
    window_type(window, "wagn", -1);
    window_await(window, "› wagn");
    if (!window_shows(window, "Wagner, Hilde")) {
        window_await(window, "Wagner, Hilde");
    }
    window_type(window, "\033", -1);
    window_settle(window, 150);
    if (window_shows(window, "› wagn")) {
        fail_msg("%s: Esc does not empty the box", after);
    }
}

static void type_slowly(Window *window, const char *bytes, guint pause_ms)
{
    for (; *bytes != '\0'; bytes++) {
        window_type(window, bytes, 1);
        window_settle(window, (int)pause_ms);
    }
}

static void program__knows_keys__that_come_byte_by_byte(void **state)
{
    (void)state;
    g_autoptr(Sandbox) sandbox = sandbox_new();
    sandbox_set(sandbox, "ESCDELAY", "800");
    g_autoptr(Window) window = window_new(sandbox, NULL);
    window_await(window, "›");
    for (guint round = 0; round < scale(1, 50); round++) {
        /* F2 in packets a long way apart, an umlaut cut in two. */
        type_slowly(window, "\033OQ", 60);
        window_await(window, "New customer");
        type_slowly(window, "\303\274", 60);
        window_await(window, "ü");
        window_type(window, "\177", -1);
        type_slowly(window, "\033[Z", 60);
        window_type(window, "\033", -1);
        window_await(window, "›");
        window_settle(window, 900);
    }
    window_quit(window, "quit");
}

static void program__goes_on__after_sequences_that_are_cut(void **state)
{
    (void)state;
    static const char *const cuts[] = {"\033[1",    "\033[",         "\033O",
                                       "\033[<0;1", "\033]11;rgb:0", "\033P1$",
                                       "\303",      "\360\237\230",  "\033[1;"};
    g_autoptr(Sandbox) sandbox = sandbox_new();
    g_autoptr(Window) window = window_new(sandbox, NULL);
    window_await(window, "›");
    for (gsize i = 0; i < G_N_ELEMENTS(cuts); i += scale_is_full() ? 1 : 3) {
        window_type(window, cuts[i], -1);
        window_settle(window, 200);
        /* Some of them are a key with Alt, which may say that it does nothing. */
        window_type(window, "\033", -1);
        window_settle(window, 150);
        expect_untouched(window, cuts[i]);
    }
    window_quit(window, "quit");
}

/* What terminals say of themselves, focus, mice: nobody asked, and nobody typed. */
static void program__is_not_moved__by_what_terminals_send(void **state)
{
    (void)state;
    static const char *const sent[] = {
        "\033[?62;1;6;22c",
        "\033[>41;354;0c",
        "\033[24;80R",
        "\033[0n",
        "\033[I\033[O",
        "\033]11;rgb:1e1e/1e1e/1e1e\033\\",
        "\033]10;rgb:0/0/0\a",
        "\033[8;24;80t",
        "\033P1$r0m\033\\",
        "\033[?2004;1$y",
        "\033[<35;10;5M",
        "\033[<35;10;5m",
        "\033[<64;3;9M\033[<65;3;9M",
        "\033P>|xterm(390)\033\\",
    };
    g_autoptr(Sandbox) sandbox = sandbox_new();
    g_autoptr(Window) window = window_new(sandbox, NULL);
    window_await(window, "›");
    for (gsize i = 0; i < G_N_ELEMENTS(sent); i++) {
        for (guint times = 0; times < scale(100, 20000); times++) {
            window_type(window, sent[i], -1);
        }
        if (scale_is_full() || i == G_N_ELEMENTS(sent) - 1) {
            g_autofree char *shown = g_strescape(sent[i], NULL);
            expect_untouched(window, shown);
        }
    }
    scale_tell(18, "%u answers, focus events and mouse reports of each of %u kinds: no key pressed",
               scale(100, 20000), (guint)G_N_ELEMENTS(sent));
    window_quit(window, "quit");
}

static void program__lives__whatever_comes_over_the_line(void **state)
{
    (void)state;
    g_autoptr(GRand) chance = g_rand_new_with_seed(scale_seed());
    g_autoptr(Sandbox) sandbox = sandbox_new();
    for (guint round = 0; round < scale(2, 500); round++) {
        g_autoptr(Window) window = window_new(sandbox, NULL);
        window_await(window, "›");
        for (guint i = 0; i < 600; i++) {
            char byte = (char)g_rand_int_range(chance, 0, 256);
            /* It may quit: that is a key, too. */
            if (waitpid(window->program, NULL, WNOHANG | WNOWAIT) == 0) {
                window_type(window, &byte, 1);
            }
        }
        g_autofree char *when = g_strdup_printf("noise, round %u (seed %u)", round, scale_seed());
        window_quit(window, when);
    }
}

/* A job in the background writes on the same line; a reader that stops reading for a while. */
static void program__paints_over__what_others_write(void **state)
{
    (void)state;
    g_autoptr(Sandbox) sandbox = sandbox_new();
    g_autoptr(Window) window = window_new(sandbox, NULL);
    window_await(window, "›");
    assert_int_equal(write(window->line, "\rnoise noise noise\r\n", 20), 20);
    window_await(window, "noise");
    window_type(window, "\014", -1);
    window_settle(window, 150);
    assert_false(window_shows(window, "noise"));
    for (guint i = 0; i < 40; i++) {
        assert_int_equal(write(window->keyboard, i % 2 == 0 ? "w" : "\177", 1), 1);
    }
    g_usleep(300000);
    expect_untouched(window, "a reader that stopped");
    window_quit(window, "quit");
}

static void expect_sentence(const Sandbox *sandbox, const char *what)
{
    g_autoptr(Window) window = window_new(sandbox, NULL);
    int status = window_end(window, NULL, NULL);
    if (!WIFEXITED(status) || WEXITSTATUS(status) == 0 || window->seen->len < 20 ||
        strchr(window->seen->str, '\033') != NULL) {
        fail_msg("%s: no sentence: \"%s\"", what, window->seen->str);
    }
    window_expect_restored(window, what);
}

static void program__says_what_is_wrong__on_terminals_nobody_knows(void **state)
{
    (void)state;
    g_autofree char *long_name = g_strnfill(1000, 'x');
    const char *const types[] = {
        NULL, "", "dumb", "no-such-terminal", "../x", long_name, "\033[2J\033]2;x\a", "\377\376"};
    g_autoptr(Sandbox) sandbox = sandbox_new();
    for (gsize i = 0; i < G_N_ELEMENTS(types); i++) {
        sandbox_set(sandbox, "TERM", types[i]);
        expect_sentence(sandbox, types[i] != NULL ? types[i] : "no TERM");
    }
    /* A terminfo file that is none. */
    g_autofree char *folder = g_build_filename(sandbox->folder, "t", NULL);
    g_autofree char *entry = g_build_filename(folder, "trap", NULL);
    g_autofree char *trap = g_strnfill(5000, '\377');
    g_autoptr(GError) error = NULL;
    assert_int_equal(g_mkdir(folder, 0700), 0);
    assert_true(g_file_set_contents(entry, trap, -1, &error));
    sandbox_set(sandbox, "TERMINFO", sandbox->folder);
    sandbox_set(sandbox, "TERM", "trap");
    expect_sentence(sandbox, "hostile TERMINFO");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(program__knows_keys__that_come_byte_by_byte),
        cmocka_unit_test(program__goes_on__after_sequences_that_are_cut),
        cmocka_unit_test(program__is_not_moved__by_what_terminals_send),
        cmocka_unit_test(program__lives__whatever_comes_over_the_line),
        cmocka_unit_test(program__paints_over__what_others_write),
        cmocka_unit_test(program__says_what_is_wrong__on_terminals_nobody_knows),
    };
    return cmocka_run_group_tests_name("odd lines", tests, NULL, NULL);
}
