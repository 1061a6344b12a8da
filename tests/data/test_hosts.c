/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several hosts: which of them is asked, what a copy can do, and the way back to the server. */
#include "data/base/fault.h"
#include "data/db/listen.h"
#include "data/db/migrate.h"
#include "tests/data/cluster.h"
#include "tests/data/fixture.h"

#include <stdio.h>
#include <string.h>

/* The server, and a copy that follows it. */
typedef struct {
    Cluster *main, *copy;
} Pair;

static const char PUT[] = "INSERT INTO setting (name, value) VALUES ($1, '1')";

static int set_up(void **state)
{
    Pair *pair = g_new0(Pair, 1);
    g_autoptr(GError) error = NULL;
    pair->main = cluster_new();
    g_autofree char *where = g_strdup_printf("host=%s port=%d user=tresen dbname=postgres",
                                             pair->main->folder, pair->main->port);
    g_autoptr(Db) db = db_open(where, DB_BUILD, &error);
    expect_done(db != NULL, error);
    expect_done(migrate_run(db, FIXTURE_NOW, &error), error);
    pair->copy = cluster_new_standby(pair->main);
    *state = pair;
    return 0;
}

static int tear_down(void **state)
{
    Pair *pair = *state;
    cluster_free(pair->copy);
    cluster_free(pair->main);
    g_free(pair);
    return 0;
}

/* The shop on both, the copy named first. */
static Db *open_both(const Pair *pair, const char *more)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *where =
        g_strdup_printf("postgresql://tresen@localhost:%d,127.0.0.1:%d/postgres?sslmode=disable%s",
                        pair->copy->port, pair->main->port, more);
    Db *db = db_open(where, DB_READ_WRITE, &error);
    expect_done(db != NULL, error);
    return db;
}

static bool put(Db *db, const char *name, GError **error)
{
    if (!db_begin(db, error)) {
        return false;
    }
    if (!db_run(db, PUT, DB_VALUES(db_text(name)), NULL, error)) {
        db_rollback(db);
        return false;
    }
    return db_commit(db, error);
}

/* How many settings a transaction of its own sees. */
static gint64 count(Db *db)
{
    g_autoptr(GError) error = NULL;
    gint64 number = -1;
    expect_done(db_read_begin(db, &error), error);
    expect_done(db_get_int(db, "SELECT count(*) FROM setting", DB_NO_VALUES, &number, NULL, &error),
                error);
    db_read_end(db);
    return number;
}

/* A copy is a moment behind: waits until DB sees NUMBER settings. */
static void expect_count(Db *db, gint64 number)
{
    for (guint i = 0; i < 100 && count(db) != number; i++) {
        g_usleep(G_USEC_PER_SEC / 10);
    }
    assert_true(count(db) == number);
}

static void expect_main(const Db *db)
{
    assert_int_equal(db_line(db).kind, DB_LINE_UP);
    assert_string_equal(db_line(db).as_of, "");
    assert_false(db_is_read_only(db));
}

static void expect_copy(const Db *db)
{
    assert_int_equal(db_line(db).kind, DB_LINE_STANDBY);
    assert_int_equal(strlen(db_line(db).as_of), 20);
    assert_true(db_line(db).as_of[19] == 'Z');
    assert_true(db_is_read_only(db));
}

static void db_open__with_several_hosts__takes_the_one_that_can_be_written(void **state)
{
    const Pair *pair = *state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = open_both(pair, "");
    g_autoptr(Db) copy = open_both(pair, "&target_session_attrs=prefer-standby");
    expect_main(db);
    expect_done(put(db, "first", &error), error);
    expect_count(copy, count(db));
    expect_copy(copy);
    assert_false(put(copy, "refused", &error));
    expect_fault(error, FAULT_READ_ONLY);
}

static void note_line(const DbLine *line, gpointer data)
{
    g_string_append_c(data, "udc"[line->kind]);
}

static void note_change(gpointer data)
{
    *(guint *)data += 1;
}

/* Runs the main loop until the listener has called, half a minute at most. */
static void wait_for_call(const guint *calls)
{
    for (guint i = 0; i < 300 && *calls == 0; i++) {
        while (g_main_context_iteration(NULL, FALSE)) {
            continue;
        }
        g_usleep(G_USEC_PER_SEC / 10);
    }
    assert_true(*calls > 0);
}

