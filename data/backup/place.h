/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the backups of a shop lie, and what their names say. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Where backups are kept. The texts are the caller's. */
typedef struct {
    const char *folder; /* of the backups of all shops; NULL: none are kept */
    const char *second; /* a second place, such as a USB stick; NULL: none */
} BackupPlace;

/* Why a backup was made. */
typedef enum {
    BACKUP_DAILY,   /* by itself, once a day */
    BACKUP_BY_HAND, /* somebody wanted one */
    BACKUP_UPGRADE, /* before a new version brought the shop up to date */
    BACKUP_IMPORT,  /* before a list was taken over */
    BACKUP_RESTORE, /* the shop as it was before another backup was brought back */
    BACKUP_OTHER    /* somebody copied or renamed a file: its name does not say */
} BackupWhy;

/* WHY in words for a list: "by itself", "before an import"; translated. Belongs to the program. */
const char *backup_why_words(BackupWhy why);

/* The folder in FOLDER with the backups of the shop whose file is WHERE:
 * "<name of the file>-<8 digits of its path's SHA-256>". So it is found when the shop is damaged or
 * gone. Nothing is made. Free with g_free. */
char *backup_folder_of(const char *folder, const char *where);

/* The name of the backup made of the shop WHERE at NOW (UTC instant "2026-03-01T08:00:00Z") for
 * WHY: "emma-20260301T080000Z-daily.tresen" (the shop's name without what some file systems do not
 * bear, and not too long), or ".vault" behind when IS_LOCKED (encrypted). With a
 * COPY above 1 "-2" and so on stands before the ending. Free with g_free. */
char *backup_name(const char *where, const char *now, BackupWhy why, bool is_locked, guint copy);
/* Whether NAME (without folders) may be a backup's: MADE (21 bytes) gets the UTC instant, "" when
 * the name does not say it. Names of what is not finished (".tmp") and of proofs (".sha256") are
 * none. Any of the last three may be NULL. */
bool backup_name_read(const char *name, char *made, BackupWhy *why, bool *is_locked);
