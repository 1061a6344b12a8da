/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done on the worker for the screen of the backups. */
#pragma once

#include "data/shop.h"
#include "tui/work.h"

/* For AppJob.run with a BackupWork: makes a backup of the open SHOP because somebody wants one; a
 * BackupMade, to be freed with backups_made_free. Reports BackupSteps. */
gpointer backups_make_run(Shop *shop, gpointer work, Work *job, GError **error);
void backups_made_free(gpointer made);

/* The same: proves all backups, those that are encrypted by their SHA-256; an array of Backup that
 * frees them. Reports how many are through. */
gpointer backups_prove_run(Shop *shop, gpointer work, Work *job, GError **error);
