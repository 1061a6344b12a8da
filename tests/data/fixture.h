/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fresh, empty shop for every test of data/, on each engine. */
#pragma once

/* cmocka wants these four before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/db/db.h"

/* The UTC instant at which the shops of the fixtures are made. */
#define FIXTURE_NOW "2026-03-01T08:00:00Z"

typedef struct {
    Db *db;       /* open, with all migrations; a test may close it and set it to NULL */
    char *where;  /* what db_open takes; for a second connection to the same shop */
    char *folder; /* a folder of the test's own, removed with all files in it at the end */
    char *schema; /* on PostgreSQL, dropped at the end */
} Fixture;

/* A fresh shop on SQLite, in a temporary folder. Ends the program when it cannot be made. */
Fixture *fixture_sqlite(void);
/* A fresh shop on the server of $TRESEN_TEST_PG, in a schema of its own; NULL when that is
 * unset. With $TRESEN_TEST_PG_ROLE it is worked with as that role, which gets the rights of the
 * program there, as tresen-server-setup gives them; tests that change a schema fail then. */
Fixture *fixture_postgres(void);
/* Closes and removes it. NULL is fine. */
void fixture_free(Fixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Fixture, fixture_free)

/* Takes the shop away and gives a place of the same engine where one can be made. Free with g_free.
 */
char *fixture_free_place(Fixture *fixture);

/* A new temporary folder. Free with fixture_remove_folder. */
char *fixture_folder(void);
/* Removes all that is in FOLDER. */
void fixture_empty_folder(const char *folder);
/* Removes FOLDER with all that is in it, and frees the name. */
void fixture_remove_folder(char *folder);

/* Fails the test with ERROR's message unless DONE; for calls that return false on a fault:
 * expect_done(clerk_do(db, &error), error). A macro, so that ERROR is read after the call. */
#define expect_done(done, error)                                                                   \
    do {                                                                                           \
        bool expect_done_done = (done);                                                            \
        expect_it_is_done(expect_done_done, (error));                                              \
    } while (0)
void expect_it_is_done(bool done, const GError *error);
/* Fails the test unless ERROR is this FAULT, and its message a sentence. */
void expect_fault(const GError *error, int fault);

/* Runs the COUNT TESTS, made with cmocka_unit_test, on SQLite and, where $TRESEN_TEST_PG names a
 * server, on PostgreSQL: each with a Fixture of its own in *state. NAME is the module's. Returns
 * how many failed, for main to return. */
int fixture_for_each_engine(const char *name, const struct CMUnitTest *tests, size_t count);
/* The same on SQLite only. */
int fixture_on_sqlite(const char *name, const struct CMUnitTest *tests, size_t count);
/* The same on PostgreSQL only; none where $TRESEN_TEST_PG names no server. */
int fixture_on_postgres(const char *name, const struct CMUnitTest *tests, size_t count);
