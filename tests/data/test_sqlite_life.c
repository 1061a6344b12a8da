/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop's file over its life: places that may only be read, killed programs, a full disk, a file
 * that goes away. */
#include "data/base/fault.h"
#include "data/db/check.h"
#include "tests/data/fixture.h"
#include "tests/data/place.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char INSERT[] =
    "INSERT INTO branch (version, created_at, updated_at, name) VALUES (1, '', '', $1)";
static const char COUNT[] = "SELECT count(*) FROM branch";

static gint64 branches(Db *db)
{
    g_autoptr(GError) error = NULL;
    gint64 count = -1;

    expect_done(db_get_int(db, COUNT, DB_NO_VALUES, &count, NULL, &error), error);
    return count;
}

static bool insert_many(Db *db, int count, GError **error)
{
    g_autofree char *name = g_strnfill(500, 'x');

    for (int i = 0; i < count; i++) {
        if (!db_run(db, INSERT, DB_VALUES(db_text(name)), NULL, error)) {
            return false;
        }
    }
    return true;
}

static void reopen(Fixture *fixture)
{
    g_autoptr(GError) error = NULL;

    g_clear_pointer(&fixture->db, db_close);
    fixture->db = db_open(fixture->where, DB_READ_WRITE, &error);
    expect_done(fixture->db != NULL, error);
}

static void expect_whole(Db *db)
{
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;

    expect_done(check_database(db, findings, &error), error);
    assert_int_equal(findings->len, 0);
}

/* Writes without an end to it, says so, and waits to be killed. */
static void write_half(const char *where, int out)
{
    Db *db = db_open(where, DB_READ_WRITE, NULL);

    /* Little memory, so that pages reach the file before the commit. */
    if (db != NULL && db_run_script(db, "PRAGMA cache_size = 5; PRAGMA cache_spill = 5", NULL) &&
        db_begin(db, NULL) && insert_many(db, 3000, NULL) && write(out, "x", 1) == 1) {
        pause();
    }
    place_leave(false);
}

/* Ends with a shop that was cut off while it wrote: part of the rows in the file, and the journal
 * beside it. */
static void cut_off(Fixture *fixture)
{
    g_autofree char *journal = g_strconcat(fixture->where, "-journal", NULL);
    struct stat info;
    int ready[2];
    char byte;

    g_clear_pointer(&fixture->db, db_close);
    assert_int_equal(pipe(ready), 0);
    pid_t child = place_fork();
    if (child == 0) {
        write_half(fixture->where, ready[1]);
    }
    close(ready[1]);
    assert_true(read(ready[0], &byte, 1) == 1);
    close(ready[0]);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_true(waitpid(child, NULL, 0) == child);
    assert_int_equal(stat(journal, &info), 0);
    assert_true(info.st_size > 0);
}

static void db_open__after_a_kill__takes_back_the_half(void **state)
{
    static const DbMode modes[] = {DB_READ_WRITE, DB_READ_ONLY};
    Fixture *fixture = *state;
    g_autofree char *journal = g_strconcat(fixture->where, "-journal", NULL);

    for (guint i = 0; i < G_N_ELEMENTS(modes); i++) {
        g_autoptr(GError) error = NULL;
        cut_off(fixture);
        fixture->db = db_open(fixture->where, modes[i], &error);
        expect_done(fixture->db != NULL, error);
        assert_true(branches(fixture->db) == 0);
        expect_whole(fixture->db);
        assert_false(g_file_test(journal, G_FILE_TEST_EXISTS));
    }
}

/* What a disk makes of a sector that was being written when the power went. */
static void db_open__after_a_power_cut_spoiled_its_beginning__takes_that_back_too(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    cut_off(fixture);
    gsize length = 0;
    g_autofree guint8 *bytes = place_read(fixture->where, &length);
    memset(bytes, 0xa5, 512);
    place_write(fixture->where, bytes, length);

    fixture->db = db_open(fixture->where, DB_READ_WRITE, &error);
    expect_done(fixture->db != NULL, error);
    assert_true(branches(fixture->db) == 0);
    expect_whole(fixture->db);
}

typedef struct {
    const char *where;
    DbMode mode;
    int fault; /* expected; -1: it opens, for reading only */
} Attempt;

