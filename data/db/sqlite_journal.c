/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal of a shop that a group shares. SQLite gives it the shop's mode, but the group of
 * whoever writes: the others could not roll back what that person's killed program left. */
#include "data/db/sqlite_private.h"

#include <sys/stat.h>
#include <unistd.h>

#define NAME "tresen"

/* The journal called JOURNAL gets the group of its shop. */
static void give_group(const char *journal)
{
    struct stat shop, info;
    if (stat(sqlite3_filename_database(journal), &shop) == 0 && (shop.st_mode & S_IRGRP) != 0 &&
        lstat(journal, &info) == 0 && info.st_gid != shop.st_gid && info.st_uid == geteuid() &&
        lchown(journal, (uid_t)-1, shop.st_gid) != 0) {
        g_debug("%s stays with its writer's group", journal);
    }
}

static int open_file(sqlite3_vfs *own, const char *name, sqlite3_file *file, int flags, int *given)
{
    sqlite3_vfs *usual = sqlite3_vfs_find(NULL);
    (void)own;
    int code = usual->xOpen(usual, name, file, flags, given);
    if (code == SQLITE_OK && name != NULL && (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0 &&
        (flags & SQLITE_OPEN_CREATE) != 0) {
        give_group(name);
    }
    return code;
}

const char *sqlite_journal_vfs(void)
{
    /* Two threads at once make two that do the same: SQLite takes either. */
    if (sqlite3_vfs_find(NAME) == NULL) {
        sqlite3_vfs *own = g_memdup2(sqlite3_vfs_find(NULL), sizeof *own);
        own->zName = NAME;
        own->pNext = NULL;
        own->xOpen = open_file;
        sqlite3_vfs_register(own, 0);
    }
    return NAME;
}
