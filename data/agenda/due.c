/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yearly days that fall into a span. */
#include "data/agenda/due.h"

#include "data/agenda/greeting.h"
#include "data/agenda/silence.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/customer/relation.h"
#include "data/lookup/words.h"
#include "data/setting.h"

#include <string.h>

enum {
    LONGEST_SPAN = 3653,
    MOST_KNOWN = 200 /* customers count as well known where there are too many days */
};

static const char days_of_month[] =
    "SELECT occasion.id, occasion.customer_id, relation.kind, relation.name, greeting.created_at, "
    "clerk.name "
    "FROM occasion LEFT JOIN relation ON relation.id = occasion.relation_id "
    "LEFT JOIN greeting ON greeting.occasion_id = occasion.id AND greeting.year = $1 "
    "LEFT JOIN clerk ON clerk.id = greeting.created_by "
    "WHERE occasion.month = $2 AND occasion.day BETWEEN $3 AND $4 "
    "AND (CAST($5 AS text) IS NULL OR occasion.kind = $6)";
static const char best_known[] =
    "SELECT customer_id, words FROM lookup_doc ORDER BY place LIMIT $1";
static const char count_days[] =
    "SELECT COUNT(*) FROM (SELECT 1 FROM occasion WHERE month = $1 AND day BETWEEN $2 AND $3 "
    "LIMIT $4) few";
static const char greeting_in_year[] = "SELECT greeting.created_at, clerk.name FROM greeting "
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

/* Some days of a month. */
typedef struct {
    int year, month, first, last;
} Stretch;

typedef bool (*StretchFunc)(Db *db, const Span *span, const Stretch *stretch, gpointer data,
                            GError **error);

/* Whether the day BORN is kept in YEAR on a day of the span: *KEPT. */
static bool is_kept(Day born, int year, const Span *span, Day *kept)
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

