/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder with the backups of a shop: made, closed to others, tidied up. */
#include "data/backup/backup_private.h"
#include "data/backup/ladder.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/backup_file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define PROOF ".sha256"

static bool make_folder(const char *folder, GError **error)
{
    if (g_mkdir_with_parents(folder, 0700) == 0) {
        return true;
    }
    int reason = errno;
    if (reason == ENOSPC || reason == EDQUOT) {
        return backup_file_refuse(error, folder, reason);
    }
    g_set_error(error, FAULT, FAULT_READ_ONLY,
                _("The folder for backups, %s, cannot be made (%s). Nothing was changed; make "
                  "that folder first."),
                folder, g_strerror(reason));
    return false;
}

/* Whether NAME is one that something passing has: judged by how it ends, since a shop itself may be
 * called "old.tmp". */
static bool is_passing(const char *name)
{
    /* A proof on its way has six characters more. */
    const char *proof = g_strrstr(name, PROOF ".");
    return g_str_has_suffix(name, ".tmp") || g_str_has_suffix(name, ".tmp-journal") ||
           g_str_has_suffix(name, ".tmp" PROOF) ||
           (proof != NULL && strlen(proof) == strlen(PROOF ".XXXXXX"));
}

/* Whether NAME in FOLDER is a proof whose backup never came. */
static bool is_lone_proof(const char *folder, const char *name)
{
    if (!g_str_has_suffix(name, PROOF)) {
        return false;
    }
    g_autofree char *backup = g_strndup(name, strlen(name) - strlen(PROOF));
    g_autofree char *path = g_build_filename(folder, backup, NULL);
    return backup_name_read(backup, NULL, NULL, NULL) && !g_file_test(path, G_FILE_TEST_EXISTS);
}

/* What killed programs left: nobody else is at it, since the folder is closed. */
static void remove_unfinished(const char *folder)
{
    g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
    const char *name = NULL;
    while (entries != NULL && (name = g_dir_read_name(entries)) != NULL) {
        if (!backup_name_read(name, NULL, NULL, NULL) &&
            (is_passing(name) || is_lone_proof(folder, name))) {
            g_autofree char *path = g_build_filename(folder, name, NULL);
            g_unlink(path);
        }
    }
}

int backup_folder_lock(const char *folder, bool wait, GError **error)
{
    g_autofree char *path = g_build_filename(folder, "lock", NULL);
    if (!make_folder(folder, error)) {
        return -1;
    }
    int lock = g_open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    int taken = -1;
    if (lock >= 0) {
        do {
            taken = flock(lock, wait ? LOCK_EX : LOCK_EX | LOCK_NB);
        } while (taken != 0 && errno == EINTR);
    }
    int reason = errno;
    /* A folder on the network may know no locks: then there is nobody to wait for. */
    if (taken == 0 || (lock >= 0 && (reason == ENOLCK || reason == EOPNOTSUPP))) {
        remove_unfinished(folder);
        return lock;
    }
    if (lock >= 0) {
        close(lock);
    }
    if (reason == EWOULDBLOCK) {
        g_set_error_literal(error, FAULT, FAULT_BUSY,
                            _("Another program is making a backup of this shop just now."));
    } else {
        backup_file_refuse(error, path, reason);
    }
    return -1;
}

void backup_folder_unlock(int lock)
{
    close(lock);
}

char *backup_free_path(const char *folder, const char *where, const char *now, BackupWhy why,
                       bool is_locked, const char *behind)
{
    for (guint copy = 1;; copy++) {
        g_autofree char *name = backup_name(where, now, why, is_locked, copy);
        g_autofree char *whole = g_strconcat(name, behind, NULL);
        g_autofree char *path = g_build_filename(folder, whole, NULL);
        g_autofree char *proof = backup_file_sums(path);
        if (!g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(proof, G_FILE_TEST_EXISTS)) {
            return g_steal_pointer(&path);
        }
    }
}

bool backup_step(BackupStep step, BackupProgress progress, gpointer data, GError **error)
{
    if (progress == NULL || progress(step, data)) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_CANCELLED,
                        _("This was cancelled; nothing was changed."));
    return false;
}

/* Removes the backup at PATH with what belongs to it; the proof last, so that none is listed
 * without one. */
static bool remove_one(const char *path)
{
    g_autofree char *proof = backup_file_sums(path);
    g_autofree char *journal = g_strconcat(path, "-journal", NULL);
    bool removed = g_unlink(path) == 0;
    if (removed) {
        g_unlink(journal);
        g_unlink(proof);
    }
    return removed;
}

/* Applies the ladder to LIST. */
static guint prune(const GPtrArray *list, const char *kept, const char *now)
{
    g_autoptr(GArray) steps = g_array_new(FALSE, TRUE, sizeof(LadderStep));
    guint removed = 0;
    g_autoptr(GDateTime) moment = g_date_time_new_from_iso8601(now, NULL);
    if (moment == NULL || list->len == 0) {
        return 0;
    }
    for (guint i = 0; i < list->len; i++) {
        const Backup *backup = g_ptr_array_index(list, i);
        g_autoptr(GDateTime) made = g_date_time_new_from_iso8601(backup->made, NULL);
        LadderStep step = {.made = made != NULL ? g_date_time_to_unix(made) : G_MAXINT64,
                           .is_firm =
                               backup->why == BACKUP_RESTORE || backup->why == BACKUP_UPGRADE};
        g_array_append_val(steps, step);
    }
    ladder_choose(&g_array_index(steps, LadderStep, 0), steps->len, g_date_time_to_unix(moment));
    for (guint i = 0; i < list->len; i++) {
        const Backup *backup = g_ptr_array_index(list, i);
        /* What somebody else put there under a name of their own is not ours to remove. */
        if (!g_array_index(steps, LadderStep, i).is_kept && backup->why != BACKUP_OTHER &&
            g_strcmp0(backup->path, kept) != 0 && remove_one(backup->path)) {
            removed++;
        }
    }
    return removed;
}

/* The damaged shops that were kept in FOLDER when a backup took their place. */
static GPtrArray *list_damaged(const char *folder)
{
    GPtrArray *list = g_ptr_array_new_with_free_func((GDestroyNotify)backup_free);
    g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
    const char *name = NULL;
    while (entries != NULL && (name = g_dir_read_name(entries)) != NULL) {
        g_autofree char *bare = g_str_has_suffix(name, BACKUP_DAMAGED)
                                    ? g_strndup(name, strlen(name) - strlen(BACKUP_DAMAGED))
                                    : NULL;
        Backup found = {0};
        if (bare != NULL && backup_name_read(bare, found.made, &found.why, NULL)) {
            Backup *backup = g_memdup2(&found, sizeof found);
            backup->path = g_build_filename(folder, name, NULL);
            g_ptr_array_add(list, backup);
        }
    }
    return list;
}

guint backup_prune(const char *folder, const char *kept, const char *now)
{
    g_autoptr(GPtrArray) list = backup_list_folder(folder);
    g_autoptr(GPtrArray) damaged = list_damaged(folder);
    prune(damaged, kept, now);
    return prune(list, kept, now);
}
