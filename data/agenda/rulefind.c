/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding what a rule is to be carried out for. */
#include "data/agenda/rulefind.h"

#include "data/agenda/greeting.h"
#include "data/agenda/interaction.h"
#include "data/agenda/ruletend.h"
#include "data/customer/consent.h"
#include "data/customer/customer.h"
#include "data/diary/loss.h"

#include <string.h>

/* After a visit nobody is missed for so many days, however often they come. */
enum { AWAY_LEAST = 14, PRESSURE_DAYS = 30 };

/* Parts of the statements: what is known of rows with a customer, and the conditions that hold for
 * each. $1 is the rule, $2 and $3 are the first and the last day, $4 is how many. */
#define IS_NEW(cause)                                                                              \
    " AND NOT EXISTS (SELECT 1 FROM rule_made WHERE rule_made.rule_id = $1 "                       \
    "AND rule_made.cause = " cause ") AND NOT " CUSTOMER_IS_ERASED(                                \
        "customer") " "                                                                            \
                    "AND NOT EXISTS (SELECT 1 FROM loss WHERE loss.customer_id = customer.id "     \
                    "AND " LOSS_IS_SILENT ") "
/* $5 is what has to be agreed to ("": nothing), $6 thirty days ago, $7 how many contacts from us
 * there may be since then (0: any number; which ones count is told in care.h), $8 whether it is
 * enough that nobody refused. */
#define IS_WELCOME                                                                                 \
    "AND ($5 = '' OR EXISTS (SELECT 1 FROM consent WHERE consent.customer_id = customer.id "       \
    "AND consent.purpose = $5 AND consent.state = 'given') OR ($8 = 1 "                            \
    "AND NOT EXISTS (SELECT 1 FROM consent WHERE consent.customer_id = customer.id "               \
    "AND consent.purpose = $5 AND consent.state <> 'given'))) "                                    \
    "AND ($7 = 0 OR (SELECT COUNT(*) FROM interaction WHERE interaction.customer_id = "            \
    "customer.id AND interaction.day > $6 AND " INTERACTION_IS_OURS ") + (SELECT COUNT(*) "        \
    "FROM greeting WHERE greeting.customer_id = customer.id "                                      \
    "AND substr(greeting.created_at, 1, 10) > $6 AND " GREETING_IS_OURS ") < $7) "                 \
    "AND NOT EXISTS (SELECT 1 FROM reminder WHERE reminder.customer_id = customer.id "             \
    "AND reminder.rule_id = $1 AND (reminder.state = 'open' OR reminder.due_day > $6)) "

static const char purchases[] =
    "SELECT 'visit ' || visit.id, customer.id, visit.branch_id, customer.clerk_id, NULL, visit.id, "
    "NULL, visit.day FROM visit JOIN customer ON customer.id = visit.customer_id WHERE visit.day "
    ">= $2 AND visit.day <= $3 AND visit.kind = 'visit'" IS_NEW("'visit ' || visit.id") IS_WELCOME
    "ORDER BY visit.day, visit.id LIMIT $4";
/* What of a visit is the rule's article, or has its name in its own: who says "Torte" means "Torte
 * für 12" and "Friesentorte", too. */
#define BOUGHT                                                                                     \
    "FROM visit_item JOIN article AS bought ON bought.id = visit_item.article_id "                 \
    "WHERE visit_item.visit_id = visit.id AND replace(bought.key, article.key, '') <> bought.key"
static const char purchases_of[] =
    "SELECT 'visit ' || visit.id, customer.id, visit.branch_id, customer.clerk_id, "
    "(SELECT MIN(bought.name) " BOUGHT "), 0, NULL, visit.day FROM visit JOIN customer ON "
    "customer.id = visit.customer_id JOIN article ON article.id = $9 WHERE visit.day >= $2 AND "
    "visit.day <= $3 AND visit.kind = 'visit' AND EXISTS (SELECT 1 " BOUGHT
    ")" IS_NEW("'visit ' || visit.id") IS_WELCOME "ORDER BY visit.day, visit.id LIMIT $4";
