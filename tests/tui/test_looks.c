/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing look and language: seen at once, kept by Enter, forgotten by Esc. */
#include "tests/tui/opener.h"

#include "tui/colour.h"
#include "tui/counter.h"
#include "tui/screens/language.h"
#include "tui/screens/looks.h"
#include "tui/themes.h"

#include <curses.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    Harness *harness;
    Opener *opener;
    Counter *counter;
} Stage;

static Stage *stage_new_on(const char *type, int rows, int cols)
{
    Stage *stage = g_new0(Stage, 1);
    stage->harness = harness_new_on(type, rows, cols, NULL);
    stage->opener = opener_new(stage->harness);
    stage->counter = counter_of(&stage->opener->base);
    return stage;
}

static Stage *stage_new(void)
{
    return stage_new_on("xterm-256color", 24, 80);
}

static void stage_free(Stage *stage)
{
    harness_free(stage->harness);
    g_free(stage);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stage, stage_free)

static void open_looks(Stage *stage)
{
    opener_open(stage->harness, stage->opener, &screen_looks, NULL);
}

/* Fails unless the screen has the colours of the built-in theme NAME. */
static void expect_theme(const char *name)
{
    g_autoptr(Theme) theme = theme_builtin(name);
    static const Area areas[] = {AREA_SELECTED, AREA_WARNING, AREA_ACCENT};
    for (gsize i = 0; i < G_N_ELEMENTS(areas); i++) {
        Shade shade = colour_shade(&theme->styles[areas[i]], 256);
        int ink, paper;
        assert_int_equal(extended_pair_content((int)areas[i] + 1, &ink, &paper), OK);
        assert_int_equal(ink, shade.ink);
        assert_int_equal(paper, shade.paper);
    }
}

static void looks__shows_a_sample__beside_or_below_the_list(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new();
    open_looks(stage);
    harness_golden(stage->harness, "looks");
    harness_resize(stage->harness, 20, 60);
    harness_golden(stage->harness, "looks-60");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "looks-small");
    harness_press(stage->harness, "End");
    harness_expect(stage->harness, "Without colours");
}

static void looks__shows_each_theme_at_once__and_keeps_it_by_enter(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new();
    open_looks(stage);
    expect_theme("default");
    harness_press(stage->harness, "Down");
    expect_theme("light");
    assert_null(stage->counter->preferences->theme);
    harness_press(stage->harness, "Down Enter");
    expect_theme("dark");
    assert_true(stage->opener->has_returned);
    g_autoptr(Preferences) kept = preferences_read(stage->counter->config_folder);
    assert_string_equal(kept->theme, "dark");
    /* It begins there the next time. */
    open_looks(stage);
    harness_press(stage->harness, "Up");
    expect_theme("light");
}

static void looks__is_as_before__when_it_is_left(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new();
    open_looks(stage);
    harness_press(stage->harness, "Down s Esc");
    expect_theme("default");
    harness_expect(stage->harness, "─");
    assert_null(stage->counter->preferences->theme);
    open_looks(stage);
    harness_press(stage->harness, "Down");
    /* As after idle minutes. */
    app_home(harness_app(stage->harness));
    harness_settle(stage->harness);
    assert_ptr_equal(app_top(harness_app(stage->harness)), stage->opener);
    expect_theme("default");
}

static void looks__takes_a_click_in_the_list_only(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new();
    open_looks(stage);
    harness_click(stage->harness, 6, 4);
    expect_theme("dark");
    harness_click(stage->harness, 5, 40);
    expect_theme("dark");
    harness_click(stage->harness, 6, 4);
    assert_true(stage->opener->has_returned);
    assert_string_equal(stage->counter->preferences->theme, "dark");
}

static void looks__draws_symbols_with_plain_characters(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new();
    open_looks(stage);
    harness_press(stage->harness, "s");
    harness_expect(stage->harness, "! Allergy");
    harness_expect(stage->harness, "[x] Lina");
    harness_expect(stage->harness, "------");
    assert_false(harness_shows(stage->harness, "─"));
    harness_press(stage->harness, "Enter");
    g_autoptr(Preferences) kept = preferences_read(stage->counter->config_folder);
    assert_true(kept->ascii);
    assert_string_equal(kept->theme, "default");
    open_looks(stage);
    harness_press(stage->harness, "s Enter");
    g_autoptr(Preferences) again = preferences_read(stage->counter->config_folder);
    assert_false(again->ascii);
}

/* The ink of AREA, as curses knows it. */
static int ink_of(Area area)
{
    int ink = -1, paper = -1;
    assert_int_equal(extended_pair_content((int)area + 1, &ink, &paper), OK);
    return ink;
}

