/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at a place before SQLite does. */
#include "data/db/sqlite_file.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/filegroup.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Fields of the header, from https://www.sqlite.org/fileformat2.html#the_database_header. */
enum {
    AT_PAGE_SIZE = 16,
    AT_CHANGES = 24,
    AT_PAGES = 28,
    AT_APPLICATION_ID = 68,
    AT_PAGES_VALID_FOR = 92
};
static const char MAGIC[16] = "SQLite format 3";

static guint32 read_u32(const guint8 *bytes)
{
    return ((guint32)bytes[0] << 24) | ((guint32)bytes[1] << 16) | ((guint32)bytes[2] << 8) |
           bytes[3];
}

/* The sentence for a place that realpath or open cannot reach. */
static void refuse_place(GError **error, const char *where, int reason)
{
    g_autofree char *folder = g_path_get_dirname(where);
    struct stat link;

    if (*where == '\0') {
        g_set_error_literal(error, FAULT, FAULT_NO_SHOP,
                            _("No shop was named. Give the name of its file."));
    } else if (reason == ENOENT && lstat(where, &link) == 0) {
        g_set_error(error, FAULT, FAULT_NO_SHOP,
                    _("%s is a link to a place where there is nothing. Is the disk with the shop "
                      "connected?"),
                    where);
    } else if (reason == ENOENT && !g_file_test(folder, G_FILE_TEST_IS_DIR)) {
        g_set_error(error, FAULT, FAULT_NO_SHOP,
                    _("There is no shop at %s yet, and no folder for it. Check the name, or make a "
                      "shop: start Tresen full screen, or take over a list with “tresen import”."),
                    where);
    } else if (reason == ENOENT) {
        g_set_error(error, FAULT, FAULT_NO_SHOP,
                    _("There is no shop at %s yet. Start Tresen full screen to make one, or take "
                      "over a list with “tresen import”."),
                    where);
    } else if (reason == EACCES || reason == EPERM) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("You are not allowed to open %s. Ask the person it belongs to."), where);
    } else {
        g_set_error(error, FAULT, FAULT_NO_SHOP,
                    _("There is no shop at %s: that place cannot be reached (%s). Check its name."),
                    where, g_strerror(reason));
    }
}

static bool kind_is_right(const char *where, const struct stat *info, GError **error)
{
    if (S_ISDIR(info->st_mode)) {
        g_set_error(error, FAULT, FAULT_FOREIGN,
                    _("%s is a folder. Name the shop's file inside it."), where);
    } else if (!S_ISREG(info->st_mode)) {
        g_set_error(error, FAULT, FAULT_FOREIGN,
                    _("%s is not a file, so it cannot be a shop. Name the shop's file."), where);
    } else if (info->st_size == 0) {
        g_set_error(error, FAULT, FAULT_FOREIGN,
                    _("The file %s is empty, so there is no shop in it. Name another file, or "
                      "bring back a backup."),
                    where);
    } else {
        return true;
    }
    return false;
}

bool sqlite_file_find(const char *where, char **path, bool *writable, GError **error)
{
    char real[PATH_MAX];
    struct stat info;

    if (realpath(where, real) == NULL || stat(real, &info) != 0) {
        refuse_place(error, where, errno);
        return false;
    }
    if (!kind_is_right(where, &info, error)) {
        return false;
    }
    if (faccessat(AT_FDCWD, real, R_OK, AT_EACCESS) != 0) {
        refuse_place(error, where, errno);
        return false;
    }

    /* Its owner may have carried it into a folder of a group just now. */
    filegroup_share(real);
    /* The folder has to take the journal. */
    g_autofree char *folder = g_path_get_dirname(real);
    *writable = faccessat(AT_FDCWD, real, W_OK, AT_EACCESS) == 0 &&
                faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0;
    *path = g_strdup(real);
    return true;
}

/* The sentence for a file that cannot be made. */
static void refuse_making(GError **error, const char *where, int reason)
{
    if (reason == EEXIST) {
        g_set_error(error, FAULT, FAULT_TAKEN,
                    _("There is already something at %s. Choose another name."), where);
    } else if (reason == EACCES || reason == EPERM || reason == EROFS) {
        g_set_error(error, FAULT, FAULT_READ_ONLY,
                    _("You are not allowed to make %s. Choose a folder that belongs to you."),
                    where);
    } else if (reason == ENOSPC || reason == EDQUOT) {
        g_set_error(error, FAULT, FAULT_FULL,
                    _("The disk is full, so %s was not made. Free some space and try again."),
                    where);
    } else if (reason == ENOENT) {
        g_set_error(error, FAULT, FAULT_NO_SHOP,
                    _("There is no folder for %s. Make it first, or check its name."), where);
    } else {
        refuse_place(error, where, reason);
    }
}

bool sqlite_file_make(const char *where, char **path, GError **error)
{
    char real[PATH_MAX];

    /* Closing it at once is harmless: nobody else can have this new file open. */
    int file = open(where, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) {
        refuse_making(error, where, errno);
        return false;
    }
    close(file);
    filegroup_share(where);
    if (realpath(where, real) == NULL) {
        refuse_place(error, where, errno);
        return false;
    }
    *path = g_strdup(real);
    return true;
}

bool sqlite_file_has_magic(const guint8 *header, gsize length)
{
    return length >= sizeof(MAGIC) && memcmp(header, MAGIC, sizeof(MAGIC)) == 0;
}

bool sqlite_file_is_shop(const guint8 *header, gsize length, const char *where, GError **error)
{
    if (!sqlite_file_has_magic(header, length)) {
        g_set_error(error, FAULT, FAULT_FOREIGN,
                    _("%s does not begin as a shop does: it is damaged, or some other file. It was "
                      "left as it is; bring back a backup, or name the shop's file."),
                    where);
        return false;
    }
    if (length < SQLITE_FILE_HEADER) {
        g_set_error(error, FAULT, FAULT_DAMAGED,
                    _("Only the very beginning of the shop %s is there; the rest is missing. Bring "
                      "back a backup."),
                    where);
        return false;
    }
    if (read_u32(header + AT_APPLICATION_ID) != SQLITE_FILE_APPLICATION_ID) {
        g_set_error(error, FAULT, FAULT_FOREIGN,
                    _("%s is a database of another program, not a shop of Tresen. It was left as "
                      "it is; name the shop's file."),
                    where);
        return false;
    }
    return true;
}

bool sqlite_file_is_whole(const guint8 *header, gint64 size, const char *where, GError **error)
{
    guint32 page_size = (guint32)header[AT_PAGE_SIZE] << 8 | header[AT_PAGE_SIZE + 1];
    gint64 pages = read_u32(header + AT_PAGES);

    /* The header writes 65536 as 1. */
    if (page_size == 1) {
        page_size = 65536;
    }
    /* The page count holds only when it was written together with the last change. */
    if (memcmp(header + AT_CHANGES, header + AT_PAGES_VALID_FOR, 4) != 0 ||
        size >= pages * page_size) {
        return true;
    }
    g_set_error(error, FAULT, FAULT_DAMAGED,
                _("The end of the shop %s is missing; it seems to be half a copy. It was left as "
                  "it is: copy it again or bring back a backup."),
                where);
    return false;
}
