/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All complaints at a glance, for the owner: which are where, and what comes again and again. */
#pragma once

#include "data/customer/customer.h"
#include "data/diary/complaint.h"

/* Which complaints are wanted; 0 everywhere: all open ones. */
typedef struct {
    bool with_closed;
    gint64 branch_id; /* 0: any, and so on */
    gint64 cause_id;
    gint64 clerk_id; /* who answers */
} ComplaintFilter;

/* How often a cause came up. */
typedef struct {
    gint64 cause_id;
    gint64 now;    /* in the COMPLAINT_SPAN days that end today */
    gint64 before; /* in the as many days before them */
} ComplaintRepeat;

enum { COMPLAINT_SPAN = 90 };

typedef struct {
    GPtrArray *complaints; /* Complaint: by state, within it the longest open first, the closed ones
                              the latest first */
    GHashTable *customers; /* Customer by id (gint64 *) of those who complained */
    gint64 total;          /* how many the filter lets through; more than there are complaints when
                              those are too many */
    GPtrArray *repeats;    /* ComplaintRepeat with at least two now, the most frequent first; of all
                              complaints of the branch, whatever the rest of the filter says */
} ComplaintBoard;

/* The board on TODAY (whole), with LIMIT complaints at most: the longest open ones, or with the
 * closed ones the latest. NULL on a fault. Free with complaint_board_free. */
ComplaintBoard *complaint_board_load(Db *db, const ComplaintFilter *filter, Day today, guint limit,
                                     GError **error);
void complaint_board_free(ComplaintBoard *board);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ComplaintBoard, complaint_board_free)

/* The customer who complained; NULL when nobody is known. Belongs to BOARD. */
const Customer *complaint_board_customer(const ComplaintBoard *board, const Complaint *complaint);
