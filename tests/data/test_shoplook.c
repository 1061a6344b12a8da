/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands at a place, told before anybody goes there; and the shop that is made in an empty
 * place. */
#include "data/shoplook.h"

#include "data/base/fault.h"
#include "data/branch.h"
#include "data/db/migrate.h"
#include "data/move.h"
#include "data/setting.h"
#include "data/shop.h"
#include "tests/data/people.h"
#include "tests/data/place.h"

static const ShopPlan plan = {.name = "Konditorei Emma",
                              .branch = "Markt",
                              .clerk = "Lina",
                              .country_code = "49",
                              .currency = "EUR"};

static ShopLook *look_at(const char *where)
{
    g_autoptr(GError) error = NULL;
    ShopLook *look = shop_look(where, &error);
    expect_done(look != NULL, error);
    return look;
}

static void look__tells_of_a_shop__by_name_and_customers(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    expect_done(setting_set(fixture->db, SETTING_SHOP_NAME, "Emma", &error), error);
    people_add(fixture->db, &people_hilde);
    g_autoptr(ShopLook) look = look_at(fixture->where);
    assert_int_equal(look->kind, LOOK_SHOP);
    assert_string_equal(look->name, "Emma");
    assert_int_equal(look->customers, 1);
    assert_false(look->read_only);
    assert_null(look->moved_to);
    assert_null(look->obstacle);
    assert_string_equal(look->place, db_where(fixture->db));
}

static void look__tells_of_an_empty_place__and_leaves_it_empty(void **state)
{
    Fixture *fixture = *state;
    g_autofree char *where = fixture_free_place(fixture);
    for (int i = 0; i < 2; i++) {
        g_autoptr(ShopLook) look = look_at(where);
        assert_int_equal(look->kind, LOOK_EMPTY);
        assert_string_equal(look->name, "");
        assert_null(look->obstacle);
    }
}

static void look__tells_where_a_shop_was_moved(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autofree char *where = fixture_free_place(fixture);
    g_autofree char *path = g_build_filename(fixture->folder, "first.tresen", NULL);
    expect_done(shop_create(path, &plan, FIXTURE_NOW, &error), error);
    g_autoptr(Shop) shop = shop_open(path, DB_READ_WRITE, NULL, FIXTURE_NOW, &error);
    Moved moved;
    expect_done(shop_move(shop, where, FIXTURE_NOW, NULL, NULL, &moved, &error), error);
    g_autoptr(ShopLook) look = look_at(path);
    assert_string_equal(look->moved_to, moved.place);
    g_free(moved.place);
    g_free(moved.hash);
}

static void look__says_older__when_opening_brings_it_up_to_date(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autofree char *older =
        g_strdup_printf("DELETE FROM migration WHERE version = %d;%s %d", migrate_newest(),
                        db_engine(fixture->db) == DB_SQLITE ? "PRAGMA user_version =" : "SELECT",
                        migrate_newest() - 1);
    expect_done(db_run_script(fixture->db, older, &error), error);
    g_autoptr(ShopLook) look = look_at(fixture->where);
    assert_int_equal(look->kind, LOOK_OLDER);
    assert_null(look->obstacle);
    assert_int_equal(look->customers, 0);
}

static void look__fails_with_a_sentence__where_there_is_no_way(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    bool is_file = db_engine(fixture->db) == DB_SQLITE;
    assert_null(shop_look(
        is_file ? fixture->folder : "host=127.0.0.1 port=1 dbname=x sslmode=disable", &error));
    expect_fault(error, is_file ? FAULT_FOREIGN : FAULT_LINE_DOWN);
}

static void create__makes_the_shop__with_name_branch_and_clerk(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autofree char *where = fixture_free_place(fixture);
    expect_done(shop_create(where, &plan, FIXTURE_NOW, &error), error);
    g_autoptr(Shop) shop = shop_open(where, DB_READ_WRITE, NULL, FIXTURE_NOW, &error);
    expect_done(shop != NULL, error);
    assert_string_equal(shop->name, "Konditorei Emma");
    g_autoptr(GPtrArray) branches =
        record_list(shop->db, &branch_type, "ORDER BY id", DB_NO_VALUES, &error);
    assert_int_equal(branches->len, 1);
    assert_false(shop_create(where, &plan, FIXTURE_NOW, &error));
    expect_fault(error, FAULT_TAKEN);
    people_add(shop->db, &people_hilde);
    people_expect_sound(shop->db);
}

/* Two counters begin at the same moment: one of them makes the shop, the other is told so. */
static void create__makes_one_shop__for_two_counters_at_once(void **state)
{
    enum { COUNTERS = 4 };
    Fixture *fixture = *state;
    g_autofree char *where = fixture_free_place(fixture);
    pid_t children[COUNTERS];
    int made = 0;
    for (int i = 0; i < COUNTERS; i++) {
        children[i] = place_fork();
        if (children[i] == 0) {
            place_leave(shop_create(where, &plan, FIXTURE_NOW, NULL));
        }
    }
    for (int i = 0; i < COUNTERS; i++) {
        made += place_ended_well(children[i]) ? 1 : 0;
    }
    assert_int_equal(made, 1);
    g_autoptr(GError) error = NULL;
    g_autoptr(Shop) shop = shop_open(where, DB_READ_WRITE, NULL, FIXTURE_NOW, &error);
    expect_done(shop != NULL, error);
    gint64 clerks = 0;
    expect_done(
        db_get_int(shop->db, "SELECT count(*) FROM clerk", DB_NO_VALUES, &clerks, NULL, &error),
        error);
    assert_int_equal(clerks, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(look__tells_of_a_shop__by_name_and_customers),
        cmocka_unit_test(look__tells_of_an_empty_place__and_leaves_it_empty),
        cmocka_unit_test(look__tells_where_a_shop_was_moved),
        cmocka_unit_test(look__says_older__when_opening_brings_it_up_to_date),
        cmocka_unit_test(look__fails_with_a_sentence__where_there_is_no_way),
        cmocka_unit_test(create__makes_the_shop__with_name_branch_and_clerk),
        cmocka_unit_test(create__makes_one_shop__for_two_counters_at_once),
    };
    return fixture_for_each_engine("places of shops", tests, G_N_ELEMENTS(tests));
}
