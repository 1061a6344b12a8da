/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yearly days where there are too many of them: those of the best known customers. */
#include "data/agenda/due_private.h"
#include "data/agenda/occasion.h"
#include "data/customer/relation.h"
#include "data/lookup/words.h"

enum { MOST_KNOWN = 200 /* customers count as well known where there are too many days */ };

static const char best_known[] =
    "SELECT customer_id, words FROM lookup_doc ORDER BY place LIMIT $1";
static const char count_days[] =
    "SELECT COUNT(*) FROM (SELECT 1 FROM occasion WHERE month = $1 AND day BETWEEN $2 AND $3 "
    "LIMIT $4) few";

/* Counting stops at one more than `most`. */
typedef struct {
    gint64 count, most;
} Few;

static bool count_stretch(Db *db, const DueSpan *span, const DueStretch *stretch, gpointer data,
                          GError **error)
{
    (void)span;
    Few *few = data;
    gint64 count = 0;
    bool ok = db_get_int(db, count_days,
                         DB_VALUES(db_int(stretch->month), db_int(stretch->first),
                                   db_int(stretch->last), db_int(few->most + 1 - few->count)),
                         &count, NULL, error);
    few->count += count;
    return ok;
}

static bool has_day(const char *words, const DueSpan *span)
{
    Day born = {0}, kept;
    while ((words = words_next_day(words, &born.month, &born.day)) != NULL) {
        for (int year = span->from.year; year <= span->to.year; year++) {
            if (due_is_kept(born, year, span, &kept)) {
                return true;
            }
        }
    }
    return false;
}

/* The best known customers who have a day in the span: their words tell it, which lie side by side
 * where their days lie far apart. *ALL says whether these are all customers. */
static GArray *list_known(Db *db, const DueSpan *span, bool *all, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(Rows) rows = db_query(db, best_known, DB_VALUES(db_int(MOST_KNOWN + 1)), error);
    GError *fault = NULL;
    guint count = 0;
    for (; rows != NULL && rows_next(rows, &fault); count++) {
        if (count < MOST_KNOWN && has_day(rows_text(rows, 1), span)) {
            gint64 id = rows_int(rows, 0);
            g_array_append_val(ids, id);
        }
    }
    *all = count <= MOST_KNOWN;
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return rows != NULL && fault == NULL ? g_steal_pointer(&ids) : NULL;
}

/* The days of the customers IDS. */
static GPtrArray *read_known(Db *db, const DueSpan *span, const GArray *ids, GError **error)
{
    static const RecordType *const types[] = {&occasion_type, &relation_type, NULL};
    g_autoptr(GPtrArray) list = due_array_new();
    g_autoptr(GPtrArray) sheets = sheet_list_of(db, (gpointer)ids->data, ids->len, types, error);
    if (sheets == NULL) {
        return NULL;
    }
    for (guint i = 0; i < sheets->len; i++) {
        if (!due_add_sheet(db, g_ptr_array_index(sheets, i), span, list, error)) {
            return NULL;
        }
    }
    return due_finish(db, &list, error);
}

static GPtrArray *read_best(Db *db, const DueSpan *span, guint most, bool *is_cut, GError **error)
{
    Few few = {.most = most};
    if (most > 0 && !due_visit_months(db, span, count_stretch, &few, error)) {
        return NULL;
    }
    *is_cut = false;
    if (few.count > few.most) {
        bool all = true;
        g_autoptr(GArray) known = list_known(db, span, &all, error);
        *is_cut = known != NULL && !all;
        if (known == NULL || *is_cut) {
            return known != NULL ? read_known(db, span, known, error) : NULL;
        }
    }
    return due_read_span(db, span, error);
}

GPtrArray *due_list_known(Db *db, Day from, Day to, LeapRule rule, guint most, bool *is_cut,
                          GError **error)
{
    const DueSpan span = {.from = from, .to = to, .rule = rule};
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    GPtrArray *list = read_best(db, &span, most, is_cut, error);
    db_read_end(db);
    return list;
}
