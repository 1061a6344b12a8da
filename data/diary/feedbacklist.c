/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said, as a list and in groups. */
#include "data/diary/feedbacklist.h"

#include "data/customer/customer.h"
#include "data/diary/article.h"

enum { OWN_MOST = 50 };

/* What was said in the branch ID, a parameter; 0: in any. */
#define THERE(id) "AND (CAST(" id " AS BIGINT) = 0 OR branch_id = CAST(" id " AS BIGINT))"
#define LATEST THERE("$3") " ORDER BY day DESC, id DESC LIMIT $2"

/* Behind what the groups are made by: the same columns for each. */
#define FIGURES                                                                                    \
    "COUNT(*), COUNT(csat), COUNT(CASE WHEN csat >= 4 THEN 1 END), "                               \
    "CAST(COALESCE(SUM(csat), 0) AS BIGINT), COUNT(ces), "                                         \
    "CAST(COALESCE(SUM(ces), 0) AS BIGINT), COUNT(nps), COUNT(CASE WHEN nps >= 9 THEN 1 END), "    \
    "COUNT(CASE WHEN nps <= 6 THEN 1 END), MAX(day) FROM feedback "

static const char *const group_statements[] = {
    [FEEDBACK_BY_ARTICLE] = "SELECT (SELECT name FROM article WHERE article.id = "
                            "feedback.article_id), article_id, " FIGURES
                            "WHERE article_id IS NOT NULL AND day >= $1 " THERE(
                                "$3") "GROUP BY article_id "
                                      "ORDER BY COUNT(*) DESC, MAX(day) DESC, article_id LIMIT $2",
    [FEEDBACK_BY_TOUCHPOINT] =
        "SELECT touchpoint, 0, " FIGURES "WHERE touchpoint IS NOT NULL AND day >= $1 " THERE(
            "$3") "GROUP BY touchpoint "
                  "ORDER BY COUNT(*) DESC, MAX(day) DESC, touchpoint LIMIT $2",
    [FEEDBACK_BY_PHASE] =
        "SELECT phase, 0, " FIGURES "WHERE phase IS NOT NULL AND day >= $1 " THERE(
            "$3") "GROUP BY phase "
                  "ORDER BY COUNT(*) DESC, MAX(day) DESC, phase LIMIT $2",
};

/* Each distinct word is one look into the index. */
static const char *const own_statements[] = {
    [FEEDBACK_BY_ARTICLE] = NULL,
    [FEEDBACK_BY_TOUCHPOINT] = "SELECT MIN(touchpoint) FROM feedback "
                               "WHERE touchpoint IS NOT NULL AND touchpoint > $1",
    [FEEDBACK_BY_PHASE] = "SELECT MIN(phase) FROM feedback WHERE phase IS NOT NULL AND phase > $1",
};

/* ---- groups ---- */

static void group_free(gpointer data)
{
    FeedbackGroup *group = data;
    g_free(group->words);
    g_free(group->last_day);
    g_free(group);
}

static FeedbackGroup *read_group(const Rows *rows)
{
    FeedbackGroup *group = g_new(FeedbackGroup, 1);
    *group = (FeedbackGroup){
        .words = g_strdup(rows_text(rows, 0)),
        .article_id = rows_int(rows, 1),
        .count = rows_int(rows, 2),
        .csat_count = rows_int(rows, 3),
        .csat_satisfied = rows_int(rows, 4),
        .csat_sum = rows_int(rows, 5),
        .ces_count = rows_int(rows, 6),
        .ces_sum = rows_int(rows, 7),
        .nps_count = rows_int(rows, 8),
        .promoters = rows_int(rows, 9),
        .detractors = rows_int(rows, 10),
        .last_day = g_strdup(rows_text(rows, 11)),
    };
    return group;
}

GPtrArray *feedback_groups(Db *db, FeedbackBy by, gint64 branch_id, const char *since, guint limit,
                           GError **error)
{
    GError *fault = NULL;
    g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func(group_free);
    g_autoptr(Rows) rows = db_query(
        db, group_statements[by],
        DB_VALUES(db_text(since != NULL ? since : ""), db_int(limit), db_int(branch_id)), error);
    if (rows == NULL) {
        return NULL;
    }
    while (rows_next(rows, &fault)) {
        g_ptr_array_add(groups, read_group(rows));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&groups);
}

