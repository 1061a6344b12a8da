/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of the schema: each whole or not at all, each once. This test brings steps of its own, in
 * place of the program's. */
#include "data/db/migrate.h"

#include "data/base/fault.h"
#include "data/db/migrations.h"
#include "tests/data/fixture.h"
#include "tests/data/place.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NEWEST = 4, TOGETHER = 4 };

/* Step 3 fails in its last statement when the table "trap" holds a number below zero. */
const Migration migrations[] = {
    {1, "base", NULL,
     "CREATE TABLE migration (version {{int}} NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at "
     "TEXT NOT NULL) {{table}};"
     "CREATE TABLE IF NOT EXISTS trap (x {{int}}) {{table}};"},
    {2, "a", NULL,
     "CREATE TABLE a (id {{id}}, x {{int}}) {{table}};\n-- A comment; with a semicolon.\nINSERT "
     "INTO a (x) VALUES (1);"},
    {3, "b", NULL,
     "CREATE TABLE b (x {{int}} CHECK (x >= 0)) {{table}}; UPDATE a SET x = 2; INSERT INTO b (x) "
     "SELECT x FROM trap;"},
    {4, "c", "postgresql", "CREATE TABLE c (engine TEXT); INSERT INTO c VALUES ('postgresql');"},
    {4, "c", "sqlite", "CREATE TABLE c (engine TEXT) STRICT; INSERT INTO c VALUES ('sqlite');"},
};
const unsigned migrations_count = G_N_ELEMENTS(migrations);

static gint64 number(Db *db, const char *sql)
{
    g_autoptr(GError) error = NULL;
    gint64 value = -1;

    expect_done(db_get_int(db, sql, DB_NO_VALUES, &value, NULL, &error), error);
    return value;
}

static void run(Db *db, const char *sql)
{
    g_autoptr(GError) error = NULL;

    expect_done(db_run_script(db, sql, &error), error);
}

static int version(Db *db)
{
    g_autoptr(GError) error = NULL;
    int found = migrate_version(db, &error);

    assert_null(error);
    return found;
}

/* Makes the place empty again, but for the trap with one number. */
static void start_anew(Db *db, const char *trapped)
{
    g_autofree char *insert =
        g_strdup_printf("DELETE FROM trap; INSERT INTO trap VALUES (%s)", trapped);

    run(db, "DROP TABLE a; DROP TABLE b; DROP TABLE c; DROP TABLE migration");
    if (db_engine(db) == DB_SQLITE) {
        run(db, "PRAGMA user_version = 0");
    }
    run(db, insert);
    assert_int_equal(version(db), 0);
}

static void migrate_run__on_an_empty_place__takes_every_step_once(void **state)
{
    const Fixture *fixture = *state;
    Db *db = fixture->db;
    g_autoptr(GError) error = NULL;
    g_autofree char *engine = NULL;

    assert_int_equal(migrate_newest(), NEWEST);
    assert_int_equal(version(db), NEWEST);
    assert_true(number(db, "SELECT count(*) FROM migration WHERE applied_at = '" FIXTURE_NOW "'") ==
                NEWEST);
    assert_true(number(db, "SELECT count(*) FROM migration WHERE name = 'b' AND version = 3") == 1);
    expect_done(db_get_text(db, "SELECT engine FROM c", DB_NO_VALUES, &engine, &error), error);
    assert_string_equal(engine, db_engine(db) == DB_SQLITE ? "sqlite" : "postgresql");
    expect_done(migrate_run(db, "2027-01-01T00:00:00Z", &error), error);
    assert_true(number(db, "SELECT count(*) FROM migration WHERE applied_at = '" FIXTURE_NOW "'") ==
                NEWEST);
    if (db_engine(db) == DB_SQLITE) {
        assert_true(number(db, "PRAGMA application_id") == 0x54524553);
    }
}

