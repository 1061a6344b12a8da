/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens about a complaint ask of the shop, and the deeds that change complaints. */
#pragma once

#include "data/diary/complaint.h"
#include "tui/app.h"

/* Which complaint. */
typedef struct {
    gint64 customer_id;  /* of a new one: whose; 0: nobody known */
    gint64 complaint_id; /* 0: a new one */
} ComplaintArg;

typedef struct {
    Complaint *complaint; /* as it is stored; a new one without an id */
    char *call;           /* of the customer; NULL: nobody known */
    char *article;        /* what it is about; NULL: nothing in particular */
    char *currency;
    GPtrArray *causes;     /* ComplaintCause */
    GPtrArray *branches;   /* Branch */
    GPtrArray *clerks;     /* Clerk, all who ever were there */
    GPtrArray *at_counter; /* Clerk, for a field: see clerk_field_load */
} ComplaintModel;

/* For ScreenClass.load and model_free; the ask is a ComplaintArg. */
gpointer complaint_model_load(Shop *shop, gconstpointer ask, GError **error);
void complaint_model_free(gpointer model);
/* The name of the clerk ID; "" when nobody is known. Belongs to MODEL. */
const char *complaint_model_clerk(const ComplaintModel *model, gint64 id);
/* The name of the branch of the complaint; "" when it is not told. Belongs to MODEL. */
const char *complaint_model_branch(const ComplaintModel *model);

/* The job that saves COMPLAINT, which it takes. ARTICLE, unless NULL, is the name of what it is
 * about ("": nothing in particular). Its result is a gint64 *: the complaint's id. Faults as
 * complaint_add and record_update. */
gpointer complaint_save_new(Complaint *complaint, const char *article, const Who *who);
void complaint_save_free(gpointer save);
gpointer complaint_save_run(Shop *shop, gpointer save, Work *work, GError **error);

/* For SCREEN: puts COMPLAINT into STATE (of complaint_states) today, as a deed, and tells so. */
Outcome complaint_state_now(Screen *screen, const Complaint *complaint, const char *state);
/* Likewise removes it; DONE comes after. */
Outcome complaint_remove_now(Screen *screen, const Complaint *complaint,
                             Outcome (*done)(Screen *screen, gpointer result));
