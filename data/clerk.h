/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people behind the counter. */
#pragma once

#include "data/db/record.h"

typedef struct {
    RecordHead head;
    char *name;
    gint64 active;    /* 1, or 0 for somebody who left */
    gint64 branch_id; /* where they usually work; 0: anywhere */
} Clerk;

extern const RecordType clerk_type;

/* The id of the clerk called NAME, or whose name alone begins so; capitals and accents make no
 * difference, and those who have left do not count. FAULT_MISSING, with a sentence that names the
 * clerks, when there is none. */
bool clerk_named(Db *db, const char *name, gint64 *id, GError **error);
