/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new shop's file on its way to its place. */
#include "data/shopfile.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool shopfile_exists(const char *where)
{
    struct stat info;
    return lstat(where, &info) == 0;
}

char *shopfile_path(const char *where)
{
    char real[PATH_MAX];
    g_autofree char *path = g_canonicalize_filename(where, NULL);
    g_autofree char *above = g_path_get_dirname(path);
    g_autofree char *name = g_path_get_basename(path);
    return g_build_filename(realpath(above, real) != NULL ? real : above, name, NULL);
}

/* The process that NAME, a passing name of a file called BASE or something beside it, belongs to; 0
 * when it is none. */
static pid_t owner_of(const char *name, const char *base)
{
    size_t length = strlen(base);
    if (strncmp(name, base, length) != 0 || !g_str_has_prefix(name + length, ".new-")) {
        return 0;
    }
    return (pid_t)g_ascii_strtoull(name + length + strlen(".new-"), NULL, 10);
}

/* Removes what killed programs left beside PATH; with OWN what this process did, too: in a
 * container its number may be the killed one's. */
static void remove_leftovers(const char *path, bool own)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *base = g_path_get_basename(path);
    g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
    const char *name = NULL;
    while (entries != NULL && (name = g_dir_read_name(entries)) != NULL) {
        pid_t owner = owner_of(name, base);
        bool is_left = owner == getpid() ? own : owner > 0 && kill(owner, 0) != 0 && errno == ESRCH;
        if (is_left) {
            g_autofree char *leftover = g_build_filename(folder, name, NULL);
            g_unlink(leftover);
        }
    }
}

void shopfile_tidy(const char *path)
{
    remove_leftovers(path, false);
}

char *shopfile_beside(const char *path)
{
    remove_leftovers(path, true);
    return g_strdup_printf("%s.new-%d", path, (int)getpid());
}

/* So that the new name outlives a power cut. Where the file system cannot do it, it was not
 * promised either. */
static bool sync_folder_of(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int handle = g_open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    bool is_lasting = handle < 0 || fsync(handle) == 0 || errno != EIO;
    if (handle >= 0) {
        close(handle);
    }
    return is_lasting;
}

/* RENAME_NOREPLACE: whoever made a shop there in the meantime keeps theirs. */
static bool move_without_replacing(const char *from, const char *path)
{
    if (renameat2(AT_FDCWD, from, AT_FDCWD, path, RENAME_NOREPLACE) == 0) {
        return true;
    }
    /* Some file systems cannot do that; a hard link does not replace anything either. */
    if ((errno == EINVAL || errno == ENOSYS) && link(from, path) == 0) {
        g_unlink(from);
        return true;
    }
    return false;
}

bool shopfile_put(const char *from, const char *path, GError **error)
{
    bool is_moved = move_without_replacing(from, path);
    if (is_moved && sync_folder_of(path)) {
        return true;
    }
    if (is_moved) {
        g_rename(path, from);
        errno = EIO;
    }
    if (errno == EEXIST) {
        g_set_error(error, FAULT, FAULT_TAKEN,
                    _("There is already something at %s. It was left as it is."), path);
    } else {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("The new shop could not be put at %s: %s. Choose another place with --shop."),
                    path, g_strerror(errno));
    }
    return false;
}

bool shopfile_replace(const char *from, const char *path, GError **error)
{
    if (g_rename(from, path) == 0) {
        /* The one that was there before may come back with the power: it is a whole shop, too. */
        (void)sync_folder_of(path);
        return true;
    }
    g_set_error(error, FAULT, FAULT_REFUSED,
                _("The new shop could not be put at %s: %s. Choose another place with --shop."),
                path, g_strerror(errno));
    return false;
}
