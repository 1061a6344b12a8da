/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card: what a clerk sees of a customer. */
#include "data/customer/card.h"

#include "data/agenda/care.h"
#include "data/agenda/quiet.h"
#include "data/agenda/reminder.h"
#include "data/agenda/silence.h"
#include "data/customer/consent.h"
#include "data/customer/fact.h"
#include "data/diary/complaint.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "data/diary/timeline.h"
#include "data/diary/usual.h"
#include "data/diary/wish.h"
#include "data/nametable.h"
#include "data/setting.h"

#include <string.h>

enum { DAYS_BEHIND = 7, DAYS_AHEAD = 7 };

void card_free(Card *card)
{
    if (card == NULL) {
        return;
    }
    sheet_free(card->sheet);
    g_clear_pointer(&card->kinds, g_ptr_array_unref);
    g_clear_pointer(&card->warnings, g_ptr_array_unref);
    g_clear_pointer(&card->near, g_ptr_array_unref);
    g_clear_pointer(&card->clerks, g_hash_table_unref);
    g_clear_pointer(&card->branches, g_hash_table_unref);
    g_clear_pointer(&card->sum, visit_sum_free);
    g_free(card->often);
    record_free(card->last);
    record_free(card->never);
    record_free(card->extra);
    record_free(card->loss);
    g_clear_pointer(&card->timeline, g_ptr_array_unref);
    g_clear_pointer(&card->complaints, g_ptr_array_unref);
    g_clear_pointer(&card->promises, g_ptr_array_unref);
    g_clear_pointer(&card->preorders, g_ptr_array_unref);
    g_clear_pointer(&card->wishes, g_ptr_array_unref);
    g_clear_pointer(&card->reminders, g_ptr_array_unref);
    g_clear_pointer(&card->care, g_ptr_array_unref);
    g_clear_pointer(&card->quiet, g_ptr_array_unref);
    g_free(card->currency);
    g_free(card);
}

const char *card_clerk(const Card *card, gint64 clerk_id)
{
    return nametable_name(card->clerks, clerk_id);
}

const char *card_branch(const Card *card, gint64 branch_id)
{
    return nametable_name(card->branches, branch_id);
}

Day card_last_day(const Card *card)
{
    const char *last = visit_sum_last_day(card->sum, card->sheet->customer->last_visit_before);
    Day day;
    return last != NULL && day_from_text(last, &day) && day_is_whole(day) ? day : DAY_NONE;
}

gint64 card_visits(const Card *card)
{
    return MAX(card->sheet->customer->visits_before, 0) + card->sum->visits;
}

static bool load_names(Db *db, Card *card, GError **error)
{
    card->clerks = nametable_clerks(db, error);
    card->branches = card->clerks != NULL ? nametable_branches(db, error) : NULL;
    return card->branches != NULL &&
           setting_get(db, SETTING_CURRENCY, "EUR", &card->currency, error);
}

/* Whether facts of that sensitivity are there without an answer to whether they may be kept. */
static bool must_ask(const Card *card, const char *sensitivity)
{
    bool any = false;
    for (guint i = 0; i < card->sheet->facts->len && !any; i++) {
        const Fact *fact = g_ptr_array_index(card->sheet->facts, i);
        const FactKind *kind = fact_kind_by_id(card->kinds, fact->kind_id);
        any = kind != NULL && strcmp(kind->sensitivity, sensitivity) == 0;
    }
    for (guint i = 0; i < card->sheet->consents->len && any; i++) {
        const Consent *consent = g_ptr_array_index(card->sheet->consents, i);
        any = strcmp(consent->purpose, sensitivity) != 0;
    }
    return any;
}

static bool load_last_visit(Db *db, Card *card, gint64 customer_id, GError **error)
{
    static const char tail[] =
        "WHERE customer_id = $1 AND kind = 'visit' ORDER BY day DESC, id DESC LIMIT 1";
    g_autoptr(GPtrArray) list =
        record_list(db, &visit_type, tail, DB_VALUES(db_int(customer_id)), error);
    if (list != NULL && list->len > 0) {
        card->last = record_copy(g_ptr_array_index(list, 0));
    }
    return list != NULL;
}

static bool load_often(Db *db, Card *card, gint64 customer_id, GError **error)
{
    g_autoptr(UsualOrder) usual = usual_load(db, customer_id, error);
    if (usual != NULL && sheet_fact(card->sheet, card->kinds, "usual") == NULL &&
        *usual->articles != '\0') {
        card->often = g_steal_pointer(&usual->articles);
    }
    return usual != NULL;
}

