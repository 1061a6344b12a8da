/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes and removes shops for tests. */
#include "tests/data/fixture.h"

#include "data/base/fault.h"
#include "data/db/migrate.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void demand(bool done, const GError *error)
{
    if (done) {
        return;
    }
    fprintf(stderr, "The shop for the test cannot be made: %s\n",
            error != NULL ? error->message : "?");
    abort();
}

char *fixture_folder(void)
{
    g_autoptr(GError) error = NULL;
    char *folder = g_dir_make_tmp("tresen-XXXXXX", &error);

    demand(folder != NULL, error);
    return folder;
}

void fixture_empty_folder(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);

    for (const char *name = dir != NULL ? g_dir_read_name(dir) : NULL; name != NULL;
         name = g_dir_read_name(dir)) {
        char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
            fixture_remove_folder(path);
        } else {
            g_unlink(path);
            g_free(path);
        }
    }
}

void fixture_remove_folder(char *folder)
{
    fixture_empty_folder(folder);
    g_rmdir(folder);
    g_free(folder);
}

static Db *build(const char *where)
{
    g_autoptr(GError) error = NULL;
    Db *db = db_open(where, DB_BUILD, &error);

    demand(db != NULL, error);
    bool done = migrate_run(db, FIXTURE_NOW, &error);
    /* In one call, ERROR might be read before it is set. */
    demand(done, error);
    return db;
}

Fixture *fixture_sqlite(void)
{
    Fixture *fixture = g_new0(Fixture, 1);

    fixture->folder = fixture_folder();
    fixture->where = g_build_filename(fixture->folder, "shop.tresen", NULL);
    fixture->db = build(fixture->where);
    return fixture;
}

/* WHERE with the schema as its search path, for ROLE; NULL: for who connects. */
static char *in_schema(const char *where, const char *schema, const char *role)
{
    g_autofree char *options = g_strdup_printf(
        "-c search_path=%s%s%s", schema, role != NULL ? " -c role=" : "", role != NULL ? role : "");
    g_autofree char *escaped = g_uri_escape_string(options, NULL, false);
    if (g_strrstr(where, "://") == NULL) {
        return g_strdup_printf("%s options='%s'", where, options);
    }
    return g_strdup_printf("%s%coptions=%s", where, g_strrstr(where, "?") != NULL ? '&' : '?',
                           escaped);
}

/* Runs SQL on the server, outside any shop. */
static void on_server(const char *sql)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *where = in_schema(g_getenv("TRESEN_TEST_PG"), "pg_catalog", NULL);
    g_autoptr(Db) db = db_open(where, DB_BUILD, &error);

    demand(db != NULL, error);
    bool done = db_run_script(db, sql, &error);
    demand(done, error);
}

/* The shop of FIXTURE as ROLE sees it, who may read and write rows and nothing else. */
static void work_as(Fixture *fixture, const char *role)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *grant =
        g_strdup_printf("GRANT USAGE ON SCHEMA %s TO %s; "
                        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %s TO %s; "
                        "REVOKE INSERT, UPDATE, DELETE ON %s.migration FROM %s",
                        fixture->schema, role, fixture->schema, role, fixture->schema, role);
    g_autofree char *where = in_schema(g_getenv("TRESEN_TEST_PG"), fixture->schema, role);
    on_server(grant);
    db_close(fixture->db);
    fixture->db = db_open(where, DB_READ_WRITE, &error);
    demand(fixture->db != NULL, error);
    g_free(fixture->where);
    fixture->where = g_steal_pointer(&where);
}

Fixture *fixture_postgres(void)
{
    const char *server = g_getenv("TRESEN_TEST_PG");
    if (server == NULL || *server == '\0') {
        return NULL;
    }

    Fixture *fixture = g_new0(Fixture, 1);
    fixture->folder = fixture_folder();
    fixture->schema = g_strdup_printf("test_%d_%08x", (int)getpid(), g_random_int());
    g_autofree char *create = g_strdup_printf("CREATE SCHEMA %s", fixture->schema);
    on_server(create);
    fixture->where = in_schema(server, fixture->schema, NULL);
    fixture->db = build(fixture->where);
    const char *role = g_getenv("TRESEN_TEST_PG_ROLE");
    if (role != NULL) {
        work_as(fixture, role);
    }
    return fixture;
}

void fixture_free(Fixture *fixture)
{
    if (fixture == NULL) {
        return;
    }
    db_close(fixture->db);
    if (fixture->schema != NULL) {
        g_autofree char *drop = g_strdup_printf("DROP SCHEMA %s CASCADE", fixture->schema);
        on_server(drop);
    }
    fixture_remove_folder(fixture->folder);
    g_free(fixture->where);
    g_free(fixture->schema);
    g_free(fixture);
}

char *fixture_free_place(Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    if (fixture->schema == NULL) {
        return g_build_filename(fixture->folder, "moved.tresen", NULL);
    }
    g_autofree char *script = g_strdup_printf("DROP SCHEMA %s CASCADE; CREATE SCHEMA %s",
                                              fixture->schema, fixture->schema);
    bool done = db_run_script(fixture->db, script, &error);
    demand(done, error);
    g_clear_pointer(&fixture->db, db_close);
    return g_strdup(fixture->where);
}

void expect_it_is_done(bool done, const GError *error)
{
    if (!done || error != NULL) {
        fail_msg("%s", error != NULL ? error->message : "It failed without a message.");
    }
}

void expect_fault(const GError *error, int fault)
{
    if (error == NULL) {
        fail_msg("It did not fail, but fault %d was to come.", fault);
    }
    if (error->domain != FAULT || error->code != fault) {
        fail_msg("Fault %d was to come, and not %d: %s", fault, error->code, error->message);
    }
    if (!g_str_has_suffix(error->message, ".") && !g_str_has_suffix(error->message, "?")) {
        fail_msg("No sentence: %s", error->message);
    }
}

static int set_up_sqlite(void **state)
{
    *state = fixture_sqlite();
    return 0;
}

static int set_up_postgres(void **state)
{
    *state = fixture_postgres();
    return 0;
}

static int tear_down(void **state)
{
    fixture_free(*state);
    return 0;
}

static int run(const char *name, const char *engine, CMFixtureFunction set_up,
               const struct CMUnitTest *tests, size_t count)
{
    g_autofree char *title = g_strdup_printf("%s on %s", name, engine);
    g_autofree struct CMUnitTest *copy = g_memdup2(tests, count * sizeof(*tests));

    for (size_t i = 0; i < count; i++) {
        copy[i].setup_func = set_up;
        copy[i].teardown_func = tear_down;
    }
    return _cmocka_run_group_tests(title, copy, count, NULL, NULL);
}

int fixture_on_sqlite(const char *name, const struct CMUnitTest *tests, size_t count)
{
    return run(name, "SQLite", set_up_sqlite, tests, count);
}

int fixture_on_postgres(const char *name, const struct CMUnitTest *tests, size_t count)
{
    const char *server = g_getenv("TRESEN_TEST_PG");

    if (server == NULL || *server == '\0') {
        printf("%s on PostgreSQL: left out, TRESEN_TEST_PG names no server.\n", name);
        return 0;
    }
    return run(name, "PostgreSQL", set_up_postgres, tests, count);
}

int fixture_for_each_engine(const char *name, const struct CMUnitTest *tests, size_t count)
{
    return fixture_on_sqlite(name, tests, count) + fixture_on_postgres(name, tests, count);
}
