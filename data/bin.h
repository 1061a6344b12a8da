/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was removed and can be brought back, whatever removed it. It is read from the before-images
 * of the deeds: there is no other copy of it. */
#pragma once

#include "data/db/record.h"

/* What one deed removed and what is not there now. */
typedef struct {
    gint64 deed_id;
    char *at;               /* UTC instant */
    char *clerk;            /* who did it; NULL: nobody in particular */
    const RecordType *type; /* of what weighs most: a customer before the notes of the customer */
    gint64 customers;       /* how many customers went; their rows count with them. 0: none */
    /* What went: "Hilde Wagner", "likes strawberries", "0421 84220, Am Markt 3". NULL: several
     * customers */
    char *what;
    char *whose; /* the customer it belonged to; NULL: it was customers, nobody's or several's */
} BinEntry;

/* The latest LIMIT entries (1 to 10,000), the newest first: an array of BinEntry, to be unreffed.
 * *HAS_MORE tells whether there may be older ones. NULL on a fault. */
GPtrArray *bin_list(Db *db, guint limit, bool *has_more, GError **error);

/* Brings back, as one deed, all rows that the deed removed and that are still missing. A link to a
 * customer who is gone by now is left out. FAULT_MISSING when nothing of it is missing any more;
 * FAULT_CONFLICT, with nothing written, when what it belonged to is gone (the message names the
 * customer); FAULT_TAKEN when a number or a place that is there only once is somebody else's now.
 * *ID, unless NULL, gets the new deed. */
bool bin_restore(Db *db, const Who *who, gint64 deed_id, gint64 *id, GError **error);
