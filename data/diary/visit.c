/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A visit: somebody came, phoned, ordered; what it came to. */
#include "data/diary/visit.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/money.h"
#include "data/base/utf8.h"
#include "data/diary/article.h"
#include "data/diary/itemwords.h"
#include "data/diary/loss.h"
#include "data/diary/preorder.h"
#include "data/diary/visititem.h"

#include <stddef.h>
#include <string.h>

static const char find_outside[] = "SELECT id FROM visit WHERE outside_id = $1";
static const char find_customer[] = "SELECT id FROM customer WHERE id = $1";
static const char item_names[] =
    "SELECT a.name, i.quantity FROM visit_item i JOIN article a ON a.id = i.article_id "
    "WHERE i.visit_id = $1 ORDER BY i.id";

const Choice visit_kinds[] = {
    {"visit", N_("Visit")},
    {"return", N_("Return")},
    {NULL, NULL},
};

const Choice visit_channels[] = {
    {"counter", N_("At the counter")},
    {"phone", N_("By phone")},
    {"web", N_("Web shop")},
    {"delivery", N_("Delivery")},
    {NULL, NULL},
};

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Visit, customer_id), NULL},
    {"kind", FIELD_TEXT, FIELD_PLAIN, offsetof(Visit, kind), NULL},
    {"day", FIELD_TEXT, FIELD_REQUIRED, offsetof(Visit, day), N_("Day")},
    {"minute", FIELD_MAYBE, FIELD_PLAIN, offsetof(Visit, minute), NULL},
    {"branch_id", FIELD_REF, FIELD_PLAIN, offsetof(Visit, branch_id), N_("Branch")},
    {"channel", FIELD_TEXT, FIELD_PLAIN, offsetof(Visit, channel), N_("Channel")},
    {"amount", FIELD_MAYBE, FIELD_PLAIN, offsetof(Visit, amount), N_("Amount")},
    {"for_whom", FIELD_TEXT, FIELD_PERSONAL, offsetof(Visit, for_whom), N_("For whom")},
    {"occasion", FIELD_TEXT, FIELD_PERSONAL, offsetof(Visit, occasion), N_("Occasion")},
    {"words", FIELD_TEXT, FIELD_PERSONAL, offsetof(Visit, words), N_("Note")},
    {"outside_id", FIELD_TEXT, FIELD_PLAIN, offsetof(Visit, outside_id), NULL},
};

/* A visit is called by its day: it may have no words at all. */
static char *call(gconstpointer record)
{
    const Visit *visit = record;
    Day day;
    return day_from_text(visit->day != NULL ? visit->day : "", &day) ? day_for_people(day) : NULL;
}

const RecordType visit_type = {
    .table = "visit",
    .label = N_("visit"),
    .size = sizeof(Visit),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_SUMS,
    .call = call,
};

static bool fits(gint64 amount)
{
    return amount == RECORD_NONE || (amount <= MONEY_MOST && amount >= -MONEY_MOST);
}

static bool are_in_range(gint64 amount, const OrderItem *items, guint count, GError **error)
{
    bool amounts = fits(amount), counts = true;
    for (guint i = 0; i < count; i++) {
        gint64 quantity = items[i].quantity;
        amounts = amounts && fits(items[i].amount);
        counts = counts && quantity >= 1 && quantity <= ITEM_MOST;
    }
    if (!amounts) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("This amount is more than can be kept. Is there a digit too many?"));
    } else if (!counts) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("So many of one article cannot be kept. Is there a digit too "
                              "many?"));
    }
    return amounts && counts;
}

static bool customer_is_there(Db *db, gint64 id, GError **error)
{
    gint64 found_id = 0;
    bool found = false;
    if (!db_get_int(db, find_customer, DB_VALUES(db_int(id)), &found_id, &found, error)) {
        return false;
    }
    if (!found) {
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("This customer is no longer in the shop."));
    }
    return found;
}

static void set_line(char **place, const char *text)
{
    g_autofree char *stored = text != NULL ? utf8_storable(text, -1, true, NULL) : NULL;
    record_set_text(place, stored);
}

/* What is paid back is below zero. */
static void see_to_sign(Visit *visit)
{
    if (strcmp(visit->kind, "return") == 0 && visit->amount != RECORD_NONE && visit->amount > 0) {
        visit->amount = -visit->amount;
    }
}

static Visit *visit_of(const VisitOrder *order)
{
    Visit *visit = record_new(&visit_type);
    bool is_below = order->amount != RECORD_NONE && order->amount < 0;
    const char *kind = order->kind != NULL ? order->kind : is_below ? "return" : "visit";
    visit->customer_id = order->customer_id;
    record_set_text(&visit->kind, kind);
    record_set_text(&visit->day, order->day);
    visit->minute = order->minute;
    visit->branch_id = order->branch_id;
    record_set_text(&visit->channel, order->channel != NULL ? order->channel : "counter");
    visit->amount = order->amount;
    see_to_sign(visit);
    set_line(&visit->for_whom, order->for_whom);
    set_line(&visit->occasion, order->occasion);
    set_line(&visit->words, order->words);
    set_line(&visit->outside_id, order->outside_id);
    return visit;
}

