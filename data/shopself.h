/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shop says about itself: what every counter has to know of it. */
#pragma once

#include "data/shop.h"

/* How long a card stays open when nobody presses a key, in minutes, when the owner set nothing. */
enum { IDLE_MINUTES = 5, IDLE_MINUTES_MOST = 24 * 60 };

typedef struct {
    char *name;          /* "" when the owner gave none */
    guint idle_minutes;  /* 0: never; at most IDLE_MINUTES_MOST */
    GPtrArray *clerks;   /* Clerk: those who may stand at the counter, by id */
    GPtrArray *branches; /* Branch, by id */
} ShopSelf;

/* Reads it, on the worker. NULL on a fault. Free with shop_self_free. */
ShopSelf *shop_self_load(Db *db, GError **error);
void shop_self_free(ShopSelf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ShopSelf, shop_self_free)
