/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer who is lost: how, why, and what was done about it. */
#pragma once

#include "data/base/choice.h"
#include "data/base/day.h"
#include "data/customer/customer.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id;    /* the customer */
    char *day;             /* when the shop noticed, YYYY-MM-DD */
    char *how;             /* "says", "stays_away", "moved", "died" */
    gint64 reason_id;      /* what they say; 0: nothing */
    gint64 real_reason_id; /* what is so; 0: not known */
    char *competitor;      /* who has them now */
    gint64 value;          /* a year, in the smallest unit; RECORD_NONE: not told */
    gint64 clerk_id;       /* who asks why; 0: nobody */
    char *ask_day;         /* YYYY-MM-DD; NULL */
    char *outcome;         /* what came of asking; NULL: nobody has asked yet */
    char *attempt;         /* to win them back */
    char *attempt_day;
    char *result;      /* of the attempt: "open", "came_back", "stays_away"; NULL: none was made */
    char *back_day;    /* they are no longer lost since then; NULL */
    gint64 is_greeted; /* 1: the owner wants their birthday to be shown all the same */
    char *words;
} Loss;

extern const RecordType loss_type;

/* "says", "stays_away", "moved", "died". */
extern const Choice loss_hows[];
/* "open", "came_back", "stays_away". */
extern const Choice loss_results[];

/* Part of a statement: whether the row of "loss" keeps the birthday of its customer silent: always
 * of somebody who has died, else unless the owner said so, and only as long as they are not back.
 */
#define LOSS_IS_SILENT "(loss.back_day IS NULL AND (loss.how = 'died' OR loss.is_greeted = 0))"
/* Likewise: whether the row says that its customer has died. */
#define LOSS_IS_DEATH "(loss.back_day IS NULL AND loss.how = 'died')"
/* Likewise: whether the customer of a row of TABLE, who may be nobody, has not died. What was to be
 * done for the dead is not to be done any more; it stays stored and is back when they are. */
#define LOSS_NOT_DEAD(table)                                                                       \
    "NOT EXISTS (SELECT 1 FROM loss WHERE loss.customer_id = " table                               \
    ".customer_id AND " LOSS_IS_DEATH ")"

/* Whether the customer has died. NULL: nobody is lost. */
bool loss_is_death(const Loss *loss);

/* The loss that stands (no back_day, the newest) into *LOSS; NULL when the customer is not lost.
 * Free with record_free. False on a fault. */
bool loss_current(Db *db, gint64 customer_id, Loss **loss, GError **error);
/* Stores LOSS, of which customer, day and how are set, as a new one, or with an id as it was
 * changed. Of somebody who has died nothing is asked and nothing tried: what belongs to that is
 * emptied. A result that says that they came back sets back_day to the day of the attempt, TODAY
 * (whole) without one. FAULT_REFUSED when how, day or result are none; FAULT_TAKEN when a new one
 * is stored for a customer who is lost already; faults of record_update. */
bool loss_save(Deed *deed, Loss *loss, Day today, GError **error);
/* The customer is back since DAY (whole): the loss that stands ends, a try to win them back that is
 * open has succeeded. *WAS_LOST, unless NULL, says whether there was one; else nothing changes. */
bool loss_come_back(Deed *deed, gint64 customer_id, Day day, bool *was_lost, GError **error);
/* A visit on DAY was noted: who stayed away without a word, and not before that day, is back by it
 * (loss_come_back), in the same deed. Who said so or has moved may only be passing by; of them
 * nothing is changed. */
bool loss_follow_visit(Deed *deed, gint64 customer_id, Day day, GError **error);
/* The same after many visits were taken over: all who stayed away and have a visit after that day
 * are back since the first of them. */
bool loss_follow_visits(Deed *deed, GError **error);

/* What the customer spent in the year before their last visit, that visit included, in the smallest
 * unit: the value at risk. RECORD_NONE when no amounts are known. */
bool loss_year_value(Db *db, gint64 customer_id, gint64 *value, GError **error);

/* Up to LIMIT losses that stand of which somebody wants to know why until TO_DAY (whole) and
 * nothing has come of it yet, the longest overdue first. The array frees them. NULL on a fault. */
GPtrArray *loss_ask_due(Db *db, Day to_day, guint limit, GError **error);

typedef enum {
    LOSS_STANDS, /* lost now */
    LOSS_ASKED,  /* of these: somebody is to ask why, or a try to win them back is open */
    LOSS_BACK,   /* came back */
    LOSS_DEAD    /* has died: in no other list */
} LossFilter;

/* Up to LIMIT losses, the newest first; with a BRANCH_ID those of its customers
 * (BRANCH_OF_CUSTOMER). The array frees them. NULL on a fault. */
GPtrArray *loss_list(Db *db, LossFilter filter, gint64 branch_id, guint limit, GError **error);

/* Somebody who may be lost: stays away longer than their own rhythm explains. */
typedef struct {
    Customer *customer;
    gint64 visits;
    gint64 rhythm; /* days between visits, usually */
    Day last_day;  /* of the visits */
    int away;      /* days since then */
} LossCandidate;

/* Up to LIMIT customers who stay away on TODAY (visit_sum.away_from) and are not marked as lost,
 * those first who are away the longest by their own rhythm; only the five hundred who went missing
 * last are looked at, the others no longer come back by themselves. With a BRANCH_ID only its
 * customers (VisitSum.branch_id). The array frees the LossCandidates. NULL on a fault. */
GPtrArray *loss_candidates(Db *db, Day today, gint64 branch_id, guint limit, GError **error);
