/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines, drawn with the dots of braille: two across and four down in each cell. */
#include "tui/widgets/chart.h"

#include "tui/text.h"

#include <string.h>

enum {
    ACROSS = 2,
    DOWN = 4,
    EDGE_MOST = 8, /* the widest word for the upper edge */
    DOTTED = 3     /* of the line of what was, one dot in so many is drawn */
};

/* The dots of the field: bit by bit of each cell, as braille counts them. */
typedef struct {
    guint8 *now, *then; /* one a cell */
    int rows, cols;     /* cells */
    double top;
} Field;

double chart_line_top(const ChartLine *line)
{
    double top = 1;
    for (guint i = 0; i < line->now_count; i++) {
        top = MAX(top, line->now[i]);
    }
    for (guint i = 0; i < line->then_count; i++) {
        top = MAX(top, line->then[i]);
    }
    return top;
}

static void set_dot(const Field *field, guint8 *cells, int x, int y)
{
    static const guint8 bits[DOWN][ACROSS] = {
        {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
    cells[y / DOWN * field->cols + x / ACROSS] |= bits[y % DOWN][x % ACROSS];
}

/* The column of dots at which place INDEX of COUNT lies. */
static int across(const Field *field, guint index, guint count)
{
    int dots = field->cols * ACROSS - 1;
    return count > 1 ? (int)((double)index * dots / (count - 1) + 0.5) : dots / 2;
}

static int down(const Field *field, double value)
{
    int dots = field->rows * DOWN - 1;
    return dots - (int)(CLAMP(value / field->top, 0.0, 1.0) * dots + 0.5);
}

/* A straight line; of each STEP dots one is drawn. */
static void draw_stretch(const Field *field, guint8 *cells, int x0, int y0, int x1, int y1,
                         guint step)
{
    guint length = (guint)MAX(ABS(x1 - x0), ABS(y1 - y0));
    for (guint i = 0; i <= length; i++) {
        double part = length > 0 ? (double)i / length : 0;
        int x = x0 + (int)((x1 - x0) * part + 0.5);
        double y = y0 + (y1 - y0) * part;
        if (i % step == 0) {
            set_dot(field, cells, x, (int)(y + 0.5));
        }
    }
}

static void draw_series(const Field *field, guint8 *cells, const double *values, guint count,
                        guint places, guint step)
{
    for (guint i = 0; i < count; i++) {
        int x = across(field, i, places), y = down(field, values[i]);
        if (i == 0) {
            set_dot(field, cells, x, y);
            continue;
        }
        draw_stretch(field, cells, across(field, i - 1, places), down(field, values[i - 1]), x, y,
                     step);
    }
}

/* What stands in a cell; "" for nothing. */
static void cell_text(const Field *field, int cell, bool ascii, char text[8])
{
    guint8 dots = field->now[cell] | field->then[cell];
    memset(text, 0, 8);
    if (ascii) {
        text[0] = field->now[cell] != 0 ? '*' : field->then[cell] != 0 ? '.' : '\0';
    } else if (dots != 0) {
        g_unichar_to_utf8(0x2800u + dots, text);
    }
}

static void draw_field(Canvas *canvas, const Field *field)
{
    char text[8];
    for (int row = 0; row < field->rows; row++) {
        for (int col = 0; col < field->cols; col++) {
            int cell = row * field->cols + col;
            cell_text(field, cell, canvas_is_ascii(canvas), text);
            Area area = field->now[cell] != 0 ? AREA_ACCENT : AREA_DIM;
            if (text[0] != '\0') {
                canvas_text(canvas, row, col, 1, area, text);
            }
        }
    }
}

/* What the edges stand for; where a place is selected, a mark below it instead of the days. */
static void draw_edges(Canvas *canvas, const ChartLine *line, const Field *field, int left)
{
    int bottom = field->rows;
    canvas_text_right(canvas, 0, 0, left - 1, AREA_DIM, line->top);
    canvas_text_right(canvas, bottom - 1, 0, left - 1, AREA_DIM, "0");
    if (line->selected >= 0) {
        guint places = MAX(line->now_count, line->then_count);
        int col = left + across(field, (guint)line->selected, places) / ACROSS;
        canvas_text(canvas, bottom, col, 1, AREA_TITLE, canvas_symbol(canvas, SYMBOL_ABOVE));
        canvas_cursor_selected(canvas, bottom, col);
        return;
    }
    int end = canvas_put(canvas, bottom, left, AREA_DIM, line->first);
    int last = canvas->cols - text_width_shown(line->last);
    if (last > end) {
        canvas_put(canvas, bottom, last, AREA_DIM, line->last);
    }
}

void chart_line_draw(Canvas *canvas, const ChartLine *line)
{
    int left = MIN(text_width_shown(line->top), EDGE_MOST) + 1;
    Field field = {.rows = canvas->rows - 1, .cols = canvas->cols - left};
    if (field.rows < 1 || field.cols < 2) {
        return;
    }
    gsize cells = (gsize)field.rows * (gsize)field.cols;
    guint places = MAX(line->now_count, line->then_count);
    g_autofree guint8 *now = g_new0(guint8, cells);
    g_autofree guint8 *then = g_new0(guint8, cells);
    field.now = now;
    field.then = then;
    field.top = chart_line_top(line);
    draw_series(&field, then, line->then, line->then_count, places, DOTTED);
    draw_series(&field, now, line->now, line->now_count, places, 1);
    Canvas inside = canvas_part(canvas, 0, left, field.rows, field.cols);
    draw_field(&inside, &field);
    draw_edges(canvas, line, &field, left);
}
