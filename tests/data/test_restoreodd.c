/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups under odd circumstances: odd names, links, shops copied by hand, work that went two ways,
 * and somebody else who brings one back at the same time. */
#include "data/backup/backup_private.h"
#include "data/backup/prove.h"
#include "data/backup/restore.h"
#include "data/base/fault.h"
#include "data/erase/erase.h"
#include "data/move.h"
#include "data/setting.h"
#include "data/shopfile.h"
#include "tests/data/people.h"
#include "tests/data/place.h"
#include "tests/data/restorescene.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A shop with a customer, and where its backups go. */
static RestoreScene begin(void **state)
{
    RestoreScene scene = restorescene_bare(state);
    people_add(scene.fixture->db, &people_hilde);
    return scene;
}

/* ---- names ---- */

static void backup_name__of_oddly_named_shops__is_found_again_anywhere(void **state)
{
    static const char *const names[] = {
        "/x/.hidden.tresen",     "/x/..",
        "/x/old.tmp.tresen",     "/x/a.sha256.b.tresen",
        "/x/-rf.tresen",         "/x/a:b*c?.tresen",
        "/x/line\nbreak\033[2J", "/x/\xff\xfe.tresen",
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *name = backup_name(names[i], FIXTURE_NOW, BACKUP_DAILY, false, 1);
        char made[21];
        BackupWhy why;
        assert_true(backup_name_read(name, made, &why, NULL));
        assert_string_equal(made, FIXTURE_NOW);
        assert_int_equal(why, BACKUP_DAILY);
        assert_true(g_utf8_validate(name, -1, NULL));
        assert_null(strpbrk(name, "\"*/:<>?\\|\n\033"));
    }
    g_autoptr(GString) longest = g_string_new("/x/");
    for (guint i = 0; i < 80; i++) {
        g_string_append(longest, "ößß");
    }
    g_autofree char *name = backup_name(longest->str, FIXTURE_NOW, BACKUP_DAILY, false, 1);
    assert_true(strlen(name) < 160);
    assert_true(g_utf8_validate(name, -1, NULL));
}

static void backup_list__of_a_folder_with_links_and_pipes__has_only_files(void **state)
{
    RestoreScene scene = begin(state);
    g_autoptr(Backup) backup = restorescene_take(&scene, BACKUP_BY_HAND);
    g_autofree char *folder = g_path_get_dirname(backup->path);
    g_autofree char *link = g_build_filename(folder, "x-20260228T080000Z-daily.tresen", NULL);
    g_autofree char *pipe = g_build_filename(folder, "x-20260227T080000Z-daily.tresen", NULL);
    g_autofree char *proof = g_strconcat(backup->path, ".sha256", NULL);
    g_autoptr(GError) error = NULL;
    assert_int_equal(symlink(scene.fixture->where, link), 0);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    g_autoptr(GPtrArray) list = backup_list(&scene.place, scene.fixture->where, RESTORESCENE_LATER);
    assert_int_equal(list->len, 1);
    /* A proof that is a pipe keeps nobody waiting. */
    g_unlink(proof);
    assert_int_equal(mkfifo(proof, 0600), 0);
    assert_null(restore_begin(scene.fixture->where, &scene.place, backup, NULL, RESTORESCENE_LATER,
                              NULL, NULL, &error));
    expect_fault(error, FAULT_MISSING);
    restorescene_end(&scene);
}

/* ---- what may be brought back ---- */

static void restore_begin__of_the_shop_itself__is_refused(void **state)
{
    RestoreScene scene = begin(state);
    g_autoptr(GError) error = NULL;
    g_autofree char *link = g_build_filename(scene.fixture->folder, "other.tresen", NULL);
    restorescene_close_shop(&scene);
    assert_int_equal(symlink(scene.fixture->where, link), 0);
    g_autoptr(Backup) backup = backup_at(link, &error);
    assert_null(restore_begin(scene.fixture->where, &scene.place, backup, NULL, RESTORESCENE_LATER,
                              NULL, NULL, &error));
    expect_fault(error, FAULT_REFUSED);
    restorescene_end(&scene);
}

