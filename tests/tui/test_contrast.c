/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether every area of every shipped theme can be read, and does not hang on colour alone: in
 * exact colours, and in what terminals with 256, 16 and 8 of them make of it. */
#include "tui/colour.h"
#include "tui/theme_builtin.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { EXACT = 0x1000000, WHITE = 0xFFFFFF, BLACK = 0x000000 };

static const int counts[] = {EXACT, 256, 16, 8};

/* The sixteen of the Linux console, as linux/drivers/tty/vt/vt.c sets them (default_red, _grn,
 * _blu). */
static const uint32_t console[16] = {
    0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA,
    0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
};

/* The colour that terminals with COUNT colours show for NUMBER, which is at least 0. */
static uint32_t shown_colour(int number, int count)
{
    static const uint32_t steps[6] = {0, 95, 135, 175, 215, 255};
    if (count > 256) {
        return number < 8 ? console[number] : (uint32_t)number;
    }
    if (number < 16) {
        return console[number];
    }
    if (number >= 232) {
        uint32_t grey = (uint32_t)(8 + 10 * (number - 232));
        return grey << 16 | grey << 8 | grey;
    }
    int place = number - 16;
    return steps[place / 36] << 16 | steps[place / 6 % 6] << 8 | steps[place % 6];
}

/* Relative luminance as WCAG 2.1 defines it: the parts of sRGB made linear, then weighted.
 * https://www.w3.org/TR/WCAG21/#dfn-relative-luminance (with 0.04045, the figure of sRGB itself).
 */
