/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands for scripts. */
#pragma once

#include "cli/line.h"

/* What came of a command. */
typedef struct {
    CliStatus status; /* for the process: 0 done, 1 nothing found or refused, 2 wrong usage, 3 the
                         server cannot be reached */
    char *screen_on;  /* the shop the full screen shall open now; NULL: the process ends. Free with
                         g_free */
} CliEnd;

/* Carries out what LINE asks for: a command, or the answer to --help or --version. Not to be called
 * when LINE asks for nothing (cli_has_work). */
CliEnd cli_run(const Line *line, const CliWorld *world);
/* Whether LINE asks for something of the above; else the full-screen program is wanted. */
bool cli_has_work(const Line *line);
