/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transactions, what may be done in each way of opening, and breaking off; the same on both
 * engines. */
#include "tests/data/fixture.h"

#include "data/base/fault.h"

static const char INSERT_SETTING[] = "INSERT INTO setting (name, value) VALUES ($1, $2)";
static const char COUNT_SETTINGS[] = "SELECT count(*) FROM setting";

static void put(Db *db, const char *name, const char *value)
{
    g_autoptr(GError) error = NULL;

    expect_done(db_run(db, INSERT_SETTING, DB_VALUES(db_text(name), db_text(value)), NULL, &error),
                error);
}

static gint64 settings(Db *db)
{
    g_autoptr(GError) error = NULL;
    gint64 count = -1;

    expect_done(db_get_int(db, COUNT_SETTINGS, DB_NO_VALUES, &count, NULL, &error), error);
    return count;
}

static void begin(Db *db)
{
    g_autoptr(GError) error = NULL;

    expect_done(db_begin(db, &error), error);
}

static void commit(Db *db)
{
    g_autoptr(GError) error = NULL;

    expect_done(db_commit(db, &error), error);
}

static void db_begin__nested__takes_back_the_inner_ones_alone(void **state)
{
    const Fixture *fixture = *state;
    Db *db = fixture->db;

    assert_false(db_in_transaction(db));
    begin(db);
    put(db, "outer", "1");
    begin(db);
    put(db, "inner", "1");
    begin(db);
    put(db, "innermost", "1");
    commit(db);
    db_rollback(db);
    assert_true(db_in_transaction(db));
    assert_true(settings(db) == 1);
    begin(db);
    put(db, "second", "1");
    commit(db);
    commit(db);
    assert_false(db_in_transaction(db));
    assert_true(settings(db) == 2);
}

static void db_rollback__takes_back_everything(void **state)
{
    const Fixture *fixture = *state;

    begin(fixture->db);
    put(fixture->db, "a", "1");
    begin(fixture->db);
    put(fixture->db, "b", "1");
    commit(fixture->db);
    db_rollback(fixture->db);
    assert_true(settings(fixture->db) == 0);
}

static void db_close__in_a_transaction__takes_it_back(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;

    begin(fixture->db);
    begin(fixture->db);
    put(fixture->db, "a", "1");
    db_close(fixture->db);
    fixture->db = db_open(fixture->where, DB_READ_WRITE, &error);
    expect_done(fixture->db != NULL, error);
    assert_true(settings(fixture->db) == 0);
}

/* After a failed statement nothing more runs at that level, and it cannot be committed: not on
 * PostgreSQL, so not on SQLite. */
static void db_commit__after_a_failed_statement__takes_it_all_back(void **state)
{
    const Fixture *fixture = *state;
    Db *db = fixture->db;
    g_autoptr(GError) taken = NULL, spoilt = NULL, refused = NULL;

    put(db, "a", "1");
    begin(db);
    put(db, "b", "1");
    assert_false(db_run(db, INSERT_SETTING, DB_VALUES(db_text("a"), db_text("2")), NULL, &taken));
    expect_fault(taken, FAULT_TAKEN);
    assert_false(db_run(db, INSERT_SETTING, DB_VALUES(db_text("c"), db_text("2")), NULL, &spoilt));
    expect_fault(spoilt, FAULT_INTERNAL);
    assert_false(db_commit(db, &refused));
    expect_fault(refused, FAULT_INTERNAL);
    assert_false(db_in_transaction(db));
    assert_true(settings(db) == 1);
    put(db, "d", "1");
    assert_true(settings(db) == 2);
}

static void db_rollback__of_a_failed_inner_level__leaves_the_outer_one_sound(void **state)
{
    const Fixture *fixture = *state;
    Db *db = fixture->db;
    g_autoptr(GError) error = NULL;

    begin(db);
    put(db, "a", "1");
    begin(db);
    assert_false(db_run(db, INSERT_SETTING, DB_VALUES(db_text("a"), db_text("2")), NULL, &error));
    db_rollback(db);
    put(db, "b", "1");
    commit(db);
    assert_true(settings(db) == 2);
}

