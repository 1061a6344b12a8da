/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promise 18: a window that is closed ends the program within a second, without a spinning
 * processor, and what was typed is kept. */
#include "tests/faults/scale.h"
#include "tests/faults/window.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

typedef struct {
    double longest, busiest; /* seconds */
} Worst;

/* A new customer is being typed when the window goes. */
static void close_once(const Sandbox *sandbox, guint round, Worst *worst)
{
    const WindowPlan plan = {.ignores_hangup = round % 2 == 1};
    g_autofree char *name = g_strdup_printf("Unbekannt%ux", round);
    struct rusage usage;
    double seconds = 0;
    g_autoptr(Window) window = window_new(sandbox, &plan);
    window_await(window, "›");
    window_type(window, name, -1);
    window_await(window, name);
    window_type(window, "\033OQ", -1);
    window_await(window, "New customer");
    window_type(window, "0421 77", -1);
    /* It goes before it is stored by itself, at once or while the key is being drawn. */
    window_await(window, "0421 77");
    if (round % 3 != 0) {
        window_settle(window, 50);
    }
    window_close(window);
    int status = window_end(window, &usage, &seconds);
    double busy = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                  (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    worst->longest = MAX(worst->longest, seconds);
    worst->busiest = MAX(worst->busiest, busy);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fail_msg("round %u: ended with %x", round, (guint)status);
    }
    if (!sandbox_holds(sandbox, name)) {
        fail_msg("round %u: what was typed is lost", round);
    }
}

static void program__is_gone_within_a_second__and_keeps_the_draft(void **state)
{
    (void)state;
    guint rounds = scale(6, 200);
    Worst worst = {0};
    g_autoptr(Sandbox) sandbox = sandbox_new();
    for (guint round = 0; round < rounds; round++) {
        close_once(sandbox, round, &worst);
    }
    /* The start and all drawing are in the processor's time; a spinning program takes seconds. The
     * clock on the wall is not ours alone while other tests run. */
    if (worst.busiest > 0.5 || worst.longest > (scale_is_full() ? 1.0 : 5.0)) {
        fail_msg("gone after %.2f s, %.2f s of the processor", worst.longest, worst.busiest);
    }
    scale_tell(18,
               "%u closed windows, half of them with SIGHUP ignored: gone after at most %.3f s, at "
               "most %.3f s of the processor from start to end, what was typed kept: %u",
               rounds, worst.longest, worst.busiest, rounds);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(program__is_gone_within_a_second__and_keeps_the_draft),
    };
    return cmocka_run_group_tests_name("closed", tests, NULL, NULL);
}
