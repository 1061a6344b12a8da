/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing a backup back: first what would change, then in one step. */
#pragma once

#include "data/backup/list.h"
#include "data/backup/take.h"
#include "data/history/history.h"

/* What the shop and the backup have of a kind of thing. */
typedef struct {
    const char *words; /* N_(): "Customers" */
    gint64 now, then;  /* how many in the shop and in the backup; -1: the shop cannot be read */
    char then_newest[21]; /* the UTC instant of the newest in the backup; "": none */
} RestoreCount;

enum { RESTORE_SINCE = 5 };

/* A backup on its way back. */
typedef struct Restore Restore;

/* Makes everything ready to bring BACKUP back as the shop's file WHERE, which may be damaged or
 * missing: compares it with its SHA-256, decrypts it (PASSPHRASE; NULL when it is not encrypted)
 * into a passing file beside WHERE, proves that, brings it up to date when it is of an earlier
 * version, and counts. The shop is only read. NOW is the UTC instant. FAULT_REFUSED: wrong
 * passphrase, none given, or WHERE is a server; FAULT_DAMAGED: the backup is; FAULT_NEWER: it is of
 * a newer version of the program; FAULT_CANCELLED. NULL on a fault. Any thread; takes seconds for a
 * large shop. Free with restore_free. */
Restore *restore_begin(const char *where, const BackupPlace *place, const Backup *backup,
                       const char *passphrase, const char *now, BackupProgress progress,
                       gpointer data, GError **error);
/* The counts, *COUNT of them. They belong to RESTORE. */
const RestoreCount *restore_counts(const Restore *restore, guint *count);
/* How many deeds were done in the shop since the backup, which would be gone; -1 when the shop
 * cannot be read. */
gint64 restore_deeds_since(const Restore *restore);
/* The same in a sentence for when the shop cannot be read; NULL: it can. */
const char *restore_missing_words(const Restore *restore);
/* The newest of them, the last first, at most RESTORE_SINCE: an array of HistoryDeed
 * (history_of_shop), which belongs to RESTORE. NULL: none, or not known. */
const GPtrArray *restore_since(const Restore *restore);
/* The UTC instants of the last deed in the shop and in the backup; "": none or not known. */
const char *restore_last_now(const Restore *restore);
const char *restore_last_then(const Restore *restore);
/* Why the present shop cannot be read; NULL: it can, or there is none. */
const char *restore_trouble(const Restore *restore);
/* Whether the backup is of another shop than the one that would be replaced. */
bool restore_is_other_shop(const Restore *restore);
/* Whether there is something at the shop's place. */
bool restore_replaces(const Restore *restore);

/* What became of it. */
typedef struct {
    char *kept;   /* the shop as it was before, as a backup, or the damaged file as it was; NULL:
                     there was none */
    guint erased; /* how many customers who were erased since were erased again */
} Restored;

void restored_clear(Restored *restored);

/* Does it: closes the shop to all who write, keeps it as a backup BACKUP_RESTORE (a damaged one as
 * it is, with ".damaged" behind its name), erases again who was erased since, keeps the passphrase
 * of the backups, and puts the file at its place, lastingly and in one step. Other programs that
 * have the shop open are refused their next deed (FAULT_NO_SHOP) until they open it again; the
 * caller's own Shop must be closed before. After a fault the shop is as it was. RESTORE can only be
 * freed afterwards. NOW is the UTC instant. */
bool restore_finish(Restore *restore, const char *now, BackupProgress progress, gpointer data,
                    Restored *restored, GError **error);
/* Removes what was made ready. NULL is fine. */
void restore_free(Restore *restore);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Restore, restore_free)
