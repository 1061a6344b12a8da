/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups on the screen: listing, making, proving, bringing back, looking at, the second place
 * and the passphrase. */
#include "tests/data/fixture.h"
#include "tests/data/people.h"
#include "tests/tui/backupstage.h"

#include "data/backup/place.h"
#include "data/backup/vault.h"
#include "tui/screens/backups.h"
#include "tui/screens/home.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* With home open. */
static BackupStage *home_stage(void)
{
    BackupStage *stage = backup_stage_new(24, 80);
    harness_open(stage->harness, &screen_home, NULL);
    return stage;
}

static void flip_a_byte(const char *path)
{
    g_autofree char *text = NULL;
    gsize length = 0;
    assert_true(g_file_get_contents(path, &text, &length, NULL));
    text[length / 2] ^= 0x10;
    assert_true(g_file_set_contents(path, text, (gssize)length, NULL));
}

static void home__opens_the_backups__and_one_can_be_made(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = home_stage();
    harness_press(stage->harness, "Alt-q");
    assert_string_equal(backup_stage_top(stage), "backups");
    harness_expect(stage->harness, "There is no backup of this shop yet.");
    harness_expect(stage->harness, "Not encrypted");
    harness_press(stage->harness, "F2");
    harness_expect(stage->harness, "The backup is made and proved.");
    harness_expect(stage->harness, "1 backup, the newest: today, 14:32");
    harness_press(stage->harness, "F2");
    harness_expect(stage->harness, "2 backups, the newest: today, 14:32");
}

/* A list as it may be, of a shop that is not there: nothing of it depends on the test's place. */
static void backups__are_listed__with_when_and_why(void **state)
{
    (void)state;
    static const char *const names[] = {
        "shop-20261121T120000Z-daily.tresen",   "shop-20261120T170200Z-manual.tresen",
        "shop-20261116T170200Z-import.tresen",  "shop-20261116T170148Z-manual.tresen",
        "shop-20261116T170103Z-manual.tresen",  "shop-20261001T170200Z-upgrade.vault",
        "shop-20250801T170200Z-restore.tresen",
    };
    g_autofree char *before = g_get_current_dir();
    g_autofree char *work = g_dir_make_tmp("tresen-test-XXXXXX", NULL);
    assert_int_equal(chdir(work), 0);
    g_autofree char *folder = backup_folder_of("backups", "/home/emma/shop.tresen");
    assert_int_equal(g_mkdir_with_parents(folder, 0700), 0);
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(folder, names[i], NULL);
        g_autofree char *proof = g_strconcat(path, ".sha256", NULL);
        g_autofree char *text = g_strnfill(2000 + 100000 * i, 'x');
        assert_true(g_file_set_contents(path, text, -1, NULL));
        assert_true(i == 1 || g_file_set_contents(proof, "0", -1, NULL));
    }
    Harness *harness = harness_new(24, 80, NULL);
    Counter *own = app_data(harness_app(harness));
    own->backup_folder = g_strdup("backups");
    harness_open(harness, &screen_backups, "/home/emma/shop.tresen");
    harness_golden(harness, "backups");
    harness_resize(harness, 30, 120);
    harness_golden(harness, "backups-wide");
    harness_resize(harness, 12, 40);
    harness_golden(harness, "backups-small");
    harness_resize(harness, 24, 50);
    harness_expect(harness, "\n backups/shop-a38ab70a/\n shop-20261121T120000Z-daily.tresen\n");
    harness_free(harness);
    assert_int_equal(chdir(before), 0);
    fixture_remove_folder(g_steal_pointer(&work));
}

static void bringing_back__shows_what_would_change__and_home_says_it_is_back(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = home_stage();
    g_free(backup_stage_take(stage, "2026-11-20T17:02:00Z"));
    gint64 before = backup_stage_count(stage);
    people_add(stage->emma->shop->db, &people_hilde);
    harness_press(stage->harness, "Alt-q Enter");
    assert_string_equal(backup_stage_top(stage), "bringback");
    harness_expect(stage->harness, "Bring back: yesterday, 18:02");
    harness_expect(stage->harness, "would be gone");
    harness_press(stage->harness, "Esc");
    assert_int_equal(backup_stage_count(stage), before + 1);
    harness_press(stage->harness, "Enter");
    harness_press(stage->harness, "F4");
    assert_string_equal(backup_stage_top(stage), "home");
    harness_expect(stage->harness, "The backup is back: yesterday, 18:02.");
    assert_int_equal(backup_stage_count(stage), before);
    /* What was there before can be brought back in turn. */
    harness_press(stage->harness, "Alt-q Enter");
    harness_press(stage->harness, "F4");
    assert_string_equal(backup_stage_top(stage), "home");
    assert_int_equal(backup_stage_count(stage), before + 1);
}

static void backups__tell_a_damaged_one__when_they_are_proved(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = home_stage();
    g_free(backup_stage_take(stage, "2026-11-19T17:02:00Z"));
    g_autofree char *path = backup_stage_take(stage, "2026-11-20T17:02:00Z");
    flip_a_byte(path);
    harness_press(stage->harness, "Alt-q p");
    harness_expect(stage->harness, "1 backup is damaged. The list says why.");
    harness_expect(stage->harness, "damaged");
    harness_expect(stage->harness, "sound");
    /* It cannot be brought back, and the shop stays. */
    harness_press(stage->harness, "Enter");
    assert_string_equal(backup_stage_top(stage), "bringback");
    harness_press(stage->harness, "F4");
    assert_string_equal(backup_stage_top(stage), "bringback");
    harness_press(stage->harness, "Esc Esc");
    assert_string_equal(backup_stage_top(stage), "home");
    assert_true(backup_stage_count(stage) > 0);
}

