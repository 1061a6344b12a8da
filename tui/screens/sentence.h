/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The room a sentence wants in a dialog. */
#pragma once

/* How many rows TEXT needs when it is broken at COLS_MAX cells, or less where that does not cost
 * a row, and how many columns its longest line has, but not fewer than a dialog should have. */
void sentence_measure(const char *text, int cols_max, int *rows, int *cols);
