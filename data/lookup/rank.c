/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of matches. */
#include "data/lookup/rank.h"

#include "data/base/order.h"
#include "data/lookup/place.h"

#include <string.h>

enum { COST_OF_A_LETTER = 2, SHORTEST_END = 4, MOST_SEARCHED = 8 };

/* What a word costs that fits in a group: as a beginning, and as a whole word. A description counts
 * like a name, because regulars without a name have nothing else. */
static const guint costs[GROUP_COUNT][2] = {
    [GROUP_NAME] = {2, 1},  [GROUP_DESCRIPTION] = {2, 1}, [GROUP_NUMBER] = {3, 0},
    [GROUP_PHONE] = {5, 3}, [GROUP_EMAIL] = {11, 10},     [GROUP_RELATION] = {7, 6},
    [GROUP_FACT] = {8, 6},  [GROUP_PLACE] = {9, 7},       [GROUP_DAY] = {4, 2},
};

/* An address that is typed is somebody's own before it is a note about another. */
static guint cost_of(const Sought *sought, WordGroup group, bool is_whole)
{
    bool is_own = sought->term->kind == TERM_MAIL && group == GROUP_EMAIL;
    return is_own ? 0 : costs[group][is_whole];
}

/* How near TOKEN (SIZE bytes) is to VARIANT: NEAR_COUNT when it does not fit. */
static Nearness nearness_of(const char *token, size_t size, const Variant *variant)
{
    size_t length = variant->length;
    if (size < length) {
        return NEAR_COUNT;
    }
    if (variant->fit == FIT_HOLDS) {
        const char *digits = variant->token + 1;
        bool ends =
            length >= SHORTEST_END && memcmp(token + size - (length - 1), digits, length - 1) == 0;
        bool holds = ends || memmem(token + 1, size - 1, digits, length - 1) != NULL;
        return ends ? NEAR_WHOLE : holds ? variant->nearness : NEAR_COUNT;
    }
    if (memcmp(token, variant->token, length) != 0) {
        return NEAR_COUNT;
    }
    if (size == length) {
        return variant->nearness == NEAR_BEGIN ? NEAR_WHOLE : variant->nearness;
    }
    return variant->fit == FIT_BEGINS ? variant->nearness : NEAR_COUNT;
}

/* What is as typed counts alike; beyond that each nearness is for itself. */
static Nearness class_of(Nearness nearness)
{
    return nearness <= NEAR_BEGIN ? NEAR_BEGIN : nearness;
}

/* Notes have many words: one of them that sounds alike says less than a name that is one letter
 * off. */
static Nearness order_of(const Spot *spot)
{
    return spot->nearness == NEAR_SOUND && spot->group >= GROUP_RELATION ? NEAR_TYPO
                                                                         : class_of(spot->nearness);
}

static bool is_better(const Spot *spot, const Spot *other)
{
    if (other->variant == NULL || class_of(spot->nearness) != class_of(other->nearness)) {
        return other->variant == NULL || spot->nearness < other->nearness;
    }
    return spot->cost < other->cost;
}

/* Whether one of the variants stands anywhere in the words of CANDIDATE: where not, as with most,
 * they need not be looked at one by one. Many variants would take longer. */
static bool may_fit(const Candidate *candidate, const Sought *sought)
{
    bool may = sought->variants->len > MOST_SEARCHED;
    for (guint i = 0; !may && i < sought->variants->len; i++) {
        const Variant *variant = g_ptr_array_index(sought->variants, i);
        const char *wanted = variant->fit == FIT_HOLDS ? variant->token + 1 : variant->token;
        may = strstr(candidate->words, wanted) != NULL;
    }
    return may;
}

Spot rank_spot(const Candidate *candidate, const Sought *sought)
{
    Spot best = {.group = GROUP_COUNT, .nearness = NEAR_COUNT};
    if (!may_fit(candidate, sought)) {
        return best;
    }
    WordGroup group = GROUP_NAME;
    for (const char *at = candidate->words; *at != '\0';) {
        const char *end = strchrnul(at, ' ');
        size_t size = (size_t)(end - at);
        if (size == 1 && *at == *WORD_BREAK) {
            group++;
        }
        for (guint i = 0; size > 1 && group < GROUP_COUNT && i < sought->variants->len; i++) {
            const Variant *variant = g_ptr_array_index(sought->variants, i);
            /* Nearly all differ here already. */
            if (variant->token[0] != at[0] ||
                (variant->fit != FIT_HOLDS && variant->token[1] != at[1])) {
                continue;
            }
            Nearness nearness = nearness_of(at, size, variant);
            Spot spot = {
                .variant = variant,
                .group = group,
                .nearness = nearness,
                .cost =
                    cost_of(sought, group, nearness == NEAR_WHOLE || variant->fit == FIT_EQUAL) +
                    variant->apart * COST_OF_A_LETTER,
                .leads = at == candidate->words,
            };
            best = nearness != NEAR_COUNT && is_better(&spot, &best) ? spot : best;
        }
        at = *end != '\0' ? end + 1 : end;
    }
    return best;
}

