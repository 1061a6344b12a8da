/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How backups are shown by the commands, and which one is meant. */
#pragma once

#include "cli/command.h"
#include "data/backup/list.h"
#include "data/backup/take.h"

/* Where the backups of CALL's shop are. */
BackupPlace backuplines_place(const Call *call);
/* The stored instant UTC as local "2026-03-01 08:00", "" as "–". Free with g_free. */
char *backuplines_when(const char *utc);
/* Prints LIST as a table, numbered from 1. */
void backuplines_print(const GPtrArray *list);
/* The backup TYPED means: a number of LIST or the name of one of them, which is taken out of it,
 * else the path of a file. Free with backup_free. NULL on a fault. */
Backup *backuplines_take(GPtrArray *list, const char *typed, GError **error);
/* Says on a terminal what a step does. */
bool backuplines_tell_step(BackupStep step, gpointer data);
