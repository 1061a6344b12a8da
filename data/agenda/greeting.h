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
    char *how;          /* a code of greeting_ways, or other words; NULL: not said */
    char *words;        /* what was given or said; NULL: nothing */
} Greeting;

extern const RecordType greeting_type;

/* Part of a statement: whether a row of "greeting" is a contact of which the owner allows only so
 * many (care_per_month): in the shop, where a plain tick is made, it bothers nobody. */
#define GREETING_IS_OURS "(greeting.how IS NOT NULL AND greeting.how <> 'in the shop')"

/* The ways of Greeting.how, for people; one that is not here is shown as it was written. */
extern const Choice greeting_ways[];

/* How somebody was greeted and what was given or said, for people: "with flowers: tulips"; NULL
 * when neither is known (NULL). Free with g_free. */
char *greeting_said(const char *how, const char *words);
