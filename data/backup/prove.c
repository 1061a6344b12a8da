/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a backup is what it was when it was made. */
#include "data/backup/prove.h"

#include "data/backup/backup_private.h"
#include "data/backup/vaultheader.h"
#include "data/base/filebytes.h"
#include "data/base/i18n.h"
#include "data/db/backup.h"
#include "data/db/backup_file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* What a shop's file begins with. */
static const char SHOP_MAGIC[] = "SQLite format 3";

/* Reads the proof beside the backup, as far as there is one: a copy that somebody made by hand may
 * have none. */
bool backup_has_its_hash(const Backup *backup, GError **error)
{
    if (backup->proof == BACKUP_NO_PROOF) {
        return true;
    }
    g_autofree char *hash = backup_file_hash(backup->path, error);
    return hash != NULL && backup_file_matches(backup->path, hash, error);
}

/* Reads an encrypted backup through, by way of a file in the folder WORK: closed to others, so that
 * what a killed program leaves of it goes with the next backup. */
static bool read_locked(const Backup *backup, const char *passphrase, const char *work,
                        GError **error)
{
    g_autofree char *open = g_build_filename(work, "prove.tmp", NULL);
    int lock = backup_folder_lock(work, true, error);
    if (lock < 0) {
        return false;
    }
    bool ok = vault_open(backup->path, open, passphrase, NULL, error) &&
              backup_is_whole(open, backup->path, error);
    g_unlink(open);
    backup_folder_unlock(lock);
    return ok;
}

/* Whether FAULT_ tells of the backup itself, and not of the looking. */
static bool is_broken(const GError *error)
{
    return g_error_matches(error, FAULT, FAULT_DAMAGED) ||
           g_error_matches(error, FAULT, FAULT_FOREIGN) ||
           g_error_matches(error, FAULT, FAULT_NO_SHOP);
}

static bool look(const Backup *backup, const char *passphrase, const char *work,
                 BackupProgress progress, gpointer data, GError **error)
{
    if (!backup_step(BACKUP_PROVES, progress, data, error) || !backup_has_its_hash(backup, error)) {
        return false;
    }
    if (!backup->is_locked) {
        return backup_is_whole(backup->path, backup->path, error);
    }
    if (passphrase != NULL) {
        return backup_step(BACKUP_UNLOCKS, progress, data, error) &&
               read_locked(backup, passphrase, work, error);
    }
    if (backup->proof == BACKUP_NO_PROOF) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("Only with its passphrase can be told whether the backup %s is whole: its "
                      "proof is not beside it."),
                    backup->path);
        return false;
    }
    return true;
}

bool backup_prove(Backup *backup, const char *passphrase, const char *work, BackupProgress progress,
                  gpointer data, GError **error)
{
    g_autoptr(GError) fault = NULL;
    bool ok = look(backup, passphrase, work, progress, data, &fault);
    if (ok) {
        backup->proof = BACKUP_SOUND;
    } else if (is_broken(fault)) {
        backup->proof = BACKUP_BROKEN;
        g_free(backup->trouble);
        backup->trouble = g_strdup(fault->message);
    } else {
        g_propagate_error(error, g_steal_pointer(&fault));
    }
    return ok;
}

/* The first LENGTH bytes of the file at PATH; how many there were, or -1. A pipe is not waited
 * for. */
static gssize read_beginning(const char *path, guint8 *bytes, gsize length)
{
    int file = g_open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
    if (file < 0) {
        return -1;
    }
    gssize got = file_read(file, bytes, length);
    int reason = errno;
    close(file);
    errno = reason;
    return got;
}

Backup *backup_at(const char *path, GError **error)
{
    guint8 bytes[sizeof SHOP_MAGIC];
    GStatBuf info;
    if (g_stat(path, &info) != 0) {
        g_set_error(error, FAULT, FAULT_MISSING,
                    _("There is no backup %s. “tresen backup --list” shows those there are."),
                    path);
        return NULL;
    }
    gssize length = S_ISREG(info.st_mode) ? read_beginning(path, bytes, sizeof bytes) : 0;
    if (length < 0) {
        backup_file_refuse(error, path, errno);
        return NULL;
    }
    bool is_locked = vault_header_is(bytes, (gsize)length);
    if (!is_locked &&
        ((gsize)length < sizeof bytes || memcmp(bytes, SHOP_MAGIC, sizeof SHOP_MAGIC) != 0)) {
        g_set_error(error, FAULT, FAULT_FOREIGN,
                    _("%s is no backup of a shop but something else. Name the backup's file."),
                    path);
        return NULL;
    }
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    Backup *backup = backup_of_file(whole, info.st_size, info.st_mtime);
    backup->is_locked = is_locked;
    return backup;
}
