/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying a shop: the same content in another place, all or nothing. */
#include "data/move.h"

#include "data/base/fault.h"
#include "data/db/check.h"
#include "data/db/serverstring.h"
#include "data/demo/demo.h"
#include "data/diary/sums.h"
#include "data/setting.h"
#include "tests/data/people.h"

#include <glib/gstdio.h>
#include <string.h>

enum { CUSTOMERS = 60 };

static const Day the_day = {2026, 11, 21};

/* A shop with a year of everything, taken back and removed things too, in a file of FIXTURE. */
static Shop *demo_shop(const Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(fixture->folder, "demo.tresen", NULL);
    expect_done(demo_make(path, CUSTOMERS, the_day, NULL, NULL, &error), error);
    Shop *shop = shop_open(path, DB_READ_WRITE, fixture->folder, FIXTURE_NOW, &error);
    expect_done(shop != NULL, error);
    Deed *deed = people_begin(shop->db);
    people_add_in(deed, &people_hilde);
    const Who who = people_who(0);
    expect_done(deed_undo(shop->db, &who, people_commit(deed), NULL, &error), error);
    return shop;
}

static void expect_whole(Db *db)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    expect_done(check_database(db, findings, &error), error);
    expect_done(sums_check(db, NULL, NULL, findings, &error), error);
    expect_done(index_check(db, NULL, NULL, findings, &error), error);
    for (guint i = 0; i < findings->len; i++) {
        print_message("%s\n", (char *)g_ptr_array_index(findings, i));
    }
    assert_int_equal(findings->len, 0);
}

static char *content_of(Db *db)
{
    g_autoptr(GError) error = NULL;
    char *content = shop_content(db, &error);
    expect_done(content != NULL, error);
    return content;
}

static void move(Shop *from, const char *to)
{
    g_autoptr(GError) error = NULL;
    Moved moved;
    expect_done(shop_move(from, to, FIXTURE_NOW, NULL, NULL, &moved, &error), error);
    assert_true(moved.rows > 1000);
    assert_int_equal(strlen(moved.hash), 64);
    g_autofree char *place = server_string_strip(to, NULL);
    assert_string_equal(moved.place, place);
    g_free(moved.hash);
    g_free(moved.place);
}

static Shop *opened(const Fixture *fixture, const char *where)
{
    g_autoptr(GError) error = NULL;
    Shop *shop = shop_open(where, DB_READ_WRITE, fixture->folder, FIXTURE_NOW, &error);
    expect_done(shop != NULL, error);
    return shop;
}

/* The ids that come next do not depend on the engine. */
static gint64 next_id(Shop *shop)
{
    return people_add(shop->db, &people_hilde);
}

static void shop_move__carries_everything_there_and_back(void **state)
{
    Fixture *fixture = *state;
    g_autofree char *there = fixture_free_place(fixture);
    g_autofree char *back = g_build_filename(fixture->folder, "back.tresen", NULL);
    g_autoptr(Shop) first = demo_shop(fixture);
    g_autofree char *before = content_of(first->db);
    move(first, there);

    g_autoptr(Shop) second = opened(fixture, there);
    g_autofree char *arrived = content_of(second->db);
    assert_string_equal(arrived, before);
    assert_string_equal(second->name, first->name);
    expect_whole(second->db);
    move(second, back);

    g_autoptr(Shop) third = opened(fixture, back);
    g_autofree char *returned = content_of(third->db);
    assert_string_equal(returned, before);
    expect_whole(third->db);
    /* The one that was added and taken back has had its id. */
    assert_int_equal(next_id(third), CUSTOMERS + 2);
}

static void shop_move__leaves_a_shop_behind__that_refuses_deeds(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autofree char *there = fixture_free_place(fixture);
    g_autoptr(Shop) first = demo_shop(fixture);
    move(first, there);
    const Who who = people_who(0);
    assert_null(deed_begin(first->db, &who, "adding a customer", &error));
    expect_fault(error, FAULT_READ_ONLY);
    assert_non_null(strstr(error->message, "was moved to"));
    g_clear_error(&error);
    Moved moved;
    g_autofree char *other = g_build_filename(fixture->folder, "other.tresen", NULL);
    assert_false(shop_move(first, other, FIXTURE_NOW, NULL, NULL, &moved, &error));
    expect_fault(error, FAULT_REFUSED);
    assert_false(shop_exists(other));
}