static const char first_visits[] =
    "SELECT 'customer ' || customer.id, customer.id, visit.branch_id, customer.clerk_id, NULL, "
    "visit.id, NULL, visit_sum.first_day FROM visit_sum JOIN customer ON customer.id = "
    "visit_sum.customer_id JOIN visit ON visit.id = (SELECT MIN(first.id) FROM visit AS first "
    "WHERE first.customer_id = customer.id AND first.day = visit_sum.first_day AND first.kind = "
    "'visit') WHERE visit_sum.first_day >= $2 AND visit_sum.first_day <= $3 AND "
    "customer.visits_before = 0 AND customer.last_visit_before IS NULL" IS_NEW(
        "'customer ' || customer.id") IS_WELCOME
    "ORDER BY visit_sum.first_day, customer.id LIMIT $4";
static const char complaints[] =
    "SELECT 'complaint ' || complaint.id, customer.id, complaint.branch_id, customer.clerk_id, "
    "NULL, 0, complaint.words, complaint.closed_day FROM complaint JOIN customer ON customer.id = "
    "complaint.customer_id WHERE complaint.closed_day >= $2 AND complaint.closed_day <= $3" IS_NEW(
        "'complaint ' || complaint.id") "ORDER BY complaint.closed_day, complaint.id LIMIT $4";
static const char wishes[] =
    "SELECT 'wish ' || wish.id || ' ' || customer.id, customer.id, MAX(feedback.branch_id), "
    "MAX(customer.clerk_id), MAX(article.name), 0, MAX(wish.words), MAX(wish.done_day) FROM wish "
    "JOIN feedback ON feedback.wish_id = wish.id JOIN customer ON customer.id = "
    "feedback.customer_id LEFT JOIN article ON article.id = wish.article_id WHERE wish.state = "
    "'fulfilled' AND wish.done_day >= $2 AND wish.done_day <= $3 AND feedback.told_day IS "
    "NULL" IS_NEW("'wish ' || wish.id || ' ' || customer.id") "GROUP BY wish.id, customer.id ORDER "
                                                              "BY MAX(wish.done_day), wish.id, "
                                                              "customer.id LIMIT $4";
static const char promises[] =
    "SELECT 'promise ' || promise.id, customer.id, 0, coalesce(promise.clerk_id, "
    "customer.clerk_id), NULL, 0, promise.words, promise.due_day FROM promise JOIN customer ON "
    "customer.id = promise.customer_id WHERE promise.state = 'open' AND promise.due_day >= $2 AND "
    "promise.due_day <= $3" IS_NEW(
        "'promise ' || promise.id") "ORDER BY promise.due_day, promise.id LIMIT $4";
/* Of one customer: here $2 and $3 are the last day, $9 is the customer. */
static const char away[] =
    "SELECT 'away ' || customer.id || ' ' || visit_sum.last_day, customer.id, 0, "
    "customer.clerk_id, NULL, 0, NULL, visit_sum.last_day FROM visit_sum JOIN customer ON "
    "customer.id = visit_sum.customer_id WHERE visit_sum.customer_id = $9 AND visit_sum.last_day "
    ">= $2 AND visit_sum.last_day <= $3 AND NOT EXISTS (SELECT 1 FROM loss AS any_loss WHERE "
    "any_loss.customer_id = customer.id AND any_loss.back_day IS NULL)" IS_NEW(
        "'away ' || customer.id || ' ' || visit_sum.last_day") IS_WELCOME "LIMIT $4";

static const char missing[] = "SELECT customer_id, rhythm, last_day FROM visit_sum "
                              "WHERE away_from >= $1 AND away_from <= $2 AND rhythm <= $3 "
                              "AND last_day >= $4 ORDER BY away_from, customer_id";

