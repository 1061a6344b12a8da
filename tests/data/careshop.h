/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Customers, lines of the plan and contacts for tests, in a line each. */
#pragma once

#include "data/agenda/care.h"
#include "data/agenda/interaction.h"
#include "tests/data/people.h"

/* Adds somebody with phone, e-mail and address who agreed to all ways, in class CLASS (NULL: none).
 * The id. */
gint64 careshop_add(Db *db, const char *class);
/* Changes one text of a customer: "class", "closeness", "preferred_channel". */
void careshop_set(Db *db, gint64 customer_id, const char *column, const char *text);
/* Writes down what the customer says to PURPOSE. */
void careshop_consent(Db *db, gint64 customer_id, const char *purpose, const char *state);
/* Adds a note of the kind "tag". The id. */
gint64 careshop_tag(Db *db, gint64 customer_id, const char *words);
/* Adds a line that holds from 2026-03-01 on, for a class ("A" to "C"), a tag, or, with CUSTOMER_ID,
 * for one customer. CHANNEL may be NULL. The id of the line. */
gint64 careshop_plan(Db *db, const char *whom, gint64 customer_id, const char *channel,
                     gint64 every, const char *unit);
/* Notes a contact; OUTCOME may be NULL. The deed. */
gint64 careshop_contact(Db *db, gint64 customer_id, const char *day, const char *direction,
                        const char *channel, const char *outcome);
/* Writes a quiet time as quiet_read understands it on 2026-03-01. The id. */
gint64 careshop_quiet(Db *db, gint64 customer_id, const char *text);
/* Removes the row ID of TYPE. The deed. */
gint64 careshop_remove(Db *db, const RecordType *type, gint64 id);

/* "phone 2026-05-01, post 2026-06-01": the next contacts of a customer, by day. Free with g_free.
 */
char *careshop_next(Db *db, gint64 customer_id);
/* Fails unless the ways of the next contacts, by their names, are WAYS ("phone post"); "" for none.
 */
void careshop_expect_ways(Db *db, gint64 customer_id, const char *ways);
/* The day of the only next contact. */
Day careshop_due(Db *db, gint64 customer_id);
