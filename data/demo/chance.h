/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chance that is the same on every machine: for the demo shop. Not for secrets. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* SplitMix64: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014,
 * doi:10.1145/2660193.2660195, with the constants of its mix64 variant 13. */
typedef struct {
    guint64 state; /* the seed; any value is fine */
} Chance;

/* A number from 0 to LIMIT - 1, all equally likely. LIMIT is above 0. */
guint chance_below(Chance *chance, guint limit);
/* A number from FIRST to LAST, both included. */
int chance_between(Chance *chance, int first, int last);
/* True in PERCENT of a hundred cases. */
bool chance_of(Chance *chance, guint percent);
/* A place in a table of COUNT entries that stand in the order of how common they are: the entry at
 * place r (from 0) is drawn with a weight of 1 / (r + 8), which is Zipf's law with a flatter head,
 * as family names have it. */
guint chance_ranked(Chance *chance, guint count);
/* One of the COUNT texts of TABLE: all equally likely. */
const char *chance_pick(Chance *chance, const char *const *table, guint count);