static void backup__can_be_looked_at__and_left_again(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = home_stage();
    g_free(backup_stage_take(stage, "2026-11-20T17:02:00Z"));
    gint64 before = backup_stage_count(stage);
    people_add(stage->emma->shop->db, &people_hilde);
    harness_press(stage->harness, "Alt-q l");
    assert_string_equal(backup_stage_top(stage), "home");
    harness_expect(stage->harness, "BACKUP");
    assert_int_equal(backup_stage_count(stage), before);
    assert_true(backup_stage_counter(stage)->read_only);
    harness_press(stage->harness, "Alt-q");
    assert_string_equal(backup_stage_top(stage), "home");
    harness_press(stage->harness, "Alt-v");
    assert_false(harness_shows(stage->harness, "BACKUP"));
    assert_int_equal(backup_stage_count(stage), before + 1);
    assert_false(backup_stage_counter(stage)->read_only);
    g_autofree char *copy =
        g_build_filename(backup_stage_counter(stage)->spare_folder, "looked-at.tresen", NULL);
    assert_false(g_file_test(copy, G_FILE_TEST_EXISTS));
}

static void second_place__is_named__and_gets_a_copy(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = home_stage();
    g_autofree char *stick = g_build_filename(stage->emma->folder, "stick", NULL);
    assert_int_equal(g_mkdir(stick, 0700), 0);
    harness_press(stage->harness, "Alt-q");
    harness_expect(stage->harness, "No second place");
    harness_press(stage->harness, "o");
    harness_type(stage->harness, stick);
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "is copied there.");
    assert_string_equal(backup_stage_counter(stage)->preferences->second, stick);
    harness_press(stage->harness, "F2");
    harness_expect(stage->harness, "a copy is at the second place.");
    harness_expect(stage->harness, "on the same disk");
    harness_press(stage->harness, "o Down Enter");
    assert_null(backup_stage_counter(stage)->preferences->second);
}

static void second_place__that_is_away__is_said(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = home_stage();
    g_autoptr(GError) error = NULL;
    g_autofree char *stick = g_build_filename(stage->emma->folder, "stick", NULL);
    expect_done(preferences_set_second(backup_stage_counter(stage)->preferences, stick, &error),
                error);
    harness_press(stage->harness, "Alt-q");
    harness_expect(stage->harness, "not there now");
    harness_press(stage->harness, "F2");
    harness_expect(stage->harness, "disk connected?");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "1 backup, the newest");
}

static void passphrase__is_typed_twice__and_asked_for(void **state)
{
    (void)state;
    if (!vault_available(NULL)) {
        skip();
    }
    g_autoptr(BackupStage) stage = home_stage();
    harness_press(stage->harness, "Alt-q w Enter");
    harness_type(stage->harness, "kurz");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "A passphrase has at least");
    assert_false(harness_shows(stage->harness, "kurz"));
    harness_press(stage->harness, "Ctrl-U");
    harness_type(stage->harness, "Zwetschge Dampfnudel 7");
    assert_false(harness_shows(stage->harness, "Zwetschge"));
    harness_press(stage->harness, "Enter");
    harness_type(stage->harness, "Zwetschge Dampfnudel 8");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "This is not what you typed first.");
    harness_press(stage->harness, "Backspace 7");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "From now on backups are encrypted.");
    harness_expect(stage->harness, "Encrypted with a passphrase");
    harness_press(stage->harness, "F2");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "This backup is encrypted.");
    harness_type(stage->harness, "falsch falsch");
    harness_press(stage->harness, "Enter");
    assert_false(harness_shows(stage->harness, "would be gone"));
    harness_press(stage->harness, "Enter");
    harness_type(stage->harness, "Zwetschge Dampfnudel 7");
    harness_press(stage->harness, "Enter");
    harness_press(stage->harness, "F4");
    assert_string_equal(backup_stage_top(stage), "home");
    harness_expect(stage->harness, "The backup is back");
    harness_press(stage->harness, "Alt-q w Down Enter");
    harness_expect(stage->harness, "Not encrypted");
}

static void check__says_that_the_shop_is_whole(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = home_stage();
    harness_press(stage->harness, "Alt-q c");
    assert_string_equal(backup_stage_top(stage), "checkshop");
    harness_expect(stage->harness, "Nothing wrong was found.");
    harness_press(stage->harness, "g");
    harness_expect(stage->harness, "The shop is whole: everything about its 13 customers");
    harness_press(stage->harness, "Esc Esc");
    assert_string_equal(backup_stage_top(stage), "home");
}

int main(void)
{
    g_setenv("TZ", "Europe/Berlin", TRUE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(home__opens_the_backups__and_one_can_be_made),
        cmocka_unit_test(backups__are_listed__with_when_and_why),
        cmocka_unit_test(bringing_back__shows_what_would_change__and_home_says_it_is_back),
        cmocka_unit_test(backups__tell_a_damaged_one__when_they_are_proved),
        cmocka_unit_test(backup__can_be_looked_at__and_left_again),
        cmocka_unit_test(second_place__is_named__and_gets_a_copy),
        cmocka_unit_test(second_place__that_is_away__is_said),
        cmocka_unit_test(passphrase__is_typed_twice__and_asked_for),
        cmocka_unit_test(check__says_that_the_shop_is_whole),
    };
    return cmocka_run_group_tests_name("backups", tests, NULL, NULL);
}
