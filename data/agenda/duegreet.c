/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ticking yearly days as greeted. */
#include "data/agenda/due.h"
#include "data/agenda/greeting.h"

static GPtrArray *greetings(Db *db, gint64 occasion_id, int year, GError **error)
{
    return record_list(db, &greeting_type, "WHERE occasion_id = $1 AND year = $2",
                       DB_VALUES(db_int(occasion_id), db_int(year)), error);
}

static bool add(Deed *deed, gint64 occasion_id, int year, const char *how, const char *words,
                GError **error)
{
    Occasion *occasion = record_load(deed_db(deed), &occasion_type, occasion_id, error);
    if (occasion == NULL) {
        return false;
    }
    Greeting *greeting = record_new(&greeting_type);
    greeting->customer_id = occasion->customer_id;
    greeting->occasion_id = occasion_id;
    greeting->year = year;
    record_set_text(&greeting->how, how);
    record_set_text(&greeting->words, words);
    bool ok = record_insert(deed, greeting, error);
    record_free(greeting);
    record_free(occasion);
    return ok;
}

bool due_greet(Deed *deed, gint64 occasion_id, int year, const char *how, GError **error)
{
    g_autoptr(GPtrArray) there = greetings(deed_db(deed), occasion_id, year, error);
    if (there == NULL || there->len > 0) {
        return there != NULL;
    }
    return add(deed, occasion_id, year, how, NULL, error);
}

bool due_greet_as(Deed *deed, gint64 occasion_id, int year, const char *how, const char *words,
                  GError **error)
{
    g_autoptr(GPtrArray) there = greetings(deed_db(deed), occasion_id, year, error);
    if (there == NULL || there->len == 0) {
        return there != NULL && add(deed, occasion_id, year, how, words, error);
    }
    Greeting *greeting = g_ptr_array_index(there, 0);
    record_set_text(&greeting->how, how);
    record_set_text(&greeting->words, words);
    return record_update(deed, greeting, error);
}

bool due_ungreet(Deed *deed, gint64 occasion_id, int year, GError **error)
{
    g_autoptr(GPtrArray) there = greetings(deed_db(deed), occasion_id, year, error);
    for (guint i = 0; there != NULL && i < there->len; i++) {
        if (!record_remove(deed, &greeting_type, ((Greeting *)g_ptr_array_index(there, i))->head.id,
                           error)) {
            return false;
        }
    }
    return there != NULL;
}