static void looks__says__what_is_wrong_with_an_own_theme(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new();
    g_autofree char *folder = g_build_filename(stage->counter->config_folder, "themes", NULL);
    g_autofree char *yak = g_build_filename(folder, "yak.theme", NULL);
    g_autofree char *zebra = g_build_filename(folder, "zebra.theme", NULL);
    assert_int_equal(g_mkdir(folder, 0700), 0);
    assert_true(g_file_set_contents(yak, "accent = red\n", -1, NULL));
    assert_true(g_file_set_contents(zebra, "text = stripes\naccent = blue\n", -1, NULL));
    open_looks(stage);
    harness_press(stage->harness, "End");
    harness_expect(stage->harness, "zebra");
    harness_expect(stage->harness, "A theme of your own.");
    harness_expect(stage->harness, "stripes");
    assert_int_equal(ink_of(AREA_ACCENT), COLOR_BLUE);
    harness_press(stage->harness, "Up");
    assert_int_equal(ink_of(AREA_ACCENT), COLOR_RED);
    /* It is gone meanwhile: it cannot be kept, and what is in sight stays. */
    g_unlink(zebra);
    harness_press(stage->harness, "Down Enter");
    harness_expect(stage->harness, "no theme called \"zebra\"");
    assert_int_equal(ink_of(AREA_ACCENT), COLOR_RED);
    assert_null(stage->counter->preferences->theme);
    g_unlink(yak);
    g_rmdir(folder);
}

static void looks__says_it__where_it_cannot_be_kept(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new();
    g_autofree char *conf = g_build_filename(stage->counter->config_folder, "tresen.conf", NULL);
    assert_int_equal(g_mkdir(conf, 0700), 0);
    open_looks(stage);
    harness_press(stage->harness, "Down Enter");
    harness_expect(stage->harness, "could not be kept");
    expect_theme("light");
    assert_string_equal(stage->counter->preferences->theme, "light");
    g_rmdir(conf);
}

static void looks__tells__where_there_are_no_colours(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new_on("vt100", 24, 80);
    assert_string_equal(app_usual_theme(harness_app(stage->harness)), "mono");
    open_looks(stage);
    harness_expect(stage->harness, "shows no colours");
    harness_press(stage->harness, "Up Up Enter");
    assert_string_equal(stage->counter->preferences->theme, "contrast");
}

static void theme_apply__takes_the_usual_one__for_the_terminal(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new_on("linux", 24, 80);
    assert_string_equal(app_usual_theme(harness_app(stage->harness)), "console");
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;
    assert_true(preferences_set_looks(stage->counter->preferences, "neon", false, &error));
    theme_apply(harness_app(stage->harness), stage->counter->preferences, faults);
    assert_int_equal(faults->len, 1);
    assert_int_equal(ink_of(AREA_ACCENT), COLOR_CYAN);
}

/* ---- language ---- */

static void hear(const char *language, gpointer heard)
{
    g_string_append_printf(heard, "%s;", language != NULL ? language : "system");
}

static void choose_language__holds_at_once__and_is_kept(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new();
    g_autoptr(GString) heard = g_string_new(NULL);
    stage->counter->use_language = hear;
    stage->counter->language_data = heard;
    choose_language(&stage->opener->base);
    harness_expect(stage->harness, "Sprache / Language");
    harness_golden(stage->harness, "language");
    harness_press(stage->harness, "Esc");
    assert_string_equal(heard->str, "");
    /* The system's is selected while nothing was chosen. */
    choose_language(&stage->opener->base);
    harness_press(stage->harness, "Home Enter");
    assert_string_equal(heard->str, "de;");
    g_autoptr(Preferences) kept = preferences_read(stage->counter->config_folder);
    assert_string_equal(kept->language, "de");
    assert_int_equal(language_chosen(&stage->opener->base), 0);
    choose_language(&stage->opener->base);
    harness_press(stage->harness, "Down Enter");
    choose_language(&stage->opener->base);
    harness_press(stage->harness, "Down Enter");
    assert_string_equal(heard->str, "de;en;system;");
    g_autoptr(Preferences) again = preferences_read(stage->counter->config_folder);
    assert_null(again->language);
}

static void language_labels__name__each_language(void **state)
{
    (void)state;
    const char *const *codes = preferences_languages(), *const *labels = language_labels();
    guint count = 0;
    for (; codes[count] != NULL; count++) {
        assert_non_null(labels[count]);
        assert_string_equal(language_code(count), codes[count]);
    }
    assert_non_null(labels[count]);
    assert_null(labels[count + 1]);
    assert_string_equal(language_code(0), "de");
    assert_string_equal(language_labels()[0], "Deutsch");
    assert_null(language_code(count));
    assert_null(language_code(99));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looks__shows_a_sample__beside_or_below_the_list),
        cmocka_unit_test(looks__shows_each_theme_at_once__and_keeps_it_by_enter),
        cmocka_unit_test(looks__is_as_before__when_it_is_left),
        cmocka_unit_test(looks__takes_a_click_in_the_list_only),
        cmocka_unit_test(looks__draws_symbols_with_plain_characters),
        cmocka_unit_test(looks__says__what_is_wrong_with_an_own_theme),
        cmocka_unit_test(looks__says_it__where_it_cannot_be_kept),
        cmocka_unit_test(looks__tells__where_there_are_no_colours),
        cmocka_unit_test(theme_apply__takes_the_usual_one__for_the_terminal),
        cmocka_unit_test(choose_language__holds_at_once__and_is_kept),
        cmocka_unit_test(language_labels__name__each_language),
    };
    return cmocka_run_group_tests_name("looks", tests, NULL, NULL);
}
