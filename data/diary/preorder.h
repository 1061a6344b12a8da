/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An order to be fetched later. */
#pragma once

#include "data/base/choice.h"
#include "data/base/day.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer */
    char *state;        /* "open", "ready", "fetched", "cancelled" */
    char *day;          /* YYYY-MM-DD */
    gint64 minute;      /* of that day; RECORD_NONE: any time */
    gint64 branch_id;   /* where; 0: not told */
    char *words;        /* what, in all its details */
    gint64 amount;      /* agreed; RECORD_NONE: not told */
    char *for_whom;
    char *occasion;
    char *done_day;  /* when it was fetched or cancelled */
    gint64 visit_id; /* the visit on which it was fetched */
} Preorder;

extern const RecordType preorder_type;

extern const Choice preorder_states[];

/* Whether it waits to be fetched: open or ready. */
bool preorder_is_waiting(const Preorder *preorder);

/* Those of a customer that wait, by day. An array of Preorder, which it frees; NULL on a fault. */
GPtrArray *preorder_open_of(Db *db, gint64 customer_id, GError **error);
/* Those of all customers that wait until TO_DAY (whole, included), by day and time; of one branch,
 * with those of no branch, or of all (BRANCH_ID 0). */
GPtrArray *preorder_due(Db *db, Day to_day, gint64 branch_id, GError **error);
/* Up to LIMIT of a customer, cancelled ones aside, the latest day first: what can be had again. */
GPtrArray *preorder_earlier(Db *db, gint64 customer_id, guint limit, GError **error);

/* Stores PREORDER as new or over its row; its state is "open" when none is set. Texts are made
 * storable here. FAULT_REFUSED when no words are told, or an amount beyond MONEY_MOST. */
bool preorder_save(Deed *deed, Preorder *preorder, GError **error);
/* Brings the pre-order ID into STATE on the day TODAY (whole). "fetched" makes the visit, at MINUTE
 * (RECORD_NONE: not known) and BRANCH_ID (0: that of the pre-order), with its words as details;
 * leaving that state takes the visit away. The state it has already is no change. */
bool preorder_move(Deed *deed, gint64 id, const char *state, Day today, gint64 minute,
                   gint64 branch_id, GError **error);
/* For visit.c: the visit VISIT_ID is about to go; what was fetched with it is ready again. */
bool preorder_let_go(Deed *deed, gint64 visit_id, GError **error);
