/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a local shop that have been proved readable. */
#pragma once

#include "data/db/db.h"

/* Whether DB can be copied now: FAULT_INTERNAL inside a transaction, of which nothing would be
 * copied. */
bool backup_may_begin(Db *db, GError **error);
/* Copies the open SQLite shop DB to TARGET: written beside as TARGET.tmp (mode 0600) by SQLite's
 * backup call in one step, closed, opened again, checked (integrity_check, foreign_key_check),
 * synced, renamed, folder synced; its SHA-256 stands in TARGET.sha256, in the form of sha256sum. An
 * existing TARGET is replaced only at the end. A failure leaves no TARGET.tmp. What is not
 * committed is not copied: inside a transaction it is refused. */
bool backup_make(Db *db, const char *target, GError **error);
/* Whether TARGET still has the SHA-256 that was written beside it and opens as a whole shop. */
bool backup_verify(const char *target, GError **error);
/* Whether the file at PATH, called CALLED in sentences, opens as a shop in which nothing is wrong.
 */
bool backup_is_whole(const char *path, const char *called, GError **error);