static void migrate_run__with_a_step_that_fails__stays_before_it_and_goes_on_later(void **state)
{
    const Fixture *fixture = *state;
    Db *db = fixture->db;
    g_autoptr(GError) error = NULL, later = NULL;

    start_anew(db, "-1");
    assert_false(migrate_run(db, FIXTURE_NOW, &error));
    expect_fault(error, FAULT_REFUSED);
    assert_false(db_in_transaction(db));
    assert_int_equal(version(db), 2);
    assert_true(number(db, "SELECT max(version) FROM migration") == 2);
    assert_true(number(db, "SELECT x FROM a") == 1);

    run(db, "UPDATE trap SET x = 5");
    expect_done(migrate_run(db, FIXTURE_NOW, &later), later);
    assert_int_equal(version(db), NEWEST);
    assert_true(number(db, "SELECT x FROM a") == 2);
    assert_true(number(db, "SELECT x FROM b") == 5);
}

/* The numbers of deleted rows are not given again. */
static void migrate_run__makes_keys__that_never_come_again(void **state)
{
    const Fixture *fixture = *state;

    run(fixture->db, "DELETE FROM a; INSERT INTO a (x) VALUES (7)");
    assert_true(number(fixture->db, "SELECT id FROM a") == 2);
}

/* A program that opens the shop as it is and brings it up to date. */
static bool migrate_alone(const char *where)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = db_open(where, DB_READ_WRITE, &error);
    bool done = db != NULL && migrate_run(db, FIXTURE_NOW, &error);

    if (!done) {
        fprintf(stderr, "%s\n", error->message);
    }
    return done;
}

static void migrate_run__by_several_programs_at_once__takes_each_step_once(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    pid_t children[TOGETHER];

    /* Back to version 1, which is a shop and can be opened. */
    run(fixture->db,
        "DROP TABLE a; DROP TABLE b; DROP TABLE c; DELETE FROM migration WHERE version > 1");
    if (db_engine(fixture->db) == DB_SQLITE) {
        run(fixture->db, "PRAGMA user_version = 1");
    }
    g_clear_pointer(&fixture->db, db_close);
    for (int i = 0; i < TOGETHER; i++) {
        children[i] = place_fork();
        if (children[i] == 0) {
            place_leave(migrate_alone(fixture->where));
        }
    }
    for (int i = 0; i < TOGETHER; i++) {
        assert_true(place_ended_well(children[i]));
    }
    fixture->db = db_open(fixture->where, DB_READ_WRITE, &error);
    expect_done(fixture->db != NULL, error);
    assert_true(number(fixture->db, "SELECT count(*) FROM migration") == NEWEST);
    assert_true(number(fixture->db, "SELECT count(*) FROM a") == 1);
}

static void migrate_run__on_a_newer_shop__refuses(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL, opening = NULL;

    run(fixture->db, "INSERT INTO migration VALUES (5, 'future', '')");
    if (db_engine(fixture->db) == DB_SQLITE) {
        run(fixture->db, "PRAGMA user_version = 5");
    }
    assert_false(migrate_run(fixture->db, FIXTURE_NOW, &error));
    expect_fault(error, FAULT_NEWER);
    assert_null(db_open(fixture->where, DB_READ_WRITE, &opening));
    expect_fault(opening, FAULT_NEWER);
}

static void db_open__of_a_place_without_a_version__is_refused(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;

    start_anew(fixture->db, "1");
    assert_null(db_open(fixture->where, DB_READ_WRITE, &error));
    expect_fault(error, db_engine(fixture->db) == DB_SQLITE ? FAULT_DAMAGED : FAULT_NO_SHOP);
}

/* The record and the header of a file must agree; so must a server's record with itself. */
static void db_open__of_a_shop_with_two_versions__is_refused(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;

    if (db_engine(fixture->db) != DB_SQLITE) {
        return;
    }
    run(fixture->db, "DELETE FROM migration WHERE version = 4");
    assert_null(db_open(fixture->where, DB_READ_WRITE, &error));
    expect_fault(error, FAULT_DAMAGED);
}

