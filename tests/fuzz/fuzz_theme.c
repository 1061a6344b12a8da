/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Theme files. */
#include "tests/fuzz/fuzz.h"

#include "tui/theme.h"

static void expect_colour(const Colour *colour)
{
    fuzz_expect(colour->kind <= COLOUR_RGB, "no kind of colour");
    fuzz_expect(colour->kind != COLOUR_ANSI || colour->value < 16, "a seventeenth colour");
    fuzz_expect(colour->value <= 0xffffff, "a colour beyond white");
    fuzz_expect(colour->few >= FEW_DEFAULT && colour->few < 16, "no colour for few");
}

void fuzz_theme(const guint8 *bytes, gsize length)
{
    g_autofree char *text = fuzz_bytes(bytes, length);
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Theme) theme = theme_read("own", "own.theme", text, faults);
    fuzz_expect(theme != NULL, "no theme");
    fuzz_expect_texts(faults);
    for (Area area = AREA_TEXT; area < AREA_COUNT; area++) {
        expect_colour(&theme->styles[area].ink);
        expect_colour(&theme->styles[area].paper);
        fuzz_expect(theme->styles[area].looks < LOOK_REVERSE << 1, "a look beyond all");
    }
}
