/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns a golden screen into an SVG picture with the colours of a theme:
 *
 *     picture THEME.theme NAME.screen >NAME.svg
 *
 * NAME.screen holds the lines of the screen, NAME.areas beside it for each line which area covers
 * how many cells ("header:18 text:62"). */
#include "tui/text.h"
#include "tui/theme.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELL_WIDTH = 9, CELL_HEIGHT = 19, BASELINE = 14, MARGIN = 12, FONT_SIZE = 15 };

/* The sixteen colours of the Linux console. */
static const guint32 ansi_colours[] = {
    0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa,
    0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
};

/* COLOUR as 0xrrggbb; OTHERWISE stands in for the terminal's own. */
static guint32 rgb(const Colour *colour, guint32 otherwise)
{
    switch (colour->kind) {
    case COLOUR_RGB:
        return colour->value;
    case COLOUR_ANSI:
        return ansi_colours[colour->value & 15];
    case COLOUR_DEFAULT:
        break;
    }
    return otherwise;
}

static guint32 ink_of(const Style *style)
{
    return style->looks & LOOK_REVERSE ? rgb(&style->paper, 0xffffff) : rgb(&style->ink, 0x000000);
}

static guint32 paper_of(const Style *style)
{
    return style->looks & LOOK_REVERSE ? rgb(&style->ink, 0x000000) : rgb(&style->paper, 0xffffff);
}

static int find_area(const char *name)
{
    for (int area = 0; area < AREA_COUNT; area++) {
        if (strcmp(area_name((Area)area), name) == 0) {
            return area;
        }
    }
    return -1;
}

/* Draws TEXT from X on, with its feet at Y. What stands between two blanks and more is a text of
 * its own: whoever shows the picture may have another font, and makes one of many blanks. */
static void draw_words(const Style *style, int x, int y, const char *text)
{
    const char *at = text;
    while (*(at += strspn(at, " ")) != '\0') {
        const char *gap = strstr(at, "  ");
        g_autofree char *words = gap ? g_strndup(at, (gsize)(gap - at)) : g_strchomp(g_strdup(at));
        g_autofree char *before = g_strndup(text, (gsize)(at - text));
        g_autofree char *escaped = g_markup_escape_text(words, -1);
        printf("<text x=\"%d\" y=\"%d\" textLength=\"%d\" fill=\"#%06x\"%s%s%s>%s</text>\n",
               x + text_width(before) * CELL_WIDTH, y, text_width(words) * CELL_WIDTH,
               ink_of(style), style->looks & LOOK_BOLD ? " font-weight=\"bold\"" : "",
               style->looks & LOOK_ITALIC ? " font-style=\"italic\"" : "",
               style->looks & LOOK_UNDERLINE ? " text-decoration=\"underline\"" : "", escaped);
        at = gap ? gap : at + strlen(at);
    }
}

/* Draws TEXT, CELLS wide, at COL of ROW. */
static void draw_run(const Theme *theme, Area area, int row, int col, int cells, const char *text)
{
    const Style *style = &theme->styles[area];
    int x = MARGIN + col * CELL_WIDTH, y = MARGIN + row * CELL_HEIGHT;
    if (paper_of(style) != paper_of(&theme->styles[AREA_TEXT])) {
        printf("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\"/>\n", x, y,
               cells * CELL_WIDTH, CELL_HEIGHT, paper_of(style));
    }
    draw_words(style, x, y + BASELINE, text);
}

/* Draws one line of the screen; false when AREAS are not understood. */
static bool draw_line(const Theme *theme, int row, const char *text, const char *areas)
{
    g_auto(GStrv) runs = g_strsplit(areas, " ", -1);
    int col = 0;
    for (gsize i = 0; runs[i] && *runs[i]; i++) {
        char *colon = strchr(runs[i], ':');
        if (!colon) {
            return false;
        }
        *colon = '\0';
        int area = find_area(runs[i]), cells = atoi(colon + 1), used = 0;
        if (area < 0 || cells < 1) {
            return false;
        }
        gsize length = text_fit(text, cells, &used);
        g_autofree char *part = g_strndup(text, length);
        draw_run(theme, (Area)area, row, col, cells, part);
        text += length;
        col += cells;
    }
    return true;
}

/* The width of the screen in cells, as its first line of areas says. */
static int count_cols(const char *areas)
{
    int cols = 0;
    for (const char *at = areas; *at && *at != '\n'; at++) {
        cols += *at == ':' ? atoi(at + 1) : 0;
    }
    return cols;
}

static void draw_head(const Theme *theme, int rows, int cols)
{
    int width = 2 * MARGIN + cols * CELL_WIDTH, height = 2 * MARGIN + rows * CELL_HEIGHT;
    const Style *text = &theme->styles[AREA_TEXT];
    printf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
           "viewBox=\"0 0 %d %d\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" "
           "font-size=\"%d\">\n",
           width, height, width, height, FONT_SIZE);
    printf("<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#%06x\" stroke=\"#%06x\"/>\n", width,
           height, paper_of(text), ink_of(&theme->styles[AREA_RULE]));
}

static char *read_file(const char *path)
{
    g_autoptr(GError) error = NULL;
    char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, &error)) {
        fprintf(stderr, "%s\n", error->message);
        exit(EXIT_FAILURE);
    }
    return text;
}

int main(int argc, char **argv)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    if (argc != 3 || !g_str_has_suffix(argv[2], ".screen")) {
        fprintf(stderr, "Use it like this: picture THEME.theme NAME.screen >NAME.svg\n");
        return EXIT_FAILURE;
    }
    g_autofree char *theme_text = read_file(argv[1]);
    g_autofree char *screen = read_file(argv[2]);
    g_autofree char *stem = g_strndup(argv[2], strlen(argv[2]) - strlen(".screen"));
    g_autofree char *areas_path = g_strconcat(stem, ".areas", NULL);
    g_autofree char *areas = read_file(areas_path);
    g_autoptr(Theme) theme = theme_read("picture", argv[1], theme_text, NULL);
    g_auto(GStrv) lines = g_strsplit(screen, "\n", -1), runs = g_strsplit(areas, "\n", -1);
    int rows = (int)g_strv_length(lines) - 1;
    if (rows < 1 || (int)g_strv_length(runs) - 1 != rows) {
        fprintf(stderr, "%s and %s do not have the same number of lines.\n", argv[2], areas_path);
        return EXIT_FAILURE;
    }
    draw_head(theme, rows, count_cols(areas));
    for (int row = 0; row < rows; row++) {
        if (!draw_line(theme, row, lines[row], runs[row])) {
            fprintf(stderr, "%s, line %d: no area and number of cells.\n", areas_path, row + 1);
            return EXIT_FAILURE;
        }
    }
    printf("</svg>\n");
    return EXIT_SUCCESS;
}
