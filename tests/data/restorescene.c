/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop with a backup. */
#include "tests/data/restorescene.h"

#include "data/backup/prove.h"
#include "data/backup/vault.h"
#include "data/move.h"
#include "tests/data/people.h"

#include <string.h>

RestoreScene restorescene_bare(void **state)
{
    RestoreScene scene = {.fixture = *state};
    scene.folder = g_build_filename(scene.fixture->folder, "backups", NULL);
    scene.place = (BackupPlace){.folder = scene.folder};
    people_furnish(scene.fixture->db);
    return scene;
}

RestoreScene restorescene_begin(void **state, bool is_locked)
{
    RestoreScene scene = restorescene_bare(state);
    g_autoptr(GError) error = NULL;
    Db *db = scene.fixture->db;
    people_add(db, &people_hilde);
    if (is_locked) {
        expect_done(vault_set(db, RESTORESCENE_PASSPHRASE, &error), error);
    }
    scene.content = shop_content(db, &error);
    scene.backup = restorescene_take(&scene, BACKUP_BY_HAND);
    people_add(db, &(Person){.family = "Später", .phone = "0170 1234567"});
    return scene;
}

void restorescene_end(RestoreScene *scene)
{
    backup_free(scene->backup);
    g_free(scene->folder);
    g_free(scene->content);
}

void restorescene_close_shop(RestoreScene *scene)
{
    g_clear_pointer(&scene->fixture->db, db_close);
}

void restorescene_open_shop(RestoreScene *scene)
{
    g_autoptr(GError) error = NULL;
    scene->fixture->db = db_open(scene->fixture->where, DB_READ_WRITE, &error);
    expect_done(scene->fixture->db != NULL, error);
}

Backup *restorescene_take(const RestoreScene *scene, BackupWhy why)
{
    g_autoptr(GError) error = NULL;
    BackupMade made = {0};
    expect_done(
        backup_take(scene->fixture->db, &scene->place, why, FIXTURE_NOW, NULL, NULL, &made, &error),
        error);
    Backup *backup = backup_at(made.path, &error);
    expect_done(backup != NULL, error);
    backup_made_clear(&made);
    return backup;
}

static Restore *look_at(const RestoreScene *scene, const Backup *backup, const char *passphrase)
{
    g_autoptr(GError) error = NULL;
    Restore *restore = restore_begin(scene->fixture->where, &scene->place, backup, passphrase,
                                     RESTORESCENE_LATER, NULL, NULL, &error);
    expect_done(restore != NULL, error);
    return restore;
}

Restore *restorescene_look(const RestoreScene *scene, const char *passphrase)
{
    return look_at(scene, scene->backup, passphrase);
}

Restore *restorescene_look_at(const RestoreScene *scene, const Backup *backup)
{
    return look_at(scene, backup, NULL);
}

void restorescene_bring_back(RestoreScene *scene, const Backup *backup)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Restore) restore = restorescene_look_at(scene, backup);
    restorescene_close_shop(scene);
    expect_done(restore_finish(restore, RESTORESCENE_LATER, NULL, NULL, NULL, &error), error);
    restorescene_open_shop(scene);
}

char *restorescene_content_at(const char *where)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = db_open(where, DB_READ_ONLY, &error);
    expect_done(db != NULL, error);
    char *content = shop_content(db, &error);
    expect_done(content != NULL, error);
    return content;
}

void restorescene_expect_as_it_was(const RestoreScene *scene)
{
    g_autofree char *content = restorescene_content_at(scene->fixture->where);
    assert_string_equal(content, scene->content);
}

void restorescene_expect_tidy(const RestoreScene *scene)
{
    g_autoptr(GDir) entries = g_dir_open(scene->fixture->folder, 0, NULL);
    for (const char *name = g_dir_read_name(entries); name != NULL;
         name = g_dir_read_name(entries)) {
        assert_null(strstr(name, ".new-"));
        assert_false(g_str_has_suffix(name, "-journal"));
    }
}
