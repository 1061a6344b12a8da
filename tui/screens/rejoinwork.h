/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What forms ask of the shop when somebody else was quicker, on the worker. */
#pragma once

#include "data/db/record.h"
#include "tui/app.h"

/* Who did something, and when. */
typedef struct {
    char *clerk;    /* NULL: nobody in particular, or unknown */
    char at[21];    /* UTC instant; "": unknown */
    gint64 deed_id; /* that removed it; 0: none is known */
    bool is_there;  /* it is not removed */
} RejoinNews;

void rejoin_news_free(gpointer news);

/* For AppJob.run: the RejoinNews of a change by a clerk. ARG is a RejoinChange *. It never fails: a
 * name that cannot be found is not known. */
typedef struct {
    gint64 clerk_id;
    char at[21];
} RejoinChange;
gpointer rejoin_changed_run(Shop *shop, gpointer arg, Work *work, GError **error);

/* For AppJob.run: the RejoinNews of what became of a record that was not found. ARG is a
 * RejoinRow *. */
typedef struct {
    const RecordType *type;
    gint64 id;
} RejoinRow;
gpointer rejoin_removed_run(Shop *shop, gpointer arg, Work *work, GError **error);

/* Whether something was added to what is stored NOW since it stood as in MINE, to which something
 * is to be added, too (both arrays of records of one kind): nothing else would tell that they
 * belong together. */
bool rejoin_both_add(const GPtrArray *mine, const GPtrArray *now);
/* FAULT_CONFLICT. Returns false. */
bool rejoin_refuse(GError **error);

/* For AppJob.run: brings back what the deed removed. ARG is a RejoinReturn *, the result something
 * for g_free. */
typedef struct {
    gint64 deed_id;
    Who who;
} RejoinReturn;
gpointer rejoin_return_run(Shop *shop, gpointer arg, Work *work, GError **error);
