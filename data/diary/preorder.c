/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An order to be fetched later. */
#include "data/diary/preorder.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/money.h"
#include "data/base/utf8.h"
#include "data/diary/visit.h"

#include <stddef.h>
#include <string.h>

const Choice preorder_states[] = {
    {"open", N_("Ordered")},           {"ready", N_("Ready")}, {"fetched", N_("Fetched")},
    {"cancelled", N_("Cancelled")}, {NULL, NULL},
};

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Preorder, customer_id), NULL},
    {"state", FIELD_TEXT, FIELD_PLAIN, offsetof(Preorder, state), N_("State")},
    {"day", FIELD_TEXT, FIELD_REQUIRED, offsetof(Preorder, day), N_("Fetched on")},
    {"minute", FIELD_MAYBE, FIELD_PLAIN, offsetof(Preorder, minute), NULL},
    {"branch_id", FIELD_REF, FIELD_PLAIN, offsetof(Preorder, branch_id), N_("Branch")},
    {"words", FIELD_TEXT, FIELD_PERSONAL | FIELD_REQUIRED, offsetof(Preorder, words), N_("Order")},
    {"amount", FIELD_MAYBE, FIELD_PLAIN, offsetof(Preorder, amount), N_("Amount")},
    {"for_whom", FIELD_TEXT, FIELD_PERSONAL, offsetof(Preorder, for_whom), N_("For whom")},
    {"occasion", FIELD_TEXT, FIELD_PERSONAL, offsetof(Preorder, occasion), N_("Occasion")},
    {"done_day", FIELD_TEXT, FIELD_PLAIN, offsetof(Preorder, done_day), NULL},
    {"visit_id", FIELD_REF, FIELD_PLAIN, offsetof(Preorder, visit_id), NULL},
};

static char *call(gconstpointer record)
{
    return g_strdup(((const Preorder *)record)->words);
}

const RecordType preorder_type = {
    .table = "preorder",
    .label = N_("pre-order"),
    .size = sizeof(Preorder),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_NOTHING,
    .call = call,
};

bool preorder_is_waiting(const Preorder *preorder)
{
    return strcmp(preorder->state, "open") == 0 || strcmp(preorder->state, "ready") == 0;
}

GPtrArray *preorder_open_of(Db *db, gint64 customer_id, GError **error)
{
    return record_list(db, &preorder_type,
                       "WHERE customer_id = $1 AND state IN ('open', 'ready') ORDER BY day, id",
                       DB_VALUES(db_int(customer_id)), error);
}

GPtrArray *preorder_due(Db *db, Day to_day, gint64 branch_id, GError **error)
{
    g_autofree char *day = day_to_text(to_day);
    return record_list(db, &preorder_type,
                       "WHERE state IN ('open', 'ready') AND day <= $1 AND "
                       "($2 = 0 OR branch_id IS NULL OR branch_id = $2) "
                       "ORDER BY day, COALESCE(minute, 1440), id",
                       DB_VALUES(db_text(day), db_int(branch_id)), error);
}

GPtrArray *preorder_earlier(Db *db, gint64 customer_id, guint limit, GError **error)
{
    return record_list(db, &preorder_type,
                       "WHERE customer_id = $1 AND state <> 'cancelled' "
                       "ORDER BY day DESC, id DESC LIMIT $2",
                       DB_VALUES(db_int(customer_id), db_int(limit)), error);
}

static void make_storable(char **place)
{
    g_autofree char *stored = utf8_storable(*place != NULL ? *place : "", -1, true, NULL);
    record_set_text(place, stored);
}

bool preorder_save(Deed *deed, Preorder *preorder, GError **error)
{
    make_storable(&preorder->words);
    make_storable(&preorder->for_whom);
    make_storable(&preorder->occasion);
    if (preorder->words == NULL) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED, _("Say what is ordered."));
        return false;
    }
    if (preorder->amount != RECORD_NONE &&
        (preorder->amount > MONEY_MOST || preorder->amount < -MONEY_MOST)) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("This amount is more than can be kept. Is there a digit too many?"));
        return false;
    }
    if (preorder->state == NULL) {
        record_set_text(&preorder->state, "open");
    }
    return preorder->head.id == 0 ? record_insert(deed, preorder, error)
                                  : record_update(deed, preorder, error);
}

/* The visit on which PREORDER is fetched. */
static bool add_visit(Deed *deed, const Preorder *preorder, const char *day, gint64 minute,
                      gint64 branch_id, gint64 *id, GError **error)
{
    VisitOrder order = visit_order(preorder->customer_id, day);
    order.kind = "visit";
    order.minute = minute;
    order.branch_id = branch_id != 0 ? branch_id : preorder->branch_id;
    order.amount = preorder->amount;
    order.for_whom = preorder->for_whom;
    order.occasion = preorder->occasion;
    order.words = preorder->words;
    return visit_add(deed, &order, id, NULL, error);
}

static bool move(Deed *deed, Preorder *preorder, const char *state, Day today, gint64 minute,
                 gint64 branch_id, GError **error)
{
    g_autofree char *day = day_to_text(today);
    gint64 old_visit = preorder->visit_id;
    bool is_fetched = strcmp(state, "fetched") == 0;
    bool is_over = is_fetched || strcmp(state, "cancelled") == 0;
    if (strcmp(preorder->state, state) == 0) {
        return true;
    }
    preorder->visit_id = 0;
    record_set_text(&preorder->state, state);
    record_set_text(&preorder->done_day, is_over ? day : NULL);
    if (is_fetched &&
        !add_visit(deed, preorder, day, minute, branch_id, &preorder->visit_id, error)) {
        return false;
    }
    /* First it lets go of the visit, then that can go. */
    return record_update(deed, preorder, error) &&
           (old_visit == 0 || visit_remove(deed, old_visit, error));
}

bool preorder_move(Deed *deed, gint64 id, const char *state, Day today, gint64 minute,
                   gint64 branch_id, GError **error)
{
    Preorder *preorder = record_load(deed_db(deed), &preorder_type, id, error);
    bool ok = preorder != NULL && move(deed, preorder, state, today, minute, branch_id, error);
    record_free(preorder);
    return ok;
}

bool preorder_let_go(Deed *deed, gint64 visit_id, GError **error)
{
    g_autoptr(GPtrArray) list = record_list(deed_db(deed), &preorder_type, "WHERE visit_id = $1",
                                            DB_VALUES(db_int(visit_id)), error);
    bool ok = list != NULL;
    for (guint i = 0; ok && i < list->len; i++) {
        Preorder *preorder = g_ptr_array_index(list, i);
        preorder->visit_id = 0;
        record_set_text(&preorder->state, "ready");
        record_set_text(&preorder->done_day, NULL);
        ok = record_update(deed, preorder, error);
    }
    return ok;
}
