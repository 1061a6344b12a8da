/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens of rules ask of the shop, and the deeds that change rules. */
#pragma once

#include "data/agenda/rule.h"
#include "data/shop.h"
#include "tui/work.h"

/* A rule with the name of its article. */
typedef struct {
    Rule *rule;
    char *article; /* NULL: none */
} RuleModel;

void rule_model_free(gpointer model);
/* Load of the form: ASK is a const gint64 *, the rule's id, 0 for a new one: then it reminds after
 * a purchase. */
gpointer rule_model_load(Shop *shop, gconstpointer ask, GError **error);
/* All rules in their order (RuleModel); the array frees them. NULL on a fault. */
GPtrArray *rule_models(Db *db, GError **error);

typedef enum {
    RULE_SAVE,   /* stores it, with the article of that name; the result is a gint64 *, its id */
    RULE_SWITCH, /* lets it act from today on, or rest */
    RULE_REMOVE
} RuleDeed;

/* What a job for rule_run is given. RULE and ARTICLE (NULL or "": none; only RULE_SAVE looks at it)
 * are copied. A new rule, and one that begins to act, leaves alone what was before TODAY. Free with
 * rule_job_free. */
gpointer rule_job_new(RuleDeed deed, const Rule *rule, const char *article, Day today,
                      const Who *who);
void rule_job_free(gpointer job);
/* AppJob.run; the result is the rule as a gint64 *, its id. */
gpointer rule_run(Shop *shop, gpointer job, Work *work, GError **error);
