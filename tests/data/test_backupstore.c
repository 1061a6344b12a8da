/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store of a shop's backups: making, the second place, what is due. */
#include "data/backup/list.h"
#include "data/backup/prove.h"
#include "data/backup/take.h"
#include "data/base/fault.h"
#include "data/base/instant.h"
#include "data/db/backup_file.h"
#include "data/setting.h"
#include "tests/data/fixture.h"
#include "tests/data/people.h"
#include "tests/data/place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DAY = 24 * 60 * 60 };

/* A store in the fixture's folder. */
typedef struct {
    Fixture *fixture;
    char *folder, *second;
    BackupPlace place;
} Store;

static Store store_of(void **state)
{
    Fixture *fixture = *state;
    Store store = {.fixture = fixture,
                   .folder = g_build_filename(fixture->folder, "backups", NULL),
                   .second = g_build_filename(fixture->folder, "stick", NULL)};
    store.place = (BackupPlace){.folder = store.folder};
    return store;
}

static void store_clear(Store *store)
{
    g_free(store->folder);
    g_free(store->second);
}

static void instant_after(const char *from, gint64 seconds, char text[21])
{
    g_autoptr(GDateTime) start = g_date_time_new_from_iso8601(from, NULL);
    g_autoptr(GDateTime) then = g_date_time_add_seconds(start, (double)seconds);
    instant_write(then, text);
}

static BackupMade take(const Store *store, BackupWhy why, const char *now)
{
    g_autoptr(GError) error = NULL;
    BackupMade made = {0};
    expect_done(backup_take(store->fixture->db, &store->place, why, now, NULL, NULL, &made, &error),
                error);
    return made;
}

static guint count_of(const Store *store, const char *now)
{
    g_autoptr(GPtrArray) list = backup_list(&store->place, store->fixture->where, now);
    return list->len;
}

static mode_t mode_of(const char *path)
{
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    return info.st_mode & 07777;
}

static void backup_take__makes_private_proved_files__whatever_the_umask(void **state)
{
    Store store = store_of(state);
    mode_t mask = umask(0);
    BackupMade made = take(&store, BACKUP_BY_HAND, FIXTURE_NOW);
    umask(mask);
    g_autofree char *proof = g_strconcat(made.path, ".sha256", NULL);
    g_autofree char *own = g_path_get_dirname(made.path);
    assert_int_equal(mode_of(made.path), 0600);
    assert_int_equal(mode_of(proof), 0600);
    assert_int_equal(mode_of(own), 0700);
    assert_int_equal(mode_of(store.folder), 0700);
    assert_null(made.second_path);
    assert_null(made.second_trouble);

    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = backup_list(&store.place, store.fixture->where, FIXTURE_NOW);
    assert_int_equal(list->len, 1);
    Backup *backup = g_ptr_array_index(list, 0);
    assert_string_equal(backup->made, FIXTURE_NOW);
    assert_int_equal(backup->why, BACKUP_BY_HAND);
    assert_int_equal(backup->proof, BACKUP_NOT_LOOKED_AT);
    assert_false(backup->is_locked || backup->is_second || backup->is_ahead);
    expect_done(backup_prove(backup, NULL, store.folder, NULL, NULL, &error), error);
    assert_int_equal(backup->proof, BACKUP_SOUND);
    backup_made_clear(&made);
    store_clear(&store);
}

static void backup_take__twice_in_a_second__keeps_both(void **state)
{
    Store store = store_of(state);
    BackupMade one = take(&store, BACKUP_IMPORT, FIXTURE_NOW);
    BackupMade two = take(&store, BACKUP_IMPORT, FIXTURE_NOW);
    assert_string_not_equal(one.path, two.path);
    assert_int_equal(count_of(&store, FIXTURE_NOW), 2);
    backup_made_clear(&one);
    backup_made_clear(&two);
    store_clear(&store);
}

