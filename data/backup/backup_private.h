/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the backups share. Nobody else includes this. */
#pragma once

#include "data/backup/list.h"
#include "data/backup/take.h"
#include "data/backup/vaultdriver.h"

/* What the name of a damaged shop has behind it that a backup took the place of. */
#define BACKUP_DAMAGED ".damaged"

/* What the name of the file at PATH says, which has SIZE bytes and was changed CHANGED seconds
 * after 1970, whatever it is called. Free with backup_free. */
Backup *backup_of_file(const char *path, gint64 size, gint64 changed);
/* Whether BACKUP still has the SHA-256 that stands beside it; one with none beside it passes. */
bool backup_has_its_hash(const Backup *backup, GError **error);
/* The backups in FOLDER, newest first; what is unfinished is none. Array of Backup, never NULL. */
GPtrArray *backup_list_folder(const char *folder);

/* The folder for the shop WHERE at the second place SECOND: other machines may use that as well.
 * Free with g_free. */
char *backup_second_folder(const char *second, const char *where);

/* Closes FOLDER, which is made (0700) with those above it where it is missing, to other programs
 * that make backups there; WAIT: until they are through. What a killed program left unfinished
 * there is removed. The lock, for backup_folder_unlock, or -1: FAULT_BUSY without WAIT, else a
 * fault. */
int backup_folder_lock(const char *folder, bool wait, GError **error);
void backup_folder_unlock(int lock);
/* A path in FOLDER where nothing is yet, and no proof of anything either: backup_name with BEHIND
 * after it ("", or BACKUP_DAMAGED). Free with g_free. */
char *backup_free_path(const char *folder, const char *where, const char *now, BackupWhy why,
                       bool is_locked, const char *behind);

/* Tells PROGRESS, which may be NULL, of STEP. False with FAULT_CANCELLED when it breaks off. */
bool backup_step(BackupStep step, BackupProgress progress, gpointer data, GError **error);

/* Copies the file FROM to TO, which is made (0600, as backup_file_create) and gone after a fault.
 */
bool backup_copy_file(const char *from, const char *to, GError **error);
/* Copies the proved backup FROM to TARGET by way of TARGET.tmp, compared with HASH after it was
 * written, with its SHA-256 beside it. */
bool backup_carry(const char *from, const char *target, const char *hash, GError **error);
/* Removes what the ladder does not keep of the backups and of the damaged shops in FOLDER, each
 * with its SHA-256; KEPT, a path, stays in any case. Returns how many. */
guint backup_prune(const char *folder, const char *kept, const char *now);

/* The driver of the module for encryption; NULL with FAULT_MISSING. */
const VaultDriver *vault_driver(GError **error);
/* What the shop's backups are locked with into LOCK; *IS_SET is false when they are not. False on a
 * fault: what stands there cannot be used, too. */
bool vault_lock_of(Db *db, VaultLock *lock, bool *is_set, GError **error);
/* The setting for LOCK. Free with g_free. */
char *vault_lock_text(const VaultLock *lock);
/* Encrypts the file FROM for LOCK into TARGET.tmp, reads it back, and places it at TARGET with its
 * SHA-256 beside it. */
bool vault_seal(const char *from, const char *target, const VaultLock *lock, GError **error);
/* Decrypts the backup FROM into the file TO (made, 0600; gone after a fault). FAULT_REFUSED: that
 * is not its passphrase, FAULT_DAMAGED: it is damaged. LOCK, unless NULL, gets what it was locked
 * with. */
bool vault_open(const char *from, const char *to, const char *passphrase, VaultLock *lock,
                GError **error);
