/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form for a reminder asks of the shop, and the deeds that change reminders. */
#pragma once

#include "data/agenda/reminder.h"
#include "tui/app.h"
#include "tui/screens/reminder.h"

typedef struct {
    Reminder *reminder;  /* as it is stored; a new one without an id */
    char *call;          /* of the customer; NULL: it is the shop's own */
    GPtrArray *clerks;   /* Clerk; may be stolen */
    GPtrArray *branches; /* Branch; may be stolen */
    GPtrArray *events;   /* ReminderEvent, the latest first; empty for a new one */
    GHashTable *names;   /* clerk id (gint64 *) to name (char *) */
} ReminderModel;

/* For ScreenClass.load and model_free; the ask is a ReminderArg. A new reminder is for the clerk
 * who looks after the customer. */
gpointer reminder_model_load(Shop *shop, gconstpointer ask, GError **error);
void reminder_model_free(gpointer model);

/* The job that saves REMINDER, which it takes. Its result is a gint64 *: the reminder's id. Faults
 * as reminder_save. */
gpointer reminder_job_new(Reminder *reminder, const Who *who);
void reminder_job_free(gpointer job);
gpointer reminder_job_run(Shop *shop, gpointer job, Work *work, GError **error);

/* What ends a reminder, or one time of it. */
typedef enum { REMINDER_DO, REMINDER_SKIP, REMINDER_REMOVE } ReminderEnd;

/* For SCREEN: ends REMINDER in that way today, as a deed, and says so; CLOSES: SCREEN closes then.
 */
Outcome reminder_end_now(Screen *screen, const Reminder *reminder, ReminderEnd end, bool closes);