static void backup_take__of_a_damaged_shop__lets_the_good_ones_be(void **state)
{
    Store store = store_of(state);
    BackupMade made = take(&store, BACKUP_DAILY, FIXTURE_NOW);
    g_autoptr(GError) error = NULL;
    g_autofree char *own = g_path_get_dirname(made.path);
    g_autofree char *before = place_describe(own);
    people_furnish(store.fixture->db);
    people_add(store.fixture->db, &people_hilde);
    /* An entry whose owner is not there. */
    expect_done(db_run_script(store.fixture->db,
                              "PRAGMA foreign_keys = OFF; UPDATE fact SET customer_id = 999999; "
                              "UPDATE contact SET customer_id = 999999; PRAGMA foreign_keys = ON",
                              &error),
                error);
    char later[21];
    instant_after(FIXTURE_NOW, 100 * (gint64)DAY, later);
    assert_false(backup_take(store.fixture->db, &store.place, BACKUP_DAILY, later, NULL, NULL, NULL,
                             &error));
    expect_fault(error, FAULT_DAMAGED);
    g_autofree char *after = place_describe(own);
    assert_string_equal(after, before);
    backup_made_clear(&made);
    store_clear(&store);
}

static bool break_off(BackupStep step, gpointer data)
{
    return step != *(const BackupStep *)data;
}

static void backup_take__broken_off__leaves_nothing(void **state)
{
    Store store = store_of(state);
    g_autoptr(GError) error = NULL;
    BackupStep step = BACKUP_COPIES;
    assert_false(backup_take(store.fixture->db, &store.place, BACKUP_BY_HAND, FIXTURE_NOW,
                             break_off, &step, NULL, &error));
    expect_fault(error, FAULT_CANCELLED);
    assert_int_equal(count_of(&store, FIXTURE_NOW), 0);
    store_clear(&store);
}

static void backup_take__in_a_transaction__is_refused(void **state)
{
    Store store = store_of(state);
    g_autoptr(GError) error = NULL;
    expect_done(db_begin(store.fixture->db, &error), error);
    assert_false(backup_take(store.fixture->db, &store.place, BACKUP_BY_HAND, FIXTURE_NOW, NULL,
                             NULL, NULL, &error));
    expect_fault(error, FAULT_INTERNAL);
    db_rollback(store.fixture->db);
    store_clear(&store);
}

static void backup_take__carries_a_copy__to_the_second_place(void **state)
{
    Store store = store_of(state);
    store.place.second = store.second;
    BackupMade made = take(&store, BACKUP_BY_HAND, FIXTURE_NOW);
    assert_non_null(made.second_trouble);
    assert_null(made.second_path);
    backup_made_clear(&made);
    BackupHealth health = backup_health(&store.place, store.fixture->where, FIXTURE_NOW);
    assert_true(health.second_is_wanted && !health.second_is_there);

    char later[21];
    instant_after(FIXTURE_NOW, DAY, later);
    assert_int_equal(g_mkdir(store.second, 0700), 0);
    made = take(&store, BACKUP_BY_HAND, later);
    assert_null(made.second_trouble);
    g_autofree char *one = backup_file_hash(made.path, NULL);
    g_autofree char *other = backup_file_hash(made.second_path, NULL);
    assert_string_equal(one, other);
    assert_int_equal(mode_of(made.second_path), 0600);
    health = backup_health(&store.place, store.fixture->where, later);
    assert_true(health.second_is_there && health.second_is_same_disk);
    assert_string_equal(health.second_newest, later);
    assert_int_equal(health.count, 2);
    /* Only there once the own one is gone. */
    g_unlink(made.path);
    g_autoptr(GPtrArray) list = backup_list(&store.place, store.fixture->where, later);
    assert_int_equal(list->len, 2);
    const Backup *newest = g_ptr_array_index(list, 0);
    assert_true(newest->is_second);
    assert_string_equal(newest->path, made.second_path);
    backup_made_clear(&made);
    store_clear(&store);
}

static void backup_take__applies_the_ladder__and_tidies_up(void **state)
{
    Store store = store_of(state);
    guint removed = 0;
    char now[21];
    g_autofree char *own = backup_folder_of(store.folder, store.fixture->where);
    for (guint i = 0; i < 20; i++) {
        instant_after(FIXTURE_NOW, (gint64)i * DAY, now);
        BackupMade made = take(&store, i == 5 ? BACKUP_UPGRADE : BACKUP_DAILY, now);
        removed += made.removed;
        backup_made_clear(&made);
        if (i == 7) {
            g_autofree char *mine = g_build_filename(own, "my own.tresen", NULL);
            g_autofree char *left = g_build_filename(own, "open.tmp", NULL);
            place_write(mine, "something of mine", 17);
            place_write(left, "half", 4);
        }
    }
    g_autofree char *left = g_build_filename(own, "open.tmp", NULL);
    g_autofree char *mine = g_build_filename(own, "my own.tresen", NULL);
    assert_false(g_file_test(left, G_FILE_TEST_EXISTS));
    assert_true(g_file_test(mine, G_FILE_TEST_EXISTS));
    assert_int_equal(count_of(&store, now) - 1 + removed, 20);
    assert_in_range(removed, 3, 6);
    store_clear(&store);
}

