/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a local shop that have been proved readable. */
#pragma once

#include "data/db/db.h"

/* Copies the open SQLite shop DB to TARGET: written beside as TARGET.tmp (mode 0600) by SQLite's backup call in one step, closed, opened again,
 * checked (integrity_check, foreign_key_check), synced, renamed, folder synced; its SHA-256 stands in TARGET.sha256. An existing
 * TARGET is replaced only at the end. A failure leaves no TARGET.tmp. Does nothing and returns true on a server. */
bool backup_make(Db *db, const char *target, GError **error);
/* Whether TARGET still has the SHA-256 that was written beside it and opens as a shop. */
bool backup_verify(const char *target, GError **error);
