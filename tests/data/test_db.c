/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements and their values, the same on both engines. */
#include "tests/data/fixture.h"

#include "data/base/fault.h"

static const char INSERT_SETTING[] = "INSERT INTO setting (name, value) VALUES ($1, $2)";
static const char COUNT_SETTINGS[] = "SELECT count(*) FROM setting";
static const char INSERT_BRANCH[] = "INSERT INTO branch (version, created_at, updated_at, name) "
                                    "VALUES (1, $2, $2, $1) RETURNING id";

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

static void run(Db *db, const char *sql)
{
    g_autoptr(GError) error = NULL;

    expect_done(db_run_script(db, sql, &error), error);
}

/* The one row of SQL with the one VALUE. */
static Rows *one_row(Db *db, const char *sql, DbValue value)
{
    g_autoptr(GError) error = NULL;
    Rows *rows = db_query(db, sql, &value, 1, &error);

    expect_done(rows != NULL, error);
    expect_done(rows_next(rows, &error), error);
    return rows;
}

static void make_table_of_values(Db *db)
{
    run(db, db_engine(db) == DB_SQLITE ? "CREATE TABLE v (i INTEGER, r REAL, t TEXT) STRICT"
                                       : "CREATE TABLE v (i BIGINT, r DOUBLE PRECISION, t TEXT)");
}

static void db_query__gives_back_integers__at_their_limits(void **state)
{
    static const gint64 integers[] = {
        0, 1, -1, G_MAXINT64, G_MININT64, (gint64)1 << 53, ((gint64)1 << 53) + 1};
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;

    make_table_of_values(fixture->db);
    for (guint i = 0; i < G_N_ELEMENTS(integers); i++) {
        DbValue value = db_int(integers[i]);
        expect_done(db_run(fixture->db, "INSERT INTO v (i) VALUES ($1)", &value, 1, NULL, &error),
                    error);
        g_autoptr(Rows) rows = one_row(fixture->db, "SELECT i, r, t FROM v WHERE i = $1", value);
        assert_true(rows_int(rows, 0) == integers[i]);
        assert_true(rows_is_null(rows, 1));
        assert_null(rows_text(rows, 2));
        assert_false(rows_next(rows, &error));
        assert_false(rows_next(rows, &error));
        assert_null(error);
    }
}

static void db_query__gives_back_numbers__bit_for_bit(void **state)
{
    static const double reals[] = {0.0, -0.5, 0.1, 1e300, -1e-300, 12345678.25, 1.0 / 3.0};
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;

    make_table_of_values(fixture->db);
    for (guint i = 0; i < G_N_ELEMENTS(reals); i++) {
        DbValue value = db_real(reals[i]);
        expect_done(db_run(fixture->db, "INSERT INTO v (r) VALUES ($1)", &value, 1, NULL, &error),
                    error);
        g_autoptr(Rows) rows = one_row(fixture->db, "SELECT r, i FROM v WHERE r = $1", value);
        double back = rows_real(rows, 0);
        assert_memory_equal(&back, &reals[i], sizeof(back));
        assert_true(rows_int(rows, 1) == 0);
    }
}

static void db_query__gives_back_text__byte_for_byte(void **state)
{
    static const char *const texts[] = {
        "",     "x",       "Müller", "e\xcc\x81", "😀 👨‍👩‍👧", "'; DROP TABLE v; --",
        "%s%n", "a\nb\t\\"};
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;

    make_table_of_values(fixture->db);
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        DbValue value = db_text(texts[i]);
        expect_done(db_run(fixture->db, "INSERT INTO v (t) VALUES ($1)", &value, 1, NULL, &error),
                    error);
        g_autoptr(Rows) rows = one_row(fixture->db, "SELECT t FROM v WHERE t = $1", value);
        assert_string_equal(rows_text(rows, 0), texts[i]);
        assert_false(rows_is_null(rows, 0));
    }
}