/* Whoever cannot tell the version changes nothing. */
static void migrate_run__where_the_version_cannot_be_read__refuses(void **state)
{
    static const char *const harms[] = {
        [DB_SQLITE] = "PRAGMA user_version = -1",
        [DB_POSTGRESQL] = "DROP TABLE migration; CREATE VIEW migration AS SELECT 1 / 0 AS version"};
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL, version_error = NULL;

    run(fixture->db, harms[db_engine(fixture->db)]);
    assert_int_equal(migrate_version(fixture->db, &version_error), -1);
    assert_non_null(version_error);
    assert_false(migrate_run(fixture->db, FIXTURE_NOW, &error));
    assert_non_null(error);
    g_clear_error(&error);
    assert_false(migrate_admits(fixture->db, DB_READ_WRITE, &error));
    assert_non_null(error);
}

/* A server refuses everything between a fault and the end of the transaction. */
static void migrate_run__in_what_already_failed__refuses(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;

    if (db_engine(fixture->db) == DB_SQLITE) {
        return;
    }
    expect_done(db_begin(fixture->db, &error), error);
    assert_false(db_run_script(fixture->db, "SELECT 1 / 0", NULL));
    assert_int_equal(migrate_version(fixture->db, &error), -1);
    assert_non_null(error);
    db_rollback(fixture->db);
}

static void migrate_run__on_a_shop_that_can_only_be_read__refuses(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;

    run(fixture->db, "DELETE FROM migration WHERE version > 3; DROP TABLE c");
    if (db_engine(fixture->db) == DB_SQLITE) {
        run(fixture->db, "PRAGMA user_version = 3");
    }
    g_autoptr(Db) db = db_open(fixture->where, DB_READ_ONLY, &error);
    expect_done(db != NULL, error);
    assert_false(migrate_run(db, FIXTURE_NOW, &error));
    assert_non_null(error);
    assert_int_equal(version(fixture->db), 3);
}

/* Where tables would go to a schema that is not there. */
static void migrate_run__where_no_tables_can_be_made__refuses_before_the_first(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autofree char *back = NULL;

    if (db_engine(fixture->db) == DB_SQLITE) {
        return;
    }
    run(fixture->db, "SET search_path = nowhere_at_all");
    assert_false(migrate_run(fixture->db, FIXTURE_NOW, &error));
    expect_fault(error, FAULT_REFUSED);
    assert_non_null(strstr(error->message, "may not make tables"));
    assert_false(db_in_transaction(fixture->db));
    back = g_strdup_printf("SET search_path = %s", fixture->schema);
    run(fixture->db, back);
    assert_int_equal(version(fixture->db), NEWEST);
}

static void db_open__to_build_where_a_shop_is__refuses(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;

    assert_null(db_open(fixture->where, DB_BUILD, &error));
    expect_fault(error, FAULT_TAKEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(migrate_run__where_the_version_cannot_be_read__refuses),
        cmocka_unit_test(migrate_run__in_what_already_failed__refuses),
        cmocka_unit_test(migrate_run__on_a_shop_that_can_only_be_read__refuses),
        cmocka_unit_test(migrate_run__where_no_tables_can_be_made__refuses_before_the_first),
        cmocka_unit_test(db_open__to_build_where_a_shop_is__refuses),
        cmocka_unit_test(migrate_run__on_an_empty_place__takes_every_step_once),
        cmocka_unit_test(migrate_run__with_a_step_that_fails__stays_before_it_and_goes_on_later),
        cmocka_unit_test(migrate_run__makes_keys__that_never_come_again),
        cmocka_unit_test(migrate_run__by_several_programs_at_once__takes_each_step_once),
        cmocka_unit_test(migrate_run__on_a_newer_shop__refuses),
        cmocka_unit_test(db_open__of_a_place_without_a_version__is_refused),
        cmocka_unit_test(db_open__of_a_shop_with_two_versions__is_refused),
    };

    return fixture_for_each_engine("migrate", tests, G_N_ELEMENTS(tests));
}
