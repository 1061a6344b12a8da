/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding customers: query to words, words to candidates, candidates to ranked matches. */
#include "data/lookup/lookup.h"

#include "data/customer/address.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/relation.h"
#include "data/lookup/fold.h"
#include "data/lookup/rank.h"
#include "data/lookup/words.h"
#include "data/setting.h"

#include <string.h>

/* How many candidates are looked at. Beyond that the regulars are looked through as well, so that
 * none of them is missed. */
enum { MOST_CANDIDATES = 2000, MOST_REGULARS = 2000 };

static void match_free(gpointer data)
{
    Match *match = data;
    sheet_free(match->sheet);
    g_ptr_array_unref(match->warnings);
    g_free(match->last_visit);
    g_free(match->usual);
    g_free(match->hit_words);
    g_free(match);
}

void found_free(Found *found)
{
    if (found != NULL) {
        g_ptr_array_unref(found->matches);
        g_free(found);
    }
}

/* Whether one of TERMS begins a word of TEXT. */
static bool fits(const char *text, char *const *terms)
{
    g_auto(GStrv) words = text != NULL ? fold_words(text) : NULL;
    for (guint i = 0; words != NULL && words[i] != NULL; i++) {
        for (guint term = 0; terms[term] != NULL; term++) {
            if (g_str_has_prefix(words[i], terms[term])) {
                return true;
            }
        }
    }
    return false;
}

static bool fits_digits(const char *digits, char *const *terms)
{
    for (guint i = 0; terms[i] != NULL; i++) {
        if (strstr(digits, terms[i]) != NULL) {
            return true;
        }
    }
    return false;
}

static char *hit_contact(const Sheet *sheet, bool phone, char *const *terms)
{
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const Contact *contact = g_ptr_array_index(sheet->contacts, i);
        bool is_phone = strcmp(contact->kind, "phone") == 0;
        if (is_phone == phone &&
            (phone ? fits_digits(contact->key, terms) : fits(contact->value, terms))) {
            return g_strdup(contact->value);
        }
    }
    return NULL;
}

static char *hit_words(const Sheet *sheet, WordGroup hit, char *const *terms)
{
    if (hit == GROUP_PHONE || hit == GROUP_EMAIL) {
        return hit_contact(sheet, hit == GROUP_PHONE, terms);
    }
    for (guint i = 0; hit == GROUP_FACT && i < sheet->facts->len; i++) {
        const Fact *fact = g_ptr_array_index(sheet->facts, i);
        if (fits(fact->words, terms)) {
            return g_strdup(fact->words);
        }
    }
    for (guint i = 0; hit == GROUP_RELATION && i < sheet->relations->len; i++) {
        const Relation *relation = g_ptr_array_index(sheet->relations, i);
        if (fits(relation->name, terms)) {
            return g_strdup(relation->name);
        }
    }
    for (guint i = 0; hit == GROUP_PLACE && i < sheet->addresses->len; i++) {
        const Address *address = g_ptr_array_index(sheet->addresses, i);
        const char *lines[] = {address->street, address->place, address->postcode,
                               address->country};
        for (guint line = 0; line < G_N_ELEMENTS(lines); line++) {
            if (fits(lines[line], terms)) {
                return g_strdup(lines[line]);
            }
        }
    }
    return NULL;
}

static Match *match_load(Db *db, const Ranked *ranked, char *const *terms, const GPtrArray *kinds,
                         GError **error)
{
    Sheet *sheet = sheet_load(db, ranked->candidate->customer_id, error);
    if (sheet == NULL) {
        return NULL;
    }
    Match *match = g_new0(Match, 1);
    match->customer_id = ranked->candidate->customer_id;
    match->sheet = sheet;
    match->visits = ranked->candidate->visits;
    match->last_visit = g_strdup(ranked->candidate->last_visit);
    match->warnings = sheet_warnings(sheet, kinds);
    match->usual = g_strdup(sheet_fact(sheet, kinds, "usual"));
    match->hit = ranked->hit;
    match->hit_words = hit_words(sheet, ranked->hit, terms);
    return match;
}

/* Those who may fit. When there are too many to look at them all, *MANY is true. */
static GPtrArray *collect(Db *db, char *const *terms, gint64 exact, bool *many, GError **error)
{
    g_autoptr(GPtrArray) candidates = index_candidates(db, terms, MOST_CANDIDATES, error);
    *many = candidates != NULL && candidates->len == MOST_CANDIDATES;
    if (candidates != NULL && *many) {
        GPtrArray *frequent = index_regulars(db, MOST_REGULARS, error);
        if (frequent == NULL) {
            return NULL;
        }
        g_ptr_array_extend_and_steal(candidates, frequent);
    }
    if (candidates != NULL && exact != 0) {
        GPtrArray *one = index_customer(db, exact, error);
        if (one == NULL) {
            return NULL;
        }
        g_ptr_array_extend_and_steal(candidates, one);
    }
    return g_steal_pointer(&candidates);
}

static bool find(Db *db, char *const *terms, gint64 exact, guint limit, Found *found,
                 GError **error)
{
    bool many = false;
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, error);
    g_autoptr(GPtrArray) candidates =
        kinds != NULL ? collect(db, terms, exact, &many, error) : NULL;
    if (candidates == NULL) {
        return false;
    }
    g_autoptr(GArray) ranked = rank_candidates(candidates, terms, exact);
    found->total = ranked->len;
    if (many && !index_count(db, terms, &found->total, error)) {
        return false;
    }
    for (guint i = 0; i < ranked->len && i < limit; i++) {
        Match *match = match_load(db, &g_array_index(ranked, Ranked, i), terms, kinds, error);
        if (match == NULL) {
            return false;
        }
        g_ptr_array_add(found->matches, match);
    }
    return true;
}

static bool find_exact(Db *db, const char *query, gint64 *id, GError **error)
{
    *id = 0;
    return !g_utf8_validate(query, -1, NULL) || customer_find_number(db, query, id, error);
}

/* A phone number counts as one word; where that finds nothing, its pieces may be a number and a
 * postcode, say. */
static bool find_either_way(Db *db, const char *query, guint limit, Found *found, GError **error)
{
    gint64 exact = 0;
    g_autofree char *country = NULL;
    if (!setting_get(db, SETTING_COUNTRY_CODE, "49", &country, error) ||
        !find_exact(db, query, &exact, error)) {
        return false;
    }
    g_auto(GStrv) terms = words_of_query(query, country, true);
    g_auto(GStrv) pieces = words_of_query(query, country, false);
    if (!find(db, terms, exact, limit, found, error)) {
        return false;
    }
    return found->total > 0 ||
           g_strv_equal((const char *const *)terms, (const char *const *)pieces) ||
           find(db, pieces, exact, limit, found, error);
}

Found *lookup_find(Db *db, const char *query, guint limit, GError **error)
{
    g_autoptr(Found) found = g_new0(Found, 1);
    found->matches = g_ptr_array_new_with_free_func(match_free);
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    bool ok = find_either_way(db, query, limit, found, error);
    db_read_end(db);
    return ok ? g_steal_pointer(&found) : NULL;
}
