/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop with a backup. */
#include "tests/data/restorescene.h"

#include "data/backup/prove.h"
#include "data/backup/vault.h"
#include "data/base/fault.h"
#include "data/db/migrate.h"
#include "data/erase/erase.h"
#include "data/move.h"
#include "data/setting.h"
#include "data/shop.h"
#include "tests/data/people.h"
#include "tests/data/place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

RestoreScene restorescene_begin(void **state, bool is_locked)
{
    RestoreScene scene = {.fixture = *state};
    g_autoptr(GError) error = NULL;
    BackupMade made = {0};
    scene.folder = g_build_filename(scene.fixture->folder, "backups", NULL);
    scene.place = (BackupPlace){.folder = scene.folder};
    Db *db = scene.fixture->db;
    people_furnish(db);
    people_add(db, &people_hilde);
    if (is_locked) {
        expect_done(vault_set(db, RESTORESCENE_PASSPHRASE, &error), error);
    }
    scene.content = shop_content(db, &error);
    expect_done(
        backup_take(db, &scene.place, BACKUP_BY_HAND, FIXTURE_NOW, NULL, NULL, &made, &error),
        error);
    scene.backup = backup_at(made.path, &error);
    backup_made_clear(&made);
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
    db_close(scene->fixture->db);
    scene->fixture->db = NULL;
}

Restore *restorescene_look(const RestoreScene *scene, const char *passphrase)
{
    g_autoptr(GError) error = NULL;
    Restore *restore = restore_begin(scene->fixture->where, &scene->place, scene->backup,
                                     passphrase, RESTORESCENE_LATER, NULL, NULL, &error);
    expect_done(restore != NULL, error);
    return restore;
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

/* Nothing passing is left beside the shop. */
void restorescene_expect_tidy(const RestoreScene *scene)
{
    g_autoptr(GDir) entries = g_dir_open(scene->fixture->folder, 0, NULL);
    for (const char *name = g_dir_read_name(entries); name != NULL;
         name = g_dir_read_name(entries)) {
        assert_null(strstr(name, ".new-"));
        assert_false(g_str_has_suffix(name, "-journal"));
    }
}
