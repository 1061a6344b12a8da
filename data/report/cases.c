/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Complaints and losses of a span of days, counted by their cause. */
#include "data/report/cases.h"

#include "data/base/i18n.h"
#include "data/base/order.h"
#include "data/diary/complaint.h"
#include "data/diary/complaintcause.h"
#include "data/diary/lossreason.h"
#include "data/report/cases_private.h"

#include <string.h>

static const char complaints[] =
    "SELECT cause_id, state, day, COALESCE(answered_day, closed_day), cost FROM complaint "
    "WHERE day >= $1 AND day <= $2 AND (branch_id = $3 OR $3 = 0)";
static const char losses[] = "SELECT reason_id, real_reason_id, value, back_day FROM loss "
                             "WHERE day >= $1 AND day <= $2 AND " LOSS_AT_BRANCH;
static const char count_back[] = "SELECT COUNT(*) FROM loss WHERE back_day >= $1 AND "
                                 "back_day <= $2 AND " LOSS_AT_BRANCH;

/* ---- counting by cause ---- */

static void case_free(gpointer data)
{
    CaseCount *count = data;
    g_free(count->code);
    g_free(count->label);
    g_free(count->family);
    g_free(count);
}

static GPtrArray *cases_new(void)
{
    return g_ptr_array_new_with_free_func(case_free);
}

static void count_case(GPtrArray *counts, gint64 id)
{
    for (guint i = 0; i < counts->len; i++) {
        CaseCount *count = g_ptr_array_index(counts, i);
        if (count->id == id) {
            count->count++;
            return;
        }
    }
    CaseCount *fresh = g_new0(CaseCount, 1);
    *fresh = (CaseCount){.id = id, .count = 1};
    g_ptr_array_add(counts, fresh);
}

/* Those without a cause last, else the most frequent first. */
static gint by_count(gconstpointer left, gconstpointer right)
{
    const CaseCount *a = *(CaseCount *const *)left, *b = *(CaseCount *const *)right;
    if ((a->id == 0) != (b->id == 0)) {
        return a->id == 0 ? 1 : -1;
    }
    gint order = (b->count > a->count) - (b->count < a->count);
    return order != 0 ? order : (a->id > b->id) - (a->id < b->id);
}

/* Names the causes by WORDS of LIST, sorts them and sets what they are of all. */
static void finish_cases(GPtrArray *counts, const WordList *list, const GPtrArray *words)
{
    gint64 all = 0, sum = 0;
    g_ptr_array_sort(counts, by_count);
    for (guint i = 0; i < counts->len; i++) {
        all += ((const CaseCount *)g_ptr_array_index(counts, i))->count;
    }
    for (guint i = 0; i < counts->len; i++) {
        CaseCount *count = g_ptr_array_index(counts, i);
        const ListWord *word = wordlist_by_id(words, count->id);
        sum += count->count;
        count->share = 100.0 * (double)count->count / (double)all;
        count->cumulated = 100.0 * (double)sum / (double)all;
        count->code = g_strdup(word != NULL ? word->code : NULL);
        count->label = g_strdup(word != NULL ? wordlist_label(list, word) : _("not told"));
        count->family = g_strdup(word != NULL ? word->family : NULL);
    }
}

/* The rows of SQL for SPAN. */
static Rows *ask(Db *db, const char *sql, const ReportSpan *span, GError **error)
{
    g_autofree char *from = day_to_text(span->from);
    g_autofree char *to = day_to_text(span->to);
    return db_query(db, sql, DB_VALUES(db_text(from), db_text(to), db_int(span->branch_id)), error);
}

/* ---- complaints ---- */

/* The mean and the median of DAYS (gint64), of which there are some. */
static void set_times(ComplaintSums *sums, GArray *days)
{
    gint64 sum = 0;
    guint middle = days->len / 2;
    g_array_sort(days, order_by_number);
    for (guint i = 0; i < days->len; i++) {
        sum += g_array_index(days, gint64, i);
    }
    sums->answered = days->len;
    sums->mean_days = (double)sum / days->len;
    sums->median_days = (double)g_array_index(days, gint64, middle);
    if (days->len % 2 == 0) {
        sums->median_days =
            (sums->median_days + (double)g_array_index(days, gint64, middle - 1)) / 2;
    }
}

