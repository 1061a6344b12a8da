/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emptying what a database has let go of. */
#pragma once

#include "data/db/db.h"

/* Writes the file of DB anew, so that nothing of removed rows is left in its free places. Nobody
 * else can use the shop meanwhile; who does is waited for. Takes room on the disk for another copy
 * of the file and its journal (FAULT_FULL), and about a second for 100 MB. On a server the dead
 * rows are given free (VACUUM), as far as the role may; the server's own logs and backups are its
 * keeper's. Not within a transaction. */
bool db_clean(Db *db, GError **error);
