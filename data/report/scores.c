/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores customers gave, and the figures made of them. */
#include "data/report/scores.h"

#include "data/base/i18n.h"

#include <math.h>

/* So many standard errors to each side hold 95 of 100. */
static const double WIDTH = 1.96;

/* How the answers of one score are asked for. */
typedef struct {
    const char *counts, *touchpoints, *phases;
    const char *definition; /* N_() */
} ScoreRow;

#define OF_SPAN "day >= $1 AND day <= $2 AND (branch_id = $3 OR $3 = 0)"
#define COUNTS(column)                                                                             \
    "SELECT " column ", COUNT(*) FROM feedback WHERE " column " IS NOT NULL AND " OF_SPAN          \
    " GROUP BY " column
#define GROUPS(column, part)                                                                       \
    "SELECT " part ", " column ", COUNT(*) FROM feedback WHERE " column " IS NOT NULL AND " part   \
    " IS NOT NULL AND " OF_SPAN " GROUP BY " part ", " column
#define ROW(column) COUNTS(column), GROUPS(column, "touchpoint"), GROUPS(column, "phase")

static const ScoreRow rows_of[SCORE_COUNT] = {
    [SCORE_CSAT] = {ROW("csat"), N_("“How satisfied were you?”, 1 to 5: per cent of 4 and 5.")},
    [SCORE_CES] = {ROW("ces"),
                   N_("“How easy was it?”, 1 very hard to 7 very easy: mean of all answers.")},
    [SCORE_NPS] = {ROW("nps"), N_("“Would you recommend us?”, 0 to 10: per cent of 9 and 10 less "
                                  "per cent of 0 to 6.")},
    [SCORE_PRODUCT] = {ROW("product"),
                       N_("“How was what you bought?”, 1 to 5: per cent of 4 and 5.")},
    [SCORE_ADVICE] = {ROW("advice"), N_("“How was our advice?”, 1 to 5: per cent of 4 and 5.")},
};

void scores_add(Scores *scores, gint64 points, gint64 count)
{
    if (points >= 0 && points <= SCORE_MOST) {
        scores->counts[points] += count;
        scores->n += count;
    }
}

/* The rows of SQL for SPAN. */
static Rows *ask(Db *db, const char *sql, const ReportSpan *span, GError **error)
{
    g_autofree char *from = day_to_text(span->from);
    g_autofree char *to = day_to_text(span->to);
    return db_query(db, sql, DB_VALUES(db_text(from), db_text(to), db_int(span->branch_id)), error);
}

bool scores_load(Db *db, const ReportSpan *span, Score score, Scores *scores, GError **error)
{
    *scores = (Scores){0};
    g_autoptr(Rows) rows = ask(db, rows_of[score].counts, span, error);
    GError *fault = NULL;
    while (rows != NULL && rows_next(rows, &fault)) {
        scores_add(scores, rows_int(rows, 0), rows_int(rows, 1));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return rows != NULL && fault == NULL;
}

gint64 scores_between(const Scores *scores, int least, int most)
{
    gint64 count = 0;
    for (int points = MAX(least, 0); points <= MIN(most, SCORE_MOST); points++) {
        count += scores->counts[points];
    }
    return count;
}

/* The part of the answers from LEAST to MOST, 0 to 1; there are answers. */
static double part_of(const Scores *scores, int least, int most)
{
    gint64 count = scores_between(scores, least, most);
    return (double)count / (double)scores->n;
}

bool scores_share(const Scores *scores, double *value)
{
    if (scores->n == 0) {
        return false;
    }
    *value = 100 * part_of(scores, 4, 5);
    return true;
}

bool scores_mean(const Scores *scores, double *value)
{
    gint64 sum = 0;
    for (int points = 0; points <= SCORE_MOST; points++) {
        sum += points * scores->counts[points];
    }
    if (scores->n == 0) {
        return false;
    }
    *value = (double)sum / (double)scores->n;
    return true;
}

bool scores_nps(const Scores *scores, double *value)
{
    if (scores->n == 0) {
        return false;
    }
    *value = 100 * (part_of(scores, 9, 10) - part_of(scores, 0, 6));
    return true;
}

/* The margin that follows from the variance of one answer and how many there are. */
static bool margin_of(double variance, gint64 n, double *value)
{
    if (n < 2 || variance <= 1e-12) {
        return false;
    }
    *value = WIDTH * sqrt(variance / (double)n);
    return true;
}

bool scores_share_margin(const Scores *scores, double *value)
{
    double part = scores->n > 0 ? part_of(scores, 4, 5) : 0;
    return margin_of(100 * 100 * part * (1 - part), scores->n, value);
}

bool scores_mean_margin(const Scores *scores, double *value)
{
    double mean, squares = 0;
    if (scores->n < 2 || !scores_mean(scores, &mean)) {
        return false;
    }
    for (int points = 0; points <= SCORE_MOST; points++) {
        squares += (double)scores->counts[points] * (points - mean) * (points - mean);
    }
    return margin_of(squares / (double)(scores->n - 1), scores->n, value);
}

bool scores_nps_margin(const Scores *scores, double *value)
{
    if (scores->n == 0) {
        return false;
    }
    double promoters = part_of(scores, 9, 10), detractors = part_of(scores, 0, 6);
    double balance = promoters - detractors;
    return margin_of(100 * 100 * (promoters + detractors - balance * balance), scores->n, value);
}

bool scores_figure(Score score, const Scores *scores, double *value)
{
    return score == SCORE_CES   ? scores_mean(scores, value)
           : score == SCORE_NPS ? scores_nps(scores, value)
                                : scores_share(scores, value);
}

bool scores_margin(Score score, const Scores *scores, double *value)
{
    return score == SCORE_CES   ? scores_mean_margin(scores, value)
           : score == SCORE_NPS ? scores_nps_margin(scores, value)
                                : scores_share_margin(scores, value);
}

const char *scores_definition(Score score)
{
    return _(rows_of[score].definition);
}

static void group_free(gpointer data)
{
    ScoreGroup *group = data;
    g_free(group->name);
    g_free(group);
}

static gint by_size(gconstpointer left, gconstpointer right)
{
    const ScoreGroup *a = *(ScoreGroup *const *)left, *b = *(ScoreGroup *const *)right;
    gint order = (b->scores.n > a->scores.n) - (b->scores.n < a->scores.n);
    return order != 0 ? order : g_strcmp0(a->name, b->name);
}

GPtrArray *scores_groups(Db *db, const ReportSpan *span, Score score, ScorePart part,
                         GError **error)
{
    const ScoreRow *row = &rows_of[score];
    g_autoptr(Rows) rows =
        ask(db, part == SCORE_BY_PHASE ? row->phases : row->touchpoints, span, error);
    if (rows == NULL) {
        return NULL;
    }
    g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func(group_free);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    GError *fault = NULL;
    while (rows_next(rows, &fault)) {
        ScoreGroup *group = g_hash_table_lookup(known, rows_text(rows, 0));
        if (group == NULL) {
            group = g_new0(ScoreGroup, 1);
            group->name = g_strdup(rows_text(rows, 0));
            g_ptr_array_add(groups, group);
            g_hash_table_insert(known, group->name, group);
        }
        scores_add(&group->scores, rows_int(rows, 1), rows_int(rows, 2));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    g_ptr_array_sort(groups, by_size);
    return g_steal_pointer(&groups);
}
