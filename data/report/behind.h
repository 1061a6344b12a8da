/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The customers behind a figure. */
#pragma once

#include "data/report/presence.h"
#include "data/report/scores.h"

typedef enum {
    BEHIND_CAME,       /* in the span; the most frequent first, and so on down to BEHIND_HOUR */
    BEHIND_NEW,        /* for the first time */
    BEHIND_RETURNING,  /* not for the first time */
    BEHIND_REGULARS,   /* often */
    BEHIND_REPEATERS,  /* twice or more */
    BEHIND_KEPT,       /* active before and at the end */
    BEHIND_GONE,       /* active before, no longer at the end */
    BEHIND_WON_BACK,   /* known, not active before, active at the end */
    BEHIND_DAY,        /* on one day */
    BEHIND_HOUR,       /* on a weekday at an hour */
    BEHIND_SCORE,      /* gave a score from LEAST to MOST; the lowest first */
    BEHIND_COMPLAINTS, /* complained; the latest first */
    BEHIND_WAITING,    /* complained and waited for an answer: the longest first */
    BEHIND_LOST,       /* were marked as lost; the latest first */
    BEHIND_BACK        /* came back; the latest first */
} BehindKind;

/* What is asked for. */
typedef struct {
    BehindKind kind;
    ReportSpan span;
    int window;        /* as in presence.h */
    Day day;           /* BEHIND_DAY */
    int weekday, hour; /* BEHIND_HOUR: 1 for Monday to 7, 0 to 23 */
    Score score;       /* BEHIND_SCORE */
    int least, most;
    bool has_cause; /* BEHIND_COMPLAINTS, BEHIND_LOST: only those of this cause or reason */
    gint64 cause;   /* 0: none was told */
} Behind;

typedef struct {
    gint64 customer_id;
    char *name; /* customer_call, sorted */
    char *number;
    char *detail;   /* what was said, scored, told as the reason; NULL: nothing */
    gint64 visits;  /* of all time, earlier systems included */
    char *last_day; /* of the visits, YYYY-MM-DD; NULL */
} BehindPerson;

typedef struct {
    gint64 total;      /* how many there are; entries of feedback and complaints count each */
    gint64 unknown;    /* further ones of whom nobody knows who it was, or who were erased */
    GPtrArray *people; /* BehindPerson: the first of them */
} BehindList;

/* Up to LIMIT of them. NULL on a fault. Free with behind_list_free. */
BehindList *behind_load(Db *db, const Behind *behind, guint limit, GError **error);
void behind_list_free(BehindList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(BehindList, behind_list_free)