/* Whether one of the words of where CANDIDATE lives is NUMBER. */
static bool lives_at(const Candidate *candidate, const char *number)
{
    const char *at = candidate->words;
    for (WordGroup group = GROUP_NAME; at != NULL && group < GROUP_PLACE; group++) {
        at = strchr(at, *WORD_BREAK);
        at = at != NULL ? at + 1 : NULL;
    }
    size_t length = strlen(number);
    while (at != NULL && *at != '\0' && *at != *WORD_BREAK) {
        size_t size = strcspn(at, " ");
        if (size == 1 + length && memcmp(at + 1, number, length) == 0) {
            return true;
        }
        at += size + strspn(at + size, " ");
    }
    return false;
}

static bool rank_one(const Candidate *candidate, const GPtrArray *sought, gint64 exact,
                     Ranked *ranked)
{
    *ranked = (Ranked){.candidate = candidate, .exact = candidate->customer_id == exact};
    if (ranked->exact) {
        ranked->hit = GROUP_NUMBER;
        ranked->nearness = NEAR_EXACT;
        return true;
    }
    bool is_place = false;
    guint houses = 0; /* what the numbers cost that are those of where CANDIDATE lives */
    for (guint i = 0; i < sought->len; i++) {
        const Sought *one = g_ptr_array_index(sought, i);
        Spot spot = rank_spot(candidate, one);
        if (spot.variant == NULL && !one->term->is_idle) {
            return false;
        }
        if (one->term->is_idle) {
            ranked->idle += spot.variant == NULL;
            continue;
        }
        is_place = is_place || (spot.group == GROUP_PLACE && one->term->kind == TERM_WORD);
        ranked->leads = ranked->leads || spot.leads;
        ranked->cost += spot.cost;
        if (one->term->kind == TERM_DIGITS && lives_at(candidate, one->term->word)) {
            houses += spot.cost;
        }
        ranked->hit = MAX(ranked->hit, spot.group);
        ranked->nearness = MAX(ranked->nearness, spot.nearness);
        ranked->order = MAX(ranked->order, order_of(&spot));
    }
    /* Beside a street a number is that of the house, and no customer number that begins so. */
    ranked->cost -= is_place ? houses : 0;
    return true;
}

bool rank_fits(const Candidate *candidate, const GPtrArray *sought, gint64 exact)
{
    Ranked ranked;
    return rank_one(candidate, sought, exact, &ranked);
}

static gint compare(gconstpointer left, gconstpointer right)
{
    const Ranked *a = left, *b = right;
    const gint orders[] = {
        order_numbers(b->exact, a->exact),
        order_numbers(a->order, b->order),
        order_numbers(a->cost, b->cost),
        order_numbers(a->idle, b->idle),
        order_numbers(place_rank(a->candidate->place), place_rank(b->candidate->place)),
        order_numbers(b->leads, a->leads),
        strcmp(a->candidate->words, b->candidate->words),
        order_numbers(a->candidate->customer_id, b->candidate->customer_id),
    };
    for (guint i = 0; i < G_N_ELEMENTS(orders); i++) {
        if (orders[i] != 0) {
            return orders[i];
        }
    }
    return 0;
}

GArray *rank_candidates(const GPtrArray *candidates, const GPtrArray *sought, gint64 exact)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
    GArray *ranked = g_array_new(FALSE, FALSE, sizeof(Ranked));
    for (guint i = 0; i < candidates->len; i++) {
        Candidate *candidate = g_ptr_array_index(candidates, i);
        Ranked entry;
        if (g_hash_table_add(seen, &candidate->customer_id) &&
            rank_one(candidate, sought, exact, &entry)) {
            g_array_append_val(ranked, entry);
        }
    }
    g_array_sort(ranked, compare);
    return ranked;
}