/* Runs as somebody without rights. */
static bool try_to_open(gpointer data)
{
    const Attempt *attempt = data;
    g_autoptr(GError) error = NULL, refusal = NULL;
    g_autoptr(Db) db = db_open(attempt->where, attempt->mode, &error);

    if (attempt->fault >= 0) {
        return db == NULL && g_error_matches(error, FAULT, attempt->fault);
    }
    gint64 count = -1;
    return db != NULL && db_is_read_only(db) &&
           db_get_int(db, COUNT, DB_NO_VALUES, &count, NULL, NULL) && count == 1 &&
           !db_begin(db, &refusal) && g_error_matches(refusal, FAULT, FAULT_READ_ONLY);
}

static void db_open__without_the_right_to_write__reads(void **state)
{
    static const struct {
        mode_t folder, file;
        int fault;
    } cases[] = {
        {0555, 0444, -1}, /* nothing may be written */
        {0555, 0666, -1}, /* the file may, but its journal has no place */
        {0777, 0444, -1}, /* the folder may, but the file not */
        {0555, 0000, FAULT_REFUSED},
        {0000, 0444, FAULT_REFUSED},
    };
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;

    expect_done(insert_many(fixture->db, 1, &error), error);
    g_clear_pointer(&fixture->db, db_close);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        Attempt attempt = {fixture->where, i % 2 == 0 ? DB_READ_WRITE : DB_READ_ONLY,
                           cases[i].fault};
        g_autofree char *before = NULL, *after = NULL;
        assert_int_equal(chmod(fixture->where, cases[i].file), 0);
        before = geteuid() == 0 ? place_describe(fixture->folder) : NULL;
        assert_int_equal(chmod(fixture->folder, cases[i].folder), 0);
        bool as_expected = place_as_somebody(try_to_open, &attempt);
        assert_int_equal(chmod(fixture->folder, 0700), 0);
        after = geteuid() == 0 ? place_describe(fixture->folder) : NULL;
        assert_true(as_expected);
        if (before != NULL) {
            assert_string_equal(after, before);
        }
    }
}

/* A reader without rights cannot tidy up after a killed writer, and must not read the half. */
static void db_open__after_a_kill_without_the_right_to_write__is_refused(void **state)
{
    Fixture *fixture = *state;
    g_autofree char *journal = g_strconcat(fixture->where, "-journal", NULL);
    Attempt attempt = {fixture->where, DB_READ_WRITE, FAULT_READ_ONLY};

    cut_off(fixture);
    assert_int_equal(chmod(fixture->where, 0444), 0);
    assert_int_equal(chmod(journal, 0444), 0);
    g_autofree char *before = place_describe(fixture->folder);
    assert_int_equal(chmod(fixture->folder, 0555), 0);
    bool as_expected = place_as_somebody(try_to_open, &attempt);
    assert_int_equal(chmod(fixture->folder, 0700), 0);
    g_autofree char *after = place_describe(fixture->folder);
    assert_true(as_expected);
    assert_string_equal(after, before);
    assert_int_equal(chmod(fixture->where, 0600), 0);
    assert_int_equal(chmod(journal, 0600), 0);
    reopen(fixture);
    assert_true(branches(fixture->db) == 0);
}

static bool build_in(gpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = db_open(data, DB_BUILD, &error);

    return db == NULL && g_error_matches(error, FAULT, FAULT_READ_ONLY);
}

static void db_open__to_build_without_the_right_to_write__is_refused(void **state)
{
    Fixture *fixture = *state;
    g_autofree char *path = g_build_filename(fixture->folder, "new.tresen", NULL);

    g_clear_pointer(&fixture->db, db_close);
    assert_int_equal(chmod(fixture->folder, 0555), 0);
    bool as_expected = place_as_somebody(build_in, path);
    assert_int_equal(chmod(fixture->folder, 0700), 0);
    assert_true(as_expected);
    assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
}

/* Runs in a process of its own with a limit on the size of files, which is what a full disk is to
 * SQLite. */
static bool fill_up(gpointer data)
{
    const char *where = data;
    g_autoptr(GError) error = NULL, later = NULL, commit = NULL;
    g_autoptr(Db) db = db_open(where, DB_READ_WRITE, &error);
    struct stat info;

    if (db == NULL || stat(where, &info) != 0) {
        return false;
    }
    rlim_t size = (rlim_t)info.st_size + 16384;
    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &(struct rlimit){size, RLIM_INFINITY}) != 0 ||
        !db_begin(db, &error)) {
        return false;
    }
    if (!db_run_script(db, "PRAGMA cache_size = 5; PRAGMA cache_spill = 5", &error) ||
        insert_many(db, 3000, &error) || !g_error_matches(error, FAULT, FAULT_FULL)) {
        return false;
    }
    /* SQLite has ended the transaction; what follows must not be written outside of it. */
    if (insert_many(db, 1, &later) || db_commit(db, &commit) || db_in_transaction(db)) {
        return false;
    }
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){RLIM_INFINITY, RLIM_INFINITY});
    return insert_many(db, 2, NULL);
}