static bool add_item(Deed *deed, const Visit *visit, const OrderItem *told, GError **error)
{
    gint64 article_id = told->article_id;
    if (article_id == 0 && !article_named(deed, told->name, &article_id, error)) {
        return false;
    }
    VisitItem *item = record_new(&visit_item_type);
    item->customer_id = visit->customer_id;
    item->visit_id = visit->head.id;
    item->article_id = article_id;
    item->quantity = told->quantity;
    item->amount = told->amount;
    bool ok = record_insert(deed, item, error);
    record_free(item);
    return ok;
}

/* Whether a visit has that outside id, and which. */
static bool find_known(Db *db, const char *outside_id, gint64 *id, bool *is_known, GError **error)
{
    g_autofree char *stored = utf8_storable(outside_id, -1, true, NULL);
    return *stored == '\0' ||
           db_get_int(db, find_outside, DB_VALUES(db_text(stored)), id, is_known, error);
}

static bool add_items(Deed *deed, const Visit *visit, const OrderItem *items, guint count,
                      GError **error)
{
    bool ok = true;
    for (guint i = 0; ok && i < count; i++) {
        ok = add_item(deed, visit, &items[i], error);
    }
    return ok;
}

/* Who is here again no longer stays away. */
static bool end_loss(Deed *deed, const Visit *visit, GError **error)
{
    Day day;
    return strcmp(visit->kind, "visit") != 0 || !day_from_text(visit->day, &day) ||
           loss_follow_visit(deed, visit->customer_id, day, error);
}

static bool add(Deed *deed, Visit *visit, const VisitOrder *order, GError **error)
{
    return record_insert(deed, visit, error) &&
           add_items(deed, visit, order->items, order->items_count, error) &&
           end_loss(deed, visit, error);
}

bool visit_add(Deed *deed, const VisitOrder *order, gint64 *id, bool *is_known, GError **error)
{
    bool known = false;
    if (order->outside_id != NULL &&
        !find_known(deed_db(deed), order->outside_id, id, &known, error)) {
        return false;
    }
    if (!known) {
        if (!are_in_range(order->amount, order->items, order->items_count, error) ||
            !customer_is_there(deed_db(deed), order->customer_id, error)) {
            return false;
        }
        Visit *visit = visit_of(order);
        bool ok = add(deed, visit, order, error);
        *id = visit->head.id;
        record_free(visit);
        if (!ok) {
            return false;
        }
    }
    if (is_known != NULL) {
        *is_known = known;
    }
    return true;
}

static bool remove_items(Deed *deed, gint64 id, GError **error)
{
    g_autoptr(GPtrArray) items = visit_items(deed_db(deed), id, error);
    bool ok = items != NULL;
    for (guint i = 0; ok && i < items->len; i++) {
        const VisitItem *item = g_ptr_array_index(items, i);
        ok = record_remove(deed, &visit_item_type, item->head.id, error);
    }
    return ok;
}

bool visit_change(Deed *deed, Visit *visit, const OrderItem *items, guint count, GError **error)
{
    if (!are_in_range(visit->amount, items, items != NULL ? count : 0, error)) {
        return false;
    }
    char **const texts[] = {&visit->for_whom, &visit->occasion, &visit->words};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        set_line(texts[i], *texts[i]);
    }
    see_to_sign(visit);
    if (items == NULL) {
        return record_update(deed, visit, error);
    }
    return record_update_with_parts(deed, visit, error) &&
           remove_items(deed, visit->head.id, error) && add_items(deed, visit, items, count, error);
}

bool visit_remove(Deed *deed, gint64 id, GError **error)
{
    return preorder_let_go(deed, id, error) && remove_items(deed, id, error) &&
           record_remove(deed, &visit_type, id, error);
}

GPtrArray *visit_items(Db *db, gint64 id, GError **error)
{
    return record_list(db, &visit_item_type, "WHERE visit_id = $1 ORDER BY id",
                       DB_VALUES(db_int(id)), error);
}

char *visit_items_text(Db *db, gint64 id, GError **error)
{
    g_autoptr(GPtrArray) items = item_words_new();
    g_autoptr(Rows) rows = db_query(db, item_names, DB_VALUES(db_int(id)), error);
    GError *fault = NULL;
    if (rows == NULL) {
        return NULL;
    }
    while (rows_next(rows, &fault)) {
        item_words_add(items, rows_text(rows, 0), rows_int(rows, 1));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return item_words_write(items);
}
