/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans of calls that fail, shared with the processes in which they do. */
#include "tests/faults/failingplan.h"

#include "tests/data/fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static char *library(void)
{
    const char *built = g_getenv("top_builddir");
    return g_build_filename(built != NULL ? built : ".", "tests/faults/.libs/failing.so", NULL);
}

bool failing_is_possible(void)
{
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
    return false;
#else
    g_autofree char *path = library();
    return g_file_test(path, G_FILE_TEST_EXISTS);
#endif
}

char **failing_environ(char **environment, const char *path)
{
    g_autofree char *preloaded = library();
    environment = g_environ_setenv(environment, "LD_PRELOAD", preloaded, TRUE);
    return g_environ_setenv(environment, "TRESEN_FAILING", path, TRUE);
}

FailingPlan *failing_plan_open(const char *path)
{
    int file = g_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    assert_true(file >= 0);
    assert_int_equal(ftruncate(file, sizeof(FailingPlan)), 0);
    void *mapped = mmap(NULL, sizeof(FailingPlan), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    assert_true(mapped != MAP_FAILED);
    close(file);
    return mapped;
}

void failing_plan_free(FailingPlan *plan)
{
    munmap(plan, sizeof *plan);
}

void failing_plan_begin(FailingPlan *plan, const char *folder)
{
    memset(plan, 0, sizeof *plan);
    g_strlcpy(plan->folder, folder, sizeof plan->folder);
}

void failing_plan_refuse(FailingPlan *plan, FailingKind kind, uint32_t first, uint32_t last,
                         int reason)
{
    plan->kind = kind;
    plan->last = last;
    plan->reason = reason;
    /* Others may be calling meanwhile: nothing fails before all of it is said. */
    __atomic_store_n(&plan->first, first, __ATOMIC_RELEASE);
}
