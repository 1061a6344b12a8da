/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of the records that were not taken over. */
#include "data/list/refusedfile.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/outlet.h"
#include "data/list/csvcell.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* How many files of refused records may lie beside one list. */
enum { MOST_FILES = 1000 };

struct RefusedFile {
    char *list_path;
    char *spare_folder;
    char *header;
    char separator;
    char *path; /* NULL before the first record */
    FILE *file;
    bool kept;
};

RefusedFile *refused_file_new(const char *list_path, const char *spare_folder, const char *header,
                              char separator)
{
    RefusedFile *file = g_new0(RefusedFile, 1);
    file->list_path = g_strdup(list_path);
    file->spare_folder = g_strdup(spare_folder);
    file->header = g_strdup(header);
    file->separator = separator;
    return file;
}

void refused_file_free(RefusedFile *file)
{
    if (file == NULL) {
        return;
    }
    if (file->file != NULL) {
        fclose(file->file);
    }
    if (file->path != NULL && !file->kept) {
        g_unlink(file->path);
    }
    g_free(file->list_path);
    g_free(file->spare_folder);
    g_free(file->header);
    g_free(file->path);
    g_free(file);
}

/* "stammkunden.csv" in FOLDER becomes "stammkunden-refused.csv", "stammkunden-refused-2.csv" and so
 * on. */
static char *name_in(const RefusedFile *file, const char *folder, guint attempt)
{
    g_autofree char *base = g_path_get_basename(file->list_path);
    char *dot = strrchr(base, '.');
    if (dot != NULL && dot != base) {
        *dot = '\0';
    }
    /* TRANSLATORS: part of a file name: no blanks. */
    g_autofree char *name = attempt == 1
                                ? g_strdup_printf("%s-%s.csv", base, _("refused"))
                                : g_strdup_printf("%s-%s-%u.csv", base, _("refused"), attempt);
    return g_build_filename(folder, name, NULL);
}

static bool make_in(RefusedFile *file, const char *folder)
{
    for (guint attempt = 1; attempt <= MOST_FILES; attempt++) {
        g_autofree char *path = name_in(file, folder, attempt);
        int handle = g_open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (handle >= 0) {
            file->path = g_steal_pointer(&path);
            file->file = fdopen(handle, "wb");
            if (file->file == NULL) {
                close(handle);
                g_unlink(file->path);
                g_clear_pointer(&file->path, g_free);
            }
            return file->file != NULL;
        }
        if (errno != EEXIST) {
            return false;
        }
    }
    return false;
}

static bool make(RefusedFile *file, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(file->list_path);
    if (make_in(file, folder) ||
        (file->spare_folder != NULL && g_mkdir_with_parents(file->spare_folder, 0700) == 0 &&
         make_in(file, file->spare_folder))) {
        g_autofree char *header = csv_cell_guard_record(file->header, file->separator);
        fprintf(file->file, "\xEF\xBB\xBF");
        /* Another separator than these is not guessed: it has to be said again. */
        if (strchr(";,\t|", file->separator) == NULL) {
            fprintf(file->file, "sep=%c\r\n", file->separator);
        }
        fprintf(file->file, "%s%c%s\r\n", _("Reason"), file->separator, header);
        return true;
    }
    g_set_error(error, FAULT, errno == ENOSPC ? FAULT_FULL : FAULT_REFUSED,
                _("The records that cannot be taken over have no place to go: %s. Nothing was "
                  "taken over. Put the list into a "
                  "folder that can be written and try again."),
                g_strerror(errno));
    return false;
}

bool refused_file_add(RefusedFile *file, guint line, const char *raw, const char *reason,
                      GError **error)
{
    if (file->file == NULL && !make(file, error)) {
        return false;
    }
    g_autofree char *safe = csv_cell_guard_record(raw, file->separator);
    g_autofree char *clean = outlet_text(OUTLET_LINE, reason);
    g_auto(GStrv) quotes = g_strsplit(clean, "\"", -1);
    g_autofree char *doubled = g_strjoinv("\"\"", quotes);
    fprintf(file->file, "\"");
    fprintf(file->file, _("Line %u: %s"), line, doubled);
    fprintf(file->file, "\"%c%s\r\n", file->separator, safe);
    return true;
}

bool refused_file_keep(RefusedFile *file, char **path, GError **error)
{
    *path = NULL;
    if (file->file == NULL) {
        return true;
    }
    bool ok = fflush(file->file) == 0 && ferror(file->file) == 0 && fsync(fileno(file->file)) == 0;
    if (!ok) {
        g_set_error(error, FAULT, errno == ENOSPC ? FAULT_FULL : FAULT_REFUSED,
                    _("The file %s cannot be written: %s. Nothing was taken over."), file->path,
                    g_strerror(errno));
        return false;
    }
    file->kept = true;
    *path = g_strdup(file->path);
    return true;
}
