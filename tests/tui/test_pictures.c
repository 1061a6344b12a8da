/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screens of the demo shop on 21 November 2026, in German and English: the golden screens that
 * the pictures of README and handbook are made from. */
#include "tests/data/fixture.h"
#include "tests/tui/harness.h"

#include "data/demo/demo.h"
#include "tui/counter.h"
#include "tui/screens/home.h"
#include "tui/screens/import.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define NOW "2026-11-21T13:32:00Z"

enum { CUSTOMERS = 250, ROWS = 24, COLS = 80 };

/* Where the demo shop lies, made once. */
typedef struct {
    char *folder, *path;
} Gallery;

/* A picture: what is pressed on home to get there, then which screen is opened over it. Words of
 * KEYS are keys as in harness_press; one that begins with "~" is typed, with "_" for blanks. */
typedef struct {
    const char *name;
    const char *keys;
    const char *screen;
    const char *then; /* keys on that screen; NULL: none */
    int rows, cols;   /* 0: the usual ones */
} Scene;

static const Scene scenes[] = {
    {.name = "home"},
    {.name = "matches", .keys = "~mül"},
    {.name = "wide", .keys = "~wag", .rows = 28, .cols = 120},
    {.name = "card", .keys = "~hilde Enter"},
    {.name = "note", .keys = "~hilde Enter n ~mag_Mohnkuchen"},
    {.name = "people", .keys = "~hilde Enter p"},
    {.name = "edit", .keys = "F2 ~Hilde Enter ~Wagner Enter"},
    {.name = "discreet", .keys = "F12"},
    {.name = "customers", .keys = "F7"},
    {.name = "clerk", .keys = "F8"},
    {.name = "bin", .keys = "~hilde Enter Down Delete Esc", .screen = "bin"},
    {.name = "settings", .screen = "settings"},
    {.name = "kinds", .screen = "kinds"},
    {.name = "looks", .screen = "looks", .then = "Down"},
    {.name = "keylist", .screen = "keylist"},
    {.name = "help", .keys = "~hilde Enter F1"},
};

static const char *const languages[] = {"de", "en"};

static int gallery_setup(void **state)
{
    g_autoptr(GError) error = NULL;
    Gallery *gallery = g_new0(Gallery, 1);
    const Day today = {.year = 2026, .month = 11, .day = 21};
    gallery->folder = fixture_folder();
    gallery->path = g_build_filename(gallery->folder, "demo.tresen", NULL);
    expect_done(demo_make(gallery->path, CUSTOMERS, today, NULL, NULL, &error), error);
    *state = gallery;
    return 0;
}

static int gallery_teardown(void **state)
{
    Gallery *gallery = *state;
    fixture_remove_folder(gallery->folder);
    g_free(gallery->path);
    g_free(gallery);
    return 0;
}

static void speak(const char *language)
{
    const char *build = getenv("top_builddir");
    g_autofree char *folder = g_build_filename(build ? build : ".", "po", NULL);
    g_setenv("LANGUAGE", language, TRUE);
    bindtextdomain("tresen", folder);
    bind_textdomain_codeset("tresen", "UTF-8");
    textdomain("tresen");
    /* The catalogue is looked for anew after this. */
    setlocale(LC_MESSAGES, "C.UTF-8");
}

static void act(Harness *harness, const char *keys)
{
    g_auto(GStrv) words = g_strsplit(keys, " ", -1);
    for (gsize i = 0; words[i]; i++) {
        if (words[i][0] == '~') {
            harness_type(harness, g_strdelimit(words[i] + 1, "_", ' '));
        } else {
            harness_press(harness, words[i]);
        }
    }
}

/* In a theme that gives each area colours of its own, so that they can be told apart. */
static void colour(Harness *harness)
{
    g_autoptr(Theme) theme = theme_builtin("light");
    app_set_theme(harness_app(harness), theme);
}

static void take(Harness *harness, const char *language, const char *name)
{
    colour(harness);
    g_autofree char *golden = g_strdup_printf("pictures/%s-%s", language, name);
    harness_picture(harness, golden);
}

/* The demo shop in a copy of its own, so that no scene sees what another one did. */
static Shop *open_copy(const Gallery *gallery)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(gallery->folder, "scene.tresen", NULL);
    g_autofree char *content = NULL;
    gsize length = 0;
    expect_done(g_file_get_contents(gallery->path, &content, &length, &error), error);
    expect_done(g_file_set_contents(path, content, (gssize)length, &error), error);
    Shop *shop = shop_open(path, DB_READ_WRITE, gallery->folder, NOW, &error);
    expect_done(shop != NULL, error);
    return shop;
}

static void show_scene(const Gallery *gallery, const Scene *scene, const char *language)
{
    g_autoptr(Shop) shop = open_copy(gallery);
    g_autoptr(Harness) harness = harness_new(scene->rows > 0 ? scene->rows : ROWS,
                                             scene->cols > 0 ? scene->cols : COLS, shop);
    counter_show(harness_app(harness));
    harness_open(harness, &screen_home, NULL);
    if (scene->keys) {
        act(harness, scene->keys);
    }
    if (scene->screen) {
        const ScreenClass *class = screen_class(scene->screen);
        assert_non_null(class);
        harness_open(harness, class, NULL);
    }
    if (scene->then) {
        act(harness, scene->then);
    }
    take(harness, language, scene->name);
}

static void gallery__shows_the_demo_shop(void **state)
{
    const Gallery *gallery = *state;
    for (gsize i = 0; i < G_N_ELEMENTS(languages); i++) {
        speak(languages[i]);
        for (gsize j = 0; j < G_N_ELEMENTS(scenes); j++) {
            show_scene(gallery, &scenes[j], languages[i]);
        }
    }
}

static void gallery__shows_the_first_start(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(languages); i++) {
        speak(languages[i]);
        g_autoptr(Harness) harness = harness_new(ROWS, COLS, NULL);
        app_set_header(harness_app(harness), NULL, NULL, NULL);
        harness_open(harness, screen_class("start"), "/home/emma/.local/share/tresen/shop.tresen");
        take(harness, languages[i], "start");
    }
}

static void gallery__shows_how_a_list_is_taken_over(void **state)
{
    const Gallery *gallery = *state;
    const char *source = getenv("top_srcdir");
    g_autofree char *path =
        g_build_filename(source ? source : ".", "tests", "fixtures", "stammkunden.csv", NULL);
    const ImportArg arg = {.path = path};
    for (gsize i = 0; i < G_N_ELEMENTS(languages); i++) {
        speak(languages[i]);
        g_autoptr(Shop) shop = open_copy(gallery);
        g_autoptr(Harness) harness = harness_new(ROWS, COLS, shop);
        counter_show(harness_app(harness));
        harness_open(harness, screen_class("importmap"), &arg);
        take(harness, languages[i], "import");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gallery__shows_the_demo_shop),
        cmocka_unit_test(gallery__shows_the_first_start),
        cmocka_unit_test(gallery__shows_how_a_list_is_taken_over),
    };
    return cmocka_run_group_tests_name("pictures", tests, gallery_setup, gallery_teardown);
}