/* In the middle of a long save, with its journal. */
static char *copy_in_use(const RestoreScene *scene)
{
    g_autoptr(GError) error = NULL;
    Db *db = scene->fixture->db;
    gsize length;
    char *copy = g_build_filename(scene->fixture->folder, "copy.tresen", NULL);
    g_autofree char *journal = g_strconcat(scene->fixture->where, "-journal", NULL);
    g_autofree char *journal_copy = g_strconcat(copy, "-journal", NULL);
    expect_done(db_run_script(db, "PRAGMA cache_size = 1", &error), error);
    expect_done(db_begin(db, &error), error);
    for (guint i = 0; i < 200; i++) {
        g_autofree char *name = g_strdup_printf("test.%u", i);
        g_autofree char *value = g_strnfill(2000, 'x');
        expect_done(setting_set(db, name, value, &error), error);
    }
    g_autofree guint8 *bytes = place_read(scene->fixture->where, &length);
    place_write(copy, bytes, length);
    g_autofree guint8 *more = place_read(journal, &length);
    place_write(journal_copy, more, length);
    db_rollback(db);
    return copy;
}

static void restore_begin__of_a_shop_copied_in_use__takes_its_journal_along(void **state)
{
    RestoreScene scene = begin(state);
    g_autoptr(GError) error = NULL;
    g_autofree char *before = shop_content(scene.fixture->db, &error);
    g_autofree char *copy = copy_in_use(&scene);
    g_autoptr(Backup) backup = backup_at(copy, &error);
    people_add(scene.fixture->db, &(Person){.family = "Später"});
    restorescene_bring_back(&scene, backup);
    g_autofree char *after = shop_content(scene.fixture->db, &error);
    assert_string_equal(after, before);
    restorescene_end(&scene);
}

/* ---- what is said ---- */

static void restore_begin__after_work_went_another_way__counts_from_the_fork(void **state)
{
    RestoreScene scene = begin(state);
    g_autoptr(Backup) early = restorescene_take(&scene, BACKUP_BY_HAND);
    people_add(scene.fixture->db, &(Person){.family = "Eins"});
    people_add(scene.fixture->db, &(Person){.family = "Zwei"});
    people_add(scene.fixture->db, &(Person){.family = "Drei"});
    g_autoptr(Backup) late = restorescene_take(&scene, BACKUP_IMPORT);
    restorescene_bring_back(&scene, early);
    people_add(scene.fixture->db, &(Person){.family = "Anders"});
    people_add(scene.fixture->db, &(Person){.family = "Weiter"});
    Restore *restore = restorescene_look_at(&scene, late);
    assert_int_equal(restore_deeds_since(restore), 2);
    restore_free(restore);
    restore = restorescene_look_at(&scene, early);
    assert_int_equal(restore_deeds_since(restore), 2);
    restore_free(restore);
    restorescene_end(&scene);
}

/* ---- somebody else at the same time ---- */

/* Two pipes between this process and the other one. */
typedef struct {
    int ready[2], go[2];
} Pipes;

static void say(int pipe)
{
    assert_int_equal(write(pipe, "x", 1), 1);
}

static void hear(int pipe)
{
    char letter;
    assert_int_equal(read(pipe, &letter, 1), 1);
}

/* The other one begins when the shop is closed to it. */
static bool let_other_begin(BackupStep step, gpointer data)
{
    if (step == BACKUP_COPIES) {
        say(((const Pipes *)data)->go[1]);
        g_usleep(200 * 1000);
    }
    return true;
}

/* In a process of its own: ready beforehand, it waits for the shop, which is another one then, and
 * keeps that. */
static bool is_second(const RestoreScene *scene, const Backup *backup, const Pipes *pipes)
{
    g_autoptr(GError) error = NULL;
    Restored restored = {0};
    g_autoptr(Restore) restore = restorescene_look_at(scene, backup);
    say(pipes->ready[1]);
    hear(pipes->go[0]);
    bool ok = restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, &restored, &error) &&
              g_str_has_suffix(restored.kept, "-restore-2.tresen");
    restored_clear(&restored);
    return ok;
}

