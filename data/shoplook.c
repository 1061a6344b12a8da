/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands at a place where a shop may be. */
#include "data/shoplook.h"

#include "data/base/fault.h"
#include "data/customer/customer.h"
#include "data/db/migrate.h"
#include "data/db/rights.h"
#include "data/setting.h"
#include "data/shop.h"

static const char may_write[] =
    "SELECT CASE WHEN has_table_privilege('customer', 'INSERT') AND "
    "has_table_privilege('customer', 'UPDATE') AND has_table_privilege('deed', 'INSERT') "
    "THEN 1 ELSE 0 END";

void shop_look_free(gpointer data)
{
    ShopLook *look = data;
    if (look != NULL) {
        g_free(look->place);
        g_free(look->name);
        g_free(look->moved_to);
        g_free(look->obstacle);
        g_free(look);
    }
}

/* Whether the role may write; a file says that itself. */
static bool look_at_rights(Db *db, ShopLook *look, GError **error)
{
    gint64 writable = 1;
    bool ok = db_engine(db) == DB_SQLITE ||
              db_get_int(db, may_write, DB_NO_VALUES, &writable, NULL, error);
    look->read_only = db_is_read_only(db) || writable == 0;
    return ok;
}

/* What is in the way of changing the schema from VERSION to the newest. */
static void look_at_schema(Db *db, int version, ShopLook *look)
{
    g_autoptr(GError) obstacle = NULL;
    if (version < migrate_newest() && !rights_admit_change(db, version, &obstacle)) {
        look->obstacle = g_strdup(obstacle->message);
    }
}

static bool look_at_shop(Db *db, ShopLook *look, GError **error)
{
    int version = migrate_version(db, error);
    look->kind = version < migrate_newest() ? LOOK_OLDER : LOOK_SHOP;
    look->place = g_strdup(db_where(db));
    if (version < 0 || !look_at_rights(db, look, error)) {
        return false;
    }
    look_at_schema(db, version, look);
    /* An earlier version may count customers in another way. */
    if (!customer_count(db, &look->customers, NULL)) {
        look->customers = -1;
    }
    return setting_get(db, SETTING_SHOP_NAME, "", &look->name, error) &&
           setting_get(db, SETTING_MOVED_TO, NULL, &look->moved_to, error);
}

static ShopLook *look_new(const char *place)
{
    ShopLook *look = g_new0(ShopLook, 1);
    look->kind = LOOK_EMPTY;
    look->place = g_strdup(place);
    look->name = g_strdup("");
    return look;
}

/* There is a database, but no shop in it. */
static ShopLook *look_at_empty(const char *where, GError **error)
{
    g_autoptr(Db) db = db_open(where, DB_BUILD, error);
    if (db == NULL) {
        return NULL;
    }
    ShopLook *look = look_new(db_where(db));
    look_at_schema(db, 0, look);
    return look;
}

ShopLook *shop_look(const char *where, GError **error)
{
    if (!shop_exists(where)) {
        return look_new(where);
    }
    g_autoptr(GError) fault = NULL;
    g_autoptr(Db) db = db_open(where, DB_READ_WRITE, &fault);
    if (db != NULL) {
        g_autoptr(ShopLook) look = g_new0(ShopLook, 1);
        return look_at_shop(db, look, error) ? g_steal_pointer(&look) : NULL;
    }
    if (db_is_server(where) && g_error_matches(fault, FAULT, FAULT_NO_SHOP)) {
        return look_at_empty(where, error);
    }
    g_propagate_error(error, g_steal_pointer(&fault));
    return NULL;
}
