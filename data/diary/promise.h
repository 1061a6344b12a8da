/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something the shop said it would do, by a day. */
#pragma once

#include "data/base/choice.h"
#include "data/base/day.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer */
    char *words;        /* what */
    char *due_day;      /* YYYY-MM-DD */
    gint64 clerk_id;    /* who sees to it; 0: whoever is there */
    char *state;        /* "open", "kept", "broken" */
    char *done_day;     /* when it was kept or broken */
} Promise;

extern const RecordType promise_type;

/* "open", "kept", "broken". */
extern const Choice promise_states[];

/* The day by which PROMISE is to be kept. */
Day promise_due_day(const Promise *promise);

/* Stores PROMISE, of which customer, words and due_day are set, as a new one, which is open; one
 * with an id is stored as it was changed. FAULT_REFUSED when there are no words or no whole day;
 * faults of record_update. */
bool promise_save(Deed *deed, Promise *promise, GError **error);
/* Says that the promise ID was kept or broken on DAY, or is open after all: STATE is a code of
 * promise_states. Saying what it is already changes nothing. FAULT_MISSING when it is not there. */
bool promise_settle(Deed *deed, gint64 id, const char *state, Day day, GError **error);

/* The open promises of a customer, the next first; the array frees them. NULL on a fault. */
GPtrArray *promise_open_of(Db *db, gint64 customer_id, GError **error);
/* Up to LIMIT open promises of all customers to be kept until TO_DAY (whole), the longest overdue
 * first. Those given to customers who have died are left out. The array frees them. NULL on a
 * fault. */
GPtrArray *promise_due(Db *db, Day to_day, guint limit, GError **error);
/* Up to LIMIT promises that are open, the next first, or with IS_DONE those that were kept or
 * broken, the latest first; with a BRANCH_ID those that branch sees to (BRANCH_SEES_TO). The array
 * frees them. NULL on a fault. */
GPtrArray *promise_list(Db *db, bool is_done, gint64 branch_id, guint limit, GError **error);
