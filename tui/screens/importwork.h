/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a list on the worker thread, with the shop made first where there is none. */
#pragma once

#include "data/list/import.h"
#include "tui/app.h"

/* What is to be done; the screen and the job share it. The texts belong to it. */
typedef struct {
    char *path;
    bool is_orders;   /* the list holds orders, not customers */
    Mapping *mapping; /* NULL: as guessed */
    char *new_shop;   /* NULL: into the app's shop */
    /* For refused records when the list's folder cannot be written; NULL: nowhere. */
    char *spare_folder;
    /* Where the shop is kept as a backup before; NULL: nowhere. */
    char *backup_folder, *second_place;
    Who who;
    Day today;
    gint records;   /* read so far; atomic */
    gint64 deed_id; /* for taking it back */
} ImportWork;

/* What came of it. */
typedef struct {
    ImportResult *result;
    Shop *made; /* the new shop, open, for shopmake_hand_over; may be stolen. NULL: none was made */
} ImportDone;

/* A new one, all empty. It is counted: g_atomic_rc_box_acquire, and importwork_unref. */
ImportWork *importwork_new(void);
void importwork_unref(gpointer work);

/* For AppJob.run with an ImportWork *: reports bytes. Returns an ImportDone *. Cancelled or
 * failed, everything is as before, and the shop that was made is gone again. */
gpointer importwork_run(Shop *shop, gpointer work, Work *job, GError **error);
void importwork_done_free(gpointer done);
