/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop: made, opened and brought up to date. */
#include "data/shop.h"

#include "data/agenda/rule.h"
#include "data/backup/take.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/customer/country.h"
#include "data/customer/factkind.h"
#include "data/db/migrate.h"
#include "data/db/seal.h"
#include "data/diary/complaintcause.h"
#include "data/diary/lossreason.h"
#include "data/erase/erase.h"
#include "data/lookup/index.h"
#include "data/setting.h"
#include "data/shopfile.h"

#include <errno.h>
#include <glib/gstdio.h>

bool shop_exists(const char *where)
{
    return db_is_server(where) || shopfile_exists(where);
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
    return fact_kind_add_builtin(deed, error) &&
           wordlist_add_builtin(deed, &complaint_causes, error) &&
           wordlist_add_builtin(deed, &loss_reasons, error) && rule_add_builtin(deed, error) &&
           (plan == NULL || add_people(deed, plan, error)) && deed_commit(deed, NULL, error);
}

/* What an upgrade or a move leaves for later. */
static bool complete(Db *db, IndexProgress progress, gpointer data, GError **error)
{
    return seal_complete(db, progress, data, error) && index_complete(db, progress, data, error);
}

/* All steps or none: the shop is of the one version or of the other, with what belongs to it. */
static bool upgrade(Db *db, const char *now, GError **error)
{
    if (!db_begin(db, error)) {
        return false;
    }
    if (migrate_run(db, now, error) && furnish(db, NULL, now, error)) {
        return db_commit(db, error);
    }
    db_rollback(db);
    return false;
}

static bool bring_up_to_date(Shop *shop, const char *backup_folder, const char *now,
                             IndexProgress progress, gpointer data, GError **error)
{
    int version = migrate_version(shop->db, error);
    if (version < 0) {
        return false;
    }
    if (version == migrate_newest()) {
        /* An upgrade may have been broken off in its last step. */
        return db_is_read_only(shop->db) || complete(shop->db, progress, data, error);
    }
    if (db_is_read_only(shop->db)) {
        g_set_error(error, FAULT, FAULT_READ_ONLY,
                    _("The shop %s is from an earlier version and has to be brought up to date, "
                      "but it can only be read. "
                      "Give yourself the right to write to it and start again."),
                    db_where_told(shop->db));
        return false;
    }
    const BackupPlace place = {.folder = backup_folder};
    return backup_take(shop->db, &place, BACKUP_UPGRADE, now, NULL, NULL, NULL, error) &&
           upgrade(shop->db, now, error) && complete(shop->db, progress, data, error);
}

/* Nobody who was erased comes back with an older backup. What cannot be done now is tried again at
 * the next start: nobody is kept from the shop by it. */
static void erase_late(Shop *shop, const char *backup_folder, const char *now)
{
    g_autoptr(GError) fault = NULL;
    if (!erase_catch_up(shop->db, backup_folder, now, NULL, &fault)) {
        g_debug("%s", fault->message);
    }
}

Shop *shop_open(const char *where, DbMode mode, const char *backup_folder, const char *now,
                GError **error)
{
    return shop_open_watched(where, mode, backup_folder, now, NULL, NULL, error);
}

Shop *shop_open_watched(const char *where, DbMode mode, const char *backup_folder, const char *now,
                        IndexProgress progress, gpointer data, GError **error)
{
    g_autoptr(Shop) shop = g_new0(Shop, 1);
    shop->db = db_open(where, mode, error);
    if (shop->db == NULL) {
        return NULL;
    }
    shop->where = g_strdup(db_where(shop->db));
    if (!bring_up_to_date(shop, backup_folder, now, progress, data, error) ||
        !setting_get(shop->db, SETTING_SHOP_NAME, "", &shop->name, error)) {
        return NULL;
    }
    erase_late(shop, backup_folder, now);
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

bool shop_rename(Shop *shop, const char *name, GError **error)
{
    if (!setting_set(shop->db, SETTING_SHOP_NAME, name, error)) {
        return false;
    }
    g_free(shop->name);
    shop->name = g_strdup(name);
    return true;
}

ShopPlan shop_plan(const char *name)
{
    return (ShopPlan){.name = name, .country_code = COUNTRY_USUAL, .currency = "EUR"};
}

/* Another counter may be making the shop on its server just now: whoever comes second waits behind
 * the first step of the schema, and finds its name. */
static bool is_made(Db *db, bool *made, GError **error)
{
    g_autofree char *name = NULL;
    bool ok = setting_get(db, SETTING_SHOP_NAME, NULL, &name, error);
    *made = name != NULL;
    return ok;
}

static bool fill(Db *db, const ShopPlan *plan, const char *now, GError **error)
{
    bool made = false;
    if (!migrate_run(db, now, error) || !is_made(db, &made, error)) {
        return false;
    }
    if (made) {
        g_set_error(error, FAULT, FAULT_TAKEN,
                    _("There is a shop at %s already. Open it, or choose another place."),
                    db_where_told(db));
        return false;
    }
    return setting_set(db, SETTING_SHOP_NAME, plan->name, error) &&
           setting_set(db, SETTING_COUNTRY_CODE, plan->country_code, error) &&
           setting_set(db, SETTING_CURRENCY, plan->currency, error) &&
           furnish(db, plan, now, error);
}

/* All of it or nothing: a server has it whole, and a file is synced once. */
static bool fill_whole(Db *db, const ShopPlan *plan, const char *now, GError **error)
{
    if (!db_begin(db, error)) {
        return false;
    }
    if (fill(db, plan, now, error)) {
        return db_commit(db, error);
    }
    db_rollback(db);
    return false;
}

bool shop_build(const char *path, const ShopPlan *plan, const char *now, GError **error)
{
    Db *db = db_open(path, DB_BUILD, error);
    if (db == NULL) {
        return false;
    }
    bool ok = fill_whole(db, plan, now, error);
    db_close(db);
    if (!ok) {
        g_unlink(path);
    }
    return ok;
}

static bool create_on_server(const char *where, const ShopPlan *plan, const char *now,
                             GError **error)
{
    g_autoptr(Db) db = db_open(where, DB_BUILD, error);
    return db != NULL && fill_whole(db, plan, now, error);
}

bool shop_create(const char *path, const ShopPlan *plan, const char *now, GError **error)
{
    if (db_is_server(path)) {
        return create_on_server(path, plan, now, error);
    }
    if (shop_exists(path)) {
        g_set_error(error, FAULT, FAULT_TAKEN,
                    _("There is already something at %s. It was left as it is."), path);
        return false;
    }
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0700) != 0) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("The folder %s cannot be made: %s. Choose another place with --shop."),
                    folder, g_strerror(errno));
        return false;
    }
    g_autofree char *beside = shopfile_beside(path);
    if (!shop_build(beside, plan, now, error)) {
        return false;
    }
    if (!shopfile_put(beside, path, error)) {
        g_unlink(beside);
        return false;
    }
    return true;
}
