/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How things stand with several customers, for lists: who complains, who is lost. */
#pragma once

#include "data/db/db.h"

typedef struct {
    bool complains; /* a complaint is open */
    bool is_lost;   /* and has not come back */
    bool is_dead;
} Standing;

/* Of those among the COUNT customers IDS with whom something stands: a table of Standing * by id
 * (gint64 *). As few statements as for one of them. NULL on a fault. Unref it. */
GHashTable *standing_load(Db *db, const gint64 *ids, guint count, GError **error);
