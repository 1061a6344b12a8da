/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the crowd of the corpus into a shop. */
#pragma once

#include "data/db/deed.h"
#include "tests/bench/corpus.h"

/* The UTC instant at which the customers are added. */
extern const char fill_now[];

/* Adds the customers of CORPUS from FIRST on, below END, in one deed: to a shop that has those
 * before FIRST and no others, so that each has the id that is one more than the place. KINDS are
 * the shop's kinds of facts. */
bool fill_some(Db *db, const Corpus *corpus, const GPtrArray *kinds, guint first, guint end,
               GError **error);
