/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The looks of the areas on this terminal: as many colours as it has. */
#include "tui/terminal_private.h"

#include "tui/colour.h"

#include <string.h>
#include <term.h>

typedef struct {
    Look look;
    attr_t attribute;
} LookAttribute;

static const LookAttribute look_attributes[] = {
    {LOOK_BOLD, A_BOLD},           {LOOK_DIM, A_DIM},         {LOOK_ITALIC, A_ITALIC},
    {LOOK_UNDERLINE, A_UNDERLINE}, {LOOK_REVERSE, A_REVERSE},
};

/* How many colours to use. NO_COLOR, when set to anything, means none. Palettes are never
 * redefined: the terminal is the user's. Exact colours are used where terminfo says that the
 * terminal takes them in the sequence itself (xterm-direct). Many terminals can and say so in
 * COLORTERM, but curses writes what terminfo knows, and TERM says 256: they get the nearest of
 * these, with which all built-in themes are tested. */
static int count_colours(void)
{
    const char *none = g_getenv("NO_COLOR");
    if ((none && *none) || !has_colors() || start_color() != OK) {
        return 1;
    }
    if (COLORS > 256) {
        return tigetflag("RGB") > 0 ? COLORS : 256;
    }
    return COLORS;
}

void terminal_look_init(Terminal *terminal)
{
    terminal->colours = count_colours();
    if (terminal->colours > 1 && use_default_colors() != OK) {
        /* It has no own colours to fall back on: white on black stands in for them. */
        assume_default_colors(COLOR_WHITE, COLOR_BLACK);
    }
}

void terminal_set_theme(Terminal *terminal, const Theme *theme)
{
    /* Without colours a theme made for them could hide the selection. */
    bool fits = terminal_has_colours(terminal) || strcmp(theme->name, "mono") == 0;
    g_autoptr(Theme) mono = fits ? NULL : theme_builtin("mono");
    const Theme *shown = mono ? mono : theme;
    Painter *painter = &terminal->painter;
    for (int area = 0; area < AREA_COUNT; area++) {
        Shade shade = colour_shade(&shown->styles[area], terminal->colours);
        painter->looks[area] = A_NORMAL;
        for (gsize i = 0; i < G_N_ELEMENTS(look_attributes); i++) {
            if (shade.looks & look_attributes[i].look) {
                painter->looks[area] |= look_attributes[i].attribute;
            }
        }
        painter->pairs[area] = 0;
        if (terminal_has_colours(terminal) && (shade.ink >= 0 || shade.paper >= 0)) {
            painter->pairs[area] = (short)(area + 1);
            /* Curses draws again what has this pair: changing it needs no full repaint, which would
             * flash. */
            init_extended_pair(area + 1, shade.ink, shade.paper);
        }
    }
}

void terminal_set_ascii(Terminal *terminal, bool ascii)
{
    terminal->painter.ascii = ascii || terminal->ascii_at_all;
    /* Terminals of their own lines have them in curses' table; a person's wish counts more. */
    terminal->painter.ascii_lines = ascii;
}

const char *terminal_usual_theme(const Terminal *terminal)
{
    return !terminal_has_colours(terminal) ? "mono" : terminal->is_console ? "console" : "default";
}

bool terminal_has_colours(const Terminal *terminal)
{
    return terminal->colours > 1;
}

/* The area drawn at ROW, COL: colours are numbered by areas. */
static Area area_at(int row, int col)
{
    cchar_t cell;
    wchar_t characters[CCHARW_MAX + 1];
    attr_t looks;
    short pair = 0;
    mvin_wch(row, col, &cell);
    getcchar(&cell, characters, &looks, &pair, NULL);
    return pair > 0 && pair <= AREA_COUNT ? (Area)(pair - 1) : AREA_TEXT;
}

char *terminal_areas(Terminal *terminal)
{
    int rows = terminal_rows(terminal), cols = terminal_cols(terminal);
    GString *text = g_string_new(NULL);
    for (int row = 0; row < rows; row++) {
        for (int col = 0, run = 0; col < cols; col++) {
            run++;
            Area area = area_at(row, col);
            if (col + 1 == cols || area_at(row, col + 1) != area) {
                g_string_append_printf(text, "%s:%d%c", area_name(area), run,
                                       col + 1 == cols ? '\n' : ' ');
                run = 0;
            }
        }
    }
    return g_string_free(text, FALSE);
}
