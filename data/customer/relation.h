/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People who belong to a customer: partner, child … Their days are occasions. */
#pragma once

#include "data/base/choice.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer */
    char *kind;         /* a code of relation_kinds */
    char *name;
    char *note;
    gint64 other_customer_id; /* when the person is a customer too, else 0 */
} Relation;

extern const RecordType relation_type;

/* "partner", "child", "parent", "sibling", "friend", "colleague", "other". */
extern const Choice relation_kinds[];
