/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yearly days that fall into a span. */
#include "data/agenda/due.h"

#include "data/agenda/due_private.h"
#include "data/agenda/silence.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/customer/relation.h"
#include "data/setting.h"

#include <string.h>

enum { LONGEST_SPAN = 3653 };

static const char days_of_month[] =
    "SELECT occasion.id, occasion.customer_id, relation.kind, relation.name, greeting.created_at, "
    "clerk.name, greeting.how, greeting.words "
    "FROM occasion LEFT JOIN relation ON relation.id = occasion.relation_id "
    "LEFT JOIN greeting ON greeting.occasion_id = occasion.id AND greeting.year = $1 "
    "LEFT JOIN clerk ON clerk.id = greeting.created_by "
    "WHERE occasion.month = $2 AND occasion.day BETWEEN $3 AND $4 "
    "AND (CAST($5 AS text) IS NULL OR occasion.kind = $6)";
static const char days_of_no_day[] =
    "SELECT occasion.id, occasion.customer_id, relation.kind, relation.name, greeting.created_at, "
    "clerk.name, greeting.how, greeting.words "
    "FROM occasion LEFT JOIN relation ON relation.id = occasion.relation_id "
    "LEFT JOIN greeting ON greeting.occasion_id = occasion.id AND greeting.year = $1 "
    "LEFT JOIN clerk ON clerk.id = greeting.created_by "
    "WHERE occasion.month BETWEEN $2 AND $3 AND occasion.day IS NULL "
    "AND (CAST($4 AS text) IS NULL OR occasion.kind = $5)";
static const char greeting_in_year[] =
    "SELECT greeting.created_at, clerk.name, greeting.how, greeting.words FROM greeting "
    "LEFT JOIN clerk ON clerk.id = greeting.created_by "
    "WHERE greeting.occasion_id = $1 AND greeting.year = $2";

void due_free(gpointer data)
{
    Due *due = data;
    record_free(due->occasion);
    record_free(due->customer);
    g_free(due->relation_kind);
    g_free(due->relation_name);
    g_free(due->greeted_at);
    g_free(due->greeted_by);
    g_free(due->greeted_how);
    g_free(due->greeted_words);
    g_free(due);
}

bool due_leap_rule(Db *db, LeapRule *rule, GError **error)
{
    gint64 day = 28;
    bool ok = setting_get_int(db, SETTING_LEAP_RULE, 28, &day, error);
    *rule = day == 1 ? LEAP_ON_1_MARCH : LEAP_ON_28_FEBRUARY;
    return ok;
}

char *due_call(const Due *due, NameOrder order)
{
    return due->relation_name != NULL ? g_strdup(due->relation_name)
                                      : customer_call(due->customer, order);
}

bool due_is_birthday(const Due *due)
{
    return strcmp(due->occasion->kind, "birthday") == 0;
}

bool due_is_round(const Due *due)
{
    int turns = due->turns;
    bool is_jubilee = turns % 10 == 0 || turns % 25 == 0;
    bool is_of_age = turns == 18 || (turns >= 65 && turns % 5 == 0);
    return turns > 0 && (is_jubilee || (due_is_birthday(due) && is_of_age));
}

bool due_is_kept(Day born, int year, const DueSpan *span, Day *kept)
{
    if (born.month == 0 || born.day == 0 || born.year > year) {
        return false;
    }
    *kept = day_kept_in(born, year, span->rule);
    return day_compare(*kept, span->from) >= 0 && day_compare(*kept, span->to) <= 0;
}

/* OCCASION of CUSTOMER, both of which it takes, as a day of LIST. */
static Due *add_due(GPtrArray *list, Occasion *occasion, Customer *customer, Day kept)
{
    Due *due = g_new0(Due, 1);
    due->occasion = occasion;
    due->customer = customer;
    due->kept = kept;
    due->turns = occasion->year != 0 ? kept.year - (int)occasion->year : 0;
    g_ptr_array_add(list, due);
    return due;
}

/* The tick in the columns of ROWS from FIRST on, all NULL where there is none. */
static void put_tick(Due *due, const Rows *rows, guint first)
{
    due->greeted_at = g_strdup(rows_text(rows, first));
    due->greeted_by = g_strdup(rows_text(rows, first + 1));
    due->greeted_how = g_strdup(rows_text(rows, first + 2));
    due->greeted_words = g_strdup(rows_text(rows, first + 3));
    due->greeted = due->greeted_at != NULL;
}

