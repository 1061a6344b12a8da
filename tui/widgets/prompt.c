/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the box one types into. */
#include "tui/widgets/prompt.h"

#include "tui/text.h"

/* Blank cells between the box and the hint. */
#define HINT_GAP 3

static void draw(Canvas *canvas, int row, LineEdit *line, Completion *completion, const char *hint)
{
    int col = canvas_put(canvas, row, 1, AREA_ACCENT, canvas_symbol(canvas, SYMBOL_PROMPT)) + 1;
    int width = canvas->cols - col - 1;
    int hint_width = text_width_shown(hint);
    bool has_room = hint && text_width_shown(line_edit_text(line)) + HINT_GAP + hint_width <= width;
    if (has_room) {
        width -= hint_width + HINT_GAP;
        canvas_put(canvas, row, canvas->cols - 1 - hint_width, AREA_DIM, hint);
    }
    int cursor = line_edit_draw(line, canvas, row, col, width, true);
    if (completion) {
        completion_draw(completion, line, canvas, row, cursor, col + width - cursor);
    }
}

void prompt_draw(Canvas *canvas, int row, LineEdit *line, const char *hint)
{
    draw(canvas, row, line, NULL, hint);
}

void prompt_draw_completed(Canvas *canvas, int row, LineEdit *line, Completion *completion,
                           const char *hint)
{
    draw(canvas, row, line, completion, hint);
}
