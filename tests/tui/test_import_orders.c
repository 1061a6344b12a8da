/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over orders on the screen: they are known by their headings. */
#include "tests/tui/desk.h"

#include "tests/data/people.h"
#include "tui/screens/import.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* Orders of Emma's first customer, and of nobody. */
static char *orders_text(Db *db)
{
    g_autofree char *number = NULL;
    assert_true(db_get_text(db, "SELECT number FROM customer ORDER BY id LIMIT 1", DB_NO_VALUES,
                            &number, NULL));
    return g_strdup_printf("Datum;Kunde;Betrag;Artikel;Kasse\n"
                           "02.03.2026 14:05;%s;12,50;Torte;1\n"
                           "03.03.2026;%s;3,20;Brezel;1\n"
                           "04.03.2026;4711-x;3,20;Brezel;2\n",
                           number, number);
}

static gint64 visits(Db *db)
{
    return people_number(db, "SELECT COUNT(*) FROM visit", DB_NO_VALUES);
}

static void import__takes_orders__known_by_their_headings(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    Harness *harness = desk->harness;
    Db *db = desk->emma->shop->db;
    g_autofree char *text = orders_text(db);
    g_autofree char *path = g_build_filename(g_get_home_dir(), "web-orders.csv", NULL);
    g_autofree char *refused = g_build_filename(g_get_home_dir(), "web-orders-refused.csv", NULL);
    gint64 before = visits(db);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    desk_open(desk, &screen_import, NULL);
    harness_type(harness, "web-orders.csv");
    harness_press(harness, "Enter");
    harness_golden(harness, "import-orders");
    /* The headings say it: nothing to change. */
    harness_press(harness, "Right");
    harness_press(harness, "Enter");
    harness_expect(harness, "→ Customer");
    harness_press(harness, "F4");
    harness_golden(harness, "import-orders-done");
    assert_int_equal(visits(db), before + 2);
    harness_press(harness, "Ctrl-Z");
    harness_expect(harness, "taken back");
    assert_int_equal(visits(db), before);
    assert_int_equal(g_unlink(refused), 0);
    g_unlink(path);
}

int main(void)
{
    /* GLib asks once for the home folder: it has to be the test's before anything else. */
    g_autofree char *home = g_dir_make_tmp("tresen-home-XXXXXX", NULL);
    if (home == NULL || setenv("HOME", home, 1) != 0) {
        return EXIT_FAILURE;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(import__takes_orders__known_by_their_headings),
    };
    int failed = cmocka_run_group_tests_name("import_orders", tests, NULL, NULL);
    g_rmdir(home);
    return failed;
}
