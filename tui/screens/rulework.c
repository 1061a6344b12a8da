/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens of rules ask of the shop, and the deeds that change rules. */
#include "tui/screens/rulework.h"

#include "data/base/i18n.h"
#include "data/diary/article.h"

typedef struct {
    RuleDeed deed;
    Rule *rule; /* every run works on a copy */
    char *article;
    char *today;
    Who who;
} Job;

void rule_model_free(gpointer data)
{
    RuleModel *model = data;
    record_free(model->rule);
    g_free(model->article);
    g_free(model);
}

static char *article_name(Db *db, gint64 id, GError **error)
{
    Article *article = record_load(db, &article_type, id, error);
    char *name = article != NULL ? g_strdup(article->name) : NULL;
    record_free(article);
    return name;
}

/* Takes RULE over; NULL on a fault. */
static RuleModel *model_of(Db *db, Rule *rule, GError **error)
{
    RuleModel *model = g_new0(RuleModel, 1);
    model->rule = rule;
    if (rule->article_id != 0) {
        model->article = article_name(db, rule->article_id, error);
        if (model->article == NULL) {
            g_clear_pointer(&model, rule_model_free);
        }
    }
    return model;
}

static Rule *new_rule(void)
{
    Rule *rule = record_new(&rule_type);
    record_set_text(&rule->event, rule_events[0].code);
    record_set_text(&rule->action, rule_actions[0].code);
    rule->is_active = 1;
    return rule;
}

gpointer rule_model_load(Shop *shop, gconstpointer ask, GError **error)
{
    gint64 id = *(const gint64 *)ask;
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    Rule *rule = id != 0 ? record_load(shop->db, &rule_type, id, error) : new_rule();
    RuleModel *model = rule != NULL ? model_of(shop->db, rule, error) : NULL;
    db_read_end(shop->db);
    return model;
}

GPtrArray *rule_models(Db *db, GError **error)
{
    g_autoptr(GPtrArray) rules = rule_list(db, error);
    g_autoptr(GPtrArray) models = g_ptr_array_new_with_free_func(rule_model_free);
    bool ok = rules != NULL;
    while (ok && rules->len > 0) {
        RuleModel *model = model_of(db, g_ptr_array_steal_index(rules, 0), error);
        ok = model != NULL;
        if (ok) {
            g_ptr_array_add(models, model);
        }
    }
    return ok ? g_steal_pointer(&models) : NULL;
}

/* ---- deeds ---- */

gpointer rule_job_new(RuleDeed deed, const Rule *rule, const char *article, Day today,
                      const Who *who)
{
    Job *job = g_new0(Job, 1);
    job->deed = deed;
    job->rule = record_copy(rule);
    job->article = g_strdup(article);
    job->today = day_to_text(today);
    job->who = *who;
    return job;
}

void rule_job_free(gpointer data)
{
    Job *job = data;
    record_free(job->rule);
    g_free(job->article);
    g_free(job->today);
    g_free(job);
}

static const char *verb_of(const Job *job)
{
    if (job->deed == RULE_REMOVE) {
        return N_("removing a rule");
    }
    if (job->deed == RULE_SWITCH) {
        return job->rule->is_active != 0 ? N_("letting a rule rest") : N_("letting a rule act");
    }
    return job->rule->head.id != 0 ? N_("changing a rule") : N_("adding a rule");
}

/* Whether a rule that is about to be stored rested until now, or was not there. */
static bool rested(Db *db, const Rule *rule, bool *was_resting, GError **error)
{
    *was_resting = true;
    if (rule->head.id == 0) {
        return true;
    }
    Rule *before = record_load(db, &rule_type, rule->head.id, error);
    if (before != NULL) {
        *was_resting = before->is_active == 0;
    }
    record_free(before);
    return before != NULL;
}

static bool store(Deed *deed, const Job *job, Rule *rule, GError **error)
{
    bool was_resting = false;
    rule->article_id = 0;
    if (job->article != NULL && *job->article != '\0' &&
        !article_named(deed, job->article, &rule->article_id, error)) {
        return false;
    }
    if (!rested(deed_db(deed), rule, &was_resting, error)) {
        return false;
    }
    if (was_resting && rule->is_active != 0) {
        record_set_text(&rule->from_day, job->today);
    }
    return rule_save(deed, rule, error);
}

static bool switch_over(Deed *deed, const Job *job, Rule *rule, GError **error)
{
    rule->is_active = rule->is_active != 0 ? 0 : 1;
    if (rule->is_active != 0) {
        record_set_text(&rule->from_day, job->today);
    }
    return rule_save(deed, rule, error);
}

gpointer rule_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Job *job = arg;
    g_autoptr(Deed) deed = deed_begin(shop->db, &job->who, verb_of(job), error);
    if (deed == NULL) {
        return NULL;
    }
    Rule *rule = record_copy(job->rule);
    bool ok = job->deed == RULE_REMOVE ? record_is_current(shop->db, rule, error) &&
                                             rule_remove(deed, rule->head.id, error)
              : job->deed == RULE_SWITCH ? switch_over(deed, job, rule, error)
                                         : store(deed, job, rule, error);
    ok = ok && deed_commit(deed, NULL, error);
    gint64 *id = ok ? g_memdup2(&rule->head.id, sizeof(gint64)) : NULL;
    record_free(rule);
    return id;
}
