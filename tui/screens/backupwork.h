/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens about backups ask of the worker, and how backups are told. */
#pragma once

#include "data/backup/list.h"
#include "data/backup/restore.h"
#include "data/backup/take.h"
#include "data/base/day.h"
#include "tui/app.h"

/* Whose backups, for ask and jobs. */
typedef struct {
    char *where;           /* the shop's file */
    char *folder, *second; /* as in BackupPlace */
    char at[21];           /* now, as a UTC instant */
    Day today;
    bool is_open;     /* the app has that shop */
    char *path;       /* the one that is meant; NULL: none */
    char *passphrase; /* for it; NULL: none is needed */
} BackupWork;

/* For the shop WHERE, NULL for the one at the counter, and the backup PATH (may be NULL). Free with
 * backup_work_free. */
BackupWork *backup_work_new(const Screen *screen, const char *where, const char *path);
void backup_work_free(gpointer work);
/* The place; it belongs to WORK. */
BackupPlace backup_work_place(const BackupWork *work);

/* Makes the backup at WORK's path ready to be brought back as the file WHERE (restore_begin), with
 * the steps reported to JOB. NULL on a fault. */
Restore *backup_work_restore(const BackupWork *work, const char *where, Work *job, GError **error);

/* A BackupProgress: reports the step to the job DATA, a Work, and breaks off with it. */
bool backup_work_step(BackupStep step, gpointer job);
/* What is done in the step: "Copying the shop …". Static, translated. */
const char *backup_step_words(BackupStep step);

/* When a backup was made: "today, 14:02", "Tue 24 Nov, 14:02", "24 Nov 2025"; UTC is an instant.
 * Free with g_free. */
char *backup_when_words(const char *utc, Day today);
/* PATH with the home folder as "~". Free with g_free. */
char *backup_path_words(const char *path);

/* The one of BACKUPS, newest first, that is to be brought back unless somebody wants another: the
 * newest one that was proved and is not from the future; NULL when there is none at all. */
const Backup *backup_best(const GPtrArray *backups);
