/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deeds at random: what is to be done, and the lists of the shop. */
#include "tests/faults/anydeed.h"

#include "data/agenda/care.h"
#include "data/agenda/careplan.h"
#include "data/agenda/interaction.h"
#include "data/agenda/quiet.h"
#include "data/agenda/reminder.h"
#include "data/agenda/rule.h"
#include "data/agenda/todo.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/customer/customer.h"
#include "data/customer/factkind.h"
#include "data/diary/article.h"
#include "data/diary/complaintcause.h"
#include "data/diary/lossreason.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"

static Day any_day(Play *play)
{
    return (Day){2026, (int)roll(play, 12) + 1, (int)roll(play, 28) + 1};
}

static bool save_reminder(Play *play, Deed *deed, GError **error)
{
    Reminder *reminder = roll(play, 2) == 0 ? play_load(play, &reminder_type) : NULL;
    if (reminder == NULL) {
        reminder = record_new(&reminder_type);
        reminder->customer_id = play_maybe(play, &customer_type);
    }
    const Moment due = {any_day(play), roll(play, 2) == 0 ? MINUTE_NONE : 600};
    const Series series = {
        .unit = roll(play, 2) == 0 ? SERIES_ONCE : SERIES_MONTHS, .step = 1, .first = due.day};
    record_set_text(&reminder->words, play_words(play, false));
    reminder->clerk_id = play_maybe(play, &clerk_type);
    reminder_set_due(reminder, due, &series);
    bool ok = reminder_save(deed, reminder, error);
    record_free(reminder);
    return ok;
}

static bool settle_reminder(Play *play, Deed *deed, GError **error)
{
    return reminder_settle(deed, play_any(play, &reminder_type), NULL, (Moment){any_day(play), 600},
                           error);
}

static bool snooze_reminder(Play *play, Deed *deed, GError **error)
{
    return reminder_snooze(deed, play_any(play, &reminder_type), (Moment){any_day(play), 600},
                           error);
}

static bool remove_reminder(Play *play, Deed *deed, GError **error)
{
    return reminder_remove(deed, play_any(play, &reminder_type), error);
}

static bool do_what_is_due(Play *play, Deed *deed, GError **error)
{
    bool is_promise = roll(play, 2) == 0;
    return todo_done(deed, is_promise ? TODO_PROMISE : TODO_PREORDER,
                     play_any(play, is_promise ? &promise_type : &preorder_type), play->now,
                     play->who.branch_id, error);
}

static bool save_contact(Play *play, Deed *deed, GError **error)
{
    Interaction *contact = roll(play, 2) == 0 ? play_load(play, &interaction_type) : NULL;
    if (contact == NULL) {
        contact = record_new(&interaction_type);
        contact->customer_id = play_any(play, &customer_type);
    }
    record_set_text(&contact->day, play_day(play, false));
    record_set_text(&contact->direction, play_code(play, interaction_directions));
    record_set_text(&contact->channel, play_code(play, interaction_channels));
    record_set_text(&contact->outcome, play_code(play, interaction_outcomes));
    record_set_text(&contact->words, play_words(play, true));
    bool ok = interaction_save(deed, contact, error);
    record_free(contact);
    return ok;
}

static bool remove_contact(Play *play, Deed *deed, GError **error)
{
    return record_remove(deed, &interaction_type, play_any(play, &interaction_type), error);
}

static bool save_plan(Play *play, Deed *deed, GError **error)
{
    CarePlan *plan = roll(play, 2) == 0 ? play_load(play, &care_plan_type) : NULL;
    if (plan == NULL) {
        plan = record_new(&care_plan_type);
        plan->customer_id = play_maybe(play, &customer_type);
        record_set_text(&plan->class,
                        plan->customer_id == 0 ? play_code(play, customer_classes) : NULL);
        record_set_text(&plan->channel, play_code(play, care_channels));
    }
    plan->every = roll(play, 9);
    record_set_text(&plan->unit, play_code(play, series_units));
    record_set_text(&plan->from_day, play_day(play, false));
    bool ok = care_plan_save(deed, plan, error);
    record_free(plan);
    return ok;
}

static bool remove_plan(Play *play, Deed *deed, GError **error)
{
    return record_remove(deed, &care_plan_type, play_any(play, &care_plan_type), error);
}

static bool put_off(Play *play, Deed *deed, GError **error)
{
    return care_put_off(deed, play_any(play, &customer_type), any_day(play), error);
}

static bool save_quiet(Play *play, Deed *deed, GError **error)
{
    static const char *const times[] = {"Sa vormittag", "Dezember", "before 9", "1.11.-24.12."};
    Quiet *quiet = record_new(&quiet_type);
    quiet->customer_id = play_any(play, &customer_type);
    assert_true(quiet_read(times[roll(play, G_N_ELEMENTS(times))], play->now.day, quiet));
    record_set_text(&quiet->words, play_words(play, true));
    bool ok = quiet_save(deed, quiet, error);
    record_free(quiet);
    return ok;
}

static bool remove_quiet(Play *play, Deed *deed, GError **error)
{
    return record_remove(deed, &quiet_type, play_any(play, &quiet_type), error);
}

