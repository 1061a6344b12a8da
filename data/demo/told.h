/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened in the demo shop, told by hand, with days that lie around the day it is made for.
 */
#pragma once

#include <glib.h>

/* Whom it is about: a story, counted from 1; somebody made up, counted down from -1; 0: nobody. All
 * days are so many days ago, negative ones are to come. */

typedef struct {
    int who, ago;
    const char *state, *cause, *severity, *words, *remedy;
    int due;              /* 0: no day */
    int answered, closed; /* 0: not yet */
    const char *answer, *content, *changed;
    gint64 cost; /* in cents; 0: not told */
    guint clerk; /* counted from 1; 0: nobody yet */
} ToldComplaint;

typedef struct {
    int who, ago, due;
    const char *words;
    guint clerk;
    const char *state;
    int done;
} ToldPromise;

typedef struct {
    int who, ago, day; /* noted, and to be fetched */
    int minute;        /* -1: any time */
    const char *state, *words, *for_whom, *occasion;
    gint64 amount;
} ToldPreorder;

typedef struct {
    int who, ago;
    const char *kind;   /* NULL: as the program guesses it */
    int csat, ces, nps; /* -1: not asked */
    const char *words;
} ToldFeedback;

enum { TOLD_ASKERS = 4 };

typedef struct {
    const char *words, *state;
    int done; /* when it came to that state */
    struct {
        int who, ago; /* 0: there are no more */
    } askers[TOLD_ASKERS];
} ToldWish;

typedef struct {
    const char *how, *reason, *real_reason, *competitor, *words;
    const char *attempt, *result;
} ToldLoss;

extern const ToldComplaint told_complaints[];
extern const guint told_complaints_count;
extern const ToldPromise told_promises[];
extern const guint told_promises_count;
extern const ToldPreorder told_preorders[];
extern const guint told_preorders_count;
extern const ToldFeedback told_feedback[];
extern const guint told_feedback_count;
extern const ToldWish told_wishes[];
extern const guint told_wishes_count;
/* Of those who have stayed away. */
extern const ToldLoss told_losses[];
extern const guint told_losses_count;

/* What people say in passing, with each score from 5 down to 1. */
extern const char *const told_words[5][4];
