/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the list of feedback: what was said, or groups of it with their figures. */
#pragma once

#include "data/base/day.h"
#include "data/diary/feedbacklist.h"
#include "tui/widgets/list.h"

/* What is loaded: one of both lists. */
typedef struct {
    GPtrArray *entries;        /* FeedbackEntry; NULL: groups */
    GPtrArray *groups;         /* FeedbackGroup; NULL: entries */
    FeedbackBy by;             /* what the groups are made by */
    int kind_cols, whose_cols; /* the widest of the entries, as far as there is room */
    bool is_open;              /* the entries are of one group of those */
    Day today;
    guint limit;         /* how many entries were asked for */
    bool has_more;       /* older ones were left out */
    GPtrArray *branches; /* Branch */
    gint64 branch_id;    /* where it was said; 0: anywhere */
} FeedbacksModel;

/* Sees how much room the entries of MODEL need; once they are loaded. */
void feedbacks_measure(FeedbacksModel *model);
/* For ScreenClass.model_free. */
void feedbacks_model_free(gpointer model);

/* For a List of a FeedbacksModel. */
extern const ListClass feedbacks_list;
