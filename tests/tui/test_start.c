/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first start: a shop is made, empty or from a list, or nothing at all is left behind. */
#include "tests/tui/opener.h"

#include "data/customer/customer.h"
#include "data/shop.h"
#include "tests/data/fixture.h"
#include "tui/counter.h"
#include "tui/screens/home.h"
#include "tui/screens/start.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* A home folder with a list in it, and the place where the shop is to be. */
typedef struct {
    char *folder, *path, *list;
    Harness *harness;
    Opener *opener;
} Stage;

static const char list_text[] = "Vorname;Nachname;Telefon;Geburtstag\n"
                                "Hilde;Wagner;0171 2345678;21.11.1956\n"
                                "Kurt;Ott;0421 84220;31.02.1980\n";

static Stage *stage_new(int rows, int cols)
{
    Stage *stage = g_new0(Stage, 1);
    stage->folder = g_strdup(g_get_home_dir());
    stage->path = g_build_filename(stage->folder, "shop", "emma.tresen", NULL);
    stage->list = g_build_filename(stage->folder, "list.csv", NULL);
    assert_true(g_file_set_contents(stage->list, list_text, -1, NULL));
    stage->harness = harness_new(rows, cols, NULL);
    app_set_header(harness_app(stage->harness), NULL, NULL, NULL);
    stage->opener = opener_new(stage->harness);
    opener_open(stage->harness, stage->opener, &screen_start, stage->path);
    return stage;
}

static void stage_free(Stage *stage)
{
    Shop *shop = app_shop(harness_app(stage->harness));
    harness_free(stage->harness);
    shop_close(shop);
    g_unlink(stage->path);
    g_unlink(stage->list);
    g_autofree char *parent = g_path_get_dirname(stage->path);
    g_rmdir(parent);
    g_free(stage->folder);
    g_free(stage->path);
    g_free(stage->list);
    g_free(stage);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stage, stage_free)

static const char *top(const Stage *stage)
{
    return app_top(harness_app(stage->harness))->class->name;
}

static gint64 customers(const Stage *stage)
{
    gint64 count = -1;
    Shop *shop = app_shop(harness_app(stage->harness));
    assert_non_null(shop);
    assert_true(customer_count(shop->db, &count, NULL));
    return count;
}

/* Whether anything is where the shop was to be. */
static bool is_bare(const Stage *stage)
{
    g_autofree char *parent = g_path_get_dirname(stage->path);
    g_autoptr(GDir) dir = g_dir_open(parent, 0, NULL);
    return dir == NULL || g_dir_read_name(dir) == NULL;
}

static void start__offers_the_ways_to_begin(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_golden(stage->harness, "start");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "start-small");
    harness_resize(stage->harness, 30, 120);
    harness_golden(stage->harness, "start-wide");
    assert_true(is_bare(stage));
}

static void start__makes_an_empty_shop(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_press(stage->harness, "Down Down Enter");
    harness_type(stage->harness, "Konditorei Emma");
    harness_press(stage->harness, "Tab");
    harness_type(stage->harness, "Markt");
    harness_press(stage->harness, "Tab");
    harness_type(stage->harness, "Lina");
    harness_golden(stage->harness, "newshop");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "newshop-small");
    assert_true(is_bare(stage));
    /* On to the language, English, and from there. */
    harness_press(stage->harness, "Enter e Enter");
    assert_true(stage->opener->has_result);
    assert_int_equal(customers(stage), 0);
    assert_string_equal(counter_of(&stage->opener->base)->preferences->language, "en");
    const Counter *counter = counter_of(&stage->opener->base);
    assert_string_equal(counter->shop_name, "Konditorei Emma");
    assert_string_equal(counter->branch, "Markt");
    assert_string_equal(counter->clerk, "Lina");
    harness_resize(stage->harness, 24, 80);
    harness_expect(stage->harness, "Konditorei Emma · Markt");
    GStatBuf info;
    assert_int_equal(g_stat(stage->path, &info), 0);
    assert_int_equal(info.st_mode & 0077, 0);
}

static void start__makes_a_shop__with_every_field_empty(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_press(stage->harness, "3 F4");
    assert_true(stage->opener->has_result);
    assert_int_equal(customers(stage), 0);
    assert_string_equal(counter_of(&stage->opener->base)->shop_name, "emma");
}

