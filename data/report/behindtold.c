/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The customers behind what was told: scores, complaints, losses. */
#include "data/report/behind_private.h"

#include "data/base/i18n.h"
#include "data/diary/complaintcause.h"
#include "data/diary/lossreason.h"
#include "data/report/cases_private.h"

#define SCORED(column)                                                                             \
    "SELECT customer_id, " column ", words FROM feedback WHERE day >= $1 AND day <= $2 AND "       \
    "(branch_id = $3 OR $3 = 0) AND " column " >= $4 AND " column " <= $5 "                        \
    "ORDER BY " column ", day DESC, id DESC"

static const char *const scored[SCORE_COUNT] = {
    [SCORE_CSAT] = SCORED("csat"),     [SCORE_CES] = SCORED("ces"),
    [SCORE_NPS] = SCORED("nps"),       [SCORE_PRODUCT] = SCORED("product"),
    [SCORE_ADVICE] = SCORED("advice"),
};
/* $4: 1 for those of the cause $5 (0: without one) only. */
static const char complained[] =
    "SELECT customer_id, cause_id, words, day, COALESCE(answered_day, closed_day) FROM complaint "
    "WHERE day >= $1 AND day <= $2 AND (branch_id = $3 OR $3 = 0) "
    "AND ($4 = 0 OR COALESCE(cause_id, 0) = $5) ORDER BY day DESC, id DESC";
static const char lost[] =
    "SELECT customer_id, COALESCE(real_reason_id, reason_id), words FROM loss "
    "WHERE day >= $1 AND day <= $2 AND " LOSS_AT_BRANCH
    " AND ($4 = 0 OR COALESCE(real_reason_id, reason_id, 0) = $5) ORDER BY day DESC, id DESC";
static const char came_back[] =
    "SELECT customer_id, COALESCE(real_reason_id, reason_id), attempt FROM loss "
    "WHERE back_day >= $1 AND back_day <= $2 AND " LOSS_AT_BRANCH
    " AND ($4 = 0 OR COALESCE(real_reason_id, reason_id, 0) = $5) ORDER BY back_day DESC, id DESC";

/* FIRST and SECOND (either may be NULL or "") with a dot between. Free with g_free. */
static char *join(const char *first, const char *second)
{
    bool has_first = first != NULL && *first != '\0',
         has_second = second != NULL && *second != '\0';
    return has_first && has_second ? g_strdup_printf("%s · %s", first, second)
                                   : g_strdup(has_first ? first : second);
}

/* Takes over DETAIL. */
static void add(GArray *entries, gint64 *unknown, gint64 customer_id, char *detail)
{
    if (customer_id == 0) {
        (*unknown)++;
        g_free(detail);
        return;
    }
    const BehindEntry entry = {.customer_id = customer_id, .detail = detail};
    g_array_append_val(entries, entry);
}

static bool read_scores(Rows *rows, const Behind *behind, GArray *entries, gint64 *unknown,
                        GError **error)
{
    static const int most[SCORE_COUNT] = {5, 7, 10, 5, 5};
    GError *fault = NULL;
    while (rows_next(rows, &fault)) {
        /* TRANSLATORS: a score of the highest possible one: "4 of 5". */
        g_autofree char *score =
            g_strdup_printf(_("%d of %d"), (int)rows_int(rows, 1), most[behind->score]);
        add(entries, unknown, rows_int(rows, 0), join(score, rows_text(rows, 2)));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return fault == NULL;
}

/* How long the complaint in ROWS waited for its answer, in words; NULL: it still does. */
static char *waited(const Rows *rows, gint64 *days)
{
    Day day, answered;
    *days = G_MAXINT;
    if (rows_text(rows, 4) == NULL || !day_from_text(rows_text(rows, 4), &answered) ||
        !day_from_text(rows_text(rows, 3), &day)) {
        return g_strdup(_("not answered"));
    }
    *days = MAX(day_between(day, answered), 0);
    return g_strdup_printf(
        ngettext("answered after %d day", "answered after %d days", (gulong)*days), (int)*days);
}

static gint by_wait(gconstpointer left, gconstpointer right)
{
    const BehindEntry *a = left, *b = right;
    return (b->visits > a->visits) - (b->visits < a->visits);
}

static bool read_cases(Rows *rows, const Behind *behind, const WordList *list,
                       const GPtrArray *words, GArray *entries, gint64 *unknown, GError **error)
{
    GError *fault = NULL;
    while (rows_next(rows, &fault)) {
        const ListWord *word = wordlist_by_id(words, rows_int(rows, 1));
        gint64 days = 0;
        g_autofree char *why = behind->kind == BEHIND_WAITING ? waited(rows, &days)
                               : word != NULL                 ? g_strdup(wordlist_label(list, word))
                                                              : NULL;
        add(entries, unknown, rows_int(rows, 0), join(why, rows_text(rows, 2)));
        if (entries->len > 0 && rows_int(rows, 0) != 0) {
            g_array_index(entries, BehindEntry, entries->len - 1).visits = days;
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    if (behind->kind == BEHIND_WAITING) {
        g_array_sort(entries, by_wait);
    }
    return true;
}

static bool told_scores(Db *db, const Behind *behind, const DbValue *values, GArray *entries,
                        gint64 *unknown, GError **error)
{
    const DbValue all[] = {values[0], values[1], values[2], db_int(behind->least),
                           db_int(behind->most)};
    g_autoptr(Rows) rows = db_query(db, scored[behind->score], all, G_N_ELEMENTS(all), error);
    return rows != NULL && read_scores(rows, behind, entries, unknown, error);
}

static bool told_cases(Db *db, const Behind *behind, const DbValue *values, GArray *entries,
                       gint64 *unknown, GError **error)
{
    bool is_complaint = behind->kind == BEHIND_COMPLAINTS || behind->kind == BEHIND_WAITING;
    const WordList *list = is_complaint ? &complaint_causes : &loss_reasons;
    const char *sql = is_complaint ? complained : behind->kind == BEHIND_LOST ? lost : came_back;
    const DbValue all[] = {values[0], values[1], values[2], db_int(behind->has_cause ? 1 : 0),
                           db_int(behind->cause)};
    g_autoptr(GPtrArray) words = wordlist_all(db, list, error);
    g_autoptr(Rows) rows = words != NULL ? db_query(db, sql, all, G_N_ELEMENTS(all), error) : NULL;
    return rows != NULL && read_cases(rows, behind, list, words, entries, unknown, error);
}

bool behind_told(Db *db, const Behind *behind, GArray *entries, gint64 *unknown, GError **error)
{
    g_autofree char *from = day_to_text(behind->span.from);
    g_autofree char *to = day_to_text(behind->span.to);
    const DbValue values[] = {db_text(from), db_text(to), db_int(behind->span.branch_id)};
    return behind->kind == BEHIND_SCORE ? told_scores(db, behind, values, entries, unknown, error)
                                        : told_cases(db, behind, values, entries, unknown, error);
}
