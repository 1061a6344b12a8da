/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying out the rules. */
#include "data/agenda/ruletend.h"

#include "data/agenda/carelimits.h"
#include "data/agenda/letter.h"
#include "data/agenda/quiet.h"
#include "data/agenda/reminder.h"
#include "data/agenda/rulefind.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/diary/visit.h"
#include "data/setting.h"

#include <string.h>

static const char tick[] =
    "INSERT INTO rule_made (rule_id, cause) VALUES ($1, $2) ON CONFLICT DO NOTHING";
static const char untick[] = "DELETE FROM rule_made WHERE (rule_id, cause) IN "
                             "(SELECT rule_id, cause FROM reminder WHERE id = $1)";

/* A call of rule_tend. */
typedef struct {
    Db *db;
    Moment now;
    GPtrArray *rules; /* Rule, also those that rest */
    GPtrArray *found; /* for each of them an array of RuleCase; NULL: it rests */
    GArray *idle;     /* the ids of reminders whose cause is gone */
    char *shop;       /* its name */
    char *state;      /* day and rules, to be remembered; NULL: they are */
    guint made;
} Tending;

static void tending_clear(Tending *tending)
{
    g_clear_pointer(&tending->rules, g_ptr_array_unref);
    g_clear_pointer(&tending->found, g_ptr_array_unref);
    g_clear_pointer(&tending->idle, g_array_unref);
    g_free(tending->shop);
    g_free(tending->state);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Tending, tending_clear)

/* ---- looking ---- */

/* The day and how the rules are: another text means that all of the last days is looked at. */
static char *state_of(const Tending *tending)
{
    g_autofree char *day = day_to_text(tending->now.day);
    g_autoptr(GString) state = g_string_new(day);
    for (guint i = 0; i < tending->rules->len; i++) {
        const Rule *rule = g_ptr_array_index(tending->rules, i);
        g_string_append_printf(state, " %" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, rule->head.id,
                               rule->head.version);
    }
    return g_string_free(g_steal_pointer(&state), FALSE);
}

static void list_free(gpointer list)
{
    if (list != NULL) {
        g_ptr_array_unref(list);
    }
}

static bool look_by_rules(Tending *tending, RuleAsk *ask, GError **error)
{
    tending->found = g_ptr_array_new_with_free_func(list_free);
    for (guint i = 0; i < tending->rules->len; i++) {
        const Rule *rule = g_ptr_array_index(tending->rules, i);
        GPtrArray *cases = NULL;
        if (rule->is_active != 0 && ask->limit > 0) {
            cases = rule_find(tending->db, rule, ask, error);
            if (cases == NULL) {
                return false;
            }
            ask->limit -= MIN(ask->limit, cases->len);
        }
        g_ptr_array_add(tending->found, cases);
    }
    return true;
}

static bool look(Tending *tending, GError **error)
{
    g_autofree char *tended = NULL;
    int per_month = 0;
    tending->rules = rule_list(tending->db, error);
    if (tending->rules == NULL ||
        !setting_get(tending->db, SETTING_RULES_TENDED, NULL, &tended, error) ||
        !setting_get(tending->db, SETTING_SHOP_NAME, "", &tending->shop, error) ||
        !care_per_month(tending->db, &per_month, error)) {
        return false;
    }
    tending->state = state_of(tending);
    RuleAsk ask = {.today = tending->now.day,
                   .is_first_look = g_strcmp0(tended, tending->state) != 0,
                   .per_month = per_month,
                   .limit = RULE_AT_ONCE};
    tending->idle = rule_find_idle(tending->db, error);
    if (tending->idle == NULL || !look_by_rules(tending, &ask, error)) {
        return false;
    }
    /* With more to be made than once, the next call looks at all of it again. */
    if (!ask.is_first_look || ask.limit == 0) {
        g_clear_pointer(&tending->state, g_free);
    }
    return true;
}

/* ---- making ---- */

/* Who came for a day is still to be asked after a quiet season, but not in it. */
static bool day_for(Db *db, const Rule *rule, const RuleCase *what, Day today, Day *day,
                    GError **error)
{
    *day = today;
    if (strcmp(rule->event, "promise") == 0) {
        return true;
    }
    g_autoptr(GPtrArray) quiet = quiet_list_of(db, what->customer_id, error);
    if (quiet == NULL) {
        return false;
    }
    Day after = quiet_day_after(quiet, today);
    *day = day_is_whole(after) ? after : today;
    return true;
}

/* Writes words, and a text to send, into REMINDER. Who writes is known when it is sent: {clerk}
 * stays as it is. */
static bool write_words(const Tending *tending, const Rule *rule, const RuleCase *what,
                        Reminder *reminder, GError **error)
{
    Customer *customer = record_load(tending->db, &customer_type, what->customer_id, error);
    g_autofree char *articles = customer != NULL && what->visit_id != 0
                                    ? visit_items_text(tending->db, what->visit_id, error)
                                    : g_strdup("");
    if (customer == NULL || articles == NULL) {
        record_free(customer);
        return false;
    }
    LetterFacts facts = {.customer = customer,
                         .article = what->article != NULL ? what->article : articles,
                         .words = what->words,
                         .shop = tending->shop,
                         .clerk = "{clerk}"};
    day_from_text(what->day, &facts.day);
    g_autofree char *filled = letter_fill(rule_words(rule), &facts);
    if (strcmp(rule->action, "draft") == 0) {
        g_autofree char *when = rule_when(rule, NULL);
        g_autofree char *words = g_strdup_printf(_("Write to them: %s"), when);
        record_set_text(&reminder->words, words);
        record_set_text(&reminder->draft, filled);
        record_set_text(&reminder->channel, rule->channel);
    } else {
        record_set_text(&reminder->words, *filled != '\0' ? filled : rule_words(rule));
    }
    record_free(customer);
    return true;
}

