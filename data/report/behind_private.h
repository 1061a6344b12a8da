/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of behind.h share. */
#pragma once

#include "data/report/behind.h"

/* One of those that are listed, before names are known. */
typedef struct {
    gint64 customer_id;
    gint64 visits; /* of all time; of who waits for an answer, the days */
    char *detail;  /* taken over by the list */
} BehindEntry;

/* Adds the BehindEntries of a figure of visits to ENTRIES, in order. */
bool behind_visits(Db *db, const Behind *behind, GArray *entries, GError **error);
/* Likewise of what was told: feedback, complaints, losses; those of nobody in particular are
 * counted in *UNKNOWN instead. */
bool behind_told(Db *db, const Behind *behind, GArray *entries, gint64 *unknown, GError **error);
