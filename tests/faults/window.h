/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program in a terminal window of its own: a pseudo-terminal with a strict terminal on our
 * side, and a home with a small shop in which nobody else works. */
#pragma once

/* cmocka wants these four before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/faults/failingplan.h"
#include "tests/faults/strictterm.h"

#include <sys/resource.h>
#include <termios.h>

/* Nothing here takes long: who waits longer than this, in milliseconds, waits in vain. */
enum { WINDOW_PATIENCE_MS = 20000 };

/* A home with a shop of three customers, the last of them Hilde Wagner, number 1042. */
typedef struct {
    char *folder;
    char *shop; /* the shop's file in it */
    char **environment;
    FailingPlan *plan; /* of calls that fail in the program; NULL: none do */
} Sandbox;

Sandbox *sandbox_new(void);
void sandbox_free(Sandbox *sandbox);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sandbox, sandbox_free)
/* The same variable in its environment, or none (VALUE NULL). */
void sandbox_set(Sandbox *sandbox, const char *name, const char *value);
/* From now on the program has the library preloaded that goes by SANDBOX->plan, in which nothing
 * fails. Only where failing_is_possible. */
void sandbox_preload(Sandbox *sandbox);
/* Whether any file of the home holds TEXT as it is. */
bool sandbox_holds(const Sandbox *sandbox, const char *text);
/* What the program prints when it is run with WORDS (NULL at the end) and no terminal; *STATUS as
 * waitpid gives it. Both streams together; free with g_free. */
char *sandbox_run(const Sandbox *sandbox, const char *const *words, int *status);

typedef struct {
    int keyboard;         /* our end; -1: closed */
    int line;             /* the program's end, kept open to look at its modes; -1: closed */
    struct termios modes; /* as they were before */
    pid_t program;
    StrictTerm *term;
    GString *seen; /* all that was sent */
} Window;

typedef struct {
    const char *const *words; /* behind "tresen", NULL at the end; NULL: none */
    bool ignores_hangup;      /* as under nohup */
} WindowPlan;

/* Starts the program in a window of 24 by 80; PLAN NULL: nothing special. */
Window *window_new(const Sandbox *sandbox, const WindowPlan *plan);
/* Starts the program anew where another has ended: the window is as that one left it. */
void window_restart(Window *window, const Sandbox *sandbox, const WindowPlan *plan);
/* Ends the program, where it still runs, and closes the window. */
void window_free(Window *window);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Window, window_free)

/* Types LENGTH bytes; the program reads meanwhile. -1: up to the NUL. */
void window_type(Window *window, const char *bytes, gssize length);
/* Reads what is sent until TEXT is on the screen; fails the test when it never is. */
void window_await(Window *window, const char *text);
/* Reads until nothing has come for QUIET_MS. */
void window_settle(Window *window, int quiet_ms);
/* Whether TEXT is on the screen. */
bool window_shows(const Window *window, const char *text);
void window_resize(Window *window, int rows, int cols);
/* Waits until the program has ended and reads the rest: the status as waitpid gives it. *USAGE,
 * unless NULL, is what it took, *SECONDS, unless NULL, how long it was waited for. */
int window_end(Window *window, struct rusage *usage, double *seconds);
/* Tells the program to end, as a shutdown does, and fails the test unless it ends well and leaves
 * the terminal as it was. WHEN is for the message. */
void window_quit(Window *window, const char *when);
/* Closes our side, and the other one's too: nobody is there any more. */
void window_close(Window *window);
/* Fails the test unless the terminal is as it was before the program: its modes and all that was
 * switched on; and unless all that was sent is ours. WHEN is for the message. */
void window_expect_restored(Window *window, const char *when);
