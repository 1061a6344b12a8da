/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from the rows: the words under which people are found, the sums of visits, who is to
 * be contacted when, and the seals by which damage shows. Collected while rows change, brought up
 * to date before the change is made lasting. */
#pragma once

#include "data/db/record.h"

typedef struct Follow Follow;

/* Nothing to follow yet. Free with follow_free. */
Follow *follow_new(void);
/* NULL is fine. */
void follow_free(Follow *follow);

/* From here on who came keeps the old place in the search index (index_recount), however few they
 * are, and the index is not tended: for who calls index_place_all and index_settle in the end. */
void follow_leave_places(Follow *follow);

/* Notes RECORD: as it was before a change or a removal (SIGN -1), as it is after a change or as a
 * new row (1). */
void follow_row(Follow *follow, gconstpointer record, int sign);
/* Notes that the rows FIRST to LAST of TYPE are about to be removed all at once. */
bool follow_run(Follow *follow, Db *db, const RecordType *type, gint64 first, gint64 last,
                GError **error);
/* Writes what follows from all that was noted and forgets it. Within the transaction of the
 * change. */
bool follow_settle(Follow *follow, Db *db, GError **error);