const PlayAct play_agenda[] = {
    {"saving a reminder", save_reminder},
    {"settling a reminder", settle_reminder},
    {"putting a reminder off", snooze_reminder},
    {"removing a reminder", remove_reminder},
    {"doing what is due", do_what_is_due},
    {"saving a contact", save_contact},
    {"removing a contact", remove_contact},
    {"saving a line of the plan", save_plan},
    {"removing a line of the plan", remove_plan},
    {"putting a contact off", put_off},
    {"noting quiet times", save_quiet},
    {"removing quiet times", remove_quiet},
    {NULL, NULL},
};

/* ---- the shop ---- */

static bool save_rule(Play *play, Deed *deed, GError **error)
{
    Rule *rule = roll(play, 2) == 0 ? play_load(play, &rule_type) : NULL;
    if (rule == NULL) {
        rule = record_new(&rule_type);
        record_set_text(&rule->event, play_code(play, rule_events));
        record_set_text(&rule->action, play_code(play, rule_actions));
    }
    record_set_text(&rule->words, roll(play, 2) == 0 ? "Anrufen" : "Nachfragen");
    rule->days = roll(play, 30);
    rule->is_active = roll(play, 2);
    bool ok = rule_save(deed, rule, error);
    record_free(rule);
    return ok;
}

static bool remove_rule(Play *play, Deed *deed, GError **error)
{
    return rule_remove(deed, play_any(play, &rule_type), error);
}

static bool change_kinds(Play *play, Deed *deed, GError **error)
{
    gint64 id = play_any(play, &fact_kind_type);
    guint way = id == 0 ? 0 : roll(play, 4);
    if (way == 1) {
        return fact_kind_move(deed, id, (int)roll(play, 5) - 2, error);
    }
    if (way == 2) {
        return fact_kind_remove(deed, id, error);
    }
    FactKind *kind = way == 0 ? record_new(&fact_kind_type) : play_load(play, &fact_kind_type);
    record_set_text(&kind->label, play_words(play, false));
    if (way == 0) {
        record_set_text(&kind->sensitivity, roll(play, 2) == 0 ? "plain" : "health");
    }
    bool ok = way == 0 ? fact_kind_add(deed, kind, error) : fact_kind_change(deed, kind, error);
    record_free(kind);
    return ok;
}

static bool change_words(Play *play, Deed *deed, const WordList *list, GError **error)
{
    gint64 id = play_any(play, list->type);
    guint way = id == 0 ? 0 : roll(play, 4);
    if (way == 1) {
        return wordlist_move(deed, list, id, (int)roll(play, 5) - 2, error);
    }
    if (way == 2) {
        return wordlist_remove(deed, list, id, error);
    }
    ListWord *word = way == 0 ? record_new(list->type) : play_load(play, list->type);
    record_set_text(&word->label, play_words(play, false));
    if (way == 0 && list->families != NULL) {
        record_set_text(&word->family, play_code(play, list->families));
    }
    bool ok =
        way == 0 ? wordlist_add(deed, list, word, error) : wordlist_change(deed, list, word, error);
    record_free(word);
    return ok;
}

static bool change_causes(Play *play, Deed *deed, GError **error)
{
    return change_words(play, deed, &complaint_causes, error);
}

static bool change_reasons(Play *play, Deed *deed, GError **error)
{
    return change_words(play, deed, &loss_reasons, error);
}

static bool save_branch(Play *play, Deed *deed, GError **error)
{
    bool is_new = roll(play, 2) == 0;
    Branch *branch = is_new ? record_new(&branch_type) : play_load(play, &branch_type);
    if (branch == NULL) {
        return true;
    }
    record_set_text(&branch->name, play_words(play, false));
    bool ok = is_new ? record_insert(deed, branch, error) : record_update(deed, branch, error);
    record_free(branch);
    return ok;
}

static bool remove_branch(Play *play, Deed *deed, GError **error)
{
    return branch_remove(deed, play_any(play, &branch_type), error);
}

static bool save_clerk(Play *play, Deed *deed, GError **error)
{
    bool is_new = roll(play, 2) == 0;
    Clerk *clerk = is_new ? record_new(&clerk_type) : play_load(play, &clerk_type);
    record_set_text(&clerk->name, play_words(play, false));
    clerk->active = roll(play, 2);
    clerk->branch_id = play_maybe(play, &branch_type);
    bool ok = is_new ? record_insert(deed, clerk, error) : record_update(deed, clerk, error);
    record_free(clerk);
    return ok;
}

static bool learn_article(Play *play, Deed *deed, GError **error)
{
    gint64 id = 0;
    return article_named(deed, play_words(play, false), &id, error);
}

const PlayAct play_shop[] = {
    {"saving a rule", save_rule},
    {"removing a rule", remove_rule},
    {"changing the kinds of notes", change_kinds},
    {"changing the causes", change_causes},
    {"changing the reasons", change_reasons},
    {"saving a branch", save_branch},
    {"removing a branch", remove_branch},
    {"saving a clerk", save_clerk},
    {"learning an article", learn_article},
    {NULL, NULL},
};
