/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups: whole, private, proved, and never in place of a good one before they are. */
#include "data/db/backup.h"

#include "data/base/fault.h"
#include "tests/data/fixture.h"
#include "tests/data/place.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char INSERT[] = "INSERT INTO setting (name, value) VALUES ($1, $2)";

static void put(Db *db, const char *name)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *value = g_strnfill(3000, 'v');

    expect_done(db_run(db, INSERT, DB_VALUES(db_text(name), db_text(value)), NULL, &error), error);
}

static void make(Db *db, const char *target)
{
    g_autoptr(GError) error = NULL;

    expect_done(backup_make(db, target, &error), error);
}

static void expect_verified(const char *target)
{
    g_autoptr(GError) error = NULL;

    expect_done(backup_verify(target, &error), error);
}

static gint64 settings_in(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = db_open(path, DB_READ_ONLY, &error);
    gint64 count = -1;

    expect_done(db != NULL, error);
    expect_done(db_get_int(db, "SELECT count(*) FROM setting", DB_NO_VALUES, &count, NULL, &error),
                error);
    return count;
}

static void expect_private(const char *path)
{
    struct stat info;

    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
}

static char *in_folder(const Fixture *fixture, const char *name)
{
    return g_build_filename(fixture->folder, name, NULL);
}

static void backup_make__copies__the_shop_privately(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *target = in_folder(fixture, "copy.tresen");
    g_autofree char *sums = in_folder(fixture, "copy.tresen.sha256");
    g_autofree char *aside = in_folder(fixture, "copy.tresen.tmp");
    mode_t mask = umask(0);

    put(fixture->db, "a");
    place_write(aside, "left over from a killed backup", 30);
    make(fixture->db, target);
    umask(mask);
    put(fixture->db, "b");
    assert_true(settings_in(target) == 1);
    expect_verified(target);
    expect_private(target);
    expect_private(sums);
    assert_false(g_file_test(aside, G_FILE_TEST_EXISTS));
}

static void backup_make__onto_an_older_one__replaces_it(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *target = in_folder(fixture, "copy.tresen");

    make(fixture->db, target);
    put(fixture->db, "a");
    make(fixture->db, target);
    expect_verified(target);
    assert_true(settings_in(target) == 1);
}

static void backup_make__in_a_transaction__is_refused(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *target = in_folder(fixture, "copy.tresen");
    g_autoptr(GError) error = NULL;

    expect_done(db_begin(fixture->db, &error), error);
    assert_false(backup_make(fixture->db, target, &error));
    expect_fault(error, FAULT_INTERNAL);
    db_rollback(fixture->db);
    assert_false(g_file_test(target, G_FILE_TEST_EXISTS));
}

static void backup_make__into_a_missing_folder__says_so(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *target = g_build_filename(fixture->folder, "nowhere", "copy.tresen", NULL);
    g_autoptr(GError) error = NULL;

    assert_false(backup_make(fixture->db, target, &error));
    expect_fault(error, FAULT_MISSING);
}

static void flip(const char *path, gsize at)
{
    gsize length = 0;
    g_autofree guint8 *bytes = place_read(path, &length);

    assert_true(at < length);
    bytes[at] ^= 1;
    place_write(path, bytes, length);
}

/* A shop that is damaged inside is not a backup; the older one stays. */
static void backup_make__of_a_damaged_shop__keeps_the_older_backup(void **state)
{
    Fixture *fixture = *state;
    g_autofree char *target = in_folder(fixture, "copy.tresen");
    g_autofree char *before = NULL, *after = NULL;
    g_autoptr(GError) error = NULL;

    make(fixture->db, target);
    expect_done(db_run_script(fixture->db, "PRAGMA foreign_keys = OFF", &error), error);
    expect_done(
        db_run_script(
            fixture->db,
            "INSERT INTO contact (version, created_at, updated_at, customer_id, kind, value, key) "
            "VALUES (1, '', '', 99, 'phone', '1', '1')",
            &error),
        error);
    before = place_describe(fixture->folder);
    assert_false(backup_make(fixture->db, target, &error));
    expect_fault(error, FAULT_DAMAGED);
    after = place_describe(fixture->folder);
    assert_string_equal(after, before);
    expect_verified(target);
}

