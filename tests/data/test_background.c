/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work nobody waits for gives way, and nothing else does. */
#include "data/base/background.h"
#include "tests/data/fixture.h"

#include <glib.h>
#include <sys/resource.h>
#include <unistd.h>

static int priority(void)
{
    return getpriority(PRIO_PROCESS, (id_t)gettid());
}

static gpointer give_way(gpointer after)
{
    background_begin();
    *(int *)after = priority();
    return NULL;
}

static void a_thread__gives_way__without_the_others(void **state)
{
    (void)state;
    int before = priority(), there = 0;
    g_thread_join(g_thread_new("background", give_way, &there));
    assert_int_equal(there, MAX(before, 10));
    assert_int_equal(priority(), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_thread__gives_way__without_the_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