static void db_read_begin__sees__one_state(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;

    expect_done(db_read_begin(fixture->db, &error), error);
    expect_done(db_read_begin(fixture->db, &error), error);
    assert_true(settings(fixture->db) == 0);
    if (db_engine(fixture->db) == DB_POSTGRESQL) {
        /* On SQLite a writer would wait here until the reading ends. */
        g_autoptr(Db) other = db_open(fixture->where, DB_READ_WRITE, &error);
        expect_done(other != NULL, error);
        put(other, "a", "1");
    }
    assert_true(settings(fixture->db) == 0);
    assert_false(db_begin(fixture->db, &error));
    expect_fault(error, FAULT_INTERNAL);
    db_read_end(fixture->db);
    assert_true(settings(fixture->db) == 0);
    db_read_end(fixture->db);
    begin(fixture->db);
    expect_done(db_read_begin(fixture->db, NULL), NULL);
    put(fixture->db, "b", "1");
    db_read_end(fixture->db);
    commit(fixture->db);
    assert_true(settings(fixture->db) == (db_engine(fixture->db) == DB_POSTGRESQL ? 2 : 1));
}

static void db_open__for_reading__refuses_to_write(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL, later = NULL;
    g_autoptr(Db) db = db_open(fixture->where, DB_READ_ONLY, &error);

    expect_done(db != NULL, error);
    assert_true(db_is_read_only(db));
    assert_false(db_is_read_only(fixture->db));
    assert_true(settings(db) == 0);
    assert_false(db_begin(db, &error));
    expect_fault(error, FAULT_READ_ONLY);
    assert_false(db_run(db, INSERT_SETTING, DB_VALUES(db_text("a"), db_text("b")), NULL, &later));
    expect_fault(later, FAULT_READ_ONLY);
}

static void db_open__to_build__refuses_a_place_with_a_shop(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;

    assert_null(db_open(fixture->where, DB_BUILD, &error));
    expect_fault(error, FAULT_TAKEN);
}

typedef struct {
    Db *db;
    gint over; /* atomic */
} Interruption;

/* Again and again, because the statement may not have begun. */
static gpointer interrupt_until_over(gpointer data)
{
    Interruption *interruption = data;

    while (g_atomic_int_get(&interruption->over) == 0) {
        g_usleep(5000);
        db_interrupt(interruption->db);
    }
    return NULL;
}

static void db_interrupt__breaks_off__a_long_statement(void **state)
{
    static const char LONG[] = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                               "WHERE i < 2000000000) SELECT count(*) FROM n";
    const Fixture *fixture = *state;
    Interruption interruption = {.db = fixture->db};
    g_autoptr(GError) error = NULL;
    gint64 value = 0;

    GThread *thread = g_thread_new("interrupt", interrupt_until_over, &interruption);
    bool counted = db_get_int(fixture->db, LONG, DB_NO_VALUES, &value, NULL, &error);
    g_atomic_int_set(&interruption.over, 1);
    g_thread_join(thread);
    assert_false(counted);
    expect_fault(error, FAULT_CANCELLED);
    put(fixture->db, "a", "1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(db_begin__nested__takes_back_the_inner_ones_alone),
        cmocka_unit_test(db_rollback__takes_back_everything),
        cmocka_unit_test(db_close__in_a_transaction__takes_it_back),
        cmocka_unit_test(db_commit__after_a_failed_statement__takes_it_all_back),
        cmocka_unit_test(db_rollback__of_a_failed_inner_level__leaves_the_outer_one_sound),
        cmocka_unit_test(db_read_begin__sees__one_state),
        cmocka_unit_test(db_open__for_reading__refuses_to_write),
        cmocka_unit_test(db_open__to_build__refuses_a_place_with_a_shop),
        cmocka_unit_test(db_interrupt__breaks_off__a_long_statement),
    };

    return fixture_for_each_engine("transaction", tests, G_N_ELEMENTS(tests));
}
