/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session with a server: who is let in, what holds in it, and what nobody can smuggle in. */
#include "data/base/fault.h"
#include "tests/data/cutproxy.h"
#include "tests/data/fixture.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* A role of the test's own, beside a shop. */
typedef struct {
    Fixture *fixture;
    char *role;
} Guest;

static void run(Db *db, const char *format, const char *name)
{
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) parts = g_strsplit(format, "%s", -1);
    g_autofree char *sql = g_strjoinv(name, parts);
    expect_done(db_run_script(db, sql, &error), error);
}

static int set_up(void **state)
{
    Guest *guest = g_new0(Guest, 1);
    guest->fixture = fixture_postgres();
    guest->role = g_strconcat("guest_", guest->fixture->schema, NULL);
    run(guest->fixture->db, "CREATE ROLE %s LOGIN PASSWORD 'right'", guest->role);
    *state = guest;
    return 0;
}

static int tear_down(void **state)
{
    Guest *guest = *state;
    run(guest->fixture->db, "DROP OWNED BY %s; DROP ROLE %s", guest->role);
    fixture_free(guest->fixture);
    g_free(guest->role);
    g_free(guest);
    return 0;
}

/* The database of the tests, as the guest with PASSWORD, as a place for a new shop. */
static Db *enter(const Guest *guest, const char *password, const char *more, GError **error)
{
    g_autofree char *where = g_strdup_printf(
        "%s user=%s password=%s %s", g_getenv("TRESEN_TEST_PG"), guest->role, password, more);
    return db_open(where, DB_BUILD, error);
}

static void expect_refusal(const Guest *guest, const char *password, const char *more,
                           const char *sentence)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = enter(guest, password, more, &error);
    assert_null(db);
    assert_null(strstr(error->message, "secret"));
    if (strstr(error->message, sentence) == NULL) {
        fail_msg("Not \"%s\" but: %s", sentence, error->message);
    }
}

static void db_open__of_a_server_that_says_no__says_why(void **state)
{
    const Guest *guest = *state;
    expect_refusal(guest, "secret", "", "does not accept the password");
    expect_refusal(guest, "right", "dbname=there_is_none", "no database of that name");
    expect_refusal(guest, "right", "host=there-is-none.invalid", "cannot be found by its name");
    expect_refusal(guest, "right", "host=127.0.0.1 port=1", "cannot be reached");
    run(guest->fixture->db, "ALTER ROLE %s CONNECTION LIMIT 0", guest->role);
    expect_refusal(guest, "right", "", "too many visitors");
    run(guest->fixture->db, "ALTER ROLE %s NOLOGIN", guest->role);
    expect_refusal(guest, "right", "", "does not let this user in");
}

static void db_open__without_a_password__says_where_it_belongs(void **state)
{
    const Guest *guest = *state;
    g_autofree char *file = g_build_filename(guest->fixture->folder, "passwords", NULL);
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) parts = g_strsplit(g_getenv("TRESEN_TEST_PG"), " ", -1);
    g_autoptr(GString) where = g_string_new(NULL);
    for (guint i = 0; parts[i] != NULL; i++) {
        if (!g_str_has_prefix(parts[i], "password=")) {
            g_string_append_printf(where, "%s ", parts[i]);
        }
    }
    g_string_append_printf(where, "user=%s passfile=%s", guest->role, file);
    g_unsetenv("PGPASSWORD");
    assert_null(db_open(where->str, DB_BUILD, &error));
    assert_non_null(strstr(error->message, "~/.pgpass"));
    g_clear_error(&error);
    expect_done(g_file_set_contents_full(file, "*:*:*:*:right\n", -1, G_FILE_SET_CONTENTS_NONE,
                                         0644, &error),
                error);
    assert_null(db_open(where->str, DB_BUILD, &error));
    assert_non_null(strstr(error->message, "Others can read the file"));
    g_clear_error(&error);
    assert_int_equal(g_chmod(file, 0600), 0);
    g_autoptr(Db) db = db_open(where->str, DB_BUILD, &error);
    expect_done(db != NULL, error);
}

