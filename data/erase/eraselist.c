/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was erased: the table in the shop, the list beside its backups, and erasing again whom an
 * older backup brought back. */
#include "data/erase/erase_private.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/setting.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The first line of the list; what follows is a line each: id, made, erased. */
#define FIRST_LINE "tresen-erased 1\n"

static const char all_erased[] =
    "SELECT customer_id, created_at, erased_at FROM erased ORDER BY id";
static const char stand_of_things[] =
    "SELECT COALESCE((SELECT value FROM setting WHERE name = '" SETTING_UID "'), "
    "(SELECT uid FROM deed ORDER BY id LIMIT 1)), "
    "(SELECT value FROM setting WHERE name = '" SETTING_ERASE_OWED "'), "
    "(SELECT COUNT(*) FROM erased)";

static GArray *entries_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(Erased));
}

static void add(GArray *entries, gint64 customer_id, const char *created_at, const char *erased_at)
{
    Erased entry = {.customer_id = customer_id};
    g_strlcpy(entry.created_at, created_at, sizeof entry.created_at);
    g_strlcpy(entry.erased_at, erased_at, sizeof entry.erased_at);
    g_array_append_val(entries, entry);
}

GArray *erased_list(Db *db, GError **error)
{
    g_autoptr(GArray) entries = entries_new();
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, all_erased, DB_NO_VALUES, &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        add(entries, rows_int(rows, 0), rows_text(rows, 1), rows_text(rows, 2));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return rows != NULL && fault == NULL ? g_steal_pointer(&entries) : NULL;
}

static bool contains(const GArray *entries, const Erased *wanted)
{
    for (guint i = 0; i < entries->len; i++) {
        const Erased *entry = &g_array_index(entries, Erased, i);
        if (entry->customer_id == wanted->customer_id &&
            strcmp(entry->created_at, wanted->created_at) == 0) {
            return true;
        }
    }
    return false;
}

/* ---- the list beside the backups ---- */

char *erased_path(const char *folder, const char *uid)
{
    g_autofree char *name = g_strdup_printf("erased-%s", uid);
    return g_build_filename(folder, g_strdelimit(name, G_DIR_SEPARATOR_S, '_'), NULL);
}

static void read_line(GArray *entries, const char *line)
{
    g_auto(GStrv) parts = g_strsplit(line, " ", -1);
    gint64 id = 0;
    if (g_strv_length(parts) == 3 && strlen(parts[1]) == 20 && strlen(parts[2]) == 20 &&
        g_ascii_string_to_signed(parts[0], 10, 1, G_MAXINT64, &id, NULL)) {
        add(entries, id, parts[1], parts[2]);
    }
}

GArray *erased_read(const char *folder, const char *uid, GError **error)
{
    g_autofree char *path = erased_path(folder, uid);
    g_autofree char *text = NULL;
    g_autoptr(GArray) entries = entries_new();
    GStatBuf info;
    bool is_there = g_stat(path, &info) == 0;
    if (!is_there && errno == ENOENT) {
        return g_steal_pointer(&entries);
    }
    /* A pipe would keep the program waiting. */
    if (!is_there || !S_ISREG(info.st_mode) || !g_file_get_contents(path, &text, NULL, NULL)) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("The list of those who were erased, %s, cannot be read. Make it readable "
                      "again, so that nobody who was erased comes back with a backup."),
                    path);
        return NULL;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        read_line(entries, lines[i]);
    }
    return g_steal_pointer(&entries);
}

static bool refused(const char *path, GError **error)
{
    int reason = errno;
    g_set_error(error, FAULT, reason == ENOSPC ? FAULT_FULL : FAULT_REFUSED,
                _("The list %s, by which nobody who was erased comes back with a "
                  "backup, cannot be written: %s. It is tried again at the next start."),
                path, g_strerror(reason));
    return false;
}

/* Appends TEXT to PATH in FOLDER, lastingly, in one write: a line is there or it is not. */
static bool append(const char *folder, const char *path, const GString *text, GError **error)
{
    if (g_mkdir_with_parents(folder, 0700) != 0) {
        return refused(path, error);
    }
    int file = g_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) {
        return refused(path, error);
    }
    gssize written = write(file, text->str, text->len);
    bool ok = written == (gssize)text->len && fsync(file) == 0;
    errno = written >= 0 && written < (gssize)text->len ? ENOSPC : errno;
    bool told = ok || refused(path, error);
    close(file);
    return told;
}

