/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The owner's limits for contacts. */
#include "data/agenda/carelimits.h"

#include "data/setting.h"

static bool get(Db *db, const char *name, int otherwise, int most, int *count, GError **error)
{
    gint64 value = otherwise;
    if (!setting_get_int(db, name, otherwise, &value, error)) {
        return false;
    }
    *count = (int)CLAMP(value, 0, most);
    return true;
}

bool care_per_month(Db *db, int *count, GError **error)
{
    return get(db, SETTING_CONTACTS_PER_MONTH, CARE_PER_MONTH, CARE_PER_MONTH_MOST, count, error);
}

bool care_a_day(Db *db, int *count, GError **error)
{
    return get(db, SETTING_CONTACTS_A_DAY, CARE_A_DAY, CARE_A_DAY_MOST, count, error);
}

bool care_set_per_month(Db *db, int count, CareProgress progress, gpointer data, GError **error)
{
    if (!db_begin(db, error)) {
        return false;
    }
    if (!setting_set_int(db, SETTING_CONTACTS_PER_MONTH, count, error) ||
        !care_rebuild(db, progress, data, error)) {
        db_rollback(db);
        return false;
    }
    return db_commit(db, error);
}

bool care_set_a_day(Db *db, int count, GError **error)
{
    return setting_set_int(db, SETTING_CONTACTS_A_DAY, count, error);
}