static char *show(Db *db, const char *name)
{
    g_autoptr(GError) error = NULL;
    char *value = NULL;
    expect_done(
        db_get_text(db, "SELECT current_setting($1)", DB_VALUES(db_text(name)), &value, &error),
        error);
    return value;
}

static void expect_setting(Db *db, const char *name, const char *wanted)
{
    g_autofree char *value = show(db, name);
    assert_string_equal(value, wanted);
}

static void db_open__sets_time_limits__where_the_role_has_none(void **state)
{
    const Guest *guest = *state;
    g_autoptr(GError) error = NULL;
    run(guest->fixture->db, "ALTER ROLE %s SET statement_timeout = '77s'", guest->role);
    g_autoptr(Db) db = enter(guest, "right", "", &error);
    expect_done(db != NULL, error);
    expect_setting(db, "statement_timeout", "77s");
    expect_setting(db, "lock_timeout", "5min");
    expect_setting(db, "idle_in_transaction_session_timeout", "2min");
    expect_setting(guest->fixture->db, "statement_timeout", "30min");
}

/* The turn is waited for as long as it takes, and nothing else. */
static void db_begin__keeps_the_time_limits_of_the_role(void **state)
{
    const Guest *guest = *state;
    g_autoptr(GError) error = NULL;
    run(guest->fixture->db, "ALTER ROLE %s SET lock_timeout = '77s'", guest->role);
    g_autoptr(Db) db = enter(guest, "right", "", &error);
    expect_done(db != NULL, error);
    expect_done(db_begin(db, &error), error);
    expect_setting(db, "lock_timeout", "77s");
    db_rollback(db);
}

/* Functions and tables in a schema that comes first, and temporary ones, are not what the program
 * meets. */
static void db_open__with_a_planted_function__does_not_call_it(void **state)
{
    const Guest *guest = *state;
    g_autoptr(GError) error = NULL;
    Db *db = guest->fixture->db;
    g_autofree char *more = g_strdup_printf("options='-c search_path=planted_%s,pg_catalog,%s'",
                                            guest->fixture->schema, guest->fixture->schema);
    g_autofree char *where = g_strdup_printf("%s %s", g_getenv("TRESEN_TEST_PG"), more);
    run(db,
        "CREATE SCHEMA planted_%s;"
        "CREATE FUNCTION planted_%s.lower(text) RETURNS text LANGUAGE sql AS "
        "$$SELECT CAST('planted' AS text)$$;"
        "CREATE FUNCTION planted_%s.set_config(text, text, boolean) RETURNS text LANGUAGE sql AS "
        "$$SELECT pg_catalog.set_config('application_name', 'planted', false)$$",
        guest->fixture->schema);
    g_autoptr(Db) victim = db_open(where, DB_READ_WRITE, &error);
    expect_done(victim != NULL, error);
    g_autofree char *lower = NULL, *name = show(victim, "application_name");
    expect_done(
        db_get_text(victim, "SELECT lower(CAST('X' AS text))", DB_NO_VALUES, &lower, &error),
        error);
    run(db, "DROP SCHEMA planted_%s CASCADE", guest->fixture->schema);
    assert_string_equal(lower, "x");
    assert_string_equal(name, "tresen");
    g_autofree char *path = show(victim, "search_path");
    g_autofree char *wanted = g_strconcat(guest->fixture->schema, ", pg_temp", NULL);
    assert_string_equal(path, wanted);
}

/* Throws out whoever is in as the guest. */
static void throw_out(const Guest *guest)
{
    run(guest->fixture->db,
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = '%s'",
        guest->role);
}

/* What the next request of DB is told. */
static void expect_told(Db *db, int fault, const char *sentence)
{
    g_autoptr(GError) error = NULL;
    assert_false(db_begin(db, &error));
    expect_fault(error, fault);
    if (strstr(error->message, sentence) == NULL) {
        fail_msg("Not \"%s\" but: %s", sentence, error->message);
    }
    assert_int_equal(db_line(db).kind, DB_LINE_DOWN);
}

