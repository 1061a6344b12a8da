/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A complaint as a case: from hearing of it to how it ended. */
#pragma once

#include "data/base/choice.h"
#include "data/base/day.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer; 0: nobody known */
    char *day;          /* YYYY-MM-DD */
    char *state;        /* "received", "acknowledged", "working", "answered", "agreed" and "refused"
                           (closed) */
    gint64 cause_id;    /* a complaint_cause; 0: not told yet */
    char *severity;     /* "low", "middle", "high" */
    char *words;        /* what happened */
    char *remedy;       /* what the customer asks for */
    char *channel;      /* how it came in, of feedback_channels; NULL: not told */
    gint64 article_id;  /* 0: none in particular */
    gint64 branch_id;   /* where; 0: not told */
    gint64 clerk_id;    /* who answers; 0: nobody yet */
    char *due_day;      /* YYYY-MM-DD; NULL */
    char *answer;       /* what the shop said or did */
    gint64 cost;        /* in the smallest unit; RECORD_NONE: not told */
    char *content;      /* "yes", "no"; NULL: not asked */
    char *changed;
    char *acknowledged_day; /* the day of each step; NULL: not reached */
    char *answered_day;
    char *closed_day;
} Complaint;

extern const RecordType complaint_type;

/* In the order of the steps; the last two are closed. */
extern const Choice complaint_states[];
extern const Choice complaint_severities[];
/* Whether the customer was content in the end. */
extern const Choice complaint_contents[];

/* The number of STATE in complaint_states; 0 for one that is none of them. */
guint complaint_step(const char *state);
/* Whether it is not closed. */
bool complaint_is_open(const Complaint *complaint);
/* How many days it has been open on TODAY (whole), or was open until it was closed. Never negative.
 */
int complaint_age(const Complaint *complaint, Day today);
/* Whether the answer is due: the day for it is over, nobody has answered, and it is open. */
bool complaint_is_late(const Complaint *complaint, Day today);

/* Puts COMPLAINT into STATE on TODAY (whole). Each step sets its day, and so do those that were
 * skipped: who settles it at the counter has answered as well. A step that was reached before keeps
 * its day; going back clears the days of the later steps. */
void complaint_set_state(Complaint *complaint, const char *state, Day today);

/* Stores COMPLAINT, of which day and words are set, as a new one: received and of middle severity
 * where nothing else is said, at the branch of the deed. Faults of record_insert. */
bool complaint_add(Deed *deed, Complaint *complaint, GError **error);

/* The open ones of a customer, oldest first; the array frees the Complaints. NULL on a fault. */
GPtrArray *complaint_open_of(Db *db, gint64 customer_id, GError **error);
