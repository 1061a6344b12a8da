/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing where the shop is: looked at first, then gone to, and remembered. */
#include "tests/tui/desk.h"

#include "data/customer/customer.h"
#include "data/db/serverstring.h"
#include "data/setting.h"
#include "tests/data/fixture.h"
#include "tui/counter.h"
#include "tui/screens/home.h"
#include "tui/screens/start.h"

#include <glib/gstdio.h>
#include <string.h>

static const ShopPlan plan = {
    .name = "Echt", .clerk = "Ida", .country_code = "49", .currency = "EUR"};

/* From home. */
static void open_place(Desk *desk)
{
    harness_press(desk->harness, "Ctrl-T");
    harness_press(desk->harness, "End Up Up Up Enter");
    assert_string_equal(desk_top(desk), "shopplace");
}

/* Emma's shop with the page over settings and home. */
static Desk *desk_at_place(int rows, int cols)
{
    Desk *desk = g_new0(Desk, 1);
    desk->emma = emma_new();
    desk->harness = harness_new(rows, cols, desk->emma->shop);
    harness_open(desk->harness, &screen_home, NULL);
    open_place(desk);
    return desk;
}

/* The shop is another one by now: the desk frees that. */
static void take_shop(Desk *desk)
{
    desk->emma->shop = app_shop(harness_app(desk->harness));
}

static Counter *counter_at(const Desk *desk)
{
    return app_data(harness_app(desk->harness));
}

static char *other_path(const Desk *desk)
{
    return g_build_filename(desk->emma->folder, "other.tresen", NULL);
}

/* Types PLACE over what stands in the box, and looks. */
static void look_at(Desk *desk, const char *place)
{
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, place);
    harness_press(desk->harness, "Enter");
}

static void place__explains_itself__and_fits(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_at_place(24, 80);
    harness_golden(desk->harness, "shopplace");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "shopplace-small");
    harness_resize(desk->harness, 20, 60);
    harness_expect(desk->harness, "Now: on this computer");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Please type where the shop is");
    harness_press(desk->harness, "Esc");
    assert_string_equal(desk_top(desk), "settings");
    assert_null(counter_at(desk)->preferences->shop);
}

static void place__with_a_shop__is_gone_to_and_remembered(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_at_place(24, 80);
    g_autofree char *path = other_path(desk);
    g_autoptr(GError) error = NULL;
    expect_done(shop_create(path, &plan, "2026-11-21T09:00:00Z", &error), error);
    look_at(desk, path);
    harness_expect(desk->harness, "There is the shop “Echt” with 0 customers.");
    /* Nothing has happened yet. */
    assert_ptr_equal(app_shop(harness_app(desk->harness)), desk->emma->shop);
    harness_press(desk->harness, "Enter");
    take_shop(desk);
    assert_string_equal(desk_top(desk), "home");
    assert_string_equal(desk->emma->shop->name, "Echt");
    g_autofree char *header = harness_line(desk->harness, 0);
    assert_true(g_str_has_prefix(header, " Echt"));
    g_autoptr(Preferences) later = preferences_read(counter_at(desk)->config_folder);
    assert_string_equal(later->shop, path);
    assert_string_equal(counter_at(desk)->own_shop, path);
}

static void place__of_this_computer__is_one_key_away(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_at_place(24, 80);
    g_autofree char *path = other_path(desk);
    g_autoptr(GError) error = NULL;
    expect_done(preferences_set_shop(counter_at(desk)->preferences, "service=x", &error), error);
    expect_done(shop_create(path, &plan, "2026-11-21T09:00:00Z", &error), error);
    counter_at(desk)->local_shop = g_strdup(path);
    harness_press(desk->harness, "Alt-p");
    harness_expect(desk->harness, "There is the shop “Echt”");
    harness_press(desk->harness, "Enter");
    take_shop(desk);
    assert_string_equal(desk->emma->shop->name, "Echt");
    g_autoptr(Preferences) later = preferences_read(counter_at(desk)->config_folder);
    assert_null(later->shop);
}

static void place__without_a_shop__gets_a_new_one(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_at_place(24, 80);
    g_autofree char *path = other_path(desk);
    look_at(desk, path);
    harness_expect(desk->harness, "There is no shop there yet.");
    assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "newshop");
    harness_type(desk->harness, "Filiale");
    harness_press(desk->harness, "F4");
    take_shop(desk);
    assert_string_equal(desk_top(desk), "home");
    assert_string_equal(desk->emma->shop->name, "Filiale");
    assert_string_equal(counter_at(desk)->preferences->shop, path);
}

static void place__gets_the_shop_with_all_that_is_in_it(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_at_place(24, 80);
    g_autofree char *path = other_path(desk);
    gint64 before = 0, after = 0;
    assert_true(customer_count(desk->emma->shop->db, &before, NULL));
    look_at(desk, path);
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Carry the shop there with everything in it?");
    harness_press(desk->harness, "Esc");
    assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
    harness_press(desk->harness, "F4 Enter");
    take_shop(desk);
    assert_string_equal(desk_top(desk), "home");
    assert_string_equal(desk->emma->shop->where, path);
    assert_true(customer_count(desk->emma->shop->db, &after, NULL));
    assert_int_equal(after, before);
    assert_string_equal(counter_at(desk)->preferences->shop, path);
    /* What was left behind says where it went. */
    open_place(desk);
    look_at(desk, desk->emma->path);
    harness_expect(desk->harness, "It was moved to");
}

