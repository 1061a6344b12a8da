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

bool backup_is_whole(const char *path, const char *called, GError **error)
{
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Db) db = db_open(path, DB_READ_ONLY, error);

    if (db == NULL || !check_database(db, findings, error)) {
        return false;
    }
    if (findings->len == 0) {
        return true;
    }
    g_set_error(error, FAULT, FAULT_DAMAGED, _("The backup %s is not whole: %s"), called,
                (const char *)g_ptr_array_index(findings, 0));
    return false;
}

static bool copy_and_place(Db *db, int file, const char *aside, const char *target, GError **error)
{
    if (!sqlite_copy(db->link, aside, error) || !backup_is_whole(aside, target, error)) {
        return false;
    }
    g_autofree char *hash = backup_file_hash(aside, error);
    return hash != NULL && backup_file_place(file, aside, target, hash, error);
}

bool backup_may_begin(Db *db, GError **error)
{
    if (db_in_transaction(db)) {
        g_set_error_literal(error, FAULT, FAULT_INTERNAL,
                            _("A backup cannot be made in the middle of a change. Please report "
                              "this as a defect."));
        return false;
    }
    return true;
}

bool backup_make(Db *db, const char *target, GError **error)
{
    if (!backup_may_begin(db, error)) {
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

    return hash != NULL && backup_file_matches(target, hash, error) &&
           backup_is_whole(target, target, error);
}
