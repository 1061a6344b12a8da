/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What forms ask of the shop when somebody else was quicker. */
#include "tui/screens/rejoinwork.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/bin.h"
#include "data/clerk.h"
#include "data/db/removed.h"
#include "data/shop.h"

void rejoin_news_free(gpointer data)
{
    RejoinNews *news = data;
    g_free(news->clerk);
    g_free(news);
}

/* The name of a clerk, who may have left; NULL when there is none. */
static char *name_of(Db *db, gint64 clerk_id)
{
    Clerk *clerk = clerk_id != 0 ? record_load(db, &clerk_type, clerk_id, NULL) : NULL;
    char *name = clerk != NULL ? g_strdup(clerk->name) : NULL;
    record_free(clerk);
    return name;
}

gpointer rejoin_changed_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    (void)error;
    const RejoinChange *change = arg;
    RejoinNews *news = g_new0(RejoinNews, 1);
    news->clerk = name_of(shop->db, change->clerk_id);
    g_strlcpy(news->at, change->at, sizeof news->at);
    return news;
}

gpointer rejoin_removed_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const RejoinRow *row = arg;
    g_autoptr(GError) fault = NULL;
    Removal removal = {0};
    gpointer record = record_load(shop->db, row->type, row->id, &fault);
    if (record == NULL && !g_error_matches(fault, FAULT, FAULT_MISSING)) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return NULL;
    }
    if (!removed_by(shop->db, row->type, row->id, &removal, error)) {
        record_free(record);
        return NULL;
    }
    RejoinNews *news = g_new0(RejoinNews, 1);
    news->is_there = record != NULL;
    news->deed_id = removal.deed_id;
    news->clerk = name_of(shop->db, removal.clerk_id);
    g_strlcpy(news->at, removal.at, sizeof news->at);
    record_free(record);
    return news;
}

gpointer rejoin_return_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const RejoinReturn *order = arg;
    gint64 id = 0;
    return bin_restore(shop->db, &order->who, order->deed_id, &id, error)
               ? g_memdup2(&id, sizeof id)
               : NULL;
}

static bool has(const GPtrArray *records, gint64 id)
{
    for (guint i = 0; i < records->len; i++) {
        if (((const RecordHead *)g_ptr_array_index(records, i))->id == id) {
            return true;
        }
    }
    return false;
}

bool rejoin_both_add(const GPtrArray *mine, const GPtrArray *now)
{
    bool is_news = false;
    for (guint i = 0; i < now->len; i++) {
        is_news = is_news || !has(mine, ((const RecordHead *)g_ptr_array_index(now, i))->id);
    }
    return is_news && has(mine, 0);
}

bool rejoin_refuse(GError **error)
{
    g_set_error_literal(
        error, FAULT, FAULT_CONFLICT,
        _("Somebody else changed this in the meantime. Look at it again before you save."));
    return false;
}
