/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying a shop that is open. */
#include "data/db/sqlite_private.h"

#include <limits.h>
#include <stdlib.h>

/* No journal and no syncing: a copy that breaks off is thrown away, and one that is whole is synced
 * by the caller. */
static const char AS_A_COPY[] = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF";

bool sqlite_copy(gpointer data, const char *path, GError **error)
{
    Sqlite *link = data;
    char real[PATH_MAX];
    sqlite3 *copy = NULL;
    int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;

    wait_start(&link->wait);
    int code = sqlite3_open_v2(realpath(path, real) != NULL ? real : path, &copy, flags, NULL);
    if (code == SQLITE_OK) {
        code = sqlite3_exec(copy, AS_A_COPY, NULL, NULL, NULL);
    }
    if (code == SQLITE_OK) {
        /* In one step, or every write of somebody else would start it anew. */
        sqlite3_backup *backup = sqlite3_backup_init(copy, "main", link->handle, "main");
        if (backup != NULL) {
            sqlite3_backup_step(backup, -1);
        }
        code = backup != NULL ? sqlite3_backup_finish(backup) : sqlite3_extended_errcode(copy);
    }
    wait_end(&link->wait);
    if (code != SQLITE_OK) {
        sqlite_fault(error, code, copy, path, &link->wait);
    }
    sqlite3_close(copy);
    return code == SQLITE_OK;
}
