/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a shop says anything new. */
#include "data/shopstate.h"

/* All that people know is written in deeds, taking back too; the rest are a few settings. */
static const char last_deed[] = "SELECT max(id) FROM deed";
static const char all_settings[] = "SELECT name, value FROM setting ORDER BY name";

char *shop_state(Db *db, GError **error)
{
    gint64 deed = 0;
    if (!db_get_int(db, last_deed, DB_NO_VALUES, &deed, NULL, error)) {
        return NULL;
    }
    g_autoptr(GString) state = g_string_new(NULL);
    g_string_append_printf(state, "%" G_GINT64_FORMAT, deed);
    g_autoptr(GError) fault = NULL;
    g_autoptr(Rows) rows = db_query(db, all_settings, DB_NO_VALUES, &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        g_string_append_printf(state, "\n%s=%s", rows_text(rows, 0), rows_text(rows, 1));
    }
    if (fault != NULL) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return NULL;
    }
    return g_string_free(g_steal_pointer(&state), FALSE);
}
