/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promise 12: killed in the middle of a backup, the earlier ones are still there, what is listed is
 * whole, and nothing unfinished is ever listed. */
#include "data/backup/prove.h"
#include "data/backup/take.h"
#include "data/backup/vault.h"
#include "data/base/instant.h"
#include "tests/data/people.h"
#include "tests/data/place.h"
#include "tests/faults/scale.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CUSTOMERS = 60, PROVED_AT_ONCE = 3 };

/* A shop with backups at two places. */
typedef struct {
    Fixture *fixture;
    char *folder, *second;
    BackupPlace place;
    GRand *chance;
    gint64 moment;
    gint64 time; /* microseconds a backup takes */
} Scene;

static void write_instant(gint64 moment, char text[21])
{
    g_autoptr(GDateTime) when = g_date_time_new_from_unix_utc(moment);
    instant_write(when, text);
}

/* Backups until it is over, an hour of the shop's clock apart. */
static void make_many(const Scene *scene)
{
    g_autoptr(Db) db = db_open(scene->fixture->where, DB_READ_WRITE, NULL);
    for (gint64 i = 0; db != NULL && i < 1000; i++) {
        char text[21];
        write_instant(scene->moment + i * 3600, text);
        backup_take(db, &scene->place, BACKUP_DAILY, text, NULL, NULL, NULL, NULL);
    }
}

static void kill_at_random(Scene *scene)
{
    gint64 wait = g_rand_int_range(scene->chance, 0, (gint32)(3 * scene->time));
    int status = 0;
    pid_t child = place_fork();
    if (child == 0) {
        make_many(scene);
        _exit(0);
    }
    g_usleep((gulong)wait);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
}

/* What is listed at the two places is whole; the first ones, LIMIT of them, are read through. */
static guint expect_whole(const Scene *scene, guint limit)
{
    char text[21];
    write_instant(scene->moment + (gint64)1000 * 3600, text);
    g_autoptr(GPtrArray) list = backup_list(&scene->place, scene->fixture->where, text);
    assert_true(list->len > 0);
    for (guint i = 0; i < MIN(list->len, limit); i++) {
        g_autoptr(GError) error = NULL;
        Backup *backup = g_ptr_array_index(list, i);
        g_autofree char *name = g_path_get_basename(backup->path);
        assert_null(strstr(name, ".tmp"));
        assert_int_not_equal(backup->proof, BACKUP_NO_PROOF);
        if (!backup_prove(backup, NULL, scene->folder, NULL, NULL, &error)) {
            fail_msg("seed %u: %s", scale_seed(), error != NULL ? error->message : backup->trouble);
        }
    }
    return list->len;
}

/* Only those at the second place. */
static void expect_second_whole(const Scene *scene, guint limit)
{
    Scene other = *scene;
    g_autofree char *nowhere = g_build_filename(scene->fixture->folder, "nowhere", NULL);
    other.place.folder = nowhere;
    expect_whole(&other, limit);
}

static void expect_finished(const char *path, gpointer data)
{
    g_autofree char *name = g_path_get_basename(path);
    (void)data;
    assert_null(strstr(name, ".tmp"));
    assert_null(strstr(name, ".sha256."));
}

static Scene begin(void **state, bool is_locked)
{
    Scene scene = {
        .fixture = *state, .chance = g_rand_new_with_seed(scale_seed()), .moment = 1772355600};
    g_autoptr(GError) error = NULL;
    char text[21];
    scene.folder = g_build_filename(scene.fixture->folder, "backups", NULL);
    scene.second = g_build_filename(scene.fixture->folder, "stick", NULL);
    scene.place = (BackupPlace){.folder = scene.folder, .second = scene.second};
    assert_int_equal(g_mkdir(scene.second, 0700), 0);
    Db *db = scene.fixture->db;
    people_furnish(db);
    for (guint i = 0; i < CUSTOMERS; i++) {
        people_add(db, &people_hilde);
    }
    if (is_locked) {
        expect_done(vault_set(db, "vier rote Törtchen am Fenster", &error), error);
    }
    write_instant(scene.moment - 3600, text);
    gint64 start = g_get_monotonic_time();
    expect_done(backup_take(db, &scene.place, BACKUP_DAILY, text, NULL, NULL, NULL, &error), error);
    scene.time = g_get_monotonic_time() - start;
    db_close(db);
    scene.fixture->db = NULL;
    return scene;
}

static void end(Scene *scene, guint kills, const char *kind)
{
    g_autoptr(GError) error = NULL;
    char text[21];
    guint listed = expect_whole(scene, G_MAXUINT);
    expect_second_whole(scene, G_MAXUINT);
    /* The next one tidies up. */
    write_instant(scene->moment + (gint64)1001 * 3600, text);
    g_autoptr(Db) db = db_open(scene->fixture->where, DB_READ_WRITE, &error);
    expect_done(db != NULL &&
                    backup_take(db, &scene->place, BACKUP_DAILY, text, NULL, NULL, NULL, &error),
                error);
    place_each_file(scene->folder, expect_finished, NULL);
    place_each_file(scene->second, expect_finished, NULL);
    scale_tell(12,
               "%u kills during %s backups: after each, all that was listed was whole (%u in the "
               "end)",
               kills, kind, listed);
    g_rand_free(scene->chance);
    g_free(scene->folder);
    g_free(scene->second);
}

/* KIND is how the backups are: "open". */
static void kill_and_look(Scene *scene, guint kills, const char *kind)
{
    for (guint i = 0; i < kills; i++) {
        kill_at_random(scene);
        expect_whole(scene, PROVED_AT_ONCE);
        expect_second_whole(scene, PROVED_AT_ONCE);
        scene->moment += (gint64)6 * 3600;
    }
    end(scene, kills, kind);
}

static void backups_are_whole_or_not_there__when_killed(void **state)
{
    Scene scene = begin(state, false);
    kill_and_look(&scene, scale(6, 200), "open");
}

static void encrypted_ones_too__when_killed(void **state)
{
    if (!vault_available(NULL)) {
        skip();
    }
    Scene scene = begin(state, true);
    kill_and_look(&scene, scale(4, 100), "encrypted");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(backups_are_whole_or_not_there__when_killed),
        cmocka_unit_test(encrypted_ones_too__when_killed),
    };
    return fixture_on_sqlite("backupkill", tests, G_N_ELEMENTS(tests));
}
