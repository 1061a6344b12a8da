/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose order it is: by number, e-mail, phone. */
#pragma once

#include "data/db/db.h"
#include "data/list/orderread.h"

/* What was found already. */
typedef struct OrderMatch OrderMatch;

/* For the customers of DB, as they are now. COUNTRY as for contact_key. Free with
 * order_match_free. */
OrderMatch *order_match_new(Db *db, const char *country);
void order_match_free(OrderMatch *match);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OrderMatch, order_match_free)

/* The customer of ORDER: by the first of its keys somebody has. Where several have it, the one with
 * the name the order says. *ID is 0 when there is none, and *REASON then why: a whole sentence,
 * translated, static. False on a fault. */
bool order_match_find(OrderMatch *match, const Order *order, gint64 *id, const char **reason,
                      GError **error);
