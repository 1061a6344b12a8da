/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeping seals and comparing them have in common. */
#pragma once

#include "data/db/seal.h"

/* Ids in a block. */
enum { SEAL_BLOCK = 64 };
/* Two sums of digests fit into a number of 64 bits with a sign. */
#define SEAL_MODULUS (G_GINT64_CONSTANT(1) << 61)

/* Of a block. */
typedef struct {
    gint64 count;  /* of rows */
    gint64 digest; /* the sum of theirs */
} Seal;

/* What was noted of the table with that records_rank: a block (gint64) to its Seal; NULL: nothing.
 * Belongs to SEALS. */
GHashTable *seals_of_table(const Seals *seals, guint rank);
/* Adds COUNT rows with the sum DIGEST (SIGN 1), or takes them off (-1), in BLOCK of that table. */
void seals_add(Seals *seals, guint rank, gint64 block, Seal part, int sign);
/* Notes the rows FIRST to LAST of TYPE, as seals_note does each. */
bool seals_note_rows(Seals *seals, Db *db, const RecordType *type, gint64 first, gint64 last,
                     int sign, GError **error);
