/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the clerks and the branches of the shop are called, for whatever names many of them. */
#pragma once

#include "data/db/db.h"

/* The names (char *) of all by id (gint64 *). NULL on a fault. Unref it. */
GHashTable *nametable_clerks(Db *db, GError **error);
GHashTable *nametable_branches(Db *db, GError **error);

/* The name of ID; NULL when there is none. Belongs to NAMES. */
const char *nametable_name(GHashTable *names, gint64 id);
