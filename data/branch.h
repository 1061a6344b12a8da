/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of the shop. */
#pragma once

#include "data/db/record.h"

typedef struct {
    RecordHead head;
    char *name;
} Branch;

extern const RecordType branch_type;
