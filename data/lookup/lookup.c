/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding customers: query to terms, terms to candidates, candidates to ranked matches. */
#include "data/lookup/lookup.h"

#include "data/customer/country.h"
#include "data/lookup/match.h"
#include "data/lookup/rank.h"
#include "data/lookup/search.h"

enum { MOST_ALIKE = 20 };

void found_free(Found *found)
{
    if (found != NULL) {
        g_ptr_array_unref(found->matches);
        g_clear_pointer(&found->kinds, g_ptr_array_unref);
        g_free(found);
    }
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
    guint counted = search->wanted - search->wanted % SEARCH_STEP;
    found->total = found->is_more ? MIN(counted, ranked->len) : ranked->len;
    return match_list(search->db, search->sought, ranked, limit, found, error);
}

static bool is_nobody(const Search *search)
{
    return search == NULL || search_count(search) == 0;
}

/* Adds to SEARCHES those for the readings of TYPED, up to the first that fits somebody: what may be
 * a phone number, a day or an e-mail address may be a number and a postcode, too. */
static bool search_readings(Db *db, const Vocabulary *vocabulary, const char *typed, guint limit,
                            GPtrArray *searches, GError **error)
{
    gint64 exact = 0;
    g_autofree char *country = NULL;
    if (!country_code(db, &country, error) || !find_customer(db, typed, &exact, error)) {
        return false;
    }
    Search *search = NULL;
    for (Reading reading = READ_WHOLE; is_nobody(search) && reading < READ_COUNT; reading++) {
        g_autoptr(Query) query = query_read(typed, country, vocabulary, reading);
        if (search != NULL && query_equal(search->query, query)) {
            continue;
        }
        search = search_new(db, g_steal_pointer(&query), exact, limit, error);
        if (search == NULL) {
            return false;
        }
        g_ptr_array_add(searches, search);
    }
    return true;
}

/* Where no reading fits somebody, who is only alike is looked for in the same order. */
static bool find_typed(Db *db, const Vocabulary *vocabulary, const char *typed, guint limit,
                       Found *found, GError **error)
{
    g_autoptr(GPtrArray) searches = g_ptr_array_new_with_free_func((GDestroyNotify)search_free);
    if (!search_readings(db, vocabulary, typed, limit, searches, error)) {
        return false;
    }
    Search *search = g_ptr_array_index(searches, searches->len - 1);
    guint at = is_nobody(search) ? 0 : searches->len - 1;
    do {
        search = g_ptr_array_index(searches, at++);
        if (!search_gather_alike(search, error)) {
            return false;
        }
    } while (is_nobody(search) && at < searches->len);
    return finish(search, limit, found, error);
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
