/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What canvas.c needs of the terminal to draw; for canvas.c and the terminal's own files. */
#pragma once

#include <curses.h>
#include <stdbool.h>

#include "tui/theme.h"

struct Painter {
    attr_t looks[AREA_COUNT];
    short pairs[AREA_COUNT];
    bool ascii;                 /* symbols in ASCII */
    bool ascii_lines;           /* lines, too */
    bool discreet;              /* what is private is drawn as dots */
    int cursor_row, cursor_col; /* -1: hidden */
    bool cursor_types;          /* it stands where the next letter goes */
};
