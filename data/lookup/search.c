/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From terms to the candidates who have them as typed. */
#include "data/lookup/search.h"

#include "data/lookup/rank.h"

enum {
    MORE_CANDIDATES = 6,    /* times as many, where hardly one of them fits … */
    MOST_CANDIDATES = 2000, /* … up to here */
    ENOUGH_NAMES = 5,       /* of those wanted, one in so many */
    FEW_ALONE = 200,        /* who has one word is counted up to here */
    FEW = 400,              /* so many are sooner read than asked for by all words … */
    FEW_BESIDE_SHORT = 300, /* … and so many where the others are short beginnings */
    FEWEST = 50,            /* have a word: whether fewer have another one does not matter then */
    FEW_TO_READ = 100,      /* of more it is asked who of them has the other words, too … */
    SHORTEST_ASKED = 2,     /* … but for one letter, which nearly everybody has */
    SHORTEST_OF_FEW = 3     /* shorter beginnings have more */
};

void search_free(Search *search)
{
    if (search != NULL) {
        g_clear_pointer(&search->sought, g_ptr_array_unref);
        g_ptr_array_unref(search->candidates);
        g_hash_table_unref(search->seen);
        query_free(search->query);
        g_free(search);
    }
}

/* Takes those of LIST, which may be NULL on a fault, who have the terms: the index is asked for
 * pieces of phone numbers, and does not know whether they belong together, and for some of many
 * terms. *COUNT, unless NULL, gets how many they are. */
static bool take(Search *search, GPtrArray *list, guint *count)
{
    if (list == NULL) {
        return false;
    }
    guint fitting = 0;
    for (guint i = 0; i < list->len; i++) {
        Candidate *candidate = g_ptr_array_index(list, i);
        if (rank_fits(candidate, search->sought, search->exact)) {
            fitting++;
            g_hash_table_add(search->seen, &candidate->customer_id);
        }
    }
    g_ptr_array_extend_and_steal(search->candidates, list);
    if (count != NULL) {
        *count = fitting;
    }
    return true;
}

bool search_gather(Search *search, Scope scope, bool whole, bool *full, GError **error)
{
    guint count = 0, limit = search->wanted;
    g_autoptr(GPtrArray) clauses = sought_clauses(search->sought, scope, whole);
    bool more = true, ok = true;
    /* Where many only seem to fit, those who do may come after them. Who typed a whole list of
     * words does not wait for that. */
    guint most = search->sought->len > clauses->len ? limit : MOST_CANDIDATES;
    while (ok && more && count < search->wanted && limit <= most) {
        GPtrArray *list = index_candidates(search->db, clauses, limit, error);
        more = list != NULL && list->len >= limit;
        ok = take(search, list, &count);
        limit *= MORE_CANDIDATES;
    }
    if (full != NULL) {
        *full = more;
    }
    return ok;
}

/* Whether TERM has at least LEAST letters; a day always has enough. */
static bool has_letters(const Term *term, glong least)
{
    return term->kind == TERM_DAY || g_utf8_strlen(term->word, -1) >= least;
}

static bool may_have_few(const Sought *sought)
{
    const Term *term = sought->term;
    return !term->is_idle && has_letters(term, SHORTEST_OF_FEW) &&
           (!sought->is_common || sought->from > NEAR_EXACT);
}

/* Whether all terms but ONE are beginnings so many have that walking through them takes long. */
static bool is_beside_short(const Search *search, const Sought *one)
{
    for (guint i = 0; i < search->sought->len; i++) {
        const Sought *other = g_ptr_array_index(search->sought, i);
        if (other != one && has_letters(other->term, SHORTEST_OF_FEW)) {
            return false;
        }
    }
    return search->sought->len > 1;
}

/* Up to how many customers are few for the term ONE. */
static guint few_for(const Search *search, const Sought *one)
{
    return search->sought->len == 1       ? FEW_ALONE
           : is_beside_short(search, one) ? FEW_BESIDE_SHORT
                                          : FEW;
}

