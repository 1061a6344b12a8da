/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and writing small text files without surprises. */
#include "data/base/smallfile.h"

#include "data/base/i18n.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { MOST_BYTES = 64 * 1024 };

typedef struct {
    GFileError code;
    int number;
} KnownFault;

static const KnownFault known_faults[] = {
    {G_FILE_ERROR_ACCES, EACCES}, {G_FILE_ERROR_PERM, EPERM},     {G_FILE_ERROR_ROFS, EROFS},
    {G_FILE_ERROR_NOSPC, ENOSPC}, {G_FILE_ERROR_LOOP, ELOOP},     {G_FILE_ERROR_ISDIR, EISDIR},
    {G_FILE_ERROR_NOENT, ENOENT}, {G_FILE_ERROR_NOTDIR, ENOTDIR},
};

/* The sentences of GLib's file functions are not the program's. */
static int errno_of(const GError *error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(known_faults); i++) {
        if (g_error_matches(error, G_FILE_ERROR, (int)known_faults[i].code)) {
            return known_faults[i].number;
        }
    }
    return EIO;
}

char *small_file_read(const char *path, int *fault)
{
    GStatBuf info;
    g_autoptr(GError) error = NULL;
    char *text = NULL;
    *fault = 0;
    if (g_stat(path, &info) != 0) {
        *fault = errno == ENOENT || errno == ENOTDIR ? 0 : errno;
    } else if (!S_ISREG(info.st_mode)) {
        *fault = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
    } else if (info.st_size > MOST_BYTES) {
        *fault = EFBIG;
    } else if (!g_file_get_contents(path, &text, NULL, &error)) {
        *fault = errno_of(error);
    }
    return text;
}

static bool write_text(const char *path, const char *text, int *fault)
{
    g_autoptr(GError) error = NULL;
    char *target = realpath(path, NULL);
    bool is_written = g_file_set_contents_full(target != NULL ? target : path, text, -1,
                                               G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error);
    free(target);
    *fault = is_written ? 0 : errno_of(error);
    return is_written;
}

bool small_file_write(const char *path, const char *text, int *fault)
{
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0700) != 0) {
        *fault = errno;
        return false;
    }
    return write_text(path, text, fault);
}

const char *small_file_why(int fault)
{
    switch (fault) {
    case EINVAL:
        return _("it is a pipe or a device, and not a file");
    case EISDIR:
        return _("it is a folder, and not a file");
    case EFBIG:
        return _("it is much too large");
    default:
        return g_strerror(fault);
    }
}
