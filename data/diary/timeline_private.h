/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the timeline: what timeline.c reads and timelinewords.c puts into words. */
#pragma once

#include "data/diary/timeline.h"

enum { TIMELINE_NUMBERS = 5 };

/* The statement that reads of each kind the first rows behind its own key, together, as on a server
 * each statement is a way there and back. $1 is the customer, $2 how many, $3 the branch (0: any);
 * from $4 on a key and an id for each kind. The columns: kind, id, key, minute, amount, clerk,
 * branch, four texts, five numbers, version. Free with g_free. */
char *timeline_page_sql(void);
enum { TIMELINE_FIRST_KEY = 4 };
/* The statement that counts the rows of the customer $1 in the branch $2 (0: any); from $3 on 1 for
 * each kind that counts. Free with g_free. */
char *timeline_count_sql(void);

/* A row as it was read. What the texts and numbers are follows from its kind: see timelinesql.c. */
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
