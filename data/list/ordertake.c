/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders become visits, many at once. */
#include "data/list/ordertake.h"

#include "data/base/i18n.h"
#include "data/branch.h"
#include "data/diary/article.h"
#include "data/diary/visit.h"
#include "data/diary/visititem.h"
#include "data/list/ordermatch.h"
#include "data/lookup/fold.h"

#include <string.h>

/* How many ids are asked for at once. */
enum { ASKED = 16 };
static const char find_known[] = "SELECT outside_id, id FROM visit WHERE outside_id IN ($1, $2, "
                                 "$3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";

struct OrderTake {
    Deed *deed;
    const char *prefix; /* of the source's ids */
    OrderMatch *match;
    GHashTable *articles;  /* name -> gint64 id */
    GHashTable *branches;  /* folded name -> gint64 id, 0: there is none */
    GHashTable *times;     /* hash of an order without an id -> how many were alike */
    gint64 first_visit_id; /* of this run; 0: none yet */
};

/* A visit to be, and the order it comes from. */
typedef struct {
    Order *order;
    Visit *visit;
    gint64 known_id; /* of the visit with its outside id; 0: there is none */
    bool is_refund;
    bool is_double; /* what was paid back is told in a column and by a line of its own */
} Plan;

static bool is_new(const Plan *plan)
{
    return plan->known_id == 0 && !plan->is_double;
}

static void plan_free(gpointer data)
{
    Plan *plan = data;
    record_free(plan->visit);
    g_free(plan);
}

static void keep_id(GHashTable *ids, const char *name, gint64 id)
{
    g_hash_table_insert(ids, g_strdup(name), g_memdup2(&id, sizeof id));
}

static bool load_branches(OrderTake *take, GError **error)
{
    g_autoptr(GPtrArray) branches = branch_list(deed_db(take->deed), NULL, error);
    for (guint i = 0; branches != NULL && i < branches->len; i++) {
        const Branch *branch = g_ptr_array_index(branches, i);
        g_autofree char *key = fold_key(branch->name);
        keep_id(take->branches, key, branch->head.id);
    }
    return branches != NULL;
}

OrderTake *order_take_new(Deed *deed, OrderSource source, const char *country, GError **error)
{
    g_autoptr(OrderTake) take = g_new0(OrderTake, 1);
    take->deed = deed;
    take->prefix = order_source_prefix(source);
    take->match = order_match_new(deed_db(deed), country);
    take->articles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    take->branches = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    take->times = g_hash_table_new(NULL, NULL);
    return load_branches(take, error) ? g_steal_pointer(&take) : NULL;
}

void order_take_free(OrderTake *take)
{
    if (take != NULL) {
        order_match_free(take->match);
        g_hash_table_unref(take->articles);
        g_hash_table_unref(take->branches);
        g_hash_table_unref(take->times);
        g_free(take);
    }
}

/* ---- visits to be ---- */

/* What an order without an id is known by: its day, so that those of a day lie side by side, and a
 * hash of the rest. Free with g_free. */
static char *content_id(OrderTake *take, const Order *order)
{
    const OrderPiece *item = order->items->len > 0 ? g_ptr_array_index(order->items, 0) : NULL;
    g_autofree char *article = item != NULL ? fold_text(item->article) : g_strdup("");
    g_autofree char *content =
        g_strdup_printf("%" G_GINT64_FORMAT "\n%s\n%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%s",
                        order->customer_id, order->day, order->minute, order->amount, article);
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, content, -1);
    hash[16] = '\0';
    gpointer key = GSIZE_TO_POINTER((gsize)g_ascii_strtoull(hash, NULL, 16));
    gpointer before = g_hash_table_lookup(take->times, key);
    guint time = GPOINTER_TO_UINT(before) + 1;
    g_hash_table_insert(take->times, key, GUINT_TO_POINTER(time));
    return time == 1 ? g_strdup_printf("list:%s:%s", order->day, hash)
                     : g_strdup_printf("list:%s:%s-%u", order->day, hash, time);
}

/* The branch with that NAME; 0 when there is none, which is said once. */
static gint64 branch_of(const OrderTake *take, Order *order)
{
    if (order->branch == NULL) {
        return 0;
    }
    g_autofree char *key = fold_key(order->branch);
    const gint64 *id = g_hash_table_lookup(take->branches, key);
    if (id != NULL) {
        return *id;
    }
    order->is_placeless = true;
    keep_id(take->branches, key, 0);
    return 0;
}

static Plan *add_plan(GPtrArray *plans, Order *order, char *outside_id, gint64 branch_id,
                      gint64 amount)
{
    Plan *plan = g_new0(Plan, 1);
    Visit *visit = record_new(&visit_type);
    bool is_return = amount != RECORD_NONE && amount < 0;
    plan->order = order;
    plan->visit = visit;
    visit->customer_id = order->customer_id;
    record_set_text(&visit->kind, is_return ? "return" : "visit");
    record_set_text(&visit->day, order->day);
    visit->minute = order->minute;
    visit->branch_id = branch_id;
    record_set_text(&visit->channel, order->channel);
    visit->amount = amount;
    visit->outside_id = outside_id;
    g_ptr_array_add(plans, plan);
    return plan;
}