static void db_run__on_a_full_disk__loses_nothing(void **state)
{
    Fixture *fixture = *state;

    g_clear_pointer(&fixture->db, db_close);
    pid_t child = place_fork();
    if (child == 0) {
        place_leave(fill_up(fixture->where));
    }
    assert_true(place_ended_well(child));
    reopen(fixture);
    assert_true(branches(fixture->db) == 2);
    expect_whole(fixture->db);
}

/* An outer transaction is lost with the inner one, and must not go on as if nothing had been. */
static bool fill_up_inside(gpointer data)
{
    const char *where = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = db_open(where, DB_READ_WRITE, &error);
    struct stat info;

    if (db == NULL || stat(where, &info) != 0 ||
        !db_run_script(db, "PRAGMA cache_size = 5; PRAGMA cache_spill = 5", &error)) {
        return false;
    }
    signal(SIGXFSZ, SIG_IGN);
    rlim_t size = (rlim_t)info.st_size + 16384;
    if (!db_begin(db, &error) || !insert_many(db, 1, &error) || !db_begin(db, &error) ||
        setrlimit(RLIMIT_FSIZE, &(struct rlimit){size, RLIM_INFINITY}) != 0 ||
        insert_many(db, 3000, &error)) {
        return false;
    }
    db_rollback(db);
    return db_in_transaction(db) && !insert_many(db, 1, NULL) && !db_commit(db, NULL) &&
           !db_in_transaction(db);
}

static void db_rollback__of_an_inner_level_on_a_full_disk__spoils_the_outer_one(void **state)
{
    Fixture *fixture = *state;

    g_clear_pointer(&fixture->db, db_close);
    pid_t child = place_fork();
    if (child == 0) {
        place_leave(fill_up_inside(fixture->where));
    }
    assert_true(place_ended_well(child));
    reopen(fixture);
    assert_true(branches(fixture->db) == 0);
}

static void db_run__on_a_file_that_went_away__says_so(void **state)
{
    Fixture *fixture = *state;
    g_autofree char *moved = g_strconcat(fixture->where, ".moved", NULL);
    g_autoptr(GError) error = NULL;

    assert_int_equal(rename(fixture->where, moved), 0);
    assert_false(insert_many(fixture->db, 1, &error));
    expect_fault(error, FAULT_MISSING);
    assert_int_equal(rename(moved, fixture->where), 0);
    g_clear_error(&error);
    expect_done(insert_many(fixture->db, 1, &error), error);
}

/* Each connection keeps its locks when another one to the same file is opened and closed. */
static void db_open__a_second_time__leaves_the_locks_of_the_first(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;

    expect_done(db_begin(fixture->db, &error), error);
    db_close(db_open(fixture->where, DB_READ_ONLY, NULL));
    pid_t child = place_fork();
    if (child == 0) {
        /* A fresh program: it asks for the lock on RESERVED that the first connection holds. */
        struct flock lock = {
            .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000001, .l_len = 1};
        int file = g_open(fixture->where, O_RDWR, 0);
        place_leave(file >= 0 && fcntl(file, F_GETLK, &lock) == 0 && lock.l_type == F_WRLCK);
    }
    assert_true(place_ended_well(child));
    db_rollback(fixture->db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(db_open__after_a_kill__takes_back_the_half),
        cmocka_unit_test(db_open__after_a_power_cut_spoiled_its_beginning__takes_that_back_too),
        cmocka_unit_test(db_open__without_the_right_to_write__reads),
        cmocka_unit_test(db_open__after_a_kill_without_the_right_to_write__is_refused),
        cmocka_unit_test(db_open__to_build_without_the_right_to_write__is_refused),
        cmocka_unit_test(db_run__on_a_full_disk__loses_nothing),
        cmocka_unit_test(db_rollback__of_an_inner_level_on_a_full_disk__spoils_the_outer_one),
        cmocka_unit_test(db_run__on_a_file_that_went_away__says_so),
        cmocka_unit_test(db_open__a_second_time__leaves_the_locks_of_the_first),
    };

    return fixture_on_sqlite("a shop's life", tests, G_N_ELEMENTS(tests));
}