static double luminance(uint32_t rgb)
{
    double parts[3];
    for (int i = 0; i < 3; i++) {
        double part = (rgb >> (16 - 8 * i) & 0xFF) / 255.0;
        parts[i] = part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

/* (L1 + 0.05) / (L2 + 0.05), L1 the lighter one: from 1 to 21.
 * https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
static double contrast(uint32_t a, uint32_t b)
{
    double light = fmax(luminance(a), luminance(b));
    double dark = fmin(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

static void contrast__is__as_defined(void **state)
{
    (void)state;
    assert_true(fabs(contrast(WHITE, BLACK) - 21.0) < 0.001);
    assert_true(fabs(contrast(0x777777, WHITE) - 4.48) < 0.01);
    assert_true(fabs(contrast(0x123456, 0x123456) - 1.0) < 0.001);
}

/* The colour of text in SHADE with INK (at least 0): the console shows bold in the bright one. */
static uint32_t ink_colour(const Shade *shade, int ink, int count)
{
    bool is_brightened = count < 256 && shade->looks & LOOK_BOLD && ink < 8;
    return shown_colour(is_brightened ? ink + 8 : ink, count);
}

static void check_area(const Theme *theme, Area area, int count, double least)
{
    Shade shade = colour_shade(&theme->styles[area], count);
    if (shade.ink < 0 && shade.paper < 0) {
        return; /* as the person has set their terminal */
    }
    bool is_reversed = shade.looks & LOOK_REVERSE;
    int ink = is_reversed ? shade.paper : shade.ink;
    int paper = is_reversed ? shade.ink : shade.paper;
    if (ink < 0) {
        fail_msg("%s: the terminal's own text on a colour of \"%s\" with %d colours", theme->name,
                 area_name(area), count);
    }
    /* Where the paper is the terminal's own, the ink has to do on white and on black. */
    const uint32_t papers[] = {paper < 0 ? WHITE : shown_colour(paper, count),
                               paper < 0 ? BLACK : shown_colour(paper, count)};
    for (gsize i = 0; i < G_N_ELEMENTS(papers); i++) {
        uint32_t colour = ink_colour(&shade, ink, count);
        double ratio = contrast(colour, papers[i]);
        if (ratio < least) {
            fail_msg("%s: \"%s\" with %d colours is #%06x on #%06x, only %.2f : 1", theme->name,
                     area_name(area), count, colour, papers[i], ratio);
        }
    }
}

/* Rule lines and bars, too: nothing on the screen is mere decoration. */
static void themes__can_be_read__with_any_number_of_colours(void **state)
{
    (void)state;
    for (unsigned i = 0; i < builtin_themes_count; i++) {
        g_autoptr(Theme) theme = theme_builtin(builtin_themes[i].name);
        double least = strcmp(theme->name, "contrast") == 0 ? 7.0 : 4.5;
        for (gsize c = 0; c < G_N_ELEMENTS(counts); c++) {
            for (int area = 0; area < AREA_COUNT; area++) {
                check_area(theme, (Area)area, counts[c], least);
            }
        }
    }
}

/* What has to stand out differs from ordinary text by bold, underline or reverse as well. */
static void check_stands_out(const Theme *theme, int count)
{
    static const Area loud[] = {AREA_SELECTED, AREA_WARNING, AREA_FIELD_FOCUS, AREA_MATCH};
    const unsigned seen = LOOK_BOLD | LOOK_UNDERLINE | LOOK_REVERSE;
    unsigned text = colour_shade(&theme->styles[AREA_TEXT], count).looks & seen;
    for (gsize i = 0; i < G_N_ELEMENTS(loud); i++) {
        if ((colour_shade(&theme->styles[loud[i]], count).looks & seen) == text) {
            fail_msg("%s: \"%s\" differs from text only by colour with %d colours", theme->name,
                     area_name(loud[i]), count);
        }
    }
}

static void themes__do_not_hang__on_colour_alone(void **state)
{
    (void)state;
    for (unsigned i = 0; i < builtin_themes_count; i++) {
        g_autoptr(Theme) theme = theme_builtin(builtin_themes[i].name);
        for (gsize c = 0; c < G_N_ELEMENTS(counts); c++) {
            check_stands_out(theme, counts[c]);
        }
    }
    g_autoptr(Theme) mono = theme_builtin("mono");
    check_stands_out(mono, 1);
}

/* Without colours of its own, mono shows the selection everywhere. */
static void mono__has__no_colour(void **state)
{
    (void)state;
    g_autoptr(Theme) mono = theme_builtin("mono");
    for (int area = 0; area < AREA_COUNT; area++) {
        Shade shade = colour_shade(&mono->styles[area], EXACT);
        assert_true(shade.ink < 0 && shade.paper < 0);
    }
    assert_true(mono->styles[AREA_SELECTED].looks & LOOK_REVERSE);
}

/* Made for a console of eight: what it names is there, and nothing is approximated. */
static void console__names__only_the_consoles_colours(void **state)
{
    (void)state;
    g_autoptr(Theme) theme = theme_builtin("console");
    for (int area = 0; area < AREA_COUNT; area++) {
        assert_int_equal(theme->styles[area].ink.kind, COLOUR_ANSI);
        assert_int_equal(theme->styles[area].paper.kind, COLOUR_ANSI);
    }
}

typedef struct {
    const char *line;
    int count;
    bool is_bold;
} BoldCase;

static const BoldCase bold_cases[] = {
    {"text = black on white bold", 8, false},
    {"text = black on white bold", 16, false},
    {"text = black on white bold", 256, true},
    {"text = white on black bold", 8, true},
    {"text = white on black bold reverse", 8, false},
    {"text = black on white bold reverse", 8, true},
    {"text = #000|default on #fff|default bold", 8, true},
    {"text = default bold", 1, true},
};

static void colour_shade__leaves_out_bold__where_it_would_fade(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(bold_cases); i++) {
        g_autoptr(Theme) theme = theme_read("x", "x", bold_cases[i].line, NULL);
        Shade shade = colour_shade(&theme->styles[AREA_TEXT], bold_cases[i].count);
        assert_int_equal((shade.looks & LOOK_BOLD) != 0, bold_cases[i].is_bold);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast__is__as_defined),
        cmocka_unit_test(themes__can_be_read__with_any_number_of_colours),
        cmocka_unit_test(themes__do_not_hang__on_colour_alone),
        cmocka_unit_test(mono__has__no_colour),
        cmocka_unit_test(console__names__only_the_consoles_colours),
        cmocka_unit_test(colour_shade__leaves_out_bold__where_it_would_fade),
    };
    return cmocka_run_group_tests_name("contrast", tests, NULL, NULL);
}
