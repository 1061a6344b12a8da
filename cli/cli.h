/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands for scripts. */
#pragma once

#include "cli/line.h"

/* Carries out what LINE asks for: a command, or the answer to --help or --version. Returns the exit
 * status: 0 done, 1 nothing found or refused, 2 wrong usage. Not to be called when LINE asks for
 * nothing (cli_has_work). */
CliStatus cli_run(const Line *line, const CliWorld *world);
/* Whether LINE asks for something of the above; else the full-screen program is wanted. */
bool cli_has_work(const Line *line);
