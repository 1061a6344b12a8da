/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form for a contact asks of the shop, its rows, and the deed that saves it. The rows are
 * called words, channel, direction, outcome, mood, day, and next for a new one: what is to be done
 * then, as a reminder is typed. */
#pragma once

#include "data/agenda/interaction.h"
#include "data/agenda/reminder.h"
#include "tui/app.h"
#include "tui/screens/interaction.h"
#include "tui/widgets/form.h"

typedef struct {
    InteractionArg what;
    Day today;
} InteractionAsk;

typedef struct {
    Interaction *interaction; /* as it is stored; a new one without an id, with what is likely */
    char *call;               /* of the customer */
    gint64 clerk_id;          /* who looks after them; 0 */
} InteractionModel;

/* For ScreenClass.load and model_free; the ask is an InteractionAsk. */
gpointer interaction_model_load(Shop *shop, gconstpointer ask, GError **error);
void interaction_model_free(gpointer model);

typedef struct {
    Moment now; /* first: rows read its day as today (nearfield.h) */
    Form *form;
    const char **channels, **directions, **outcomes, **moods;
} InteractionRows;

/* All rows, empty, but for next; the struct must stay where it is. */
void interaction_rows_init(InteractionRows *rows, Moment now);
void interaction_rows_clear(InteractionRows *rows);
/* Adds the row next. */
void interaction_rows_add_next(InteractionRows *rows);
/* What the rows show of INTERACTION. Unref it. */
GHashTable *interaction_rows_values(const InteractionRows *rows, const Interaction *interaction);
/* Whether all that is needed is said; complains in the form about what is missing or wrong. */
bool interaction_rows_check(const InteractionRows *rows);
/* STORED with what is typed put into it. Free with record_free. */
Interaction *interaction_rows_typed(const InteractionRows *rows, const Interaction *stored,
                                    GHashTable *filled);
/* The reminder that is typed as what is to be done next; NULL: none. Free with record_free. */
Reminder *interaction_rows_next(const InteractionRows *rows, gint64 customer_id);

/* The job that saves INTERACTION and, unless it is NULL, the new reminder NEXT, both of which it
 * takes, as one deed. Its result is a gint64 *: the contact's id. Faults as interaction_save. */
gpointer interaction_job_new(Interaction *interaction, Reminder *next, const Who *who);
void interaction_job_free(gpointer job);
gpointer interaction_job_run(Shop *shop, gpointer job, Work *work, GError **error);