bool erased_write(Db *db, const char *folder, GError **error)
{
    g_autofree char *uid = setting_uid(db, error);
    g_autoptr(GArray) known = uid != NULL ? erased_read(folder, uid, error) : NULL;
    g_autoptr(GArray) entries = known != NULL ? erased_list(db, error) : NULL;
    if (entries == NULL) {
        return false;
    }
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < entries->len; i++) {
        const Erased *entry = &g_array_index(entries, Erased, i);
        if (!contains(known, entry)) {
            g_string_append_printf(text, "%" G_GINT64_FORMAT " %s %s\n", entry->customer_id,
                                   entry->created_at, entry->erased_at);
        }
    }
    if (text->len == 0) {
        return true;
    }
    g_autofree char *path = erased_path(folder, uid);
    /* A line that was torn off by a full disk ends here. */
    g_string_prepend(text, known->len == 0 ? FIRST_LINE : "\n");
    return append(folder, path, text, error);
}

/* ---- erasing again ---- */

/* Whether ENTRY is somebody who is there. */
static bool is_there(Db *db, const Erased *entry, bool *there, GError **error)
{
    g_autoptr(GError) fault = NULL;
    bool in_bin = false;
    Customer *customer = erase_person(db, entry->customer_id, &in_bin, &fault);
    *there = customer != NULL && strcmp(customer->head.created_at, entry->created_at) == 0;
    record_free(customer);
    if (fault != NULL && !g_error_matches(fault, FAULT, FAULT_MISSING)) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return false;
    }
    return true;
}

static bool erase_entries(Db *db, const GArray *entries, const char *now, guint *count,
                          GError **error)
{
    Who nobody = {0};
    g_strlcpy(nobody.at, now, sizeof nobody.at);
    g_autoptr(GArray) done = erased_list(db, error);
    for (guint i = 0; done != NULL && i < entries->len; i++) {
        const Erased *entry = &g_array_index(entries, Erased, i);
        bool there = false;
        if (contains(done, entry)) {
            continue;
        }
        if (!is_there(db, entry, &there, error) ||
            (there && !erase_customer(db, &nobody, entry->customer_id, error))) {
            return false;
        }
        *count += there;
    }
    return done != NULL;
}

bool erase_again(Db *db, const GArray *entries, const char *now, guint *count, GError **error)
{
    guint again = 0;
    bool ok = erase_entries(db, entries, now, &again, error) && erase_clean(db, error);
    if (count != NULL) {
        *count = again;
    }
    return ok;
}

/* What is known before anything is looked for. */
typedef struct {
    char *uid; /* as setting_uid has it or would; NULL: nothing was done in the shop yet */
    bool owed;
    gint64 erased;
} Stand;

static bool read_stand(Db *db, Stand *stand, GError **error)
{
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, stand_of_things, DB_NO_VALUES, &fault);
    if (rows != NULL && rows_next(rows, &fault)) {
        stand->uid = g_strdup(rows_text(rows, 0));
        stand->owed = rows_text(rows, 1) != NULL;
        stand->erased = rows_int(rows, 2);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return rows != NULL && fault == NULL;
}

static bool catch_up(Db *db, const Stand *stand, const char *folder, const char *now, guint *count,
                     GError **error)
{
    if (stand->uid == NULL || folder == NULL) {
        return !stand->owed || erase_clean(db, error);
    }
    g_autofree char *path = erased_path(folder, stand->uid);
    bool has_list = g_file_test(path, G_FILE_TEST_EXISTS);
    if (!has_list && stand->erased == 0 && !stand->owed) {
        return true;
    }
    g_autoptr(GArray) entries = erased_read(folder, stand->uid, error);
    return entries != NULL && erase_again(db, entries, now, count, error) &&
           erased_write(db, folder, error);
}

bool erase_catch_up(Db *db, const char *folder, const char *now, guint *count, GError **error)
{
    Stand stand = {0};
    if (count != NULL) {
        *count = 0;
    }
    if (db_is_read_only(db)) {
        return true;
    }
    bool ok = read_stand(db, &stand, error) && catch_up(db, &stand, folder, now, count, error);
    g_free(stand.uid);
    return ok;
}
