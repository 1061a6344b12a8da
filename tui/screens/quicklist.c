/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few things below a form that a digit chooses. */
#include "tui/screens/quicklist.h"

enum { GAP = 2, DIGIT_COLS = 2, TEXT_LEAST = 14, COLUMNS_MOST = 3 };

int quick_list_columns(int cols)
{
    return CLAMP(cols / (DIGIT_COLS + TEXT_LEAST + GAP), 1, COLUMNS_MOST);
}

int quick_list_rows(guint count, int columns, int max_rows)
{
    int shown = (int)MIN(count, QUICK_MOST);
    return CLAMP((shown + columns - 1) / columns, 0, MAX(max_rows, 0));
}

guint quick_list_draw(Canvas *canvas, int row, int max_rows, int columns, const GPtrArray *texts)
{
    int rows = quick_list_rows(texts->len, columns, max_rows);
    int width = (canvas->cols + GAP) / columns - GAP;
    guint count = MIN(MIN(texts->len, QUICK_MOST), (guint)(rows * columns));
    for (guint i = 0; i < count; i++) {
        int place = (int)i;
        Canvas cell =
            canvas_part(canvas, row + place % rows, place / rows * (width + GAP), 1, width);
        char digit[] = {(char)('1' + i), '\0'};
        int col = canvas_put(&cell, 0, 0, AREA_ACCENT, digit) + 1;
        Canvas own = canvas_private(&cell);
        canvas_text(&own, 0, col, width - col, AREA_TEXT, g_ptr_array_index(texts, i));
    }
    return count;
}
