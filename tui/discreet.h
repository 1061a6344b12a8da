/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hiding what a customer at the counter should not read (F12). What is private is marked where it
 * is drawn; see canvas_private. */
#pragma once

#include "tui/app.h"

/* Hides, or shows again: for the global row. */
Outcome discreet_toggle(Screen *screen);

/* "hidden: F12 shows" for the head of SCREEN while things are hidden, else NULL. Free with g_free.
 */
char *discreet_words(const Screen *screen);
