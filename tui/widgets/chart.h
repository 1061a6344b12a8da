/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts: plain state and drawing. Where the terminal shows only ASCII they are drawn in it, and no
 * meaning hangs on colour. Values are 0 or above. Each draws into the whole CANVAS, however small:
 * what has no room is left out. SELECTED is the place the cursor is on, -1: none. */
#pragma once

#include "tui/canvas.h"

/* Bars that lie, one a row: what, how much, and a word beside it. */
typedef struct {
    const char *label;
    double value;
    const char *text; /* at the right end: "12", "12  40 %" */
} ChartBar;

typedef struct {
    const ChartBar *bars;
    guint count;
    int selected;
} ChartBars;

/* How many rows it takes to draw all of BARS. */
int chart_bars_rows(const ChartBars *bars);
/* Where there are more bars than rows, those around the selected one are drawn. */
void chart_bars_draw(Canvas *canvas, const ChartBars *bars);

/* Two lines over the same places, such as the days of two months: what is, drawn through, and
 * dotted what was. */
typedef struct {
    const double *now, *then;
    guint now_count, then_count;
    const char *top;          /* what the upper edge stands for: the highest value */
    const char *first, *last; /* what the ends of the lower edge stand for */
    int selected;             /* among NOW */
} ChartLine;

/* The highest value of both; at least 1. */
double chart_line_top(const ChartLine *line);
void chart_line_draw(Canvas *canvas, const ChartLine *line);

/* A field of cells, the darker the more. */
typedef struct {
    const double *values; /* ROWS times COLS, row by row */
    guint rows, cols;
    const char *const *row_labels; /* one a row */
    const char *const
        *col_labels; /* one a column, up to three cells: those that have room are drawn */
    int row, col;    /* the selected cell; row -1: none */
} ChartHeat;

/* How many rows it takes: one a row, and one for the labels of the columns. */
int chart_heat_rows(const ChartHeat *heat);
void chart_heat_draw(Canvas *canvas, const ChartHeat *heat);
