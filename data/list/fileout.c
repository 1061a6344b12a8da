/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a file that takes its place as a whole. */
#include "data/list/fileout.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

struct FileOut {
    char *path;   /* where it comes to lie */
    char *beside; /* where it is written; NULL: it is there by now */
    FILE *file;
};

/* Whether PATH is the very file the shop lies in. */
static bool is_shop_itself(const Db *db, const char *path)
{
    GStatBuf shop, target;
    return db_engine(db) == DB_SQLITE && g_stat(db_where(db), &shop) == 0 &&
           g_stat(path, &target) == 0 && shop.st_dev == target.st_dev &&
           shop.st_ino == target.st_ino;
}

static bool cannot_write(const char *path, GError **error)
{
    bool is_full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    g_set_error(error, FAULT, is_full ? FAULT_FULL : FAULT_REFUSED,
                _("The file %s cannot be written: %s. Choose another place."), path,
                g_strerror(errno));
    return false;
}

FileOut *file_out_begin(const Db *db, const char *path, GError **error)
{
    if (is_shop_itself(db, path)) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("%s is the shop itself. Choose another name for the list."), path);
        return NULL;
    }
    if (g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("%s is there already and is no file that can be replaced. Choose another "
                      "name for the list."),
                    path);
        return NULL;
    }
    g_autofree char *beside = g_strconcat(path, ".XXXXXX", NULL);
    int handle = g_mkstemp_full(beside, O_WRONLY | O_CLOEXEC, 0600);
    if (handle < 0) {
        cannot_write(path, error);
        return NULL;
    }
    FILE *file = fdopen(handle, "wb");
    if (file == NULL) {
        cannot_write(path, error);
        close(handle);
        g_unlink(beside);
        return NULL;
    }
    FileOut *out = g_new0(FileOut, 1);
    out->path = g_strdup(path);
    out->beside = g_steal_pointer(&beside);
    out->file = file;
    return out;
}

bool file_out_write(FileOut *out, const char *bytes, gsize length, GError **error)
{
    return fwrite(bytes, 1, length, out->file) == length || cannot_write(out->path, error);
}

bool file_out_commit(FileOut *out, GError **error)
{
    FILE *file = g_steal_pointer(&out->file);
    bool ok = (fflush(file) == 0 && fsync(fileno(file)) == 0) || cannot_write(out->path, error);
    ok = (fclose(file) == 0 || !ok || cannot_write(out->path, error)) && ok;
    ok = ok && (g_rename(out->beside, out->path) == 0 || cannot_write(out->path, error));
    if (ok) {
        g_clear_pointer(&out->beside, g_free);
    }
    return ok;
}

void file_out_free(FileOut *out)
{
    if (out == NULL) {
        return;
    }
    if (out->file != NULL) {
        fclose(out->file);
    }
    if (out->beside != NULL) {
        g_unlink(out->beside);
    }
    g_free(out->beside);
    g_free(out->path);
    g_free(out);
}