/* Notes that WHAT is seen to; *IS_NEW (may be NULL) is 0 when it was. */
static bool tick_off(const Tending *tending, const Rule *rule, const RuleCase *what, gint64 *is_new,
                     GError **error)
{
    return db_run(tending->db, tick, DB_VALUES(db_int(rule->head.id), db_text(what->cause)), is_new,
                  error);
}

static bool make(Deed *deed, Tending *tending, const Rule *rule, const RuleCase *what,
                 GError **error)
{
    gint64 is_new = 0;
    if (!tick_off(tending, rule, what, &is_new, error)) {
        return false;
    }
    if (is_new == 0) {
        return true;
    }
    Day day;
    Reminder *reminder = record_new(&reminder_type);
    reminder->customer_id = what->customer_id;
    reminder->branch_id = what->branch_id;
    reminder->clerk_id = what->clerk_id;
    reminder->rule_id = rule->head.id;
    record_set_text(&reminder->cause, what->cause);
    bool ok = write_words(tending, rule, what, reminder, error) &&
              day_for(tending->db, rule, what, tending->now.day, &day, error);
    if (ok) {
        const Series once = {.unit = SERIES_ONCE};
        reminder_set_due(reminder, (Moment){.day = day, .minute = MINUTE_NONE}, &once);
        ok = reminder_save(deed, reminder, error);
    }
    record_free(reminder);
    tending->made += ok ? 1 : 0;
    return ok;
}

/* One customer is asked once about several purchases. */
static bool make_all(Deed *deed, Tending *tending, const Rule *rule, const GPtrArray *cases,
                     GError **error)
{
    bool is_purchase = strcmp(rule->event, "purchase") == 0;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
    bool ok = true;
    for (guint i = 0; ok && i < cases->len; i++) {
        RuleCase *what = g_ptr_array_index(cases, i);
        bool is_first = g_hash_table_add(seen, &what->customer_id);
        ok = is_first || !is_purchase ? make(deed, tending, rule, what, error)
                                      : tick_off(tending, rule, what, NULL, error);
    }
    return ok;
}

/* Whether FAULT, which is taken over, only says that another till was quicker. */
static bool pass_over_missing(GError *fault, GError **error)
{
    if (g_error_matches(fault, FAULT, FAULT_MISSING)) {
        g_error_free(fault);
        return true;
    }
    g_propagate_error(error, fault);
    return false;
}

/* Removes the reminders whose cause is gone. It may come again. */
static bool clear_idle(Deed *deed, Tending *tending, GError **error)
{
    bool ok = true;
    for (guint i = 0; ok && i < tending->idle->len; i++) {
        gint64 id = g_array_index(tending->idle, gint64, i);
        GError *fault = NULL;
        ok = db_run(tending->db, untick, DB_VALUES(db_int(id)), NULL, error) &&
             (reminder_remove(deed, id, &fault) || pass_over_missing(fault, error));
        tending->made += ok ? 1 : 0;
    }
    return ok;
}

static bool carry_out(Tending *tending, const Who *who, GError **error)
{
    Who nobody = *who;
    nobody.clerk_id = 0;
    nobody.draft[0] = '\0';
    g_autoptr(Deed) deed = deed_begin(tending->db, &nobody, N_("carrying out the rules"), error);
    if (deed == NULL) {
        return false;
    }
    deed_make_lasting(deed);
    bool ok = clear_idle(deed, tending, error);
    for (guint i = 0; ok && i < tending->rules->len; i++) {
        const GPtrArray *cases = g_ptr_array_index(tending->found, i);
        ok = cases == NULL ||
             make_all(deed, tending, g_ptr_array_index(tending->rules, i), cases, error);
    }
    return ok && deed_commit(deed, NULL, error);
}

static bool is_nothing(const Tending *tending)
{
    guint cases = tending->idle->len;
    for (guint i = 0; i < tending->found->len; i++) {
        const GPtrArray *list = g_ptr_array_index(tending->found, i);
        cases += list != NULL ? list->len : 0;
    }
    return cases == 0;
}

bool rule_tend(Db *db, Moment now, const Who *who, guint *made, GError **error)
{
    guint count = 0;
    guint *number = made != NULL ? made : &count;
    *number = 0;
    if (db_is_read_only(db)) {
        return true;
    }
    g_auto(Tending) tending = {.db = db, .now = now};
    if (!db_read_begin(db, error)) {
        return false;
    }
    bool ok = look(&tending, error);
    db_read_end(db);
    ok = ok && (is_nothing(&tending) || carry_out(&tending, who, error)) &&
         (tending.state == NULL || setting_set(db, SETTING_RULES_TENDED, tending.state, error));
    *number = ok ? tending.made : 0;
    return ok;
}
