/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form for a promise asks of the shop, and the deeds that change promises. The fields are
 * called words, until and clerk. */
#pragma once

#include "data/diary/promise.h"
#include "tui/app.h"
#include "tui/screens/clerkfield.h"

typedef struct {
    gint64 customer_id, promise_id;
} PromiseAsk;

typedef struct {
    Promise *promise;  /* as it is stored; a new one without an id */
    char *call;        /* of the customer */
    GPtrArray *clerks; /* Clerk; may be stolen */
} PromiseModel;

/* For ScreenClass.load and model_free; the ask is a PromiseAsk. */
gpointer promise_model_load(Shop *shop, gconstpointer ask, GError **error);
void promise_model_free(gpointer model);

/* The job that saves PROMISE, which it takes. Its result is a gint64 *: the promise's id. Faults as
 * promise_save. */
gpointer promise_save_new(Promise *promise, const Who *who);
void promise_save_free(gpointer save);
gpointer promise_save_run(Shop *shop, gpointer save, Work *work, GError **error);

/* For SCREEN: says that PROMISE is STATE (a code of promise_states) today, as a deed, and tells so.
 */
Outcome promise_settle_now(Screen *screen, const Promise *promise, const char *state);