static void db_query__reads__null_and_truth(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Rows) rows =
        db_query(fixture->db, "SELECT NULL, 1 = 1, 1 = 2, CAST($1 AS TEXT), CAST($2 AS TEXT)",
                 DB_VALUES(db_null(), db_int_or_null(0)), &error);

    expect_done(rows != NULL, error);
    assert_true(rows_next(rows, &error));
    assert_true(rows_is_null(rows, 0));
    assert_true(rows_int(rows, 0) == 0);
    assert_true(rows_int(rows, 1) == 1);
    assert_true(rows_int(rows, 2) == 0);
    assert_string_equal(rows_text(rows, 1), "1");
    assert_string_equal(rows_text(rows, 2), "0");
    assert_true(rows_is_null(rows, 3));
    assert_true(rows_is_null(rows, 4));
}

/* $2 before $1, and $2 twice: SQLite numbers them by appearance, the door by name. */
static void db_get_text__binds__by_number(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autofree char *text = NULL;

    expect_done(db_get_text(fixture->db,
                            "SELECT CAST($2 AS TEXT) || CAST($1 AS TEXT) || CAST($2 AS TEXT)",
                            DB_VALUES(db_text("one"), db_text("two")), &text, &error),
                error);
    assert_string_equal(text, "twoonetwo");
}

static void db_get__without_a_row__says_so(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    gint64 value = 7;
    bool found = true;
    char *text = NULL;

    expect_done(
        db_get_int(fixture->db, "SELECT 5 FROM setting", DB_NO_VALUES, &value, &found, &error),
        error);
    assert_false(found);
    assert_true(value == 0);
    expect_done(db_get_text(fixture->db, "SELECT value FROM setting", DB_NO_VALUES, &text, &error),
                error);
    assert_null(text);
}

static void db_run__with_wrong_values__is_refused(void **state)
{
    static const struct {
        const char *sql;
        const char *values[3];
        guint count;
    } cases[] = {
        {INSERT_SETTING, {"a"}, 1},
        {INSERT_SETTING, {"a", "b", "c"}, 3},
        {"SELECT CAST($2 AS TEXT)", {"a", "b"}, 2},
        {"SELECT 1; SELECT 2", {0}, 0},
        {"SELECT nothing FROM nowhere", {0}, 0},
        {"this is no SQL", {0}, 0},
    };
    const Fixture *fixture = *state;

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        DbValue values[3];
        for (guint j = 0; j < 3; j++) {
            values[j] = db_text(cases[i].values[j]);
        }
        assert_false(db_run(fixture->db, cases[i].sql, values, cases[i].count, NULL, &error));
        expect_fault(error, FAULT_INTERNAL);
    }
    assert_true(settings(fixture->db) == 0);
}

static void db_run__with_what_is_no_text__is_refused(void **state)
{
    static const char *const bad[] = {"\xff", "\xc0\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80",
                                      "a\x80"};
    const Fixture *fixture = *state;

    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autoptr(GError) error = NULL;
        assert_false(db_run(fixture->db, INSERT_SETTING, DB_VALUES(db_text("a"), db_text(bad[i])),
                            NULL, &error));
        expect_fault(error, FAULT_REFUSED);
    }
    assert_true(settings(fixture->db) == 0);
}

static void db_run__counts__changed_rows(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    gint64 changed = -1;

    put(fixture->db, "a", "1");
    put(fixture->db, "b", "1");
    expect_done(db_run(fixture->db, "UPDATE setting SET value = '2' WHERE name <> 'x'",
                       DB_NO_VALUES, &changed, &error),
                error);
    assert_true(changed == 2);
    expect_done(
        db_run(fixture->db, "DELETE FROM setting WHERE name = 'x'", DB_NO_VALUES, &changed, &error),
        error);
    assert_true(changed == 0);
}

static void db_get_int__of_an_insert__returns_ids_that_never_come_again(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    gint64 first = 0, second = 0;

    expect_done(db_get_int(fixture->db, INSERT_BRANCH,
                           DB_VALUES(db_text("Markt"), db_text(FIXTURE_NOW)), &first, NULL, &error),
                error);
    run(fixture->db, "DELETE FROM branch");
    expect_done(db_get_int(fixture->db, INSERT_BRANCH,
                           DB_VALUES(db_text("Hafen"), db_text(FIXTURE_NOW)), &second, NULL,
                           &error),
                error);
    assert_true(first > 0);
    assert_true(second > first);
}

