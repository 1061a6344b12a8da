/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading themes, what is wrong with them, and the nearest colours of poorer terminals. */
#include "tui/theme.h"

#include "tui/colour.h"
#include "tui/theme_builtin.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void theme_read__understands__every_part_of_a_line(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Theme) theme = theme_read("x", "x.theme",
                                        "# comment\r\n"
                                        "\n"
                                        "  selected = #ffffff on #204a87|blue bold underline \r\n"
                                        "accent=bright-red\n"
                                        "dim = default on #abc italic dim reverse\n"
                                        "text = white\n",
                                        faults);
    assert_int_equal(faults->len, 0);
    const Style *selected = &theme->styles[AREA_SELECTED];
    assert_int_equal(selected->ink.kind, COLOUR_RGB);
    assert_int_equal(selected->ink.value, 0xFFFFFF);
    assert_int_equal(selected->ink.few, -1);
    assert_int_equal(selected->paper.value, 0x204A87);
    assert_int_equal(selected->paper.few, 4);
    assert_int_equal(selected->looks, LOOK_BOLD | LOOK_UNDERLINE);
    assert_int_equal(theme->styles[AREA_ACCENT].ink.kind, COLOUR_ANSI);
    assert_int_equal(theme->styles[AREA_ACCENT].ink.value, 9);
    assert_int_equal(theme->styles[AREA_DIM].paper.value, 0xAABBCC);
    assert_int_equal(theme->styles[AREA_DIM].looks, LOOK_ITALIC | LOOK_DIM | LOOK_REVERSE);
    /* An area that is not named looks like "text". */
    assert_int_equal(theme->styles[AREA_WARNING].ink.kind, COLOUR_ANSI);
    assert_int_equal(theme->styles[AREA_WARNING].ink.value, 7);
}

typedef struct {
    const char *line, *part; /* what the fault says, among other things */
} FaultCase;

static const FaultCase fault_cases[] = {
    {"selected", "\"=\""},
    {"selekted = red", "selekted"},
    {"selected = reddish", "reddish"},
    {"selected = red on", "on"},
    {"selected = red on purplish", "purplish"},
    {"selected = red blue", "blue"},
    {"selected = #12345", "#12345"},
    {"selected = #gggggg", "#gggggg"},
    {"selected = #fff|pink", "#fff|pink"},
    {"selected = #fff|", "#fff|"},
    {"selected = blue on blue", "same colour"},
    {"selected = #123 on #112233", "same colour"},
};

static void theme_read__names_the_line__and_goes_on(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(fault_cases); i++) {
        g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
        g_autofree char *text =
            g_strdup_printf("text = white\n%s\ndim = green\n", fault_cases[i].line);
        g_autoptr(Theme) theme = theme_read("x", "my.theme", text, faults);
        assert_int_equal(faults->len, 1);
        const char *fault = g_ptr_array_index(faults, 0);
        assert_non_null(strstr(fault, "my.theme, line 2: "));
        assert_non_null(strstr(fault, fault_cases[i].part));
        assert_int_equal(theme->styles[AREA_SELECTED].ink.value, 7);
        assert_int_equal(theme->styles[AREA_DIM].ink.value, 2);
    }
}

static void theme_read__survives__random_bytes(void **state)
{
    (void)state;
    static const char letters[] = "text=selected on #0f|bolditalic \t\r\n\xff\xc3";
    g_autoptr(GRand) random = g_rand_new_with_seed(11);
    for (int round = 0; round < 5000; round++) {
        char text[60];
        gsize length = (gsize)g_rand_int_range(random, 0, sizeof text);
        for (gsize i = 0; i < length; i++) {
            text[i] = letters[g_rand_int_range(random, 0, sizeof letters - 1)];
        }
        text[length] = '\0';
        g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
        theme_free(theme_read("x", "x", text, faults));
        for (guint i = 0; i < faults->len; i++) {
            assert_true(g_utf8_validate(g_ptr_array_index(faults, i), -1, NULL));
        }
    }
}

