/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only a server can do to us, and the module it takes. */
#include "data/base/fault.h"
#include "tests/data/fixture.h"
#include "tests/data/place.h"

#include <stdio.h>
#include <string.h>

static const char INSERT[] = "INSERT INTO setting (name, value) VALUES ($1, $2)";
static const char PUT_A[] = "INSERT INTO setting (name, value) VALUES ('a', '1')";

static int set_up(void **state)
{
    *state = fixture_postgres();
    return 0;
}

static int tear_down(void **state)
{
    fixture_free(*state);
    return 0;
}

static void db_open__without_the_module__says_what_is_missing(void **state)
{
    g_autofree char *folder = fixture_folder();
    g_autofree char *file = g_build_filename(folder, "tresen-postgresql.so", NULL);
    g_autofree char *usual = g_strdup(g_getenv("TRESEN_MODULES"));
    g_autoptr(GError) error = NULL;
    (void)state;

    place_write(file, "no library", 10);
    g_setenv("TRESEN_MODULES", folder, TRUE);
    Db *db = db_open("postgresql://nowhere.invalid/shop", DB_READ_WRITE, &error);
    if (usual != NULL) {
        g_setenv("TRESEN_MODULES", usual, TRUE);
    } else {
        g_unsetenv("TRESEN_MODULES");
    }
    fixture_remove_folder(g_steal_pointer(&folder));
    assert_null(db);
    expect_fault(error, FAULT_MISSING);
}

static void db_open__of_a_server_that_is_not_there__says_so(void **state)
{
    static const struct {
        const char *where;
        int fault;
    } cases[] = {
        {"host=/nowhere dbname=shop", FAULT_LINE_DOWN},
        {"postgresql://emma:geheim@127.0.0.1:1/shop", FAULT_LINE_DOWN},
        {"postgresql://[broken", FAULT_REFUSED},
        {"postgresql://emma:p@geheim@127.0.0.1:1/shop", FAULT_REFUSED},
        {"postgresql://localhost:geheim/x@127.0.0.1:1/shop", FAULT_REFUSED},
        {"postgresq://emma:geheim@127.0.0.1:1/shop", FAULT_REFUSED},
        {"host=127.0.0.1 port=0", FAULT_REFUSED},
        {"host=x nonsense=y", FAULT_REFUSED},
        {"service=there-is-no-such-service", FAULT_REFUSED},
    };
    (void)state;

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        assert_null(db_open(cases[i].where, DB_READ_WRITE, &error));
        expect_fault(error, cases[i].fault);
        assert_null(strstr(error->message, "geheim"));
    }
}

static void db_open__with_a_name_the_server_does_not_know__says_so(void **state)
{
    g_autofree char *where =
        g_strconcat(g_getenv("TRESEN_TEST_PG"), " dbname=there_is_no_such", NULL);
    g_autoptr(GError) error = NULL;
    (void)state;

    assert_null(db_open(where, DB_READ_WRITE, &error));
    expect_fault(error, FAULT_REFUSED);
}

