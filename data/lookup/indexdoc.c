/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making and reading the rows of lookup_doc. */
#include "data/lookup/indexdoc.h"

#include "data/base/fault.h"
#include "data/customer/sheet.h"
#include "data/diary/sums.h"
#include "data/lookup/place.h"
#include "data/lookup/sortkey.h"
#include "data/lookup/words.h"

static const char stored_sql[] = "SELECT place, words, visits, last_visit, sort_key, branch_id "
                                 "FROM lookup_doc WHERE customer_id = $1";

void index_doc_free(IndexDoc *doc)
{
    if (doc != NULL) {
        g_free(doc->words);
        g_free(doc->last_visit);
        g_free(doc->key);
        g_free(doc);
    }
}

/* How often and lately the customer came: what an earlier system had counted, and the visits. */
static bool count_visits(Db *db, const Customer *customer, IndexDoc *doc, GError **error)
{
    g_autoptr(VisitSum) sum = visit_sum_load(db, customer->head.id, error);
    if (sum == NULL) {
        return false;
    }
    doc->visits = customer->visits_before + sum->visits;
    doc->branch_id = sum->branch_id;
    doc->last_visit = g_strdup(visit_sum_last_day(sum, customer->last_visit_before));
    return true;
}

bool index_doc_wanted(Db *db, gint64 customer_id, IndexDoc **doc, GError **error)
{
    GError *fault = NULL;
    *doc = NULL;
    g_autoptr(Sheet) sheet = sheet_load(db, customer_id, &fault);
    if (g_error_matches(fault, FAULT, FAULT_MISSING)) {
        g_error_free(fault);
        return true;
    }
    if (sheet == NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    *doc = g_new0(IndexDoc, 1);
    (*doc)->words = words_of_sheet(sheet);
    if (!count_visits(db, sheet->customer, *doc, error)) {
        return false;
    }
    (*doc)->key = sortkey_of(sheet->customer);
    (*doc)->place = place_of(customer_id, (*doc)->visits, (*doc)->last_visit);
    return true;
}

bool index_doc_stored(Db *db, gint64 customer_id, IndexDoc **doc, GError **error)
{
    *doc = NULL;
    g_autoptr(Rows) rows = db_query(db, stored_sql, DB_VALUES(db_int(customer_id)), error);
    if (rows == NULL) {
        return false;
    }
    GError *fault = NULL;
    if (rows_next(rows, &fault)) {
        *doc = g_new0(IndexDoc, 1);
        (*doc)->place = rows_int(rows, 0);
        (*doc)->words = g_strdup(rows_text(rows, 1));
        (*doc)->visits = rows_int(rows, 2);
        (*doc)->last_visit = g_strdup(rows_text(rows, 3));
        (*doc)->key = g_strdup(rows_text(rows, 4));
        (*doc)->branch_id = rows_int(rows, 5);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

bool index_doc_equal(const IndexDoc *a, const IndexDoc *b)
{
    if (a == NULL || b == NULL) {
        return a == b;
    }
    return a->place == b->place && a->visits == b->visits && g_str_equal(a->words, b->words) &&
           g_strcmp0(a->last_visit, b->last_visit) == 0 && g_str_equal(a->key, b->key) &&
           a->branch_id == b->branch_id;
}
