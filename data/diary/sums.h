/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sums of visits: of each day and branch, of each customer, of each article (tables visit_day,
 * visit_sum, article_sum). They follow each change within its transaction, so that figures and
 * cards are quick however many visits there are; sums_check compares them with the visits,
 * sums_rebuild makes them anew. */
#pragma once

#include "data/diary/visit.h"
#include "data/diary/visititem.h"

/* Changes that are not written yet. */
typedef struct Sums Sums;

/* Free with sums_free. */
Sums *sums_new(void);
/* NULL is fine. */
void sums_free(Sums *sums);

/* Notes RECORD, a Visit or VisitItem, that came (SIGN 1) or went (-1). A change is both. */
void sums_note(Sums *sums, gconstpointer record, int sign);
/* Notes that the rows FIRST to LAST of TYPE are about to go. */
bool sums_note_run(Sums *sums, Db *db, const RecordType *type, gint64 first, gint64 last,
                   GError **error);
/* Writes what was noted and forgets it; on a server one at a time, until the end of the
 * transaction: two tills count the same day. Adds to CUSTOMERS the ids (gint64 *, which it owns) of
 * those whose sum is another one now: the search index knows how often they come. */
bool sums_settle(Sums *sums, Db *db, GHashTable *customers, GError **error);

/* The usual distance in days between the visits on DAYS, which are different days (gint64 Julian
 * day numbers, the latest first; at most the last 13 count): the median of the gaps, at least 1. 0
 * with fewer than four days: two gaps are no rhythm. */
gint64 sums_rhythm(const gint64 *days, guint count);
/* For so many days after the last visit nobody is missed who comes every RHYTHM days: the rhythm
 * and twice of it more, but not less than 14 and not more than 90 days more. */
gint64 sums_patience(gint64 rhythm);

/* Of one customer; all 0 or NULL when there are no visits. */
typedef struct {
    gint64 visits, returns; /* returns are no visits */
    gint64 amount;          /* of both, in the smallest unit */
    char *first_day;        /* of the visits, YYYY-MM-DD */
    char *last_day;
    gint64 rhythm;    /* days; 0: not known */
    char *away_from;  /* from this day on the customer stays away; NULL: not known */
    gint64 branch_id; /* whose customer they are: the branch of most of the last fifty visits, of
                         equal ones the one visited last; 0: none was told */
} VisitSum;

/* The sum of a customer, never NULL but on a fault. Free with visit_sum_free. */
VisitSum *visit_sum_load(Db *db, gint64 customer_id, GError **error);
void visit_sum_free(VisitSum *sum);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(VisitSum, visit_sum_free)

/* The last day somebody was there: of the visits, or BEFORE (YYYY-MM-DD; NULL), which an earlier
 * system told, whichever is later. NULL when both are. Belongs to SUM or is BEFORE. */
const char *visit_sum_last_day(const VisitSum *sum, const char *before);

/* Of one day at one branch. */
typedef struct {
    char day[11];     /* YYYY-MM-DD */
    gint64 branch_id; /* 0: none told */
    gint64 visits, returns, amount;
    guint hours[24];  /* visits that began in each hour; those without a time are in none */
    GArray *visitors; /* gint64 customer ids, one a visit, in rising order */
} VisitDay;

/* The days FROM to TO (YYYY-MM-DD, both included) of all branches (BRANCH_ID 0) or of one, by day
 * and branch; days without visits are left out. The array frees its VisitDays. NULL on a fault. */
GPtrArray *visit_day_list(Db *db, const char *from, const char *to, gint64 branch_id,
                          GError **error);

/* Called now and then with how many of TOTAL rows are through. False breaks off. */
typedef bool (*SumsProgress)(guint done, guint total, gpointer data);

/* Compares the sums with the visits and adds a sentence to FINDINGS (char *) for what differs:
 * days, customers, articles. False on a fault, FAULT_CANCELLED when PROGRESS (may be NULL) breaks
 * off. */
bool sums_check(Db *db, SumsProgress progress, gpointer data, GPtrArray *findings, GError **error);
/* Makes all sums anew, in one transaction; broken off, they are as before. */
bool sums_rebuild(Db *db, SumsProgress progress, gpointer data, GError **error);
