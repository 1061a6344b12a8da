/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened with a customer is changed by the form of its kind. */
#pragma once

#include "data/db/record.h"
#include "tui/screen.h"

/* Whether there is a form for rows of TYPE. Notes have one, but only the card can open it. */
bool past_can_open(const RecordType *type);

/* Opens over SCREEN the form for the row ID of TYPE, which is the customer's; of feedback CODE says
 * which kind it is. SEARCHED gets the char * with one digit that began a new search there, else
 * NULL; may be NULL. */
Outcome past_open(Screen *screen, gint64 customer_id, const RecordType *type, gint64 id,
                  const char *code, ReturnFunc searched);