/* Whether OCCASION is kept in YEAR, and within SPAN (NULL: some time in its month): *KEPT. */
static bool falls_into(const Occasion *occasion, int year, const DueSpan *span, Day *kept)
{
    if (span != NULL) {
        return due_is_kept(occasion_day(occasion), year, span, kept);
    }
    *kept = (Day){.year = year, .month = (int)occasion->month};
    return occasion->year <= year;
}

static bool read_due(Db *db, const Rows *rows, int year, const DueSpan *span, GPtrArray *list,
                     GError **error)
{
    Day kept;
    Occasion *occasion = record_load(db, &occasion_type, rows_int(rows, 0), error);
    if (occasion == NULL || !falls_into(occasion, year, span, &kept)) {
        bool is_elsewhen = occasion != NULL;
        record_free(occasion);
        return is_elsewhen;
    }
    Customer *customer = record_load(db, &customer_type, rows_int(rows, 1), error);
    if (customer == NULL) {
        record_free(occasion);
        return false;
    }
    Due *due = add_due(list, occasion, customer, kept);
    due->relation_kind = g_strdup(rows_text(rows, 2));
    due->relation_name = g_strdup(rows_text(rows, 3));
    put_tick(due, rows, 4);
    return true;
}

/* ROWS are the occasions that may fall into the span in YEAR, in the columns of days_of_month; NULL
 * passes a fault on. */
static bool read_all(Db *db, Rows *rows, int year, const DueSpan *span, GPtrArray *list,
                     GError **error)
{
    GError *fault = NULL;
    bool ok = rows != NULL;
    while (ok && rows_next(rows, &fault)) {
        ok = read_due(db, rows, year, span, list, error);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return ok;
}

static bool add_days(Db *db, const DueSpan *span, const DueStretch *stretch, gpointer list,
                     GError **error)
{
    g_autoptr(Rows) rows =
        db_query(db, days_of_month,
                 DB_VALUES(db_int(stretch->year), db_int(stretch->month), db_int(stretch->first),
                           db_int(stretch->last), db_text(span->kind), db_text(span->kind)),
                 error);
    return read_all(db, rows, stretch->year, span, list, error);
}

/* The days of one month of the span. 29 February is looked up in common years too, since it is kept
 * on a day beside it: with February, or with 1 March when the span begins there. */
static bool visit_month(Db *db, int year, int month, const DueSpan *span, DueStretchFunc visit,
                        gpointer data, GError **error)
{
    static const int leap_day = 29;
    bool starts = year == span->from.year && month == span->from.month;
    bool ends = year == span->to.year && month == span->to.month;
    DueStretch days = {year, month, starts ? span->from.day : 1, ends ? span->to.day : 31};
    if (!day_is_leap_year(year)) {
        if (month == 2 && days.last == leap_day - 1) {
            days.last = leap_day;
        }
        const DueStretch before = {year, 2, leap_day, leap_day};
        if (month == 3 && days.first == 1 && starts && !visit(db, span, &before, data, error)) {
            return false;
        }
    }
    return visit(db, span, &days, data, error);
}

bool due_visit_months(Db *db, const DueSpan *span, DueStretchFunc visit, gpointer data,
                      GError **error)
{
    bool ok = true;
    int year = span->from.year, month = span->from.month;
    while (ok && (year < span->to.year || (year == span->to.year && month <= span->to.month))) {
        ok = visit_month(db, year, month, span, visit, data, error);
        year += month == 12;
        month = month % 12 + 1;
    }
    return ok;
}

static gint compare(gconstpointer left, gconstpointer right)
{
    const Due *a = *(Due *const *)left, *b = *(Due *const *)right;
    int days = day_compare(a->kept, b->kept);
    if (days != 0) {
        return days;
    }
    g_autofree char *name_a = due_call(a, NAME_SORTED);
    g_autofree char *name_b = due_call(b, NAME_SORTED);
    int names = strcmp(name_a, name_b);
    if (names != 0) {
        return names;
    }
    gint64 id_a = a->occasion->head.id, id_b = b->occasion->head.id;
    return (id_a > id_b) - (id_a < id_b);
}

GPtrArray *due_array_new(void)
{
    return g_ptr_array_new_with_free_func(due_free);
}

GPtrArray *due_finish(Db *db, GPtrArray **list, GError **error)
{
    if (!silence_keep(db, *list, error)) {
        return NULL;
    }
    g_ptr_array_sort(*list, compare);
    return g_steal_pointer(list);
}

GPtrArray *due_read_span(Db *db, const DueSpan *span, GError **error)
{
    g_autoptr(GPtrArray) list = due_array_new();
    return due_visit_months(db, span, add_days, list, error) ? due_finish(db, &list, error) : NULL;
}

GPtrArray *due_list(Db *db, Day from, Day to, const char *kind, LeapRule rule, GError **error)
{
    int days = day_between(from, to);
    if (days < 0 || days > LONGEST_SPAN) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            days < 0 ? _("The last day must not be before the first day.")
                                     : _("Please choose a span of at most ten years."));
        return NULL;
    }
    const DueSpan span = {.from = from, .to = to, .kind = kind, .rule = rule};
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    GPtrArray *list = due_read_span(db, &span, error);
    db_read_end(db);
    return list;
}