/* By what a cause begins with its number is read, or it is put together again and compared. */
static const char idle[] =
    "SELECT id FROM reminder WHERE state = 'open' AND rule_id IS NOT NULL AND NOT (CASE "
    "WHEN substr(cause, 1, 6) = 'visit ' THEN EXISTS (SELECT 1 FROM visit "
    "WHERE visit.id = CAST(substr(reminder.cause, 7) AS BIGINT) AND visit.kind = 'visit') "
    "WHEN substr(cause, 1, 10) = 'complaint ' THEN EXISTS (SELECT 1 FROM complaint "
    "WHERE complaint.id = CAST(substr(reminder.cause, 11) AS BIGINT) "
    "AND complaint.closed_day IS NOT NULL) "
    "WHEN substr(cause, 1, 8) = 'promise ' THEN EXISTS (SELECT 1 FROM promise "
    "WHERE promise.id = CAST(substr(reminder.cause, 9) AS BIGINT) AND promise.state = 'open') "
    "WHEN substr(cause, 1, 9) = 'customer ' THEN EXISTS (SELECT 1 FROM visit_sum "
    "WHERE visit_sum.customer_id = reminder.customer_id AND visit_sum.first_day IS NOT NULL) "
    "WHEN substr(cause, 1, 5) = 'wish ' THEN EXISTS (SELECT 1 FROM feedback "
    "JOIN wish ON wish.id = feedback.wish_id WHERE feedback.customer_id = reminder.customer_id "
    "AND feedback.told_day IS NULL AND wish.state = 'fulfilled' "
    "AND reminder.cause = 'wish ' || wish.id || ' ' || feedback.customer_id) "
    "WHEN substr(cause, 1, 5) = 'away ' THEN EXISTS (SELECT 1 FROM visit_sum "
    "WHERE visit_sum.customer_id = reminder.customer_id "
    "AND reminder.cause = 'away ' || visit_sum.customer_id || ' ' || visit_sum.last_day) "
    "ELSE true END)";

static void case_free(gpointer data)
{
    RuleCase *found = data;
    g_free(found->cause);
    g_free(found->article);
    g_free(found->words);
    g_free(found->day);
    g_free(found);
}

/* The days $2 and $3 of a statement. */
typedef struct {
    char from[11], to[11];
} Span;

static void write_day(char *place, Day day)
{
    g_autofree char *text = day_to_text(day);
    g_strlcpy(place, text, sizeof((Span *)NULL)->from);
}

/* The days on which what RULE waits for may have happened, none before its first day. A promise
 * made late has not been kept yet: however few days are left. */
static Span span_of(const Rule *rule, const RuleAsk *ask)
{
    bool is_promise = strcmp(rule->event, "promise") == 0;
    bool is_narrow = strcmp(rule->event, "purchase") == 0 && !ask->is_first_look;
    Day to = day_plus(ask->today, (int)(is_promise ? rule->days : -rule->days));
    Day from = day_plus(to, is_narrow ? 0 : -RULE_CATCH_UP);
    if (is_promise && day_compare(from, ask->today) > 0) {
        from = ask->today;
    }
    Day first;
    if (rule->from_day != NULL && day_from_text(rule->from_day, &first) && day_is_whole(first) &&
        day_compare(from, first) < 0) {
        from = first;
    }
    Span span;
    write_day(span.from, from);
    write_day(span.to, to);
    return span;
}

/* What the customer has to have agreed to; "": nothing. */
static const char *purpose_of(const Rule *rule)
{
    bool is_text = strcmp(rule->action, "draft") == 0;
    const char *purpose = is_text ? consent_purpose(rule->channel) : NULL;
    return purpose != NULL ? purpose : "";
}

/* Whether the customer waits to hear from the shop when this happened. */
static bool is_awaited(const Rule *rule)
{
    return strcmp(rule->event, "complaint") == 0 || strcmp(rule->event, "wish") == 0 ||
           strcmp(rule->event, "promise") == 0;
}

/* Adds what SQL finds to LIST. THING is $9: an article, a customer; 0: the statement has none. */
static bool find(Db *db, const char *sql, const Rule *rule, const RuleAsk *ask, Span span,
                 gint64 thing, GPtrArray *list, GError **error)
{
    char since[11];
    const char *purpose = purpose_of(rule);
    bool may_lack_consent = *purpose != '\0' && !consent_must_be_given(purpose);
    write_day(since, day_plus(ask->today, -PRESSURE_DAYS));
    const DbValue values[] = {db_int(rule->head.id),  db_text(span.from),       db_text(span.to),
                              db_int(ask->limit),     db_text(purpose),         db_text(since),
                              db_int(ask->per_month), db_int(may_lack_consent), db_int(thing)};
    guint count = is_awaited(rule) ? 4 : thing == 0 ? 8 : 9;
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, sql, values, count, &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        RuleCase *found = g_new0(RuleCase, 1);
        found->cause = g_strdup(rows_text(rows, 0));
        found->customer_id = rows_int(rows, 1);
        found->branch_id = rows_int(rows, 2);
        found->clerk_id = rows_int(rows, 3);
        found->article = g_strdup(rows_text(rows, 4));
        found->visit_id = rows_int(rows, 5);
        found->words = g_strdup(rows_text(rows, 6));
        found->day = g_strdup(rows_text(rows, 7));
        g_ptr_array_add(list, found);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return fault == NULL;
}

