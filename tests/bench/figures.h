/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times and what is told of them. Figures go to standard output, one a line: a name, a blank, a
 * number. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Milliseconds since some moment. */
double figures_now(void);
/* How long the same small computation takes this time, in milliseconds: what it varies, everything
 * else on this machine varies as well. */
double figures_noise(void);

/* A list of numbers (double). Unref it with g_array_unref. */
GArray *figures_new(void);
void figures_add(GArray *numbers, double number);
/* Puts NUMBER in place of the one at PLACE, or at the end, unless that is smaller already. */
void figures_lower(GArray *numbers, guint place, double number);
/* The number that SHARE (0 to 1) of NUMBERS do not exceed; sorts them. 0 without any. */
double figures_at(GArray *numbers, double share);

/* Writes "NAME number". */
void figures_tell(const char *name, double number);
/* Writes NAME.median, .p99, .worst and .count of NUMBERS. */
void figures_tell_all(const char *name, GArray *numbers);

/* Says on standard error that PROGRAM cannot go on and why, and ends it, unless DONE. */
void figures_need(bool done, const char *program, const GError *error);
