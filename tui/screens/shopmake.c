/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the shop on the first start, and handing it to the program. */
#include "tui/screens/shopmake.h"

#include "tui/shopswitch.h"

#include <glib/gstdio.h>

Shop *shopmake_new(const char *path, const char *name, const char *branch, const char *clerk,
                   const char *now, GError **error)
{
    ShopPlan plan = shop_plan(name);
    plan.branch = branch;
    plan.clerk = clerk;
    if (!shop_create(path, &plan, now, error)) {
        return NULL;
    }
    /* A shop made just now needs no upgrade, so no folder for a copy either. */
    Shop *shop = shop_open(path, DB_READ_WRITE, NULL, now, error);
    /* On a server others may be in it by now. */
    if (shop == NULL && !db_is_server(path)) {
        g_unlink(path);
    }
    return shop;
}

void shopmake_discard(Shop *shop)
{
    g_autofree char *path = db_is_server(shop->where) ? NULL : g_strdup(shop->where);
    shop_close(shop);
    if (path != NULL) {
        g_unlink(path);
    }
}

bool shopmake_hand_over(Screen *screen, Shop *shop, GError **error)
{
    if (!shopswitch_to(screen, shop, error)) {
        shopmake_discard(shop);
        return false;
    }
    return true;
}
