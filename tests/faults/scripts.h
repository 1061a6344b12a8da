/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done at a counter and by a till in commands, for the trials; and whether the program told
 * the truth about it. */
#pragma once

#include "tests/faults/trial.h"

/* Commands that are done one after the other until one is refused. */
typedef struct {
    const char *lines; /* with "; " between; "@" is the trial's folder */
    const char
        *file; /* a file the last of them writes, in that folder; NULL: the shop is changed */
} Script;

extern const Script scripts[];
extern const unsigned scripts_count;

/* What a script says and does when nothing fails. */
typedef struct {
    char **lines;
    GPtrArray *contents; /* char *: of the shop before the first line and after each */
    GPtrArray *said;     /* char *: what each line printed */
    char *made;          /* the file's content */
    uint32_t seen[FAILING_KINDS];
} ScriptRun;

/* Runs SCRIPT without a fault. Free with script_run_free. */
ScriptRun *script_run(Trial *trial, const Script *script);
void script_run_free(ScriptRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ScriptRun, script_run_free)

/* What is to fail: the calls FIRST to LAST of KIND (first 0: each so many-th call, EVERY), with
 * REASON, an errno. */
typedef struct {
    FailingKind kind;
    uint32_t first, last, every;
    int reason;
} ScriptFault;
/* Runs SCRIPT on a fresh shop with FAULT; CLEAN is its run without one. Fails the test when the
 * program dies, hangs, says that something was done that was not, is refused without a sentence, or
 * leaves a shop that is not whole or half changed. *FAILED: how many calls failed. Returns whether
 * the script was done all the same. */
bool script_try(Trial *trial, const Script *script, const ScriptRun *clean, ScriptFault fault,
                uint32_t *failed);
