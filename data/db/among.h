/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows by their ids, two dozen in one statement, which is kept whatever their number: on a server
 * each statement is a way there and back. */
#pragma once

#include "data/db/db.h"

/* How many a statement asks for. */
#define DB_AMONG 24
/* What stands in it behind the column. */
#define DB_AMONG_THEM                                                                              \
    "IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, "   \
    "$20, $21, $22, $23, $24)"

/* Sets SOME, of which there are DB_AMONG, to those of the COUNT ids IDS from FIRST (below COUNT)
 * on; where they are fewer, the last one stands there again. */
void db_among(DbValue *some, const gint64 *ids, guint first, guint count);
