/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows by their ids, two dozen in one statement. */
#include "data/db/among.h"

void db_among(DbValue *some, const gint64 *ids, guint first, guint count)
{
    for (guint i = 0; i < DB_AMONG; i++) {
        some[i] = db_int(ids[MIN(first + i, count - 1)]);
    }
}
