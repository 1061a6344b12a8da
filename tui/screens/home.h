/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The home screen: one box that always listens; empty it shows what matters today, with letters
 * in it who fits. */
#pragma once

#include "tui/app.h"
#include "tui/screen.h"

/* The lowest screen; opened with NULL. */
extern const ScreenClass screen_home;

/* Opens the home screen of APP, whose data is a Counter. Without a shop the first-start screen
 * stands over it, which makes one at WHERE. */
void home_open(App *app, const char *where);
/* Puts the first-start screen over HOME, whose app has no shop: for the shop in real use. */
void home_begin(Screen *home);
