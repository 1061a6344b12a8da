/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program in a terminal of its own, watched by the clock. */
#pragma once

#include "tests/bench/term.h"

#include <sys/types.h>

typedef struct {
    pid_t pid;
    int fd;
    Term *screen;   /* what the program has painted */
    double started; /* figures_now */
    double last;    /* when the last byte came; 0: none came since the last pty_send */
    bool is_over;   /* the program has closed the terminal */
} Pty;

/* Whether what is waited for can be seen. */
typedef bool (*PtyGoal)(const Term *screen, gconstpointer data);

/* Starts ARGV (NULL at the end) in a terminal of ROWS and COLS. NULL when there is no terminal to
 * be had. Free with pty_free. */
Pty *pty_start(char *const argv[], guint rows, guint cols);
/* Ends the program, if it has not ended by itself, and waits for it. */
void pty_free(Pty *pty);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pty, pty_free)

/* Types LENGTH bytes. */
bool pty_send(Pty *pty, const char *bytes, gsize length);
/* Reads what is painted until nothing came for QUIET milliseconds and GOAL (may be NULL) is
 * reached. False when that takes more than MOST milliseconds or the program has ended. */
bool pty_settle(Pty *pty, double quiet, double most, PtyGoal goal, gconstpointer data);
