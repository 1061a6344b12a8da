/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making backups of a shop: copied, proved, encrypted where the owner wants it, carried to a second
 * place; and only then the old ones beyond the ladder go. */
#pragma once

#include "data/backup/place.h"
#include "data/db/db.h"

typedef enum {
    BACKUP_COPIES,  /* the shop is copied */
    BACKUP_PROVES,  /* the copy is read through */
    BACKUP_LOCKS,   /* it is compressed and encrypted, and read back */
    BACKUP_CARRIES, /* it goes to the second place */
    BACKUP_UNLOCKS, /* (bringing back) it is decrypted */
    BACKUP_COMPARES /* (bringing back) what would change is counted */
} BackupStep;

/* Called on the caller's thread when a step begins; may be NULL. False breaks off with
 * FAULT_CANCELLED before the step. */
typedef bool (*BackupProgress)(BackupStep step, gpointer data);

/* What became of it. */
typedef struct {
    char *path;           /* where the backup is; NULL: none was made (not due, or a server) */
    char *second_path;    /* its copy; NULL: none */
    char *second_trouble; /* the sentence why there is none though a second place is named; else
                             NULL. The backup itself is fine. */
    guint removed;        /* how many old ones went, at both places */
} BackupMade;

void backup_made_clear(BackupMade *made);

/* Makes a backup of the open shop DB (a file; of a server nothing is made and true returned) at
 * PLACE for WHY; NOW is the UTC instant. The copy is proved (as check_database does) before it gets
 * its name and before an older one goes; a damaged shop is refused with FAULT_DAMAGED and nothing
 * goes. Files are 0600 (0660 in a folder of a group), folders 0700. With a passphrase set for the
 * shop (vault.h) it is encrypted; FAULT_MISSING when the module for it is not installed: then no
 * open copy is made instead. Another program that is at it just now is waited for. Inside a
 * transaction it is refused. MADE (may be NULL) is cleared by the caller. */
bool backup_take(Db *db, const BackupPlace *place, BackupWhy why, const char *now,
                 BackupProgress progress, gpointer data, BackupMade *made, GError **error);

/* The same for BACKUP_DAILY, but only when it is due (list.h), the shop is no demo, and nobody else
 * is at it just now: MADE->path stays NULL then. Opens the shop's file WHERE by itself, so it can
 * be called on a thread of its own while the shop is in use; writers wait only while the file is
 * copied. Of a server nothing is made. */
bool backup_take_when_due(const char *where, const BackupPlace *place, const char *now,
                          BackupProgress progress, gpointer data, BackupMade *made, GError **error);

/* Makes a proved backup of the shop DB at TO, beside the store: a folder that is there (gets the
 * usual name in it), or a file, which is not there yet (FAULT_TAKEN). Encrypted as above. Of a
 * server a copy of the whole shop in a file is made, which can be opened and brought back like a
 * local shop's. PLACE is where the work is done. MADE->path is where it is. */
bool backup_take_to(Db *db, const BackupPlace *place, const char *to, const char *now,
                    BackupProgress progress, gpointer data, BackupMade *made, GError **error);