static void theme_builtin__has_no_faults__and_names_every_area(void **state)
{
    (void)state;
    static const char *const names[] = {"default", "dark", "light", "mono"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(Theme) theme = theme_builtin(names[i]);
        assert_non_null(theme);
        assert_string_equal(theme->name, names[i]);
    }
    assert_int_equal(builtin_themes_count, G_N_ELEMENTS(names));
    assert_null(theme_builtin("neon"));
    for (unsigned i = 0; i < builtin_themes_count; i++) {
        g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
        theme_free(theme_read("x", builtin_themes[i].name, builtin_themes[i].text, faults));
        assert_int_equal(faults->len, 0);
        for (int area = 0; area < AREA_COUNT; area++) {
            g_autofree char *line = g_strdup_printf("\n%-12s = ", area_name((Area)area));
            assert_non_null(strstr(builtin_themes[i].text, line));
        }
    }
}

/* Relative luminance and contrast as WCAG 2.1 defines them. */
static double luminance(uint32_t rgb)
{
    double parts[3];
    for (int i = 0; i < 3; i++) {
        double part = (rgb >> (16 - 8 * i) & 0xFF) / 255.0;
        parts[i] = part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

static double contrast(uint32_t a, uint32_t b)
{
    double light = MAX(luminance(a), luminance(b));
    double dark = MIN(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

static void theme_builtin__can_be_read__on_its_background(void **state)
{
    (void)state;
    for (unsigned i = 0; i < builtin_themes_count; i++) {
        g_autoptr(Theme) theme = theme_builtin(builtin_themes[i].name);
        for (int area = 0; area < AREA_COUNT; area++) {
            const Style *style = &theme->styles[area];
            if (style->ink.kind != COLOUR_RGB || area == AREA_RULE) {
                continue;
            }
            if (style->paper.kind == COLOUR_RGB) {
                assert_true(contrast(style->ink.value, style->paper.value) >= 4.5);
            } else {
                /* The background is unknown: it has to do on white and on black. */
                assert_true(contrast(style->ink.value, 0xFFFFFF) >= 3.0);
                assert_true(contrast(style->ink.value, 0x000000) >= 3.0);
            }
        }
    }
}

typedef struct {
    Colour colour;
    int count, expected;
} NearestCase;

static const NearestCase nearest_cases[] = {
    {{COLOUR_DEFAULT, 0, -1}, 256, -1},
    {{COLOUR_RGB, 0xFF0000, -1}, 1, -1},
    {{COLOUR_RGB, 0xFF0000, -1}, 0, -1},
    {{COLOUR_RGB, 0xFF0000, -1}, 8, 1},
    {{COLOUR_RGB, 0xFF0000, -1}, 16, 9},
    {{COLOUR_RGB, 0xFF0000, -1}, 88, 9},
    {{COLOUR_RGB, 0xFF0000, -1}, 256, 196},
    {{COLOUR_RGB, 0xFF0000, 4}, 16, 4},
    {{COLOUR_RGB, 0xFF0000, 12}, 8, 4},
    {{COLOUR_RGB, 0xFF0000, FEW_DEFAULT}, 8, -1},
    {{COLOUR_RGB, 0xFF0000, FEW_DEFAULT}, 256, 196},
    {{COLOUR_RGB, 0xFF0000, 4}, 256, 196},
    {{COLOUR_RGB, 0xFF0000, -1}, 0x1000000, 0xFF0000},
    {{COLOUR_RGB, 0x000003, -1}, 0x1000000, 0},
    {{COLOUR_RGB, 0x080808, -1}, 256, 232},
    {{COLOUR_RGB, 0xFFFFFF, -1}, 256, 231},
    {{COLOUR_RGB, 0x204A87, -1}, 256, 24},
    {{COLOUR_ANSI, 12, -1}, 256, 12},
    {{COLOUR_ANSI, 12, -1}, 8, 4},
    {{COLOUR_ANSI, 3, -1}, 0x1000000, 3},
    {{COLOUR_ANSI, 15, -1}, 0x1000000, 0xFFFFFF},
};

static void colour_nearest__finds__what_the_terminal_has(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(nearest_cases); i++) {
        assert_int_equal(colour_nearest(&nearest_cases[i].colour, nearest_cases[i].count),
                         nearest_cases[i].expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(theme_read__understands__every_part_of_a_line),
        cmocka_unit_test(theme_read__names_the_line__and_goes_on),
        cmocka_unit_test(theme_read__survives__random_bytes),
        cmocka_unit_test(theme_builtin__has_no_faults__and_names_every_area),
        cmocka_unit_test(theme_builtin__can_be_read__on_its_background),
        cmocka_unit_test(colour_nearest__finds__what_the_terminal_has),
    };
    return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
