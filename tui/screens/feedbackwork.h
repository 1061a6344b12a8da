/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the forms for feedback and for the survey ask of the shop, and storing what was typed. */
#pragma once

#include "data/diary/feedback.h"
#include "data/shop.h"
#include "tui/app.h"

typedef struct {
    gint64 customer_id; /* 0: nobody known */
    gint64 feedback_id; /* to be changed; 0: new */
    char *wish;         /* what is wished for; NULL: it is no wish */
} FeedbackAsk;

typedef struct {
    Feedback *feedback;              /* as it is stored; a new one without an id */
    char *call;                      /* of the customer; NULL: nobody known */
    char *article;                   /* what it is about; NULL */
    bool is_ambassador;              /* the customer brings others */
    char *wish;                      /* as it was asked */
    GPtrArray *similar;              /* WishEntry: wishes like it; empty when it is none */
    GPtrArray *articles;             /* char *: what completes a product … */
    GPtrArray *phases, *touchpoints; /* … and these, for people */
} FeedbackModel;

/* For ScreenClass.load, ask_free and model_free. */
gpointer feedback_load(Shop *shop, gconstpointer ask, GError **error);
void feedback_ask_free(gpointer ask);
void feedback_model_free(gpointer model);

/* The job that stores ORDER (copied) as new, or in the place of STORED (copied) when that has an
 * id. */
gpointer feedback_save_new(const Feedback *stored, const FeedbackOrder *order, const Who *who);
void feedback_save_free(gpointer save);
/* For AppJob.run; may run again with the same argument. Returns a char *: feedback_brief of what
 * was stored. Faults of feedback_add and feedback_change. */
gpointer feedback_save_run(Shop *shop, gpointer save, Work *work, GError **error);
