/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an erasing leaves behind: free places of the file, old segments of the search index, and
 * lists of refused rows. */
#include "data/erase/erase_private.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/clean.h"
#include "data/lookup/index.h"
#include "data/setting.h"

#include <glib/gstdio.h>
#include <string.h>

/* Of a longer file nobody made a list of refused rows. */
enum { LONGEST_FILE = 64 * 1024 * 1024 };

static const char nothing_owed[] = "DELETE FROM setting WHERE name = '" SETTING_ERASE_OWED "'";

bool erase_clean(Db *db, GError **error)
{
    g_autofree char *owed = NULL;
    if (!setting_get(db, SETTING_ERASE_OWED, NULL, &owed, error)) {
        return false;
    }
    return owed == NULL || (index_settle(db, error) && db_clean(db, error) &&
                            db_run(db, nothing_owed, DB_NO_VALUES, NULL, error));
}

/* Whether a record of a list names the customer: as a whole, or one of its cells. */
static bool line_names(const char *line, const EraseView *view)
{
    if (erase_names(line, view->words, NULL)) {
        return true;
    }
    g_auto(GStrv) cells = g_strsplit_set(line, ";,\t|", -1);
    for (guint i = 0; cells[i] != NULL; i++) {
        if (erase_names(cells[i], view->words, view->known)) {
            return true;
        }
    }
    return false;
}

/* TEXT without the lines that name the customer; *LINES counts them. The first line says what the
 * columns are. */
static char *without(const char *text, const EraseView *view, guint *lines)
{
    GString *rest = g_string_new(NULL);
    g_auto(GStrv) all = g_strsplit(text, "\n", -1);
    *lines = 0;
    for (guint i = 0; all[i] != NULL; i++) {
        if (i > 0 && line_names(all[i], view)) {
            ++*lines;
            continue;
        }
        g_string_append(rest, all[i]);
        if (all[i + 1] != NULL) {
            g_string_append_c(rest, '\n');
        }
    }
    return g_string_free(rest, FALSE);
}

static bool clean_list(const char *path, const EraseView *view, guint *lines, GError **error)
{
    g_autofree char *text = NULL;
    GStatBuf status;
    *lines = 0;
    if (g_lstat(path, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > LONGEST_FILE ||
        !g_file_get_contents(path, &text, NULL, NULL)) {
        return true;
    }
    g_autofree char *rest = without(text, view, lines);
    g_autoptr(GError) fault = NULL;
    if (*lines == 0 ||
        g_file_set_contents_full(path, rest, -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &fault)) {
        return true;
    }
    g_set_error(error, FAULT, FAULT_REFUSED,
                _("The list %s has lines with this customer and cannot be written. Remove it "
                  "yourself."),
                path);
    return false;
}

bool erase_refused(const char *folder, const EraseView *view, guint *lines, GError **error)
{
    g_autoptr(GDir) files = g_dir_open(folder, 0, NULL);
    const char *name;
    guint all = 0;
    bool ok = true;
    while (files != NULL && (name = g_dir_read_name(files)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        guint some = 0;
        if (g_str_has_suffix(name, ".csv")) {
            ok = clean_list(path, view, &some, ok ? error : NULL) && ok;
            all += some;
        }
    }
    if (lines != NULL) {
        *lines = all;
    }
    return ok;
}

bool erase_clean_up(Db *db, const EraseView *view, const char *folder, const char *spare,
                    GError **error)
{
    bool ok = folder == NULL || erased_write(db, folder, error);
    ok = erase_clean(db, ok ? error : NULL) && ok;
    return erase_refused(spare, view, NULL, ok ? error : NULL) && ok;
}
