/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a CSV file. */
#include "data/list/csvout.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct CsvOut {
    char *path;   /* where it comes to lie */
    char *beside; /* where it is written; NULL: it is there by now */
    FILE *file;
    GString *row;
    bool has_cells; /* in the row that is open */
};

/* Whether each line of TEXT is a number or a phone number. */
static bool is_numbers(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        const char *rest = *lines[i] == '+' || *lines[i] == '-' ? lines[i] + 1 : lines[i];
        if (rest[strspn(rest, "0123456789 ()/.,-")] != '\0') {
            return false;
        }
    }
    return true;
}

/* Whether a spreadsheet would run TEXT as a formula: it begins like one, and is more than numbers.
 */
static bool is_formula(const char *text)
{
    return *text != '\0' && strchr("=+-@\t\r\n", *text) != NULL && !is_numbers(text);
}

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

CsvOut *csv_out_begin(const Db *db, const char *path, GError **error)
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
    CsvOut *out = g_new0(CsvOut, 1);
    out->path = g_strdup(path);
    out->beside = g_steal_pointer(&beside);
    out->file = file;
    out->row = g_string_new("\xEF\xBB\xBF");
    return out;
}

void csv_out_cell(CsvOut *out, const char *text)
{
    const char *given = text != NULL ? text : "";
    g_autofree char *safe = is_formula(given) ? g_strconcat("'", given, NULL) : g_strdup(given);
    if (out->has_cells) {
        g_string_append_c(out->row, ';');
    }
    out->has_cells = true;
    if (*safe == '\0') {
        return;
    }
    size_t room = csv_write(NULL, 0, safe, strlen(safe));
    gsize start = out->row->len;
    g_string_set_size(out->row, start + room);
    csv_write(out->row->str + start, room, safe, strlen(safe));
}

bool csv_out_end_row(CsvOut *out, GError **error)
{
    g_string_append(out->row, "\r\n");
    bool ok = fwrite(out->row->str, 1, out->row->len, out->file) == out->row->len;
    g_string_truncate(out->row, 0);
    out->has_cells = false;
    return ok || cannot_write(out->path, error);
}

bool csv_out_commit(CsvOut *out, GError **error)
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

void csv_out_free(CsvOut *out)
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
    g_string_free(out->row, TRUE);
    g_free(out);
}