/* What happened, newest first. */
static bool load_past(Db *db, Card *card, gint64 customer_id, Day today, GError **error)
{
    TimelinePlace newest = {0};
    card->sum = visit_sum_load(db, customer_id, error);
    if (card->sum == NULL || !rhythm_load(db, customer_id, &card->rhythm, error) ||
        !load_last_visit(db, card, customer_id, error) ||
        !load_often(db, card, customer_id, error) ||
        !extra_last_of(db, customer_id, day_plus(today, -EXTRA_DAYS), &card->extra, error)) {
        return false;
    }
    card->timeline = timeline_page(db, customer_id, TIMELINE_ALL & ~(guint)TIMELINE_NOTES, 0,
                                   &newest, CARD_TIMELINE, error);
    return card->timeline != NULL;
}

static bool load_feedback(Db *db, Card *card, gint64 customer_id, GError **error)
{
    card->wishes = wish_untold_of(db, customer_id, error);
    return card->wishes != NULL && feedback_signs_load(db, customer_id, &card->signs, error);
}

static bool load_never(Db *db, Card *card, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) own = care_plan_list(db, customer_id, error);
    for (guint i = 0; own != NULL && i < own->len && card->never == NULL; i++) {
        const CarePlan *plan = g_ptr_array_index(own, i);
        card->never = care_plan_is_never(plan) ? record_copy(plan) : NULL;
    }
    return own != NULL;
}

/* What is to be done for them, and when they are left in peace. */
static bool load_agenda(Db *db, Card *card, gint64 customer_id, GError **error)
{
    card->reminders = reminder_open_of(db, customer_id, error);
    card->care = card->reminders != NULL ? care_list_of(db, customer_id, error) : NULL;
    card->quiet = card->care != NULL ? quiet_list_of(db, customer_id, error) : NULL;
    return card->quiet != NULL && load_never(db, card, customer_id, error);
}

/* What is still open between the shop and them. */
static bool load_open(Db *db, Card *card, gint64 customer_id, Day today, GError **error)
{
    card->complaints = complaint_open_of(db, customer_id, error);
    card->promises = card->complaints != NULL ? promise_open_of(db, customer_id, error) : NULL;
    card->preorders = card->promises != NULL ? preorder_open_of(db, customer_id, error) : NULL;
    return card->preorders != NULL && loss_current(db, customer_id, &card->loss, error) &&
           survey_is_due(db, customer_id, today, &card->survey_due, error) &&
           load_feedback(db, card, customer_id, error) && load_agenda(db, card, customer_id, error);
}

static bool load(Db *db, Card *card, gint64 customer_id, Day today, GError **error)
{
    LeapRule rule;
    card->sheet = sheet_load(db, customer_id, error);
    if (card->sheet == NULL || !silence_sheet(db, card->sheet, error) ||
        !due_leap_rule(db, &rule, error)) {
        return false;
    }
    card->kinds = fact_kind_list(db, error);
    if (card->kinds == NULL || !load_names(db, card, error) ||
        !load_past(db, card, customer_id, today, error) ||
        !load_open(db, card, customer_id, today, error)) {
        return false;
    }
    card->near = due_of_sheet(db, card->sheet, day_plus(today, -DAYS_BEHIND),
                              day_plus(today, DAYS_AHEAD), rule, error);
    if (card->near == NULL) {
        return false;
    }
    for (guint i = card->near->len; i > 0; i--) {
        const Due *due = g_ptr_array_index(card->near, i - 1);
        if (due->greeted && day_compare(due->kept, today) < 0) {
            g_ptr_array_remove_index(card->near, i - 1);
        }
    }
    card->warnings = sheet_warnings(card->sheet, card->kinds);
    card->usual = sheet_fact(card->sheet, card->kinds, "usual");
    card->ask_health = must_ask(card, "health");
    card->ask_belief = must_ask(card, "belief");
    return true;
}

Card *card_load(Db *db, gint64 customer_id, Day today, GError **error)
{
    g_autoptr(Card) card = g_new0(Card, 1);
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    bool ok = load(db, card, customer_id, today, error);
    db_read_end(db);
    return ok ? g_steal_pointer(&card) : NULL;
}
