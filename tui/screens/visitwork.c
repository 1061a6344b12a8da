/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form for a visit asks of the shop. */
#include "tui/screens/visitwork.h"

#include "data/base/i18n.h"
#include "data/customer/customer.h"
#include "data/diary/article.h"
#include "data/diary/itemwords.h"
#include "data/diary/usual.h"
#include "data/lookup/fold.h"
#include "data/setting.h"

#include <string.h>

/* Enough to complete what is typed of all a usual shop sells. */
enum { FAVOURITES = 300 };

void visit_model_free(gpointer data)
{
    VisitModel *model = data;
    if (model != NULL) {
        record_free(model->visit);
        g_free(model->articles);
        g_clear_pointer(&model->favourites, g_ptr_array_unref);
        g_free(model->call);
        g_free(model->currency);
        g_free(model);
    }
}

/* A new visit with what is usual. */
static bool fill_usual(Db *db, const VisitAsk *ask, VisitModel *model, GError **error)
{
    g_autoptr(UsualOrder) usual = usual_load(db, ask->customer_id, error);
    if (usual == NULL) {
        return false;
    }
    g_autofree char *day = day_to_text(ask->today);
    Visit *visit = model->visit = record_new(&visit_type);
    visit->customer_id = ask->customer_id;
    visit->amount = usual->amount;
    record_set_text(&visit->kind, "visit");
    record_set_text(&visit->channel, "counter");
    record_set_text(&visit->day, day);
    record_set_text(&visit->words, usual->words);
    model->articles = g_steal_pointer(&usual->articles);
    return true;
}

static bool fill_stored(Db *db, const VisitAsk *ask, VisitModel *model, GError **error)
{
    model->visit = record_load(db, &visit_type, ask->visit_id, error);
    model->articles = model->visit != NULL ? visit_items_text(db, ask->visit_id, error) : NULL;
    return model->articles != NULL;
}

static bool fill_rest(Db *db, VisitModel *model, GError **error)
{
    gint64 customer_id = model->visit->customer_id;
    Customer *customer = record_load(db, &customer_type, customer_id, error);
    model->call = customer != NULL ? customer_call(customer, NAME_SPOKEN) : NULL;
    record_free(customer);
    model->favourites =
        model->call != NULL ? article_favourites(db, customer_id, FAVOURITES, error) : NULL;
    return model->favourites != NULL &&
           setting_get(db, SETTING_CURRENCY, "EUR", &model->currency, error);
}

gpointer visit_model_load(Shop *shop, gconstpointer arg, GError **error)
{
    const VisitAsk *ask = arg;
    VisitModel *model = g_new0(VisitModel, 1);
    bool ok = ask->visit_id != 0 ? fill_stored(shop->db, ask, model, error)
                                 : fill_usual(shop->db, ask, model, error);
    if (!ok || !fill_rest(shop->db, model, error)) {
        visit_model_free(model);
        return NULL;
    }
    return model;
}

/* ---- articles in a line ---- */

/* What parts the articles of TEXT. */
static char separator_of(const char *text)
{
    return strchr(text, ';') != NULL ? ';' : ',';
}

char *visit_complete(const GPtrArray *favourites, const char *articles)
{
    const char *last = strrchr(articles, separator_of(articles));
    g_autoptr(GPtrArray) parts = item_words_read(last != NULL ? last + 1 : articles);
    const ItemWords *part = parts->len == 1 ? g_ptr_array_index(parts, 0) : NULL;
    if (part == NULL || !g_str_has_suffix(articles, part->name)) {
        return NULL;
    }
    g_autofree char *key = fold_key(part->name);
    for (guint i = 0; i < favourites->len; i++) {
        const Article *article = g_ptr_array_index(favourites, i);
        if (g_str_has_prefix(article->key, key) && strcmp(article->key, key) != 0) {
            g_autofree char *before = g_strndup(articles, strlen(articles) - strlen(part->name));
            return g_strconcat(before, article->name, NULL);
        }
    }
    return NULL;
}

char *visit_with_article(const char *articles, const char *article)
{
    g_autoptr(GPtrArray) items = item_words_read(articles);
    item_words_add(items, article, 1);
    g_autofree char *text = item_words_write(items);
    char parted = separator_of(text);
    gsize length = strlen(text);
    bool is_ready = length > 0 && text[length - 1] == parted;
    return g_strdup_printf(is_ready ? "%s " : "%s%c ", text, parted);
}

/* ---- saving ---- */

typedef struct {
    Visit *visit;
    char *articles;
    Who who;
} Save;

gpointer visit_save_new(Visit *visit, const char *articles, const Who *who)
{
    Save *save = g_new0(Save, 1);
    save->visit = visit;
    save->articles = g_strdup(articles);
    save->who = *who;
    return save;
}

void visit_save_free(gpointer data)
{
    Save *save = data;
    record_free(save->visit);
    g_free(save->articles);
    g_free(save);
}

static bool add(Deed *deed, const Save *save, const OrderItem *items, guint count, gint64 *id,
                GError **error)
{
    const Visit *visit = save->visit;
    VisitOrder order = visit_order(visit->customer_id, visit->day);
    order.kind = visit->kind;
    order.minute = visit->minute;
    order.branch_id = visit->branch_id;
    order.channel = visit->channel;
    order.amount = visit->amount;
    order.for_whom = visit->for_whom;
    order.occasion = visit->occasion;
    order.words = visit->words;
    order.items = items;
    order.items_count = count;
    return visit_add(deed, &order, id, NULL, error);
}

gpointer visit_save_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Save *save = arg;
    bool is_new = save->visit->head.id == 0;
    gint64 id = save->visit->head.id;
    g_autoptr(GPtrArray) words = item_words_read(save->articles != NULL ? save->articles : "");
    g_autofree OrderItem *items = g_new0(OrderItem, words->len + 1);
    for (guint i = 0; i < words->len; i++) {
        const ItemWords *item = g_ptr_array_index(words, i);
        items[i] =
            (OrderItem){.name = item->name, .quantity = item->quantity, .amount = RECORD_NONE};
    }
    g_autoptr(Deed) deed = deed_begin(
        shop->db, &save->who, is_new ? N_("noting a visit") : N_("changing a visit"), error);
    if (deed == NULL) {
        return NULL;
    }
    /* A copy, so that trying again begins with what was given. */
    Visit *visit = record_copy(save->visit);
    bool ok = is_new ? add(deed, save, items, words->len, &id, error)
                     : visit_change(deed, visit, save->articles != NULL ? items : NULL, words->len,
                                    error);
    record_free(visit);
    return ok && deed_commit(deed, NULL, error) ? g_memdup2(&id, sizeof id) : NULL;
}
