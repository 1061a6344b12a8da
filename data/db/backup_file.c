/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are either there whole or not at all. */
#include "data/db/backup_file.h"

#include "data/base/fault.h"
#include "data/base/filebytes.h"
#include "data/base/i18n.h"
#include "data/base/smallfile.h"
#include "data/db/filegroup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HASH_CHUNK = 1 << 16, HASH_LENGTH = 64 };

bool backup_file_refuse(GError **error, const char *path, int reason)
{
    if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG) {
        g_set_error(error, FAULT, FAULT_FULL,
                    _("There is no room for the backup %s. Free some space there and try again."),
                    path);
    } else if (reason == EACCES || reason == EPERM || reason == EROFS) {
        g_set_error(
            error, FAULT, FAULT_READ_ONLY,
            _("You are not allowed to write the backup %s. Choose a folder that belongs to you."),
            path);
    } else {
        g_set_error(
            error, FAULT, FAULT_MISSING,
            _("The backup %s cannot be written or read (%s). Check the folder and the disk."), path,
            g_strerror(reason));
    }
    return false;
}

int backup_file_create(const char *path, GError **error)
{
    g_unlink(path);
    int file = g_open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);

    if (file < 0) {
        backup_file_refuse(error, path, errno);
        return -1;
    }
    filegroup_share(path);
    return file;
}

/* Whether PATH is still the file that is open as FILE: not another backup's that began in the
 * meantime. */
static bool is_still(int file, const char *path)
{
    struct stat own, there;

    return fstat(file, &own) == 0 && lstat(path, &there) == 0 && own.st_dev == there.st_dev &&
           own.st_ino == there.st_ino;
}

void backup_file_discard(int file, const char *path)
{
    if (is_still(file, path)) {
        g_unlink(path);
    }
    close(file);
}

char *backup_file_hash(const char *path, GError **error)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree guint8 *chunk = g_malloc(HASH_CHUNK);
    int file = g_open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
    gssize length = file < 0 ? -1 : file_read(file, chunk, HASH_CHUNK);

    while (length > 0) {
        g_checksum_update(sum, chunk, length);
        length = file_read(file, chunk, HASH_CHUNK);
    }
    int reason = errno;
    if (file >= 0) {
        close(file);
    }
    if (length == 0) {
        return g_strdup(g_checksum_get_string(sum));
    }
    backup_file_refuse(error, path, reason);
    return NULL;
}

static bool sync_folder(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int handle = g_open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    /* Some network folders cannot be synced and say EINVAL: then nothing more can be done. */
    bool synced = handle >= 0 && (fsync(handle) == 0 || errno == EINVAL);
    int reason = errno;

    if (handle >= 0) {
        close(handle);
    }
    errno = reason;
    return synced;
}

char *backup_file_sums(const char *target)
{
    return g_strconcat(target, ".sha256", NULL);
}

/* Writes the sums of TARGET whole and synced. OLDER is kept as a second line unless NULL. */
static bool write_sums(const char *target, const char *hash, const char *older, GError **error)
{
    g_autofree char *path = backup_file_sums(target);
    g_autofree char *name = g_path_get_basename(target);
    g_autofree char *text = older != NULL
                                ? g_strdup_printf("%s  %s\n%s  %s\n", hash, name, older, name)
                                : g_strdup_printf("%s  %s\n", hash, name);
    GFileSetContentsFlags whole = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;

    if (g_file_set_contents_full(path, text, -1, whole, S_IRUSR | S_IWUSR, NULL)) {
        filegroup_share(path);
        return true;
    }
    return backup_file_refuse(error, path, errno);
}

bool backup_file_place(int file, const char *from, const char *target, const char *hash,
                       GError **error)
{
    bool replaces = g_file_test(target, G_FILE_TEST_EXISTS);
    g_autofree char *older = replaces ? backup_file_hash(target, NULL) : NULL;

    if (fsync(file) != 0) {
        return backup_file_refuse(error, from, errno);
    }
    if (!is_still(file, from)) {
        g_set_error(error, FAULT, FAULT_BUSY,
                    _("Another program is making the backup %s just now. That one counts; this one "
                      "was given up."),
                    target);
        return false;
    }
    if (!write_sums(target, hash, older, error)) {
        return false;
    }
    if (g_rename(from, target) != 0 || !sync_folder(target)) {
        return backup_file_refuse(error, target, errno);
    }
    return older == NULL || write_sums(target, hash, NULL, error);
}

bool backup_file_matches(const char *target, const char *hash, GError **error)
{
    g_autofree char *path = backup_file_sums(target);
    int fault;
    g_autofree char *text = small_file_read(path, &fault);

    if (text == NULL) {
        g_set_error(error, FAULT, FAULT_MISSING,
                    _("The proof of the backup, %s, is missing, so nobody can tell whether it is "
                      "whole. Use another backup."),
                    path);
        return false;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        if (strlen(*line) > HASH_LENGTH && (*line)[HASH_LENGTH] == ' ' &&
            strncmp(*line, hash, HASH_LENGTH) == 0) {
            return true;
        }
    }
    g_set_error(error, FAULT, FAULT_DAMAGED,
                _("The backup %s has changed since it was made. Use another backup."), target);
    return false;
}
