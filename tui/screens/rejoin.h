/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When two counters save the same: what only one of them touched goes together by itself and is
 * saved at once, the rest is laid side by side to choose from; what was removed meanwhile is
 * offered to be brought back. A form
 *
 * 1. asks rejoin_refused in AppJob.failed;
 * 2. fills itself anew in `loaded` when rejoin_is_due, and then calls rejoin_join;
 * 3. has rejoin_load_failed as ScreenClass.load_failed and a row "save".
 *
 * All else happens here. */
#pragma once

#include "data/db/record.h"
#include "tui/screen.h"
#include "tui/widgets/form.h"

/* Sees to ERROR, why STORED (what the form was filled with) could not be saved: after
 * FAULT_CONFLICT the screen is loaded again, after FAULT_MISSING it is asked what is to be done.
 * True when it was one of them. */
bool rejoin_refused(Screen *screen, gconstpointer stored, const GError *error);

/* Whether the form is to be filled anew with what is stored now. */
bool rejoin_is_due(const Screen *screen);

/* What two counters made of the same; the tables are values.h's. */
typedef struct {
    Form **form;             /* where the form is found as long as the screen lives */
    GHashTable *base;        /* what both began with */
    GHashTable *mine;        /* what was typed here */
    GHashTable *theirs;      /* what is stored now */
    const RecordHead *saved; /* of what is stored now and was changed; NULL: nothing was */
    /* Puts VALUES into the form; NULL: values_to_form does. */
    void (*put)(Screen *screen, GHashTable *values);
} RejoinSides;

/* RECORD, when it is none of BEFORE (records) as it stood there, and was changed no earlier than
 * BEST (NULL: nothing); else BEST. For RejoinSides.saved of a form that holds several records. */
const RecordHead *rejoin_later(const RecordHead *best, gconstpointer record,
                               const GPtrArray *before);

/* Lays them together in the form, which has been filled with what is stored, and saves or asks. */
void rejoin_join(Screen *screen, const RejoinSides *sides);

/* For ScreenClass.load_failed: what the form is about is gone. It closes, unless something was
 * typed. */
Outcome rejoin_load_failed(Screen *screen, const GError *error);
