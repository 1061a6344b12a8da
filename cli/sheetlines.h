/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows on a sheet of paper: as a table, or each in lines of its own on a narrow one. */
#pragma once

#include <glib.h>

/* The narrowest sheet, and the widest that makes sense. */
enum { SHEET_LEAST = 24, SHEET_MOST = 200 };

/* Prints ROWS, MOST, COUNT and INDENT as print_table does; within WIDTH columns where that is less
 * than PRINT_COLUMNS: then the cells of a row stand one after the other, broken into lines, beside
 * its first one (a box to tick) or a dash. */
void sheet_print(const GPtrArray *rows, const int *most, guint count, int indent, int width);
