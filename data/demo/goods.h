/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the demo shop sells. */
#pragma once

#include "data/db/deed.h"
#include "data/demo/chance.h"

/* So many of an article. */
typedef struct {
    guint place; /* of the article in the table */
    gint64 quantity;
} Goods;

/* The price in cents of the article at PLACE (from 0), which in a shop whose first articles they
 * are has the id PLACE + 1. */
gint64 goods_price(guint place);

/* Writes all of them down, as part of DEED. */
bool goods_add_all(Deed *deed, GError **error);

/* What a usual order says in words ("Zwei Stück Käsekuchen"), as goods; empty when it names none.
 * Unref with g_array_unref. */
GArray *goods_of(const char *usual);
/* Any article, what is bought often more likely; cakes for many people are never drawn. */
Goods goods_any(Chance *chance);
