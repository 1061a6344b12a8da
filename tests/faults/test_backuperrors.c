/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever call the system refuses while a backup is made, proved or brought back: the earlier
 * backups stay whole, nothing half is listed, the shop is as it was or as it is to be, what went
 * wrong is told, and it works when it is tried again. */
#include "tests/faults/benchbackup.h"
#include "tests/faults/scale.h"

#include <errno.h>
#include <string.h>

/* Of the kinds with hundreds of calls, the first and the last few are tried, and a share of those
 * between. The suite does one in so many of all that. */
enum { FIRST = 6, LAST = 3, MANY = 60, QUICK_ONE_IN = 14 };

static const struct {
    FailingKind kind;
    int reasons[3];
} refusals[] = {
    {FAILING_WRITE, {ENOSPC, EIO}},   {FAILING_READ, {EIO}},
    {FAILING_SYNC, {EIO, ENOSPC}},    {FAILING_TRUNCATE, {EIO}},
    {FAILING_UNLINK, {EIO}},          {FAILING_RENAME, {EIO, ENOSPC}},
    {FAILING_OPEN, {EACCES, EMFILE}}, {FAILING_MKDIR, {ENOSPC, EACCES}},
};

typedef struct {
    guint candidates, trials, failed, refused;
} Figures;

/* Tries DEED with the calls FIRST to LAST of KIND refused. */
static void try_one(Bench *bench, const BenchDeed *deed, FailingKind kind, guint first, guint last,
                    int reason, Figures *figures)
{
    g_autoptr(GError) fault = NULL, error = NULL;
    bench_reset(bench, deed);
    bench_fail(bench, kind, first, last, reason);
    bool done = deed->work(bench, &fault);
    figures->failed += bench_calm(bench) > 0;
    figures->refused += !done;
    figures->trials++;
    g_autofree char *trouble = bench_judge(bench, deed, done, fault);
    if (trouble == NULL && !deed->work(bench, &error)) {
        trouble = g_strdup_printf("again: %s", error->message);
    }
    if (trouble != NULL) {
        fail_msg("%s, call %u to %u of kind %d refused (%s; %s): %s", deed->name, first, last,
                 (int)kind, g_strerror(reason), fault != NULL ? fault->message : "done", trouble);
    }
}

/* Whether call NUMBER of COUNT of a kind is one to try. */
static bool is_chosen(guint number, guint count, Figures *figures)
{
    guint share = 100 / scale(1, 100);
    bool is_one = count <= MANY || number <= FIRST || number + LAST > count ||
                  (number + scale_seed()) % share == 0;
    if (!is_one || scale_is_full()) {
        return is_one;
    }
    return (figures->candidates++ + scale_seed()) % QUICK_ONE_IN == 0;
}

/* Once and for ever, for each reason; in less than the full length only once and for one of them.
 */
static void try_call(Bench *bench, const BenchDeed *deed, guint which, guint number,
                     Figures *figures)
{
    const int *reasons = refusals[which].reasons;
    guint count = 1;
    while (count < G_N_ELEMENTS(refusals[which].reasons) && reasons[count] != 0) {
        count++;
    }
    if (scale(1, 100) < 100) {
        try_one(bench, deed, refusals[which].kind, number, number, reasons[number % count],
                figures);
        return;
    }
    for (guint i = 0; i < count; i++) {
        try_one(bench, deed, refusals[which].kind, number, number, reasons[i], figures);
        try_one(bench, deed, refusals[which].kind, number, UINT32_MAX, reasons[i], figures);
    }
}

static void backups__keep_what_they_promise__whatever_the_disk_refuses(void **state)
{
    Bench *bench = *state;
    Figures figures = {0};
    for (guint i = 0; i < bench_deeds_count; i++) {
        const BenchDeed *deed = &bench_deeds[i];
        g_autoptr(GError) error = NULL;
        guint seen[FAILING_KINDS];
        bench_reset(bench, deed);
        bench_fail(bench, FAILING_KINDS, 0, 0, 0);
        expect_done(deed->work(bench, &error), error);
        memcpy(seen, bench->plan->seen, sizeof seen);
        for (guint which = 0; which < G_N_ELEMENTS(refusals); which++) {
            guint count = seen[refusals[which].kind];
            for (guint number = 1; number <= count; number++) {
                if (is_chosen(number, count, &figures)) {
                    try_call(bench, deed, which, number, &figures);
                }
            }
        }
    }
    assert_true(figures.failed > figures.trials / 2 && figures.refused > figures.trials / 4);
    scale_tell(12,
               "%u times a call was refused in making, proving and bringing back backups, %u were "
               "refused: no earlier backup and no shop was harmed",
               figures.failed, figures.refused);
}

/* A signal in the middle of a call is no fault: it is called again. */
static void backups__come_about__though_each_call_is_interrupted(void **state)
{
    static const FailingKind kinds[] = {FAILING_WRITE, FAILING_READ};
    Bench *bench = *state;
    guint interrupted[G_N_ELEMENTS(kinds)] = {0};
    for (guint i = 0; i < bench_deeds_count * G_N_ELEMENTS(kinds); i++) {
        const BenchDeed *deed = &bench_deeds[i / G_N_ELEMENTS(kinds)];
        guint which = i % G_N_ELEMENTS(kinds);
        g_autoptr(GError) fault = NULL;
        bench_reset(bench, deed);
        bench_fail(bench, kinds[which], 1, UINT32_MAX, EINTR);
        bool done = deed->work(bench, &fault);
        interrupted[which] += bench_calm(bench);
        g_autofree char *trouble = bench_judge(bench, deed, done, fault);
        if (!done || trouble != NULL) {
            fail_msg("%s, calls of kind %d interrupted (%s): %s", deed->name, (int)kinds[which],
                     fault != NULL ? fault->message : "done", trouble != NULL ? trouble : "sound");
        }
    }
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        assert_true(interrupted[i] > 10 * bench_deeds_count);
    }
}

int main(int count, char **words)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(backups__keep_what_they_promise__whatever_the_disk_refuses),
        cmocka_unit_test(backups__come_about__though_each_call_is_interrupted),
    };
    (void)count;
    if (!bench_preload(words)) {
        print_message(
            "A library cannot be preloaded here, or there is no module for encryption.\n");
        return 77;
    }
    return cmocka_run_group_tests_name("errors in backups", tests, bench_begin, bench_end);
}
