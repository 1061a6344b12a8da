/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens for pre-orders ask of the shop, and the deeds that change them. */
#pragma once

#include "data/base/day.h"
#include "data/diary/preorder.h"
#include "tui/app.h"

typedef struct {
    gint64 customer_id, preorder_id;
} PreorderAsk;

typedef struct {
    Preorder *preorder;  /* as it is stored; a new one without an id */
    GPtrArray *earlier;  /* Preorder of the customer, the latest day first: to be had again */
    GPtrArray *branches; /* Branch */
    char *call;          /* of the customer */
    char *currency;
} PreorderModel;

/* For ScreenClass.load and model_free; the ask is a PreorderAsk. */
gpointer preorder_model_load(Shop *shop, gconstpointer ask, GError **error);
void preorder_model_free(gpointer model);

/* The job that saves PREORDER, which it takes. Its result is a gint64 *: the id. Faults as
 * preorder_save. */
gpointer preorder_save_new(Preorder *preorder, const Who *who);
void preorder_save_free(gpointer save);
gpointer preorder_save_run(Shop *shop, gpointer save, Work *work, GError **error);

/* For SCREEN: brings PREORDER into STATE (a code of preorder_states) now, as a deed, and tells so.
 */
Outcome preorder_move_now(Screen *screen, const Preorder *preorder, const char *state);
