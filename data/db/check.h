/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the database is whole. */
#pragma once

#include "data/db/db.h"

/* Asks the engine: integrity and foreign keys. Adds a sentence to FINDINGS (char *, owned) for each
 * fault found. False when the check itself could not be carried out. */
bool check_database(Db *db, GPtrArray *findings, GError **error);
/* The same in half the time: whether each index has what its table has is not asked. */
bool check_database_quick(Db *db, GPtrArray *findings, GError **error);
