/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making backups of a shop. */
#include "data/backup/take.h"

#include "data/backup/backup_private.h"
#include "data/base/i18n.h"
#include "data/db/backup.h"
#include "data/db/backup_file.h"
#include "data/move.h"
#include "data/setting.h"
#include "data/shopfile.h"

#include <glib/gstdio.h>

/* A backup under way. */
typedef struct {
    Db *db;
    const BackupPlace *place;
    const char *now;
    BackupWhy why;
    char *folder; /* where it is made */
    VaultLock lock;
    bool is_locked;
    BackupProgress progress;
    gpointer data;
} Take;

void backup_made_clear(BackupMade *made)
{
    g_free(made->path);
    g_free(made->second_path);
    g_free(made->second_trouble);
    *made = (BackupMade){0};
}

/* A path in FOLDER where nothing is yet, and no proof of anything either. */
static char *free_path(const Take *take, const char *folder)
{
    for (guint copy = 1;; copy++) {
        g_autofree char *name =
            backup_name(db_where(take->db), take->now, take->why, take->is_locked, copy);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_autofree char *proof = g_strconcat(path, ".sha256", NULL);
        if (!g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(proof, G_FILE_TEST_EXISTS)) {
            return g_steal_pointer(&path);
        }
    }
}

static void remove_open(const char *path)
{
    g_autofree char *proof = g_strconcat(path, ".sha256", NULL);
    g_unlink(path);
    g_unlink(proof);
}

/* An open copy of the shop in the folder, under a name that is never listed, and proved. Free with
 * g_free; NULL on a fault. */
static char *copy_open(const Take *take, GError **error)
{
    g_autofree char *path = g_build_filename(take->folder, "open.tmp", NULL);
    remove_open(path);
    if (!backup_step(BACKUP_COPIES, take->progress, take->data, error)) {
        return NULL;
    }
    bool ok = db_engine(take->db) == DB_SQLITE
                  ? backup_make(take->db, path, error)
                  : shop_copy(take->db, path, take->now, NULL, NULL, error);
    if (!ok) {
        remove_open(path);
        return NULL;
    }
    return g_steal_pointer(&path);
}

/* The backup at TARGET, by way of an open copy. */
static bool make_by_copy(const Take *take, const char *target, GError **error)
{
    g_autofree char *open = copy_open(take, error);
    g_autofree char *hash = NULL;
    if (open == NULL) {
        return false;
    }
    bool ok = backup_step(take->is_locked ? BACKUP_LOCKS : BACKUP_CARRIES, take->progress,
                          take->data, error);
    if (ok && take->is_locked) {
        ok = vault_seal(open, target, &take->lock, &hash, error);
    } else if (ok) {
        hash = backup_file_hash(open, error);
        ok = hash != NULL && backup_carry(open, target, hash, error);
    }
    remove_open(open);
    return ok;
}

static bool make_at(const Take *take, const char *target, GError **error)
{
    if (take->is_locked) {
        return make_by_copy(take, target, error);
    }
    return backup_step(BACKUP_COPIES, take->progress, take->data, error) &&
           backup_make(take->db, target, error);
}

/* Carries the backup PATH to the second place. */
static bool carry_to_second(const Take *take, const char *path, BackupMade *made, GError **error)
{
    g_autofree char *folder = backup_second_folder(take->place->second, db_where(take->db));
    g_autofree char *name = g_path_get_basename(path);
    if (!g_file_test(take->place->second, G_FILE_TEST_IS_DIR)) {
        g_set_error(error, FAULT, FAULT_MISSING,
                    _("The second place for backups, %s, is not there just now. Is its disk "
                      "connected?"),
                    take->place->second);
        return false;
    }
    if (!backup_step(BACKUP_CARRIES, take->progress, take->data, error) ||
        !backup_folder_make(folder, error)) {
        return false;
    }
    int lock = backup_folder_lock(folder, true, error);
    if (lock < 0) {
        return false;
    }
    g_autofree char *target = g_build_filename(folder, name, NULL);
    g_autofree char *hash = backup_file_hash(path, error);
    bool ok = hash != NULL && backup_carry(path, target, hash, error);
    if (ok) {
        made->removed += backup_prune(folder, target, take->now);
        made->second_path = g_steal_pointer(&target);
    }
    backup_folder_unlock(lock);
    return ok;
}

/* In the folder, which is closed to others. What does not reach the second place is told, but no
 * fault: there is a backup. */
static bool take_closed(const Take *take, BackupMade *made, GError **error)
{
    g_autofree char *target = free_path(take, take->folder);
    if (!make_at(take, target, error)) {
        return false;
    }
    made->removed = backup_prune(take->folder, target, take->now);
    if (take->place->second != NULL) {
        g_autoptr(GError) fault = NULL;
        if (!carry_to_second(take, target, made, &fault)) {
            made->second_trouble = g_strdup(fault->message);
        }
    }
    made->path = g_steal_pointer(&target);
    return true;
}

