/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the home screen shows, asked of the shop. */
#include "tui/screens/homemodel.h"

#include "data/base/i18n.h"
#include "tui/screens/homedrafts.h"
#include "tui/screens/homerows.h"

static bool known_load(Shop *shop, HomeKnown *known, GError **error)
{
    known->is_asked = due_leap_rule(shop->db, &known->leap_rule, error) &&
                      tally_get(shop->db, &shop->tally, &known->customers, error);
    return known->is_asked;
}

HomeAsk *home_ask_new(const char *query, Moment now)
{
    HomeAsk *ask = g_new0(HomeAsk, 1);
    ask->query = g_strstrip(g_strdup(query));
    ask->today = now.day;
    ask->todo.today = now.day;
    ask->todo.minute = now.minute;
    return ask;
}

void home_ask_free(gpointer data)
{
    HomeAsk *ask = data;
    g_free(ask->query);
    vocabulary_unref(ask->vocabulary);
    g_free(ask->counter);
    g_free(ask->runs_folder);
    g_free(ask);
}

void home_model_free(gpointer data)
{
    HomeModel *model = data;
    if (model == NULL) {
        return;
    }
    g_ptr_array_unref(model->rows);
    g_clear_pointer(&model->drafts, g_ptr_array_unref);
    g_clear_pointer(&model->due, today_free);
    g_clear_pointer(&model->todo, todo_free);
    g_clear_pointer(&model->found, found_free);
    g_clear_pointer(&model->self, shop_self_free);
    g_free(model->query);
    g_free(model);
}

gint64 home_row_customer(const HomeRow *row)
{
    if (row->due != NULL) {
        return row->due->customer->head.id;
    }
    if (row->task != NULL) {
        return row->task->customer != NULL ? row->task->customer->head.id : 0;
    }
    return row->match != NULL ? row->match->customer_id : 0;
}

bool home_model_has_more(const HomeModel *model)
{
    const Found *found = model->found;
    return found != NULL && found->matches->len < HOME_MOST_MATCHES &&
           (found->is_more || found->total > found->matches->len);
}

bool home_model_is_alike(const HomeModel *model)
{
    return model->found != NULL && model->found->matches->len > 0 && model->found->alike_from == 0;
}

static bool load_matches(Shop *shop, const HomeAsk *ask, HomeModel *model, GError **error)
{
    guint limit = MIN(ask->limit, HOME_MOST_MATCHES);
    model->known = ask->known;
    if (!model->known.is_asked && !known_load(shop, &model->known, error)) {
        return false;
    }
    model->found = lookup_find(shop->db, ask->vocabulary, model->query, limit, error);
    if (model->found == NULL || !found_add_contacts(shop->db, model->found, ask->is_wide, error)) {
        return false;
    }
    model->customers = model->known.customers;
    /* What is known may be from before they were counted. */
    return (model->customers >= 0 || tally_get(shop->db, &shop->tally, &model->customers, error)) &&
           home_rows_of_matches(shop->db, model, ask->vocabulary, error);
}

static bool load_today(Shop *shop, const HomeAsk *ask, HomeModel *model, GError **error)
{
    Db *db = shop->db;
    model->self = shop_self_load(db, error);
    model->due = model->self != NULL ? today_load(db, model->today, TODAY_MOST, error) : NULL;
    model->todo = model->due != NULL ? todo_load(db, &ask->todo, error) : NULL;
    if (model->todo == NULL || !gestures_load(db, &model->gestures, error) ||
        !home_drafts_load(db, ask, model, error) ||
        !tally_get(db, &shop->tally, &model->customers, error)) {
        return false;
    }
    model->has_customers = model->due->has_customers;
    home_rows_of_today(model);
    return true;
}

gpointer home_model_load(Shop *shop, gconstpointer data, GError **error)
{
    const HomeAsk *ask = data;
    HomeModel *model = g_new0(HomeModel, 1);
    model->query = g_strdup(ask->query);
    model->today = ask->today;
    model->minute = ask->todo.minute;
    model->rows = home_rows_new();
    bool ok = true;
    if (shop != NULL && db_read_begin(shop->db, error)) {
        bool is_empty = model->query[0] == '\0';
        ok =
            (!ask->count || shop->tally.is_counted || tally_count(shop->db, &shop->tally, error)) &&
            (is_empty ? load_today(shop, ask, model, error)
                      : load_matches(shop, ask, model, error));
        db_read_end(shop->db);
    } else {
        ok = shop == NULL;
    }
    if (!ok) {
        home_model_free(model);
        return NULL;
    }
    return model;
}