static void db_run__against_a_constraint__tells_which_kind(void **state)
{
    static const struct {
        const char *sql;
        int fault;
    } cases[] = {
        {"INSERT INTO setting (name, value) VALUES ('a', 'again')", FAULT_TAKEN},
        {"INSERT INTO setting (name) VALUES ('b')", FAULT_REFUSED},
        {"INSERT INTO branch (version, created_at, updated_at, name) VALUES (1, '', '', '')",
         FAULT_REFUSED},
        {"INSERT INTO contact (version, created_at, updated_at, customer_id, kind, value, key) "
         "VALUES (1, '', '', 999, 'phone', '1', '1')",
         FAULT_TIED},
    };
    const Fixture *fixture = *state;

    put(fixture->db, "a", "1");
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        assert_false(db_run(fixture->db, cases[i].sql, DB_NO_VALUES, NULL, &error));
        expect_fault(error, cases[i].fault);
    }
    assert_true(settings(fixture->db) == 1);
}

static void db_query__of_the_same_text__may_be_open_twice(void **state)
{
    static const char EACH[] = "SELECT name FROM setting ORDER BY name";
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    guint pairs = 0;

    put(fixture->db, "a", "1");
    put(fixture->db, "b", "1");
    put(fixture->db, "c", "1");
    g_autoptr(Rows) outer = db_query(fixture->db, EACH, DB_NO_VALUES, &error);
    while (rows_next(outer, &error)) {
        g_autoptr(Rows) inner = db_query(fixture->db, EACH, DB_NO_VALUES, &error);
        while (rows_next(inner, &error)) {
            pairs++;
        }
        assert_non_null(rows_text(outer, 0));
    }
    assert_null(error);
    assert_int_equal(pairs, 9);
}

/* More texts than the cache keeps, and a change of the schema under kept statements. */
static void db_query__with_many_texts__goes_on(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Rows) open = NULL;

    put(fixture->db, "a", "1");
    open = db_query(fixture->db, "SELECT * FROM setting", DB_NO_VALUES, &error);
    for (int i = 0; i < 1200; i++) {
        g_autofree char *sql = g_strdup_printf("SELECT %d", i);
        gint64 value = -1;
        expect_done(db_get_int(fixture->db, sql, DB_NO_VALUES, &value, NULL, &error), error);
        assert_true(value == i);
    }
    assert_true(rows_next(open, &error));
    assert_string_equal(rows_text(open, 1), "1");
    g_clear_pointer(&open, rows_free);
    run(fixture->db, "ALTER TABLE setting ADD COLUMN extra TEXT");
    open = db_query(fixture->db, "SELECT * FROM setting", DB_NO_VALUES, &error);
    expect_done(open != NULL && rows_next(open, &error), error);
    assert_true(rows_is_null(open, 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(db_query__gives_back_integers__at_their_limits),
        cmocka_unit_test(db_query__gives_back_numbers__bit_for_bit),
        cmocka_unit_test(db_query__gives_back_text__byte_for_byte),
        cmocka_unit_test(db_query__reads__null_and_truth),
        cmocka_unit_test(db_get_text__binds__by_number),
        cmocka_unit_test(db_get__without_a_row__says_so),
        cmocka_unit_test(db_run__with_wrong_values__is_refused),
        cmocka_unit_test(db_run__with_what_is_no_text__is_refused),
        cmocka_unit_test(db_run__counts__changed_rows),
        cmocka_unit_test(db_get_int__of_an_insert__returns_ids_that_never_come_again),
        cmocka_unit_test(db_run__against_a_constraint__tells_which_kind),
        cmocka_unit_test(db_query__of_the_same_text__may_be_open_twice),
        cmocka_unit_test(db_query__with_many_texts__goes_on),
    };

    return fixture_for_each_engine("db", tests, G_N_ELEMENTS(tests));
}
