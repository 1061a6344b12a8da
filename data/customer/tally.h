/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many customers a shop has, kept by who asks often: counted once, then followed by what the
 * deeds since then say they added and removed. */
#pragma once

#include "data/db/db.h"

/* What was counted of one shop; {0} to begin with. Its fields are tally.c's. */
typedef struct {
    bool is_counted;
    gint64 settled;   /* deeds up to this one are in `before` */
    gint64 before;    /* rows of customers after them, rests of erased ones included */
    gint64 newest;    /* the last deed that `customers` follows */
    gint64 customers; /* after all deeds */
} Tally;

/* Counts all customers: takes longer the more there are. False on a fault; TALLY is as before
 * then. */
bool tally_count(Db *db, Tally *tally, GError **error);

/* How many customers the shop has by now, whoever added or removed some: -1 in *CUSTOMERS as long
 * as tally_count was not called. It takes about the same time in every shop. A deed that was
 * begun before a thousand others and done after them is missed until the next tally_count. */
bool tally_get(Db *db, Tally *tally, gint64 *customers, GError **error);
