/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matches: ranked candidates with what is shown of them. */
#include "data/lookup/match.h"

#include "data/agenda/occasion.h"
#include "data/agenda/silence.h"
#include "data/customer/address.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/relation.h"
#include "data/lookup/hit.h"

void match_free(gpointer data)
{
    Match *match = data;
    sheet_free(match->sheet);
    g_ptr_array_unref(match->warnings);
    g_free(match->last_visit);
    g_free(match->usual);
    g_free(match->hit_words);
    g_strfreev(match->marks);
    g_free(match);
}

/* The match of RANKED, whose SHEET it takes. */
static Match *match_new(const GPtrArray *sought, const Ranked *ranked, Sheet *sheet,
                        const GPtrArray *kinds)
{
    const Candidate *candidate = ranked->candidate;
    Match *match = g_new0(Match, 1);
    match->customer_id = candidate->customer_id;
    match->sheet = sheet;
    match->visits = candidate->visits;
    match->last_visit = g_strdup(candidate->last_visit);
    match->warnings = sheet_warnings(sheet, kinds);
    match->usual = g_strdup(sheet_fact(sheet, kinds, "usual"));
    match->nearness = ranked->nearness;
    match->hit = ranked->hit;
    match->marks = hit_marks(ranked, sought);
    match->hit_words = hit_words(sheet, ranked->hit, match->marks);
    return match;
}

bool match_list(Db *db, const GPtrArray *sought, const GArray *ranked, guint limit, Found *found,
                GError **error)
{
    static const RecordType *const shown[] = {&contact_type, &address_type,  &relation_type,
                                              &fact_type,    &occasion_type, NULL};
    guint count = MIN(ranked->len, limit);
    g_autofree gint64 *ids = g_new(gint64, count);
    for (guint i = 0; i < count; i++) {
        ids[i] = g_array_index(ranked, Ranked, i).candidate->customer_id;
    }
    found->kinds = fact_kind_list(db, error);
    g_autoptr(GPtrArray) sheets =
        found->kinds != NULL ? sheet_list(db, ids, count, shown, error) : NULL;
    if (sheets == NULL || !silence_sheets(db, sheets, error)) {
        return false;
    }
    g_ptr_array_set_free_func(sheets, NULL);
    for (guint i = 0; i < count; i++) {
        const Ranked *one = &g_array_index(ranked, Ranked, i);
        g_ptr_array_add(found->matches,
                        match_new(sought, one, g_ptr_array_index(sheets, i), found->kinds));
    }
    return true;
}
