/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a list of orders: one deed, one transaction, repeatable. */
#pragma once

#include "data/list/import.h"

/* Takes over the orders of a list, which is known by its header: an export of Shopify, WooCommerce
 * or Square (items or transactions), or a table of date, customer, amount and article. Each order
 * becomes a visit of the customer it names by number, e-mail or phone, what was given back a
 * return; articles nobody knows are learned. What cannot be taken over is written beside the list,
 * with the reason. An order that was taken over before adds nothing. PLAN's mapping is not used.
 * NULL with FAULT_CANCELLED, or what went wrong; then the shop is as it was. */
ImportResult *orders_run(Db *db, const ImportPlan *plan, const Who *who, ImportProgress progress,
                         gpointer data, GError **error);
