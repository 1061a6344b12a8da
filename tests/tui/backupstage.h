/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emma's shop, the app on a terminal, and a folder for the shop's backups: what the tests of
 * backups stand on. */
#pragma once

#include "tests/tui/emma.h"
#include "tests/tui/harness.h"
#include "tui/counter.h"

typedef struct {
    Emma *emma;
    Harness *harness;
    char *folder;     /* of the backups; not there yet */
    gint64 customers; /* how many the shop has at first */
} BackupStage;

/* An app that has the shop, and no screen yet. */
BackupStage *backup_stage_new(int rows, int cols);
/* The app anew, without a shop: it is closed. */
void backup_stage_close_shop(BackupStage *stage);
/* Waits for a backup that is being made, and closes the shop the app has by now, if any. */
void backup_stage_free(BackupStage *stage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(BackupStage, backup_stage_free)

Counter *backup_stage_counter(const BackupStage *stage);
/* The name of the screen on top. */
const char *backup_stage_top(const BackupStage *stage);
/* How many customers the app's shop has; fails the test where it has none. */
gint64 backup_stage_count(const BackupStage *stage);

/* Makes a backup of Emma's shop, which is open, at the UTC instant AT; its path, to be freed with
 * g_free. */
char *backup_stage_take(const BackupStage *stage, const char *at);
/* Runs the main loop until no backup is made by itself any more. */
void backup_stage_wait(const BackupStage *stage);
