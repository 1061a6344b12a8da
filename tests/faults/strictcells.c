/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of the strict terminal and its cursor. */
#include "tests/faults/strictterm_private.h"

#include "data/base/character.h"

#include <string.h>
#include <wchar.h>

enum { MOST_BYTES = sizeof((Cell){0}.text) };

static Cell *cell_at(const StrictTerm *term, int row, int col)
{
    return &term->cells[row * term->cols + col];
}

void strict_blank(StrictTerm *term, int row, int from, int to)
{
    for (int col = MAX(from, 0); col < MIN(to, term->cols); col++) {
        g_strlcpy(cell_at(term, row, col)->text, " ", MOST_BYTES);
    }
}

void strict_blank_rows(StrictTerm *term, int from, int to)
{
    for (int row = from; row < to; row++) {
        strict_blank(term, row, 0, term->cols);
    }
}

void strict_term_resize(StrictTerm *term, int rows, int cols)
{
    g_free(term->cells);
    term->rows = rows;
    term->cols = cols;
    term->cells = g_new0(Cell, (gsize)rows * (gsize)cols);
    term->row = term->col = term->top = 0;
    term->bottom = rows - 1;
    term->is_full = false;
    strict_blank_rows(term, 0, rows);
}

void strict_scroll(StrictTerm *term, int from, int count)
{
    int height = term->bottom - from + 1;
    int moved = MIN(ABS(count), height);
    gsize line = sizeof(Cell) * (gsize)term->cols;
    if (height <= 0) {
        return;
    }
    if (count > 0) {
        memmove(cell_at(term, from + moved, 0), cell_at(term, from, 0),
                line * (gsize)(height - moved));
        strict_blank_rows(term, from, from + moved);
    } else {
        memmove(cell_at(term, from, 0), cell_at(term, from + moved, 0),
                line * (gsize)(height - moved));
        strict_blank_rows(term, term->bottom + 1 - moved, term->bottom + 1);
    }
}

void strict_line_down(StrictTerm *term)
{
    if (term->row == term->bottom) {
        strict_scroll(term, term->top, -1);
    } else if (term->row < term->rows - 1) {
        term->row++;
    }
}

void strict_shift(StrictTerm *term, int count)
{
    int room = term->cols - term->col;
    int moved = MIN(ABS(count), room);
    Cell *here = cell_at(term, term->row, term->col);
    gsize rest = sizeof(Cell) * (gsize)(room - moved);
    if (count > 0) {
        memmove(here + moved, here, rest);
        strict_blank(term, term->row, term->col, term->col + moved);
    } else {
        memmove(here, here + moved, rest);
        strict_blank(term, term->row, term->cols - moved, term->cols);
    }
}

/* A mark goes onto the character before the cursor. */
static void add_mark(StrictTerm *term, gunichar c)
{
    char mark[7] = "";
    int col = term->is_full ? term->col : term->col - 1;
    while (col > 0 && cell_at(term, term->row, col)->text[0] == '\0') {
        col--;
    }
    g_unichar_to_utf8(c, mark);
    if (col < 0 || g_strlcat(cell_at(term, term->row, col)->text, mark, MOST_BYTES) >= MOST_BYTES) {
        strict_complain(term, col < 0 ? "a mark without a character" : "too many marks");
    }
}

void strict_write(StrictTerm *term, gunichar c)
{
    int width = wcwidth((wchar_t)c);
    g_string_truncate(term->sequence, 0);
    if (width < 0) {
        /* A letter younger than the C library's table. */
        width = g_unichar_iswide(c) ? 2 : 1;
    }
    if (character_kind(c) != CHARACTER_PLAIN) {
        g_string_append_printf(term->sequence, "U+%04X", c);
        strict_complain(term, "a character that is none for a cell");
        return;
    }
    if (width == 0) {
        add_mark(term, c);
        return;
    }
    if (term->is_full || term->col + width > term->cols) {
        term->col = 0;
        strict_line_down(term);
    }
    if (term->is_inserting) {
        strict_shift(term, width);
    }
    Cell *cell = cell_at(term, term->row, term->col);
    memset(cell->text, 0, MOST_BYTES);
    g_unichar_to_utf8(c, cell->text);
    if (width == 2 && term->col + 1 < term->cols) {
        cell[1].text[0] = '\0';
    }
    term->last = c;
    term->is_full = term->col + width >= term->cols;
    term->col = MIN(term->col + width, term->cols - 1);
}

void strict_go(StrictTerm *term, int row, int col)
{
    term->row = CLAMP(row, 0, term->rows - 1);
    term->col = CLAMP(col, 0, term->cols - 1);
    term->is_full = false;
}

void strict_repeat(StrictTerm *term, int count)
{
    for (int i = 0; i < MIN(count, term->cols); i++) {
        strict_write(term, term->last);
    }
}

char *strict_term_text(const StrictTerm *term)
{
    GString *text = g_string_new(NULL);
    for (int row = 0; row < term->rows; row++) {
        g_autoptr(GString) line = g_string_new(NULL);
        for (int col = 0; col < term->cols; col++) {
            g_string_append(line, cell_at(term, row, col)->text);
        }
        g_string_append_printf(text, "%s\n", g_strchomp(line->str));
    }
    return g_string_free(text, FALSE);
}
