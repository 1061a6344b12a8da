/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screen does while a copy of the server answers: it reads from there, says as of when,
 * changes nothing, keeps what is typed, and comes back. With a real server and a real copy. */
#include "tests/data/cluster.h"
#include "tests/tui/counters.h"

#include "tests/data/people.h"
#include "tui/screens/edit.h"

#include <stdio.h>
#include <string.h>

/* Emma's shop on a server over a line that can be cut, and a copy of the server. */
typedef struct {
    Cluster *main, *copy;
    Counters *counters;
    char *outer; /* TRESEN_TEST_PG before */
} Pair;

static int set_up(void **state)
{
    Pair *pair = g_new0(Pair, 1);
    pair->main = cluster_new();
    pair->outer = g_strdup(g_getenv("TRESEN_TEST_PG"));
    g_autofree char *where = g_strdup_printf(
        "host=127.0.0.1 port=%d user=tresen dbname=postgres sslmode=disable", pair->main->port);
    g_setenv("TRESEN_TEST_PG", where, TRUE);
    pair->counters = counters_new(fixture_postgres());
    pair->copy = cluster_new_standby(pair->main);
    *state = pair;
    return 0;
}

static int tear_down(void **state)
{
    Pair *pair = *state;
    counters_free(pair->counters);
    cluster_free(pair->copy);
    cluster_free(pair->main);
    g_setenv("TRESEN_TEST_PG", pair->outer, TRUE);
    g_free(pair->outer);
    g_free(pair);
    return 0;
}

static Window *open_both(const Pair *pair)
{
    g_autofree char *where = g_strdup_printf(
        "%s host=127.0.0.1,127.0.0.1 port=%d,%d sslmode=disable", pair->counters->fixture->where,
        cut_proxy_port(pair->counters->proxy), pair->copy->port);
    return counters_open_at(pair->counters, where);
}

static void home__reads_from_the_copy__and_says_as_of_when(void **state)
{
    const Pair *pair = *state;
    g_autoptr(Window) window = open_both(pair);
    assert_false(harness_shows(window->harness, "READ ONLY"));
    cut_proxy_down(pair->counters->proxy, true);
    harness_type(window->harness, "mül");
    window_wait_for(window, "READ ONLY");
    window_wait_for(window, "Müller");
    window_wait_for(window, "You see a copy as of");
    /* What others store reaches the copy and is shown from there. */
    counters_rename(pair->counters, "1006", "Mülltonn");
    window_wait_for(window, "Mülltonn");
    cut_proxy_down(pair->counters->proxy, false);
    window_wait_for(window, "The server is there again.");
    assert_false(harness_shows(window->harness, "READ ONLY"));
}

static void form__keeps_what_is_typed__while_a_copy_answers(void **state)
{
    const Pair *pair = *state;
    g_autoptr(Window) window = open_both(pair);
    const EditArg arg = {.typed = ""};
    harness_open(window->harness, &screen_edit, &arg);
    harness_type(window->harness, "Silberstein");
    cut_proxy_down(pair->counters->proxy, true);
    harness_press(window->harness, "F4");
    window_wait_for(window, "READ ONLY");
    /* The save that met the end of the line, and the one that meets the copy. */
    if (!harness_shows(window->harness, "What you typed stays here")) {
        harness_press(window->harness, "Enter");
    }
    window_wait_for(window, "What you typed stays here");
    harness_expect(window->harness, "Silberstein");
    cut_proxy_down(pair->counters->proxy, false);
    window_wait_for(window, "It is not saved yet");
    harness_press(window->harness, "Enter");
    counters_settle(window);
    assert_int_equal(people_number(pair->counters->fixture->db,
                                   "SELECT count(*) FROM customer WHERE given_name = 'Silberstein'",
                                   DB_NO_VALUES),
                     1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(home__reads_from_the_copy__and_says_as_of_when),
        cmocka_unit_test(form__keeps_what_is_typed__while_a_copy_answers),
    };
    const char *server = g_getenv("TRESEN_TEST_PG");
    if (server == NULL || *server == '\0') {
        printf("A copy of the server: left out, TRESEN_TEST_PG names no server.\n");
        return 0;
    }
    return cmocka_run_group_tests_name("copy", tests, set_up, tear_down);
}
