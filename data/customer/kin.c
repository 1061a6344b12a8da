/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person who belongs to a customer together with the days of that person. */
#include "data/customer/kin.h"

#include "data/agenda/forget.h"
#include "data/agenda/occasion.h"

static bool save_day(Deed *deed, const Relation *relation, Occasion *day, GError **error)
{
    if (day_is_none(occasion_day(day))) {
        return day->head.id == 0 || occasion_forget(deed, day->head.id, error);
    }
    day->customer_id = relation->customer_id;
    day->relation_id = relation->head.id;
    return day->head.id == 0 ? record_insert(deed, day, error) : record_update(deed, day, error);
}

bool kin_save(Deed *deed, Relation *relation, const GPtrArray *days, GError **error)
{
    bool ok = relation->head.id == 0 ? record_insert(deed, relation, error)
                                     : record_update(deed, relation, error);
    for (guint i = 0; ok && i < days->len; i++) {
        ok = save_day(deed, relation, g_ptr_array_index(days, i), error);
    }
    return ok;
}

bool kin_remove(Deed *deed, gint64 relation_id, GError **error)
{
    g_autoptr(GPtrArray) days =
        record_list(deed_db(deed), &occasion_type, "WHERE relation_id = $1 ORDER BY id",
                    DB_VALUES(db_int(relation_id)), error);
    if (days == NULL) {
        return false;
    }
    for (guint i = 0; i < days->len; i++) {
        const Occasion *day = g_ptr_array_index(days, i);
        if (!occasion_forget(deed, day->head.id, error)) {
            return false;
        }
    }
    return record_remove(deed, &relation_type, relation_id, error);
}
