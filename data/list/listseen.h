/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of lists that were taken over, by the hash of their content, so that the same list again
 * adds nothing. */
#pragma once

#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer it became */
    char *key;          /* SHA-256 of the row, hex */
} ListSeen;

extern const RecordType list_seen_type;
