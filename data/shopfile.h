/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new shop's file on its way: built beside its place under a passing name, then moved there. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Whether there is something at WHERE, a dangling link too. */
bool shopfile_exists(const char *where);
/* WHERE as a whole path without links in the folders above; the file itself may be gone, and stays
 * a link where it is one. Free with g_free. */
char *shopfile_path(const char *where);
/* The passing name beside PATH for this process; what killed programs left there under such names
 * is removed. Free with g_free. */
char *shopfile_beside(const char *path);
/* Removes what killed programs left beside PATH under such names, which may be a backup that was
 * decrypted to be brought back. */
void shopfile_tidy(const char *path);
/* Moves the finished file FROM to PATH, lastingly. FAULT_TAKEN when something is at PATH by now:
 * both are left as they are. */
bool shopfile_put(const char *from, const char *path, GError **error);
/* The same over the shop that is at PATH: whoever still has that one open keeps the old file, which
 * is gone when they close it. FAULT_REFUSED when it cannot be done; both are left as they are. */
bool shopfile_replace(const char *from, const char *path, GError **error);