static void db_begin__after_the_password_was_changed__says_so_until_it_is_right_again(void **state)
{
    const Guest *guest = *state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = enter(guest, "right", "", &error);
    expect_done(db != NULL, error);
    run(guest->fixture->db, "ALTER ROLE %s PASSWORD 'other'", guest->role);
    throw_out(guest);
    expect_told(db, FAULT_REFUSED, "does not accept the password");
    run(guest->fixture->db, "ALTER ROLE %s NOLOGIN PASSWORD 'right'", guest->role);
    expect_told(db, FAULT_REFUSED, "does not let this user in");
    run(guest->fixture->db, "ALTER ROLE %s LOGIN CONNECTION LIMIT 0", guest->role);
    expect_told(db, FAULT_LINE_DOWN, "cannot be reached just now");
    run(guest->fixture->db, "ALTER ROLE %s CONNECTION LIMIT -1", guest->role);
    expect_done(db_begin(db, &error), error);
    db_rollback(db);
    assert_int_equal(db_line(db).kind, DB_LINE_UP);
}

static void db_run__beyond_the_time_limit__says_that_it_took_too_long(void **state)
{
    const Guest *guest = *state;
    g_autoptr(GError) error = NULL, late = NULL;
    run(guest->fixture->db, "ALTER ROLE %s SET statement_timeout = '100ms'", guest->role);
    g_autoptr(Db) db = enter(guest, "right", "", &error);
    expect_done(db != NULL, error);
    assert_false(db_run(db, "SELECT pg_sleep(30)", DB_NO_VALUES, NULL, &late));
    expect_fault(late, FAULT_BUSY);
}

/* What could not be made known to the server after the line was down is made known again. */
static void db_run__that_failed_after_the_line_was_down__works_the_next_time(void **state)
{
    const Guest *guest = *state;
    g_autoptr(GError) error = NULL, busy = NULL;
    Db *holder = guest->fixture->db;
    const char *schema = guest->fixture->schema;
    g_autofree char *grant =
        g_strdup_printf("GRANT USAGE ON SCHEMA %s TO %s; GRANT SELECT ON %s.setting TO %s;"
                        "ALTER ROLE %s SET lock_timeout = '100ms'",
                        schema, guest->role, schema, guest->role, guest->role);
    g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM %s.setting", schema);
    run(holder, grant, "");
    g_autoptr(Db) db = enter(guest, "right", "", &error);
    expect_done(db != NULL && db_run(db, sql, DB_NO_VALUES, NULL, &error), error);
    throw_out(guest);
    expect_done(db_begin(db, &error), error);
    db_rollback(db);
    expect_done(db_begin(holder, &error), error);
    run(holder, "LOCK TABLE %s.setting", schema);
    assert_false(db_run(db, sql, DB_NO_VALUES, NULL, &busy));
    expect_fault(busy, FAULT_BUSY);
    db_rollback(holder);
    expect_done(db_run(db, sql, DB_NO_VALUES, NULL, &error), error);
}

static gpointer interrupt_soon(gpointer db)
{
    g_usleep(G_USEC_PER_SEC / 2);
    db_interrupt(db);
    return NULL;
}

/* A server that answers is asked to stop; one that does not is left. */
static void db_interrupt__breaks_off_what_runs__also_when_nobody_answers(void **state)
{
    const Guest *guest = *state;
    g_autoptr(GError) error = NULL, cancelled = NULL, left = NULL;
    g_autoptr(CutProxy) proxy = NULL;
    g_autofree char *more = NULL;
    g_autoptr(Db) db = enter(guest, "right", "", &error);
    expect_done(db != NULL, error);
    GThread *thread = g_thread_new("interrupt", interrupt_soon, db);
    assert_false(db_run(db, "SELECT pg_sleep(60)", DB_NO_VALUES, NULL, &cancelled));
    g_thread_join(thread);
    expect_fault(cancelled, FAULT_CANCELLED);

    g_autofree char *host = show(guest->fixture->db, "port");
    proxy = cut_proxy_new("localhost", host);
    more = g_strdup_printf("host=127.0.0.1 port=%d", cut_proxy_port(proxy));
    g_autoptr(Db) held = enter(guest, "right", more, &error);
    expect_done(held != NULL, error);
    cut_proxy_hold(proxy, true);
    thread = g_thread_new("interrupt", interrupt_soon, held);
    assert_false(db_run(held, "SELECT 1", DB_NO_VALUES, NULL, &left));
    g_thread_join(thread);
    expect_fault(left, FAULT_LINE_DOWN);
    assert_int_equal(db_line(held).kind, DB_LINE_DOWN);
    cut_proxy_hold(proxy, false);
    expect_done(db_run(held, "SELECT 1", DB_NO_VALUES, NULL, &error), error);
    assert_int_equal(db_line(held).kind, DB_LINE_UP);
}

