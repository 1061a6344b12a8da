/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shop does by itself after something happened. */
#include "data/agenda/rule.h"

#include "data/agenda/letter.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"

#include <stddef.h>
#include <string.h>

/* Between the places of two rules, so that a row can be written in by hand. */
enum { PLACE_STEP = 10, DAYS_MOST = 999 };

static const Field fields[] = {
    {"code", FIELD_TEXT, FIELD_PLAIN, offsetof(Rule, code), NULL},
    {"event", FIELD_TEXT, FIELD_REQUIRED, offsetof(Rule, event), N_("After")},
    {"article_id", FIELD_REF, FIELD_PLAIN, offsetof(Rule, article_id), N_("Article")},
    {"days", FIELD_INT, FIELD_PLAIN, offsetof(Rule, days), N_("Days")},
    {"action", FIELD_TEXT, FIELD_REQUIRED, offsetof(Rule, action), N_("Does")},
    {"channel", FIELD_TEXT, FIELD_PLAIN, offsetof(Rule, channel), N_("Way")},
    {"words", FIELD_TEXT, FIELD_PLAIN, offsetof(Rule, words), N_("Words")},
    {"is_active", FIELD_INT, FIELD_PLAIN, offsetof(Rule, is_active), N_("Is used")},
    {"from_day", FIELD_TEXT, FIELD_PLAIN, offsetof(Rule, from_day), N_("Since")},
    {"place", FIELD_INT, FIELD_PLAIN, offsetof(Rule, place), NULL},
};

static char *call(gconstpointer record)
{
    return g_strdup(rule_words(record));
}

const RecordType rule_type = {
    .table = "rule",
    .label = N_("rule"),
    .size = sizeof(Rule),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_NOTHING,
    .call = call,
};

const Choice rule_events[] = {
    {"purchase", N_("a purchase")},
    {"complaint", N_("a complaint was closed")},
    {"first_visit", N_("the first visit")},
    {"wish", N_("a wish was fulfilled")},
    {"promise", N_("a promise falls due")},
    {"away", N_("twice the usual time away")},
    {NULL, NULL},
};

const Choice rule_actions[] = {
    {"reminder", N_("remind")},
    {"draft", N_("offer a text")},
    {NULL, NULL},
};

/* A rule that comes with the program. */
typedef struct {
    const char *code, *event;
    gint64 days;
    const char *action, *channel; /* the channel may be NULL */
    bool is_active;
    const char *words; /* N_() */
} BuiltinRule;

/* Active are those that only remind of what somebody waits for. */
static const BuiltinRule builtin[] = {
    {"after_complaint", "complaint", 7, "reminder", NULL, true,
     N_("Ask whether all is well again: {words}")},
    {"after_wish", "wish", 0, "reminder", NULL, true, N_("Tell that it is there now: {words}")},
    {"after_purchase", "purchase", 3, "reminder", NULL, false, N_("Ask how it was: {article}")},
    {"welcome", "first_visit", 1, "draft", "email", false,
     N_("{salutation},\n\nthank you for your first visit on {day}. It was good to have you here, "
        "and "
        "we would be glad to see you again.\n\n{clerk}\n{shop}")},
    {"promise", "promise", 1, "reminder", NULL, false, N_("Promised until {day}: {words}")},
    {"away", "away", 0, "reminder", NULL, false,
     N_("Ask how things are: has not been here since {day}")},
};

static const BuiltinRule *builtin_of(const Rule *rule)
{
    for (guint i = 0; i < G_N_ELEMENTS(builtin); i++) {
        if (g_strcmp0(builtin[i].code, rule->code) == 0) {
            return &builtin[i];
        }
    }
    return NULL;
}

const char *rule_words(const Rule *rule)
{
    const BuiltinRule *own = builtin_of(rule);
    const char *words = own != NULL ? _(own->words) : "";
    return rule->words != NULL ? rule->words : words;
}

/* ---- when, for people ---- */

static char *after_purchase(int days, const char *article)
{
    if (article == NULL) {
        return days == 0 ? g_strdup(_("after any purchase"))
                         : g_strdup_printf(ngettext("%d day after any purchase",
                                                    "%d days after any purchase", (gulong)days),
                                           days);
    }
    return days == 0 ? g_strdup_printf(_("after a purchase of %s"), article)
                     : g_strdup_printf(ngettext("%d day after a purchase of %s",
                                                "%d days after a purchase of %s", (gulong)days),
                                       days, article);
}

static char *after_complaint(int days)
{
    return days == 0
               ? g_strdup(_("when a complaint was closed"))
               : g_strdup_printf(ngettext("%d day after a complaint was closed",
                                          "%d days after a complaint was closed", (gulong)days),
                                 days);
}

static char *after_first_visit(int days)
{
    return days == 0 ? g_strdup(_("after the first visit"))
                     : g_strdup_printf(ngettext("%d day after the first visit",
                                                "%d days after the first visit", (gulong)days),
                                       days);
}

static char *after_wish(int days)
{
    return days == 0 ? g_strdup(_("when a wish was fulfilled"))
                     : g_strdup_printf(ngettext("%d day after a wish was fulfilled",
                                                "%d days after a wish was fulfilled", (gulong)days),
                                       days);
}