/* ---- who stays away ---- */

/* Somebody who may stay away for twice the own rhythm. */
typedef struct {
    gint64 customer_id;
    char last_day[11];
} Missing;

/* Whether who comes every RHYTHM days and came last on LAST is away for twice as long in SPAN. */
static bool is_missed(const Span *span, gint64 rhythm, const char *last)
{
    Day day;
    if (!day_from_text(last, &day) || !day_is_whole(day)) {
        return false;
    }
    char text[11];
    write_day(text, day_plus(day, (int)MAX(2 * rhythm, AWAY_LEAST)));
    return strcmp(text, span->from) >= 0 && strcmp(text, span->to) <= 0;
}

/* Those who are missed for the first time in the last days (Missing). The index knows when three
 * rhythms are over, at least 14 and at most 90 days after the first of them. */
static GArray *find_missing(Db *db, const Rule *rule, const RuleAsk *ask, GError **error)
{
    int back = (int)rule->days + RULE_CATCH_UP;
    char from[11], to[11], oldest[11];
    write_day(from, day_plus(ask->today, 90 - RULE_RHYTHM_MOST - back));
    write_day(to, day_plus(ask->today, 45 - (int)rule->days));
    write_day(oldest, day_plus(ask->today, -2 * RULE_RHYTHM_MOST - back));
    const Span span = span_of(rule, ask);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Missing));
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(
        db, missing,
        DB_VALUES(db_text(from), db_text(to), db_int(RULE_RHYTHM_MOST), db_text(oldest)), &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        Missing missed = {.customer_id = rows_int(rows, 0)};
        g_strlcpy(missed.last_day, rows_text(rows, 2), sizeof missed.last_day);
        if (is_missed(&span, rows_int(rows, 1), missed.last_day)) {
            g_array_append_val(found, missed);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&found);
}

/* Only a new day makes somebody missed. */
static bool find_away(Db *db, const Rule *rule, const RuleAsk *ask, GPtrArray *list, GError **error)
{
    if (!ask->is_first_look) {
        return true;
    }
    g_autoptr(GArray) missed = find_missing(db, rule, ask, error);
    bool ok = missed != NULL;
    for (guint i = 0; ok && i < missed->len && list->len < ask->limit; i++) {
        const Missing *one = &g_array_index(missed, Missing, i);
        Span day;
        g_strlcpy(day.from, one->last_day, sizeof day.from);
        g_strlcpy(day.to, one->last_day, sizeof day.to);
        ok = find(db, away, rule, ask, day, one->customer_id, list, error);
    }
    return ok;
}

GPtrArray *rule_find(Db *db, const Rule *rule, const RuleAsk *ask, GError **error)
{
    static const struct {
        const char *event, *sql;
    } simple[] = {{"first_visit", first_visits},
                  {"complaint", complaints},
                  {"wish", wishes},
                  {"promise", promises}};
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(case_free);
    bool ok = true;
    Span span = span_of(rule, ask);
    if (strcmp(rule->event, "away") == 0) {
        ok = find_away(db, rule, ask, list, error);
    } else if (strcmp(rule->event, "purchase") == 0) {
        const char *sql = rule->article_id != 0 ? purchases_of : purchases;
        ok = find(db, sql, rule, ask, span, rule->article_id, list, error);
    }
    for (guint i = 0; ok && i < G_N_ELEMENTS(simple); i++) {
        if (strcmp(rule->event, simple[i].event) == 0) {
            ok = find(db, simple[i].sql, rule, ask, span, 0, list, error);
        }
    }
    return ok ? g_steal_pointer(&list) : NULL;
}

GArray *rule_find_idle(Db *db, GError **error)
{
    return db_get_ids(db, idle, DB_NO_VALUES, error);
}