static void shop_move__refuses_a_place__that_is_taken(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Shop) first = demo_shop(fixture);
    g_autofree char *before = content_of(first->db);
    Moved moved;
    assert_false(shop_move(first, fixture->where, FIXTURE_NOW, NULL, NULL, &moved, &error));
    expect_fault(error, FAULT_TAKEN);
    g_autofree char *after = content_of(first->db);
    assert_string_equal(after, before);
    assert_int_equal(next_id(first), CUSTOMERS + 2);
}

typedef struct {
    MoveStep step;
    guint calls;
} Stop;

static bool stop_at(MoveStep step, guint done, guint total, gpointer data)
{
    Stop *stop = data;
    (void)done, (void)total;
    return step != stop->step || stop->calls++ < 2;
}

static void shop_move__broken_off__leaves_nothing_there(void **state)
{
    static const MoveStep steps[] = {MOVE_COPIES, MOVE_COMPARES};
    Fixture *fixture = *state;
    g_autofree char *there = fixture_free_place(fixture);
    g_autoptr(Shop) first = demo_shop(fixture);
    g_autofree char *before = content_of(first->db);
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        g_autoptr(GError) error = NULL;
        Stop stop = {.step = steps[i]};
        Moved moved;
        assert_false(shop_move(first, there, FIXTURE_NOW, stop_at, &stop, &moved, &error));
        expect_fault(error, FAULT_CANCELLED);
        g_autofree char *after = content_of(first->db);
        assert_string_equal(after, before);
    }
    /* The place is still free. */
    move(first, there);
}

/* As on a machine where finding takes long to prepare. */
static bool take_long(MoveStep step, guint done, guint total, gpointer data)
{
    bool *is_late = data;
    (void)done, (void)total;
    if (step == MOVE_INDEXES && !*is_late) {
        *is_late = true;
        g_usleep(G_USEC_PER_SEC / 2);
    }
    return true;
}

/* A server ends whoever says nothing for too long in the middle of a change. */
static void shop_move__that_takes_long__keeps_the_shop_it_comes_from(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autofree char *there = fixture_free_place(fixture);
    g_autofree char *back = g_build_filename(fixture->folder, "back.tresen", NULL);
    g_autoptr(Shop) first = demo_shop(fixture);
    bool is_late = false;
    Moved moved;
    move(first, there);
    g_autoptr(Shop) second = opened(fixture, there);
    if (fixture->schema != NULL) {
        expect_done(
            db_run_script(second->db, "SET idle_in_transaction_session_timeout = '100ms'", &error),
            error);
    }
    expect_done(shop_move(second, back, FIXTURE_NOW, take_long, &is_late, &moved, &error), error);
    assert_true(is_late);
    g_free(moved.hash);
    g_free(moved.place);
}

static void shop_copy__makes_the_same_shop_in_a_file__and_changes_nothing(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(fixture->folder, "copy.tresen", NULL);
    people_furnish(fixture->db);
    people_add(fixture->db, &people_hilde);
    g_autofree char *before = shop_content(fixture->db, &error);
    expect_done(shop_copy(fixture->db, path, FIXTURE_NOW, NULL, NULL, &error), error);
    g_autofree char *after = shop_content(fixture->db, &error);
    assert_string_equal(after, before);
    g_autoptr(Db) copy = db_open(path, DB_READ_WRITE, &error);
    expect_done(copy != NULL, error);
    g_autofree char *content = shop_content(copy, &error);
    assert_string_equal(content, before);
    people_expect_sound(copy);
    /* Unlike after a move, the shop goes on. */
    people_add(fixture->db, &(Person){.family = "Danach"});
    assert_false(shop_copy(fixture->db, path, FIXTURE_NOW, NULL, NULL, &error));
    expect_fault(error, FAULT_TAKEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shop_move__carries_everything_there_and_back),
        cmocka_unit_test(shop_move__leaves_a_shop_behind__that_refuses_deeds),
        cmocka_unit_test(shop_move__refuses_a_place__that_is_taken),
        cmocka_unit_test(shop_move__broken_off__leaves_nothing_there),
        cmocka_unit_test(shop_copy__makes_the_same_shop_in_a_file__and_changes_nothing),
        cmocka_unit_test(shop_move__that_takes_long__keeps_the_shop_it_comes_from),
    };
    return fixture_for_each_engine("move", tests, G_N_ELEMENTS(tests));
}
