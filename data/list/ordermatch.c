/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the customers of orders. */
#include "data/list/ordermatch.h"

#include "data/base/i18n.h"
#include "data/customer/contact.h"
#include "data/customer/customer.h"
#include "data/lookup/fold.h"

#include <string.h>

static const char find_contact[] =
    "SELECT DISTINCT customer_id FROM contact WHERE key = $1 AND kind = $2 ORDER BY customer_id "
    "LIMIT 20";

struct OrderMatch {
    Db *db;
    char *country;
    GHashTable *found; /* "kind value" -> GArray of gint64 ids */
};

OrderMatch *order_match_new(Db *db, const char *country)
{
    OrderMatch *match = g_new0(OrderMatch, 1);
    match->db = db;
    match->country = g_strdup(country);
    match->found =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    return match;
}

void order_match_free(OrderMatch *match)
{
    if (match != NULL) {
        g_hash_table_unref(match->found);
        g_free(match->country);
        g_free(match);
    }
}

static GArray *ask(const OrderMatch *match, const OrderKey *key, GError **error)
{
    if (strcmp(key->kind, "number") == 0) {
        GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
        gint64 id = 0;
        if (!customer_find_number(match->db, key->value, &id, error)) {
            g_array_unref(ids);
            return NULL;
        }
        return id != 0 ? g_array_append_val(ids, id) : ids;
    }
    g_autofree char *text = contact_key(key->kind, key->value, match->country);
    return db_get_ids(match->db, find_contact, DB_VALUES(db_text(text), db_text(key->kind)), error);
}

/* All who have KEY; asked for once. */
static const GArray *look_up(OrderMatch *match, const OrderKey *key, GError **error)
{
    g_autofree char *name = g_strconcat(key->kind, " ", key->value, NULL);
    GArray *ids = g_hash_table_lookup(match->found, name);
    if (ids == NULL) {
        ids = ask(match, key, error);
        if (ids != NULL) {
            g_hash_table_insert(match->found, g_steal_pointer(&name), ids);
        }
    }
    return ids;
}

/* The words of a name in one order, folded: "Wagner, Hilde" is "Hilde Wagner". Free with g_free. */
static char *name_key(const char *name)
{
    g_auto(GStrv) words = fold_words(name);
    guint count = g_strv_length(words);
    for (guint i = 1; i < count; i++) {
        for (guint k = i; k > 0 && strcmp(words[k - 1], words[k]) > 0; k--) {
            char *word = words[k];
            words[k] = words[k - 1];
            words[k - 1] = word;
        }
    }
    return g_strjoinv(" ", words);
}

/* The only one of IDS whose name is NAME; 0 when there is none or several. */
static bool pick_namesake(const OrderMatch *match, const GArray *ids, const char *name, gint64 *id,
                          GError **error)
{
    g_autofree char *wanted = name_key(name);
    guint fitting = 0;
    for (guint i = 0; i < ids->len; i++) {
        Customer *customer =
            record_load(match->db, &customer_type, g_array_index(ids, gint64, i), error);
        if (customer == NULL) {
            return false;
        }
        g_autofree char *own = customer_name(customer, NAME_SPOKEN);
        g_autofree char *key = own != NULL ? name_key(own) : NULL;
        if (g_strcmp0(key, wanted) == 0) {
            *id = customer->head.id;
            fitting++;
        }
        record_free(customer);
    }
    *id = fitting == 1 ? *id : 0;
    return true;
}

bool order_match_find(OrderMatch *match, const Order *order, gint64 *id, const char **reason,
                      GError **error)
{
    bool are_several = false;
    *id = 0;
    for (guint i = 0; i < order->keys->len && *id == 0; i++) {
        const GArray *ids = look_up(match, g_ptr_array_index(order->keys, i), error);
        if (ids == NULL) {
            return false;
        }
        if (ids->len == 1) {
            *id = g_array_index(ids, gint64, 0);
        } else if (ids->len > 1) {
            are_several = true;
            if (order->name != NULL && !pick_namesake(match, ids, order->name, id, error)) {
                return false;
            }
        }
    }
    *reason =
        *id != 0 ? NULL
        : are_several
            ? _("Several customers have this e-mail address or phone. Add the number of the one it "
                "was.")
        : order->keys->len == 0
            ? _("This line does not say who it was: it has no number, no e-mail address and no "
                "phone.")
            : _("Nobody in the shop has this number, e-mail address or phone. Add the customer "
                "first.");
    return true;
}
