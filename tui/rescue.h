/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives the terminal back in order when the program dies: by SEGV, ABRT, BUS, FPE, ILL, TRAP, SYS,
 * or by exit() from anywhere. The handlers only write prepared bytes and set the saved modes. */
#pragma once

#include <stdbool.h>
#include <termios.h>

/* From now on: on the program's death write RESET (copied, at most 500 bytes) to OUTPUT and set
 * MODES on INPUT. Handlers that others have installed (sanitizers) are left alone. */
void rescue_arm(int input, int output, const struct termios *modes, const char *reset);
/* The terminal has been given back: nothing to do on death any more. */
void rescue_disarm(void);
