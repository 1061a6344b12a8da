/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Killed at any moment, a shop is there as a whole or not at all, and so is each save. */
#include "tests/data/people.h"

#include "data/customer/factkind.h"
#include "data/shop.h"
#include "tests/data/place.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { KILLS = 25, SAVED_AT_ONCE = 40 };

static const ShopPlan emma = {.name = "Konditorei Emma",
                              .branch = "Markt",
                              .clerk = "Lina",
                              .country_code = "49",
                              .currency = "EUR"};
static const Person hilde = {
    .given = "Hilde",
    .family = "Wagner",
    .phone = "0421 84220",
    .email = "hilde@example.org",
    .birthday = "1956-05-03",
    .partner = "Kurt",
    .partner_birthday = "--02-29",
    .facts = "allergy: Nüsse",
};

typedef struct {
    char *folder, *path;
    GRand *chance;
} Place;

static int make_place(void **state)
{
    Place *place = g_new0(Place, 1);
    place->folder = fixture_folder();
    place->path = g_build_filename(place->folder, "shop.tresen", NULL);
    place->chance = g_rand_new_with_seed(9);
    *state = place;
    return 0;
}

static int remove_place(void **state)
{
    Place *place = *state;
    fixture_remove_folder(place->folder);
    g_free(place->path);
    g_rand_free(place->chance);
    g_free(place);
    return 0;
}

static Db *open_shop(const Place *place)
{
    g_autoptr(GError) error = NULL;
    Db *db = db_open(place->path, DB_READ_WRITE, &error);
    expect_done(db != NULL, error);
    return db;
}

static gint64 count(Db *db, const char *sql)
{
    g_autoptr(GError) error = NULL;
    gint64 number = -1;
    bool done = db_get_int(db, sql, DB_NO_VALUES, &number, NULL, &error);
    expect_done(done, error);
    return number;
}

/* Runs WORK in a process that is killed at a random moment of TIME microseconds or soon after. */
static void kill_at_random(Place *place, void (*work)(const Place *place), gint64 time)
{
    gint64 end =
        g_get_monotonic_time() + g_rand_int_range(place->chance, 0, (gint32)(time * 5 / 4) + 1);
    guint32 seed = g_rand_int(place->chance);
    int status = 0;
    pid_t child = place_fork();
    if (child == 0) {
        g_random_set_seed(seed); /* else each process would give its deeds the same uids */
        g_setenv("CMOCKA_TEST_ABORT", "1", TRUE);
        work(place);
        _exit(0);
    }
    g_usleep((gulong)MAX(end - g_get_monotonic_time(), 0));
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL : WEXITSTATUS(status) == 0);
}

static gint64 duration(const Place *place, void (*work)(const Place *place))
{
    gint64 start = g_get_monotonic_time();
    work(place);
    return g_get_monotonic_time() - start;
}

static void create(const Place *place)
{
    if (!shop_create(place->path, &emma, FIXTURE_NOW, NULL)) {
        abort();
    }
}

static void shop_create__is_all_or_nothing__when_killed(void **state)
{
    Place *place = *state;
    gint64 time = duration(place, create);
    for (guint i = 0; i < KILLS; i++) {
        g_unlink(place->path);
        kill_at_random(place, create, time);
        if (shop_exists(place->path)) {
            g_autoptr(GError) error = NULL;
            g_autoptr(Db) db = open_shop(place);
            g_autoptr(GPtrArray) kinds = fact_kind_list(db, &error);
            assert_int_equal(kinds->len, 15);
            assert_int_equal(count(db, "SELECT count(*) FROM clerk"), 1);
            people_expect_sound(db);
        }
    }
    /* The next one tidies up. */
    g_unlink(place->path);
    create(place);
    g_autoptr(GDir) dir = g_dir_open(place->folder, 0, NULL);
    assert_string_equal(g_dir_read_name(dir), "shop.tresen");
    assert_null(g_dir_read_name(dir));
}

static void save_one_after_another(const Place *place)
{
    g_autoptr(Db) db = open_shop(place);
    for (guint i = 0; i < 4; i++) {
        people_add(db, &hilde);
    }
}

static void save_many_at_once(const Place *place)
{
    g_autoptr(Db) db = open_shop(place);
    Deed *deed = people_begin(db);
    for (guint i = 0; i < SAVED_AT_ONCE; i++) {
        people_add_in(deed, &hilde);
    }
    people_commit(deed);
}

/* Whoever is there is there as a whole, with the deed; the number of customers. */
static gint64 expect_whole_customers(const Place *place)
{
    g_autoptr(Db) db = open_shop(place);
    gint64 customers = count(db, "SELECT count(*) FROM customer");
    people_expect_sound(db);
    assert_int_equal(count(db, "SELECT count(*) FROM contact"), 2 * customers);
    assert_int_equal(count(db, "SELECT count(*) FROM fact"), customers);
    assert_int_equal(count(db, "SELECT count(*) FROM occasion"), 2 * customers);
    assert_int_equal(count(db, "SELECT count(*) FROM lookup_doc"), customers);
    assert_int_equal(count(db, "SELECT coalesce(sum(last_id - first_id + 1), 0) FROM change WHERE "
                               "table_name = 'customer'"),
                     customers);
    return customers;
}

static void sheet_save__is_all_or_nothing__when_killed(void **state)
{
    Place *place = *state;
    create(place);
    gint64 time = duration(place, save_one_after_another), before = expect_whole_customers(place);
    assert_int_equal(before, 4);
    for (guint i = 0; i < KILLS; i++) {
        kill_at_random(place, save_one_after_another, time);
        gint64 after = expect_whole_customers(place);
        assert_true(after >= before && after <= before + 4);
        before = after;
    }
}

static void deed_commit__is_all_or_nothing__when_killed_in_a_long_deed(void **state)
{
    Place *place = *state;
    create(place);
    gint64 time = duration(place, save_many_at_once);
    for (guint i = 0; i < KILLS; i++) {
        kill_at_random(place, save_many_at_once, time);
        assert_int_equal(expect_whole_customers(place) % SAVED_AT_ONCE, 0);
    }
}

#define kill_test(function) cmocka_unit_test_setup_teardown(function, make_place, remove_place)

int main(void)
{
    const struct CMUnitTest tests[] = {
        kill_test(shop_create__is_all_or_nothing__when_killed),
        kill_test(sheet_save__is_all_or_nothing__when_killed),
        kill_test(deed_commit__is_all_or_nothing__when_killed_in_a_long_deed),
    };
    return cmocka_run_group_tests_name("kill", tests, NULL, NULL);
}
