/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going from one shop to another while the program runs. Main thread. */
#pragma once

#include "data/shop.h"
#include "tui/screen.h"

/* Gives SHOP to the app of SCREEN and tells the counter; everything is loaded again. The shop the
 * app had before is closed on the worker as soon as nothing uses it any more. SHOP is taken over:
 * the app has it from then on. False on a fault: SHOP stays the caller's, and the app has none. */
bool shopswitch_to(Screen *screen, Shop *shop, GError **error);
/* The app has no shop from now on; the one it had is closed likewise. */
void shopswitch_to_none(Screen *screen);

/* A shop on its way from the worker, as a job's result. */
typedef struct {
    Shop *shop; /* NULL: there is none, or it was taken out */
} ShopBox;

/* A box with SHOP (may be NULL), which it takes over. Free with shop_box_free. */
ShopBox *shop_box_new(Shop *shop);
/* Frees the ShopBox BOX and closes the shop that is still in it. */
void shop_box_free(gpointer box);
