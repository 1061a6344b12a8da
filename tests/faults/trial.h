/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as a process on a shop of its own, with calls that fail in it. */
#pragma once

#include "tests/data/fixture.h"
#include "tests/faults/failingplan.h"

typedef struct {
    char *folder;      /* of all that follows; "@" in a line stands for it */
    char *shop;        /* the shop's file in it */
    char *kept;        /* the folder of what is kept between trials */
    char *start;       /* in it, what each trial begins with */
    FailingPlan *plan; /* shared with the program */
    char **environment;
} Trial;

/* How a process ended. */
typedef struct {
    int status;         /* the exit status; -1: killed */
    int signal;         /* by this one */
    bool is_hanging;    /* it had to be killed */
    GString *out, *err; /* what it printed */
} TrialEnd;

/* With a shop of seven customers and lists beside it. Ends the test program when it cannot be
 * made. */
Trial *trial_new(void);
void trial_free(Trial *trial);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Trial, trial_free)

/* Makes everything as it was in the beginning, and nothing fails. */
void trial_reset(Trial *trial);

/* Runs the program with LINE, words as a shell takes them. Clear the end with trial_end_clear. */
TrialEnd trial_run(const Trial *trial, const char *line);
void trial_end_clear(TrialEnd *end);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TrialEnd, trial_end_clear)

/* What the shop in the file WHERE says, having been opened anew; fails the test unless it is sound.
 * "" when there is none. Free with g_free. */
char *trial_content(const char *where);
