/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often somebody comes: their own rhythm, and its words. */
#pragma once

#include "data/base/day.h"
#include "data/db/db.h"

/* Everything 0: too few days to tell. */
typedef struct {
    gint64 usual;     /* days between two visits: the median, as visit_sum.rhythm */
    gint64 low, high; /* a quarter of the gaps are shorter than LOW or as long, a quarter longer
                         than HIGH or as long */
    guint days;       /* how many different days it rests on; known without a rhythm, too */
} Rhythm;

/* Of the last visits of a customer: of their last 13 different days. All but `days` is 0 with fewer
 * than four of them. False on a fault. */
bool rhythm_load(Db *db, gint64 customer_id, Rhythm *rhythm, GError **error);
/* The same of DAYS (Julian day numbers, the latest first, all different). */
Rhythm rhythm_of(const gint64 *days, guint count);

/* "every day", "every 9 days", "every 5–6 weeks", "every 2 months", for gaps of LOW to HIGH days
 * (at least 1). Free with g_free. */
char *rhythm_words(gint64 low, gint64 high);
