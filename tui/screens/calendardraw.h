/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the calendar: a month in weeks, and the selected day below. */
#pragma once

#include "tui/canvas.h"
#include "tui/screens/calendarmodel.h"

/* Where the weeks were drawn, so that a click finds its day. */
typedef struct {
    int row, cell_rows, cell_cols;
    int first_week, weeks; /* which weeks of the month are in sight */
} CalendarGrid;

/* Draws the month of SELECTED and what is kept on it into CANVAS. MODEL may be NULL or of another
 * month: then nothing is told of the days. Where there is little room, only the week of SELECTED is
 * drawn. */
CalendarGrid calendar_draw(Canvas *canvas, const CalendarModel *model, Day selected, Day today);

/* The day at ROW and COL of the canvas, 0 when there is none. */
int calendar_day_at(const CalendarGrid *grid, Day selected, int row, int col);
