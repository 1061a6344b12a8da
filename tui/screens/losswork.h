/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form for a lost customer asks of the shop, and the deeds that mark customers as lost.
 * The fields are called how, day, reason, real, competitor, value, clerk, ask_day, outcome,
 * attempt, attempt_day, result, greeted, words, back_day. */
#pragma once

#include "data/diary/loss.h"
#include "tui/app.h"
#include "tui/screens/clerkfield.h"

typedef struct {
    gint64 customer_id, loss_id;
    Day today;
} LossAsk;

typedef struct {
    Loss *loss;         /* as it is stored; a new one without an id, with what is likely */
    char *call;         /* of the customer */
    GPtrArray *reasons; /* LossReason; may be stolen */
    GPtrArray *clerks;  /* Clerk; may be stolen */
    char *currency;
} LossModel;

/* For ScreenClass.load and model_free; the ask is a LossAsk. */
gpointer loss_model_load(Shop *shop, gconstpointer ask, GError **error);
void loss_model_free(gpointer model);

/* A new loss of a customer with what is likely: stays away where their rhythm says so, today, and
 * the value of their last year. NULL on a fault. Free with record_free. */
Loss *loss_propose(Db *db, gint64 customer_id, Day today, GError **error);

/* What the form needs to know between records and words. */
typedef struct {
    Day today;                /* first: see nearfield.h */
    const GPtrArray *reasons; /* LossReason */
    const char *currency;
    ClerkField clerk;
} LossContext;

/* What the form is to show of LOSS; unref it. */
GHashTable *loss_values(const Loss *loss, const LossContext *context);
/* Puts VALUES into LOSS, where they say something else than FILLED. */
void loss_apply(Loss *loss, GHashTable *values, GHashTable *filled, const LossContext *context);

/* The job that saves LOSS, which it takes. Its result is a gint64 *: the loss's id. Faults as
 * loss_save. */
gpointer loss_save_new(Loss *loss, const Who *who, Day today);
void loss_save_free(gpointer save);
gpointer loss_save_run(Shop *shop, gpointer save, Work *work, GError **error);

/* For SCREEN, each a deed of its own that tells what was done: marks a customer, called CALL, as
 * lost, with what is likely; says that they are back. */
Outcome loss_mark_now(Screen *screen, gint64 customer_id, const char *call);
Outcome loss_back_now(Screen *screen, gint64 customer_id, const char *call);
