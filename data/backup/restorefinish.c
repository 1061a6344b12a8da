/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting a backup in the place of the shop. */
#include "data/backup/restore_private.h"
#include "data/base/i18n.h"
#include "data/db/backup_file.h"
#include "data/db/migrate.h"
#include "data/erase/erase.h"
#include "data/setting.h"
#include "data/shop.h"
#include "data/shopfile.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* How it goes on. */
typedef struct {
    Restore *restore;
    const char *now;
    BackupProgress progress;
    gpointer data;
    Restored *restored;
} Finish;

static BackupPlace place_of(const Restore *restore)
{
    return (BackupPlace){.folder = restore->folder, .second = restore->second};
}

/* The present shop as a backup, made past the connection that holds it closed. */
static bool keep_whole(const Finish *finish, GError **error)
{
    const BackupPlace place = place_of(finish->restore);
    BackupMade made = {0};
    g_autoptr(Db) db = db_open(finish->restore->where, DB_READ_ONLY, error);
    bool ok = db != NULL && backup_take(db, &place, BACKUP_RESTORE, finish->now, finish->progress,
                                        finish->data, &made, error);
    finish->restored->kept = g_steal_pointer(&made.path);
    backup_made_clear(&made);
    return ok;
}

/* The present file as it is, with the journal that belongs to it, in the folder, which is closed to
 * others. */
static bool keep_in(const Finish *finish, const char *folder, GError **error)
{
    const Restore *restore = finish->restore;
    g_autofree char *journal = g_strconcat(restore->where, "-journal", NULL);
    g_autofree char *kept = backup_free_path(folder, restore->where, finish->now, BACKUP_RESTORE,
                                             false, BACKUP_DAMAGED);
    g_autofree char *kept_journal = g_strconcat(kept, "-journal", NULL);
    if (g_file_test(journal, G_FILE_TEST_EXISTS) &&
        !backup_copy_file(journal, kept_journal, error)) {
        return false;
    }
    g_autofree char *hash = backup_file_hash(restore->where, error);
    if (hash == NULL || !backup_carry(restore->where, kept, hash, error)) {
        g_unlink(kept_journal);
        return false;
    }
    finish->restored->kept = g_steal_pointer(&kept);
    return true;
}

/* A file that may be damaged. */
static bool keep_as_it_is(const Finish *finish, GError **error)
{
    const Restore *restore = finish->restore;
    g_autofree char *folder = backup_folder_of(restore->folder, restore->where);
    int lock = backup_folder_lock(folder, true, error);
    bool ok = lock >= 0 && keep_in(finish, folder, error);
    if (lock >= 0) {
        backup_folder_unlock(lock);
    }
    return ok;
}

/* The journal of a shop that is gone would be rolled back into the one that takes its place. */
static bool remove_journal(const Restore *restore, GError **error)
{
    g_autofree char *journal = g_strconcat(restore->where, "-journal", NULL);
    return g_unlink(journal) == 0 || errno == ENOENT || backup_file_refuse(error, journal, errno);
}

/* The passphrase of the backups that is set now goes on; where nobody can read it, the one of the
 * backup does. */
static bool keep_lock(const Restore *restore, Db *present, Db *shop, GError **error)
{
    g_autofree char *wanted = NULL, *own = NULL;
    if (present == NULL && !restore->has_lock) {
        return true;
    }
    if (present == NULL) {
        wanted = vault_lock_text(&restore->lock);
    }
    return (present == NULL || setting_get(present, SETTING_VAULT, "", &wanted, error)) &&
           setting_get(shop, SETTING_VAULT, "", &own, error) &&
           (strcmp(wanted, own) == 0 || setting_set(shop, SETTING_VAULT, wanted, error));
}

/* Whether the shop PRESENT can tell who was erased: one of an earlier version has no such table. */
static bool erase_known(Db *present, Db *shop, const char *now, guint *count, GError **error)
{
    int version = migrate_version(present, error);
    if (version != migrate_newest()) {
        return version >= 0;
    }
    g_autoptr(GArray) entries = erased_list(present, error);
    return entries != NULL && erase_again(shop, entries, now, count, error);
}

/* What holds in the shop since then and no backup can know. */
static bool carry_on(const Finish *finish, Db *present, GError **error)
{
    const Restore *restore = finish->restore;
    guint known = 0, listed = 0;
    g_autoptr(Db) shop = db_open(restore->beside, DB_READ_WRITE, error);
    if (shop == NULL || !keep_lock(restore, present, shop, error) ||
        (present != NULL && !restore->is_other_shop &&
         !erase_known(present, shop, finish->now, &known, error)) ||
        !erase_catch_up(shop, restore->folder, finish->now, &listed, error)) {
        return false;
    }
    finish->restored->erased = known + listed;
    return true;
}

