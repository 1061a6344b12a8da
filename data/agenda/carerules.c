/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for the contacts with all customers: ways and the lines of the plan. */
#include "data/agenda/care_private.h"
#include "data/lookup/fold.h"

#include <string.h>

static const char tag_kind[] = "SELECT id FROM fact_kind WHERE code = 'tag'";
static const char any_own[] =
    "SELECT EXISTS (SELECT 1 FROM care_plan WHERE customer_id IS NOT NULL)";

typedef struct {
    const char *code;
    int rank;
} Way;

static const Way ways[WAYS] = {
    [WAY_VISIT] = {"visit", 6},           [WAY_PHONE] = {"phone", 5},
    [WAY_EMAIL] = {"email", 2},           [WAY_SMS] = {"sms", 3},
    [WAY_SOCIAL] = {"social", 4},         [WAY_POST] = {"post", 1},
    [WAY_NEWSLETTER] = {"newsletter", 0}, [WAY_COUNTER] = {"counter", 6},
};

CareWay care_way(const char *code)
{
    CareWay way = WAY_VISIT;
    while (way < WAYS && g_strcmp0(ways[way].code, code) != 0) {
        way++;
    }
    return way;
}

const char *care_way_code(CareWay way)
{
    return ways[way].code;
}

int care_way_rank(CareWay way)
{
    return ways[way].rank;
}

void care_rules_free(CareRules *rules)
{
    if (rules != NULL) {
        g_clear_pointer(&rules->lines, g_ptr_array_unref);
        g_hash_table_unref(rules->tags);
        g_free(rules);
    }
}

static void add_tag(CareRules *rules, CarePlan *plan)
{
    g_autofree char *key = fold_key(plan->tag);
    GPtrArray *lines = g_hash_table_lookup(rules->tags, key);
    if (lines == NULL) {
        lines = g_ptr_array_new();
        g_hash_table_insert(rules->tags, g_steal_pointer(&key), lines);
    }
    g_ptr_array_add(lines, plan);
}

CareRules *care_rules_load(Db *db, GError **error)
{
    g_autoptr(CareRules) rules = g_new0(CareRules, 1);
    gint64 own = 0;
    rules->tags =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    rules->lines = care_plan_list(db, 0, error);
    if (rules->lines == NULL || !care_per_month(db, &rules->per_month, error) ||
        !db_get_int(db, tag_kind, DB_NO_VALUES, &rules->tag_kind, NULL, error) ||
        !db_get_int(db, any_own, DB_NO_VALUES, &own, NULL, error)) {
        return NULL;
    }
    rules->has_own = own != 0;
    for (guint i = 0; i < rules->lines->len; i++) {
        CarePlan *plan = g_ptr_array_index(rules->lines, i);
        if (plan->tag != NULL) {
            add_tag(rules, plan);
        }
    }
    return g_steal_pointer(&rules);
}
