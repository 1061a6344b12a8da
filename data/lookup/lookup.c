/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding customers: query to terms, terms to candidates, candidates to ranked matches. */
#include "data/lookup/lookup.h"

#include "data/customer/country.h"
#include "data/lookup/match.h"
#include "data/lookup/rank.h"

enum {
    FEWEST_CANDIDATES = 50, /* of one way of looking */
    MORE_CANDIDATES = 6,    /* times as many, where hardly one of them fits … */
    MOST_CANDIDATES = 2000, /* … up to here */
    ENOUGH = 5,             /* who is only alike is looked for when fewer fit */
    MOST_ALIKE = 20,
    FEW_ALONE = 200,        /* who has one word is counted up to here */
    FEW = 400,              /* so many are sooner read than asked for by all words … */
    FEW_BESIDE_SHORT = 300, /* … and so many where the others are short beginnings */
    FEWEST = 50,            /* of a word that no more have it does not matter whether fewer have
                               another one */
    FEW_TO_READ = 100,      /* of more it is asked who of them has the other words, too … */
    SHORTEST_ASKED = 2,     /* … but for one letter, which nearly everybody has */
    SHORTEST_OF_FEW = 3,    /* shorter beginnings have more */
    SHORTEST_COMPOUND_END = 4
};

void found_free(Found *found)
{
    if (found != NULL) {
        g_ptr_array_unref(found->matches);
        g_clear_pointer(&found->kinds, g_ptr_array_unref);
        g_free(found);
    }
}

/* A search under way. */
typedef struct {
    Db *db;
    GPtrArray *sought;     /* Sought */
    gint64 exact;          /* the customer whose number was typed; 0: none */
    guint wanted;          /* candidates of one way of looking */
    GPtrArray *candidates; /* Candidate; the same customer may be there twice */
    GHashTable *seen;      /* their ids */
    bool is_all;           /* nobody else has the terms as typed */
} Search;

static void search_free(Search *search)
{
    if (search != NULL) {
        g_clear_pointer(&search->sought, g_ptr_array_unref);
        g_ptr_array_unref(search->candidates);
        g_hash_table_unref(search->seen);
        g_free(search);
    }
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Search, search_free)

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

/* Looks for the best known customers who have the terms among their words of SCOPE, as whole words
 * or as beginnings. *FULL, unless NULL, says whether there may be more. */
static bool gather(Search *search, Scope scope, bool whole, bool *full, GError **error)
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

/* Whether all terms but ONE are beginnings that so many have that walking through them takes long.
 */
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

/* Where one of the terms alone has only a few customers, takes those of them who have the others,
 * too: walking through the many of a short beginning takes longer than reading a few. *DONE says
 * whether there was such a term. */
static bool gather_few(Search *search, Scope scope, bool *done, GError **error)
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

static guint count_seen(const Search *search)
{
    return g_hash_table_size(search->seen);
}

/* Of several words that many have, a beginning of a name and one of a note would be meant after so
 * many whose names fit, and cost more than all before. */
static bool are_names_enough(const Search *search)
{
    return search->sought->len > 1 && count_seen(search) >= search->wanted / ENOUGH;
}

/* Who has the terms as typed. The names come first; where they give enough, only whole names are
 * looked for besides, else all other words. */
static bool gather_fitting(Search *search, GError **error)
{
    bool full_who = false, full = false;
    if (!gather_few(search, SCOPE_ALL, &search->is_all, error)) {
        return false;
    }
    if (search->is_all) {
        return true;
    }
    if (!gather(search, SCOPE_WHO, false, &full_who, error)) {
        return false;
    }
    if (full_who) {
        return gather(search, SCOPE_WHO, true, NULL, error);
    }
    if (are_names_enough(search)) {
        return true;
    }
    if (!gather(search, SCOPE_ALL, false, &full, error) ||
        (full && !gather(search, SCOPE_ALL, true, NULL, error))) {
        return false;
    }
    search->is_all = !full;
    return true;
}

