/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the shop on the first start, and handing it to the program. */
#pragma once

#include "data/shop.h"
#include "tui/screen.h"

/* Worker thread: makes the shop at PATH, a file or a server, and opens it. NAME may be ""; BRANCH
 * and CLERK may be NULL or "". NOW is a UTC instant. NULL, and nothing left behind, on a fault.
 * Close with shop_close. */
Shop *shopmake_new(const char *path, const char *name, const char *branch, const char *clerk,
                   const char *now, GError **error);

/* Any thread: closes SHOP, which shopmake_new made just now, and takes its file away again;
 * a shop on a server stays. */
void shopmake_discard(Shop *shop);

/* Main thread: gives SHOP to the app of SCREEN and tells the counter; everything is loaded
 * again. SHOP is taken over: the app has it from then on. False on a fault: then it is
 * discarded as by shopmake_discard, so that one can try again. */
bool shopmake_hand_over(Screen *screen, Shop *shop, GError **error);
