/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way into the demo shop and out of it. Main thread. */
#pragma once

#include "tui/app.h"

/* Says where one is, and how one gets out again. */
void demo_greet(App *app);
/* Whether the shop is a demo, and there is a way out: for rows' `when`. */
bool demo_may_leave(const Screen *screen);
/* For a row of the home screen: closes the demo and opens the shop in real use, or, where there is
 * none yet, the first-start screen. */
Outcome demo_leave(Screen *home);
