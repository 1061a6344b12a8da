/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder with the backups: what is tidied up in it, and what is never touched. */
#include "data/backup/list.h"
#include "data/backup/take.h"
#include "tests/data/fixture.h"
#include "tests/data/place.h"

static BackupMade take(const Fixture *fixture, const char *folder)
{
    const BackupPlace place = {.folder = folder};
    g_autoptr(GError) error = NULL;
    BackupMade made = {0};
    expect_done(
        backup_take(fixture->db, &place, BACKUP_BY_HAND, FIXTURE_NOW, NULL, NULL, &made, &error),
        error);
    return made;
}

/* Puts a file called NAME beside the backups. */
static void put(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    place_write(path, "x", 1);
}

static void backup_take__tidies_up_what_is_unfinished__by_the_ends_of_names(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *folder = g_build_filename(fixture->folder, "backups", NULL);
    static const char *const stays[] = {
        "old.tmp-20260301T070000Z-daily.tresen", "old.tmp-20260301T070000Z-daily.tresen.sha256",
        "old.tmp-20260301T070000Z-restore.tresen.damaged", "a.sha256.tresen", "list.tmp.txt"};
    static const char *const goes[] = {
        "open.tmp",    "open.tmp.tmp",     "open.tmp.sha256",    "prove.tmp",
        "x.vault.tmp", "open.tmp-journal", "gone.tresen.sha256", "x.tresen.sha256.AB12cd"};
    BackupMade made = take(fixture, folder);
    g_autofree char *own = g_path_get_dirname(made.path);
    for (guint i = 0; i < G_N_ELEMENTS(stays); i++) {
        put(own, stays[i]);
    }
    for (guint i = 0; i < G_N_ELEMENTS(goes); i++) {
        put(own, goes[i]);
    }
    backup_made_clear(&made);
    made = take(fixture, folder);
    for (guint i = 0; i < G_N_ELEMENTS(stays); i++) {
        g_autofree char *path = g_build_filename(own, stays[i], NULL);
        assert_true(g_file_test(path, G_FILE_TEST_EXISTS));
    }
    for (guint i = 0; i < G_N_ELEMENTS(goes); i++) {
        g_autofree char *path = g_build_filename(own, goes[i], NULL);
        assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
    }
    backup_made_clear(&made);
}

static void backup_health__is_not_calmed__by_a_file_somebody_put_there(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *folder = g_build_filename(fixture->folder, "backups", NULL);
    g_autofree char *own = backup_folder_of(folder, fixture->where);
    const BackupPlace place = {.folder = folder};
    assert_int_equal(g_mkdir_with_parents(own, 0700), 0);
    put(own, "copy of the shop.tresen");
    BackupHealth health = backup_health(&place, fixture->where, "2199-01-01T00:00:00Z");
    assert_int_equal(health.count, 1);
    assert_string_equal(health.newest, "");
    assert_true(health.is_due);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(backup_take__tidies_up_what_is_unfinished__by_the_ends_of_names),
        cmocka_unit_test(backup_health__is_not_calmed__by_a_file_somebody_put_there),
    };
    return fixture_on_sqlite("backupfolder", tests, G_N_ELEMENTS(tests));
}
