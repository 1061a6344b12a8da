/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making backups of a shop. */
#include "data/backup/take.h"

#include "data/backup/backup_private.h"
#include "data/base/i18n.h"
#include "data/db/backup.h"
#include "data/db/backup_file.h"
#include "data/demo/demo.h"
#include "data/move.h"
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

static char *path_in(const Take *take, const char *folder)
{
    return backup_free_path(folder, db_where(take->db), take->now, take->why, take->is_locked, "");
}

static bool tell(const Take *take, BackupStep step, GError **error)
{
    return backup_step(step, take->progress, take->data, error);
}

/* A proved copy of the shop at PATH. */
static bool copy_shop(const Take *take, const char *path, GError **error)
{
    return tell(take, BACKUP_COPIES, error) &&
           (db_engine(take->db) == DB_SQLITE
                ? backup_make(take->db, path, error)
                : shop_copy(take->db, path, take->now, NULL, NULL, error));
}

static bool carry(const char *from, const char *target, GError **error)
{
    g_autofree char *hash = backup_file_hash(from, error);
    return hash != NULL && backup_carry(from, target, hash, error);
}

/* The backup at TARGET, by way of an open copy in the folder, under a name that is never listed. */
static bool make_by_copy(const Take *take, const char *target, GError **error)
{
    g_autofree char *open = g_build_filename(take->folder, "open.tmp", NULL);
    g_autofree char *proof = backup_file_sums(open);
    bool ok = copy_shop(take, open, error) &&
              (take->is_locked
                   ? tell(take, BACKUP_LOCKS, error) && vault_seal(open, target, &take->lock, error)
                   : tell(take, BACKUP_CARRIES, error) && carry(open, target, error));
    g_unlink(open);
    g_unlink(proof);
    return ok;
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
    int lock = tell(take, BACKUP_CARRIES, error) ? backup_folder_lock(folder, true, error) : -1;
    if (lock < 0) {
        return false;
    }
    g_autofree char *target = g_build_filename(folder, name, NULL);
    bool ok = carry(path, target, error);
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
    g_autofree char *target = path_in(take, take->folder);
    if (!(take->is_locked ? make_by_copy : copy_shop)(take, target, error)) {
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

/* Whether it may begin: not within a change, and it is known what the backups are locked with. */
static bool begin(Take *take, GError **error)
{
    return backup_may_begin(take->db, error) &&
           vault_lock_of(take->db, &take->lock, &take->is_locked, error);
}

/* Into the folder of the shop's backups, when no other program is at it any more; without WAIT
 * nothing is made while one is, since that makes one for everybody. */
static bool take_into(Take *take, bool wait, BackupMade *made, GError **error)
{
    BackupMade here = {0};
    g_autoptr(GError) fault = NULL;
    if (!begin(take, error)) {
        return false;
    }
    g_autofree char *folder = backup_folder_of(take->place->folder, db_where(take->db));
    take->folder = folder;
    int lock = backup_folder_lock(take->folder, wait, &fault);
    if (lock < 0) {
        bool is_busy = g_error_matches(fault, FAULT, FAULT_BUSY);
        if (!is_busy) {
            g_propagate_error(error, g_steal_pointer(&fault));
        }
        return is_busy;
    }
    bool ok = take_closed(take, made != NULL ? made : &here, error);
    backup_folder_unlock(lock);
    backup_made_clear(&here);
    return ok;
}

bool backup_take(Db *db, const BackupPlace *place, BackupWhy why, const char *now,
                 BackupProgress progress, gpointer data, BackupMade *made, GError **error)
{
    if (db_engine(db) != DB_SQLITE || place->folder == NULL) {
        return true;
    }
    Take take = {
        .db = db, .place = place, .now = now, .why = why, .progress = progress, .data = data};
    return take_into(&take, true, made, error);
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
    Day demo = DAY_NONE;
    g_autoptr(Db) db = db_open(where, DB_READ_ONLY, error);
    if (db == NULL || !demo_day(db, &demo, error)) {
        return false;
    }
    Take take = {.db = db,
                 .place = place,
                 .now = now,
                 .why = BACKUP_DAILY,
                 .progress = progress,
                 .data = data};
    return !day_is_none(demo) || take_into(&take, false, made, error);
}

/* The file TO is to become; FAULT_TAKEN when something is there. Free with g_free. */
static char *target_of(const Take *take, const char *to, GError **error)
{
    if (g_file_test(to, G_FILE_TEST_IS_DIR)) {
        return path_in(take, to);
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
    if (!begin(&take, error)) {
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