static Search *search_new(Db *db, const Query *query, gint64 exact, guint limit, GError **error)
{
    g_autoptr(Search) search = g_new0(Search, 1);
    search->db = db;
    search->exact = exact;
    search->wanted = MAX(limit, FEWEST_CANDIDATES);
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

/* The terms that may be alike: in *ALL, and in *UNKNOWN those that are nobody's word, which are
 * likelier the misheard ones. Both are for g_ptr_array_unref. */
static bool list_doubtful(const Search *search, GPtrArray **all, GPtrArray **unknown,
                          GError **error)
{
    *all = g_ptr_array_new();
    *unknown = g_ptr_array_new();
    for (guint i = 0; i < search->sought->len; i++) {
        Sought *sought = g_ptr_array_index(search->sought, i);
        if (!sought_may_be_alike(sought)) {
            continue;
        }
        g_autoptr(GPtrArray) clause = sought_clause(sought, SCOPE_SAID);
        gint64 count = 0;
        if (!index_count(search->db, clause, 1, &count, error)) {
            return false;
        }
        g_ptr_array_add(*all, sought);
        if (count == 0) {
            g_ptr_array_add(*unknown, sought);
        }
    }
    return true;
}

/* Looks for who has something alike for the DOUBTFUL terms, in the COUNT ways of WAYS. */
static bool gather_near(Search *search, const GPtrArray *doubtful, const Nearness *ways,
                        guint count, GError **error)
{
    bool done = false;
    for (guint i = 0; i < doubtful->len; i++) {
        /* Of several, each may be near in another way. */
        ((Sought *)g_ptr_array_index(doubtful, i))->from =
            doubtful->len == 1 ? ways[0] : NEAR_EXACT;
        for (guint way = 0; way < count; way++) {
            if (!sought_add_alike(search->db, g_ptr_array_index(doubtful, i), ways[way], error)) {
                return false;
            }
        }
    }
    return gather_few(search, SCOPE_SAID, &done, error) &&
           (done || gather(search, SCOPE_SAID, false, NULL, error));
}

/* Whether the last word is long enough to be the end of a compound: who types "nuss" means
 * "Haselnuss", too. */
static bool may_end_compounds(const Search *search)
{
    const Sought *last =
        search->sought->len > 0 ? g_ptr_array_index(search->sought, search->sought->len - 1) : NULL;
    return last != NULL && sought_may_be_alike(last) &&
           g_utf8_strlen(last->term->word, -1) >= SHORTEST_COMPOUND_END;
}

/* Who has the last word inside another one. */
static bool gather_compounds(Search *search, GError **error)
{
    if (!may_end_compounds(search)) {
        return true;
    }
    static const Nearness inside[] = {NEAR_INSIDE};
    g_autoptr(GPtrArray) last = g_ptr_array_new();
    g_ptr_array_add(last, g_ptr_array_index(search->sought, search->sought->len - 1));
    return gather_near(search, last, inside, 1, error);
}

/* Looks for who has something alike: what is misheard and mistyped easily first. Where some fit and
 * every word is somebody's, only what sounds alike. */
static bool gather_doubtful(Search *search, const GPtrArray *all, const GPtrArray *unknown,
                            GError **error)
{
    static const Nearness easily[] = {NEAR_SOUND, NEAR_TYPO}, hardly[] = {NEAR_TYPOS, NEAR_INSIDE};
    const GPtrArray *doubtful = unknown->len > 0 ? unknown : all;
    if (doubtful->len == 0) {
        return true;
    }
    if (unknown->len == 0 && count_seen(search) > 0) {
        return gather_near(search, doubtful, easily, 1, error) && gather_compounds(search, error);
    }
    return gather_near(search, doubtful, easily, 2, error) &&
           (count_seen(search) >= ENOUGH || gather_near(search, doubtful, hardly, 2, error)) &&
           (count_seen(search) > 0 || all->len == doubtful->len ||
            gather_near(search, all, easily, 2, error));
}

/* Whether somebody who was found has the word SOUGHT in who they are. */
static bool is_name(const Search *search, const Sought *sought)
{
    for (guint i = 0; i < search->candidates->len; i++) {
        if (rank_spot(g_ptr_array_index(search->candidates, i), sought).group <= GROUP_NUMBER) {
            return true;
        }
    }
    return false;
}

/* Who has a name that sounds like the one word where only notes have it: "Rosi" means Rossi, too,
 * however many like raisins ("Rosinen"). */
static bool gather_heard(Search *search, GError **error)
{
    Sought *only = search->sought->len == 1 ? g_ptr_array_index(search->sought, 0) : NULL;
    if (only == NULL || !sought_may_be_alike(only) || is_name(search, only)) {
        return true;
    }
    guint before = only->variants->len;
    only->from = NEAR_SOUND;
    return sought_add_heard(search->db, only, error) &&
           (only->variants->len == before || gather(search, SCOPE_WHO, false, NULL, error));
}

/* Who has something that is only alike: where many have the terms as typed, only what is easily
 * meant as well, and only where the list has an end. */
static bool gather_alike(Search *search, GError **error)
{
    if (count_seen(search) >= ENOUGH) {
        return !search->is_all || (gather_heard(search, error) && gather_compounds(search, error));
    }
    g_autoptr(GPtrArray) all = NULL;
    g_autoptr(GPtrArray) unknown = NULL;
    return list_doubtful(search, &all, &unknown, error) &&
           gather_doubtful(search, all, unknown, error);
}

/* How many of RANKED have the terms as typed: they come first. */
static guint count_fitting(const GArray *ranked)
{
    guint count = 0;
    while (count < ranked->len && g_array_index(ranked, Ranked, count).nearness < NEAR_SOUND) {
        count++;
    }
    return count;
}

static bool find_customer(Db *db, const char *typed, gint64 *id, GError **error)
{
    *id = 0;
    return !g_utf8_validate(typed, -1, NULL) || customer_find_number(db, typed, id, error);
}

/* Ranks those who were gathered and fills FOUND with the best. */
static bool finish(const Search *search, guint limit, Found *found, GError **error)
{
    g_autoptr(GArray) ranked = rank_candidates(search->candidates, search->sought, search->exact);
    guint fitting = count_fitting(ranked);
    g_array_set_size(ranked, MIN(ranked->len, fitting + MOST_ALIKE));
    found->alike_from = MIN(fitting, limit);
    found->is_more = !search->is_all;
    /* "More than 50" and not "more than 63": nobody counted. */
    guint counted = search->wanted - search->wanted % FEWEST_CANDIDATES;
    found->total = found->is_more ? MIN(counted, ranked->len) : ranked->len;
    return match_list(search->db, search->sought, ranked, limit, found, error);
}

/* A text is read as a phone number, a day or an e-mail address first; where that finds nobody, its
 * pieces may be a number and a postcode, say. */
static bool find(Db *db, const Query *whole, const Query *pieces, gint64 exact, guint limit,
                 Found *found, GError **error)
{
    g_autoptr(Search) search = search_new(db, whole, exact, limit, error);
    if (search != NULL && count_seen(search) == 0 && !query_equal(whole, pieces)) {
        search_free(search);
        search = search_new(db, pieces, exact, limit, error);
    }
    return search != NULL && gather_alike(search, error) && finish(search, limit, found, error);
}

static bool find_typed(Db *db, const Vocabulary *vocabulary, const char *typed, guint limit,
                       Found *found, GError **error)
{
    gint64 exact = 0;
    g_autofree char *country = NULL;
    if (!country_code(db, &country, error) || !find_customer(db, typed, &exact, error)) {
        return false;
    }
    g_autoptr(Query) whole = query_read(typed, country, vocabulary, READ_WHOLE);
    g_autoptr(Query) pieces = query_read(typed, country, vocabulary, READ_PIECES);
    return find(db, whole, pieces, exact, limit, found, error);
}

Found *lookup_find(Db *db, const Vocabulary *vocabulary, const char *query, guint limit,
                   GError **error)
{
    g_autoptr(Found) found = g_new0(Found, 1);
    found->matches = g_ptr_array_new_with_free_func(match_free);
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    bool ok = find_typed(db, vocabulary, query, limit, found, error);
    db_read_end(db);
    return ok ? g_steal_pointer(&found) : NULL;
}
