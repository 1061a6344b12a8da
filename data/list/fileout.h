/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a file that takes its place as a whole or not at all: mode 0600, written beside and
 * renamed. */
#pragma once

#include "data/db/db.h"

typedef struct FileOut FileOut;

/* Begins the file that is to be at PATH. FAULT_REFUSED when it cannot be made, is the very file DB
 * lies in, or is there and no regular file (a device), FAULT_FULL when the disk is full; NULL then.
 * Free with file_out_free. */
FileOut *file_out_begin(const Db *db, const char *path, GError **error);
/* Adds LENGTH bytes. Faults as above. */
bool file_out_write(FileOut *out, const char *bytes, gsize length, GError **error);
/* Ends the file and moves it to its place: what is not on the disk now is not written. Faults as
 * above, with the place as it was. */
bool file_out_commit(FileOut *out, GError **error);
/* Removes what was not committed. NULL is fine. */
void file_out_free(FileOut *out);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FileOut, file_out_free)