/* Somebody who does not want to wait; the line is there again as soon as that is over. */
static bool refuse_to_wait(guint seconds, gpointer proxy)
{
    if (seconds == 0) {
        cut_proxy_hold(proxy, false);
    }
    return false;
}

static void db_begin__that_nobody_waits_for__is_not_tried_again_by_itself(void **state)
{
    const Guest *guest = *state;
    g_autoptr(GError) error = NULL, left = NULL;
    g_autofree char *port = show(guest->fixture->db, "port");
    g_autoptr(CutProxy) proxy = cut_proxy_new("localhost", port);
    g_autofree char *more = g_strdup_printf("host=127.0.0.1 port=%d", cut_proxy_port(proxy));
    g_autoptr(Db) db = enter(guest, "right", more, &error);
    expect_done(db != NULL, error);
    db_set_waiting(db, refuse_to_wait, proxy);
    cut_proxy_hold(proxy, true);
    assert_false(db_begin(db, &left));
    expect_fault(left, FAULT_LINE_DOWN);
    expect_done(db_begin(db, &error), error);
    db_rollback(db);
}

static bool tell(guint seconds, gpointer data)
{
    g_string_append_printf(data, "%u ", seconds);
    return true;
}

/* A host that takes the line and says nothing is left after the time the string gives it. */
static void db_begin__while_nobody_lets_us_in__says_each_second_that_it_waits(void **state)
{
    const Guest *guest = *state;
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) told = g_string_new(NULL);
    g_autofree char *host = show(guest->fixture->db, "port");
    g_autoptr(CutProxy) proxy = cut_proxy_new("localhost", host);
    g_autofree char *more =
        g_strdup_printf("host=127.0.0.1 port=%d connect_timeout=2", cut_proxy_port(proxy));
    g_autoptr(Db) db = enter(guest, "right", more, &error);
    expect_done(db != NULL, error);
    throw_out(guest);
    cut_proxy_hold(proxy, true);
    db_set_waiting(db, tell, told);
    expect_told(db, FAULT_LINE_DOWN, "cannot be reached just now");
    cut_proxy_hold(proxy, false);
    assert_true(g_str_has_prefix(told->str, "1 "));
    assert_true(g_str_has_suffix(told->str, " 0 "));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(db_open__of_a_server_that_says_no__says_why, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(db_open__without_a_password__says_where_it_belongs, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(db_open__sets_time_limits__where_the_role_has_none, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(db_begin__keeps_the_time_limits_of_the_role, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            db_run__that_failed_after_the_line_was_down__works_the_next_time, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            db_begin__that_nobody_waits_for__is_not_tried_again_by_itself, set_up, tear_down),
        cmocka_unit_test_setup_teardown(db_open__with_a_planted_function__does_not_call_it, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            db_begin__after_the_password_was_changed__says_so_until_it_is_right_again, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(db_run__beyond_the_time_limit__says_that_it_took_too_long,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            db_interrupt__breaks_off_what_runs__also_when_nobody_answers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            db_begin__while_nobody_lets_us_in__says_each_second_that_it_waits, set_up, tear_down),
    };
    const char *server = g_getenv("TRESEN_TEST_PG");

    if (server == NULL || *server == '\0') {
        printf("Sessions: left out, TRESEN_TEST_PG names no server.\n");
        return 0;
    }
    return cmocka_run_group_tests_name("sessions", tests, NULL, NULL);
}
