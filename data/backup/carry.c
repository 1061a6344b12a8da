/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying a finished backup to another place. */
#include "data/backup/backup_private.h"
#include "data/base/fault.h"
#include "data/base/filebytes.h"
#include "data/base/i18n.h"
#include "data/db/backup_file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK = 1 << 18 };

/* All that FROM has to TO; whose fault it was that it did not get there is in *IS_INPUT. */
static bool pour(int from, int to, bool *is_input)
{
    g_autofree guint8 *chunk = g_malloc(CHUNK);
    for (;;) {
        gssize length = file_read(from, chunk, CHUNK);
        *is_input = length < 0;
        if (length <= 0) {
            return length == 0;
        }
        if (!file_write_all(to, chunk, (gsize)length)) {
            return false;
        }
    }
}

/* Copies the file FROM to the open file TO, called TO_NAME in sentences, and syncs it. */
static bool copy_bytes(const char *from, int to, const char *to_name, GError **error)
{
    bool is_input = true;
    int file = g_open(from, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
    bool ok = file >= 0 && pour(file, to, &is_input);
    if (ok) {
        is_input = false;
        ok = fsync(to) == 0;
    }
    int reason = errno;
    if (file >= 0) {
        close(file);
    }
    return ok || backup_file_refuse(error, is_input ? from : to_name, reason);
}

bool backup_copy_file(const char *from, const char *to, GError **error)
{
    int file = backup_file_create(to, error);
    if (file < 0) {
        return false;
    }
    bool ok = copy_bytes(from, file, to, error);
    if (ok) {
        close(file);
    } else {
        backup_file_discard(file, to);
    }
    return ok;
}

bool backup_carry(const char *from, const char *target, const char *hash, GError **error)
{
    g_autofree char *aside = g_strconcat(target, ".tmp", NULL);
    int file = backup_file_create(aside, error);
    if (file < 0) {
        return false;
    }
    bool ok = copy_bytes(from, file, aside, error);
    if (ok) {
        /* What is compared comes from the other disk, where the system allows that. */
        posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
        g_autofree char *arrived = backup_file_hash(aside, error);
        ok = arrived != NULL;
        if (ok && strcmp(arrived, hash) != 0) {
            g_set_error(error, FAULT, FAULT_DAMAGED,
                        _("What was written to %s is not what arrived there. Is that disk worn "
                          "out? Use another one."),
                        target);
            ok = false;
        }
    }
    ok = ok && backup_file_place(file, aside, target, hash, error);
    backup_file_discard(file, aside);
    return ok;
}
