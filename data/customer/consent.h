/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a customer agreed to something. No row means that nobody has asked yet. */
#pragma once

#include "data/base/choice.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer */
    char *purpose;      /* a code of consent_purposes */
    char *state;        /* "given", "refused", "withdrawn" */
    char *day;          /* YYYY-MM-DD */
    char *how;          /* a code of consent_ways, or other words */
    gint64 asked_by;    /* the clerk */
} Consent;

extern const RecordType consent_type;

/* What can be agreed to: "health", "belief", "news_email", "news_sms", "news_phone", "news_post".
 */
extern const Choice consent_purposes[];
/* "given", "refused", "withdrawn". */
extern const Choice consent_states[];
/* "in the shop", "in writing", "from a list". */
extern const Choice consent_ways[];

/* What has to be agreed to before news goes out by CHANNEL ("phone", "email", "newsletter", "sms",
 * "post"): a purpose; NULL for a way that needs no consent. Static. */
const char *consent_purpose(const char *channel);
/* Whether the customer has to have agreed to PURPOSE before; else, for post, it is enough that they
 * have not said no. */
bool consent_must_be_given(const char *purpose);
/* The customer's answer for PURPOSE as a new record; with an id of 0 and no state when nobody has
 * asked yet. NULL on a fault. */
Consent *consent_load(Db *db, gint64 customer_id, const char *purpose, GError **error);
/* Writes the answer down: a new row or over the earlier one. DAY is YYYY-MM-DD. */
bool consent_note(Deed *deed, gint64 customer_id, const char *purpose, const char *state,
                  const char *day, const char *how, GError **error);
