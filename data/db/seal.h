/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seals: how many rows each block of 64 ids of a table of records has, and the sum of their digests
 * (the first 61 bits of their SHA-256, modulo 2^61). They follow every change in its transaction,
 * so content that was damaged on the disk, or changed past the program, no longer fits them. A
 * file's own checks do not see that: of a hundred flipped bits SQLite's integrity_check noticed
 * fourteen. */
#pragma once

#include "data/db/record.h"

/* Changes that are not written yet. */
typedef struct Seals Seals;

/* Free with seals_free. */
Seals *seals_new(void);
/* NULL is fine. */
void seals_free(Seals *seals);
/* Notes RECORD: as it is stored no longer (SIGN -1), as it is stored now (1). */
void seals_note(Seals *seals, gconstpointer record, int sign);
/* Notes that all rows from FIRST to LAST of TYPE are about to go. */
bool seals_note_run(Seals *seals, Db *db, const RecordType *type, gint64 first, gint64 last,
                    GError **error);
/* Writes what was noted and forgets it. Within the transaction of the change. */
bool seals_settle(Seals *seals, Db *db, GError **error);

/* Called now and then with how many of TOTAL rows are through. False breaks off. */
typedef bool (*SealProgress)(guint done, guint total, gpointer data);

/* Compares the seals with the rows and adds a sentence to FINDINGS (char *) for each table with
 * rows that do not fit. Finds nothing in a shop that is not sealed yet. False on a fault,
 * FAULT_CANCELLED when PROGRESS (may be NULL) breaks off. */
bool seal_check(Db *db, SealProgress progress, gpointer data, GPtrArray *findings, GError **error);
/* Makes all seals anew from the rows as they are, in one transaction; broken off, they are as
 * before. */
bool seal_rebuild(Db *db, SealProgress progress, gpointer data, GError **error);
/* Seals a shop that an upgrade or a move has left without; does nothing to another. */
bool seal_complete(Db *db, SealProgress progress, gpointer data, GError **error);
