/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was bought on a visit, one line an article. */
#pragma once

#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer */
    gint64 visit_id;    /* the visit */
    gint64 article_id;  /* the article */
    gint64 quantity;    /* how many */
    gint64 amount;      /* of the line; RECORD_NONE: not told */
} VisitItem;

extern const RecordType visit_item_type;
