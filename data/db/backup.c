/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups: copied by SQLite, then proved. */
#include "data/db/backup.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/backup_file.h"
#include "data/db/check.h"
#include "data/db/db_private.h"
#include "data/db/sqlite_file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

static const char SUFFIX[] = ".tresen";

/* Whether the file at PATH opens as a shop in which nothing is wrong. */
static bool prove(const char *path, GError **error)
{
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Db) db = db_open(path, DB_READ_ONLY, error);

    if (db == NULL || !check_database(db, findings, error)) {
        return false;
    }
    if (findings->len == 0) {
        return true;
    }
    g_set_error(error, FAULT, FAULT_DAMAGED, _("The backup %s is not whole and was not kept: %s"),
                path, (const char *)g_ptr_array_index(findings, 0));
    return false;
}

static bool copy_and_place(Db *db, int file, const char *aside, const char *target, GError **error)
{
    if (!sqlite_copy(db->link, aside, error) || !prove(aside, error)) {
        return false;
    }
    g_autofree char *hash = backup_file_hash(aside, error);
    return hash != NULL && backup_file_place(file, aside, target, hash, error);
}

bool backup_make(Db *db, const char *target, GError **error)
{
    if (db_engine(db) != DB_SQLITE) {
        return true;
    }
    if (db_in_transaction(db)) {
        g_set_error_literal(error, FAULT, FAULT_INTERNAL,
                            _("A backup cannot be made in the middle of a change. Please report "
                              "this as a defect."));
        return false;
    }

    g_autofree char *aside = g_strconcat(target, ".tmp", NULL);
    int file = backup_file_create(aside, error);
    if (file < 0) {
        return false;
    }
    bool made = copy_and_place(db, file, aside, target, error);
    backup_file_discard(file, aside);
    return made;
}

bool backup_verify(const char *target, GError **error)
{
    g_autofree char *hash = backup_file_hash(target, error);

    return hash != NULL && backup_file_matches(target, hash, error) && prove(target, error);
}

/* "/data/emma.tresen" is "emma". */
static char *shop_name(const Db *db)
{
    char *name = g_path_get_basename(db_where(db));

    if (g_str_has_suffix(name, SUFFIX) && strlen(name) > strlen(SUFFIX)) {
        name[strlen(name) - strlen(SUFFIX)] = '\0';
    }
    return name;
}

/* NOW without what file names on other systems do not bear: 20260301T080000Z. */
static char *compact(const char *now)
{
    GString *text = g_string_new(NULL);

    for (; *now != '\0'; now++) {
        if (g_ascii_isalnum(*now)) {
            g_string_append_c(text, *now);
        }
    }
    return g_string_free(text, FALSE);
}

/* A path in FOLDER where nothing is yet. */
static char *free_path(const Db *db, const char *folder, int version, const char *now)
{
    g_autofree char *shop = shop_name(db);
    g_autofree char *instant = compact(now);
    char *path = NULL;

    for (int number = 1; path == NULL || g_file_test(path, G_FILE_TEST_EXISTS); number++) {
        g_autofree char *again = number > 1 ? g_strdup_printf("-%d", number) : g_strdup("");
        g_autofree char *name =
            g_strdup_printf("%s-v%d-%s%s%s", shop, version, instant, again, SUFFIX);
        g_free(path);
        path = g_build_filename(folder, name, NULL);
    }
    return path;
}

bool backup_before_upgrade(Db *db, const char *folder, int version, const char *now, char **path,
                           GError **error)
{
    if (path != NULL) {
        *path = NULL;
    }
    if (db_engine(db) != DB_SQLITE) {
        return true;
    }
    if (g_mkdir_with_parents(folder, 0700) != 0) {
        g_set_error(error, FAULT, FAULT_READ_ONLY,
                    _("The folder for backups, %s, cannot be made (%s). The shop was not changed; "
                      "make that folder first."),
                    folder, g_strerror(errno));
        return false;
    }

    g_autofree char *target = free_path(db, folder, version, now);
    if (!backup_make(db, target, error) || !backup_verify(target, error)) {
        return false;
    }
    if (path != NULL) {
        *path = g_steal_pointer(&target);
    }
    return true;
}
