/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shop says about itself. */
#include "data/shopself.h"

#include "data/branch.h"
#include "data/clerk.h"
#include "data/setting.h"

void shop_self_free(ShopSelf *self)
{
    if (self != NULL) {
        g_free(self->name);
        g_clear_pointer(&self->clerks, g_ptr_array_unref);
        g_clear_pointer(&self->branches, g_ptr_array_unref);
        g_free(self);
    }
}

ShopSelf *shop_self_load(Db *db, GError **error)
{
    g_autoptr(ShopSelf) self = g_new0(ShopSelf, 1);
    gint64 minutes = IDLE_MINUTES;
    if (!setting_get(db, SETTING_SHOP_NAME, "", &self->name, error) ||
        !setting_get_int(db, SETTING_IDLE_MINUTES, IDLE_MINUTES, &minutes, error)) {
        return NULL;
    }
    self->idle_minutes = (guint)CLAMP(minutes, 0, IDLE_MINUTES_MOST);
    self->clerks =
        record_list(db, &clerk_type, "WHERE active = 1 ORDER BY id", DB_NO_VALUES, error);
    if (self->clerks == NULL) {
        return NULL;
    }
    self->branches = branch_list(db, NULL, error);
    return self->branches != NULL ? g_steal_pointer(&self) : NULL;
}