static void place__stays__when_carrying_is_stopped(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_at_place(24, 80);
    g_autofree char *path = other_path(desk);
    look_at(desk, path);
    harness_press(desk->harness, "F4");
    harness_hold(desk->harness);
    harness_press_fast(desk->harness, "Enter Esc");
    harness_go_on(desk->harness);
    harness_settle(desk->harness);
    assert_string_equal(desk_top(desk), "shopplace");
    assert_ptr_equal(app_shop(harness_app(desk->harness)), desk->emma->shop);
    assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
    assert_null(counter_at(desk)->preferences->shop);
    g_autofree char *moved_to = NULL;
    assert_true(setting_get(desk->emma->shop->db, SETTING_MOVED_TO, NULL, &moved_to, NULL));
    assert_null(moved_to);
}

static void place__that_is_no_shop__is_told_and_left(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_at_place(24, 80);
    look_at(desk, desk->emma->folder);
    harness_expect(desk->harness, "is a folder");
    /* Enter looks again, as nothing can be gone to. */
    harness_press(desk->harness, "Enter F4");
    assert_string_equal(desk_top(desk), "shopplace");
    assert_ptr_equal(app_shop(harness_app(desk->harness)), desk->emma->shop);
    /* What is typed anew takes the answer away. */
    harness_type(desk->harness, "x");
    assert_false(harness_shows(desk->harness, "is a folder"));
}

static void place__takes_no_password(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_at_place(24, 80);
    look_at(desk, "kasse:geheim@laden/tresen");
    harness_expect(desk->harness, "Please leave out the password");
    assert_null(counter_at(desk)->preferences->shop);
}

static void place__stands_hostile_names(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_at_place(12, 40);
    g_autofree char *path = other_path(desk);
    g_autofree char *name = g_strnfill(300, 'W');
    const ShopPlan hostile = {.name = name, .country_code = "49", .currency = "EUR"};
    assert_true(shop_create(path, &hostile, "2026-11-21T09:00:00Z", NULL));
    look_at(desk, path);
    harness_expect(desk->harness, "There is the shop");
    harness_press(desk->harness, "Enter");
    take_shop(desk);
    assert_string_equal(desk->emma->shop->name, name);
}

/* ---- a server ---- */

static void place__on_a_server__is_looked_at_filled_and_gone_to(void **state)
{
    (void)state;
    g_autoptr(Fixture) fixture = fixture_postgres();
    if (fixture == NULL) {
        skip();
    }
    g_autofree char *where = fixture_free_place(fixture);
    g_autoptr(Desk) desk = desk_at_place(24, 80);
    gint64 before = 0, after = 0;
    assert_true(customer_count(desk->emma->shop->db, &before, NULL));
    look_at(desk, where);
    harness_expect(desk->harness, "You can carry yours there");
    harness_press(desk->harness, "F4 Enter");
    take_shop(desk);
    assert_int_equal(db_engine(desk->emma->shop->db), DB_POSTGRESQL);
    assert_true(customer_count(desk->emma->shop->db, &after, NULL));
    assert_int_equal(after, before);
    assert_string_equal(counter_at(desk)->preferences->shop, where);
    assert_string_equal(desk_top(desk), "home");
    g_clear_pointer(&desk, desk_free);
    /* A second counter has nothing yet, and finds it there. */
    g_autoptr(Harness) second = harness_new(24, 80, NULL);
    Opener *opener = opener_new(second);
    opener_open(second, opener, &screen_start, "/nowhere/shop.tresen");
    harness_press(second, "4");
    harness_type(second, where);
    harness_press(second, "Enter");
    harness_expect(second, "There is the shop");
    harness_press(second, "Enter");
    assert_true(opener->has_result);
    Shop *shop = app_shop(harness_app(second));
    assert_int_equal(db_engine(shop->db), DB_POSTGRESQL);
    g_clear_pointer(&second, harness_free);
    shop_close(shop);
}

static void place__on_an_empty_server__begins_a_shop_there(void **state)
{
    (void)state;
    g_autoptr(Fixture) fixture = fixture_postgres();
    if (fixture == NULL) {
        skip();
    }
    g_autofree char *where = fixture_free_place(fixture);
    g_autoptr(Harness) harness = harness_new(24, 80, NULL);
    Opener *opener = opener_new(harness);
    opener_open(harness, opener, &screen_start, where);
    harness_expect(harness, "in the database");
    harness_press(harness, "3");
    harness_type(harness, "Am Server");
    harness_press(harness, "F4");
    assert_true(opener->has_result);
    Shop *shop = app_shop(harness_app(harness));
    assert_string_equal(shop->name, "Am Server");
    assert_int_equal(db_engine(shop->db), DB_POSTGRESQL);
    g_clear_pointer(&harness, harness_free);
    shop_close(shop);
}

int main(void)
{
    const char *server = g_getenv("TRESEN_TEST_PG");
    if (server != NULL) {
        /* A place that is typed has no password. */
        g_autofree char *password = NULL;
        g_autofree char *place = server_string_strip(server, &password);
        g_setenv("TRESEN_TEST_PG", place, TRUE);
        g_setenv("PGPASSWORD", password != NULL ? password : "", TRUE);
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(place__explains_itself__and_fits),
        cmocka_unit_test(place__with_a_shop__is_gone_to_and_remembered),
        cmocka_unit_test(place__of_this_computer__is_one_key_away),
        cmocka_unit_test(place__without_a_shop__gets_a_new_one),
        cmocka_unit_test(place__gets_the_shop_with_all_that_is_in_it),
        cmocka_unit_test(place__stays__when_carrying_is_stopped),
        cmocka_unit_test(place__that_is_no_shop__is_told_and_left),
        cmocka_unit_test(place__takes_no_password),
        cmocka_unit_test(place__stands_hostile_names),
        cmocka_unit_test(place__on_a_server__is_looked_at_filled_and_gone_to),
        cmocka_unit_test(place__on_an_empty_server__begins_a_shop_there),
    };
    return cmocka_run_group_tests_name("where the shop is", tests, NULL, NULL);
}
