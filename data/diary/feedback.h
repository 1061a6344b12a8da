/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody said of the shop, in scores or in words. */
#pragma once

#include "data/base/choice.h"
#include "data/base/day.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer; 0: nobody known */
    char *day;          /* YYYY-MM-DD */
    char *kind;         /* a code of feedback_kinds */
    gint64 csat;        /* 1 to 5, 5 is very satisfied; RECORD_NONE: not asked */
    gint64 ces;         /* 1 to 7, 7 is very easy: the direction is the same for ever */
    gint64 nps;         /* 0 to 10, 10 is most likely to recommend */
    gint64 product;     /* of a survey: 1 to 5 */
    gint64 advice;      /* of a survey: 1 to 5 */
    char *expectation;  /* "below", "met", "above"; NULL */
    char *phase;        /* of what the ease was: a code of feedback_phases or the shop's own word */
    char *touchpoint;   /* where they met the shop: likewise of feedback_touchpoints */
    char *channel;      /* how it came in; NULL: not told */
    gint64 article_id;  /* what it was about; 0: nothing in particular */
    gint64 branch_id;   /* where; 0: not told */
    gint64 wish_id;     /* of a wish: which */
    char *told_day;     /* of a wish: when they were told that it came true */
    char *words;        /* as they were said */
} Feedback;

extern const RecordType feedback_type;

/* "score" (scores alone), "praise", "opinion" (a comment), "idea", "wish", "question", "complaint",
 * "again" (wants to buy it again), "referral" (brought somebody), "review" (wrote one for others),
 * "survey" (the short one after a visit). */
extern const Choice feedback_kinds[];
extern const Choice feedback_expectations[];
extern const Choice feedback_channels[];
/* What the ease may be of, and where people meet a shop; a shop may have others. */
extern const Choice feedback_phases[];
extern const Choice feedback_touchpoints[];

/* The kind that words and scores most likely are: a code, static. WORDS may be NULL; scores are
 * RECORD_NONE or as in Feedback. Without words it is "score". */
const char *feedback_guess(const char *words, gint64 csat, gint64 nps);

/* In a few words for one line, translated: "5 of 5 · “wonderful”"; never NULL. Free with g_free. */
char *feedback_brief(const Feedback *feedback);

/* What is to be noted. Texts that are NULL or "" are not told. */
typedef struct {
    gint64 customer_id;                     /* 0: nobody known */
    const char *day;                        /* YYYY-MM-DD */
    const char *kind;                       /* NULL: feedback_guess */
    gint64 csat, ces, nps, product, advice; /* RECORD_NONE: not asked */
    const char *expectation;                /* codes … */
    const char *channel;
    const char *phase, *touchpoint; /* … or, of these, words of the shop's own */
    const char *article;            /* what it is about, by name; a new one is learned */
    gint64 branch_id;
    gint64 wish_id; /* a wish that others had before; 0: that of the same words, or a new one */
    const char *words;
} FeedbackOrder;

/* An order with nothing in it but the DAY. */
FeedbackOrder feedback_order(const char *day);

/* Notes ORDER; *ID (may be NULL) gets the feedback's id. FAULT_REFUSED, with a sentence, when
 * nothing is said, a score is out of range or a code is none; a survey may be empty: somebody was
 * asked and did not want to answer. */
bool feedback_add(Deed *deed, const FeedbackOrder *order, gint64 *id, GError **error);
/* Stores ORDER in the place of what FEEDBACK (as it was loaded) says; whose it is stays. Faults of
 * feedback_add and record_update. */
bool feedback_change(Deed *deed, const Feedback *feedback, const FeedbackOrder *order,
                     GError **error);

/* What a customer does for the shop besides buying. */
typedef struct {
    gint64 referrals, reviews; /* how many people were brought, how many reviews written */
    gint64 agains;             /* how often they said that they will buy again */
    gint64 nps;                /* the last one; RECORD_NONE: never asked */
} FeedbackSigns;

bool feedback_signs_load(Db *db, gint64 customer_id, FeedbackSigns *signs, GError **error);
/* Whether SIGNS are those of an ambassador: somebody who has brought people or written reviews,
 * and did not say last that they would not recommend the shop (8 or less). */
bool feedback_is_ambassador(const FeedbackSigns *signs);

enum {
    SURVEY_DAYS = 90, /* between two surveys, unless the owner set another number */
    SURVEY_DAYS_MOST = 3650,
    SURVEY_LEAST_VISITS = 3,
    SURVEY_SINCE_VISIT = 7 /* so many days after a visit it is still asked */
};

/* After how many days a customer may be asked again; 0: nobody is asked. */
bool survey_days(Db *db, gint64 *days, GError **error);
/* Whether a customer is to be asked on TODAY (whole): who was there three times or more, within
 * the last week, is not lost, and was not asked for SURVEY_DAYS or what the owner set. */
bool survey_is_due(Db *db, gint64 customer_id, Day today, bool *due, GError **error);
