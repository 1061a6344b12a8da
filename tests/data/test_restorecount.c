/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would be gone with a backup that is brought back, and who may write meanwhile. */
#include "data/backup/prove.h"
#include "data/backup/restore.h"
#include "data/base/fault.h"
#include "data/shop.h"
#include "data/shopfile.h"
#include "tests/data/fixture.h"
#include "tests/data/people.h"
#include "tests/data/place.h"

#include <string.h>

enum { UNTIL_IT_WAITS = 300000 /* microseconds */ };

static const char LATER[] = "2026-03-05T09:00:00Z";

typedef struct {
    Fixture *fixture;
    char *folder;
    BackupPlace place;
} Scene;

static Scene begin(void **state)
{
    Scene scene = {.fixture = *state};
    scene.folder = g_build_filename(scene.fixture->folder, "backups", NULL);
    scene.place = (BackupPlace){.folder = scene.folder};
    people_furnish(scene.fixture->db);
    return scene;
}

static Backup *take(const Scene *scene)
{
    g_autoptr(GError) error = NULL;
    BackupMade made = {0};
    expect_done(backup_take(scene->fixture->db, &scene->place, BACKUP_BY_HAND, FIXTURE_NOW, NULL,
                            NULL, &made, &error),
                error);
    Backup *backup = backup_at(made.path, &error);
    expect_done(backup != NULL, error);
    backup_made_clear(&made);
    return backup;
}

static Restore *look(const Scene *scene, const Backup *backup)
{
    g_autoptr(GError) error = NULL;
    Restore *restore = restore_begin(scene->fixture->where, &scene->place, backup, NULL, LATER,
                                     NULL, NULL, &error);
    expect_done(restore != NULL, error);
    return restore;
}

static void bring_back(Scene *scene, const Backup *backup)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Restore) restore = look(scene, backup);
    g_clear_pointer(&scene->fixture->db, db_close);
    expect_done(restore_finish(restore, LATER, NULL, NULL, NULL, &error), error);
    scene->fixture->db = db_open(scene->fixture->where, DB_READ_WRITE, &error);
    expect_done(scene->fixture->db != NULL, error);
}

static gint64 since(const Scene *scene, const Backup *backup)
{
    g_autoptr(Restore) restore = look(scene, backup);
    return restore_deeds_since(restore);
}

static void restore_deeds_since__counts_from_where_the_ways_parted(void **state)
{
    Scene scene = begin(state);
    Db *db = scene.fixture->db;
    people_add(db, &(Person){.family = "Anfang"});
    g_autoptr(Backup) first = take(&scene);
    people_add(db, &(Person){.family = "Mitte"});
    people_add(db, &(Person){.family = "Später"});
    g_autoptr(Backup) second = take(&scene);
    assert_int_equal(since(&scene, second), 0);
    assert_int_equal(since(&scene, first), 2);
    bring_back(&scene, first);
    assert_int_equal(since(&scene, first), 0);
    /* The same number as "Mitte" had, but another deed. */
    people_add(scene.fixture->db, &(Person){.family = "Anders"});
    assert_int_equal(since(&scene, first), 1);
    assert_int_equal(since(&scene, second), 1);
    g_autoptr(Restore) restore = look(&scene, second);
    const GPtrArray *last = restore_since(restore);
    assert_int_equal(last->len, 1);
    assert_string_equal(((const HistoryDeed *)g_ptr_array_index(last, 0))->whom, "Anders");
    g_free(scene.folder);
}

static void restore_last_then__is_of_what_people_did__not_of_what_opening_does(void **state)
{
    Scene scene = begin(state);
    people_add(scene.fixture->db, &(Person){.family = "Anfang"});
    Who nobody = {.at = "2026-03-04T08:00:00Z"};
    g_autoptr(GError) error = NULL;
    Deed *deed = deed_begin(scene.fixture->db, &nobody, "opening the shop", &error);
    deed_make_lasting(deed);
    deed_make_erasing(deed); /* lasts though nothing was changed */
    expect_done(deed_commit(deed, NULL, &error), error);
    deed_free(deed);
    g_autoptr(Backup) backup = take(&scene);
    g_autoptr(Restore) restore = look(&scene, backup);
    assert_string_equal(restore_last_then(restore), FIXTURE_NOW);
    assert_string_equal(restore_last_now(restore), FIXTURE_NOW);
    g_free(scene.folder);
}

/* ---- another program brings one back at the same time ---- */

typedef struct {
    Restore *restore;
    const char *where;
    bool is_closed; /* nobody else could write while the shop was kept */
    bool is_done;
} Run;

static bool try_to_write(BackupStep step, gpointer data)
{
    Run *run = data;
    if (step == BACKUP_COPIES) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Db) db = db_open(run->where, DB_READ_WRITE, &error);
        if (db != NULL) {
            db_set_patience(db, 1);
            run->is_closed = !db_begin(db, &error) && g_error_matches(error, FAULT, FAULT_BUSY);
        }
    }
    return true;
}

static gpointer run_restore(gpointer data)
{
    Run *run = data;
    run->is_done = restore_finish(run->restore, LATER, try_to_write, run, NULL, NULL);
    return NULL;
}

static void restore_finish__closes_the_shop_that_is_there__also_after_waiting(void **state)
{
    Scene scene = begin(state);
    g_autoptr(GError) error = NULL;
    Db *other = scene.fixture->db;
    g_autoptr(Backup) backup = take(&scene);
    g_autofree char *next = g_strconcat(scene.fixture->where, ".next", NULL);
    gsize length;
    g_autofree guint8 *bytes = place_read(backup->path, &length);
    place_write(next, bytes, length);
    g_autoptr(Restore) restore = look(&scene, backup);
    expect_done(db_begin(other, &error), error);
    Run run = {.restore = restore, .where = scene.fixture->where};
    GThread *thread = g_thread_new("restore", run_restore, &run);
    g_usleep(UNTIL_IT_WAITS);
    expect_done(shopfile_replace(next, scene.fixture->where, &error), error);
    db_rollback(other);
    g_thread_join(thread);
    assert_true(run.is_done);
    assert_true(run.is_closed);
    g_free(scene.folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(restore_deeds_since__counts_from_where_the_ways_parted),
        cmocka_unit_test(restore_last_then__is_of_what_people_did__not_of_what_opening_does),
        cmocka_unit_test(restore_finish__closes_the_shop_that_is_there__also_after_waiting),
    };
    return fixture_on_sqlite("restorecount", tests, G_N_ELEMENTS(tests));
}
