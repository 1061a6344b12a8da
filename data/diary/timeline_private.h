/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the timeline: what timeline.c reads and timelinewords.c puts into words. */
#pragma once

#include "data/diary/timeline.h"

enum { TIMELINE_NUMBERS = 5 };

/* A row as it was read. What the texts and numbers are follows from its kind: see the statement in
 * timeline.c. */
typedef struct {
    TimelineEntry entry; /* first: such a row is an entry; its text is NULL until there are words */
    guint rank;
    char day[11];
    char *key;
    char *words, *more, *other;
    gint64 numbers[TIMELINE_NUMBERS]; /* RECORD_NONE: none */
} TimelineRow;

/* Gives all ROWS (TimelineRow) their text. False on a fault. */
bool timeline_put_words(Db *db, const GPtrArray *rows, GError **error);
