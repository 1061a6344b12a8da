/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all tables that hold records. */
#pragma once

#include "data/db/record.h"

/* Parents before children, ends with NULL. */
extern const RecordType *const records[];

/* The type of TABLE; NULL when it is none of the records. */
const RecordType *records_find(const char *table);
/* The place of TYPE in the list. */
guint records_rank(const RecordType *type);
