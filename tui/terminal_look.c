/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The looks of the areas on this terminal: as many colours as it has. */
#include "tui/terminal_private.h"

#include "tui/colour.h"

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
 * redefined: the terminal is the user's. Exact colours are used where the terminal takes them in
 * the sequence itself. */
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
    g_autoptr(Theme) mono = terminal->colours <= 1 ? theme_builtin("mono") : NULL;
    const Theme *shown = mono ? mono : theme;
    Painter *painter = &terminal->painter;
    for (int area = 0; area < AREA_COUNT; area++) {
        const Style *style = &shown->styles[area];
        painter->looks[area] = A_NORMAL;
        for (gsize i = 0; i < G_N_ELEMENTS(look_attributes); i++) {
            if (style->looks & look_attributes[i].look) {
                painter->looks[area] |= look_attributes[i].attribute;
            }
        }
        painter->pairs[area] = 0;
        int ink = colour_nearest(&style->ink, terminal->colours);
        int paper = colour_nearest(&style->paper, terminal->colours);
        if (terminal->colours > 1 && (ink >= 0 || paper >= 0)) {
            painter->pairs[area] = (short)(area + 1);
            init_extended_pair(area + 1, ink, paper);
        }
    }
    terminal->repaint = true;
}