static void add_complaint(ComplaintSums *sums, const Rows *rows, GArray *times)
{
    const char *state = rows_text(rows, 1);
    Day day, answered;
    sums->n++;
    count_case(sums->causes, rows_int(rows, 0));
    sums->agreed += strcmp(state, "agreed") == 0 ? 1 : 0;
    sums->refused += strcmp(state, "refused") == 0 ? 1 : 0;
    sums->cost += rows_int(rows, 4);
    if (rows_text(rows, 3) != NULL && day_from_text(rows_text(rows, 3), &answered) &&
        day_from_text(rows_text(rows, 2), &day)) {
        gint64 took = MAX(day_between(day, answered), 0);
        g_array_append_val(times, took);
    }
}

ComplaintSums *complaint_sums_load(Db *db, const ReportSpan *span, GError **error)
{
    g_autoptr(GPtrArray) words = wordlist_all(db, &complaint_causes, error);
    g_autoptr(Rows) rows = words != NULL ? ask(db, complaints, span, error) : NULL;
    if (rows == NULL) {
        return NULL;
    }
    g_autoptr(ComplaintSums) sums = g_new0(ComplaintSums, 1);
    g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(gint64));
    GError *fault = NULL;
    sums->causes = cases_new();
    while (rows_next(rows, &fault)) {
        add_complaint(sums, rows, times);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    sums->open = sums->n - sums->agreed - sums->refused;
    if (times->len > 0) {
        set_times(sums, times);
    }
    finish_cases(sums->causes, &complaint_causes, words);
    return g_steal_pointer(&sums);
}

void complaint_sums_free(ComplaintSums *sums)
{
    if (sums != NULL) {
        g_ptr_array_unref(sums->causes);
        g_free(sums);
    }
}

/* ---- losses ---- */

static void add_loss(LossSums *sums, const Rows *rows)
{
    gint64 stated = rows_int(rows, 0), real = rows_int(rows, 1);
    sums->n++;
    sums->value += rows_int(rows, 2);
    sums->back += rows_is_null(rows, 3) ? 0 : 1;
    count_case(sums->stated, stated);
    count_case(sums->real, real);
    count_case(sums->best, real != 0 ? real : stated);
}

static bool read_losses(LossSums *sums, Db *db, const ReportSpan *span, GError **error)
{
    g_autoptr(Rows) rows = ask(db, losses, span, error);
    GError *fault = NULL;
    while (rows != NULL && rows_next(rows, &fault)) {
        add_loss(sums, rows);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return rows != NULL && fault == NULL;
}

LossSums *loss_sums_load(Db *db, const ReportSpan *span, GError **error)
{
    g_autofree char *from = day_to_text(span->from);
    g_autofree char *to = day_to_text(span->to);
    g_autoptr(LossSums) sums = g_new0(LossSums, 1);
    sums->stated = cases_new();
    sums->real = cases_new();
    sums->best = cases_new();
    g_autoptr(GPtrArray) words = wordlist_all(db, &loss_reasons, error);
    if (words == NULL || !read_losses(sums, db, span, error) ||
        !db_get_int(db, count_back, DB_VALUES(db_text(from), db_text(to), db_int(span->branch_id)),
                    &sums->won_back, NULL, error)) {
        return NULL;
    }
    finish_cases(sums->stated, &loss_reasons, words);
    finish_cases(sums->real, &loss_reasons, words);
    finish_cases(sums->best, &loss_reasons, words);
    return g_steal_pointer(&sums);
}

void loss_sums_free(LossSums *sums)
{
    if (sums != NULL) {
        g_ptr_array_unref(sums->stated);
        g_ptr_array_unref(sums->real);
        g_ptr_array_unref(sums->best);
        g_free(sums);
    }
}
