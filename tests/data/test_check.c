/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of the database finds what was broken on purpose. */
#include "data/db/check.h"

#include "tests/data/fixture.h"
#include "tests/data/place.h"

#include <string.h>

static const char LOST_CONTACT[] =
    "INSERT INTO contact (version, created_at, updated_at, customer_id, kind, value, key) "
    "VALUES (1, '', '', 99, 'phone', '1', '1')";

static GPtrArray *findings_of(Db *db)
{
    GPtrArray *findings = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;

    expect_done(check_database(db, findings, &error), error);
    return findings;
}

static void run(Db *db, const char *sql)
{
    g_autoptr(GError) error = NULL;

    expect_done(db_run_script(db, sql, &error), error);
}

static void check_database__of_a_whole_shop__finds_nothing(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GPtrArray) findings = findings_of(fixture->db);

    assert_int_equal(findings->len, 0);
}

static void check_database__with_a_lost_reference__finds_it(void **state)
{
    const Fixture *fixture = *state;
    bool sqlite = db_engine(fixture->db) == DB_SQLITE;

    run(fixture->db,
        sqlite ? "PRAGMA foreign_keys = OFF" : "ALTER TABLE contact DISABLE TRIGGER ALL");
    run(fixture->db, LOST_CONTACT);
    g_autoptr(GPtrArray) findings = findings_of(fixture->db);
    /* A server names the table once for each trigger that is off. */
    assert_true(sqlite ? findings->len == 1 : findings->len >= 1);
    assert_non_null(strstr(g_ptr_array_index(findings, 0), "contact"));
}

static void check_database__with_a_rule_that_was_not_applied__finds_it(void **state)
{
    const Fixture *fixture = *state;

    if (db_engine(fixture->db) != DB_POSTGRESQL) {
        return;
    }
    run(fixture->db,
        "ALTER TABLE setting ADD CONSTRAINT longer CHECK (length(value) > 3) NOT VALID");
    g_autoptr(GPtrArray) findings = findings_of(fixture->db);
    assert_int_equal(findings->len, 1);
    assert_non_null(strstr(g_ptr_array_index(findings, 0), "longer"));
}

/* An index that lacks a row is seen only by the whole check. */
static void check_database__of_a_damaged_file__finds_it(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    gsize length = 0;

    if (db_engine(fixture->db) != DB_SQLITE) {
        return;
    }
    run(fixture->db, "INSERT INTO setting (name, value) VALUES ('needle-in-the-table', 'x')");
    g_clear_pointer(&fixture->db, db_close);
    g_autofree guint8 *bytes = place_read(fixture->where, &length);
    guint8 *needle = memmem(bytes, length, "needle-in-the-table", 19);
    assert_non_null(needle);
    needle[0] = 'N';
    place_write(fixture->where, bytes, length);
    fixture->db = db_open(fixture->where, DB_READ_WRITE, &error);
    expect_done(fixture->db != NULL, error);
    g_autoptr(GPtrArray) findings = findings_of(fixture->db);
    assert_true(findings->len > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_database__of_a_whole_shop__finds_nothing),
        cmocka_unit_test(check_database__with_a_lost_reference__finds_it),
        cmocka_unit_test(check_database__with_a_rule_that_was_not_applied__finds_it),
        cmocka_unit_test(check_database__of_a_damaged_file__finds_it),
    };

    return fixture_for_each_engine("check", tests, G_N_ELEMENTS(tests));
}
