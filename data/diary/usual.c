/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The usual order of a customer. */
#include "data/diary/usual.h"

#include "data/db/record.h"
#include "data/diary/itemwords.h"
#include "data/lookup/fold.h"

#include <string.h>

/* Of so many visits it is made, and so many are looked through for what it came to. */
enum { VISITS_COUNTED = 5, VISITS_READ = 12 };

/* The plus keeps it to the index of the customer's facts: that of the kind has those of everybody.
 */
static const char usual_fact[] =
    "SELECT f.words FROM fact f JOIN fact_kind k ON k.id = +f.kind_id "
    "WHERE f.customer_id = $1 AND k.code = 'usual' AND f.done_at IS NULL ORDER BY f.id LIMIT 1";
static const char find_article[] = "SELECT id FROM article WHERE key = $1";
static const char last_visits[] =
    "SELECT v.id, v.amount, a.name, i.quantity FROM "
    "(SELECT id, amount, day FROM visit WHERE customer_id = $1 AND kind = 'visit' "
    "ORDER BY day DESC, id DESC LIMIT $2) AS v "
    "JOIN visit_item i ON i.visit_id = v.id JOIN article a ON a.id = i.article_id "
    "ORDER BY v.day DESC, v.id DESC, i.id";

/* A visit that named articles. */
typedef struct {
    gint64 id, amount;
    GPtrArray *items; /* ItemWords */
} Past;

void usual_free(UsualOrder *usual)
{
    if (usual != NULL) {
        g_free(usual->articles);
        g_free(usual->words);
        g_free(usual);
    }
}

static void past_free(gpointer data)
{
    Past *past = data;
    g_ptr_array_unref(past->items);
    g_free(past);
}

/* The last visits that named articles, the latest first. */
static GPtrArray *read_past(Db *db, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(past_free);
    g_autoptr(Rows) rows =
        db_query(db, last_visits, DB_VALUES(db_int(customer_id), db_int(VISITS_READ)), error);
    GError *fault = NULL;
    while (rows != NULL && rows_next(rows, &fault)) {
        Past *past = list->len > 0 ? g_ptr_array_index(list, list->len - 1) : NULL;
        if (past == NULL || past->id != rows_int(rows, 0)) {
            past = g_new0(Past, 1);
            past->id = rows_int(rows, 0);
            past->amount = rows_is_null(rows, 1) ? RECORD_NONE : rows_int(rows, 1);
            past->items = item_words_new();
            g_ptr_array_add(list, past);
        }
        item_words_add(past->items, rows_text(rows, 2), rows_int(rows, 3));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return rows != NULL && fault == NULL ? g_steal_pointer(&list) : NULL;
}

static const ItemWords *item_named(const GPtrArray *items, const char *name)
{
    g_autofree char *key = fold_key(name);
    for (guint i = 0; i < items->len; i++) {
        const ItemWords *item = g_ptr_array_index(items, i);
        g_autofree char *other = fold_key(item->name);
        if (strcmp(other, key) == 0) {
            return item;
        }
    }
    return NULL;
}

/* Whether both name the same articles, as many of each. */
static bool same_items(const GPtrArray *a, const GPtrArray *b)
{
    bool same = a->len == b->len;
    for (guint i = 0; same && i < a->len; i++) {
        const ItemWords *item = g_ptr_array_index(a, i);
        const ItemWords *other = item_named(b, item->name);
        same = other != NULL && other->quantity == item->quantity;
    }
    return same;
}

/* The articles of more than half of the visits, with the counts of the latest that had them. */
static GPtrArray *frequent_items(const GPtrArray *past)
{
    GPtrArray *items = item_words_new();
    guint count = MIN(past->len, VISITS_COUNTED);
    for (guint v = 0; v < count && count > 1; v++) {
        const GPtrArray *own = ((const Past *)g_ptr_array_index(past, v))->items;
        for (guint i = 0; i < own->len; i++) {
            const ItemWords *item = g_ptr_array_index(own, i);
            guint times = 0;
            for (guint other = 0; other < count; other++) {
                const Past *visit = g_ptr_array_index(past, other);
                times += item_named(visit->items, item->name) != NULL ? 1 : 0;
            }
            if (times * 2 > count && item_named(items, item->name) == NULL) {
                item_words_add(items, item->name, item->quantity);
            }
        }
    }
    return items;
}

/* Sorts the parts of a note into ITEMS and DETAILS. */
static bool sort_parts(Db *db, const char *note, GPtrArray *items, GString *details, GError **error)
{
    g_autoptr(GPtrArray) parts = item_words_read(note);
    for (guint i = 0; i < parts->len; i++) {
        const ItemWords *part = g_ptr_array_index(parts, i);
        g_autofree char *key = fold_key(part->name);
        gint64 id = 0;
        bool is_article = i == 0 || part->quantity > 1;
        if (!is_article &&
            !db_get_int(db, find_article, DB_VALUES(db_text(key)), &id, &is_article, error)) {
            return false;
        }
        if (is_article) {
            item_words_add(items, part->name, part->quantity);
        } else {
            g_string_append_printf(details, "%s%s", details->len > 0 ? ", " : "", part->name);
        }
    }
    return true;
}

UsualOrder *usual_load(Db *db, gint64 customer_id, GError **error)
{
    g_autofree char *note = NULL;
    g_autoptr(GString) details = g_string_new(NULL);
    g_autoptr(GPtrArray) past = read_past(db, customer_id, error);
    if (past == NULL ||
        !db_get_text(db, usual_fact, DB_VALUES(db_int(customer_id)), &note, error)) {
        return NULL;
    }
    g_autoptr(GPtrArray) items = note != NULL ? item_words_new() : frequent_items(past);
    if (note != NULL && !sort_parts(db, note, items, details, error)) {
        return NULL;
    }
    UsualOrder *usual = g_new0(UsualOrder, 1);
    usual->articles = item_words_write(items);
    usual->words = g_strdup(details->str);
    usual->amount = RECORD_NONE;
    for (guint i = 0; i < past->len && usual->amount == RECORD_NONE; i++) {
        const Past *visit = g_ptr_array_index(past, i);
        if (items->len > 0 && same_items(visit->items, items)) {
            usual->amount = visit->amount;
        }
    }
    return usual;
}
