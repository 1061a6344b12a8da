/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds customers by looking at everybody, and compares. */
#include "tests/data/plainlook.h"

#include "data/lookup/fold.h"
#include "data/lookup/rank.h"
#include "data/lookup/sought.h"
#include "tests/data/foundtext.h"

#include <string.h>

/* What a list shows at first. */
enum { FEW = 5 };

static const char all_docs[] =
    "SELECT customer_id, place, words, visits, last_visit FROM lookup_doc ORDER BY customer_id";

GPtrArray *plain_everybody(Db *db)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *list = g_ptr_array_new_with_free_func(candidate_free);
    g_autoptr(Rows) rows = db_query(db, all_docs, DB_NO_VALUES, &error);
    while (rows != NULL && rows_next(rows, &error)) {
        Candidate *candidate = g_new0(Candidate, 1);
        candidate->customer_id = rows_int(rows, 0);
        candidate->place = rows_int(rows, 1);
        candidate->words = g_strdup(rows_text(rows, 2));
        candidate->visits = rows_int(rows, 3);
        candidate->last_visit = g_strdup(rows_text(rows, 4));
        g_ptr_array_add(list, candidate);
    }
    expect_done(rows != NULL, error);
    return list;
}

/* Those of ALL who fit, best first, by a plain look at everybody. */
static GArray *plain_ranks(Db *db, const GPtrArray *all, const Query *query, gint64 exact)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) sought = sought_new(db, query, &error);
    expect_done(sought != NULL, error);
    return rank_candidates(all, sought, exact);
}

/* Their ids. */
static char *plain_answer(Db *db, const GPtrArray *all, const char *typed)
{
    GString *ids = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    gint64 exact = 0;
    expect_done(customer_find_number(db, typed, &exact, &error), error);
    for (Reading reading = READ_WHOLE; reading < READ_COUNT && ids->len == 0; reading++) {
        g_autoptr(Query) query = query_read(typed, "49", NULL, reading);
        g_autoptr(GArray) ranked = plain_ranks(db, all, query, exact);
        for (guint i = 0; query->terms->len > 0 && i < ranked->len; i++) {
            g_string_append_printf(ids, "%" G_GINT64_FORMAT " ",
                                   g_array_index(ranked, Ranked, i).candidate->customer_id);
        }
    }
    return g_string_free(ids, FALSE);
}

/* The ids of the first COUNT matches. */
static char *ids_of(const Found *found, guint count)
{
    GString *ids = g_string_new(NULL);
    for (guint i = 0; i < count; i++) {
        g_string_append_printf(ids, "%" G_GINT64_FORMAT " ",
                               ((const Match *)g_ptr_array_index(found->matches, i))->customer_id);
    }
    return g_string_free(ids, FALSE);
}

static bool has_many_words(const char *query)
{
    g_auto(GStrv) words = fold_words(query);
    return g_strv_length(words) > 4;
}

static void expect_beginning(Db *db, const char *query, const Found *found, const char *all_ids)
{
    g_autoptr(Found) few = found_by(db, NULL, query, FEW);
    g_autofree char *first = ids_of(few, few->matches->len);
    /* Of more, only the best known of each way of looking are ranked. */
    if (found->total < 50 && !g_str_has_prefix(all_ids, first)) {
        fail_msg("“%s” found %s and not the first of %s", query, first, all_ids);
    }
    assert_int_equal(few->alike_from, MIN(found->alike_from, few->matches->len));
}

char *plain_compare(Db *db, const GPtrArray *all, const char *query)
{
    g_autofree char *right = plain_answer(db, all, query);
    g_autoptr(Found) found = found_by(db, NULL, query, MAX(all->len, 1));
    g_autofree char *answer = ids_of(found, found->alike_from);
    /* Of more than four words the index is asked for the longest, with or without e-mails. */
    if (!has_many_words(query) && strcmp(answer, right) != 0) {
        fail_msg("“%s” found %s and not %s", query, answer, right);
    }
    assert_int_equal(found->total, found->matches->len);
    char *all_ids = ids_of(found, found->matches->len);
    expect_beginning(db, query, found, all_ids);
    return all_ids;
}
