/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The home screen: one box that always listens; empty it shows what matters today, with letters
 * in it who fits. */
#pragma once

#include "tui/app.h"
#include "tui/screen.h"

/* The lowest screen; opened with NULL. */
extern const ScreenClass screen_home;

/* Opens the home screen of APP, whose data is a Counter. Over it stands, where the shop at WHERE
 * cannot be opened because of FAULT (NULL: it can, or there is none), the screen that helps;
 * without a shop the first-start screen, which makes one at WHERE. */
void home_open(App *app, const char *where, const GError *fault);
/* Puts the screen that helps over HOME, whose app has no shop since that at WHERE cannot be opened
 * because of FAULT. */
void home_tell_trouble(Screen *home, const char *where, const GError *fault);
/* Puts the first-start screen over HOME, whose app has no shop: for the shop in real use. */
void home_begin(Screen *home);
