/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole drawing vocabulary of screens and widgets: a rectangle of cells on the terminal.
 * Whatever is drawn goes through text_show, so stored text can be given as it is. Rows and
 * columns count from 0 inside the canvas; what lies outside is left out silently, so that no
 * drawing code has to ask whether there is room. */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "tui/symbols.h"
#include "tui/theme.h"

typedef struct Painter Painter; /* the terminal's side of it; none of a screen's business */

/* A value: copy it freely. Only ROWS and COLS are for screens. */
typedef struct {
    int rows, cols;
    int top, left;    /* place on the terminal, for the app: where a click belongs */
    bool selected;    /* private: everything is drawn as AREA_SELECTED */
    bool hidden;      /* private: texts are drawn as dots */
    Painter *painter; /* private */
} Canvas;

/* The part of CANVAS that begins at ROW, COL and is ROWS by COLS large, cut to what is inside
 * CANVAS. Pass G_MAXINT for "the rest". */
Canvas canvas_part(const Canvas *canvas, int row, int col, int rows, int cols);

/* The same place, but all areas look like AREA_SELECTED; list_draw uses it for the selected row. */
Canvas canvas_as_selected(const Canvas *canvas);

/* The same place for what a customer at the counter should not read: while the app is discreet,
 * every text is drawn there as dots of the same width; else it is CANVAS. */
Canvas canvas_private(const Canvas *canvas);
/* The same place for what nobody may read, a password: every text is drawn there as dots. */
Canvas canvas_secret(const Canvas *canvas);
/* Whether the app is discreet. */
bool canvas_is_discreet(const Canvas *canvas);

/* Draws TEXT at ROW, COL in exactly WIDTH cells: cut with an ellipsis or filled with blanks.
 * Returns the column after it. */
int canvas_text(Canvas *canvas, int row, int col, int width, Area area, const char *text);

/* The same, but the text stands at the right end of the WIDTH cells: for numbers and what closes
 * a line. */
int canvas_text_right(Canvas *canvas, int row, int col, int width, Area area, const char *text);

/* Draws TEXT at ROW, COL as wide as it is, cut with an ellipsis at the right edge. Returns the
 * column after it. For lines made of pieces: col = canvas_put(canvas, row, col, AREA_LABEL,
 * _("Phone")) + 2; */
int canvas_put(Canvas *canvas, int row, int col, Area area, const char *text);

/* Bytes START to START + LENGTH of a text. */
typedef struct {
    gsize start, length;
} Span;

/* Like canvas_text, with the COUNT spans of TEXT (ascending, not overlapping, on character
 * borders) drawn as AREA_MATCH. */
int canvas_text_marked(Canvas *canvas, int row, int col, int width, Area area, const char *text,
                       const Span *spans, gsize count);

/* Draws TEXT broken into lines from ROW on, at most MAX_ROWS of them. Returns the row after the
 * last. */
int canvas_wrapped(Canvas *canvas, int row, int col, int width, int max_rows, Area area,
                   const char *text);

/* The lines, at most MAX_ROWS, as which canvas_wrapped draws TEXT in WIDTH cells, at least 1. Free
 * with g_strfreev. */
char **canvas_lines(const Canvas *canvas, int width, int max_rows, const char *text);

/* Gives all cells blanks in the look of AREA. */
void canvas_fill(Canvas *canvas, Area area);

/* A line across ROW. */
void canvas_rule(Canvas *canvas, int row);

/* A frame around the edge, with TITLE (NULL: none) in its upper line. */
void canvas_frame(Canvas *canvas, const char *title);

/* A bar of WIDTH cells of which DONE out of TOTAL are full. TOTAL 0 draws an empty one. */
void canvas_progress(Canvas *canvas, int row, int col, int width, double done, double total);

/* Puts the terminal's cursor at ROW, COL, where the next letter goes, and makes it visible. Without
 * a call it is hidden. */
void canvas_cursor(Canvas *canvas, int row, int col);
/* Puts it there unless it stands where something is typed: on what is selected, so that screen
 * readers and braille lines know where that is. */
void canvas_cursor_selected(Canvas *canvas, int row, int col);

/* SYMBOL as this terminal can show it. Static. */
const char *canvas_symbol(const Canvas *canvas, Symbol symbol);
/* Whether this terminal shows only ASCII: no blocks and dots for charts. */
bool canvas_is_ascii(const Canvas *canvas);
