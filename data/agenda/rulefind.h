/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding what a rule is to be carried out for, and which of its reminders are for nothing now. */
#pragma once

#include "data/agenda/rule.h"

/* Who comes more seldom than every so many days is not missed by a rule. */
enum { RULE_RHYTHM_MOST = 183 };

/* What is looked for. */
typedef struct {
    Day today;          /* whole */
    bool is_first_look; /* of this day or these rules; else only what a deed of today may have
                           brought about is looked for */
    gint64 per_month;   /* contacts with one customer within 30 days at most; 0: any number */
    guint limit;        /* how many at most */
} RuleAsk;

/* Something that happened and that a rule is to be carried out for. */
typedef struct {
    char *cause; /* "visit 17": what names it for good */
    gint64 customer_id;
    gint64 branch_id; /* where; 0: not told */
    gint64 clerk_id;  /* who sees to it; 0: whoever is there */
    char *article;    /* NULL: none, or several */
    gint64 visit_id;  /* whose articles these are; 0: of none */
    char *words;      /* of the complaint, promise or wish; NULL */
    char *day;        /* when it happened, YYYY-MM-DD; for "away" the last visit */
} RuleCase;

/* The cases of RULE, which is active, that are due on the day of ASK and have not been seen to
 * (table rule_made). Left out are customers who have died or are lost and not to be greeted. Where
 * nobody waits to hear from the shop (a purchase, a first visit, who stays away) also those who had
 * as many contacts as the owner allows, did not agree to the way the text would go, or had a
 * reminder by the same rule within 30 days or have one open. The array frees them. NULL on a
 * fault. */
GPtrArray *rule_find(Db *db, const Rule *rule, const RuleAsk *ask, GError **error);
/* The ids (gint64) of open reminders that rules made and whose cause is no more: the visit was
 * taken back, the complaint is open again, the promise settled, the customer told or back. NULL on
 * a fault. Unref it. */
GArray *rule_find_idle(Db *db, GError **error);
