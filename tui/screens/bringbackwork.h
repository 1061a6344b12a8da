/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What bringing back a backup asks of the worker. */
#pragma once

#include "data/backup/restore.h"
#include "data/shop.h"
#include "tui/work.h"

/* A backup that was made ready, and what goes with it; several may hold it. */
typedef struct {
    Restore *restore;
    char *where, *folder;
    char at[21];
    bool had_shop; /* one was open when it was begun to be brought back, and is closed by now */
} BringBack;

BringBack *bring_back_ref(BringBack *ready);
void bring_back_unref(gpointer ready);

/* For AppJob.run with a BackupWork: makes the backup at its path ready for its shop; a
 * BringBack. */
gpointer bring_back_prepare_run(Shop *shop, gpointer work, Work *job, GError **error);

/* What became of it. */
typedef struct {
    Shop *
        shop; /* open: the one that was brought back, or after a fault the one before; NULL: none */
    GError *fault; /* why it was not brought back, or where SHOP is NULL why it cannot be opened;
                      NULL: all went well */
    Restored restored;
} BroughtBack;

void brought_back_free(gpointer end);

/* For AppJob.run with a BringBack: puts it in its place and opens it; a BroughtBack. */
gpointer bring_back_finish_run(Shop *shop, gpointer ready, Work *job, GError **error);
