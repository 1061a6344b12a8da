/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking what has come due, on the worker. */
#include "tui/alarmlook.h"

#include "tui/alarm.h"

#include <string.h>

GHashTable *alarm_told_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static char *morning_key(Day day)
{
    g_autofree char *text = day_to_text(day);
    return g_strconcat("morning ", text, NULL);
}

void alarm_told_morning(GHashTable *told, Day day)
{
    g_hash_table_add(told, morning_key(day));
}

void alarm_ask_free(AlarmAsk *ask)
{
    g_free(ask->where);
    g_hash_table_unref(ask->told);
    g_free(ask);
}

void alarm_news_free(gpointer data)
{
    AlarmNews *news = data;
    if (news != NULL) {
        g_clear_pointer(&news->due, g_ptr_array_unref);
        g_clear_pointer(&news->morning, g_ptr_array_unref);
        g_free(news);
    }
}

/* Leaves in LIST what was not told yet. */
static void drop_told(GHashTable *told, GPtrArray *list)
{
    for (guint i = 0; i < list->len;) {
        const Notice *notice = g_ptr_array_index(list, i);
        if (g_hash_table_add(told, g_strdup_printf("%s %s", notice->id, notice->moment))) {
            i++;
        } else {
            g_ptr_array_remove_index(list, i);
        }
    }
}

static bool wants_morning(const AlarmAsk *ask)
{
    g_autofree char *key = morning_key(ask->now.day);
    return ask->wants_morning ||
           (ask->now.minute >= ALARM_MORNING && !g_hash_table_contains(ask->told, key));
}

static bool look(Db *db, const AlarmAsk *ask, AlarmNews *news, GError **error)
{
    gint64 more = 0;
    if (moment_compare(ask->after, ask->now) < 0) {
        news->due = notice_list_due(db, ask->after, ask->now, ask->branch_id, error);
    } else {
        news->due = g_ptr_array_new();
    }
    if (news->due != NULL && wants_morning(ask)) {
        news->morning = notice_list_day(db, ask->now, ask->branch_id, &more, error);
    } else if (news->due != NULL) {
        news->morning = g_ptr_array_new();
    }
    if (news->morning == NULL) {
        return false;
    }
    drop_told(ask->told, news->due);
    notice_gather(news->due, 0, false);
    notice_gather(news->morning, more, true);
    if (wants_morning(ask)) {
        alarm_told_morning(ask->told, ask->now.day);
    }
    return true;
}

AlarmNews *alarm_look(Shop *shop, const AlarmAsk *ask, GError **error)
{
    AlarmNews *news = g_new0(AlarmNews, 1);
    if (shop == NULL || strcmp(shop->where, ask->where) != 0) {
        news->due = g_ptr_array_new();
        news->morning = g_ptr_array_new();
        return news;
    }
    if (!look(shop->db, ask, news, error)) {
        g_clear_pointer(&news, alarm_news_free);
    }
    return news;
}