static void backup_verify__after_any_change__refuses(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *target = in_folder(fixture, "copy.tresen");
    g_autofree char *sums = in_folder(fixture, "copy.tresen.sha256");
    g_autoptr(GRand) chance = g_rand_new_with_seed(2);
    struct stat info;

    put(fixture->db, "a");
    make(fixture->db, target);
    assert_int_equal(stat(target, &info), 0);
    for (int i = 0; i < 100; i++) {
        g_autoptr(GError) error = NULL;
        gsize at = (gsize)g_rand_int_range(chance, 0, (gint32)info.st_size);
        flip(target, at);
        assert_false(backup_verify(target, &error));
        expect_fault(error, FAULT_DAMAGED);
        flip(target, at);
    }
    expect_verified(target);
    flip(sums, 3);
    g_autoptr(GError) wrong = NULL, missing = NULL, gone = NULL;
    assert_false(backup_verify(target, &wrong));
    expect_fault(wrong, FAULT_DAMAGED);
    g_unlink(sums);
    assert_false(backup_verify(target, &missing));
    expect_fault(missing, FAULT_MISSING);
    g_unlink(target);
    assert_false(backup_verify(target, &gone));
    expect_fault(gone, FAULT_MISSING);
}

/* Works in a process of its own whose files may only grow to a limit, as on a full disk. */
static bool run_out_of_room(const char *where, const char *target)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = db_open(where, DB_READ_WRITE, &error);

    signal(SIGXFSZ, SIG_IGN);
    return db != NULL && setrlimit(RLIMIT_FSIZE, &(struct rlimit){50000, RLIM_INFINITY}) == 0 &&
           !backup_make(db, target, &error) && g_error_matches(error, FAULT, FAULT_FULL);
}

static void backup_make__on_a_full_disk__leaves_the_older_one(void **state)
{
    Fixture *fixture = *state;
    g_autofree char *target = in_folder(fixture, "copy.tresen");

    make(fixture->db, target);
    g_clear_pointer(&fixture->db, db_close);
    g_autofree char *before = place_describe(fixture->folder);
    pid_t child = place_fork();
    if (child == 0) {
        place_leave(run_out_of_room(fixture->where, target));
    }
    assert_true(place_ended_well(child));
    g_autofree char *after = place_describe(fixture->folder);
    assert_string_equal(after, before);
    expect_verified(target);
}

/* Killed at any moment, a good backup is there. */
static void backup_make__killed__leaves_a_good_backup(void **state)
{
    Fixture *fixture = *state;
    g_autofree char *target = in_folder(fixture, "copy.tresen");

    make(fixture->db, target);
    g_clear_pointer(&fixture->db, db_close);
    for (guint i = 0; i < 40; i++) {
        pid_t child = place_fork();
        if (child == 0) {
            g_autoptr(Db) db = db_open(fixture->where, DB_READ_WRITE, NULL);
            while (db != NULL && backup_make(db, target, NULL)) {
                continue;
            }
            place_leave(false);
        }
        g_usleep(2000 + i * 500);
        assert_int_equal(kill(child, SIGKILL), 0);
        assert_true(waitpid(child, NULL, 0) == child);
        expect_verified(target);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(backup_make__copies__the_shop_privately),
        cmocka_unit_test(backup_make__onto_an_older_one__replaces_it),
        cmocka_unit_test(backup_make__in_a_transaction__is_refused),
        cmocka_unit_test(backup_make__into_a_missing_folder__says_so),
        cmocka_unit_test(backup_make__of_a_damaged_shop__keeps_the_older_backup),
        cmocka_unit_test(backup_verify__after_any_change__refuses),
        cmocka_unit_test(backup_make__on_a_full_disk__leaves_the_older_one),
        cmocka_unit_test(backup_make__killed__leaves_a_good_backup),
    };

    return fixture_on_sqlite("backup", tests, G_N_ELEMENTS(tests));
}
