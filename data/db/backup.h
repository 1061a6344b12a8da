/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a local shop that have been proved readable. */
#pragma once

#include "data/db/db.h"

/* Copies the open SQLite shop DB to TARGET: written beside as TARGET.tmp (mode 0600) by SQLite's
 * backup call in one step, closed, opened again, checked (integrity_check, foreign_key_check),
 * synced, renamed, folder synced; its SHA-256 stands in TARGET.sha256, in the form of sha256sum. An
 * existing TARGET is replaced only at the end. A failure leaves no TARGET.tmp. What is not
 * committed is not copied: inside a transaction it is refused. Does nothing and returns true on a
 * server. */
bool backup_make(Db *db, const char *target, GError **error);
/* Whether TARGET still has the SHA-256 that was written beside it and opens as a whole shop. */
bool backup_verify(const char *target, GError **error);
/* Makes and verifies the backup without which no upgrade happens: FOLDER (made with mode 0700 when
 * missing) gets "<name of the shop>-v<VERSION>-<NOW>.tresen", where VERSION is the schema the shop
 * is at and NOW the UTC instant "2026-03-01T08:00:00Z". An existing backup is never replaced. *PATH
 * (may be NULL) is where it is, to be freed with g_free; NULL on a server, whose backups are its
 * keeper's. */
bool backup_before_upgrade(Db *db, const char *folder, int version, const char *now, char **path,
                           GError **error);