static GPtrArray *read_someday(Db *db, int year, int month, const char *kind, GError **error)
{
    static const int last_month = 12;
    g_autoptr(GPtrArray) list = due_array_new();
    g_autoptr(Rows) rows =
        db_query(db, days_of_no_day,
                 DB_VALUES(db_int(year), db_int(month), db_int(month != 0 ? month : last_month),
                           db_text(kind), db_text(kind)),
                 error);
    return read_all(db, rows, year, NULL, list, error) ? due_finish(db, &list, error) : NULL;
}

GPtrArray *due_list_someday(Db *db, int year, int month, const char *kind, GError **error)
{
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    GPtrArray *list = read_someday(db, year, month, kind, error);
    db_read_end(db);
    return list;
}

/* The person of SHEET whose day OCCASION is, NULL for the customer's own. */
static const Relation *whose(const Sheet *sheet, const Occasion *occasion)
{
    for (guint i = 0; i < sheet->relations->len; i++) {
        const Relation *relation = g_ptr_array_index(sheet->relations, i);
        if (relation->head.id == occasion->relation_id) {
            return relation;
        }
    }
    return NULL;
}

static bool read_greeting(Db *db, Due *due, GError **error)
{
    GError *fault = NULL;
    g_autoptr(Rows) rows =
        db_query(db, greeting_in_year,
                 DB_VALUES(db_int(due->occasion->head.id), db_int(due->kept.year)), error);
    if (rows == NULL) {
        return false;
    }
    if (rows_next(rows, &fault)) {
        put_tick(due, rows, 0);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return fault == NULL;
}

static bool add_of_sheet(Db *db, const Sheet *sheet, const Occasion *occasion, int year,
                         const DueSpan *span, GPtrArray *list, GError **error)
{
    Day kept;
    if (!due_is_kept(occasion_day(occasion), year, span, &kept)) {
        return true;
    }
    Due *due = add_due(list, record_copy(occasion), record_copy(sheet->customer), kept);
    const Relation *relation = whose(sheet, occasion);
    if (relation != NULL) {
        due->relation_kind = g_strdup(relation->kind);
        due->relation_name = g_strdup(relation->name);
    }
    return read_greeting(db, due, error);
}

bool due_add_sheet(Db *db, const Sheet *sheet, const DueSpan *span, GPtrArray *list, GError **error)
{
    for (int year = span->from.year; year <= span->to.year; year++) {
        for (guint i = 0; i < sheet->occasions->len; i++) {
            const Occasion *occasion = g_ptr_array_index(sheet->occasions, i);
            if (!add_of_sheet(db, sheet, occasion, year, span, list, error)) {
                return false;
            }
        }
    }
    return true;
}

GPtrArray *due_of_sheet(Db *db, const Sheet *sheet, Day from, Day to, LeapRule rule, GError **error)
{
    const DueSpan span = {.from = from, .to = to, .rule = rule};
    g_autoptr(GPtrArray) list = due_array_new();
    return due_add_sheet(db, sheet, &span, list, error) ? due_finish(db, &list, error) : NULL;
}
