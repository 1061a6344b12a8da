/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that happened with a customer, newest first: filtered by kind, opened, removed. */
#pragma once

#include "data/db/record.h"
#include "tui/screen.h"

typedef struct {
    gint64 customer_id;
    const RecordType *type; /* of what is selected at first; NULL: the newest entry */
    gint64 id;
} TimelineArg;

/* What the card has to go on with. */
typedef struct {
    gint64 fact_id; /* a note to be changed; 0: none */
    char digit;     /* was typed: a number begins a new search, as on the card; '\0': none */
} TimelineResult;

/* Opened with a const TimelineArg *. Result: a TimelineResult *; none when it was left. */
extern const ScreenClass screen_timeline;