static bool read_due(Db *db, const Rows *rows, int year, const Span *span, GPtrArray *list,
                     GError **error)
{
    Day kept;
    Occasion *occasion = record_load(db, &occasion_type, rows_int(rows, 0), error);
    if (occasion == NULL || !is_kept(occasion_day(occasion), year, span, &kept)) {
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
    due->greeted_at = g_strdup(rows_text(rows, 4));
    due->greeted = due->greeted_at != NULL;
    due->greeted_by = g_strdup(rows_text(rows, 5));
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

static bool add_days(Db *db, const Span *span, const Stretch *stretch, gpointer list,
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
static bool visit_month(Db *db, int year, int month, const Span *span, StretchFunc visit,
                        gpointer data, GError **error)
{
    static const int leap_day = 29;
    bool starts = year == span->from.year && month == span->from.month;
    bool ends = year == span->to.year && month == span->to.month;
    Stretch days = {year, month, starts ? span->from.day : 1, ends ? span->to.day : 31};
    if (!day_is_leap_year(year)) {
        if (month == 2 && days.last == leap_day - 1) {
            days.last = leap_day;
        }
        const Stretch before = {year, 2, leap_day, leap_day};
        if (month == 3 && days.first == 1 && starts && !visit(db, span, &before, data, error)) {
            return false;
        }
    }
    return visit(db, span, &days, data, error);
}

static bool visit_months(Db *db, const Span *span, StretchFunc visit, gpointer data, GError **error)
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

static GPtrArray *due_array_new(void)
{
    return g_ptr_array_new_with_free_func(due_free);
}

/* What of *LIST is not kept silent, in its order; takes it. NULL on a fault. */
static GPtrArray *finish(Db *db, GPtrArray **list, GError **error)
{
    if (!silence_keep(db, *list, error)) {
        return NULL;
    }
    g_ptr_array_sort(*list, compare);
    return g_steal_pointer(list);
}

static GPtrArray *read_span(Db *db, const Span *span, GError **error)
{
    g_autoptr(GPtrArray) list = due_array_new();
    return visit_months(db, span, add_days, list, error) ? finish(db, &list, error) : NULL;
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
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    GPtrArray *list = read_span(db, &span, error);
    db_read_end(db);
    return list;
}

/* Counting stops at one more than `most`. */
typedef struct {
    gint64 count, most;
} Few;

static bool count_stretch(Db *db, const Span *span, const Stretch *stretch, gpointer data,
                          GError **error)
{
    (void)span;
    Few *few = data;
    gint64 count = 0;
    bool ok = db_get_int(db, count_days,
                         DB_VALUES(db_int(stretch->month), db_int(stretch->first),
                                   db_int(stretch->last), db_int(few->most + 1 - few->count)),
                         &count, NULL, error);
    few->count += count;
    return ok;
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
        due->greeted = true;
        due->greeted_at = g_strdup(rows_text(rows, 0));
        due->greeted_by = g_strdup(rows_text(rows, 1));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return fault == NULL;
}

static bool add_of_sheet(Db *db, const Sheet *sheet, const Occasion *occasion, int year,
                         const Span *span, GPtrArray *list, GError **error)
{
    Day kept;
    if (!is_kept(occasion_day(occasion), year, span, &kept)) {
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

static bool add_sheet(Db *db, const Sheet *sheet, const Span *span, GPtrArray *list, GError **error)
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
    const Span span = {.from = from, .to = to, .rule = rule};
    g_autoptr(GPtrArray) list = due_array_new();
    return add_sheet(db, sheet, &span, list, error) ? finish(db, &list, error) : NULL;
}

static bool has_day(const char *words, const Span *span)
{
    Day born = {0}, kept;
    while ((words = words_next_day(words, &born.month, &born.day)) != NULL) {
        for (int year = span->from.year; year <= span->to.year; year++) {
            if (is_kept(born, year, span, &kept)) {
                return true;
            }
        }
    }
    return false;
}

/* The best known customers who have a day in the span: their words tell it, which lie side by side
 * where their days lie far apart. *ALL says whether these are all customers. */
static GArray *list_known(Db *db, const Span *span, bool *all, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(Rows) rows = db_query(db, best_known, DB_VALUES(db_int(MOST_KNOWN + 1)), error);
    GError *fault = NULL;
    guint count = 0;
    for (; rows != NULL && rows_next(rows, &fault); count++) {
        if (count < MOST_KNOWN && has_day(rows_text(rows, 1), span)) {
            gint64 id = rows_int(rows, 0);
            g_array_append_val(ids, id);
        }
    }
    *all = count <= MOST_KNOWN;
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return rows != NULL && fault == NULL ? g_steal_pointer(&ids) : NULL;
}

/* The days of the customers IDS. */
static GPtrArray *read_known(Db *db, const Span *span, const GArray *ids, GError **error)
{
    static const RecordType *const types[] = {&occasion_type, &relation_type, NULL};
    g_autoptr(GPtrArray) list = due_array_new();
    g_autoptr(GPtrArray) sheets = sheet_list_of(db, (gpointer)ids->data, ids->len, types, error);
    if (sheets == NULL) {
        return NULL;
    }
    for (guint i = 0; i < sheets->len; i++) {
        if (!add_sheet(db, g_ptr_array_index(sheets, i), span, list, error)) {
            return NULL;
        }
    }
    return finish(db, &list, error);
}

static GPtrArray *read_best(Db *db, const Span *span, guint most, bool *is_cut, GError **error)
{
    Few few = {.most = most};
    if (most > 0 && !visit_months(db, span, count_stretch, &few, error)) {
        return NULL;
    }
    *is_cut = false;
    if (few.count > few.most) {
        bool all = true;
        g_autoptr(GArray) known = list_known(db, span, &all, error);
        *is_cut = known != NULL && !all;
        if (known == NULL || *is_cut) {
            return known != NULL ? read_known(db, span, known, error) : NULL;
        }
    }
    return read_span(db, span, error);
}

GPtrArray *due_list_known(Db *db, Day from, Day to, LeapRule rule, guint most, bool *is_cut,
                          GError **error)
{
    const Span span = {.from = from, .to = to, .rule = rule};
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    GPtrArray *list = read_best(db, &span, most, is_cut, error);
    db_read_end(db);
    return list;
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
