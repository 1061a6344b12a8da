/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much a test of the promises in doc/SAFETY.md does: a little in the suite, all of it under
 * "make torture". */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Whether this is the long run: $TRESEN_TORTURE is set. */
bool scale_is_full(void);
/* QUICK in the suite; FULL under torture, or a hundredth part of it for each percent when
 * $TRESEN_TORTURE is a number below 100. At least 1. */
guint scale(guint quick, guint full);
/* Whether screen NUMBER is one to be tried: all are in the long run, one in eight in the suite, by
 * the seed. Opening a screen takes longest; tests that add something of their own to NUMBER try
 * others. */
bool scale_picks(guint number);
/* The seed of what is random: $TRESEN_SEED, or 1; it is printed when a test fails. */
guint32 scale_seed(void);
/* In the long run, a line "promise NUMBER: …" to standard output, from which the figures of
 * doc/SAFETY.md are taken; nothing in the suite. */
void scale_tell(guint promise, const char *format, ...) G_GNUC_PRINTF(2, 3);
