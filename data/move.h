/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying a whole shop from a file to a server or back. */
#pragma once

#include "data/shop.h"

typedef enum { MOVE_COPIES, MOVE_COMPARES, MOVE_INDEXES } MoveStep;
/* Called now and then with how many of TOTAL rows (MOVE_INDEXES: customers) are through. False
 * breaks off, which MOVE_INDEXES does not mind: opening the shop goes on with it. */
typedef bool (*MoveProgress)(MoveStep step, guint done, guint total, gpointer data);

/* What was carried over. */
typedef struct {
    gint64 tables, rows, customers;
    char *hash;  /* of all tables, 64 hexadecimal digits; free with g_free */
    char *place; /* where the shop is by now, without a password; free with g_free */
} Moved;

/* Carries the shop FROM, which is whole and stays closed to all who write meanwhile, to the place
 * TO as in db_open: a server with a database in which there is no shop and the role may make
 * tables, or the path of a file where nothing is. All rows are compared there, by table, before
 * anything holds; the search index and the sums are made anew. FROM stays as it is, but says where
 * its shop is by now (SETTING_MOVED_TO), and
 * refuses deeds from then on. After a fault there is nothing at TO and FROM is as before:
 * FAULT_TAKEN when there is a shop at TO, FAULT_DAMAGED when FROM is not whole or the copy differs,
 * FAULT_CANCELLED when PROGRESS (may be NULL) breaks off. NOW is the UTC instant. */
bool shop_move(Shop *from, const char *to, const char *now, MoveProgress progress, gpointer data,
               Moved *moved, GError **error);

/* Makes a copy of the shop FROM, as it is at this moment, in the file PATH, where nothing is: a
 * shop of its own with the same content, compared as above. Others may write to FROM meanwhile;
 * nothing in it changes. Faults as above. */
bool shop_copy(Db *from, const char *path, const char *now, MoveProgress progress, gpointer data,
               GError **error);

/* The sums of all that shop_move compares in DB, in one text of a line a table: "customer 250
 * 9f86…". For tests and for people. Free with g_free; NULL on a fault. */
char *shop_content(Db *db, GError **error);
