/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing a backup back: what it says beforehand, what it does, and that nothing is lost by it. */
#include "data/backup/restore.h"

#include "data/backup/prove.h"
#include "data/backup/vault.h"
#include "data/base/fault.h"
#include "data/erase/erase.h"
#include "data/setting.h"
#include "data/shop.h"
#include "tests/data/people.h"
#include "tests/data/place.h"
#include "tests/data/restorescene.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void restore_begin__counts_what_would_change__and_changes_nothing(void **state)
{
    RestoreScene scene = restorescene_begin(state, false);
    g_autofree char *before = restorescene_content_at(scene.fixture->where);
    Restore *restore = restorescene_look(&scene, NULL);
    guint count;
    const RestoreCount *counts = restore_counts(restore, &count);
    assert_true(count > 3);
    assert_string_equal(counts[0].words, "Customers");
    assert_int_equal(counts[0].now, 2);
    assert_int_equal(counts[0].then, 1);
    assert_int_equal(restore_deeds_since(restore), 1);
    assert_string_equal(restore_last_now(restore), FIXTURE_NOW);
    assert_string_equal(restore_last_then(restore), FIXTURE_NOW);
    assert_true(restore_replaces(restore));
    assert_false(restore_is_other_shop(restore));
    assert_null(restore_trouble(restore));
    restore_free(restore);
    g_autofree char *after = restorescene_content_at(scene.fixture->where);
    assert_string_equal(after, before);
    restorescene_expect_tidy(&scene);
    restorescene_end(&scene);
}

static void restore_finish__brings_it_back__and_keeps_the_present_one(void **state)
{
    RestoreScene scene = restorescene_begin(state, false);
    g_autoptr(GError) error = NULL;
    g_autofree char *present = restorescene_content_at(scene.fixture->where);
    Restored restored = {0};
    Restore *restore = restorescene_look(&scene, NULL);
    restorescene_close_shop(&scene);
    expect_done(restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, &restored, &error), error);
    restore_free(restore);
    restorescene_expect_as_it_was(&scene);
    g_autofree char *kept = restorescene_content_at(restored.kept);
    assert_string_equal(kept, present);
    struct stat info;
    assert_int_equal(stat(scene.fixture->where, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
    restorescene_expect_tidy(&scene);
    g_autoptr(Shop) shop =
        shop_open(scene.fixture->where, DB_READ_WRITE, scene.folder, RESTORESCENE_LATER, &error);
    expect_done(shop != NULL, error);
    people_expect_sound(shop->db);
    restored_clear(&restored);
    restorescene_end(&scene);
}

static void restore_finish__while_another_has_it_open__refuses_their_next_deed(void **state)
{
    RestoreScene scene = restorescene_begin(state, false);
    g_autoptr(GError) error = NULL;
    Db *other = scene.fixture->db;
    g_autoptr(Restore) restore = restorescene_look(&scene, NULL);
    expect_done(restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, NULL, &error), error);
    assert_false(setting_set(other, SETTING_SHOP_NAME, "lost", &error));
    expect_fault(error, FAULT_MISSING);
    restorescene_expect_as_it_was(&scene);
    restorescene_end(&scene);
}

static void restore_finish__over_a_damaged_shop__keeps_it_as_it_is(void **state)
{
    RestoreScene scene = restorescene_begin(state, false);
    g_autoptr(GError) error = NULL;
    Restored restored = {0};
    restorescene_close_shop(&scene);
    gsize length;
    g_autofree guint8 *bytes = place_read(scene.fixture->where, &length);
    g_unlink(scene.fixture->where);
    place_write(scene.fixture->where, bytes, length / 3);
    g_autofree char *journal = g_strconcat(scene.fixture->where, "-journal", NULL);
    place_write(journal, "half a journal", 14);
    Restore *restore = restorescene_look(&scene, NULL);
    assert_non_null(restore_trouble(restore));
    assert_int_equal(restore_deeds_since(restore), -1);
    expect_done(restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, &restored, &error), error);
    restore_free(restore);
    restorescene_expect_as_it_was(&scene);
    restorescene_expect_tidy(&scene);
    gsize kept_length;
    g_autofree guint8 *kept = place_read(restored.kept, &kept_length);
    assert_int_equal(kept_length, length / 3);
    assert_memory_equal(kept, bytes, kept_length);
    /* It is no backup that anybody would bring back. */
    g_autoptr(GPtrArray) list = backup_list(&scene.place, scene.fixture->where, RESTORESCENE_LATER);
    assert_int_equal(list->len, 1);
    restored_clear(&restored);
    restorescene_end(&scene);
}

