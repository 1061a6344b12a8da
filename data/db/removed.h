/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that were removed and are not there now, whatever removed them: read from their
 * before-images, of which there is no other copy. */
#pragma once

#include "data/db/deedlog.h"

/* The deeds that removed rows which are still missing, the latest first, at most LIMIT: an array of
 * gint64, to be unreffed. Only tables whose rows are something to people count (RecordType.call).
 * A row that was brought back and removed again is the later deed's. The taking back of an import
 * that kept no images is left out: such a list is taken over again. NULL on a fault. */
GArray *removed_deeds(Db *db, guint limit, GError **error);

/* The rows that the deed removed and that are still missing, parents before children, at most
 * LIMIT: of all tables, or ONLY_CALLED of those that are something to people (RecordType.call). The
 * array of Change frees them. NULL on a fault. */
GPtrArray *removed_rows(Db *db, gint64 deed_id, bool only_called, guint limit, GError **error);
/* How many there are of TYPE. */
bool removed_count(Db *db, gint64 deed_id, const RecordType *type, gint64 *count, GError **error);

/* Which deed removed a row, and whose it was. */
typedef struct {
    gint64 deed_id;  /* 0: none is known */
    gint64 clerk_id; /* 0: nobody in particular */
    char at[21];     /* UTC instant */
} Removal;

/* The last deed that removed the row ID of TYPE, which may be there again, into *REMOVAL. */
bool removed_by(Db *db, const RecordType *type, gint64 id, Removal *removal, GError **error);

/* The row ID of TYPE as it was when it was removed last; NULL with FAULT_MISSING when no image of
 * it is there. Free with record_free. */
gpointer removed_load(Db *db, const RecordType *type, gint64 id, GError **error);
/* The row ID of TYPE as it is, else as removed_load has it; *IS_REMOVED (may be NULL) says which of
 * them. Faults as there. */
gpointer removed_or_there(Db *db, const RecordType *type, gint64 id, bool *is_removed,
                          GError **error);
