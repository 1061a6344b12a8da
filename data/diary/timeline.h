/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that happened between the shop and a customer, in one order: visits, extras, pre-orders,
 * feedback, complaints, promises, losses, notes, greetings, contacts, reminders. */
#pragma once

#include "data/db/record.h"

/* Of what kinds a timeline is, as bits; on one day they stand in this order. */
typedef enum {
    TIMELINE_VISITS = 1 << 0, /* and returns */
    TIMELINE_EXTRAS = 1 << 1,
    TIMELINE_PREORDERS = 1 << 2, /* at the day they are fetched */
    TIMELINE_FEEDBACK = 1 << 3,
    TIMELINE_COMPLAINTS = 1 << 4,
    TIMELINE_PROMISES = 1 << 5, /* when they were made */
    TIMELINE_LOSSES = 1 << 6,
    TIMELINE_NOTES = 1 << 7,
    TIMELINE_GREETINGS = 1 << 8,
    TIMELINE_CONTACTS = 1 << 9,
    TIMELINE_REMINDERS = 1 << 10, /* when they were done */
    TIMELINE_ALL = (1 << 11) - 1,
    /* What knows in which branch it was. */
    TIMELINE_PLACED = TIMELINE_VISITS | TIMELINE_EXTRAS | TIMELINE_PREORDERS | TIMELINE_FEEDBACK |
                      TIMELINE_COMPLAINTS | TIMELINE_CONTACTS
} TimelineKinds;

/* How many bits there are. */
enum { TIMELINE_KINDS = 11 };

/* One line of it. */
typedef struct {
    const RecordType *type; /* of the row it tells of */
    gint64 id;              /* of that row */
    char *at;         /* YYYY-MM-DD, or YYYY-MM-DDTHH:MM of the shop's clock where it is known */
    const char *kind; /* "visit", "return", "extra", "preorder", "feedback", "complaint", "promise",
                         "lost", "note", "greeting", "contact", "reminder"; static */
    char *code;       /* of the row: its own kind, channel, state, how; NULL: it has none */
    char *text;       /* for people; never NULL */
    gint64 amount;    /* RECORD_NONE: none */
    gint64 clerk_id;  /* who wrote it down; 0: nobody in particular */
    gint64 branch_id; /* 0: not told */
    gint64 version;   /* of the row, for who removes it */
} TimelineEntry;

/* Where a page of the timeline begins; {0} is the newest entry. */
typedef struct {
    char day[11]; /* of the last entry before it */
    guint rank;   /* which kind it was of (the number of the bit), … */
    char key[21]; /* … when in that kind: its day, or the instant it was written down, … */
    gint64 id;    /* … and which row */
} TimelinePlace;

/* What KIND is for people, translated; for the column of a list. */
const char *timeline_kind_words(const char *kind);
/* What one bit of TimelineKinds is called as a group, translated: "Visits". */
const char *timeline_group_words(guint bit);

/* Up to LIMIT entries of KINDS of a customer from *PLACE on, newest first (of one day: by kind,
 * then the later row first); with a BRANCH_ID only what happened in that branch, so only
 * TIMELINE_PLACED; *PLACE then stands behind the last of them. Takes about the same time
 * on every page. The array frees them; it is shorter than LIMIT at the end. NULL on a fault. */
GPtrArray *timeline_page(Db *db, gint64 customer_id, guint kinds, gint64 branch_id,
                         TimelinePlace *place, guint limit, GError **error);
/* How many such entries there are. */
bool timeline_count(Db *db, gint64 customer_id, guint kinds, gint64 branch_id, gint64 *count,
                    GError **error);