static void restore_finish__over_damage_inside__brings_it_back(void **state)
{
    RestoreScene scene = restorescene_begin(state, false);
    g_autoptr(GError) error = NULL;
    Restored restored = {0};
    restorescene_close_shop(&scene);
    gsize length;
    g_autofree guint8 *bytes = place_read(scene.fixture->where, &length);
    memset(bytes + length / 2, 0x55, 8192);
    g_unlink(scene.fixture->where);
    place_write(scene.fixture->where, bytes, length);
    Restore *restore = restorescene_look(&scene, NULL);
    expect_done(restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, &restored, &error), error);
    restore_free(restore);
    restorescene_expect_as_it_was(&scene);
    assert_true(g_str_has_suffix(restored.kept, ".damaged"));
    restored_clear(&restored);
    restorescene_end(&scene);
}

static void restore_finish__where_the_shop_is_gone__brings_it_back(void **state)
{
    RestoreScene scene = restorescene_begin(state, false);
    g_autoptr(GError) error = NULL;
    Restored restored = {0};
    restorescene_close_shop(&scene);
    g_unlink(scene.fixture->where);
    Restore *restore = restorescene_look(&scene, NULL);
    assert_false(restore_replaces(restore));
    assert_null(restore_trouble(restore));
    expect_done(restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, &restored, &error), error);
    restore_free(restore);
    assert_null(restored.kept);
    restorescene_expect_as_it_was(&scene);
    restorescene_end(&scene);
}

static void restore_finish__of_an_encrypted_one__keeps_the_passphrase(void **state)
{
    RestoreScene scene = restorescene_begin(state, true);
    g_autoptr(GError) error = NULL;
    assert_null(restore_begin(scene.fixture->where, &scene.place, scene.backup, NULL,
                              RESTORESCENE_LATER, NULL, NULL, &error));
    expect_fault(error, FAULT_REFUSED);
    g_clear_error(&error);
    assert_null(restore_begin(scene.fixture->where, &scene.place, scene.backup, "something else",
                              RESTORESCENE_LATER, NULL, NULL, &error));
    expect_fault(error, FAULT_REFUSED);
    g_clear_error(&error);
    restorescene_expect_tidy(&scene);
    Restore *restore = restorescene_look(&scene, RESTORESCENE_PASSPHRASE);
    restorescene_close_shop(&scene);
    Restored restored = {0};
    expect_done(restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, &restored, &error), error);
    restore_free(restore);
    assert_true(g_str_has_suffix(restored.kept, ".vault"));
    restorescene_expect_as_it_was(&scene);
    restored_clear(&restored);
    restorescene_end(&scene);
}

static void restore_finish__of_one_from_before_the_passphrase__keeps_it_set(void **state)
{
    RestoreScene scene = restorescene_begin(state, false);
    g_autoptr(GError) error = NULL;
    bool is_set = false;
    expect_done(vault_set(scene.fixture->db, RESTORESCENE_PASSPHRASE, &error), error);
    Restore *restore = restorescene_look(&scene, NULL);
    restorescene_close_shop(&scene);
    expect_done(restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, NULL, &error), error);
    restore_free(restore);
    g_autoptr(Db) db = db_open(scene.fixture->where, DB_READ_ONLY, &error);
    expect_done(vault_is_set(db, &is_set, &error), error);
    assert_true(is_set);
    restorescene_end(&scene);
}

static void restore_finish__erases_again__who_was_erased_since(void **state)
{
    RestoreScene scene = restorescene_begin(state, false);
    g_autoptr(GError) error = NULL;
    Restored restored = {0};
    Who who = people_who(0);
    gint64 hilde = people_number(scene.fixture->db, "SELECT min(id) FROM customer", DB_NO_VALUES);
    expect_done(erase_customer(scene.fixture->db, &who, hilde, &error) &&
                    erased_write(scene.fixture->db, scene.folder, &error),
                error);
    Restore *restore = restorescene_look(&scene, NULL);
    guint kinds = 0;
    /* What stays of her is no customer any more. */
    assert_int_equal(restore_counts(restore, &kinds)[0].now, 1);
    restorescene_close_shop(&scene);
    expect_done(restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, &restored, &error), error);
    restore_free(restore);
    assert_int_equal(restored.erased, 1);
    gsize length;
    g_autofree guint8 *bytes = place_read(scene.fixture->where, &length);
    assert_null(memmem(bytes, length, people_hilde.family, strlen(people_hilde.family)));
    restored_clear(&restored);
    restorescene_end(&scene);
}

