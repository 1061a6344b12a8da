/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands at a place on the disk, found out without changing a byte of it. */
#pragma once

#include "data/db/db.h"

/* The application_id in the header of every shop: "TRES". */
#define SQLITE_FILE_APPLICATION_ID 0x54524553

/* The length of the header SQLite writes. */
enum { SQLITE_FILE_HEADER = 100 };

/* Finds the real path of the shop at WHERE (links followed) and whether file and folder can be
 * written. A file of the caller's in a folder shared by a group is shared from then on. A missing
 * place, a folder, a device, an empty or an unreadable file is refused. Free
 * *PATH with g_free. */
bool sqlite_file_find(const char *where, char **path, bool *writable, GError **error);

/* Makes an empty file at WHERE, mode 0600 or, in a folder shared by a group, 0660 and of that group
 * (filegroup.h), for DB_BUILD; the place must be free. *PATH is its real
 * path; free with g_free. */
bool sqlite_file_make(const char *where, char **path, GError **error);

/* Whether the first LENGTH bytes of a file are those of any SQLite database. */
bool sqlite_file_has_magic(const guint8 *header, gsize length);

/* Whether the first LENGTH (up to SQLITE_FILE_HEADER) bytes of a file belong to a shop. WHERE is
 * for the sentence. */
bool sqlite_file_is_shop(const guint8 *header, gsize length, const char *where, GError **error);

/* Whether a file of SIZE bytes with this HEADER (whole) is as long as the header says. */
bool sqlite_file_is_whole(const guint8 *header, gint64 size, const char *where, GError **error);

/* Copies the whole committed shop of LINK, a link of the SQLite driver, into the empty file at
 * PATH. Not synced. */
bool sqlite_copy(gpointer link, const char *path, GError **error);
/* Writes the file of the open shop LINK anew (clean.h). */
bool sqlite_clean(gpointer link, GError **error);
