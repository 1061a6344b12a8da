/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing a backup back: making it ready, and putting it in the place of the shop. */
#include "data/backup/restore.h"

#include "data/backup/restore_private.h"
#include "data/base/i18n.h"
#include "data/db/backup.h"
#include "data/db/backup_file.h"
#include "data/setting.h"
#include "data/shop.h"
#include "data/shopfile.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void restored_clear(Restored *restored)
{
    g_free(restored->kept);
    *restored = (Restored){0};
}

void restore_free(Restore *restore)
{
    if (restore == NULL) {
        return;
    }
    if (restore->beside != NULL) {
        g_autofree char *journal = g_strconcat(restore->beside, "-journal", NULL);
        g_unlink(restore->beside);
        g_unlink(journal);
    }
    g_free(restore->path);
    g_free(restore->where);
    g_free(restore->folder);
    g_free(restore->second);
    g_free(restore->beside);
    g_free(restore->trouble);
    g_clear_pointer(&restore->since, g_ptr_array_unref);
    g_free(restore);
}

/* The file that is to be replaced: WHERE, or what that leads to. Free with g_free. */
static char *file_of(const char *where, GError **error)
{
    char real[PATH_MAX];
    GStatBuf info;
    if (g_lstat(where, &info) != 0) {
        return g_canonicalize_filename(where, NULL);
    }
    if (realpath(where, real) == NULL) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("%s is a link to a place where there is nothing. Connect the disk with the "
                      "shop, or name another file with --shop."),
                    where);
        return NULL;
    }
    if (g_stat(real, &info) != 0 || !S_ISREG(info.st_mode)) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("%s is not a file, so no backup can take its place. Name another "
                      "file with --shop."),
                    where);
        return NULL;
    }
    return g_strdup(real);
}

/* Whether PATH is the very file that is to be replaced: nobody but SQLite may open and close it,
 * and nothing would come of it. */
static bool is_itself(const char *path, const char *where)
{
    GStatBuf one, other;
    return g_stat(path, &one) == 0 && g_stat(where, &other) == 0 && one.st_dev == other.st_dev &&
           one.st_ino == other.st_ino;
}

/* A shop that somebody copied by hand while it was in use has a journal that belongs to it: without
 * that half of what was being saved would stay. */
static bool copy_beside(const Restore *restore, GError **error)
{
    g_autofree char *journal = g_strconcat(restore->path, "-journal", NULL);
    g_autofree char *beside = g_strconcat(restore->beside, "-journal", NULL);
    return backup_copy_file(restore->path, restore->beside, error) &&
           (!g_file_test(journal, G_FILE_TEST_IS_REGULAR) ||
            backup_copy_file(journal, beside, error));
}

/* The open backup beside the shop's place. */
static bool unpack(Restore *restore, const Backup *backup, const char *passphrase,
                   BackupProgress progress, gpointer data, GError **error)
{
    if (!backup->is_locked) {
        return copy_beside(restore, error);
    }
    if (passphrase == NULL) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("The backup %s is encrypted. Bringing it back needs its passphrase."),
                    backup->path);
        return false;
    }
    restore->has_lock =
        backup_step(BACKUP_UNLOCKS, progress, data, error) &&
        vault_open(backup->path, restore->beside, passphrase, &restore->lock, error);
    return restore->has_lock;
}

/* Brings what was unpacked up to date; sentences name the backup, not the passing file. */
static Shop *open_beside(const Restore *restore, const char *now, GError **error)
{
    g_autoptr(GError) fault = NULL;
    Shop *shop = backup_is_whole(restore->beside, restore->path, &fault)
                     ? shop_open(restore->beside, DB_READ_WRITE, NULL, now, &fault)
                     : NULL;
    if (shop != NULL) {
        return shop;
    }
    if (g_error_matches(fault, FAULT, FAULT_NEWER)) {
        g_set_error(error, FAULT, FAULT_NEWER,
                    _("The backup %s was made by a newer version of Tresen. Install that version "
                      "here, then bring it back."),
                    restore->path);
    } else if (g_error_matches(fault, FAULT, FAULT_FOREIGN) ||
               g_error_matches(fault, FAULT, FAULT_NO_SHOP)) {
        g_set_error(error, FAULT, FAULT_FOREIGN,
                    _("%s is no backup of a shop but something else. Name the backup's file."),
                    restore->path);
    } else {
        g_propagate_error(error, g_steal_pointer(&fault));
    }
    return NULL;
}

static bool make_ready(Restore *restore, const Backup *backup, const char *passphrase,
                       const char *now, BackupProgress progress, gpointer data, GError **error)
{
    g_autofree char *above = g_path_get_dirname(restore->where);
    if (g_mkdir_with_parents(above, 0700) != 0) {
        return backup_file_refuse(error, above, errno);
    }
    restore->beside = shopfile_beside(restore->where);
    if (!backup_step(BACKUP_PROVES, progress, data, error) || !backup_has_its_hash(backup, error) ||
        !unpack(restore, backup, passphrase, progress, data, error)) {
        return false;
    }
    g_autoptr(Shop) shop = open_beside(restore, now, error);
    return shop != NULL && backup_step(BACKUP_COMPARES, progress, data, error) &&
           restore_compare(restore, shop->db, error);
}

Restore *restore_begin(const char *where, const BackupPlace *place, const Backup *backup,
                       const char *passphrase, const char *now, BackupProgress progress,
                       gpointer data, GError **error)
{
    if (db_is_server(where)) {
        g_set_error_literal(
            error, FAULT, FAULT_REFUSED,
            _("A backup becomes a file, not a shop on a server. Bring it back into a file with "
              "“tresen --shop FILE restore”, and carry that to an empty database with “tresen "
              "--shop FILE move --to …”."));
        return NULL;
    }
    g_autofree char *file = file_of(where, error);
    if (file == NULL) {
        return NULL;
    }
    if (is_itself(backup->path, file)) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("%s is the shop itself and no backup of it. Choose a backup."), file);
        return NULL;
    }
    g_autoptr(Restore) restore = g_new0(Restore, 1);
    restore->path = g_strdup(backup->path);
    restore->where = g_steal_pointer(&file);
    restore->folder =
        place->folder != NULL ? g_strdup(place->folder) : g_path_get_dirname(restore->where);
    restore->second = g_strdup(place->second);
    if (!make_ready(restore, backup, passphrase, now, progress, data, error)) {
        return NULL;
    }
    return g_steal_pointer(&restore);
}

bool restore_replaces(const Restore *restore)
{
    return shopfile_exists(restore->where);
}

const char *restore_trouble(const Restore *restore)
{
    return restore->trouble;
}

bool restore_is_other_shop(const Restore *restore)
{
    return restore->is_other_shop;
}

const RestoreCount *restore_counts(const Restore *restore, guint *count)
{
    *count = RESTORE_KINDS;
    return restore->counts;
}

gint64 restore_deeds_since(const Restore *restore)
{
    return restore->deeds_since;
}

const char *restore_missing_words(const Restore *restore)
{
    return restore->deeds_since < 0 ? _("What was noted after this backup is not in it.") : NULL;
}

const GPtrArray *restore_since(const Restore *restore)
{
    return restore->since;
}

const char *restore_last_now(const Restore *restore)
{
    return restore->last_now;
}

const char *restore_last_then(const Restore *restore)
{
    return restore->last_then;
}