static void restore_begin__of_another_shop__tells(void **state)
{
    RestoreScene scene = restorescene_begin(state, false);
    Fixture *other = fixture_sqlite();
    people_furnish(other->db);
    people_add(other->db, &(Person){.family = "Fremd"});
    g_autoptr(GError) error = NULL;
    g_autoptr(Restore) restore = restore_begin(other->where, &scene.place, scene.backup, NULL,
                                               RESTORESCENE_LATER, NULL, NULL, &error);
    expect_done(restore != NULL, error);
    assert_true(restore_is_other_shop(restore));
    g_clear_pointer(&restore, restore_free);
    fixture_free(other);
    restorescene_end(&scene);
}

static void restore_begin__of_what_cannot_be_brought_back__says_why(void **state)
{
    RestoreScene scene = restorescene_begin(state, false);
    g_autoptr(GError) error = NULL;
    g_autofree char *link = g_build_filename(scene.fixture->folder, "link", NULL);
    assert_null(restore_begin("postgresql://x/y", &scene.place, scene.backup, NULL,
                              RESTORESCENE_LATER, NULL, NULL, &error));
    expect_fault(error, FAULT_REFUSED);
    g_clear_error(&error);
    assert_null(restore_begin(scene.fixture->folder, &scene.place, scene.backup, NULL,
                              RESTORESCENE_LATER, NULL, NULL, &error));
    expect_fault(error, FAULT_REFUSED);
    g_clear_error(&error);
    assert_int_equal(symlink("/nowhere/at/all", link), 0);
    assert_null(restore_begin(link, &scene.place, scene.backup, NULL, RESTORESCENE_LATER, NULL,
                              NULL, &error));
    expect_fault(error, FAULT_REFUSED);
    g_clear_error(&error);

    gsize length;
    g_autofree guint8 *bytes = place_read(scene.backup->path, &length);
    bytes[length - 100] ^= 1;
    g_unlink(scene.backup->path);
    place_write(scene.backup->path, bytes, length);
    assert_null(restore_begin(scene.fixture->where, &scene.place, scene.backup, NULL,
                              RESTORESCENE_LATER, NULL, NULL, &error));
    expect_fault(error, FAULT_DAMAGED);
    g_clear_error(&error);

    /* A shop of a newer version. */
    bytes[length - 100] ^= 1;
    bytes[63] = 255;
    g_unlink(scene.backup->path);
    place_write(scene.backup->path, bytes, length);
    g_autofree char *proof = g_strconcat(scene.backup->path, ".sha256", NULL);
    g_unlink(proof);
    g_autoptr(Backup) newer = backup_at(scene.backup->path, &error);
    assert_null(restore_begin(scene.fixture->where, &scene.place, newer, NULL, RESTORESCENE_LATER,
                              NULL, NULL, &error));
    expect_fault(error, FAULT_NEWER);
    restorescene_expect_tidy(&scene);
    restorescene_end(&scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(restore_begin__counts_what_would_change__and_changes_nothing),
        cmocka_unit_test(restore_finish__brings_it_back__and_keeps_the_present_one),
        cmocka_unit_test(restore_finish__while_another_has_it_open__refuses_their_next_deed),
        cmocka_unit_test(restore_finish__over_a_damaged_shop__keeps_it_as_it_is),
        cmocka_unit_test(restore_finish__over_damage_inside__brings_it_back),
        cmocka_unit_test(restore_finish__where_the_shop_is_gone__brings_it_back),
        cmocka_unit_test(restore_finish__of_an_encrypted_one__keeps_the_passphrase),
        cmocka_unit_test(restore_finish__of_one_from_before_the_passphrase__keeps_it_set),
        cmocka_unit_test(restore_finish__erases_again__who_was_erased_since),
        cmocka_unit_test(restore_begin__of_another_shop__tells),
        cmocka_unit_test(restore_begin__of_what_cannot_be_brought_back__says_why),
    };
    return fixture_on_sqlite("restore", tests, G_N_ELEMENTS(tests));
}