static void db_where__never_shows__the_password(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *where = g_strconcat(fixture->where, " password=geheim", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = db_open(where, DB_READ_WRITE, &error);

    if (db != NULL) {
        assert_null(strstr(db_where(db), "geheim"));
        assert_non_null(strstr(db_where(db), "postgresql://"));
    } else {
        /* A server that asks for passwords has refused this one. */
        expect_fault(error, FAULT_REFUSED);
        assert_null(strstr(error->message, "geheim"));
    }
}

static void db_open__of_a_server_that_only_reads__reads(void **state)
{
    Fixture *fixture = *state;
    g_autofree char *schema = g_strdup_printf("search_path=%s", fixture->schema);
    g_autofree char *options =
        g_strconcat(" options='-c ", schema, " -c default_transaction_read_only=on'", NULL);
    g_autofree char *where = g_strconcat(g_getenv("TRESEN_TEST_PG"), options, NULL);
    g_autoptr(GError) error = NULL, later = NULL;
    g_autoptr(Db) db = db_open(where, DB_READ_WRITE, &error);

    expect_done(db != NULL, error);
    assert_true(db_is_read_only(db));
    assert_false(db_begin(db, &error));
    expect_fault(error, FAULT_READ_ONLY);
    assert_false(db_run(db, PUT_A, DB_NO_VALUES, NULL, &later));
    expect_fault(later, FAULT_READ_ONLY);
}

/* The server throws us out in the middle of a change: all of it is taken back, and the next one is
 * made over a new line. */
static void db_run__on_a_line_that_went_down__says_so_and_connects_again(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL, down = NULL;
    g_autoptr(Db) db = db_open(fixture->where, DB_READ_WRITE, &error);
    gint64 process = 0, count = -1;

    expect_done(db != NULL, error);
    expect_done(db_get_int(db, "SELECT pg_backend_pid()", DB_NO_VALUES, &process, NULL, &error),
                error);
    expect_done(db_begin(db, &error), error);
    expect_done(db_run(db, PUT_A, DB_NO_VALUES, NULL, &error), error);
    expect_done(db_run(fixture->db, "SELECT pg_terminate_backend(CAST($1 AS INTEGER), 5000)",
                       DB_VALUES(db_int(process)), NULL, &error),
                error);
    assert_false(db_run(db, INSERT, DB_VALUES(db_text("b"), db_text("2")), NULL, &down));
    expect_fault(down, FAULT_LINE_DOWN);
    db_rollback(db);
    expect_done(db_begin(db, &error), error);
    expect_done(db_run(db, INSERT, DB_VALUES(db_text("c"), db_text("3")), NULL, &error), error);
    expect_done(db_commit(db, &error), error);
    expect_done(
        db_get_int(fixture->db, "SELECT count(*) FROM setting", DB_NO_VALUES, &count, NULL, &error),
        error);
    assert_true(count == 1);
}

static void db_run__with_a_code_of_the_server__gives_the_fault(void **state)
{
    static const struct {
        const char *code;
        int fault;
    } cases[] = {
        {"40001", FAULT_CONFLICT},  {"40P01", FAULT_CONFLICT},  {"53100", FAULT_FULL},
        {"53300", FAULT_LINE_DOWN}, {"57P01", FAULT_LINE_DOWN}, {"57014", FAULT_BUSY},
        {"08006", FAULT_LINE_DOWN}, {"08P01", FAULT_INTERNAL},  {"23505", FAULT_TAKEN},
        {"23514", FAULT_REFUSED},   {"22001", FAULT_REFUSED},   {"25006", FAULT_READ_ONLY},
        {"42501", FAULT_READ_ONLY}, {"55P03", FAULT_BUSY},      {"54000", FAULT_REFUSED},
        {"XX000", FAULT_INTERNAL},
    };
    const Fixture *fixture = *state;

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *raise = g_strdup_printf(
            "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '%s'; END $$", cases[i].code);
        g_autoptr(GError) error = NULL;
        assert_false(db_run_script(fixture->db, raise, &error));
        expect_fault(error, cases[i].fault);
    }
}

/* Names would be lost in such a database, so it is refused before anything is stored. */
static void db_open__of_a_database_without_utf8__is_refused(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *create = g_strdup_printf(
        "CREATE DATABASE %s TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'", fixture->schema);
    g_autofree char *drop = g_strdup_printf("DROP DATABASE %s", fixture->schema);
    g_autofree char *where =
        g_strdup_printf("%s dbname=%s", g_getenv("TRESEN_TEST_PG"), fixture->schema);
    g_autoptr(GError) error = NULL, refusal = NULL;

    expect_done(db_run_script(fixture->db, create, &error), error);
    Db *db = db_open(where, DB_BUILD, &refusal);
    expect_done(db_run_script(fixture->db, drop, &error), error);
    assert_null(db);
    expect_fault(refusal, FAULT_FOREIGN);
}

int main(void)
{
    const struct CMUnitTest without_server[] = {
        cmocka_unit_test(db_open__without_the_module__says_what_is_missing),
    };
    const struct CMUnitTest with_module[] = {
        cmocka_unit_test(db_open__of_a_server_that_is_not_there__says_so),
        cmocka_unit_test(db_open__with_a_name_the_server_does_not_know__says_so),
        cmocka_unit_test_setup_teardown(db_where__never_shows__the_password, set_up, tear_down),
        cmocka_unit_test_setup_teardown(db_open__of_a_server_that_only_reads__reads, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            db_run__on_a_line_that_went_down__says_so_and_connects_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(db_run__with_a_code_of_the_server__gives_the_fault, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(db_open__of_a_database_without_utf8__is_refused, set_up,
                                        tear_down),
    };
    const char *server = g_getenv("TRESEN_TEST_PG");
    int failed = cmocka_run_group_tests_name("the module", without_server, NULL, NULL);

    if (server == NULL || *server == '\0') {
        printf("PostgreSQL: left out, TRESEN_TEST_PG names no server.\n");
        return failed;
    }
    return failed + cmocka_run_group_tests_name("PostgreSQL", with_module, NULL, NULL);
}