static bool is_free(Db *db, GError **error)
{
    if (db_in_transaction(db)) {
        g_set_error_literal(error, FAULT, FAULT_INTERNAL,
                            _("A backup cannot be made in the middle of a change. Please report "
                              "this as a defect."));
        return false;
    }
    return true;
}

bool backup_take(Db *db, const BackupPlace *place, BackupWhy why, const char *now,
                 BackupProgress progress, gpointer data, BackupMade *made, GError **error)
{
    BackupMade here = {0};
    if (db_engine(db) != DB_SQLITE || place->folder == NULL) {
        return true;
    }
    g_autofree char *folder = backup_folder_of(place->folder, db_where(db));
    Take take = {.db = db,
                 .place = place,
                 .now = now,
                 .why = why,
                 .folder = folder,
                 .progress = progress,
                 .data = data};
    if (!is_free(db, error) || !vault_lock_of(db, &take.lock, &take.is_locked, error) ||
        !backup_folder_make(folder, error)) {
        return false;
    }
    int lock = backup_folder_lock(folder, true, error);
    if (lock < 0) {
        return false;
    }
    bool ok = take_closed(&take, made != NULL ? made : &here, error);
    backup_folder_unlock(lock);
    backup_made_clear(&here);
    return ok;
}

static bool is_demo(Db *db, bool *demo, GError **error)
{
    g_autofree char *day = NULL;
    bool ok = setting_get(db, SETTING_DEMO, NULL, &day, error);
    *demo = day != NULL;
    return ok;
}

bool backup_take_when_due(const char *where, const BackupPlace *place, const char *now,
                          BackupProgress progress, gpointer data, BackupMade *made, GError **error)
{
    if (db_is_server(where)) {
        return true;
    }
    shopfile_tidy(where);
    if (!backup_health(place, where, now).is_due) {
        return true;
    }
    g_autofree char *folder = backup_folder_of(place->folder, where);
    bool demo = false;
    g_autoptr(Db) db = db_open(where, DB_READ_ONLY, error);
    if (db == NULL || !is_demo(db, &demo, error)) {
        return false;
    }
    if (demo) {
        return true;
    }
    if (!backup_folder_make(folder, error)) {
        return false;
    }
    /* Whoever is at it just now makes one for everybody. */
    g_autoptr(GError) busy = NULL;
    int lock = backup_folder_lock(folder, false, &busy);
    if (lock < 0 && !g_error_matches(busy, FAULT, FAULT_BUSY)) {
        g_propagate_error(error, g_steal_pointer(&busy));
        return false;
    }
    if (lock < 0) {
        return true;
    }
    backup_folder_unlock(lock);
    return backup_take(db, place, BACKUP_DAILY, now, progress, data, made, error);
}

/* The file TO is to become; FAULT_TAKEN when something is there. Free with g_free. */
static char *target_of(const Take *take, const char *to, GError **error)
{
    if (g_file_test(to, G_FILE_TEST_IS_DIR)) {
        return free_path(take, to);
    }
    g_autofree char *folder = g_path_get_dirname(to);
    if (!g_file_test(folder, G_FILE_TEST_IS_DIR)) {
        g_set_error(error, FAULT, FAULT_MISSING,
                    _("There is no folder %s. Make it first, or check whether its name is right."),
                    folder);
        return NULL;
    }
    if (g_file_test(to, G_FILE_TEST_EXISTS) || g_file_test(to, G_FILE_TEST_IS_SYMLINK)) {
        g_set_error(error, FAULT, FAULT_TAKEN,
                    _("There is already something at %s. It was left as it is."), to);
        return NULL;
    }
    return g_strdup(to);
}

bool backup_take_to(Db *db, const BackupPlace *place, const char *to, const char *now,
                    BackupProgress progress, gpointer data, BackupMade *made, GError **error)
{
    Take take = {.db = db,
                 .place = place,
                 .now = now,
                 .why = BACKUP_BY_HAND,
                 .progress = progress,
                 .data = data};
    if (!is_free(db, error) || !vault_lock_of(db, &take.lock, &take.is_locked, error)) {
        return false;
    }
    g_autofree char *target = target_of(&take, to, error);
    if (target == NULL) {
        return false;
    }
    g_autofree char *folder = place->folder == NULL ? g_path_get_dirname(target)
                              : db_engine(db) == DB_SQLITE
                                  ? backup_folder_of(place->folder, db_where(db))
                                  : g_build_filename(place->folder, "server", NULL);
    take.folder = folder;
    if (!backup_folder_make(folder, error)) {
        return false;
    }
    int lock = backup_folder_lock(folder, true, error);
    if (lock < 0) {
        return false;
    }
    bool ok = make_by_copy(&take, target, error);
    backup_folder_unlock(lock);
    if (ok && made != NULL) {
        made->path = g_steal_pointer(&target);
    }
    return ok;
}
