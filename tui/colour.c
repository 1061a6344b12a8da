/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The palettes of terminals, and the nearest entry to a colour. */
#include "tui/colour.h"

#include <glib.h>
#include <stdlib.h>

/* The sixteen as xterm has them; other terminals differ, but not in which is nearest to what. */
static const uint32_t ansi[16] = {
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
};

static int distance(uint32_t a, uint32_t b)
{
    int red = (int)(a >> 16 & 0xFF) - (int)(b >> 16 & 0xFF);
    int green = (int)(a >> 8 & 0xFF) - (int)(b >> 8 & 0xFF);
    int blue = (int)(a & 0xFF) - (int)(b & 0xFF);
    return 2 * red * red + 4 * green * green + 3 * blue * blue;
}

/* The first of the sixteen, or of as many as FEW of them, that is nearest. */
static int nearest_ansi(uint32_t rgb, int few)
{
    int best = 0;
    for (int i = 1; i < few; i++) {
        if (distance(rgb, ansi[i]) < distance(rgb, ansi[best])) {
            best = i;
        }
    }
    return best;
}

/* Takes the six steps of a side of the cube. Returns the nearest to VALUE, 0 to 255, and puts what
 * it stands for into *IS. */
static int nearest_step(uint32_t value, uint32_t *is)
{
    static const int steps[6] = {0, 95, 135, 175, 215, 255};
    int best = 0;
    for (int i = 1; i < 6; i++) {
        if (abs((int)value - steps[i]) < abs((int)value - steps[best])) {
            best = i;
        }
    }
    *is = (uint32_t)steps[best];
    return best;
}

/* The palette of 256 has the sixteen, a cube of six steps a side, in which each side is nearest by
 * itself, and 24 greys. */
static int nearest_of_256(uint32_t rgb)
{
    uint32_t red, green, blue;
    int best = 16 + 36 * nearest_step(rgb >> 16 & 0xFF, &red) +
               6 * nearest_step(rgb >> 8 & 0xFF, &green) + nearest_step(rgb & 0xFF, &blue);
    int least = distance(rgb, red << 16 | green << 8 | blue);
    for (int i = 0; i < 24; i++) {
        uint32_t grey = (uint32_t)(8 + 10 * i);
        int here = distance(rgb, grey << 16 | grey << 8 | grey);
        if (here < least) {
            least = here;
            best = 232 + i;
        }
    }
    return best;
}

int colour_nearest(const Colour *colour, int count)
{
    if (count <= 1) {
        return -1;
    }
    int few = count >= 16 ? 16 : 8;
    if (count < 256 && colour->few != FEW_NONE) {
        return colour->few == FEW_DEFAULT ? -1 : colour->few % few;
    }
    if (colour->kind == COLOUR_DEFAULT) {
        return -1;
    }
    if (colour->kind == COLOUR_ANSI) {
        /* Direct colour keeps only the first eight of the terminal's own. */
        return count > 256 && colour->value >= 8 ? (int)ansi[colour->value]
                                                 : (int)colour->value % (count > 256 ? 8 : few);
    }
    if (count < 256) {
        return nearest_ansi(colour->value, few);
    }
    if (count == 256) {
        return nearest_of_256(colour->value);
    }
    /* The numbers 1 to 7 would be the terminal's own colours. */
    return colour->value < 8 ? 0 : (int)colour->value;
}

/* How light number NUMBER of the sixteen is, seen from black. */
static int lightness(int number)
{
    return distance(ansi[number & 15], 0);
}

Shade colour_shade(const Style *style, int count)
{
    Shade shade = {
        .ink = colour_nearest(&style->ink, count),
        .paper = colour_nearest(&style->paper, count),
        .looks = style->looks,
    };
    if (count < 256 && shade.ink >= 0 && shade.paper >= 0) {
        int ink = lightness(shade.ink), paper = lightness(shade.paper);
        bool paper_is_lighter = style->looks & LOOK_REVERSE ? ink > paper : paper > ink;
        if (paper_is_lighter) {
            shade.looks &= ~(unsigned)LOOK_BOLD;
        }
    }
    return shade;
}
