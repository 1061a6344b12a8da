/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How near a terminal with few colours comes to the colours of a theme. */
#pragma once

#include "tui/theme.h"

/* What a terminal shows of a style. */
typedef struct {
    int ink, paper; /* numbers of colours as by colour_nearest, -1: the terminal's own */
    unsigned looks; /* Look bits */
} Shade;

/* The number a terminal with COUNT colours knows COLOUR by, -1 for its own default. COUNT: at
 * most 1 is monochrome (always -1); 8; 16; 88 and more below 256 counts as 16; 256 is the xterm
 * cube and greys; more is direct colour, 0xrrggbb. The nearest is the one with the least squared
 * distance in red, green and blue, weighted 2:4:3 as the eye does. */
int colour_nearest(const Colour *colour, int count);

/* What a terminal with COUNT colours makes of STYLE. Terminals with fewer than 256 colours often
 * show bold ink in the bright one of its colour, so bold is left out where the paper is the lighter
 * of the two: brighter ink could not be read on it. */
Shade colour_shade(const Style *style, int count);