static bool sync_file(const char *path, GError **error)
{
    int file = g_open(path, O_RDONLY | O_CLOEXEC, 0);
    bool ok = file >= 0 && fsync(file) == 0;
    int reason = errno;
    if (file >= 0) {
        close(file);
    }
    return ok || backup_file_refuse(error, path, reason);
}

/* IS_THERE: what was there is kept by now. Else nobody's shop is replaced that came in the
 * meantime. */
static bool put_in_place(const Finish *finish, bool is_there, GError **error)
{
    Restore *restore = finish->restore;
    if (!sync_file(restore->beside, error) || !remove_journal(restore, error) ||
        !(is_there ? shopfile_replace : shopfile_put)(restore->beside, restore->where, error)) {
        return false;
    }
    g_clear_pointer(&restore->beside, g_free);
    return true;
}

/* PRESENT is the shop that is there, closed to all others who write; NULL where none can be read.
 */
static bool replace(const Finish *finish, Db *present, GError **error)
{
    bool is_there = shopfile_exists(finish->restore->where);
    bool ok =
        present != NULL ? keep_whole(finish, error) : !is_there || keep_as_it_is(finish, error);
    return ok && carry_on(finish, present, error) && put_in_place(finish, is_there, error);
}

/* Whether FAULT_ tells that the present shop cannot be read as one, now or when it was compared. */
static bool is_unreadable(const Restore *restore, const GError *fault)
{
    static const int known[] = {FAULT_NO_SHOP, FAULT_FOREIGN, FAULT_NEWER, FAULT_INTERNAL};
    for (guint i = 0; restore->trouble != NULL && i < G_N_ELEMENTS(known); i++) {
        if (g_error_matches(fault, FAULT, known[i])) {
            return true;
        }
    }
    return g_error_matches(fault, FAULT, FAULT_DAMAGED);
}

/* Opens the present shop and closes it to others who write. NULL without a fault: while it waited,
 * another program brought a backup back, and the lock is on the file that is gone. */
static Db *open_closed(const Restore *restore, GError **error)
{
    GStatBuf before = {0}, now = {0};
    g_stat(restore->where, &before);
    g_autoptr(Db) db = db_open(restore->where, DB_READ_WRITE, error);
    if (db == NULL || !db_begin(db, error)) {
        return NULL;
    }
    if (g_stat(restore->where, &now) != 0 || now.st_dev != before.st_dev ||
        now.st_ino != before.st_ino) {
        db_rollback(db);
        return NULL;
    }
    return g_steal_pointer(&db);
}

/* The present shop, closed to others who write, if it is whole enough for that. False on a fault
 * that is none of its own. */
static bool close_present(const Restore *restore, Db **present, GError **error)
{
    *present = NULL;
    while (shopfile_exists(restore->where)) {
        g_autoptr(GError) fault = NULL;
        *present = open_closed(restore, &fault);
        if (*present != NULL || is_unreadable(restore, fault)) {
            return true;
        }
        if (fault != NULL) {
            g_propagate_error(error, g_steal_pointer(&fault));
            return false;
        }
    }
    return true;
}

bool restore_finish(Restore *restore, const char *now, BackupProgress progress, gpointer data,
                    Restored *restored, GError **error)
{
    Restored here = {0};
    const Finish finish = {.restore = restore,
                           .now = now,
                           .progress = progress,
                           .data = data,
                           .restored = restored != NULL ? restored : &here};
    g_autoptr(Db) present = NULL;
    if (!close_present(restore, &present, error)) {
        return false;
    }
    g_autoptr(GError) fault = NULL;
    bool ok = replace(&finish, present, &fault);
    if (!ok && present != NULL && finish.restored->kept == NULL && is_unreadable(restore, fault)) {
        /* It could be opened, but not copied as a whole. Reading its file past SQLite would drop
         * the locks. */
        g_clear_error(&fault);
        db_rollback(present);
        g_clear_pointer(&present, db_close);
        ok = replace(&finish, NULL, &fault);
    }
    if (present != NULL) {
        db_rollback(present);
    }
    if (!ok) {
        g_propagate_error(error, g_steal_pointer(&fault));
    }
    restored_clear(&here);
    return ok;
}
