/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop that cannot be opened, or is found damaged: what is wrong is said, the ways out lead
 * somewhere, and no shop is made that nobody wanted. And the backups made by themselves, whose
 * trouble stands on home. */
#include "tests/tui/backupstage.h"

#include "data/backup/list.h"
#include "data/base/fault.h"
#include "data/shopknown.h"
#include "tui/backupkeep.h"
#include "tui/screens/home.h"
#include "tui/screens/trouble.h"

#include <glib/gstdio.h>
#include <string.h>

/* With a backup of yesterday, or none, and the shop closed. */
static BackupStage *closed_stage(bool has_backup)
{
    BackupStage *stage = backup_stage_new(24, 80);
    if (has_backup) {
        g_free(backup_stage_take(stage, "2026-11-20T17:02:00Z"));
    }
    backup_stage_close_shop(stage);
    return stage;
}

/* Opens the program as a start does: with the shop's fault. */
static void start(const BackupStage *stage)
{
    g_autoptr(GError) fault = NULL;
    const char *path = stage->emma->path;
    if (!shop_known_gone(backup_stage_counter(stage)->spare_folder, path, &fault)) {
        g_autoptr(Shop) shop = shop_open(path, DB_READ_WRITE, NULL, "2026-11-21T13:32:00Z", &fault);
        assert_null(shop);
    }
    assert_non_null(fault);
    /* Whatever is wrong, the file is named. */
    assert_non_null(strstr(fault->message, "emma.tresen"));
    home_open(harness_app(stage->harness), path, fault);
    harness_settle(stage->harness);
    assert_string_equal(backup_stage_top(stage), "trouble");
}

static void expect_back(const BackupStage *stage)
{
    assert_int_equal(backup_stage_count(stage), stage->customers);
    assert_string_equal(backup_stage_top(stage), "home");
}

static void write_over(const char *path, const char *text)
{
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void trouble__leads_to_the_newest_backup__when_the_file_is_no_shop(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = closed_stage(true);
    write_over(stage->emma->path, "this is no shop at all\n");
    start(stage);
    harness_expect(stage->harness, "The shop cannot be opened");
    harness_expect(stage->harness, "Bring back the backup: yesterday, 18:02");
    harness_press(stage->harness, "Enter");
    assert_string_equal(backup_stage_top(stage), "bringback");
    harness_press(stage->harness, "F4");
    expect_back(stage);
    harness_expect(stage->harness, "The backup is back: yesterday, 18:02.");
}

static void trouble__finds_the_shop__as_soon_as_it_is_there_again(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = closed_stage(true);
    g_autofree char *away = g_strconcat(stage->emma->path, ".away", NULL);
    shop_known_note(backup_stage_counter(stage)->spare_folder, stage->emma->path);
    assert_int_equal(g_rename(stage->emma->path, away), 0);
    start(stage);
    harness_expect(stage->harness, "was there before and is gone");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "It still cannot be opened.");
    assert_string_equal(backup_stage_top(stage), "trouble");
    assert_false(g_file_test(stage->emma->path, G_FILE_TEST_EXISTS));
    assert_int_equal(g_rename(away, stage->emma->path), 0);
    harness_press(stage->harness, "Enter");
    expect_back(stage);
}

static void trouble__begins_a_new_shop__only_in_two_steps(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = closed_stage(false);
    shop_known_note(backup_stage_counter(stage)->spare_folder, stage->emma->path);
    assert_int_equal(g_unlink(stage->emma->path), 0);
    start(stage);
    harness_expect(stage->harness, "There is no backup of this shop");
    harness_press(stage->harness, "End Enter Esc");
    assert_true(shop_known_is(backup_stage_counter(stage)->spare_folder, stage->emma->path));
    harness_press(stage->harness, "Enter Enter");
    assert_string_equal(backup_stage_top(stage), "start");
    assert_false(g_file_test(stage->emma->path, G_FILE_TEST_EXISTS));
    harness_press(stage->harness, "3 F4");
    assert_string_equal(backup_stage_top(stage), "home");
    assert_true(g_file_test(stage->emma->path, G_FILE_TEST_EXISTS));
}

static void trouble__shows_a_backup__and_comes_again_after_it(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = closed_stage(true);
    write_over(stage->emma->path, "this is no shop at all\n");
    start(stage);
    harness_press(stage->harness, "Down Enter");
    assert_string_equal(backup_stage_top(stage), "home");
    harness_expect(stage->harness, "BACKUP");
    harness_press(stage->harness, "Alt-v");
    assert_string_equal(backup_stage_top(stage), "trouble");
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(stage->emma->path, &text, NULL, NULL));
    assert_string_equal(text, "this is no shop at all\n");
    harness_press(stage->harness, "Enter");
    harness_press(stage->harness, "F4");
    expect_back(stage);
}

static void trouble__offers_the_list_of_backups(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = closed_stage(true);
    static const char later[] = "2026-11-20T18:30:00Z";
    stage->emma->shop = shop_open(stage->emma->path, DB_READ_WRITE, NULL, later, NULL);
    assert_non_null(stage->emma->shop);
    g_free(backup_stage_take(stage, later));
    g_clear_pointer(&stage->emma->shop, shop_close);
    write_over(stage->emma->path, "this is no shop at all\n");
    start(stage);
    harness_expect(stage->harness, "Choose among 2 backups");
    harness_press(stage->harness, "Down Down Enter");
    assert_string_equal(backup_stage_top(stage), "backups");
    harness_press(stage->harness, "Enter");
    harness_press(stage->harness, "F4");
    expect_back(stage);
}

