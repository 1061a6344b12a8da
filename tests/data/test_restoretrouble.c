/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing a backup back where the shop or the backup is not what it was to be. */
#include "data/backup/restore.h"

#include "data/backup/prove.h"
#include "data/base/fault.h"
#include "data/db/migrate.h"
#include "tests/data/place.h"
#include "tests/data/restorescene.h"

#include <glib/gstdio.h>

/* Does SQL to the shop in the file WHERE, past the program. */
static void spoil(const char *where, const char *sql)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = db_open(where, DB_READ_WRITE, &error);
    expect_done(db != NULL, error);
    expect_done(db_run_script(db, sql, &error), error);
}

/* Deeds that begin to be read and cannot be read on: asked when, which, or for the last of them
 * all. */
#define NO_DEEDS                                                                                   \
    "PRAGMA foreign_keys = OFF; DROP TABLE deed; "                                                 \
    "CREATE VIEW deed AS SELECT 1 AS id, abs(-9223372036854775807 - 1) AS at, '' AS uid"
#define ODD                                                                                        \
    "CREATE TABLE odd (x INTEGER) STRICT; INSERT INTO odd VALUES (-9223372036854775807 - 1); "
#define NO_UIDS                                                                                    \
    "DROP VIEW deed; " ODD "CREATE VIEW deed AS SELECT 1 AS id, '' AS at, abs(x) AS uid FROM odd"
#define NO_LAST_DEED                                                                               \
    "PRAGMA foreign_keys = OFF; DROP TABLE deed; DROP TABLE change; " ODD                          \
    "CREATE TABLE change (deed_id INTEGER) STRICT; "                                               \
    "CREATE VIEW deed AS SELECT abs(x) AS id, '' AS at, '' AS uid FROM odd"

static void restore_begin__over_a_shop_without_its_tables__says_it_cannot_be_read(void **state)
{
    static const char *const harms[] = {NO_DEEDS, NO_UIDS, "DROP TABLE feedback", "DROP VIEW deed"};
    RestoreScene scene = restorescene_begin(state, false);
    g_autoptr(GError) error = NULL;
    restorescene_close_shop(&scene);
    for (guint i = 0; i < G_N_ELEMENTS(harms); i++) {
        spoil(scene.fixture->where, harms[i]);
        g_autoptr(Restore) restore = restorescene_look(&scene, NULL);
        assert_non_null(restore_trouble(restore));
        assert_int_equal(restore_deeds_since(restore), -1);
        if (i + 1 == G_N_ELEMENTS(harms)) {
            expect_done(restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, NULL, &error),
                        error);
        }
    }
    restorescene_expect_as_it_was(&scene);
    restorescene_end(&scene);
}

static void restore_begin__of_a_backup_without_its_tables__is_refused(void **state)
{
    static const char *const harms[] = {"DROP TABLE feedback", NO_DEEDS, NO_LAST_DEED};
    for (guint i = 0; i < G_N_ELEMENTS(harms); i++) {
        RestoreScene scene = restorescene_begin(state, false);
        g_autoptr(GError) error = NULL;
        g_autofree char *proof = g_strconcat(scene.backup->path, ".sha256", NULL);
        spoil(scene.backup->path, harms[i]);
        g_unlink(proof);
        g_autoptr(Backup) bare = backup_at(scene.backup->path, &error);
        assert_null(restore_begin(scene.fixture->where, &scene.place, bare, NULL,
                                  RESTORESCENE_LATER, NULL, NULL, &error));
        assert_non_null(error);
        restorescene_expect_tidy(&scene);
        restorescene_end(&scene);
        fixture_free(*state);
        *state = fixture_sqlite();
    }
}

static void restore_finish__over_a_shop_of_an_earlier_version__brings_it_back(void **state)
{
    RestoreScene scene = restorescene_begin(state, false);
    g_autoptr(GError) error = NULL;
    Restored restored = {0};
    restorescene_close_shop(&scene);
    g_autofree char *older = g_strdup_printf(
        "DELETE FROM migration WHERE version = %d; PRAGMA user_version = %d; DROP TABLE erased",
        migrate_newest(), migrate_newest() - 1);
    spoil(scene.fixture->where, older);
    g_autoptr(Restore) restore = restorescene_look(&scene, NULL);
    expect_done(restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, &restored, &error), error);
    restorescene_expect_as_it_was(&scene);
    restored_clear(&restored);
    restorescene_end(&scene);
}