static void restore_finish__by_two_at_once__is_done_one_after_the_other(void **state)
{
    RestoreScene scene = begin(state);
    g_autoptr(GError) error = NULL;
    g_autofree char *before = shop_content(scene.fixture->db, &error);
    g_autoptr(Backup) backup = restorescene_take(&scene, BACKUP_BY_HAND);
    Pipes pipes;
    people_add(scene.fixture->db, &(Person){.family = "Später"});
    restorescene_close_shop(&scene);
    assert_int_equal(pipe(pipes.ready), 0);
    assert_int_equal(pipe(pipes.go), 0);
    pid_t other = place_fork();
    if (other == 0) {
        place_leave(is_second(&scene, backup, &pipes));
    }
    hear(pipes.ready[0]);
    g_autoptr(Restore) restore = restorescene_look_at(&scene, backup);
    expect_done(restore_finish(restore, RESTORESCENE_LATER, let_other_begin, &pipes, NULL, &error),
                error);
    assert_true(place_ended_well(other));
    restorescene_open_shop(&scene);
    g_autofree char *after = shop_content(scene.fixture->db, &error);
    assert_string_equal(after, before);
    for (guint i = 0; i < 2; i++) {
        close(pipes.ready[i]);
        close(pipes.go[i]);
    }
    restorescene_end(&scene);
}

static void erase_catch_up__with_a_pipe_for_a_list__does_not_wait(void **state)
{
    RestoreScene scene = begin(state);
    g_autoptr(GError) error = NULL;
    g_autofree char *uid = setting_uid(scene.fixture->db, &error);
    g_autofree char *name = g_strdup_printf("erased-%s", uid);
    g_autofree char *path = g_build_filename(scene.folder, name, NULL);
    guint count = 0;
    assert_int_equal(g_mkdir(scene.folder, 0700), 0);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_false(
        erase_catch_up(scene.fixture->db, scene.folder, RESTORESCENE_LATER, &count, &error));
    expect_fault(error, FAULT_REFUSED);
    restorescene_end(&scene);
}

static void shopfile_tidy__removes_what_the_dead_left__and_nothing_else(void **state)
{
    RestoreScene scene = begin(state);
    pid_t dead = place_fork();
    if (dead == 0) {
        place_leave(true);
    }
    assert_true(place_ended_well(dead));
    g_autofree char *left = g_strdup_printf("%s.new-%d", scene.fixture->where, (int)dead);
    g_autofree char *own = g_strdup_printf("%s.new-%d", scene.fixture->where, (int)getpid());
    g_autofree char *alive = g_strdup_printf("%s.new-1", scene.fixture->where);
    place_write(left, "x", 1);
    place_write(own, "x", 1);
    place_write(alive, "x", 1);
    shopfile_tidy(scene.fixture->where);
    assert_false(g_file_test(left, G_FILE_TEST_EXISTS));
    assert_true(g_file_test(own, G_FILE_TEST_EXISTS));
    assert_true(g_file_test(alive, G_FILE_TEST_EXISTS));
    assert_true(g_file_test(scene.fixture->where, G_FILE_TEST_EXISTS));
    restorescene_end(&scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(backup_name__of_oddly_named_shops__is_found_again_anywhere),
        cmocka_unit_test(backup_list__of_a_folder_with_links_and_pipes__has_only_files),
        cmocka_unit_test(restore_begin__of_the_shop_itself__is_refused),
        cmocka_unit_test(restore_begin__of_a_shop_copied_in_use__takes_its_journal_along),
        cmocka_unit_test(restore_begin__after_work_went_another_way__counts_from_the_fork),
        cmocka_unit_test(restore_finish__by_two_at_once__is_done_one_after_the_other),
        cmocka_unit_test(erase_catch_up__with_a_pipe_for_a_list__does_not_wait),
        cmocka_unit_test(shopfile_tidy__removes_what_the_dead_left__and_nothing_else),
    };
    return fixture_on_sqlite("restoreodd", tests, G_N_ELEMENTS(tests));
}
