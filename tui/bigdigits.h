/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A telephone number in digits several rows high. */
#pragma once

#include "tui/canvas.h"

/* Draws NUMBER (stored text) from ROW, COL on in at most WIDTH cells and MAX_ROWS rows: as large as
 * there is room for, broken into lines at blanks; as plain text where there is no room for more or
 * while the app is discreet. What is no digit, +, -, / or bracket is a gap. Returns the row after
 * it. */
int bigdigits_draw(Canvas *canvas, int row, int col, int width, int max_rows, Area area,
                   const char *number);
