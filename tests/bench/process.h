/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a command takes as a process. */
#pragma once

#include <stdio.h>

/* Runs COMMAND, which ends with NULL and is looked for in the PATH, with the file INPUT as its
 * input and its output in OUTPUT, which is emptied before. Milliseconds from the start of the
 * process to its end; below 0 when it cannot be started or ends with more than 1. */
double process_time(const char *input, FILE *output, char *const command[]);
