/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would be gone with a backup that is brought back, and who may write meanwhile. */
#include "data/backup/restore.h"
#include "data/base/fault.h"
#include "data/shopfile.h"
#include "tests/data/people.h"
#include "tests/data/place.h"
#include "tests/data/restorescene.h"

#include <time.h>

enum { UNTIL_IT_WAITS = 300000 /* microseconds */ };

static gint64 since(const RestoreScene *scene, const Backup *backup)
{
    g_autoptr(Restore) restore = restorescene_look_at(scene, backup);
    return restore_deeds_since(restore);
}

static void restore_deeds_since__counts_from_where_the_ways_parted(void **state)
{
    RestoreScene scene = restorescene_bare(state);
    Db *db = scene.fixture->db;
    people_add(db, &(Person){.family = "Anfang"});
    g_autoptr(Backup) first = restorescene_take(&scene, BACKUP_BY_HAND);
    people_add(db, &(Person){.family = "Mitte"});
    people_add(db, &(Person){.family = "Später"});
    g_autoptr(Backup) second = restorescene_take(&scene, BACKUP_BY_HAND);
    assert_int_equal(since(&scene, second), 0);
    assert_int_equal(since(&scene, first), 2);
    restorescene_bring_back(&scene, first);
    assert_int_equal(since(&scene, first), 0);
    /* The same number as "Mitte" had, but another deed. */
    people_add(scene.fixture->db, &(Person){.family = "Anders"});
    assert_int_equal(since(&scene, first), 1);
    assert_int_equal(since(&scene, second), 1);
    g_autoptr(Restore) restore = restorescene_look_at(&scene, second);
    const GPtrArray *last = restore_since(restore);
    assert_int_equal(last->len, 1);
    assert_string_equal(((const HistoryDeed *)g_ptr_array_index(last, 0))->whom, "Anders");
    restorescene_end(&scene);
}

static void restore_last_then__is_of_what_people_did__not_of_what_opening_does(void **state)
{
    RestoreScene scene = restorescene_bare(state);
    people_add(scene.fixture->db, &(Person){.family = "Anfang"});
    Who nobody = {.at = "2026-03-04T08:00:00Z"};
    g_autoptr(GError) error = NULL;
    Deed *deed = deed_begin(scene.fixture->db, &nobody, "opening the shop", &error);
    deed_make_lasting(deed);
    deed_make_erasing(deed); /* lasts though nothing was changed */
    expect_done(deed_commit(deed, NULL, &error), error);
    deed_free(deed);
    g_autoptr(Backup) backup = restorescene_take(&scene, BACKUP_BY_HAND);
    g_autoptr(Restore) restore = restorescene_look_at(&scene, backup);
    assert_string_equal(restore_last_then(restore), FIXTURE_NOW);
    assert_string_equal(restore_last_now(restore), FIXTURE_NOW);
    restorescene_end(&scene);
}

/* ---- another program writes at the same time ---- */

/* Seconds that pass whenever somebody asks how long it waits. */
static guint *hurry(void)
{
    static guint seconds;
    return &seconds;
}

/* Takes the place of GLib's in this process, so that half a minute is over at once. */
gint64 g_get_monotonic_time(void)
{
    static gint64 ahead;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    ahead += *hurry() * G_USEC_PER_SEC;
    return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000 + ahead;
}

static void restore_begin__while_somebody_writes__is_busy_and_not_trouble(void **state)
{
    RestoreScene scene = restorescene_bare(state);
    g_autoptr(GError) error = NULL;
    g_autoptr(Backup) backup = restorescene_take(&scene, BACKUP_BY_HAND);
    expect_done(db_run_script(scene.fixture->db, "BEGIN EXCLUSIVE", &error), error);
    *hurry() = 31;
    Restore *restore = restore_begin(scene.fixture->where, &scene.place, backup, NULL,
                                     RESTORESCENE_LATER, NULL, NULL, &error);
    *hurry() = 0;
    assert_null(restore);
    expect_fault(error, FAULT_BUSY);
    g_clear_error(&error);
    restorescene_expect_tidy(&scene);
    expect_done(db_run_script(scene.fixture->db, "ROLLBACK", &error), error);
    restore = restorescene_look_at(&scene, backup);
    assert_null(restore_trouble(restore));
    assert_int_equal(restore_deeds_since(restore), 0);
    restore_free(restore);
    restorescene_end(&scene);
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
    run->is_done = restore_finish(run->restore, RESTORESCENE_LATER, try_to_write, run, NULL, NULL);
    return NULL;
}

static void restore_finish__closes_the_shop_that_is_there__also_after_waiting(void **state)
{
    RestoreScene scene = restorescene_bare(state);
    g_autoptr(GError) error = NULL;
    Db *other = scene.fixture->db;
    g_autoptr(Backup) backup = restorescene_take(&scene, BACKUP_BY_HAND);
    g_autofree char *next = g_strconcat(scene.fixture->where, ".next", NULL);
    gsize length;
    g_autofree guint8 *bytes = place_read(backup->path, &length);
    place_write(next, bytes, length);
    g_autoptr(Restore) restore = restorescene_look_at(&scene, backup);
    expect_done(db_begin(other, &error), error);
    Run run = {.restore = restore, .where = scene.fixture->where};
    GThread *thread = g_thread_new("restore", run_restore, &run);
    g_usleep(UNTIL_IT_WAITS);
    expect_done(shopfile_replace(next, scene.fixture->where, &error), error);
    db_rollback(other);
    g_thread_join(thread);
    assert_true(run.is_done);
    assert_true(run.is_closed);
    restorescene_end(&scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(restore_deeds_since__counts_from_where_the_ways_parted),
        cmocka_unit_test(restore_last_then__is_of_what_people_did__not_of_what_opening_does),
        cmocka_unit_test(restore_begin__while_somebody_writes__is_busy_and_not_trouble),
        cmocka_unit_test(restore_finish__closes_the_shop_that_is_there__also_after_waiting),
    };
    return fixture_on_sqlite("restorecount", tests, G_N_ELEMENTS(tests));
}
