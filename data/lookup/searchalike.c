/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From terms to the candidates who have something that is only alike. */
#include "data/lookup/rank.h"
#include "data/lookup/search.h"

enum {
    ENOUGH = 5, /* who is only alike is looked for when fewer fit */
    SHORTEST_COMPOUND_END = 4
};

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
    return search_gather_few(search, SCOPE_SAID, &done, error) &&
           (done || search_gather(search, SCOPE_SAID, false, NULL, error));
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
    if (unknown->len == 0 && search_count(search) > 0) {
        return gather_near(search, doubtful, easily, 1, error) && gather_compounds(search, error);
    }
    return gather_near(search, doubtful, easily, 2, error) &&
           (search_count(search) >= ENOUGH || gather_near(search, doubtful, hardly, 2, error)) &&
           (search_count(search) > 0 || all->len == doubtful->len ||
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
           (only->variants->len == before || search_gather(search, SCOPE_WHO, false, NULL, error));
}

bool search_gather_alike(Search *search, GError **error)
{
    if (search_count(search) >= ENOUGH) {
        return !search->is_all || (gather_heard(search, error) && gather_compounds(search, error));
    }
    g_autoptr(GPtrArray) all = NULL;
    g_autoptr(GPtrArray) unknown = NULL;
    return list_doubtful(search, &all, &unknown, error) &&
           gather_doubtful(search, all, unknown, error);
}
