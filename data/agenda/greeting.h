/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tick of a year: somebody of the shop congratulated. The head says who and when. */
#pragma once

#include "data/base/choice.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer */
    gint64 occasion_id; /* the occasion */
    gint64 year;        /* the year in which the day was kept */
    char *how;          /* "in the shop", "call", "card" …; NULL: not said */
} Greeting;

extern const RecordType greeting_type;

/* The ways of Greeting.how, for people; one that is not here is shown as it was written. */
extern const Choice greeting_ways[];
