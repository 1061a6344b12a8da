/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of the shop. */
#pragma once

#include "data/db/record.h"

typedef struct {
    RecordHead head;
    char *name;
} Branch;

extern const RecordType branch_type;

/* The id of the branch called NAME; capitals and accents make no difference. FAULT_MISSING, with a
 * sentence that names the branches, when there is none. */
bool branch_named(Db *db, const char *name, gint64 *id, GError **error);
/* The place of the branch ID among BRANCHES (Branch; NULL: there are none), from 1 on; 0 when it is
 * none of them. */
guint branch_place(const GPtrArray *branches, gint64 id);
