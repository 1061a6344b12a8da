/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of matches: computed from portable facts, so that every engine gives the same answers
 * in the same order. */
#pragma once

#include "data/lookup/sought.h"

/* Where a customer has a term. */
typedef struct {
    const Variant *variant; /* NULL: nowhere */
    WordGroup group;
    Nearness nearness;
    guint cost; /* 0 is best */
    bool leads; /* it is the first of the customer's words: the family name */
} Spot;

/* Where CANDIDATE has SOUGHT best. */
Spot rank_spot(const Candidate *candidate, const Sought *sought);

typedef struct {
    const Candidate *candidate;
    bool exact;        /* its number is what was typed */
    Nearness nearness; /* of the terms the farthest */
    Nearness order;    /* the same, for the order: see rank_candidates */
    guint cost;        /* 0 is best */
    guint idle;        /* how many idle words are missing */
    bool leads;        /* the family name itself has a term */
    WordGroup hit;     /* the least telling group that was needed */
} Ranked;

/* Whether CANDIDATE has all terms of SOUGHT (Sought), or is the customer EXACT. */
bool rank_fits(const Candidate *candidate, const GPtrArray *sought, gint64 exact);
/* Ranks those of CANDIDATES that have all terms of SOUGHT (Sought), best first, each customer once.
 * The customer EXACT (0: none) comes first, whatever its words; then who has the terms as typed,
 * then who has what is only alike, by Nearness, but what sounds alike in a note counts as mistyped;
 * among these by what of a customer it is and how it is spelled, where beside a street the number
 * of the house costs nothing; among equals by place (place.h), then the family name before other
 * words, then the name. The array holds Ranked values that borrow from CANDIDATES. */
GArray *rank_candidates(const GPtrArray *candidates, const GPtrArray *sought, gint64 exact);
