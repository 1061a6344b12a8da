/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of a line editor is in sight, and drawing it. */
#include "tui/lineedit.h"

#include "tui/lineedit_private.h"
#include "tui/text.h"

/* Cells of the text between the byte offsets FROM and TO, as shown. */
static int cells_between(const LineEdit *line, gsize from, gsize to)
{
    g_autofree char *part = g_strndup(line->text->str + from, to - from);
    return text_width_shown(part);
}

/* Scrolls so that the cursor and the cell it stands on are in sight. */
static void scroll_to_cursor(LineEdit *line, int cells)
{
    line->scroll = MIN(line->scroll, line->cursor);
    gsize under = text_cluster(line->text->str + line->cursor);
    int own = under ? cells_between(line, line->cursor, line->cursor + under) : 1;
    /* Back to the left when there is room: after deleting at the end. */
    if (cells_between(line, 0, line->text->len) < cells) {
        line->scroll = 0;
    }
    int before = cells_between(line, line->scroll, line->cursor);
    while (line->scroll < line->cursor && before + CLAMP(own, 1, cells) > cells) {
        gsize step = text_cluster(line->text->str + line->scroll);
        before -= cells_between(line, line->scroll, line->scroll + step);
        line->scroll = MIN(line->scroll + step, line->cursor);
    }
}

int line_edit_view(LineEdit *line, int cells, char **shown)
{
    cells = MAX(cells, 1);
    scroll_to_cursor(line, cells);
    g_autofree char *rest = text_show(line->text->str + line->scroll);
    *shown = g_strndup(rest, text_fit(rest, cells, NULL));
    return CLAMP(cells_between(line, line->scroll, line->cursor), 0, cells - 1);
}

int line_edit_draw(LineEdit *line, Canvas *canvas, int row, int col, int width, bool focus)
{
    g_autofree char *shown = NULL;
    int cursor = line_edit_view(line, width, &shown);
    if (!focus) {
        canvas_text(canvas, row, col, width, AREA_FIELD, line_edit_text(line));
        return col + cursor;
    }
    canvas_text(canvas, row, col, width, AREA_FIELD_FOCUS, shown);
    if (line_edit_is_selected(line)) {
        Canvas selected = canvas_as_selected(canvas);
        canvas_text(&selected, row, col, text_width(shown), AREA_FIELD_FOCUS, shown);
    }
    if (width > 0) {
        canvas_cursor(canvas, row, col + cursor);
    }
    return col + cursor;
}
