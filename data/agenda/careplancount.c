/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting whom a line of the communication plan reaches. */
#include "data/agenda/careplancount.h"

#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/diary/loss.h"
#include "data/lookup/fold.h"

#include <string.h>

/* So many spellings of a group are asked for by one statement, which is kept whatever their
 * number. */
enum { SPELLINGS = 8 };

/* The first six values are those of bind_way. The plus keeps it to the index of one customer's
 * care: that of the plan has everybody's. */
#define SORTED_OUT                                                                                 \
    "SELECT reason, COUNT(*) FROM (SELECT CASE "                                                   \
    "WHEN EXISTS (SELECT 1 FROM care WHERE care.customer_id = customer.id "                        \
    "AND +care.plan_id = $1) THEN 'planned' "                                                      \
    "WHEN EXISTS (SELECT 1 FROM loss WHERE loss.customer_id = customer.id "                        \
    "AND " LOSS_IS_SILENT ") THEN 'lost' "                                                         \
    "WHEN $2 = 1 AND NOT EXISTS (SELECT 1 FROM contact WHERE contact.customer_id = customer.id "   \
    "AND contact.kind = $3) THEN 'no_address' "                                                    \
    "WHEN $4 = 1 AND NOT EXISTS (SELECT 1 FROM consent WHERE consent.customer_id = customer.id "   \
    "AND consent.purpose = $5 AND consent.state = 'given') THEN 'no_consent' "                     \
    "WHEN $6 = 1 AND EXISTS (SELECT 1 FROM consent WHERE consent.customer_id = customer.id "       \
    "AND consent.purpose = $5 AND consent.state <> 'given') THEN 'no_consent' "                    \
    "ELSE 'other' END AS reason FROM customer WHERE "
#define COUNTED ") AS people GROUP BY reason"

static const char of_class[] = SORTED_OUT "customer.class = $7" COUNTED;
static const char of_customer[] = SORTED_OUT "customer.id = $7" COUNTED;
static const char of_group[] =
    SORTED_OUT "customer.id IN (SELECT fact.customer_id FROM fact WHERE fact.kind_id = $7 AND "
               "fact.words IN ($8, $9, $10, $11, $12, $13, $14, $15))" COUNTED;

static const char group_kind[] = "SELECT id FROM fact_kind WHERE code = 'tag'";
static const char group_words[] = "SELECT DISTINCT words FROM fact WHERE kind_id = $1";

enum { WAY_VALUES = 6, MOST_VALUES = WAY_VALUES + 1 + SPELLINGS };

/* What the way of PLAN needs; see care.h. */
static void bind_way(const CarePlan *plan, DbValue *values)
{
    const char *purpose = consent_purpose(plan->channel);
    bool must_be_given = purpose != NULL && consent_must_be_given(purpose);
    /* A social network chosen by the owner may do without an address. */
    const char *kind = must_be_given ? contact_kind_for(plan->channel) : NULL;
    values[0] = db_int(plan->head.id);
    values[1] = db_int(kind != NULL ? 1 : 0);
    values[2] = db_text(kind != NULL ? kind : "");
    values[3] = db_int(must_be_given ? 1 : 0);
    values[4] = db_text(purpose != NULL ? purpose : "");
    values[5] = db_int(purpose != NULL && !must_be_given ? 1 : 0);
}

static void add_row(CarePlanCount *count, const char *reason, gint64 number)
{
    struct {
        const char *reason;
        gint64 *place;
    } places[] = {
        {"planned", &count->planned},       {"lost", &count->lost},
        {"no_address", &count->no_address}, {"no_consent", &count->no_consent},
        {"other", &count->other},
    };
    count->people += number;
    for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
        if (g_strcmp0(reason, places[i].reason) == 0) {
            *places[i].place += number;
        }
    }
}

static bool ask(Db *db, const char *sql, const DbValue *values, guint number, CarePlanCount *count,
                GError **error)
{
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, sql, values, number, &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        add_row(count, rows_text(rows, 0), rows_int(rows, 1));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

/* All ways TAG is written in the notes of the kind KIND_ID. NULL on a fault. */
static GPtrArray *spellings_of(Db *db, gint64 kind_id, const char *tag, GError **error)
{
    g_autoptr(GPtrArray) spellings = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *wanted = fold_key(tag);
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, group_words, DB_VALUES(db_int(kind_id)), &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        g_autofree char *key = fold_key(rows_text(rows, 0));
        if (strcmp(key, wanted) == 0) {
            g_ptr_array_add(spellings, g_strdup(rows_text(rows, 0)));
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&spellings);
}

static bool count_group(Db *db, const CarePlan *plan, DbValue *values, CarePlanCount *count,
                        GError **error)
{
    gint64 kind_id = 0;
    if (!db_get_int(db, group_kind, DB_NO_VALUES, &kind_id, NULL, error)) {
        return false;
    }
    g_autoptr(GPtrArray) spellings = spellings_of(db, kind_id, plan->tag, error);
    bool ok = spellings != NULL;
    values[WAY_VALUES] = db_int(kind_id);
    for (guint done = 0; ok && done < spellings->len; done += SPELLINGS) {
        for (guint i = 0; i < SPELLINGS; i++) {
            guint at = MIN(done + i, spellings->len - 1);
            values[WAY_VALUES + 1 + i] = db_text(g_ptr_array_index(spellings, at));
        }
        ok = ask(db, of_group, values, MOST_VALUES, count, error);
    }
    return ok;
}

bool care_plan_count(Db *db, const CarePlan *plan, CarePlanCount *count, GError **error)
{
    DbValue values[MOST_VALUES];
    *count = (CarePlanCount){0};
    bind_way(plan, values);
    bool ok = false;
    if (plan->tag != NULL) {
        ok = count_group(db, plan, values, count, error);
    } else if (plan->class != NULL) {
        values[WAY_VALUES] = db_text(plan->class);
        ok = ask(db, of_class, values, WAY_VALUES + 1, count, error);
    } else {
        values[WAY_VALUES] = db_int(plan->customer_id);
        ok = ask(db, of_customer, values, WAY_VALUES + 1, count, error);
    }
    if (ok && plan->every == 0) {
        *count = (CarePlanCount){.people = count->people};
    }
    return ok;
}

gint64 care_plan_count_unreached(const CarePlanCount *count)
{
    return count->no_address + count->no_consent;
}
