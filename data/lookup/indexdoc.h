/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of lookup_doc: as it should be, and as it is. */
#pragma once

#include "data/db/db.h"

typedef struct {
    gint64 place;
    char *words;
    gint64 visits;
    char *last_visit;
    char *key;        /* see sortkey.h */
    gint64 branch_id; /* as in VisitSum */
} IndexDoc;

void index_doc_free(IndexDoc *doc);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IndexDoc, index_doc_free)

/* What should stand in the index for the customer. *DOC is NULL when there is no such customer.
 * False on a fault. */
bool index_doc_wanted(Db *db, gint64 customer_id, IndexDoc **doc, GError **error);
/* What stands there; *DOC is NULL when nothing does. */
bool index_doc_stored(Db *db, gint64 customer_id, IndexDoc **doc, GError **error);
/* Whether they say the same; either may be NULL. */
bool index_doc_equal(const IndexDoc *a, const IndexDoc *b);
