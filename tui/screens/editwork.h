/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the customer form asks of the shop: the stored customer, likely duplicates, saving. */
#pragma once

#include "data/base/day.h"
#include "data/customer/sheet.h"
#include "data/db/deed.h"
#include "tui/app.h"
#include "tui/screens/formsuggest.h"

/* What is to be looked up. */
typedef struct {
    gint64 customer_id; /* 0: a new customer */
    bool want_stored;   /* also the stored sheet */
    GHashTable *values; /* what stands in the form; NULL: nothing yet */
    Day today;
    SuggestAsk suggest;
} EditAsk;

typedef struct {
    Sheet *stored;     /* NULL unless it was wanted; may be stolen */
    char *call;        /* customer_call of the stored customer; NULL for a new one */
    char *next_number; /* the number a new customer gets by itself */
    GPtrArray *clerks; /* Clerk: who may look after them; may be stolen */
    GPtrArray *near;   /* Duplicate: who may be the same person, likeliest first; see editnear.h */
    Suggestion suggestion;
} EditModel;

/* For ScreenClass.load, ask_free and model_free. */
gpointer edit_load(Shop *shop, gconstpointer ask, GError **error);
void edit_ask_free(gpointer ask);
void edit_model_free(gpointer model);

/* The job that saves STORED with VALUES put into it, as one deed: its argument for
 * edit_save_run, to be freed with edit_save_free. */
gpointer edit_save_new(const Sheet *stored, GHashTable *values, const Who *who, Day today);
void edit_save_free(gpointer save);
/* What was saved. */
typedef struct {
    gint64 customer_id;
    bool changed; /* something was written */
} EditSaved;

/* For AppJob.run; may run again with the same argument. Returns an EditSaved *, for g_free.
 * Faults as sheet_save. */
gpointer edit_save_run(Shop *shop, gpointer save, Work *work, GError **error);