/* What happens to the shop after the person has looked. */
static void restore_finish__over_what_became_of_the_shop__keeps_that_or_refuses(void **state)
{
    RestoreScene scene = restorescene_begin(state, false);
    g_autoptr(GError) error = NULL;
    Restored restored = {0};
    gsize length;
    restorescene_close_shop(&scene);
    g_autofree guint8 *bytes = place_read(scene.fixture->where, &length);
    Restore *restore = restorescene_look(&scene, NULL);
    bytes[63] = 255; /* of a newer version */
    place_write(scene.fixture->where, bytes, length);
    assert_false(restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, &restored, &error));
    expect_fault(error, FAULT_NEWER);
    g_clear_error(&error);
    restore_free(restore);

    bytes[63] = (guint8)migrate_newest();
    place_write(scene.fixture->where, bytes, length);
    restore = restorescene_look(&scene, NULL);
    place_write(scene.fixture->where, bytes, length / 2);
    expect_done(restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, &restored, &error), error);
    restore_free(restore);
    restore_free(NULL);
    assert_true(g_str_has_suffix(restored.kept, ".damaged"));
    restorescene_expect_as_it_was(&scene);
    restored_clear(&restored);
    restorescene_end(&scene);
}

/* A folder bears the journal's name, so that the journal cannot be kept with the shop. */
static void restore_finish__where_the_journal_cannot_be_kept__changes_nothing(void **state)
{
    RestoreScene scene = restorescene_begin(state, false);
    g_autoptr(GError) error = NULL;
    Restored restored = {0};
    gsize length, left;
    g_autofree char *journal = g_strconcat(scene.fixture->where, "-journal", NULL);
    g_autofree char *own = g_path_get_dirname(scene.backup->path);
    restorescene_close_shop(&scene);
    g_autofree guint8 *bytes = place_read(scene.fixture->where, &length);
    bytes[71] ^= 1; /* whose file it is */
    place_write(scene.fixture->where, bytes, length);
    assert_int_equal(g_mkdir(journal, 0700), 0);
    g_autoptr(Restore) restore = restorescene_look(&scene, NULL);
    assert_non_null(restore_trouble(restore));
    g_autofree char *before = place_describe(own);
    assert_false(restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, &restored, &error));
    expect_fault(error, FAULT_MISSING);
    g_clear_error(&error);
    assert_null(restored.kept);
    g_autofree guint8 *present = place_read(scene.fixture->where, &left);
    assert_int_equal(left, length);
    assert_memory_equal(present, bytes, length);
    g_autofree char *after = place_describe(own);
    assert_string_equal(after, before);

    assert_int_equal(g_rmdir(journal), 0);
    expect_done(restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, &restored, &error), error);
    assert_true(g_str_has_suffix(restored.kept, ".damaged"));
    restorescene_expect_as_it_was(&scene);
    restored_clear(&restored);
    restorescene_end(&scene);
}

static void restore_begin__of_another_program_s_file__says_so(void **state)
{
    RestoreScene scene = restorescene_begin(state, false);
    g_autoptr(GError) error = NULL;
    g_autofree char *other = g_build_filename(scene.fixture->folder, "other.tresen", NULL);
    g_autofree char *below = g_build_filename(other, "folder", "shop.tresen", NULL);
    gsize length;
    g_autofree guint8 *bytes = place_read(scene.backup->path, &length);
    bytes[71] ^= 1; /* whose file it is */
    place_write(other, bytes, length);
    g_autoptr(Backup) backup = backup_at(other, &error);
    assert_null(restore_begin(scene.fixture->where, &scene.place, backup, NULL, RESTORESCENE_LATER,
                              NULL, NULL, &error));
    expect_fault(error, FAULT_FOREIGN);
    g_clear_error(&error);
    /* And where there can be no shop, none is made. */
    assert_null(restore_begin(below, &scene.place, scene.backup, NULL, RESTORESCENE_LATER, NULL,
                              NULL, &error));
    expect_fault(error, FAULT_MISSING);
    restorescene_expect_tidy(&scene);
    restorescene_end(&scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(restore_begin__over_a_shop_without_its_tables__says_it_cannot_be_read),
        cmocka_unit_test(restore_begin__of_a_backup_without_its_tables__is_refused),
        cmocka_unit_test(restore_finish__over_a_shop_of_an_earlier_version__brings_it_back),
        cmocka_unit_test(restore_finish__over_what_became_of_the_shop__keeps_that_or_refuses),
        cmocka_unit_test(restore_finish__where_the_journal_cannot_be_kept__changes_nothing),
        cmocka_unit_test(restore_begin__of_another_program_s_file__says_so),
    };
    return fixture_on_sqlite("restoretrouble", tests, G_N_ELEMENTS(tests));
}
