/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yearly days that fall into a span. */
#include "data/agenda/due.h"

#include "data/agenda/greeting.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/setting.h"

#include <string.h>

enum { LONGEST_SPAN = 3653 };

#define DUE_COLUMNS                                                                                \
    "SELECT occasion.id, customer.id, relation.kind, relation.name, greeting.created_at, "         \
    "clerk.name "                                                                                  \
    "FROM occasion JOIN customer ON customer.id = occasion.customer_id "                           \
    "LEFT JOIN relation ON relation.id = occasion.relation_id "                                    \
    "LEFT JOIN greeting ON greeting.occasion_id = occasion.id AND greeting.year = $1 "             \
    "LEFT JOIN clerk ON clerk.id = greeting.created_by "

static const char days_of_month[] =
    DUE_COLUMNS "WHERE occasion.month = $2 AND occasion.day BETWEEN $3 AND $4 AND (CAST($5 AS "
                "text) IS NULL OR occasion.kind = $6)";
static const char days_of_customer[] = DUE_COLUMNS
    "WHERE occasion.customer_id = $2 AND occasion.month IS NOT NULL AND occasion.day IS NOT NULL";

static void due_free(gpointer data)
{
    Due *due = data;
    record_free(due->occasion);
    record_free(due->customer);
    g_free(due->relation_kind);
    g_free(due->relation_name);
    g_free(due->greeted_at);
    g_free(due->greeted_by);
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

typedef struct {
    Day from, to;
    const char *kind;
    LeapRule rule;
} Span;

static bool read_due(Db *db, const Rows *rows, int year, const Span *span, GPtrArray *list,
                     GError **error)
{
    Due *due = g_new0(Due, 1);
    due->occasion = record_load(db, &occasion_type, rows_int(rows, 0), error);
    due->customer =
        due->occasion != NULL ? record_load(db, &customer_type, rows_int(rows, 1), error) : NULL;
    if (due->customer == NULL) {
        due_free(due);
        return false;
    }
    Day born = occasion_day(due->occasion);
    due->kept = day_kept_in(born, year, span->rule);
    bool yet_to_come = born.year > year;
    if (day_compare(due->kept, span->from) < 0 || day_compare(due->kept, span->to) > 0 ||
        yet_to_come) {
        due_free(due);
        return true;
    }
    due->turns = born.year != 0 ? year - born.year : 0;
    due->relation_kind = g_strdup(rows_text(rows, 2));
    due->relation_name = g_strdup(rows_text(rows, 3));
    due->greeted_at = g_strdup(rows_text(rows, 4));
    due->greeted = due->greeted_at != NULL;
    due->greeted_by = g_strdup(rows_text(rows, 5));
    g_ptr_array_add(list, due);
    return true;
}

/* ROWS are the occasions that may fall into the span in YEAR; NULL passes a fault on. */
static bool read_all(Db *db, Rows *rows, int year, const Span *span, GPtrArray *list,
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

static bool add_days(Db *db, int year, int month, int first, int last, const Span *span,
                     GPtrArray *list, GError **error)
{
    g_autoptr(Rows) rows =
        db_query(db, days_of_month,
                 DB_VALUES(db_int(year), db_int(month), db_int(first), db_int(last),
                           db_text(span->kind), db_text(span->kind)),
                 error);
    return read_all(db, rows, year, span, list, error);
}

/* The days of one month of the span. 29 February is looked up in common years too, since it is kept
 * on a day beside it: with February, or with 1 March when the span begins there. */
static bool add_month(Db *db, int year, int month, const Span *span, GPtrArray *list,
                      GError **error)
{
    bool starts = year == span->from.year && month == span->from.month;
    bool ends = year == span->to.year && month == span->to.month;
    int first = starts ? span->from.day : 1, last = ends ? span->to.day : 31;
    if (!day_is_leap_year(year)) {
        if (month == 2 && last == 28) {
            last = 29;
        }
        if (month == 3 && first == 1 && starts &&
            !add_days(db, year, 2, 29, 29, span, list, error)) {
            return false;
        }
    }
    return add_days(db, year, month, first, last, span, list, error);
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

GPtrArray *due_list(Db *db, Day from, Day to, const char *kind, LeapRule rule, GError **error)
{
    int days = day_between(from, to);
    if (days < 0 || days > LONGEST_SPAN) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            days < 0 ? _("The last day must not be before the first day.")
                                     : _("Please choose a span of at most ten years."));
        return NULL;
    }
    const Span span = {.from = from, .to = to, .kind = kind, .rule = rule};
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(due_free);
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    bool ok = true;
    int year = from.year, month = from.month;
    while (ok && (year < to.year || (year == to.year && month <= to.month))) {
        ok = add_month(db, year, month, &span, list, error);
        year += month == 12;
        month = month % 12 + 1;
    }
    db_read_end(db);
    if (!ok) {
        return NULL;
    }
    g_ptr_array_sort(list, compare);
    return g_steal_pointer(&list);
}

GPtrArray *due_of_customer(Db *db, gint64 customer_id, Day from, Day to, LeapRule rule,
                           GError **error)
{
    const Span span = {.from = from, .to = to, .rule = rule};
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(due_free);
    for (int year = from.year; year <= to.year; year++) {
        g_autoptr(Rows) rows =
            db_query(db, days_of_customer, DB_VALUES(db_int(year), db_int(customer_id)), error);
        if (!read_all(db, rows, year, &span, list, error)) {
            return NULL;
        }
    }
    g_ptr_array_sort(list, compare);
    return g_steal_pointer(&list);
}

static GPtrArray *greetings(Db *db, gint64 occasion_id, int year, GError **error)
{
    return record_list(db, &greeting_type, "WHERE occasion_id = $1 AND year = $2",
                       DB_VALUES(db_int(occasion_id), db_int(year)), error);
}

bool due_greet(Deed *deed, gint64 occasion_id, int year, const char *how, GError **error)
{
    g_autoptr(GPtrArray) there = greetings(deed_db(deed), occasion_id, year, error);
    if (there == NULL || there->len > 0) {
        return there != NULL;
    }
    Occasion *occasion = record_load(deed_db(deed), &occasion_type, occasion_id, error);
    if (occasion == NULL) {
        return false;
    }
    Greeting *greeting = record_new(&greeting_type);
    greeting->customer_id = occasion->customer_id;
    greeting->occasion_id = occasion_id;
    greeting->year = year;
    record_set_text(&greeting->how, how);
    bool ok = record_insert(deed, greeting, error);
    record_free(greeting);
    record_free(occasion);
    return ok;
}

bool due_ungreet(Deed *deed, gint64 occasion_id, int year, GError **error)
{
    g_autoptr(GPtrArray) there = greetings(deed_db(deed), occasion_id, year, error);
    for (guint i = 0; there != NULL && i < there->len; i++) {
        if (!record_remove(deed, &greeting_type, ((Greeting *)g_ptr_array_index(there, i))->head.id,
                           error)) {
            return false;
        }
    }
    return there != NULL;
}
