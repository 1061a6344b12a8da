/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing on the curses screen. */
#include "tui/canvas.h"

#include "tui/painter.h"
#include "tui/text.h"

#include <string.h>

Canvas canvas_part(const Canvas *canvas, int row, int col, int rows, int cols)
{
    Canvas part = *canvas;
    int top = CLAMP(row, 0, canvas->rows);
    int left = CLAMP(col, 0, canvas->cols);
    part.top += top;
    part.left += left;
    /* What a negative place cuts off is cut off the size, too. */
    part.rows = CLAMP(MIN(row, 0) + MAX(rows, 0), 0, canvas->rows - top);
    part.cols = CLAMP(MIN(col, 0) + MAX(cols, 0), 0, canvas->cols - left);
    return part;
}

Canvas canvas_as_selected(const Canvas *canvas)
{
    Canvas selected = *canvas;
    selected.selected = true;
    return selected;
}

Canvas canvas_private(const Canvas *canvas)
{
    Canvas hidden = *canvas;
    hidden.hidden = canvas->painter->discreet;
    return hidden;
}

Canvas canvas_secret(const Canvas *canvas)
{
    Canvas hidden = *canvas;
    hidden.hidden = true;
    return hidden;
}

bool canvas_is_discreet(const Canvas *canvas)
{
    return canvas->painter->discreet;
}

/* TEXT as it may be shown on this terminal. Free with g_free. */
static char *show(const Canvas *canvas, const char *text)
{
    g_autofree char *plain = canvas->painter->ascii && text ? symbols_plain(text) : NULL;
    return text_show(plain ? plain : text);
}

/* SHOWN as dots of the same width; blanks at the ends stay. */
static char *dotted(const Canvas *canvas, const char *shown)
{
    g_autofree char *inside = g_strchomp(g_strdup(shown));
    size_t blanks = strspn(inside, " ");
    GString *dots = g_string_new(NULL);
    g_string_append_printf(dots, "%*s", (int)blanks, "");
    for (int cells = text_width(inside + blanks); cells > 0; cells--) {
        g_string_append(dots, canvas_symbol(canvas, SYMBOL_HIDDEN));
    }
    g_string_append(dots, shown + strlen(inside));
    return g_string_free(dots, FALSE);
}

static void set_area(const Canvas *canvas, Area area)
{
    Area shown = canvas->selected ? AREA_SELECTED : area;
    attr_t looks = canvas->painter->looks[shown];
    /* Within a selected row, what matched still stands out by a line. */
    if (canvas->selected && area == AREA_MATCH) {
        looks |= A_UNDERLINE;
    }
    wattr_set(stdscr, looks, canvas->painter->pairs[shown], NULL);
}

static bool is_inside(const Canvas *canvas, int row, int col)
{
    return row >= 0 && row < canvas->rows && col >= 0 && col < canvas->cols;
}

/* Draws SHOWN, which fits, at a place that is inside. */
static void put_shown(const Canvas *canvas, int row, int col, Area area, const char *shown)
{
    g_autofree char *dots = canvas->hidden ? dotted(canvas, shown) : NULL;
    set_area(canvas, dots ? AREA_DIM : area);
    mvwaddstr(stdscr, canvas->top + row, canvas->left + col, dots ? dots : shown);
}

/* Draws COUNT blanks that look like what was drawn last. */
static void put_blanks(const Canvas *canvas, int row, int col, int count)
{
    if (count > 0) {
        mvwhline(stdscr, canvas->top + row, canvas->left + col, ' ', count);
    }
}

/* WIDTH as far as there is room from COL on. */
static int room(const Canvas *canvas, int col, int width)
{
    return CLAMP(width, 0, MAX(canvas->cols - col, 0));
}

int canvas_text(Canvas *canvas, int row, int col, int width, Area area, const char *text)
{
    int cells = room(canvas, col, width);
    if (is_inside(canvas, row, col) && cells > 0) {
        g_autofree char *shown = show(canvas, text);
        g_autofree char *cut = text_cut(shown, cells, canvas_symbol(canvas, SYMBOL_ELLIPSIS));
        int used = text_width(cut);
        put_shown(canvas, row, col, area, cut);
        put_blanks(canvas, row, col + used, cells - used);
    }
    return col + cells;
}

int canvas_text_right(Canvas *canvas, int row, int col, int width, Area area, const char *text)
{
    int cells = room(canvas, col, width);
    if (is_inside(canvas, row, col) && cells > 0) {
        g_autofree char *shown = show(canvas, text);
        g_autofree char *cut = text_cut(shown, cells, canvas_symbol(canvas, SYMBOL_ELLIPSIS));
        int free_cells = cells - text_width(cut);
        put_shown(canvas, row, col + free_cells, area, cut);
        put_blanks(canvas, row, col, free_cells);
    }
    return col + cells;
}

int canvas_put(Canvas *canvas, int row, int col, Area area, const char *text)
{
    g_autofree char *shown = show(canvas, text);
    return canvas_text(canvas, row, col, text_width(shown), area, shown);
}

/* Draws at most CELLS cells of SHOWN and returns the column after them. */
static int put_piece(const Canvas *canvas, int row, int col, int end, Area area, const char *stored,
                     gsize length)
{
    g_autofree char *piece = g_strndup(stored, length);
    g_autofree char *shown = show(canvas, piece);
    int used;
    shown[text_fit(shown, MAX(end - col, 0), &used)] = '\0';
    if (used > 0) {
        put_shown(canvas, row, col, area, shown);
    }
    return col + used;
}

