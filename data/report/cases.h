/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Complaints and losses of a span of days, counted by their cause. */
#pragma once

#include "data/db/db.h"
#include "data/report/span.h"

/* How often a cause or reason was told. */
typedef struct {
    gint64 id;    /* of the cause or reason; 0: none was told */
    char *code;   /* NULL with id 0 */
    char *label;  /* for people, translated; "not told" with id 0 */
    char *family; /* of a reason; NULL */
    gint64 count;
    double share;     /* per cent of all */
    double cumulated; /* per cent of all, those before it included */
} CaseCount;

typedef struct {
    gint64 n;               /* received in the span */
    gint64 open;            /* of them: not closed yet */
    gint64 answered;        /* of them */
    double mean_days;       /* from hearing of it to the answer; only with ANSWERED above 0 */
    double median_days;     /* likewise */
    gint64 agreed, refused; /* closed so */
    gint64 cost;            /* what they cost, as far as told */
    GPtrArray *causes;      /* CaseCount, the most frequent first, those without a cause last */
} ComplaintSums;

/* NULL on a fault. Free with complaint_sums_free. */
ComplaintSums *complaint_sums_load(Db *db, const ReportSpan *span, GError **error);
void complaint_sums_free(ComplaintSums *sums);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ComplaintSums, complaint_sums_free)

typedef struct {
    gint64 n;          /* noticed in the span */
    gint64 back;       /* of them: are back by now */
    gint64 won_back;   /* came back in the span, whenever they were lost */
    gint64 value;      /* a year, of those lost in the span, as far as told */
    GPtrArray *stated; /* CaseCount by what they say, as above */
    GPtrArray *real;   /* by what is so */
    GPtrArray *best;   /* by what is so, where that is known, else by what they say */
} LossSums;

/* A loss belongs to the branch at which the customer was last. NULL on a fault. Free with
 * loss_sums_free. */
LossSums *loss_sums_load(Db *db, const ReportSpan *span, GError **error);
void loss_sums_free(LossSums *sums);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LossSums, loss_sums_free)
