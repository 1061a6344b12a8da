/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people behind the counter. */
#pragma once

#include "data/db/record.h"

typedef struct {
    RecordHead head;
    char *name;
    gint64 active; /* 1, or 0 for somebody who left */
} Clerk;

extern const RecordType clerk_type;
