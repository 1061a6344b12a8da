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

static const RecordType *const contacts[] = {&contact_type, NULL};

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

/* Whether one of the days of SHEET is that of somebody related. */
static bool has_others_days(const Sheet *sheet)
{
    for (guint i = 0; i < sheet->occasions->len; i++) {
        if (((const Occasion *)g_ptr_array_index(sheet->occasions, i))->relation_id != 0) {
            return true;
        }
    }
    return false;
}

/* Reads what only some of SHEETS, those of RANKED, need: who is related where a day is theirs, or
 * they are what was found; contacts where they are. Most lists need neither. */
static bool add_rare(Db *db, const GPtrArray *sheets, const GArray *ranked, GError **error)
{
    static const RecordType *const relations[] = {&relation_type, NULL};
    g_autoptr(GPtrArray) related = g_ptr_array_new(), reached = g_ptr_array_new();
    for (guint i = 0; i < sheets->len; i++) {
        Sheet *sheet = g_ptr_array_index(sheets, i);
        WordGroup hit = g_array_index(ranked, Ranked, i).hit;
        if (hit == GROUP_RELATION || has_others_days(sheet)) {
            g_ptr_array_add(related, sheet);
        }
        if (hit == GROUP_PHONE || hit == GROUP_EMAIL) {
            g_ptr_array_add(reached, sheet);
        }
    }
    return sheet_list_add(db, related, relations, error) &&
           sheet_list_add(db, reached, contacts, error);
}

bool match_list(Db *db, const GPtrArray *sought, const GArray *ranked, guint limit, Found *found,
                GError **error)
{
    static const RecordType *const shown[] = {&address_type, &fact_type, &occasion_type, NULL};
    guint count = MIN(ranked->len, limit);
    g_autofree gint64 *ids = g_new(gint64, count);
    for (guint i = 0; i < count; i++) {
        ids[i] = g_array_index(ranked, Ranked, i).candidate->customer_id;
    }
    found->kinds = fact_kind_list(db, error);
    g_autoptr(GPtrArray) sheets =
        found->kinds != NULL ? sheet_list(db, ids, count, shown, error) : NULL;
    if (sheets == NULL || !silence_sheets(db, sheets, error) ||
        !add_rare(db, sheets, ranked, error)) {
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

static bool is_nowhere(const Sheet *sheet)
{
    g_autofree char *where = sheet_where(sheet);
    return where == NULL;
}

bool found_add_contacts(Db *db, Found *found, bool all, GError **error)
{
    g_autoptr(GPtrArray) sheets = g_ptr_array_new();
    for (guint i = 0; i < found->matches->len; i++) {
        Sheet *sheet = ((Match *)g_ptr_array_index(found->matches, i))->sheet;
        if (sheet->contacts->len == 0 && (all || is_nowhere(sheet))) {
            g_ptr_array_add(sheets, sheet);
        }
    }
    return sheet_list_add(db, sheets, contacts, error);
}
