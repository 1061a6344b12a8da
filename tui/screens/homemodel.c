/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the home screen shows, asked of the shop. */
#include "tui/screens/homemodel.h"

#include "data/base/i18n.h"
#include "data/customer/factkind.h"
#include "data/lookup/words.h"
#include "data/setting.h"
#include "tui/screens/homedrafts.h"
#include "tui/screens/homerows.h"

/* How many matches are listed: more than anybody reads. */
enum { MOST_MATCHES = 50 };

HomeAsk *home_ask_new(const char *query, Day today)
{
    HomeAsk *ask = g_new0(HomeAsk, 1);
    ask->query = g_strstrip(g_strdup(query));
    ask->today = today;
    return ask;
}

void home_ask_free(gpointer data)
{
    HomeAsk *ask = data;
    g_free(ask->query);
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
    g_clear_pointer(&model->kinds, g_ptr_array_unref);
    g_clear_pointer(&model->drafts, g_ptr_array_unref);
    g_clear_pointer(&model->due, today_free);
    g_clear_pointer(&model->found, found_free);
    g_clear_pointer(&model->self, shop_self_free);
    g_strfreev(model->terms);
    g_free(model->query);
    g_free(model);
}

gint64 home_row_customer(const HomeRow *row)
{
    if (row->due != NULL) {
        return row->due->customer->head.id;
    }
    return row->match != NULL ? row->match->customer_id : 0;
}

/* The words of the query in both readings, so that whatever was found can be marked. */
static bool read_terms(Db *db, HomeModel *model, GError **error)
{
    g_autofree char *country = NULL;
    if (!setting_get(db, SETTING_COUNTRY_CODE, "49", &country, error)) {
        return false;
    }
    g_autoptr(GStrvBuilder) terms = g_strv_builder_new();
    for (int as_phone = 0; as_phone < 2; as_phone++) {
        g_auto(GStrv) words = words_of_query(model->query, country, as_phone == 1);
        for (guint i = 0; words != NULL && words[i] != NULL; i++) {
            g_strv_builder_add(terms, words[i]);
        }
    }
    model->terms = g_strv_builder_end(terms);
    return true;
}

static bool load_matches(Db *db, HomeModel *model, GError **error)
{
    model->found = lookup_find(db, model->query, MOST_MATCHES, error);
    model->kinds = model->found != NULL ? fact_kind_list(db, error) : NULL;
    if (model->kinds == NULL || !customer_count(db, &model->customers, error) ||
        !read_terms(db, model, error)) {
        return false;
    }
    model->total = model->found->total;
    return home_rows_of_matches(db, model, error);
}

static bool load_today(Db *db, const HomeAsk *ask, HomeModel *model, GError **error)
{
    model->self = shop_self_load(db, error);
    model->due = model->self != NULL ? today_load(db, model->today, error) : NULL;
    if (model->due == NULL || !home_drafts_load(db, ask, model, error)) {
        return false;
    }
    model->customers = model->due->customers;
    home_rows_of_today(model);
    return true;
}

gpointer home_model_load(Shop *shop, gconstpointer data, GError **error)
{
    const HomeAsk *ask = data;
    HomeModel *model = g_new0(HomeModel, 1);
    model->query = g_strdup(ask->query);
    model->today = ask->today;
    model->rows = home_rows_new();
    bool ok = true;
    if (shop != NULL && db_read_begin(shop->db, error)) {
        bool is_empty = model->query[0] == '\0';
        ok = is_empty ? load_today(shop->db, ask, model, error)
                      : load_matches(shop->db, model, error);
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
