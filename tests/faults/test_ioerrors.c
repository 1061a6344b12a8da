/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whichever write, fsync, rename … the system refuses, once or for ever: the program does not die,
 * never says that something was saved that was not, and the shop is whole. */
#include "tests/faults/scale.h"
#include "tests/faults/scripts.h"

#include <errno.h>

/* Trials in the suite; in full every call of every script fails once and for ever. */
enum { QUICK = 60, STORMS = 5, ONE_IN = 100 };

/* What the system says when it refuses a call of a kind. */
static const struct {
    FailingKind kind;
    int reasons[3];
} refusals[] = {
    {FAILING_WRITE, {EIO, ENOSPC, EDQUOT}}, {FAILING_READ, {EIO}},
    {FAILING_SYNC, {EIO, ENOSPC}},          {FAILING_TRUNCATE, {EIO}},
    {FAILING_UNLINK, {EIO, EACCES}},        {FAILING_RENAME, {EIO, ENOSPC}},
    {FAILING_OPEN, {EMFILE, EIO, ENOSPC}},  {FAILING_MKDIR, {ENOSPC, EACCES}},
};

typedef struct {
    Trial *trial;
    guint trials, failed, refused;
} Figures;

static void try_one(Figures *figures, const Script *script, const ScriptRun *clean,
                    ScriptFault fault)
{
    uint32_t failed = 0;
    bool done = script_try(figures->trial, script, clean, fault, &failed);
    figures->trials++;
    figures->failed += failed > 0;
    figures->refused += !done;
}

/* Each call of SCRIPT, or about one in SHARE. */
static void try_calls(Figures *figures, const Script *script, GRand *chance, guint share)
{
    g_autoptr(ScriptRun) clean = script_run(figures->trial, script);
    for (guint i = 0; i < G_N_ELEMENTS(refusals); i++) {
        FailingKind kind = refusals[i].kind;
        for (guint number = 1; number <= clean->seen[kind]; number++) {
            for (guint way = 0; way < 6; way++) {
                int reason = refusals[i].reasons[way / 2];
                if (reason != 0 && g_rand_int_range(chance, 0, (gint32)share) == 0) {
                    uint32_t last = way % 2 == 0 ? number : UINT32_MAX;
                    try_one(figures, script, clean, (ScriptFault){kind, number, last, 0, reason});
                }
            }
        }
    }
}

static void commands__tell_the_truth__whatever_the_disk_refuses(void **state)
{
    Figures figures = {.trial = *state};
    g_autoptr(GRand) chance = g_rand_new_with_seed(scale_seed());
    guint quick = QUICK;
    guint share = scale_is_full() ? 100 / scale(1, 100) : 0;
    for (guint i = 0; i < scripts_count; i++) {
        if (share != 0) {
            try_calls(&figures, &scripts[i], chance, share);
        } else if (figures.trials < quick) {
            try_calls(&figures, &scripts[(i * 7 + scale_seed()) % scripts_count], chance, ONE_IN);
        }
    }
    assert_true(figures.failed > figures.trials / 2 && figures.refused > figures.trials / 4);
    scale_tell(5,
               "%u scripts, %u trials, in %u of them a call failed, %u were refused: no crash, "
               "nothing said to be saved that was not, each shop whole",
               scripts_count, figures.trials, figures.failed, figures.refused);
}

/* A signal may cut any call short: that is no fault. */
static void commands__go_on__in_a_storm_of_signals(void **state)
{
    Figures figures = {.trial = *state};
    guint storms = scale(STORMS, 4 * scripts_count);
    for (guint i = 0; i < storms; i++) {
        const Script *script = &scripts[i * 3 % scripts_count];
        g_autoptr(ScriptRun) clean = script_run(figures.trial, script);
        try_one(&figures, script, clean,
                (ScriptFault){.every = 2 + i / scripts_count, .reason = EINTR});
    }
    assert_true(figures.failed > storms / 2);
    scale_tell(5, "%u scripts in a storm of interrupted calls, %u were refused", storms,
               figures.refused);
}

static int begin(void **state)
{
    *state = trial_new();
    return 0;
}

static int end(void **state)
{
    trial_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commands__tell_the_truth__whatever_the_disk_refuses),
        cmocka_unit_test(commands__go_on__in_a_storm_of_signals),
    };
    if (!failing_is_possible()) {
        print_message("A library cannot be preloaded here.\n");
        return 77;
    }
    return cmocka_run_group_tests_name("I/O errors", tests, begin, end);
}
