/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the file anew. */
#include "data/db/sqlite_private.h"

/* What is removed is written over with zeros where it stood (secure_delete), but rows also move
 * between pages, and leave themselves behind in the free part of a page. Only VACUUM takes that
 * along. It puts the rows into a passing file first, which lies on the disk, unlinked: a large shop
 * does not fit into the memory. */
static const char clean[] = "PRAGMA temp_store = FILE; VACUUM";
static const char as_before[] = "PRAGMA temp_store = MEMORY";

bool sqlite_clean(gpointer data, GError **error)
{
    Sqlite *link = data;
    wait_start(&link->wait);
    /* The passing file is attached. */
    int attached = sqlite3_limit(link->handle, SQLITE_LIMIT_ATTACHED, 1);
    int code = sqlite3_exec(link->handle, clean, NULL, NULL, NULL);
    if (code != SQLITE_OK) {
        sqlite_fault(error, code, link->handle, link->where, &link->wait);
    }
    sqlite3_limit(link->handle, SQLITE_LIMIT_ATTACHED, attached);
    sqlite3_exec(link->handle, as_before, NULL, NULL, NULL);
    wait_end(&link->wait);
    return code == SQLITE_OK;
}
