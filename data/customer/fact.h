/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Soft facts: what the shop knows of a customer, one thought each. */
#pragma once

#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer */
    gint64 kind_id;     /* a fact_kind */
    char *words;        /* as the clerk wrote them */
    char *done_at;      /* UTC instant at which a one-time note was ticked; NULL: still shown */
    gint64 done_by;     /* the clerk who ticked it */
} Fact;

extern const RecordType fact_type;
