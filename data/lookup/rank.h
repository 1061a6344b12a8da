/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of matches: computed from portable facts, so that every engine gives the same answers
 * in the same order. */
#pragma once

#include "data/lookup/index.h"

typedef struct {
    const Candidate *candidate;
    bool exact;    /* its number is what was typed */
    guint cost;    /* 0 is best */
    bool leads;    /* the family name itself begins with a word of the query */
    WordGroup hit; /* the least telling group that was needed */
} Ranked;

/* Ranks those of CANDIDATES that have all of TERMS, best first, each customer once. The customer
 * EXACT (0: none) comes first, whatever its words. The array holds Ranked values that borrow from
 * CANDIDATES. */
GArray *rank_candidates(const GPtrArray *candidates, char *const *terms, gint64 exact);
