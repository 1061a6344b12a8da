/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of bringing back share. Nobody else includes this. */
#pragma once

#include "data/backup/backup_private.h"
#include "data/backup/restore.h"

enum { RESTORE_KINDS = 6 };

struct Restore {
    char *path;   /* the backup */
    char *where;  /* the file it is to become */
    char *folder; /* of the backups of all shops; the shop's own where none are kept */
    char *second;
    char *beside; /* the backup, open and up to date, beside that file; NULL: not there any more */
    bool has_lock;
    VaultLock lock; /* what it was encrypted with */
    char *trouble;  /* why the present shop cannot be read; NULL: it can, or there is none */
    bool is_other_shop;
    RestoreCount counts[RESTORE_KINDS];
    gint64 deeds_since;
    GPtrArray *since; /* HistoryDeed; NULL: none */
    char last_now[21], last_then[21];
};

/* Counts what the backup, open as THEN, and the shop have. What cannot be read in the shop is noted
 * as trouble. */
bool restore_compare(Restore *restore, Db *then, GError **error);