static void backup_health__says_when_it_is_due__whatever_the_clock_did(void **state)
{
    Store store = store_of(state);
    char early[21], half[21], next[21], later[21];
    instant_after(FIXTURE_NOW, -DAY, early);
    instant_after(FIXTURE_NOW, DAY / 2, half);
    instant_after(FIXTURE_NOW, DAY, next);
    instant_after(FIXTURE_NOW, 9 * (gint64)DAY + 60, later);
    const char *where = store.fixture->where;
    assert_true(backup_health(&store.place, where, FIXTURE_NOW).is_due);
    BackupMade made = take(&store, BACKUP_BY_HAND, FIXTURE_NOW);
    backup_made_clear(&made);
    assert_false(backup_health(&store.place, where, half).is_due);
    assert_true(backup_health(&store.place, where, next).is_due);
    assert_int_equal(backup_health(&store.place, where, later).days, 9);
    /* One from the future is no excuse. */
    assert_true(backup_health(&store.place, where, early).is_due);
    assert_int_equal(backup_health(&store.place, where, early).days, 0);
    g_autoptr(GPtrArray) list = backup_list(&store.place, where, early);
    const Backup *backup = g_ptr_array_index(list, 0);
    assert_true(backup->is_ahead);
    assert_int_equal(backup_health(&store.place, "postgresql://x/y", later).count, 0);
    assert_false(backup_health(&store.place, "postgresql://x/y", later).is_due);
    store_clear(&store);
}

static void backup_list__where_no_backups_are_kept__is_empty(void **state)
{
    Store store = store_of(state);
    static const char SERVER[] = "postgresql://x/y";
    const BackupPlace nowhere = {0};
    const struct {
        const BackupPlace *place;
        const char *where;
    } cases[] = {{&nowhere, store.fixture->where}, {&store.place, NULL}, {&store.place, SERVER}};
    /* Even where somebody put a file for it. */
    g_autofree char *own = backup_folder_of(store.folder, SERVER);
    g_autofree char *path = g_build_filename(own, "letter.tresen", NULL);
    assert_int_equal(g_mkdir_with_parents(own, 0700), 0);
    place_write(path, "half", 4);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GPtrArray) list = backup_list(cases[i].place, cases[i].where, FIXTURE_NOW);
        BackupHealth health = backup_health(cases[i].place, cases[i].where, FIXTURE_NOW);
        assert_int_equal(list->len, 0);
        assert_int_equal(health.count, 0);
        assert_false(health.is_due);
    }
    store_clear(&store);
}

static void backup_take_when_due__makes_one_a_day__unless_somebody_is_at_it(void **state)
{
    Store store = store_of(state);
    g_autoptr(GError) error = NULL;
    BackupMade made = {0};
    const char *where = store.fixture->where;
    g_autofree char *own = backup_folder_of(store.folder, where);
    g_autofree char *path = g_build_filename(own, "lock", NULL);
    assert_int_equal(g_mkdir_with_parents(own, 0700), 0);
    int lock = g_open(path, O_RDWR | O_CREAT, 0600);
    assert_int_equal(flock(lock, LOCK_EX), 0);
    expect_done(backup_take_when_due(where, &store.place, FIXTURE_NOW, NULL, NULL, &made, &error),
                error);
    assert_null(made.path);
    close(lock);
    expect_done(backup_take_when_due(where, &store.place, FIXTURE_NOW, NULL, NULL, &made, &error),
                error);
    assert_non_null(made.path);
    backup_made_clear(&made);
    expect_done(backup_take_when_due(where, &store.place, FIXTURE_NOW, NULL, NULL, &made, &error),
                error);
    assert_null(made.path);
    assert_int_equal(count_of(&store, FIXTURE_NOW), 1);

    char next[21];
    instant_after(FIXTURE_NOW, DAY, next);
    expect_done(setting_set(store.fixture->db, SETTING_DEMO, "2026-03-01", &error), error);
    expect_done(backup_take_when_due(where, &store.place, next, NULL, NULL, &made, &error), error);
    assert_null(made.path);
    store_clear(&store);
}

