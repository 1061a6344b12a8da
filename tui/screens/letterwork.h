/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screen of a text asks of the shop, and the deed that notes it as taken. */
#pragma once

#include "data/agenda/reminder.h"
#include "data/base/moment.h"
#include "data/shop.h"
#include "tui/screens/letter.h"
#include "tui/work.h"

typedef struct {
    LetterArg of;
    char *clerk; /* who writes; NULL: nobody said who it is */
} LetterAsk;

void letter_ask_free(gpointer ask);

typedef struct {
    Reminder *reminder;
    char *call;    /* the customer, as sentences call them */
    char *where;   /* the address of the way it would go; NULL: none is known */
    char *text;    /* filled */
    bool may_send; /* nobody refused that way, and where it needs a consent it was given */
} LetterModel;

void letter_model_free(gpointer model);
/* Load: ASK is a const LetterAsk *. A reminder without a text has an empty one. */
gpointer letter_model_load(Shop *shop, gconstpointer ask, GError **error);

/* What a job for letter_run is given: TEXT was taken at NOW, and where PATH is not NULL it is
 * written there. With IS_NOTED that is known already. REMINDER and texts are copied. Free with
 * letter_job_free. */
gpointer letter_job_new(const Reminder *reminder, const char *text, const char *path, bool is_noted,
                        Moment now, const Who *who);
void letter_job_free(gpointer job);
/* AppJob.run: writes the file, notes the contact and settles the reminder. The result is a bool *:
 * whether it was noted now. */
gpointer letter_run(Shop *shop, gpointer job, Work *work, GError **error);
