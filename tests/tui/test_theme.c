/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading themes, what is wrong with them, and the nearest colours of poorer terminals. */
#include "tui/theme.h"

#include "tests/data/fixture.h"

#include "tui/colour.h"
#include "tui/theme_builtin.h"
#include "tui/themes.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

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
    static const char *const names[] = {"default", "light", "dark", "contrast", "console", "mono"};
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
        /* The files are examples, too: each says what it is for. */
        assert_true(g_str_has_prefix(builtin_themes[i].text, "# "));
        for (int area = 0; area < AREA_COUNT; area++) {
            g_autofree char *line = g_strdup_printf("\n%-12s = ", area_name((Area)area));
            assert_non_null(strstr(builtin_themes[i].text, line));
        }
    }
}

/* A folder for choices with one own theme of that NAME and TEXT in it. */
static char *folder_with(const char *name, const char *text)
{
    char *folder = fixture_folder();
    g_autofree char *themes = g_build_filename(folder, "themes", NULL);
    g_autofree char *path = g_strdup_printf("%s/%s.theme", themes, name);
    assert_int_equal(g_mkdir(themes, 0700), 0);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    return folder;
}

static void theme_list__has_own_ones__each_name_once(void **state)
{
    (void)state;
    char *folder = folder_with("sea", "text = blue\n");
    static const char *const others[] = {"anna.theme", "light.theme", ".hidden.theme", "notes.txt",
                                         ".theme"};
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autofree char *path = g_build_filename(folder, "themes", others[i], NULL);
        assert_true(g_file_set_contents(path, "", -1, NULL));
    }
    g_auto(GStrv) names = theme_list(folder);
    g_autofree char *joined = g_strjoinv(" ", names);
    assert_string_equal(joined, "default light dark contrast console mono anna sea");
    g_auto(GStrv) built_in = theme_list(NULL);
    assert_int_equal(g_strv_length(built_in), builtin_themes_count);
    fixture_remove_folder(folder);
}

static void theme_load__takes_the_own_one_first__and_names_file_and_line(void **state)
{
    (void)state;
    char *folder = folder_with("light", "text = green\nselekted = red\n");
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Theme) light = theme_load("light", folder, faults);
    assert_int_equal(light->styles[AREA_TEXT].ink.value, 2);
    assert_int_equal(faults->len, 1);
    assert_non_null(strstr(g_ptr_array_index(faults, 0), "/themes/light.theme, line 2: "));
    g_autoptr(Theme) dark = theme_load("dark", folder, faults);
    assert_int_equal(dark->styles[AREA_TEXT].ink.kind, COLOUR_RGB);
    assert_int_equal(faults->len, 1);
    fixture_remove_folder(folder);
}

static void theme_load__says__what_is_not_there(void **state)
{
    (void)state;
    char *folder = folder_with("sea", "");
    static const char *const strange[] = {"neon", "", "../themes/sea", "\xff", "sea.theme"};
    for (gsize i = 0; i < G_N_ELEMENTS(strange); i++) {
        g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
        assert_null(theme_load(strange[i], folder, faults));
        assert_int_equal(faults->len, 1);
        assert_true(g_utf8_validate(g_ptr_array_index(faults, 0), -1, NULL));
    }
    assert_null(theme_load("neon", NULL, NULL));
    /* A pipe is never opened: nobody would write into it. */
    g_autofree char *pipe = g_build_filename(folder, "themes", "dark.theme", NULL);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Theme) dark = theme_load("dark", folder, faults);
    assert_non_null(dark);
    assert_int_equal(faults->len, 1);
    assert_non_null(strstr(g_ptr_array_index(faults, 0), pipe));
    fixture_remove_folder(folder);
}

typedef struct {
    Colour colour;
    int count, expected;
} NearestCase;

static const NearestCase nearest_cases[] = {
    {{COLOUR_DEFAULT, 0, -1}, 256, -1},
    {{COLOUR_DEFAULT, 0, 1}, 256, -1},
    {{COLOUR_DEFAULT, 0, 1}, 8, 1},
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

/* Entry NUMBER, 16 to 255, of xterm's palette, by its own formula. */
static void xterm_entry(int number, int rgb[3])
{
    for (int i = 0; i < 3; i++) {
        int step = (number - 16) / (i == 0 ? 36 : i == 1 ? 6 : 1) % 6;
        rgb[i] = number >= 232 ? 8 + 10 * (number - 232) : step == 0 ? 0 : 55 + 40 * step;
    }
}

static int xterm_distance(const int a[3], int number)
{
    static const int weights[3] = {2, 4, 3};
    int b[3], sum = 0;
    xterm_entry(number, b);
    for (int i = 0; i < 3; i++) {
        sum += weights[i] * (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
}

static void colour_nearest__leaves_none_nearer__of_256(void **state)
{
    (void)state;
    g_autoptr(GRand) rand = g_rand_new_with_seed(20);
    for (int round = 0; round < 2000; round++) {
        int rgb[3];
        for (int i = 0; i < 3; i++) {
            rgb[i] = round % 4 == 0 && i > 0 ? rgb[0] : g_rand_int_range(rand, 0, 256);
        }
        Colour colour = {COLOUR_RGB, (guint32)(rgb[0] << 16 | rgb[1] << 8 | rgb[2]), FEW_NONE};
        int best = 16;
        for (int number = 17; number < 256; number++) {
            if (xterm_distance(rgb, number) < xterm_distance(rgb, best)) {
                best = number;
            }
        }
        assert_int_equal(colour_nearest(&colour, 256), best);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(theme_read__understands__every_part_of_a_line),
        cmocka_unit_test(theme_read__names_the_line__and_goes_on),
        cmocka_unit_test(theme_read__survives__random_bytes),
        cmocka_unit_test(theme_builtin__has_no_faults__and_names_every_area),
        cmocka_unit_test(theme_list__has_own_ones__each_name_once),
        cmocka_unit_test(theme_load__takes_the_own_one_first__and_names_file_and_line),
        cmocka_unit_test(theme_load__says__what_is_not_there),
        cmocka_unit_test(colour_nearest__finds__what_the_terminal_has),
        cmocka_unit_test(colour_nearest__leaves_none_nearer__of_256),
    };
    return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
