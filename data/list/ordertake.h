/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders become visits, many at once. */
#pragma once

#include "data/db/deed.h"
#include "data/list/orderread.h"

typedef struct OrderTake OrderTake;

/* For the orders of SOURCE, as part of DEED. COUNTRY as for contact_key. NULL on a fault. Free with
 * order_take_free. */
OrderTake *order_take_new(Deed *deed, OrderSource source, const char *country, GError **error);
void order_take_free(OrderTake *take);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OrderTake, order_take_free)

/* Makes visits, with their articles, of those ORDERS (Order, ended, each id only once) that have no
 * reason against it and were not taken over before; what was paid back of one is a return of its
 * own. An order without an id is known again by its customer, moment, amount and article, the
 * second alike of a list by being the second. Sets in each what became of it, or a reason. Adds to
 * *ITEMS the articles that were written down. */
bool order_take_all(OrderTake *take, const GPtrArray *orders, guint *items, GError **error);
