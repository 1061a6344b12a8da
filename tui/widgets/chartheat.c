/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field of cells, the darker the more. */
#include "tui/widgets/chart.h"

#include "tui/text.h"

enum {
    GAP = 1,
    CELL_MOST = 4,
    LABEL_CELLS = 3, /* a column's label, with a blank behind it */
    LEVELS = 5
};

int chart_heat_rows(const ChartHeat *heat)
{
    return (int)heat->rows + 1;
}

static double highest(const ChartHeat *heat)
{
    double most = 0;
    for (guint i = 0; i < heat->rows * heat->cols; i++) {
        most = MAX(most, heat->values[i]);
    }
    return most;
}

/* How a cell of PART (0 to 1) looks, one character. Nothing is blank, the least is not. */
static const char *shade(double part, bool ascii)
{
    static const char *const blocks[LEVELS] = {"·", "░", "▒", "▓", "█"};
    static const char *const plain[LEVELS] = {".", "-", "+", "x", "#"};
    int level = part > 0 ? CLAMP((int)(part * (LEVELS - 1) + 0.999), 1, LEVELS - 1) : 0;
    return ascii ? plain[level] : blocks[level];
}

static void draw_cell(Canvas *canvas, int row, int col, int width, double part)
{
    bool ascii = canvas_is_ascii(canvas);
    for (int i = 0; i < width; i++) {
        canvas_text(canvas, row, col + i, 1, part > 0 ? AREA_ACCENT : AREA_DIM, shade(part, ascii));
    }
}

static void draw_selected(Canvas *canvas, int row, int col, int width)
{
    Canvas cell = canvas_part(canvas, row, col, 1, width);
    cell = canvas_as_selected(&cell);
    canvas_fill(&cell, AREA_SELECTED);
    canvas_text(&cell, 0, 0, 1, AREA_SELECTED, ">");
    canvas_text_right(&cell, 0, 1, width - 1, AREA_SELECTED, "<");
    canvas_cursor_selected(&cell, 0, 0);
}

static void draw_labels(Canvas *canvas, const ChartHeat *heat, int left, int width)
{
    int end = left;
    for (guint col = 0; col < heat->cols; col++) {
        int place = left + (int)col * width;
        if (place >= end && place + LABEL_CELLS - 1 <= canvas->cols) {
            canvas_put(canvas, 0, place, AREA_DIM, heat->col_labels[col]);
            end = place + LABEL_CELLS;
        }
    }
}

void chart_heat_draw(Canvas *canvas, const ChartHeat *heat)
{
    int left = 0;
    for (guint row = 0; row < heat->rows; row++) {
        left = MAX(left, text_width_shown(heat->row_labels[row]) + GAP);
    }
    int width = heat->cols > 0 ? (canvas->cols - left) / (int)heat->cols : 0;
    width = CLAMP(width, 1, CELL_MOST);
    double most = highest(heat);
    draw_labels(canvas, heat, left, width);
    for (guint row = 0; row < heat->rows; row++) {
        int line = (int)row + 1;
        canvas_text(canvas, line, 0, left - GAP, AREA_LABEL, heat->row_labels[row]);
        for (guint col = 0; col < heat->cols; col++) {
            double value = heat->values[row * heat->cols + col];
            int place = left + (int)col * width;
            if (heat->row == (int)row && heat->col == (int)col) {
                draw_selected(canvas, line, place, width);
            } else {
                draw_cell(canvas, line, place, width, most > 0 ? value / most : 0);
            }
        }
    }
}
