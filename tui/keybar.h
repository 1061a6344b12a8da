/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line of keys at the bottom, made from the action rows. */
#pragma once

#include "tui/canvas.h"
#include "tui/screen.h"

typedef struct KeyBar KeyBar;

KeyBar *key_bar_new(void);
void key_bar_free(KeyBar *bar);

/* Takes in what can be done on SCREEN now, as much as fits into WIDTH cells: its rows in their
 * order, then the global ones that are not quiet at the end; room for these is kept first. What
 * the person left without a key is not in it. */
void key_bar_fill(KeyBar *bar, const Screen *screen, int width);
/* Draws it into the first row of CANVAS. */
void key_bar_draw(const KeyBar *bar, Canvas *canvas);
/* The action whose entry covers column COL, or NULL. */
const Action *key_bar_at(const KeyBar *bar, int col);
