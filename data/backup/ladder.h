/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which backups are kept: fewer, the older they are. */
#pragma once

#include <glib.h>
#include <stdbool.h>

enum { LADDER_ALL_DAYS = 2, LADDER_DAYS = 14, LADDER_WEEKS = 8, LADDER_MONTHS = 6 };

typedef struct {
    gint64 made;  /* seconds since 1970, UTC */
    bool is_firm; /* as long as backups of its day are kept at all, it is not only the last one of
                     that day: made before an upgrade or a restore */
    bool is_kept; /* the answer */
} LadderStep;

/* Sets is_kept of the COUNT STEPS, which may stand in any order: all of the last LADDER_ALL_DAYS
 * days, the last of each of LADDER_DAYS days, of LADDER_WEEKS weeks (from Monday) and of
 * LADDER_MONTHS months, and what is firm of those LADDER_DAYS days. Only days, weeks and months
 * (UTC) in which there is a backup count: so a clock that jumps ahead ages nothing, and neither do
 * holidays. What was made later than NOW is kept and counts nowhere: backups "from the future"
 * make no others go. */
void ladder_choose(LadderStep *steps, guint count, gint64 now);
