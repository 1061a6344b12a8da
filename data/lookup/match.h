/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matches: ranked candidates with what is shown of them. */
#pragma once

#include "data/lookup/lookup.h"
#include "data/lookup/rank.h"

/* Fills FOUND with the notes' kinds and with matches for the first LIMIT of RANKED (Ranked), who
 * were looked for by SOUGHT (Sought). False on a fault. */
bool match_list(Db *db, const GPtrArray *sought, const GArray *ranked, guint limit, Found *found,
                GError **error);
/* Frees a Match. */
void match_free(gpointer match);
