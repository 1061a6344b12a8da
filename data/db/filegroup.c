/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may read the files of a shop. */
#include "data/db/filegroup.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static const mode_t SHARED = S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP;

bool filegroup_of(const char *folder, gid_t *group)
{
    struct stat info;
    if (stat(folder, &info) != 0) {
        return false;
    }
    *group = info.st_gid;
    return (info.st_mode & S_IXGRP) != 0 && (info.st_mode & (S_IWGRP | S_ISGID)) != 0 &&
           (info.st_mode & S_IWOTH) == 0;
}

/* Whether FILE may be given to a group: a link would lead out of the folder, a second name too. */
static bool is_own(int file, struct stat *info)
{
    return fstat(file, info) == 0 && S_ISREG(info->st_mode) && info->st_nlink == 1 &&
           info->st_uid == geteuid();
}

static void give(int file, gid_t group)
{
    struct stat info;
    if (!is_own(file, &info) ||
        (info.st_gid != group && fchownat(file, "", (uid_t)-1, group, AT_EMPTY_PATH) != 0)) {
        return;
    }
    if ((info.st_mode & 07777) != SHARED) {
        g_autofree char *name = g_strdup_printf("/proc/self/fd/%d", file);
        (void)chmod(name, SHARED);
    }
}

void filegroup_share(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    gid_t group = 0;
    /* O_PATH: closing such a descriptor drops no locks, which any other one would. */
    int file = filegroup_of(folder, &group) ? open(path, O_PATH | O_NOFOLLOW | O_CLOEXEC) : -1;
    if (file >= 0) {
        give(file, group);
        close(file);
    }
}