static void backup_take_to__puts_it_where_it_is_wanted__and_over_nothing(void **state)
{
    Store store = store_of(state);
    g_autoptr(GError) error = NULL;
    BackupMade made = {0};
    g_autofree char *file = g_build_filename(store.fixture->folder, "mine.tresen", NULL);
    g_autofree char *nowhere = g_build_filename(store.fixture->folder, "no", "x", NULL);
    expect_done(backup_take_to(store.fixture->db, &store.place, file, FIXTURE_NOW, NULL, NULL,
                               &made, &error),
                error);
    assert_string_equal(made.path, file);
    backup_made_clear(&made);
    g_autoptr(Backup) backup = backup_at(file, &error);
    expect_done(backup != NULL && backup_prove(backup, NULL, store.folder, NULL, NULL, &error),
                error);
    expect_done(backup_take_to(store.fixture->db, &store.place, store.fixture->folder, FIXTURE_NOW,
                               NULL, NULL, &made, &error),
                error);
    backup_made_clear(&made);
    assert_false(backup_take_to(store.fixture->db, &store.place, file, FIXTURE_NOW, NULL, NULL,
                                NULL, &error));
    expect_fault(error, FAULT_TAKEN);
    g_clear_error(&error);
    assert_false(backup_take_to(store.fixture->db, &store.place, nowhere, FIXTURE_NOW, NULL, NULL,
                                NULL, &error));
    expect_fault(error, FAULT_MISSING);
    store_clear(&store);
}

static void backup_at__of_anything_else__says_what_is_wrong(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *file = g_build_filename(fixture->folder, "photo.jpg", NULL);
    g_autofree char *gone = g_build_filename(fixture->folder, "gone", NULL);
    const struct {
        const char *path;
        int fault;
    } cases[] = {{file, FAULT_FOREIGN}, {gone, FAULT_MISSING}, {fixture->folder, FAULT_FOREIGN}};
    place_write(file, "\xff\xd8\xff\xe0 and so on", 15);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        assert_null(backup_at(cases[i].path, &error));
        expect_fault(error, cases[i].fault);
    }
}

static void backup_prove__of_a_changed_one__says_broken(void **state)
{
    Store store = store_of(state);
    BackupMade made = take(&store, BACKUP_DAILY, FIXTURE_NOW);
    g_autoptr(GError) error = NULL;
    gsize length;
    g_autofree guint8 *bytes = place_read(made.path, &length);
    bytes[length / 2] ^= 1;
    place_write(made.path, bytes, length);
    g_autoptr(GPtrArray) list = backup_list(&store.place, store.fixture->where, FIXTURE_NOW);
    Backup *backup = g_ptr_array_index(list, 0);
    assert_false(backup_prove(backup, NULL, store.folder, NULL, NULL, &error));
    assert_null(error);
    assert_int_equal(backup->proof, BACKUP_BROKEN);
    assert_non_null(backup->trouble);
    backup_made_clear(&made);
    store_clear(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(backup_take__makes_private_proved_files__whatever_the_umask),
        cmocka_unit_test(backup_take__twice_in_a_second__keeps_both),
        cmocka_unit_test(backup_take__of_a_damaged_shop__lets_the_good_ones_be),
        cmocka_unit_test(backup_take__broken_off__leaves_nothing),
        cmocka_unit_test(backup_take__in_a_transaction__is_refused),
        cmocka_unit_test(backup_take__carries_a_copy__to_the_second_place),
        cmocka_unit_test(backup_take__applies_the_ladder__and_tidies_up),
        cmocka_unit_test(backup_health__says_when_it_is_due__whatever_the_clock_did),
        cmocka_unit_test(backup_list__where_no_backups_are_kept__is_empty),
        cmocka_unit_test(backup_take_when_due__makes_one_a_day__unless_somebody_is_at_it),
        cmocka_unit_test(backup_take_to__puts_it_where_it_is_wanted__and_over_nothing),
        cmocka_unit_test(backup_at__of_anything_else__says_what_is_wrong),
        cmocka_unit_test(backup_prove__of_a_changed_one__says_broken),
    };
    return fixture_on_sqlite("backupstore", tests, G_N_ELEMENTS(tests));
}
