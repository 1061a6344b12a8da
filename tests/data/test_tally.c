/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Following how many customers a shop has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/customer/customer.h"
#include "data/customer/tally.h"
#include "tests/data/people.h"

/* Fails the test unless the tally says what counting says. */
static void expect_right(Db *db, Tally *tally)
{
    g_autoptr(GError) error = NULL;
    gint64 counted = -1, followed = -1;
    expect_done(customer_count(db, &counted, &error), error);
    expect_done(tally_get(db, tally, &followed, &error), error);
    assert_int_equal(followed, counted);
}

static void count(Db *db, Tally *tally)
{
    g_autoptr(GError) error = NULL;
    expect_done(tally_count(db, tally, &error), error);
}

static void remove_customer(Db *db, gint64 id)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = sheet_load(db, id, &error);
    expect_done(sheet != NULL, error);
    Deed *deed = people_begin(db);
    expect_done(sheet_remove(deed, id, &error), error);
    people_commit(deed);
}

static void tally_get__knows_nothing__before_it_was_counted(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    Tally tally = {0};
    gint64 customers = 7;
    expect_done(tally_get(db, &tally, &customers, &error), error);
    assert_int_equal(customers, -1);
}

static void tally_get__follows__what_deeds_add_remove_and_take_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person person = {.family = "Ott"};
    Tally tally = {0}, late = {0};
    count(db, &tally);
    expect_right(db, &tally);
    gint64 first = people_add(db, &people_hilde);
    gint64 adding = people_last(db, 0);
    expect_right(db, &tally);
    Deed *many = people_begin(db);
    for (int i = 0; i < 20; i++) {
        people_add_in(many, &person);
    }
    people_commit(many);
    expect_right(db, &tally);
    count(db, &late);
    remove_customer(db, first);
    gint64 removing = people_last(db, 0);
    expect_right(db, &tally);
    gint64 back = people_undo(db, removing);
    expect_right(db, &tally);
    people_undo(db, back);
    people_undo(db, people_last(db, 0));
    expect_right(db, &tally);
    expect_right(db, &late);
    assert_true(adding > 0);
}

/* More deeds than are added up anew each time, so that some are settled in between. */
static void tally_get__goes_on__through_thousands_of_deeds(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person person = {.family = "Ott"};
    g_autoptr(GError) error = NULL;
    Tally tally = {0};
    count(db, &tally);
    for (int i = 0; i < 50; i++) {
        people_add(db, &person);
        Who nobody = people_who(0);
        expect_done(db_begin(db, &error), error);
        for (int d = 0; d < 100; d++) {
            g_autofree char *uid = g_strdup_printf("filler %d %d", i, d);
            expect_done(db_run(db, "INSERT INTO deed (uid, verb, at) VALUES ($1, 'x', $2)",
                               DB_VALUES(db_text(uid), db_text(nobody.at)), NULL, &error),
                        error);
        }
        expect_done(db_commit(db, &error), error);
        expect_right(db, &tally);
    }
}

/* On a server a deed may be done after others with later numbers. */
static void tally_get__sees_a_deed__that_was_done_after_later_ones(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person person = {.family = "Ott"};
    g_autoptr(GError) error = NULL;
    Tally tally = {0};
    people_add(db, &person);
    people_add(db, &person);
    gint64 open = people_last(db, 0);
    /* As it looks from outside while it is on its way. */
    expect_done(db_run(db,
                       "UPDATE change SET table_name = 'not yet' WHERE deed_id = $1 AND "
                       "table_name = 'customer'",
                       DB_VALUES(db_int(open)), NULL, &error),
                error);
    people_add(db, &person);
    count(db, &tally);
    tally.before--;
    tally.customers--;
    expect_done(db_run(db,
                       "UPDATE change SET table_name = 'customer' WHERE deed_id = $1 AND "
                       "table_name = 'not yet'",
                       DB_VALUES(db_int(open)), NULL, &error),
                error);
    people_add(db, &person);
    expect_right(db, &tally);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tally_get__knows_nothing__before_it_was_counted),
        cmocka_unit_test(tally_get__follows__what_deeds_add_remove_and_take_back),
        cmocka_unit_test(tally_get__goes_on__through_thousands_of_deeds),
        cmocka_unit_test(tally_get__sees_a_deed__that_was_done_after_later_ones),
    };
    return fixture_for_each_engine("tally", tests, G_N_ELEMENTS(tests));
}
