/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of matches. */
#include "data/lookup/rank.h"

#include "data/lookup/words.h"

#include <string.h>

/* What a word costs that fits in a group: as a beginning, and as a whole word. A description counts
 * like a name, because regulars without a name have nothing else. */
static const guint costs[GROUP_COUNT][2] = {
    [GROUP_NAME] = {2, 1},  [GROUP_DESCRIPTION] = {2, 1}, [GROUP_NUMBER] = {3, 0},
    [GROUP_PHONE] = {4, 3}, [GROUP_EMAIL] = {5, 4},       [GROUP_RELATION] = {7, 6},
    [GROUP_FACT] = {8, 6},  [GROUP_PLACE] = {9, 7},
};

static bool rank_one(const Candidate *candidate, char *const *terms, gint64 exact, Ranked *ranked)
{
    *ranked = (Ranked){.candidate = candidate, .exact = candidate->customer_id == exact};
    if (ranked->exact) {
        ranked->hit = GROUP_NUMBER;
        return true;
    }
    for (guint i = 0; terms[i] != NULL; i++) {
        bool whole = false;
        WordGroup group = words_match(candidate->words, terms[i], &whole);
        if (group == GROUP_COUNT) {
            return false;
        }
        /* The words begin with the family name. */
        ranked->leads = ranked->leads || g_str_has_prefix(candidate->words, terms[i]);
        ranked->cost += costs[group][whole];
        ranked->hit = MAX(ranked->hit, group);
    }
    return true;
}

static gint compare(gconstpointer left, gconstpointer right)
{
    const Ranked *a = left, *b = right;
    if (a->exact != b->exact) {
        return a->exact ? -1 : 1;
    }
    if (a->cost != b->cost) {
        return a->cost < b->cost ? -1 : 1;
    }
    if (a->candidate->visits != b->candidate->visits) {
        return a->candidate->visits > b->candidate->visits ? -1 : 1;
    }
    int later = g_strcmp0(b->candidate->last_visit, a->candidate->last_visit);
    if (later != 0) {
        return later;
    }
    if (a->leads != b->leads) {
        return a->leads ? -1 : 1;
    }
    int name = strcmp(a->candidate->words, b->candidate->words);
    if (name != 0) {
        return name;
    }
    return a->candidate->customer_id < b->candidate->customer_id
               ? -1
               : a->candidate->customer_id > b->candidate->customer_id;
}

GArray *rank_candidates(const GPtrArray *candidates, char *const *terms, gint64 exact)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
    GArray *ranked = g_array_new(FALSE, FALSE, sizeof(Ranked));
    for (guint i = 0; i < candidates->len; i++) {
        Candidate *candidate = g_ptr_array_index(candidates, i);
        Ranked entry;
        if (g_hash_table_add(seen, &candidate->customer_id) &&
            rank_one(candidate, terms, exact, &entry)) {
            g_array_append_val(ranked, entry);
        }
    }
    g_array_sort(ranked, compare);
    return ranked;
}
