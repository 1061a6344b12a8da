/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A telephone number in digits several rows high. */
#include "tui/bigdigits.h"

#include <string.h>

enum { PIXEL_ROWS = 5, PIXEL_COLS = 3, LINES_LARGE = 2 };

/* Five rows of three pixels each, the first row in the highest bits. */
typedef struct {
    char sign;
    guint pixels;
} Glyph;

static const Glyph glyphs[] = {
    {'0', 075557}, {'1', 026227}, {'2', 071747}, {'3', 071717}, {'4', 055711},
    {'5', 074717}, {'6', 074757}, {'7', 071222}, {'8', 075757}, {'9', 075717},
    {'+', 002720}, {'-', 000700}, {'/', 011244}, {'(', 024442}, {')', 042224},
};

/* How large a pixel is: in half rows and cells. */
typedef struct {
    int halves, cells;
} Scale;

static const Glyph *glyph_of(char sign)
{
    for (guint i = 0; i < G_N_ELEMENTS(glyphs); i++) {
        if (glyphs[i].sign == sign) {
            return &glyphs[i];
        }
    }
    return NULL;
}

static bool is_set(const Glyph *glyph, int row, int col)
{
    return glyph != NULL && row < PIXEL_ROWS &&
           (glyph->pixels >> (3 * (PIXEL_ROWS - 1 - row) + (PIXEL_COLS - 1 - col)) & 1) != 0;
}

/* The cells of a sign and the gap behind it; a blank is narrower. */
static int sign_width(const Glyph *glyph, Scale scale)
{
    return (glyph != NULL ? PIXEL_COLS + 1 : 2) * scale.cells;
}

static int scale_rows(Scale scale)
{
    return (PIXEL_ROWS * scale.halves + 1) / 2;
}

/* How many signs of TEXT go on a line of WIDTH cells: up to a blank, or as many as fit of a longer
 * group. */
static gsize line_length(const char *text, int width, Scale scale)
{
    gsize fitting = 0, blank = 0;
    int used = -scale.cells; /* no gap behind the last one */
    while (text[fitting] != '\0') {
        used += sign_width(glyph_of(text[fitting]), scale);
        if (used > width) {
            return blank > 0 ? blank : MAX(fitting, 1);
        }
        fitting++;
        blank = text[fitting] == ' ' ? fitting : blank;
    }
    return fitting;
}

static int count_lines(const char *text, int width, Scale scale)
{
    int lines = 0;
    for (const char *rest = text; *rest != '\0'; lines++) {
        rest += line_length(rest, width, scale);
        rest += strspn(rest, " ");
    }
    return lines;
}

/* A cell of which the upper and the lower half are set. */
static const char *cell_of(bool upper, bool lower)
{
    return upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ";
}

static void draw_sign(Canvas *canvas, int row, int col, Area area, const Glyph *glyph, Scale scale)
{
    bool ascii = canvas_is_ascii(canvas);
    for (int y = 0; y < scale_rows(scale); y++) {
        for (int x = 0; x < PIXEL_COLS * scale.cells; x++) {
            bool upper = is_set(glyph, 2 * y / scale.halves, x / scale.cells);
            bool lower = is_set(glyph, (2 * y + 1) / scale.halves, x / scale.cells);
            const char *cell = ascii ? (upper ? "#" : " ") : cell_of(upper, lower);
            canvas_put(canvas, row + y, col + x, area, cell);
        }
    }
}

static void draw_line(Canvas *canvas, int row, int col, Area area, const char *text, gsize length,
                      Scale scale)
{
    for (gsize i = 0; i < length; i++) {
        const Glyph *glyph = glyph_of(text[i]);
        if (glyph != NULL) {
            draw_sign(canvas, row, col, area, glyph, scale);
        }
        col += sign_width(glyph, scale);
    }
}

/* NUMBER with a blank for each run of what cannot be drawn. Free with g_free. */
static char *signs_of(const char *number)
{
    GString *signs = g_string_new(NULL);
    for (const char *c = number; *c != '\0'; c++) {
        if (glyph_of(*c) != NULL) {
            g_string_append_c(signs, *c);
        } else if (signs->len > 0 && signs->str[signs->len - 1] != ' ') {
            g_string_append_c(signs, ' ');
        }
    }
    return g_strchomp(g_string_free(signs, FALSE));
}

/* The largest scale in which TEXT has room; of no size where there is none. */
static Scale fitting_scale(const Canvas *canvas, const char *text, int width, int max_rows)
{
    static const Scale scales[] = {{4, 4}, {2, 2}, {1, 1}}, plain = {2, 1};
    for (guint i = canvas_is_ascii(canvas) ? 1 : 0; i < G_N_ELEMENTS(scales); i++) {
        Scale scale = canvas_is_ascii(canvas) && scales[i].halves == 1 ? plain : scales[i];
        int lines = count_lines(text, width, scale);
        bool is_calm = scale.cells == 1 || lines <= LINES_LARGE;
        if (is_calm && lines > 0 && lines * (scale_rows(scale) + 1) - 1 <= max_rows) {
            return scale;
        }
    }
    return (Scale){0, 0};
}

int bigdigits_draw(Canvas *canvas, int row, int col, int width, int max_rows, Area area,
                   const char *number)
{
    g_autofree char *signs = signs_of(number);
    Scale scale =
        canvas_is_discreet(canvas) ? (Scale){0, 0} : fitting_scale(canvas, signs, width, max_rows);
    if (scale.cells == 0) {
        Canvas hidden = canvas_private(canvas);
        return canvas_wrapped(&hidden, row, col, width, MAX(max_rows, 1), area, number);
    }
    const char *rest = signs;
    while (*rest != '\0') {
        gsize length = line_length(rest, width, scale);
        draw_line(canvas, row, col, area, rest, length, scale);
        row += scale_rows(scale) + 1;
        rest += length;
        rest += strspn(rest, " ");
    }
    return row - 1;
}
