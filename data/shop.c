/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop: made, opened and brought up to date. */
#include "data/shop.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/customer/factkind.h"
#include "data/db/backup.h"
#include "data/db/migrate.h"
#include "data/setting.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

bool shop_exists(const char *where)
{
    struct stat info;
    return db_is_server(where) || lstat(where, &info) == 0;
}

static bool add_people(Deed *deed, const ShopPlan *plan, GError **error)
{
    bool ok = true;
    if (plan->branch != NULL && *plan->branch != '\0') {
        Branch *branch = record_new(&branch_type);
        record_set_text(&branch->name, plan->branch);
        ok = record_insert(deed, branch, error);
        record_free(branch);
    }
    if (ok && plan->clerk != NULL && *plan->clerk != '\0') {
        Clerk *clerk = record_new(&clerk_type);
        record_set_text(&clerk->name, plan->clerk);
        clerk->active = 1;
        ok = record_insert(deed, clerk, error);
        record_free(clerk);
    }
    return ok;
}

/* What the program brings, and, for a new shop, the PLAN's branch and clerk. */
static bool furnish(Db *db, const ShopPlan *plan, const char *now, GError **error)
{
    Who nobody = {0};
    g_strlcpy(nobody.at, now, sizeof nobody.at);
    g_autoptr(Deed) deed = deed_begin(db, &nobody, N_("opening the shop"), error);
    if (deed == NULL) {
        return false;
    }
    deed_make_lasting(deed);
    return fact_kind_add_builtin(deed, error) && (plan == NULL || add_people(deed, plan, error)) &&
           deed_commit(deed, NULL, error);
}

static bool bring_up_to_date(Shop *shop, const char *backup_folder, const char *now, GError **error)
{
    int version = migrate_version(shop->db, error);
    if (version < 0 || version == migrate_newest()) {
        return version >= 0;
    }
    if (db_is_read_only(shop->db)) {
        g_set_error(error, FAULT, FAULT_READ_ONLY,
                    _("The shop %s is from an earlier version and has to be brought up to date, but it can only be read. "
                      "Give yourself the right to write to it and start again."),
                    shop->where);
        return false;
    }
    return backup_before_upgrade(shop->db, backup_folder, version, now, NULL, error) && migrate_run(shop->db, now, error) &&
           furnish(shop->db, NULL, now, error);
}

Shop *shop_open(const char *where, DbMode mode, const char *backup_folder, const char *now, GError **error)
{
    g_autoptr(Shop) shop = g_new0(Shop, 1);
    shop->db = db_open(where, mode, error);
    if (shop->db == NULL) {
        return NULL;
    }
    shop->where = g_strdup(db_where(shop->db));
    if (!bring_up_to_date(shop, backup_folder, now, error) ||
        !setting_get(shop->db, SETTING_SHOP_NAME, "", &shop->name, error)) {
        return NULL;
    }
    return g_steal_pointer(&shop);
}

void shop_close(Shop *shop)
{
    if (shop != NULL) {
        db_close(shop->db);
        g_free(shop->where);
        g_free(shop->name);
        g_free(shop);
    }
}

static bool fill(Db *db, const ShopPlan *plan, const char *now, GError **error)
{
    return migrate_run(db, now, error) && setting_set(db, SETTING_SHOP_NAME, plan->name, error) &&
           setting_set(db, SETTING_COUNTRY_CODE, plan->country_code, error) &&
           setting_set(db, SETTING_CURRENCY, plan->currency, error) && furnish(db, plan, now, error);
}

/* So that the new name outlives a power cut. Where the file system cannot do it, it was not promised either. */
static void sync_folder(const char *folder)
{
    int handle = g_open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    if (handle >= 0) {
        (void)fsync(handle);
        close(handle);
    }
}

/* RENAME_NOREPLACE: whoever made a shop there in the meantime keeps theirs. */
static bool move_into_place(const char *from, const char *path, GError **error)
{
    if (renameat2(AT_FDCWD, from, AT_FDCWD, path, RENAME_NOREPLACE) == 0) {
        return true;
    }
    /* Some file systems cannot do that; a hard link does not replace anything either. */
    if ((errno == EINVAL || errno == ENOSYS) && link(from, path) == 0) {
        g_unlink(from);
        return true;
    }
    if (errno == EEXIST) {
        g_set_error(error, FAULT, FAULT_TAKEN, _("There is already something at %s. It was left as it is."), path);
    } else {
        g_set_error(error, FAULT, FAULT_REFUSED, _("The new shop could not be put at %s: %s. Choose another place with --shop."),
                    path, g_strerror(errno));
    }
    return false;
}

bool shop_create(const char *path, const ShopPlan *plan, const char *now, GError **error)
{
    if (shop_exists(path)) {
        g_set_error(error, FAULT, FAULT_TAKEN, _("There is already something at %s. It was left as it is."), path);
        return false;
    }
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0700) != 0) {
        g_set_error(error, FAULT, FAULT_REFUSED, _("The folder %s cannot be made: %s. Choose another place with --shop."), folder,
                    g_strerror(errno));
        return false;
    }
    /* A name of its own each time: what a killed program left lying there is in nobody's way. */
    g_autofree char *beside = g_strdup_printf("%s.new-%08x", path, g_random_int());
    Db *db = db_open(beside, DB_BUILD, error);
    if (db == NULL) {
        return false;
    }
    bool ok = fill(db, plan, now, error);
    db_close(db);
    ok = ok && move_into_place(beside, path, error);
    if (ok) {
        sync_folder(folder);
    } else {
        g_unlink(beside);
    }
    return ok;
}