static void db_begin__when_the_server_is_gone__reads_from_the_copy_until_it_is_back(void **state)
{
    const Pair *pair = *state;
    g_autoptr(GError) error = NULL, refusal = NULL;
    g_autoptr(GString) told = g_string_new(NULL);
    g_autoptr(Db) db = open_both(pair, "");
    guint calls = 0;
    DbListener *listener = db_listen(db, note_change, &calls);
    db_set_line_told(db, note_line, told);
    gint64 before = count(db);
    cluster_stop(pair->main);
    expect_count(db, before);
    expect_copy(db);
    assert_false(put(db, "refused", &refusal));
    expect_fault(refusal, FAULT_READ_ONLY);
    assert_non_null(strstr(refusal->message, "a copy"));

    cluster_start(pair->main);
    /* It may still tell that the server went down. */
    bool done = false;
    for (guint told_of = 0; told_of < 2 && !done; told_of++) {
        calls = 0;
        wait_for_call(&calls);
        g_clear_error(&error);
        done = put(db, "again", &error);
    }
    expect_done(done, error);
    expect_main(db);
    assert_string_equal(told->str, "cu");
    db_listener_free(listener);
}

static void db_begin__when_nobody_answers__says_the_line_is_down(void **state)
{
    const Pair *pair = *state;
    g_autoptr(GError) error = NULL, down = NULL;
    g_autoptr(GString) told = g_string_new(NULL);
    g_autoptr(Db) db = open_both(pair, "");
    db_set_line_told(db, note_line, told);
    cluster_stop(pair->main);
    cluster_stop(pair->copy);
    assert_false(put(db, "lost", &down));
    expect_fault(down, FAULT_LINE_DOWN);
    assert_int_equal(db_line(db).kind, DB_LINE_DOWN);
    assert_false(db_is_read_only(db));
    cluster_start(pair->main);
    cluster_start(pair->copy);
    expect_done(put(db, "found", &error), error);
    expect_main(db);
    assert_string_equal(told->str, "du");
}

/* The last one: nobody follows the main server after it. */
static void db_begin__when_the_copy_becomes_the_server__writes_there(void **state)
{
    const Pair *pair = *state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = open_both(pair, "");
    gint64 before = count(db);
    cluster_stop(pair->main);
    expect_count(db, before);
    expect_copy(db);
    cluster_promote(pair->copy);
    expect_done(put(db, "promoted", &error), error);
    expect_main(db);
    assert_true(count(db) == before + 1);
}

static void db_open__by_a_service__takes_its_hosts(void **state)
{
    const Pair *pair = *state;
    g_autofree char *file = g_build_filename(pair->main->folder, "services", NULL);
    g_autofree char *text = g_strdup_printf(
        "[emma]\nhost=localhost,localhost\nport=%d,%d\nuser=tresen\ndbname=postgres\n"
        "sslmode=disable\n[careful]\nhost=localhost\nport=%d\nuser=tresen\ndbname=postgres\n",
        pair->copy->port, pair->main->port, pair->main->port);
    g_autoptr(GError) error = NULL, refusal = NULL;
    expect_done(g_file_set_contents(file, text, -1, &error), error);
    g_setenv("PGSERVICEFILE", file, TRUE);
    g_autoptr(Db) db = db_open("service=emma", DB_READ_WRITE, &error);
    Db *careful = db_open("service=careful", DB_READ_WRITE, &refusal);
    g_unsetenv("PGSERVICEFILE");
    expect_done(db != NULL, error);
    expect_main(db);
    /* A service that says nothing of TLS gets the careful way. */
    assert_null(careful);
    expect_fault(refusal, FAULT_REFUSED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(db_open__with_several_hosts__takes_the_one_that_can_be_written),
        cmocka_unit_test(db_open__by_a_service__takes_its_hosts),
        cmocka_unit_test(db_begin__when_the_server_is_gone__reads_from_the_copy_until_it_is_back),
        cmocka_unit_test(db_begin__when_nobody_answers__says_the_line_is_down),
        cmocka_unit_test(db_begin__when_the_copy_becomes_the_server__writes_there),
    };
    const char *server = g_getenv("TRESEN_TEST_PG");

    if (server == NULL || *server == '\0') {
        printf("Several hosts: left out, TRESEN_TEST_PG names no server.\n");
        return 0;
    }
    return cmocka_run_group_tests_name("several hosts", tests, set_up, tear_down);
}
