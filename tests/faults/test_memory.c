/* SPDX-License-Identifier: GPL-3.0-or-later */
/* However little memory there is: the program refuses or ends with a sentence, gives the terminal
 * back, and leaves the shop whole. */
#include "tests/faults/scale.h"
#include "tests/faults/scripts.h"
#include "tests/faults/window.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

/* Trials in the suite: of commands, and of what is typed. In full, of each script so many. */
enum { COMMANDS = 40, SCREENS = 5, ALL_OF_A_COMMAND = 400, ALL_OF_A_SCREEN = 50 };

typedef struct {
    Trial *trial;
    GRand *chance;
} Desk;

/* Some call of SEEN, once or from then on. Half of them soon after the start. */
static ScriptFault some_fault(Desk *desk, uint32_t seen)
{
    bool is_early = g_rand_boolean(desk->chance);
    guint32 most = is_early ? MIN(seen, 2000) : seen;
    guint32 first = (guint32)g_rand_int_range(desk->chance, 1, (gint32)most + 1);
    guint32 last = g_rand_boolean(desk->chance) ? first : UINT32_MAX;
    return (ScriptFault){FAILING_MEMORY, first, last, 0, ENOMEM};
}

static void commands__end_in_order__without_memory(void **state)
{
    Desk *desk = *state;
    guint trials = scale(COMMANDS, ALL_OF_A_COMMAND * scripts_count), refused = 0, done = 0;
    g_autoptr(GPtrArray) clean = g_ptr_array_new_full(scripts_count, NULL);
    guint used = scale_is_full() ? scripts_count : 4;
    for (guint i = 0; i < used; i++) {
        g_ptr_array_add(clean, script_run(desk->trial, &scripts[i * 7 % scripts_count]));
    }
    for (guint i = 0; i < trials; i++) {
        uint32_t failed = 0;
        const ScriptRun *run = g_ptr_array_index(clean, i % used);
        bool is_done = script_try(desk->trial, &scripts[i % used * 7 % scripts_count], run,
                                  some_fault(desk, run->seen[FAILING_MEMORY]), &failed);
        refused += !is_done;
        done += is_done;
    }
    for (guint i = 0; i < used; i++) {
        script_run_free(g_ptr_array_index(clean, i));
    }
    assert_true(refused > trials / 3);
    scale_tell(6,
               "%u trials of %u scripts of commands: %u ended with a sentence, %u were done all "
               "the same; no crash, each shop whole",
               trials, used, refused, done);
}

/* ---- the full screen ---- */

/* Pieces that are typed, each as soon as the screen has come to rest. */
static const char *const typed[][12] = {
    {"hil", "\r", "\033"},
    {"xaver neu", "\033OQ", "0421 777", "\033OS", "\033"},
    {"anna", "\r", "b", "\033", "\033"},
    {"\033OP", "\033", "\020", "back", "\033"},
    {"\0330m", "\033m", "\033", "m\303\274l", "\r", "\033"},
    {"1042", "\r", "n", "mag Torte", "\033OS", "\032", "\033"},
    {"wagner", "\r", "v", "Torte 12,50", "\033OS", "\033"},
    {"\033[18~", "\033[B", "\r", "\033", "\033"},
};

/* Types PIECES and asks the program to end, unless it has. Its status as waitpid gives it. */
static int work(Window *window, const char *const *pieces)
{
    window_settle(window, 150);
    for (; *pieces != NULL; pieces++) {
        window_type(window, *pieces, -1);
        window_settle(window, 40);
    }
    if (kill(window->program, SIGTERM) != 0) {
        fail_msg("the program is no child any more");
    }
    return window_end(window, NULL, NULL);
}

static void expect_order(const Sandbox *home, Window *window, int status, const char *when)
{
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        fail_msg("%s the program ended with status %d, signal %d: %s", when, WEXITSTATUS(status),
                 WTERMSIG(status), window->seen->str);
    }
    if (WEXITSTATUS(status) == 1 && strstr(window->seen->str, "memory") == NULL) {
        fail_msg("%s it did not say why it ended: %s", when, window->seen->str);
    }
    window_expect_restored(window, when);
    g_autofree char *content = trial_content(home->shop);
    if (strstr(content, "Wagner") == NULL) {
        fail_msg("%s the shop is %s", when, content);
    }
}

/* Opens and closes a window on HOME, where FAULT fails. */
static int try_screen(const Sandbox *home, const char *const *pieces, ScriptFault fault,
                      const char *when)
{
    failing_plan_begin(home->plan, home->folder);
    failing_plan_refuse(home->plan, fault.kind, fault.first, fault.last, fault.reason);
    g_autoptr(Window) window = window_new(home, NULL);
    int status = work(window, pieces);
    expect_order(home, window, status, when);
    return status;
}

static void screens__end_in_order__without_memory(void **state)
{
    Desk *desk = *state;
    guint kinds = G_N_ELEMENTS(typed), trials = scale(SCREENS, ALL_OF_A_SCREEN * kinds), ended = 0;
    g_autoptr(Sandbox) home = sandbox_new();
    uint32_t seen[G_N_ELEMENTS(typed)] = {0};
    sandbox_preload(home);
    for (guint i = 0; i < trials; i++) {
        guint kind = scale_is_full() ? i % kinds : (guint)scale_seed() * 3 % kinds;
        if (seen[kind] == 0) {
            assert_int_equal(try_screen(home, typed[kind], (ScriptFault){0}, "undisturbed"), 0);
            seen[kind] = home->plan->seen[FAILING_MEMORY];
        }
        ScriptFault fault = some_fault(desk, seen[kind]);
        if (i == 0) {
            /* Early enough that what is typed needs memory, however often the screen is painted. */
            fault = (ScriptFault){FAILING_MEMORY, seen[kind] / 8, UINT32_MAX, 0, ENOMEM};
        }
        g_autofree char *when = g_strdup_printf("typing list %u, malloc %u to %u failing:", kind,
                                                fault.first, fault.last);
        ended += try_screen(home, typed[kind], fault, when) != 0;
    }
    assert_true(ended > 0);
    scale_tell(6,
               "%u trials of %u scripts on the full screen: %u ended with a sentence and the "
               "terminal as before, %u went on; each shop whole",
               trials, kinds, ended, trials - ended);
}

static int begin(void **state)
{
    Desk *desk = g_new0(Desk, 1);
    desk->trial = trial_new();
    desk->chance = g_rand_new_with_seed(scale_seed());
    *state = desk;
    return 0;
}

static int end(void **state)
{
    Desk *desk = *state;
    trial_free(desk->trial);
    g_rand_free(desk->chance);
    g_free(desk);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commands__end_in_order__without_memory),
        cmocka_unit_test(screens__end_in_order__without_memory),
    };
    if (!failing_is_possible()) {
        print_message("A library cannot be preloaded here.\n");
        return 77;
    }
    return cmocka_run_group_tests_name("memory", tests, begin, end);
}