int canvas_text_marked(Canvas *canvas, int row, int col, int width, Area area, const char *text,
                       const Span *spans, gsize count)
{
    int cells = room(canvas, col, width), after = col + cells, end = after;
    if (count == 0 || canvas->hidden || !is_inside(canvas, row, col) || cells == 0) {
        return canvas_text(canvas, row, col, width, area, text);
    }
    canvas_text(canvas, row, col, cells, area, text);
    g_autofree char *whole = show(canvas, text);
    if (text_width(whole) > cells) {
        end = MAX(end - text_width(canvas_symbol(canvas, SYMBOL_ELLIPSIS)), col);
    }
    gsize done = 0, size = text != NULL ? strlen(text) : 0;
    for (gsize i = 0;
         i < count && spans[i].start >= done && spans[i].start + spans[i].length <= size; i++) {
        g_autofree char *before = g_strndup(text + done, spans[i].start - done);
        g_autofree char *shown = show(canvas, before);
        col += text_width(shown);
        col = put_piece(canvas, row, col, end, AREA_MATCH, text + spans[i].start, spans[i].length);
        done = spans[i].start + spans[i].length;
    }
    return after;
}

char **canvas_lines(const Canvas *canvas, int width, int max_rows, const char *text)
{
    g_autofree char *plain = canvas->painter->ascii && text ? symbols_plain(text) : NULL;
    char **lines = text_wrap(plain ? plain : text, width);
    int count = (int)g_strv_length(lines);
    if (count > max_rows && max_rows > 0) {
        char *last = lines[max_rows - 1];
        lines[max_rows - 1] = g_strconcat(last, " ", canvas_symbol(canvas, SYMBOL_ELLIPSIS), NULL);
        g_free(last);
    }
    for (int i = MAX(max_rows, 0); i < count; i++) {
        g_clear_pointer(&lines[i], g_free);
    }
    return lines;
}

int canvas_wrapped(Canvas *canvas, int row, int col, int width, int max_rows, Area area,
                   const char *text)
{
    int cells = room(canvas, col, width);
    if (cells == 0) {
        return row;
    }
    g_auto(GStrv) lines = canvas_lines(canvas, cells, max_rows, text);
    int end = row;
    for (int i = 0; lines[i]; i++) {
        canvas_text(canvas, end++, col, cells, area, lines[i]);
    }
    return end;
}

void canvas_fill(Canvas *canvas, Area area)
{
    set_area(canvas, area);
    for (int row = 0; row < canvas->rows; row++) {
        mvwhline(stdscr, canvas->top + row, canvas->left, ' ', canvas->cols);
    }
}

/* A piece of a line at ROW, COL, LENGTH times to the right; ASCII where that is wanted. */
static void line_piece(const Canvas *canvas, int row, int col, const cchar_t *piece, char ascii,
                       int length)
{
    if (!is_inside(canvas, row, col) || length <= 0) {
        return;
    }
    if (canvas->painter->ascii_lines) {
        mvwhline(stdscr, canvas->top + row, canvas->left + col, (chtype)ascii, length);
    } else {
        mvwhline_set(stdscr, canvas->top + row, canvas->left + col, piece, length);
    }
}

void canvas_rule(Canvas *canvas, int row)
{
    set_area(canvas, AREA_RULE);
    line_piece(canvas, row, 0, WACS_HLINE, '-', canvas->cols);
}

void canvas_frame(Canvas *canvas, const char *title)
{
    int bottom = canvas->rows - 1;
    int right = canvas->cols - 1;
    set_area(canvas, AREA_DIALOG_FRAME);
    line_piece(canvas, 0, 0, WACS_ULCORNER, '+', 1);
    line_piece(canvas, 0, 1, WACS_HLINE, '-', right - 1);
    line_piece(canvas, 0, right, WACS_URCORNER, '+', 1);
    for (int row = 1; row < bottom; row++) {
        line_piece(canvas, row, 0, WACS_VLINE, '|', 1);
        line_piece(canvas, row, right, WACS_VLINE, '|', 1);
    }
    line_piece(canvas, bottom, 0, WACS_LLCORNER, '+', 1);
    line_piece(canvas, bottom, 1, WACS_HLINE, '-', right - 1);
    line_piece(canvas, bottom, right, WACS_LRCORNER, '+', 1);
    if (title && *title && right > 6) {
        g_autofree char *spaced = g_strdup_printf(" %s ", title);
        Canvas line = canvas_part(canvas, 0, 2, 1, right - 3);
        canvas_put(&line, 0, 0, AREA_DIALOG_FRAME, spaced);
    }
}

void canvas_progress(Canvas *canvas, int row, int col, int width, double done, double total)
{
    int cells = room(canvas, col, width);
    int full = total > 0 ? (int)(CLAMP(done / total, 0.0, 1.0) * cells) : 0;
    canvas_text(canvas, row, col, full, AREA_PROGRESS, "");
    canvas_text(canvas, row, col + full, cells - full, AREA_FIELD, "");
}

void canvas_cursor(Canvas *canvas, int row, int col)
{
    if (is_inside(canvas, row, col)) {
        canvas->painter->cursor_row = canvas->top + row;
        canvas->painter->cursor_col = canvas->left + col;
        canvas->painter->cursor_types = true;
    }
}

void canvas_cursor_selected(Canvas *canvas, int row, int col)
{
    if (!canvas->painter->cursor_types) {
        canvas_cursor(canvas, row, col);
        canvas->painter->cursor_types = false;
    }
}

const char *canvas_symbol(const Canvas *canvas, Symbol symbol)
{
    return symbol_text(symbol, canvas->painter->ascii);
}

bool canvas_is_ascii(const Canvas *canvas)
{
    return canvas->painter->ascii;
}
