/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shop sells, learned from what is typed. */
#include "data/diary/article.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/lookup/fold.h"

#include <stddef.h>

static const char find_key[] = "SELECT id FROM article WHERE key = $1";
/* Of the last two hundred things they bought: who came for years has other wishes by now. */
static const char are_own[] =
    "WHERE id IN (SELECT article_id FROM (SELECT article_id FROM visit_item "
    "WHERE customer_id = $1 ORDER BY id DESC LIMIT 200) AS lately)";
static const char own_order[] =
    "SELECT article_id FROM (SELECT id, article_id FROM visit_item WHERE customer_id = $1 "
    "ORDER BY id DESC LIMIT 200) AS lately GROUP BY article_id "
    "ORDER BY COUNT(*) DESC, MAX(id) DESC";
/* Some of them are the customer's own. */
static const char are_sold[] = "WHERE id IN (SELECT article_id FROM article_sum WHERE uses > 0 "
                               "ORDER BY uses DESC, article_id LIMIT 2 * $1)";
static const char sold_order[] = "SELECT article_id FROM article_sum WHERE uses > 0 "
                                 "ORDER BY uses DESC, article_id LIMIT 2 * $1";

static const Field fields[] = {
    {"name", FIELD_TEXT, FIELD_REQUIRED, offsetof(Article, name), N_("Article")},
    {"key", FIELD_TEXT, FIELD_PLAIN, offsetof(Article, key), NULL},
};

static char *call(gconstpointer record)
{
    return g_strdup(((const Article *)record)->name);
}

const RecordType article_type = {
    .table = "article",
    .label = N_("article"),
    .size = sizeof(Article),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_NOTHING,
    .call = call,
};

static bool learn(Deed *deed, const char *name, const char *key, gint64 *id, GError **error)
{
    Article *article = record_new(&article_type);
    record_set_text(&article->name, name);
    record_set_text(&article->key, key);
    bool ok = record_insert(deed, article, error);
    *id = article->head.id;
    record_free(article);
    return ok;
}

bool article_named(Deed *deed, const char *name, gint64 *id, GError **error)
{
    g_autofree char *stored = utf8_storable(name, -1, true, NULL);
    g_strdelimit(stored, ";", ',');
    g_autofree char *key = fold_key(stored);
    bool found = false;
    if (*stored == '\0') {
        g_set_error_literal(error, FAULT, FAULT_REFUSED, _("The article needs a name."));
        return false;
    }
    if (!db_get_int(deed_db(deed), find_key, DB_VALUES(db_text(key)), id, &found, error)) {
        return false;
    }
    return found || learn(deed, stored, key, id, error);
}

static const Article *article_of(const GPtrArray *articles, gint64 id)
{
    for (guint i = 0; i < articles->len; i++) {
        const Article *article = g_ptr_array_index(articles, i);
        if (article->head.id == id) {
            return article;
        }
    }
    return NULL;
}

/* Adds copies of those of ARTICLES that are among IDS to LIST, in the order of IDS, up to LIMIT. */
static void add_articles(GPtrArray *list, const GPtrArray *articles, const GArray *ids, guint limit)
{
    for (guint i = 0; i < ids->len && list->len < limit; i++) {
        gint64 id = g_array_index(ids, gint64, i);
        const Article *article = article_of(articles, id);
        if (article != NULL && article_of(list, id) == NULL) {
            g_ptr_array_add(list, record_copy(article));
        }
    }
}

GPtrArray *article_favourites(Db *db, gint64 customer_id, guint limit, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(record_free);
    const DbValue values[] = {db_int(customer_id), db_int(limit)};
    g_autoptr(GPtrArray) own = record_list(db, &article_type, are_own, values, 1, error);
    g_autoptr(GArray) own_ids = own != NULL ? db_get_ids(db, own_order, values, 1, error) : NULL;
    if (own_ids == NULL) {
        return NULL;
    }
    add_articles(list, own, own_ids, limit);
    g_autoptr(GPtrArray) all = record_list(db, &article_type, are_sold, values + 1, 1, error);
    g_autoptr(GArray) all_ids =
        all != NULL ? db_get_ids(db, sold_order, values + 1, 1, error) : NULL;
    if (all_ids == NULL) {
        return NULL;
    }
    add_articles(list, all, all_ids, limit);
    return g_steal_pointer(&list);
}
