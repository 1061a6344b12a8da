/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promise 19: any size at any moment. Every screen goes through sizes by chance, from one cell to
 * 500 columns and 200 rows, with and without keys, and is the same again at 80x24. */
#include "tests/faults/scale.h"
#include "tests/faults/window.h"
#include "tests/tui/harness.h"
#include "tests/tui/openings.h"
#include "tests/tui/past.h"

#include "tui/app.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

/* Keys that go somewhere, open and close, but do not quit. */
static const char *const keys[] = {"Down", "Up",   "PgDn", "PgUp", "Tab", "Shift-Tab",
                                   "End",  "Home", "F1",   "Esc",  "x",   "ü"};

typedef struct {
    int rows, cols;
} Size;

/* Small ones often: there things get lost. */
static Size any_size(GRand *chance)
{
    static const Size odd[] = {{1, 1}, {1, 500}, {200, 1}, {2, 3}, {12, 40}, {11, 40}, {12, 39}};
    switch (g_rand_int_range(chance, 0, 4)) {
    case 0:
        return odd[(guint32)g_rand_int_range(chance, 0, G_N_ELEMENTS(odd))];
    case 1:
        return (Size){g_rand_int_range(chance, 1, 30), g_rand_int_range(chance, 1, 90)};
    case 2:
        return (Size){g_rand_int_range(chance, 10, 60), g_rand_int_range(chance, 38, 200)};
    default:
        return (Size){g_rand_int_range(chance, 1, 201), g_rand_int_range(chance, 1, 501)};
    }
}

static void storm(Harness *harness, GRand *chance, guint sizes, bool with_keys)
{
    for (guint i = 0; i < sizes; i++) {
        Size size = any_size(chance);
        harness_resize(harness, size.rows, size.cols);
        app_draw(harness_app(harness));
        if (with_keys) {
            harness_press(harness, keys[(guint32)g_rand_int_range(chance, 0, G_N_ELEMENTS(keys))]);
        }
    }
    harness_resize(harness, 24, 80);
}

static void screens__are_the_same_again__after_a_storm_of_sizes(void **state)
{
    (void)state;
    const ScreenClass *const *classes = screen_classes();
    g_autoptr(GRand) chance = g_rand_new_with_seed(scale_seed());
    guint count = g_strv_length((char **)(guintptr)classes);
    guint sizes = MAX(scale(20, 100000 / count + 2) / 2, 1), seen = 0;
    for (guint i = 0; i < count; i++) {
        if (!scale_picks(i + 5)) {
            continue;
        }
        seen++;
        g_autoptr(Opening) opening = opening_new_on(classes[i]->name, "1001");
        past_fill(opening->emma);
        g_autoptr(Harness) harness = harness_new(24, 80, opening->shop);
        harness_open(harness, classes[i], opening->arg);
        g_autofree char *before = harness_text(harness);
        storm(harness, chance, sizes, false);
        g_autofree char *after = harness_text(harness);
        if (strcmp(before, after) != 0) {
            fail_msg("\"%s\" (seed %u) was\n%s\nis\n%s", classes[i]->name, scale_seed(), before,
                     after);
        }
        storm(harness, chance, sizes, true);
    }
    scale_tell(19,
               "%u sizes by chance on %u screens, half of them with keys: 0 faults, the same "
               "text again at 80x24",
               2 * sizes * seen, seen);
}

/* The same on a real line, where the program is told by a signal. */
static void program__shows_what_it_did__after_a_storm_of_sizes(void **state)
{
    (void)state;
    g_autoptr(GRand) chance = g_rand_new_with_seed(scale_seed());
    g_autoptr(Sandbox) sandbox = sandbox_new();
    g_autoptr(Window) window = window_new(sandbox, NULL);
    guint storms = scale(1, 100);
    for (guint round = 0; round < storms; round++) {
        window_await(window, "›");
        for (guint i = 0; i < 100; i++) {
            Size size = any_size(chance);
            window_resize(window, size.rows, size.cols);
            window_type(window, i % 3 == 0 ? "w" : i % 3 == 1 ? "\033[B" : "\177", -1);
        }
        window_resize(window, 24, 80);
        window_await(window, "›");
        window_settle(window, 100);
        /* What it drew for other sizes is gone when it draws everything anew. */
        window_type(window, "\025wag", -1);
        window_await(window, "Wagner, Hilde");
        window_type(window, "\033", -1);
        window_settle(window, 150);
    }
    window_quit(window, "after the storms");
    scale_tell(19, "%u sizes on a terminal line while keys come: it goes on each time",
               storms * 100);
}

/* Smaller and back before the program could look: it is as large as before, but a part of its
 * picture is gone. */
static void program__shows_all_again__after_a_window_went_small_and_back(void **state)
{
    (void)state;
    g_autoptr(Sandbox) sandbox = sandbox_new();
    g_autoptr(Window) window = window_new(sandbox, NULL);
    window_await(window, "›");
    for (guint round = 0; round < 10; round++) {
        window_settle(window, 100);
        window_resize(window, 3, 10);
        window_resize(window, 24, 80);
        window_await(window, "F9");
    }
    window_quit(window, "after the changes");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens__are_the_same_again__after_a_storm_of_sizes),
        cmocka_unit_test(program__shows_what_it_did__after_a_storm_of_sizes),
        cmocka_unit_test(program__shows_all_again__after_a_window_went_small_and_back),
    };
    return cmocka_run_group_tests_name("resize", tests, NULL, NULL);
}