static char *before_promise(int days)
{
    return days == 0 ? g_strdup(_("on the day a promise falls due"))
                     : g_strdup_printf(ngettext("%d day before a promise falls due",
                                                "%d days before a promise falls due", (gulong)days),
                                       days);
}

static char *after_away(int days)
{
    return days == 0
               ? g_strdup(_("after twice the usual time away"))
               : g_strdup_printf(ngettext("%d day after twice the usual time away",
                                          "%d days after twice the usual time away", (gulong)days),
                                 days);
}

char *rule_when(const Rule *rule, const char *article)
{
    int days = (int)CLAMP(rule->days, 0, DAYS_MOST);
    switch (choice_place(rule_events, rule->event)) {
    case 1:
        return after_purchase(days, article);
    case 2:
        return after_complaint(days);
    case 3:
        return after_first_visit(days);
    case 4:
        return after_wish(days);
    case 5:
        return before_promise(days);
    default:
        return after_away(days);
    }
}

/* ---- what the owner changes ---- */

static bool refuse(GError **error, const char *why)
{
    g_set_error_literal(error, FAULT, FAULT_REFUSED, why);
    return false;
}

static bool check(const Rule *rule, GError **error)
{
    if (choice_place(rule_events, rule->event) == 0) {
        return refuse(error, _("Please say after what the rule does something."));
    }
    if (choice_place(rule_actions, rule->action) == 0) {
        return refuse(error, _("Please say whether the rule reminds or offers a text."));
    }
    if (rule->days < 0 || rule->days > DAYS_MOST) {
        return refuse(error, _("Please give the days as a number from 0 to 999."));
    }
    bool is_draft = strcmp(rule->action, "draft") == 0;
    if (*rule_words(rule) == '\0') {
        return refuse(error, is_draft ? _("Please write the text that the rule offers.")
                                      : _("Please say what is to be done, in a few words."));
    }
    if (is_draft && rule->channel == NULL) {
        return refuse(error, _("Please say by which way the text would go."));
    }
    return letter_check(rule_words(rule), error);
}

bool rule_save(Deed *deed, Rule *rule, GError **error)
{
    if (!check(rule, error)) {
        return false;
    }
    if (strcmp(rule->event, "purchase") != 0) {
        rule->article_id = 0;
    }
    if (rule->head.id != 0) {
        return record_update(deed, rule, error);
    }
    gint64 last = 0;
    if (!db_get_int(deed_db(deed), "SELECT MAX(place) FROM rule", DB_NO_VALUES, &last, NULL,
                    error)) {
        return false;
    }
    rule->place = last + PLACE_STEP;
    return record_insert(deed, rule, error);
}

static bool may_go(Db *db, const Rule *rule, GError **error)
{
    gint64 count = 0;
    if (rule->code != NULL) {
        return refuse(error,
                      _("This rule comes with the program. Let it rest if you do not want it."));
    }
    if (!db_get_int(db, "SELECT COUNT(*) FROM reminder WHERE rule_id = $1",
                    DB_VALUES(db_int(rule->head.id)), &count, NULL, error)) {
        return false;
    }
    if (count > 0) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    ngettext("%d reminder was made by this rule. Let it rest instead.",
                             "%d reminders were made by this rule. Let it rest instead.",
                             (gulong)count),
                    (int)count);
    }
    return count == 0;
}

bool rule_remove(Deed *deed, gint64 id, GError **error)
{
    Rule *rule = record_load(deed_db(deed), &rule_type, id, error);
    bool ok = rule != NULL && may_go(deed_db(deed), rule, error) &&
              record_remove(deed, &rule_type, id, error);
    record_free(rule);
    return ok;
}

GPtrArray *rule_list(Db *db, GError **error)
{
    return record_list(db, &rule_type, "ORDER BY place, id", DB_NO_VALUES, error);
}

static bool is_there(const GPtrArray *rules, const char *code)
{
    for (guint i = 0; i < rules->len; i++) {
        if (g_strcmp0(((const Rule *)g_ptr_array_index(rules, i))->code, code) == 0) {
            return true;
        }
    }
    return false;
}

bool rule_add_builtin(Deed *deed, GError **error)
{
    g_autoptr(GPtrArray) present = rule_list(deed_db(deed), error);
    g_autofree char *today = g_strndup(deed_who(deed)->at, strlen("YYYY-MM-DD"));
    bool ok = present != NULL;
    for (guint i = 0; ok && i < G_N_ELEMENTS(builtin); i++) {
        if (is_there(present, builtin[i].code)) {
            continue;
        }
        Rule *rule = record_new(&rule_type);
        record_set_text(&rule->code, builtin[i].code);
        record_set_text(&rule->event, builtin[i].event);
        rule->days = builtin[i].days;
        record_set_text(&rule->action, builtin[i].action);
        record_set_text(&rule->channel, builtin[i].channel);
        rule->is_active = builtin[i].is_active;
        record_set_text(&rule->from_day, today);
        rule->place = PLACE_STEP * ((gint64)i + 1);
        ok = record_insert(deed, rule, error);
        record_free(rule);
    }
    return ok;
}
