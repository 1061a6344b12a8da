/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few things below a form that a digit chooses: "1 Brezel  2 Cappuccino  3 Torte". */
#pragma once

#include "tui/canvas.h"

#include <glib.h>

/* As many as there are digits. */
enum { QUICK_MOST = 9 };

/* As many columns as there is room for in COLS cells. */
int quick_list_columns(int cols);
/* Over how many rows, at most MAX_ROWS, COUNT things are spread in so many COLUMNS. */
int quick_list_rows(guint count, int columns, int max_rows);
/* Draws the first of TEXTS (char *), each after its digit, below each other in COLUMNS columns,
 * from ROW on in at most MAX_ROWS rows. What does not fit is left out, and its digit chooses
 * nothing: the result is how many were drawn. */
guint quick_list_draw(Canvas *canvas, int row, int max_rows, int columns, const GPtrArray *texts);
