/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a day that comes round each year out of the shop's memory. */
#include "data/agenda/forget.h"

#include "data/agenda/greeting.h"
#include "data/agenda/occasion.h"

bool occasion_forget(Deed *deed, gint64 occasion_id, GError **error)
{
    g_autoptr(GPtrArray) ticks =
        record_list(deed_db(deed), &greeting_type, "WHERE occasion_id = $1 ORDER BY id",
                    DB_VALUES(db_int(occasion_id)), error);
    if (ticks == NULL) {
        return false;
    }
    for (guint i = 0; i < ticks->len; i++) {
        const Greeting *tick = g_ptr_array_index(ticks, i);
        if (!record_remove(deed, &greeting_type, tick->head.id, error)) {
            return false;
        }
    }
    return record_remove(deed, &occasion_type, occasion_id, error);
}