const char *feedback_group_label(FeedbackBy by, const FeedbackGroup *group)
{
    switch (by) {
    case FEEDBACK_BY_TOUCHPOINT:
        return choice_label(feedback_touchpoints, group->words);
    case FEEDBACK_BY_PHASE:
        return choice_label(feedback_phases, group->words);
    case FEEDBACK_BY_ARTICLE:
        break;
    }
    return group->words != NULL ? group->words : "";
}

GPtrArray *feedback_own_words(Db *db, FeedbackBy by, GError **error)
{
    const Choice *choices = by == FEEDBACK_BY_PHASE ? feedback_phases : feedback_touchpoints;
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *last = g_strdup("");
    for (guint i = 0; i < OWN_MOST && last != NULL; i++) {
        char *next = NULL;
        if (!db_get_text(db, own_statements[by], DB_VALUES(db_text(last)), &next, error)) {
            return NULL;
        }
        if (next != NULL && choice_code(choices, next) == NULL) {
            g_ptr_array_add(words, g_strdup(next));
        }
        g_free(last);
        last = next;
    }
    return g_steal_pointer(&words);
}

/* ---- the list ---- */

static void entry_free(gpointer data)
{
    FeedbackEntry *entry = data;
    record_free(entry->feedback);
    g_free(entry->whose);
    g_free(entry->article);
    g_free(entry);
}

static GPtrArray *load(Db *db, const FeedbackFilter *filter, guint limit, GError **error)
{
    if (!filter->is_grouped) {
        return filter->branch_id != 0
                   ? record_list(db, &feedback_type,
                                 "WHERE branch_id = $1 ORDER BY day DESC, id DESC LIMIT $2",
                                 DB_VALUES(db_int(filter->branch_id), db_int(limit)), error)
                   : record_list(db, &feedback_type, "ORDER BY day DESC, id DESC LIMIT $1",
                                 DB_VALUES(db_int(limit)), error);
    }
    static const char *const groups[] = {
        [FEEDBACK_BY_ARTICLE] = "WHERE article_id = $1 " LATEST,
        [FEEDBACK_BY_TOUCHPOINT] = "WHERE touchpoint = $1 " LATEST,
        [FEEDBACK_BY_PHASE] = "WHERE phase = $1 " LATEST,
    };
    bool is_article = filter->by == FEEDBACK_BY_ARTICLE;
    DbValue group = is_article ? db_int(filter->article_id) : db_text(filter->words);
    return record_list(db, &feedback_type, groups[filter->by],
                       DB_VALUES(group, db_int(limit), db_int(filter->branch_id)), error);
}

static bool name_article(Db *db, FeedbackEntry *entry, GError **error)
{
    if (entry->feedback->article_id == 0) {
        return true;
    }
    Article *article = record_load(db, &article_type, entry->feedback->article_id, error);
    if (article != NULL) {
        entry->article = g_strdup(article->name);
    }
    record_free(article);
    return entry->article != NULL;
}

static bool name_customer(Db *db, FeedbackEntry *entry, GError **error)
{
    if (entry->feedback->customer_id == 0) {
        return true;
    }
    Customer *customer = record_load(db, &customer_type, entry->feedback->customer_id, error);
    if (customer != NULL) {
        entry->whose = customer_call(customer, NAME_SORTED);
    }
    record_free(customer);
    return entry->whose != NULL;
}

GPtrArray *feedback_list(Db *db, const FeedbackFilter *filter, guint limit, GError **error)
{
    g_autoptr(GPtrArray) list = load(db, filter, limit, error);
    if (list == NULL) {
        return NULL;
    }
    g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(entry_free);
    for (guint i = 0; i < list->len; i++) {
        FeedbackEntry *entry = g_new0(FeedbackEntry, 1);
        entry->feedback = record_copy(g_ptr_array_index(list, i));
        g_ptr_array_add(entries, entry);
        if (!name_article(db, entry, error) || !name_customer(db, entry, error)) {
            return NULL;
        }
    }
    return g_steal_pointer(&entries);
}
