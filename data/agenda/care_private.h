/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of care share. */
#pragma once

#include "data/agenda/care.h"
#include "data/agenda/carelimits.h"
#include "data/base/day.h"

/* Ways of a contact: care_channels in their order, then the counter. */
typedef enum {
    WAY_VISIT,
    WAY_PHONE,
    WAY_EMAIL,
    WAY_SMS,
    WAY_SOCIAL,
    WAY_POST,
    WAY_NEWSLETTER,
    WAY_COUNTER,
    WAYS
} CareWay;

/* The way of a code of interaction_channels; WAYS when it is none of them. */
CareWay care_way(const char *code);
/* The code of WAY. Static. */
const char *care_way_code(CareWay way);
/* How personal WAY is: the more, the higher. */
int care_way_rank(CareWay way);

/* The lines for classes and tags, and what else holds for all. */
typedef struct {
    GPtrArray *lines; /* CarePlan */
    GHashTable *tags; /* folded tag (char *): GPtrArray of CarePlan, which belong to lines */
    gint64 tag_kind;  /* the kind of notes that are tags; 0: there is none */
    int per_month;    /* see care_per_month */
    bool has_own;     /* there are lines of single customers */
} CareRules;

/* NULL on a fault; free with care_rules_free. */
CareRules *care_rules_load(Db *db, GError **error);
void care_rules_free(CareRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareRules, care_rules_free)

enum { CARE_DAY = 11 }; /* "YYYY-MM-DD" and its end */

/* All of one customer from which it follows when to contact them. */
typedef struct {
    gint64 customer_id;
    char class; /* 'A' to 'C'; 0: none */
    bool is_close, is_distant;
    CareWay preferred; /* WAYS: not known */
    gint64 clerk_id;
    char entered[CARE_DAY];
    bool is_silent;            /* has died, or is lost and not to be greeted */
    guint addresses;           /* bits of CareWay: there is a number or address for it */
    guint agreed, refused;     /* bits of CareWay */
    GPtrArray *lines;          /* CarePlan that may hold, the most special first; NULL: none. They
                                  belong to the rules or to own */
    GPtrArray *own;            /* the customer's own lines; NULL: none */
    GPtrArray *quiet;          /* Quiet; NULL: none */
    char last[WAYS][CARE_DAY]; /* the last contact by each way; "": none */
    char recent[CARE_PER_MONTH_MOST][CARE_DAY]; /* contacts from us, the latest first */
    guint recent_count;
} CareFacts;

/* The facts of the customers FIRST to LAST for whom there may be a line, by their ids: an array of
 * CareFacts that frees them. NULL on a fault. */
GArray *care_facts_load(Db *db, const CareRules *rules, gint64 first, gint64 last, GError **error);

/* A row of the table. */
typedef struct {
    gint64 customer_id;
    CareWay way;
    gint64 plan_id;
    char due[CARE_DAY];
    gint64 place; /* 1 to 4; 0: none */
    gint64 clerk_id;
    gint64 is_quiet;
} CareRow;

/* Adds the rows that follow from FACTS to ROWS (CareRow), by their ways. */
void care_reckon(const CareFacts *facts, const CareRules *rules, GArray *rows);

/* So many ids are looked at together at most. */
enum { CARE_WINDOW = 2000 };

/* Both of the customers FIRST to LAST, in the order of customers and ways: an array of CareRow;
 * NULL on a fault. Those that follow, and those that are stored. */
GArray *care_rows_that_follow(Db *db, const CareRules *rules, gint64 first, gint64 last,
                              GError **error);
GArray *care_rows_stored(Db *db, gint64 first, gint64 last, GError **error);
/* Whether two rows say the same. */
bool care_rows_are_same(const CareRow *a, const CareRow *b);
/* Below zero, zero or above, by customer and way. */
int care_rows_compare(const CareRow *a, const CareRow *b);
/* Brings the rows of the customers FIRST to LAST up to date. */
bool care_write(Db *db, const CareRules *rules, gint64 first, gint64 last, GError **error);
