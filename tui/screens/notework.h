/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Storing a noted fact, on the worker. */
#pragma once

#include "data/base/day.h"
#include "data/customer/fact.h"
#include "data/shop.h"
#include "tui/app.h"

/* What is to be stored. */
typedef struct {
    Who who;
    Fact *fact;           /* with customer, kind and words; with an id it is changed, else new */
    const char *occasion; /* static: also a day of this kind (occasion_kinds); NULL: none */
    Day day;
} NoteWork;

/* What the words may go on with. */
typedef struct {
    gint64 kind_id; /* 0: nothing to ask */
    char *code;     /* of the kind */
    char *typed;
} NoteAsk;

typedef struct {
    char *asked; /* what had been typed */
    char *text;  /* the likeliest whole note; NULL: none */
} NoteModel;

/* For ScreenClass.load, ask_free and model_free. Words after an opening ("mag Erd…") go on as
 * notes without one do, too. */
gpointer note_load(Shop *shop, gconstpointer ask, GError **error);
void note_ask_free(gpointer ask);
void note_model_free(gpointer model);

void note_work_free(gpointer work);
/* For AppJob.run; ARG is a NoteWork. The result is a copy of the fact, to be freed with
 * record_free. */
gpointer note_work_run(Shop *shop, gpointer arg, Work *work, GError **error);
