/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a shop's schema to this program's version. */
#pragma once

#include "data/db/db.h"

/* The newest version this program knows. */
int migrate_newest(void);
/* The version DB is at; 0 for an empty database. -1 on a fault. */
int migrate_version(Db *db, GError **error);
/* Whether this program may work with DB, opened in MODE: a shop that is finished, not newer, and
 * whose own record of its version agrees; or, for DB_BUILD, a place with no shop. FAULT_NO_SHOP,
 * _NEWER, _DAMAGED, _TAKEN. */
bool migrate_admits(Db *db, DbMode mode, GError **error);
/* Applies what is missing, each step in its own transaction together with its version. NOW is the
 * UTC instant written beside it. The caller has taken a backup before (data/backup/take.h). A
 * newer shop is refused with FAULT_NEWER, and so is, before the first step, a role that may not
 * change the schema (rights.h). */
bool migrate_run(Db *db, const char *now, GError **error);
/* The same up to the version LAST, as a program of that time did it; so that a test has a shop of
 * each version to bring up to date. */
bool migrate_to(Db *db, int last, const char *now, GError **error);
