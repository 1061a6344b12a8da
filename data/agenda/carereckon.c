/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a customer is to be contacted next, from all that is known of them. */
#include "data/agenda/care_private.h"
#include "data/agenda/quiet.h"
#include "data/customer/consent.h"

#include <string.h>

enum { MONTH = 30, EARLY = 8, LAST_PLACE = 4 };

static const guint needs_address = 1U << WAY_PHONE | 1U << WAY_EMAIL | 1U << WAY_SMS |
                                   1U << WAY_NEWSLETTER | 1U << WAY_SOCIAL | 1U << WAY_POST;
/* What the shop decides by itself needs an address for these, too. */
static const guint may_lack_address = 1U << WAY_SOCIAL | 1U << WAY_POST;

/* ---- lines ---- */

/* Which lines hold: one for each channel at most, and one for all others. */
typedef struct {
    const CarePlan *of_way[WAYS];
    const CarePlan *rest;
} Holding;

/* The higher, the more special. */
static int level_of(const CarePlan *plan)
{
    return plan->customer_id != 0 ? 2 : plan->tag != NULL ? 1 : 0;
}

/* Whether PLAN holds instead of OTHER, which is for the same channel: it is as special and never,
 * or more often. */
static bool goes_before(const CarePlan *plan, const CarePlan *other)
{
    if (other == NULL || level_of(plan) != level_of(other)) {
        return other == NULL || level_of(plan) > level_of(other);
    }
    int days = care_plan_days(plan), others = care_plan_days(other);
    return days != others ? days < others : plan->head.id < other->head.id;
}

static Holding find_holding(const CareFacts *facts)
{
    Holding holding = {.rest = NULL};
    for (guint i = 0; i < facts->lines->len; i++) {
        const CarePlan *plan = g_ptr_array_index(facts->lines, i);
        const CarePlan **place =
            plan->channel == NULL ? &holding.rest : &holding.of_way[care_way(plan->channel)];
        *place = goes_before(plan, *place) ? plan : *place;
    }
    for (CareWay way = WAY_VISIT; holding.rest != NULL && way < WAYS; way++) {
        if (holding.of_way[way] != NULL && level_of(holding.of_way[way]) < level_of(holding.rest)) {
            holding.of_way[way] = NULL;
        }
    }
    return holding;
}

/* ---- ways ---- */

static bool is_allowed(const CareFacts *facts, CareWay way, guint lacking)
{
    guint bit = 1U << way;
    const char *purpose = consent_purpose(care_way_code(way));
    bool needs_consent = purpose != NULL && consent_must_be_given(purpose);
    return (facts->refused & bit) == 0 && (!needs_consent || (facts->agreed & bit) != 0) &&
           ((needs_address & ~lacking & bit) == 0 || (facts->addresses & bit) != 0);
}

/* Whether the shop may choose WAY by itself: no line says anything else of it. */
static bool is_open(const CareFacts *facts, const Holding *holding, CareWay way)
{
    return way < WAY_COUNTER && way != WAY_VISIT && holding->of_way[way] == NULL &&
           is_allowed(facts, way, 0);
}

static CareWay choose_way(const CareFacts *facts, const Holding *holding)
{
    CareWay most = facts->is_close ? WAY_PHONE : facts->is_distant ? WAY_EMAIL : WAY_SOCIAL;
    CareWay best = WAY_COUNTER;
    if (facts->preferred == WAY_COUNTER || is_open(facts, holding, facts->preferred)) {
        return facts->preferred;
    }
    for (CareWay way = WAY_VISIT; way < WAY_COUNTER; way++) {
        if (is_open(facts, holding, way) && care_way_rank(way) <= care_way_rank(most) &&
            (best == WAY_COUNTER || care_way_rank(way) > care_way_rank(best))) {
            best = way;
        }
    }
    return best;
}

/* ---- days ---- */

/* A number below RANGE made of ID: those of ids that follow each other lie far apart, and as many
 * in each part of the range (the golden ratio as a fraction of 2 to the 64). */
static int spread(gint64 id, int range)
{
    guint64 part = ((guint64)id * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15)) >> 32;
    return (int)((part * (guint64)range) >> 32);
}

static Day whole_day(const char *text)
{
    Day day;
    return day_from_text(text, &day) && day_is_whole(day) ? day : (Day){1, 1, 1};
}

static Day later_day(Day a, Day b)
{
    return day_compare(a, b) >= 0 ? a : b;
}

/* The last contact as personal as WAY or more; "" when there was none. */
static const char *last_contact(const CareFacts *facts, CareWay way)
{
    const char *last = "";
    for (CareWay other = WAY_VISIT; other < WAYS; other++) {
        if (care_way_rank(other) >= care_way_rank(way) && strcmp(facts->last[other], last) > 0) {
            last = facts->last[other];
        }
    }
    return last;
}

static Day planned_day(const CareFacts *facts, const CarePlan *plan, CareWay way)
{
    int days = care_plan_days(plan);
    Day from = whole_day(plan->from_day);
    const char *last = last_contact(facts, way);
    if (*last != '\0') {
        Day next = day_plus(whole_day(last), days);
        if (day_compare(next, from) >= 0) {
            return later_day(day_plus(next, -spread(facts->customer_id, days / EARLY + 1)), from);
        }
    }
    from = later_day(from, whole_day(facts->entered));
    return day_plus(from, spread(facts->customer_id, days));
}

/* DAY, or the first one after it on which there were fewer contacts within a month than allowed. */
static Day with_limit(const CareFacts *facts, const CareRules *rules, Day day)
{
    guint limit = (guint)rules->per_month;
    if (limit == 0 || facts->recent_count < limit) {
        return day;
    }
    return later_day(day, day_plus(whole_day(facts->recent[limit - 1]), MONTH));
}

/* ---- rows ---- */

static void add_row(const CareFacts *facts, const CareRules *rules, const CarePlan *plan,
                    CareWay way, GArray *rows)
{
    Day due = planned_day(facts, plan, way);
    if (way != WAY_COUNTER) {
        due = with_limit(facts, rules, due);
    }
    due = facts->quiet != NULL ? quiet_day_after(facts->quiet, due) : due;
    if (!day_is_whole(due)) {
        return;
    }
    CareRow row = {.customer_id = facts->customer_id,
                   .way = way,
                   .plan_id = plan->head.id,
                   .clerk_id = facts->clerk_id,
                   .is_quiet = facts->quiet != NULL ? 1 : 0};
    if (way != WAY_COUNTER) {
        row.place = facts->class != '\0' ? facts->class - 'A' + 1 : LAST_PLACE;
    }
    g_autofree char *text = day_to_text(due);
    g_strlcpy(row.due, text, sizeof row.due);
    g_array_append_val(rows, row);
}

void care_reckon(const CareFacts *facts, const CareRules *rules, GArray *rows)
{
    if (facts->is_silent || facts->lines == NULL) {
        return;
    }
    Holding holding = find_holding(facts);
    CareWay chosen = WAYS;
    if (holding.rest != NULL && care_plan_days(holding.rest) > 0) {
        chosen = choose_way(facts, &holding);
    }
    for (CareWay way = WAY_VISIT; way < WAYS; way++) {
        const CarePlan *plan = holding.of_way[way];
        if (way == chosen) {
            add_row(facts, rules, holding.rest, way, rows);
        } else if (plan != NULL && care_plan_days(plan) > 0 &&
                   is_allowed(facts, way, may_lack_address)) {
            add_row(facts, rules, plan, way, rows);
        }
    }
}
