/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a backup: made aside, synced, renamed into place, and their SHA-256 beside them. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Sets ERROR to the sentence for the file of a backup at PATH that the system refuses with the
 * errno REASON: FAULT_FULL, FAULT_READ_ONLY, else FAULT_MISSING. Returns false. */
bool backup_file_refuse(GError **error, const char *path, int reason);
/* Where the SHA-256 of the backup TARGET stands: TARGET.sha256. Free with g_free. */
char *backup_file_sums(const char *target);
/* Opens a new, empty file at PATH, mode 0600, or 0660 in a folder that a group shares
 * (filegroup.h); one that an interrupted backup left there is removed. -1 on a fault. */
int backup_file_create(const char *path, GError **error);
/* Closes FILE, and removes it from PATH when it is still there. */
void backup_file_discard(int file, const char *path);
/* The SHA-256 of the file at PATH, in hexadecimal. Free with g_free; NULL on a fault. */
char *backup_file_hash(const char *path, GError **error);
/* Syncs FILE, which is open at FROM, and renames it to TARGET with HASH in TARGET.sha256. At every
 * moment of it what stands at TARGET has its hash beside it. */
bool backup_file_place(int file, const char *from, const char *target, const char *hash,
                       GError **error);
/* Whether HASH is one of those in TARGET.sha256. */
bool backup_file_matches(const char *target, const char *hash, GError **error);