/* The sentence of a fault that names no file of the test's, so that the picture is always the
 * same. */
static void trouble__looks_so(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = closed_stage(true);
    g_autoptr(GError) fault = g_error_new_literal(
        FAULT, FAULT_DAMAGED,
        "The end of the shop /home/emma/shop.tresen is missing; it seems to be half a copy. It was "
        "left as it is: copy it again or bring back a backup.");
    home_open(harness_app(stage->harness), stage->emma->path, fault);
    harness_settle(stage->harness);
    harness_golden(stage->harness, "trouble");
    harness_resize(stage->harness, 20, 60);
    harness_golden(stage->harness, "trouble-60");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "trouble-small");
}

/* ---- while the program runs ---- */

/* Writes over everything but the header of the file, which somebody has open. */
static void damage(const char *path)
{
    g_autofree char *text = NULL;
    gsize length = 0;
    assert_true(g_file_get_contents(path, &text, &length, NULL));
    FILE *file = fopen(path, "r+");
    assert_non_null(file);
    /* The change counter, so that nobody trusts what they have read before. */
    fseek(file, 24, SEEK_SET);
    fwrite("\x7f\x7f\x7f\x7f", 1, 4, file);
    fseek(file, 100, SEEK_SET);
    for (gsize i = 100; i < length; i++) {
        fputc(0xa5, file);
    }
    fclose(file);
}

static void damage__that_is_found_while_working__leads_to_the_backups(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = backup_stage_new(24, 80);
    g_free(backup_stage_take(stage, "2026-11-20T17:02:00Z"));
    app_set_damage(harness_app(stage->harness), trouble_show);
    harness_open(stage->harness, &screen_home, NULL);
    damage(stage->emma->path);
    harness_press(stage->harness, "F7");
    harness_expect(stage->harness, "See what can be done");
    harness_press(stage->harness, "Enter");
    assert_string_equal(backup_stage_top(stage), "trouble");
    harness_expect(stage->harness, "The shop is damaged");
    harness_press(stage->harness, "Enter");
    harness_press(stage->harness, "F4");
    expect_back(stage);
}

/* ---- by themselves ---- */

static void backups__are_made_by_themselves__once_the_program_is_there(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = backup_stage_new(24, 80);
    Screen *home = harness_open(stage->harness, &screen_home, NULL);
    backup_keep_begin(home);
    backup_stage_wait(stage);
    assert_null(backup_stage_counter(stage)->backup_news);
    const BackupPlace place = {.folder = stage->folder};
    BackupHealth health = backup_health(&place, stage->emma->path, "2026-11-21T13:32:00Z");
    assert_int_equal(health.count, 1);
    harness_press(stage->harness, "Alt-q");
    harness_expect(stage->harness, "1 backup, the newest: today, 14:32");
}

static void home__says_it__when_no_backup_can_be_made(void **state)
{
    (void)state;
    g_autoptr(BackupStage) stage = backup_stage_new(24, 80);
    /* Nothing can be made in what is a file. */
    write_over(stage->folder, "");
    Screen *home = harness_open(stage->harness, &screen_home, NULL);
    backup_keep_begin(home);
    backup_stage_wait(stage);
    harness_expect(stage->harness, "There is no backup of this shop, and none can be made.");
    harness_golden(stage->harness, "home-no-backup");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "home-no-backup-small");
    harness_resize(stage->harness, 24, 80);
    harness_type(stage->harness, "wagn");
    assert_false(harness_shows(stage->harness, "There is no backup"));
}

static void words__of_the_backups(void **state)
{
    (void)state;
    BackupHealth health = {.count = 3, .days = 9};
    assert_null(backup_keep_words(&health, NULL, 0));
    assert_null(backup_keep_words(&health, NULL, 6));
    g_autofree char *late = backup_keep_words(&health, "The disk is full.", 0);
    assert_string_equal(late, "No backup for 9 days.");
    health.days = 0;
    g_autofree char *today = backup_keep_words(&health, "The disk is full.", 0);
    assert_string_equal(today, "Today's backup could not be made.");
    g_autofree char *away = backup_keep_words(&health, NULL, 7);
    assert_string_equal(away, "The second place for backups has been away for 7 days.");
    health.count = 0;
    g_autofree char *none = backup_keep_words(&health, "The disk is full.", 0);
    assert_string_equal(none, "There is no backup of this shop, and none can be made.");
}

int main(void)
{
    g_setenv("TZ", "Europe/Berlin", TRUE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trouble__leads_to_the_newest_backup__when_the_file_is_no_shop),
        cmocka_unit_test(trouble__finds_the_shop__as_soon_as_it_is_there_again),
        cmocka_unit_test(trouble__begins_a_new_shop__only_in_two_steps),
        cmocka_unit_test(trouble__shows_a_backup__and_comes_again_after_it),
        cmocka_unit_test(trouble__offers_the_list_of_backups),
        cmocka_unit_test(trouble__looks_so),
        cmocka_unit_test(damage__that_is_found_while_working__leads_to_the_backups),
        cmocka_unit_test(backups__are_made_by_themselves__once_the_program_is_there),
        cmocka_unit_test(home__says_it__when_no_backup_can_be_made),
        cmocka_unit_test(words__of_the_backups),
    };
    return cmocka_run_group_tests_name("trouble", tests, NULL, NULL);
}
