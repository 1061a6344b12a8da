/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A contact with a customer: what went out or came in. */
#pragma once

#include "data/base/choice.h"
#include "data/base/moment.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer */
    char *day;          /* YYYY-MM-DD */
    gint64 minute;      /* RECORD_NONE: not told */
    char *direction;    /* "in", "out" */
    char *channel;      /* a code of interaction_channels */
    char *outcome;      /* a code of interaction_outcomes; NULL: not told */
    char *mood;         /* "good", "neutral", "bad"; NULL: not told */
    gint64 branch_id;
    char *words;
} Interaction;

extern const RecordType interaction_type;

/* "counter", "visit", "phone", "email", "sms", "social", "post", "newsletter". */
extern const Choice interaction_channels[];
/* "in", "out". */
extern const Choice interaction_directions[];
/* "reached", "not_reached", "call_back", "appointment", "documents", "talk", "order", "no_more". */
extern const Choice interaction_outcomes[];
/* "good", "neutral", "bad". */
extern const Choice interaction_moods[];

/* Part of a statement: whether a row of "interaction" counts as a contact for the plan. Whoever was
 * not reached was not contacted. */
#define INTERACTION_COUNTS "(interaction.outcome IS NULL OR interaction.outcome <> 'not_reached')"
/* Likewise: whether it is one of those of which the owner allows only so many (care_per_month). */
#define INTERACTION_IS_OURS                                                                        \
    "(interaction.direction = 'out' AND interaction.channel <> 'counter' AND " INTERACTION_COUNTS  \
    ")"

/* Stores INTERACTION as a new one, or as it was changed when it has an id. FAULT_REFUSED without a
 * whole day; faults of record_update. One whose outcome is "no_more" also notes that no news is
 * wanted by this way: consent_note, "withdrawn", where the way has a purpose. */
bool interaction_save(Deed *deed, Interaction *interaction, GError **error);
