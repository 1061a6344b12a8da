/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a backup is what it was when it was made. */
#pragma once

#include "data/backup/list.h"
#include "data/backup/take.h"

/* Compares BACKUP with its SHA-256 and reads it through as check_database does; an encrypted one is
 * read through only with its PASSPHRASE (NULL: the SHA-256 alone, which is what tells damage). Sets
 * backup->proof and, when it is broken, backup->trouble; returns whether it is sound. FAULT_REFUSED
 * in ERROR (and proof unchanged) for a wrong passphrase; other faults in ERROR are those of the
 * looking itself: the file cannot be read, the module is missing, PROGRESS broke off. What is
 * decrypted meanwhile lies in WORK, the folder of the shop's backups (backup_folder_of), which is
 * closed to other programs and tidied up for that. */
bool backup_prove(Backup *backup, const char *passphrase, const char *work, BackupProgress progress,
                  gpointer data, GError **error);

/* A backup at PATH, wherever it lies, for backup_prove and restore_begin. FAULT_MISSING when there
 * is nothing, FAULT_FOREIGN when it is neither a shop's file nor an encrypted backup. */
Backup *backup_at(const char *path, GError **error);
