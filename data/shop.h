/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop: its database, made, opened and brought up to date. */
#pragma once

#include "data/customer/tally.h"
#include "data/db/db.h"
#include "data/db/deed.h"
#include "data/lookup/index.h"

typedef struct Shop {
    Db *db;
    char *where; /* the file, or the server without its password */
    char *name;  /* the shop's; "" when the owner gave none yet */
    Tally tally; /* how many customers it has; for the thread that uses DB */
} Shop;

/* What a new shop is to be. */
typedef struct {
    const char *name;         /* may be "" */
    const char *branch;       /* NULL: no branches */
    const char *clerk;        /* the first one; NULL: none yet */
    const char *country_code; /* of telephone numbers: "49" */
    const char *currency;     /* "EUR" */
} ShopPlan;

/* The plan for a shop called NAME where nobody said more: German telephone numbers, euro, no branch
 * and no clerk. NAME stays the caller's. */
ShopPlan shop_plan(const char *name);

/* Opens the shop at WHERE (see db_open). A shop of an older version is brought up to date, after a
 * verified backup in BACKUP_FOLDER (NULL: none, the caller has one); one that can only be read is
 * refused then (FAULT_READ_ONLY). NOW is the UTC instant. NULL on a fault. Free with shop_close. */
Shop *shop_open(const char *where, DbMode mode, const char *backup_folder, const char *now,
                GError **error);
/* The same; PROGRESS (see index.h) is called while customers are taken into a search index that an
 * upgrade has begun anew, the last time when all are through. When it breaks off, opening fails
 * with FAULT_CANCELLED, and the next one goes on from there. */
Shop *shop_open_watched(const char *where, DbMode mode, const char *backup_folder, const char *now,
                        IndexProgress progress, gpointer data, GError **error);
void shop_close(Shop *shop);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Shop, shop_close)

/* Calls the shop NAME (storable, "" for no name). No deed. */
bool shop_rename(Shop *shop, const char *name, GError **error);

/* Makes a local shop in a new file PATH, for a caller who moves it to its place when it is filled
 * (shopfile.h). FAULT_TAKEN when something is there; after another fault the file is gone. */
bool shop_build(const char *path, const ShopPlan *plan, const char *now, GError **error);
/* Makes a shop at PATH. On a server: in a database without one, in which the role may make tables,
 * in one transaction. In a file: built beside it and renamed into place, with the folders above
 * (0700) where they are missing. FAULT_TAKEN when something is at PATH already; then nothing is
 * touched.
 */
bool shop_create(const char *path, const ShopPlan *plan, const char *now, GError **error);

/* Whether there is something at WHERE. A server counts as there. */
bool shop_exists(const char *where);