static void start__can_be_had_in_another_language(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_expect(stage->harness, "Alt-l Sprache / Language");
    harness_resize(stage->harness, 12, 40);
    harness_expect(stage->harness, "Sprache / Language");
    harness_press(stage->harness, "Alt-l Home Enter");
    assert_string_equal(counter_of(&stage->opener->base)->preferences->language, "de");
    assert_string_equal(top(stage), "start");
    /* The form offers what was chosen. */
    harness_press(stage->harness, "3 F4");
    assert_string_equal(counter_of(&stage->opener->base)->preferences->language, "de");
}

static void start__asks__before_the_shops_name_is_lost(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_press(stage->harness, "3");
    harness_type(stage->harness, "Emma");
    harness_press(stage->harness, "Esc");
    harness_expect(stage->harness, "is not saved yet.");
    harness_press(stage->harness, "Enter");
    assert_string_equal(top(stage), "start");
    assert_true(is_bare(stage));
}

static void start__leaves_alone__what_is_there_meanwhile(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    g_autofree char *parent = g_path_get_dirname(stage->path);
    assert_int_equal(g_mkdir(parent, 0700), 0);
    assert_true(g_file_set_contents(stage->path, "somebody else's", -1, NULL));
    harness_press(stage->harness, "3 F4");
    harness_expect(stage->harness, "There is already something at");
    harness_press(stage->harness, "Esc");
    assert_string_equal(top(stage), "newshop");
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(stage->path, &text, NULL, NULL));
    assert_string_equal(text, "somebody else's");
}

static void start__takes_over_a_list__and_is_done(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_press(stage->harness, "2");
    harness_type(stage->harness, "list.csv");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "2 records");
    harness_press(stage->harness, "F4");
    harness_expect(stage->harness, "list.csv is taken over");
    harness_expect(stage->harness, "2  customers added");
    harness_press(stage->harness, "Esc");
    assert_true(stage->opener->has_result);
    assert_int_equal(customers(stage), 2);
}

static void start__leaves_nothing_behind__when_the_import_is_stopped(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    GString *many = g_string_new("Vorname;Nachname;Telefon\n");
    for (int i = 0; i < 3000; i++) {
        g_string_append_printf(many, "Vor%d;Nach%d;0421 %06d\n", i, i, i);
    }
    assert_true(g_file_set_contents(stage->list, many->str, -1, NULL));
    g_string_free(many, TRUE);
    harness_press(stage->harness, "2");
    harness_type(stage->harness, "list.csv");
    harness_press(stage->harness, "Enter");
    harness_hold(stage->harness);
    harness_press_fast(stage->harness, "F4 Esc");
    harness_go_on(stage->harness);
    harness_settle(stage->harness);
    harness_expect(stage->harness, "Cancelled. Nothing was taken over.");
    assert_null(app_shop(harness_app(stage->harness)));
    assert_true(is_bare(stage));
    /* Back at the columns, one can try again. */
    harness_press(stage->harness, "Esc");
    assert_string_equal(top(stage), "importmap");
    harness_press(stage->harness, "F4 Enter");
    harness_press(stage->harness, "Enter");
    assert_true(stage->opener->has_result);
    assert_int_equal(customers(stage), 3000);
}

/* A demo at PATH of the stage's, and the real shop is to be where the stage says. */
static char *offer_demo(const Stage *stage)
{
    Counter *counter = app_data(harness_app(stage->harness));
    char *path = g_build_filename(stage->folder, "demo", "demo.tresen", NULL);
    /* Left by a test that has failed. */
    g_unlink(path);
    g_free(counter->demo_shop);
    counter->demo_shop = g_strdup(path);
    g_free(counter->own_shop);
    counter->own_shop = g_strdup(stage->path);
    return path;
}

static void remove_demo(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    assert_int_equal(g_unlink(path), 0);
    assert_int_equal(g_rmdir(folder), 0);
}

