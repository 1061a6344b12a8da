/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of a text fits what was typed into the box. */
#pragma once

#include "tui/canvas.h"

/* The parts of TEXT that fit MARKS (folded words or beginnings of them, as of Match; NULL: none):
 * the beginning of each word that a mark begins, as far as the mark reaches, and digits that stand
 * anywhere in a number, whatever is between them. At most MAX go to SPANS, ascending. Returns
 * how many. */
guint marks_find(const char *text, char *const *marks, Span *spans, guint max);

/* What of TEXT is to be read in WIDTH cells: TEXT itself, or where what fits MARKS would be cut
 * off, "…" and the part that has it. Free with g_free. */
char *marks_excerpt(const char *text, char *const *marks, int width);

/* Like canvas_text, with what fits MARKS marked. TEXT may be NULL. */
int marks_text(Canvas *canvas, int row, int col, int width, Area area, const char *text,
               char *const *marks);
/* Like canvas_wrapped, with what fits MARKS marked. */
int marks_wrapped(Canvas *canvas, int row, int col, int width, int max_rows, Area area,
                  const char *text, char *const *marks);
