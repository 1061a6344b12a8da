/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contacts of the plan follow each change. */
#include "data/agenda/care_private.h"
#include "data/base/order.h"
#include "data/customer/fact.h"
#include "data/db/fields.h"
#include "data/lookup/fold.h"

/* Customers whose ids are no further apart are read together. */
enum { NEAR = 16 };

static const char any_plan[] = "SELECT EXISTS (SELECT 1 FROM care_plan)";
static const char of_class[] = "SELECT id FROM customer WHERE class = $1";
static const char group_words[] = "SELECT customer_id, words FROM fact WHERE kind_id = $1";
static const char plans_of_run[] = "WHERE id BETWEEN $1 AND $2";

/* A note that may be a tag: that is known when it is settled. */
typedef struct {
    gint64 customer_id, kind_id;
} NotedFact;

struct Care {
    GArray *customers; /* gint64 ids, some more than once */
    GArray *facts;     /* NotedFact */
    GPtrArray *plans;  /* CarePlan as they were and are */
};

Care *care_new(void)
{
    Care *care = g_new0(Care, 1);
    care->customers = g_array_new(FALSE, FALSE, sizeof(gint64));
    care->facts = g_array_new(FALSE, FALSE, sizeof(NotedFact));
    care->plans = g_ptr_array_new_with_free_func(record_free);
    return care;
}

void care_free(Care *care)
{
    if (care != NULL) {
        g_array_unref(care->customers);
        g_array_unref(care->facts);
        g_ptr_array_unref(care->plans);
        g_free(care);
    }
}

static void forget(Care *care)
{
    g_array_set_size(care->customers, 0);
    g_array_set_size(care->facts, 0);
    g_ptr_array_set_size(care->plans, 0);
}

/* ---- noting ---- */

/* Adds ID, unless it is what was added last: rows of one customer mostly come together. */
static void note_customer(GArray *customers, gint64 id)
{
    guint count = customers->len;
    if (id != 0 && (count == 0 || g_array_index(customers, gint64, count - 1) != id)) {
        g_array_append_val(customers, id);
    }
}

void care_note(Care *care, gconstpointer record)
{
    const RecordType *type = record_type(record);
    if (type == &care_plan_type) {
        g_ptr_array_add(care->plans, record_copy(record));
    } else if (type == &fact_type) {
        const Fact *fact = record;
        const NotedFact noted = {fact->customer_id, fact->kind_id};
        g_array_append_val(care->facts, noted);
    } else {
        note_customer(care->customers, record_owner(record));
    }
}

static bool is_a_plan(Db *db, bool *any, GError **error)
{
    gint64 value = 0;
    bool ok = db_get_int(db, any_plan, DB_NO_VALUES, &value, NULL, error);
    *any = value != 0;
    return ok;
}

static bool note_plans(Care *care, Db *db, gint64 first, gint64 last, GError **error)
{
    g_autoptr(GPtrArray) plans = record_list(db, &care_plan_type, plans_of_run,
                                             DB_VALUES(db_int(first), db_int(last)), error);
    for (guint i = 0; plans != NULL && i < plans->len; i++) {
        care_note(care, g_ptr_array_index(plans, i));
    }
    return plans != NULL;
}

static bool note_owners(Care *care, Db *db, const RecordType *type, gint64 first, gint64 last,
                        GError **error)
{
    g_autoptr(GArray) owners = record_owners(db, type, first, last, error);
    for (guint i = 0; owners != NULL && i < owners->len; i++) {
        note_customer(care->customers, g_array_index(owners, gint64, i));
    }
    return owners != NULL;
}

bool care_note_run(Care *care, Db *db, const RecordType *type, gint64 first, gint64 last,
                   GError **error)
{
    bool is_any = false;
    if (!is_a_plan(db, &is_any, error)) {
        return false;
    }
    if (!is_any) {
        return true;
    }
    return type == &care_plan_type ? note_plans(care, db, first, last, error)
                                   : note_owners(care, db, type, first, last, error);
}

/* ---- whom it concerns ---- */

static bool add_class(Db *db, const char *class, GArray *ids, GError **error)
{
    g_autoptr(GArray) found = db_get_ids(db, of_class, DB_VALUES(db_text(class)), error);
    if (found != NULL) {
        g_array_append_vals(ids, found->data, found->len);
    }
    return found != NULL;
}

static bool add_group(Db *db, gint64 kind_id, const char *tag, GArray *ids, GError **error)
{
    g_autofree char *wanted = fold_key(tag);
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, group_words, DB_VALUES(db_int(kind_id)), &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        g_autofree char *key = fold_key(rows_text(rows, 1));
        if (g_str_equal(key, wanted)) {
            note_customer(ids, rows_int(rows, 0));
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

/* The customers for whom PLAN is or was. */
static bool add_people_of(Db *db, const CareRules *rules, const CarePlan *plan, GArray *ids,
                          GError **error)
{
    if (plan->customer_id != 0) {
        note_customer(ids, plan->customer_id);
        return true;
    }
    return plan->class != NULL ? add_class(db, plan->class, ids, error)
                               : add_group(db, rules->tag_kind, plan->tag, ids, error);
}

/* All whom the changes concern, in order, some more than once. NULL on a fault. */
static GArray *concerned(const Care *care, Db *db, const CareRules *rules, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_array_append_vals(ids, care->customers->data, care->customers->len);
    for (guint i = 0; i < care->facts->len; i++) {
        const NotedFact *fact = &g_array_index(care->facts, NotedFact, i);
        note_customer(ids, fact->kind_id == rules->tag_kind ? fact->customer_id : 0);
    }
    for (guint i = 0; i < care->plans->len; i++) {
        if (!add_people_of(db, rules, g_ptr_array_index(care->plans, i), ids, error)) {
            return NULL;
        }
    }
    g_array_sort(ids, order_by_number);
    return g_steal_pointer(&ids);
}

/* ---- settling ---- */

static bool write_all(Db *db, const CareRules *rules, const GArray *ids, GError **error)
{
    for (guint i = 0; i < ids->len;) {
        gint64 first = g_array_index(ids, gint64, i), last = first;
        for (i++; i < ids->len; i++) {
            gint64 next = g_array_index(ids, gint64, i);
            if (next - last > NEAR || next - first >= CARE_WINDOW) {
                break;
            }
            last = next;
        }
        if (!care_write(db, rules, first, last, error)) {
            return false;
        }
    }
    return true;
}

static bool settle_noted(const Care *care, Db *db, GError **error)
{
    g_autoptr(CareRules) rules = care_rules_load(db, error);
    g_autoptr(GArray) ids = rules != NULL ? concerned(care, db, rules, error) : NULL;
    return ids != NULL && write_all(db, rules, ids, error);
}

/* Whether anything can follow: a line that was written or removed, or one that is there and
 * somebody who was noted. */
static bool can_follow(const Care *care, Db *db, bool *any, GError **error)
{
    bool is_noted = care->customers->len > 0 || care->facts->len > 0;
    *any = care->plans->len > 0;
    return *any || !is_noted || is_a_plan(db, any, error);
}

bool care_settle(Care *care, Db *db, GError **error)
{
    bool any = false;
    bool ok = can_follow(care, db, &any, error) && (!any || settle_noted(care, db, error));
    forget(care);
    return ok;
}