static void start__opens_the_demo__and_leads_out_of_it_again(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    g_autofree char *demo = offer_demo(stage);
    harness_press(stage->harness, "Enter");
    assert_true(stage->opener->has_result);
    assert_true(is_bare(stage));
    assert_int_equal(customers(stage), 250);
    harness_open(stage->harness, &screen_home, NULL);
    harness_golden(stage->harness, "demo-home");
    harness_type(stage->harness, "wagn");
    harness_press(stage->harness, "Enter");
    harness_golden(stage->harness, "demo-card");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "demo-card-small");
    harness_press(stage->harness, "Esc Esc");
    harness_golden(stage->harness, "demo-home-small");
    harness_resize(stage->harness, 24, 80);
    harness_press(stage->harness, "Esc Alt-v");
    assert_string_equal(top(stage), "start");
    assert_null(app_shop(harness_app(stage->harness)));
    harness_expect(stage->harness, "Welcome to Tresen");
    assert_false(harness_shows(stage->harness, "DEMO"));
    /* Back in, as it was left, and out into a shop that is there by now. */
    harness_press(stage->harness, "1");
    assert_string_equal(top(stage), "home");
    harness_expect(stage->harness, "DEMO · Konditorei Emma · Markt");
    const ShopPlan plan = {.name = "Echt", .clerk = "Ida", .country_code = "49", .currency = "EUR"};
    assert_true(shop_create(stage->path, &plan, "2026-11-21T09:00:00Z", NULL));
    harness_press(stage->harness, "Alt-v");
    assert_string_equal(top(stage), "home");
    assert_int_equal(customers(stage), 0);
    harness_expect(stage->harness, "Echt");
    assert_false(harness_shows(stage->harness, "DEMO"));
    harness_press(stage->harness, "Alt-v");
    assert_int_equal(customers(stage), 0);
    remove_demo(demo);
}

static void start__stays__when_the_demo_is_stopped(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    g_autofree char *demo = offer_demo(stage);
    g_autofree char *folder = g_path_get_dirname(demo);
    /* The second key comes before the worker begins. */
    harness_hold(stage->harness);
    harness_press_fast(stage->harness, "1 Esc");
    harness_go_on(stage->harness);
    harness_settle(stage->harness);
    harness_expect(stage->harness, "Cancelled. No demo shop was made.");
    assert_null(app_shop(harness_app(stage->harness)));
    harness_press(stage->harness, "Esc");
    assert_string_equal(top(stage), "start");
    assert_int_equal(g_rmdir(folder), 0);
}

static void start__says_why__when_the_demo_cannot_be_made(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    g_autofree char *demo = offer_demo(stage);
    g_autofree char *folder = g_path_get_dirname(demo);
    assert_true(g_file_set_contents(folder, "in the way", -1, NULL));
    harness_press(stage->harness, "1");
    harness_expect(stage->harness, "There is no demo shop");
    harness_expect(stage->harness, "cannot be made");
    harness_resize(stage->harness, 12, 40);
    harness_expect(stage->harness, "There is no demo shop");
    /* Out of the way, it goes. */
    g_unlink(folder);
    harness_press(stage->harness, "Enter");
    assert_true(stage->opener->has_result);
    remove_demo(demo);
}

static void start__gives_the_shop_to_home(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    /* As the program does it, with home below. */
    harness_press(stage->harness, "3 F4");
    harness_open(stage->harness, &screen_home, NULL);
    assert_string_equal(top(stage), "home");
    harness_press(stage->harness, "F2");
    assert_string_equal(top(stage), "edit");
}

int main(void)
{
    /* GLib asks once for the home folder: it has to be the test's before anything else. */
    g_autoptr(GError) error = NULL;
    g_autofree char *home = g_dir_make_tmp("tresen-home-XXXXXX", &error);
    if (home == NULL || setenv("HOME", home, 1) != 0) {
        return EXIT_FAILURE;
    }
    unsetenv("XDG_CONFIG_HOME");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(start__offers_the_ways_to_begin),
        cmocka_unit_test(start__makes_an_empty_shop),
        cmocka_unit_test(start__makes_a_shop__with_every_field_empty),
        cmocka_unit_test(start__can_be_had_in_another_language),
        cmocka_unit_test(start__asks__before_the_shops_name_is_lost),
        cmocka_unit_test(start__leaves_alone__what_is_there_meanwhile),
        cmocka_unit_test(start__takes_over_a_list__and_is_done),
        cmocka_unit_test(start__leaves_nothing_behind__when_the_import_is_stopped),
        cmocka_unit_test(start__opens_the_demo__and_leads_out_of_it_again),
        cmocka_unit_test(start__stays__when_the_demo_is_stopped),
        cmocka_unit_test(start__says_why__when_the_demo_cannot_be_made),
        cmocka_unit_test(start__gives_the_shop_to_home),
    };
    int failed = cmocka_run_group_tests_name("start", tests, NULL, NULL);
    g_rmdir(home);
    return failed;
}
