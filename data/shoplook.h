/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands at a place where a shop may be: asked before anybody goes there. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum {
    LOOK_SHOP,  /* a shop of this version */
    LOOK_OLDER, /* a shop of an earlier version; opening it brings it up to date */
    LOOK_EMPTY  /* no shop; one can be made there */
} LookKind;

typedef struct {
    LookKind kind;
    char *place;      /* as people may read it: without a password */
    char *name;       /* of the shop; "": it has none, or there is no shop */
    gint64 customers; /* how many it has; -1: not known */
    bool read_only;   /* there is a shop, but this user may only read it */
    char *moved_to;   /* where the shop is by now; NULL: here */
    char *obstacle; /* why this user cannot open or make a shop there, a sentence; NULL: nothing */
} ShopLook;

/* Looks at WHERE, a place as db_open takes it, and changes nothing there. A server or file that
 * cannot be reached, is no shop, is damaged or newer: NULL and the fault with a sentence, as from
 * db_open. A file that is not there is LOOK_EMPTY. Free with shop_look_free. */
ShopLook *shop_look(const char *where, GError **error);
void shop_look_free(gpointer look);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ShopLook, shop_look_free)
