/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first start, when there is no shop yet: take over customers from a file, or start empty. */
#pragma once

#include "tui/screen.h"

/* Opened over the home screen with a const char *: the path of the shop to make. When the shop
 * is made, it is open, the app has it (app_set_shop), the counter knows it (counter_read,
 * counter_show), all screens are loaded again, and this one closes with a non-NULL result.
 * Leaving it without a shop ends the program. Whoever ran the app closes the shop it finds in
 * app_shop at the end. */
extern const ScreenClass screen_start;