static bool add_plans(OrderTake *take, GPtrArray *plans, Order *order, GError **error)
{
    const char *reason = NULL;
    if (order->reason != NULL) {
        return true;
    }
    if (!order_match_find(take->match, order, &order->customer_id, &reason, error)) {
        return false;
    }
    if (reason != NULL) {
        order_refuse(order, reason);
        return true;
    }
    gint64 branch_id = branch_of(take, order);
    char *id =
        order->id != NULL ? g_strconcat(take->prefix, order->id, NULL) : content_id(take, order);
    g_autofree char *refund_id = g_strconcat(id, ":refund", NULL);
    Plan *plan = add_plan(plans, order, id, branch_id, order->amount);
    record_set_text(&plan->visit->words, order->words);
    if (order->refunded > 0) {
        plan = add_plan(plans, order, g_steal_pointer(&refund_id), branch_id, -order->refunded);
        plan->is_refund = true;
    }
    return true;
}

/* ---- what is there already ---- */

static bool ask_some(Db *db, GHashTable *by_id, const DbValue *values, GError **error)
{
    g_autoptr(Rows) rows = db_query(db, find_known, values, ASKED, error);
    GError *fault = NULL;
    while (rows != NULL && rows_next(rows, &fault)) {
        Plan *plan = g_hash_table_lookup(by_id, rows_text(rows, 0));
        if (plan != NULL) {
            plan->known_id = rows_int(rows, 1);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return rows != NULL;
}

static bool find_all_known(const OrderTake *take, const GPtrArray *plans, GError **error)
{
    g_autoptr(GHashTable) by_id = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < plans->len; i++) {
        Plan *plan = g_ptr_array_index(plans, i);
        plan->is_double = g_hash_table_contains(by_id, plan->visit->outside_id);
        if (!plan->is_double) {
            g_hash_table_insert(by_id, plan->visit->outside_id, plan);
        }
    }
    for (guint i = 0; i < plans->len; i += ASKED) {
        DbValue values[ASKED];
        for (guint k = 0; k < ASKED; k++) {
            const Plan *plan = i + k < plans->len ? g_ptr_array_index(plans, i + k) : NULL;
            values[k] = db_text(plan != NULL ? plan->visit->outside_id : NULL);
        }
        if (!ask_some(deed_db(take->deed), by_id, values, error)) {
            return false;
        }
    }
    return true;
}

/* The visits that are new; they stay the plans'. */
static GPtrArray *new_visits(const OrderTake *take, const GPtrArray *plans)
{
    GPtrArray *visits = g_ptr_array_new();
    for (guint i = 0; i < plans->len; i++) {
        const Plan *plan = g_ptr_array_index(plans, i);
        Order *order = plan->order;
        if (is_new(plan)) {
            g_ptr_array_add(visits, plan->visit);
            order->is_paid_back = plan->is_refund && order->is_known;
        } else if (take->first_visit_id != 0 && plan->known_id >= take->first_visit_id) {
            order_refuse(order, _("Other lines of this order stand further up in the list, these "
                                  "came too late. Take this import back, sort the list by order "
                                  "and take it over again."));
        } else {
            order->is_known = order->is_known || !plan->is_refund;
        }
    }
    return visits;
}

/* ---- what was bought ---- */

static bool article_id(OrderTake *take, const char *name, gint64 *id, GError **error)
{
    const gint64 *known = g_hash_table_lookup(take->articles, name);
    if (known != NULL) {
        *id = *known;
        return true;
    }
    if (!article_named(take->deed, name, id, error)) {
        return false;
    }
    keep_id(take->articles, name, *id);
    return true;
}

static bool add_items(OrderTake *take, GPtrArray *items, const Plan *plan, GError **error)
{
    const GPtrArray *bought = plan->order->items;
    for (guint i = 0; i < bought->len; i++) {
        const OrderPiece *one = g_ptr_array_index(bought, i);
        VisitItem *item = record_new(&visit_item_type);
        item->customer_id = plan->visit->customer_id;
        item->visit_id = plan->visit->head.id;
        item->quantity = one->quantity;
        item->amount = one->amount;
        g_ptr_array_add(items, item);
        if (!article_id(take, one->article, &item->article_id, error)) {
            return false;
        }
    }
    return true;
}

bool order_take_all(OrderTake *take, const GPtrArray *orders, guint *items, GError **error)
{
    g_autoptr(GPtrArray) plans = g_ptr_array_new_with_free_func(plan_free);
    g_autoptr(GPtrArray) bought = g_ptr_array_new_with_free_func(record_free);
    for (guint i = 0; i < orders->len; i++) {
        if (!add_plans(take, plans, g_ptr_array_index(orders, i), error)) {
            return false;
        }
    }
    if (!find_all_known(take, plans, error)) {
        return false;
    }
    g_autoptr(GPtrArray) visits = new_visits(take, plans);
    if (!record_insert_all(take->deed, &visit_type, visits, error)) {
        return false;
    }
    if (take->first_visit_id == 0 && visits->len > 0) {
        take->first_visit_id = ((const RecordHead *)g_ptr_array_index(visits, 0))->id;
    }
    for (guint i = 0; i < plans->len; i++) {
        const Plan *plan = g_ptr_array_index(plans, i);
        if (is_new(plan) && !plan->is_refund && !add_items(take, bought, plan, error)) {
            return false;
        }
    }
    *items += bought->len;
    return record_insert_all(take->deed, &visit_item_type, bought, error);
}
