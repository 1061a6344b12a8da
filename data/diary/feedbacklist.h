/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said, as a list, and what it comes to for each product, touchpoint and phase. */
#pragma once

#include "data/diary/feedback.h"

/* What feedback is put together by. */
typedef enum { FEEDBACK_BY_ARTICLE, FEEDBACK_BY_TOUCHPOINT, FEEDBACK_BY_PHASE } FeedbackBy;

/* What was said about one product, at one touchpoint, in one phase. Scores are counted as
 * formats.md says: satisfied are 4 and 5 of 5, promoters 9 and 10, detractors 0 to 6. */
typedef struct {
    gint64 article_id; /* by article */
    char *words;       /* its name; the code or the shop's own word; as stored */
    gint64 count;      /* of all feedback */
    gint64 csat_count, csat_satisfied, csat_sum;
    gint64 ces_count, ces_sum;
    gint64 nps_count, promoters, detractors;
    char *last_day;
} FeedbackGroup;

/* The groups of what was said since SINCE (YYYY-MM-DD; NULL: ever), those with the most feedback
 * first, at most LIMIT; with a BRANCH_ID of what was said there. The array frees them; NULL on a
 * fault. */
GPtrArray *feedback_groups(Db *db, FeedbackBy by, gint64 branch_id, const char *since, guint limit,
                           GError **error);
/* What people read for GROUP's product, touchpoint or phase. Belongs to GROUP or the catalogue. */
const char *feedback_group_label(FeedbackBy by, const FeedbackGroup *group);

/* Which feedback is wanted. */
typedef struct {
    bool is_grouped;   /* only that of one group: */
    FeedbackBy by;     /* … */
    gint64 article_id; /* by article */
    const char *words; /* else, as stored */
    gint64 branch_id;  /* only what was said there; 0: anywhere */
} FeedbackFilter;

/* One line of the list. */
typedef struct {
    Feedback *feedback;
    char *whose;   /* the customer, as lists call them; NULL: nobody known */
    char *article; /* what it is about; NULL */
} FeedbackEntry;

/* What was said, the latest first, at most LIMIT. The array frees them; NULL on a fault. */
GPtrArray *feedback_list(Db *db, const FeedbackFilter *filter, guint limit, GError **error);

/* The phases (or touchpoints) the shop has words of its own for, at most fifty, in the order of
 * their bytes: an array of char * that frees them. NULL on a fault. */
GPtrArray *feedback_own_words(Db *db, FeedbackBy by, GError **error);
