/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going from one shop to another while the program runs. */
#include "tui/shopswitch.h"

#include "tui/backupkeep.h"
#include "tui/counter.h"

static gpointer close_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)shop, (void)work, (void)error;
    shop_close(arg);
    return NULL;
}

/* On the worker, behind everything that was begun with it. */
static void close_behind(Screen *screen, Shop *shop)
{
    const AppJob job = {
        .run = close_run, .arg = shop, .background = true, .reads_only = true, .by_itself = true};
    if (shop != NULL) {
        app_do(screen, &job);
    }
}

void shopswitch_to_none(Screen *screen)
{
    App *app = screen->app;
    Shop *before = app_shop(app);
    app_watch_shop(app, NULL, NULL);
    app_keep_drafts(app, NULL);
    app_set_shop(app, NULL);
    counter_forget_shop(counter_of(screen));
    backup_keep_forget(app);
    counter_show(app);
    close_behind(screen, before);
}

bool shopswitch_to(Screen *screen, Shop *shop, GError **error)
{
    shopswitch_to_none(screen);
    if (!counter_read(counter_of(screen), shop, error)) {
        counter_forget_shop(counter_of(screen));
        return false;
    }
    app_set_shop(screen->app, shop);
    counter_show(screen->app);
    app_refresh(screen->app);
    return true;
}

ShopBox *shop_box_new(Shop *shop)
{
    ShopBox *box = g_new0(ShopBox, 1);
    box->shop = shop;
    return box;
}

void shop_box_free(gpointer box)
{
    shop_close(((ShopBox *)box)->shop);
    g_free(box);
}