/* Finds the term that the fewest customers have, if few have it: *RAREST, else NULL, and how many
 * they are. */
static bool find_rarest(const Search *search, Scope scope, Sought **rarest, gint64 *least,
                        GError **error)
{
    gint64 count = G_MAXINT64;
    *rarest = NULL;
    *least = G_MAXINT64;
    for (guint i = 0; i < search->sought->len && count > FEWEST; i++) {
        Sought *sought = g_ptr_array_index(search->sought, i);
        if (!may_have_few(sought)) {
            continue;
        }
        guint few = few_for(search, sought);
        g_autoptr(GPtrArray) clause = sought_clause(sought, scope);
        if (!index_count(search->db, clause, few, &count, error)) {
            return false;
        }
        sought->is_common = sought->is_common || count >= few;
        if (count < few && count < *least) {
            *rarest = sought;
            *least = count;
        }
    }
    return true;
}

/* What the index is asked for where only COUNT customers have the term RAREST. */
static GPtrArray *clauses_of_few(const Search *search, const Sought *rarest, gint64 count,
                                 Scope scope)
{
    bool asks_all = count > FEW_TO_READ;
    for (guint i = 0; asks_all && i < search->sought->len; i++) {
        const Term *term = ((const Sought *)g_ptr_array_index(search->sought, i))->term;
        asks_all = term->is_idle || has_letters(term, SHORTEST_ASKED);
    }
    return asks_all ? sought_clauses(search->sought, scope, false) : sought_clause(rarest, scope);
}

bool search_gather_few(Search *search, Scope scope, bool *done, GError **error)
{
    Sought *rarest = NULL;
    gint64 count = 0;
    if (!find_rarest(search, scope, &rarest, &count, error)) {
        return false;
    }
    *done = rarest != NULL;
    if (!*done || count == 0) {
        return true;
    }
    g_autoptr(GPtrArray) clauses = clauses_of_few(search, rarest, count, scope);
    return take(search, index_few(search->db, clauses, (guint)count, error), NULL);
}

guint search_count(const Search *search)
{
    return g_hash_table_size(search->seen);
}

/* Of several words that many have, a beginning of a name and one of a note would be meant after so
 * many whose names fit, and cost more than all before. */
static bool are_names_enough(const Search *search)
{
    return search->sought->len > 1 && search_count(search) >= search->wanted / ENOUGH_NAMES;
}

/* Who has the terms as typed. The names come first; where they give enough, only whole names are
 * looked for besides, else all other words. */
static bool gather_fitting(Search *search, GError **error)
{
    bool full_who = false, full = false;
    if (!search_gather_few(search, SCOPE_ALL, &search->is_all, error)) {
        return false;
    }
    if (search->is_all) {
        return true;
    }
    if (!search_gather(search, SCOPE_WHO, false, &full_who, error)) {
        return false;
    }
    if (full_who) {
        return search_gather(search, SCOPE_WHO, true, NULL, error);
    }
    if (are_names_enough(search)) {
        return true;
    }
    if (!search_gather(search, SCOPE_ALL, false, &full, error) ||
        (full && !search_gather(search, SCOPE_ALL, true, NULL, error))) {
        return false;
    }
    search->is_all = !full;
    return true;
}

Search *search_new(Db *db, Query *query, gint64 exact, guint limit, GError **error)
{
    g_autoptr(Search) search = g_new0(Search, 1);
    search->db = db;
    search->query = query;
    search->exact = exact;
    search->wanted = MAX(limit, SEARCH_STEP);
    search->candidates = g_ptr_array_new_with_free_func(candidate_free);
    search->seen = g_hash_table_new(g_int64_hash, g_int64_equal);
    search->sought = sought_new(db, query, error);
    if (search->sought == NULL ||
        (exact != 0 && !take(search, index_customer(db, exact, error), NULL)) ||
        !gather_fitting(search, error)) {
        return NULL;
    }
    return g_steal_pointer(&search);
}
