/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what is to be done, kind by kind, along the indexes over what is open. */
#include "data/agenda/todofind.h"

#include "data/agenda/care.h"
#include "data/agenda/reminder.h"
#include "data/agenda/today.h"
#include "data/branch.h"
#include "data/customer/sheet.h"
#include "data/diary/complaint.h"
#include "data/diary/loss.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"

/* Pre-orders that nobody fetched or ticked, and customers who went missing long ago, are not
 * today's. */
enum { FETCH_BEHIND = 7, AWAY_BEHIND = 30, AWAY_LOOKED_AT = 200 };

static const char preorders[] = "WHERE state IN ('open', 'ready') AND day >= $1 AND day <= $2 "
                                "AND (branch_id IS NULL OR branch_id = $3 OR $3 = 0) ORDER BY day, "
                                "minute NULLS FIRST, id LIMIT $4";
static const char promises[] = "WHERE state = 'open' AND due_day <= $1 "
                               "AND (clerk_id IS NULL OR clerk_id = $2 OR $2 = 0 OR due_day < $3) "
                               "AND " LOSS_NOT_DEAD("promise") " AND " BRANCH_SEES_TO(
                                   "promise", "$5") " ORDER BY due_day, id LIMIT $4";
static const char answers[] =
    "WHERE closed_day IS NULL AND answered_day IS NULL AND due_day <= $1 "
    "AND (clerk_id IS NULL OR clerk_id = $2 OR $2 = 0 OR due_day < $3) "
    "AND (branch_id IS NULL OR branch_id = $4 OR $4 = 0) AND " LOSS_NOT_DEAD(
        "complaint") " ORDER BY due_day, id LIMIT $5";
static const char asks[] = "WHERE ask_day <= $1 AND back_day IS NULL AND outcome IS NULL "
                           "AND (clerk_id IS NULL OR clerk_id = $2 OR $2 = 0 OR ask_day < $3) "
                           "AND " BRANCH_SEES_TO("loss", "$5") " ORDER BY ask_day, id LIMIT $4";
static const char reminders[] =
    "WHERE state = 'open' AND day <= $1 "
    "AND (clerk_id IS NULL OR clerk_id = $2 OR $2 = 0 OR day < $3) "
    "AND (branch_id IS NULL OR branch_id = $4 OR $4 = 0) "
    "AND " LOSS_NOT_DEAD("reminder") " ORDER BY day, minute NULLS FIRST, id LIMIT $5";
static const char complaints[] =
    "WHERE closed_day IS NULL AND (due_day IS NULL OR due_day > $1 OR answered_day IS NOT NULL) "
    "AND (branch_id IS NULL OR branch_id = $2 OR $2 = 0) AND " LOSS_NOT_DEAD(
        "complaint") " ORDER BY day, id LIMIT $3";
static const char away[] =
    "SELECT customer_id, visits, rhythm, last_day FROM visit_sum "
    "WHERE away_from IS NOT NULL AND away_from > $1 AND away_from <= $2 "
    "AND NOT EXISTS (SELECT 1 FROM loss WHERE loss.customer_id = visit_sum.customer_id "
    "AND loss.back_day IS NULL) AND (branch_id IS NULL OR branch_id = $4 OR $4 = 0) "
    "ORDER BY away_from DESC, customer_id LIMIT $3";

/* An item on its way: whose it is, and for the order of those who stay away how often they came. */
typedef struct {
    TodoItem item; /* first: it is an item */
    gint64 customer_id, visits;
} Found;

void todo_search_begin(TodoSearch *search, Db *db, const TodoAsk *ask, Day until, Day others,
                       gint64 limit)
{
    *search = (TodoSearch){.db = db,
                           .ask = ask,
                           .until = day_to_text(until),
                           .others = day_to_text(others),
                           .limit = limit};
}

void todo_search_end(TodoSearch *search)
{
    g_clear_pointer(&search->until, g_free);
    g_clear_pointer(&search->others, g_free);
}

static void found_free(gpointer data)
{
    Found *found = data;
    TodoItem *item = &found->item;
    record_free(item->customer);
    g_clear_pointer(&item->due, due_free);
    g_free(item->words);
    g_free(item->channel);
    g_free(item->draft);
    g_free(item->last_day);
    g_free(found);
}

GPtrArray *todo_found_new(void)
{
    return g_ptr_array_new_with_free_func(found_free);
}

static Found *add(GPtrArray *list, TodoKind kind, gint64 id, gint64 customer_id, const char *day,
                  const char *words)
{
    Found *found = g_new0(Found, 1);
    found->item.kind = kind;
    found->item.id = id;
    found->item.minute = RECORD_NONE;
    found->item.agreed = (Moment){DAY_NONE, MINUTE_NONE};
    found->item.words = g_strdup(words);
    found->customer_id = customer_id;
    if (day == NULL || !day_from_text(day, &found->item.day)) {
        found->item.day = DAY_NONE;
    }
    g_ptr_array_add(list, found);
    return found;
}

static bool find_preorders(const TodoSearch *search, GPtrArray *list, GError **error)
{
    g_autofree char *from = day_to_text(day_plus(search->ask->today, -FETCH_BEHIND));
    g_autoptr(GPtrArray) rows =
        record_list(search->db, &preorder_type, preorders,
                    DB_VALUES(db_text(from), db_text(search->until), db_int(search->ask->branch_id),
                              db_int(search->limit)),
                    error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        const Preorder *preorder = g_ptr_array_index(rows, i);
        Found *found = add(list, TODO_PREORDER, preorder->head.id, preorder->customer_id,
                           preorder->day, preorder->words);
        found->item.minute = preorder->minute;
        found->item.branch_id = preorder->branch_id;
    }
    return rows != NULL;
}

static bool find_promises(const TodoSearch *search, GPtrArray *list, GError **error)
{
    g_autoptr(GPtrArray) rows = record_list(
        search->db, &promise_type, promises,
        DB_VALUES(db_text(search->until), db_int(search->ask->clerk_id), db_text(search->others),
                  db_int(search->limit), db_int(search->ask->branch_id)),
        error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        const Promise *promise = g_ptr_array_index(rows, i);
        Found *found = add(list, TODO_PROMISE, promise->head.id, promise->customer_id,
                           promise->due_day, promise->words);
        found->item.clerk_id = promise->clerk_id;
    }
    return rows != NULL;
}

static void add_complaints(GPtrArray *list, TodoKind kind, const GPtrArray *rows)
{
    for (guint i = 0; i < rows->len; i++) {
        const Complaint *complaint = g_ptr_array_index(rows, i);
        Found *found =
            add(list, kind, complaint->head.id, complaint->customer_id,
                kind == TODO_ANSWER ? complaint->due_day : complaint->day, complaint->words);
        found->item.clerk_id = complaint->clerk_id;
        found->item.branch_id = complaint->branch_id;
    }
}

static bool find_answers(const TodoSearch *search, GPtrArray *list, GError **error)
{
    g_autoptr(GPtrArray) rows = record_list(
        search->db, &complaint_type, answers,
        DB_VALUES(db_text(search->until), db_int(search->ask->clerk_id), db_text(search->others),
                  db_int(search->ask->branch_id), db_int(search->limit)),
        error);
    if (rows != NULL) {
        add_complaints(list, TODO_ANSWER, rows);
    }
    return rows != NULL;
}

bool todo_find_complaints(const TodoSearch *search, GPtrArray *list, GError **error)
{
    g_autoptr(GPtrArray) rows = record_list(
        search->db, &complaint_type, complaints,
        DB_VALUES(db_text(search->until), db_int(search->ask->branch_id), db_int(search->limit)),
        error);
    if (rows != NULL) {
        add_complaints(list, TODO_COMPLAINT, rows);
    }
    return rows != NULL;
}

static bool find_asks(const TodoSearch *search, GPtrArray *list, GError **error)
{
    g_autoptr(GPtrArray) rows = record_list(
        search->db, &loss_type, asks,
        DB_VALUES(db_text(search->until), db_int(search->ask->clerk_id), db_text(search->others),
                  db_int(search->limit), db_int(search->ask->branch_id)),
        error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        const Loss *loss = g_ptr_array_index(rows, i);
        Found *found =
            add(list, TODO_ASK, loss->head.id, loss->customer_id, loss->ask_day, loss->words);
        found->item.clerk_id = loss->clerk_id;
    }
    return rows != NULL;
}

/* Whether REMINDER stands in LIST. */
static bool has_reminder(const GPtrArray *list, const Reminder *reminder)
{
    for (guint i = 0; i < list->len; i++) {
        const TodoItem *item = g_ptr_array_index(list, i);
        if (item->kind == TODO_REMINDER && item->id == reminder->head.id) {
            return true;
        }
    }
    return false;
}

/* Adds ROWS, or with IS_MORE those of them that are not there yet. */
static void add_reminders(GPtrArray *list, const GPtrArray *rows, bool is_more)
{
    for (guint i = 0; i < rows->len; i++) {
        const Reminder *reminder = g_ptr_array_index(rows, i);
        if (is_more && has_reminder(list, reminder)) {
            continue;
        }
        TodoItem *item = &add(list, TODO_REMINDER, reminder->head.id, reminder->customer_id,
                              reminder->day, reminder->words)
                              ->item;
        item->minute = reminder->minute;
        item->agreed = reminder_due(reminder);
        item->clerk_id = reminder->clerk_id;
        item->branch_id = reminder->branch_id;
        item->repeats = reminder->repeats != NULL;
        item->channel = g_strdup(reminder->channel);
        item->draft = g_strdup(reminder->draft);
    }
}

/* What comes up within the hour is not lost behind all that is overdue. */
static bool find_near(const TodoSearch *search, GPtrArray *list, GError **error)
{
    const TodoAsk *ask = search->ask;
    const ReminderFor who = {ask->clerk_id, ask->branch_id};
    const Moment begin = {ask->today, MINUTE_NONE};
    const Moment near = {ask->today, MIN(MAX(ask->minute, 0) + SOON_MINUTES, 1439)};
    g_autoptr(GPtrArray) rows =
        reminder_list_between(search->db, begin, near, &who, (guint)search->limit, error);
    if (rows != NULL) {
        add_reminders(list, rows, true);
    }
    return rows != NULL;
}

static bool find_reminders(const TodoSearch *search, GPtrArray *list, GError **error)
{
    g_autoptr(GPtrArray) rows = record_list(
        search->db, &reminder_type, reminders,
        DB_VALUES(db_text(search->until), db_int(search->ask->clerk_id), db_text(search->others),
                  db_int(search->ask->branch_id), db_int(search->limit)),
        error);
    if (rows == NULL) {
        return false;
    }
    add_reminders(list, rows, false);
    return rows->len < search->limit || find_near(search, list, error);
}

bool todo_find_tasks(const TodoSearch *search, GPtrArray *list, GError **error)
{
    return find_preorders(search, list, error) && find_promises(search, list, error) &&
           find_answers(search, list, error) && find_asks(search, list, error) &&
           find_reminders(search, list, error);
}

static void add_contact(GPtrArray *list, const CareItem *care)
{
    const Customer *customer = care->customer;
    TodoItem *item = &add(list, TODO_CONTACT, customer->head.id, 0, NULL, care->plan->words)->item;
    item->customer = record_copy(customer);
    item->day = care->due;
    item->channel = g_strdup(care->channel);
    item->last_day = g_strdup(care->last_day);
    item->clerk_id = customer->clerk_id;
}

/* Up to LIMIT that are due at THEN, those of them that are due after AFTER. */
static bool add_contacts(const TodoSearch *search, Moment then, Day after, guint limit,
                         GPtrArray *list, gint64 *more, GError **error)
{
    const ReminderFor who = {search->ask->clerk_id, search->ask->branch_id};
    g_autoptr(GPtrArray) rows = care_list_due(search->db, then, &who, limit, more, error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        const CareItem *care = g_ptr_array_index(rows, i);
        if (day_is_none(after) || day_compare(care->due, after) > 0) {
            add_contact(list, care);
        }
    }
    return rows != NULL;
}

bool todo_find_contacts(const TodoSearch *search, guint limit, GPtrArray *list, gint64 *more,
                        GError **error)
{
    const TodoAsk *ask = search->ask;
    Moment then = {ask->today, ask->minute};
    guint before = list->len;
    if (!add_contacts(search, then, DAY_NONE, limit, list, more, error)) {
        return false;
    }
    guint due = list->len - before;
    if (due >= limit || !day_from_text(search->until, &then.day) ||
        day_compare(then.day, ask->today) <= 0) {
        return true;
    }
    return add_contacts(search, then, ask->today, limit, list, more, error);
}

bool todo_find_days(const TodoSearch *search, GPtrArray *list, GError **error)
{
    LeapRule rule;
    bool is_cut = false;
    Day today = search->ask->today, until = today;
    day_from_text(search->until, &until);
    if (!due_leap_rule(search->db, &rule, error)) {
        return false;
    }
    guint most = search->ask->limit > 0 ? TODAY_MOST : 0;
    g_autoptr(GPtrArray) days = due_list_known(search->db, day_plus(today, -TODAY_BEHIND), until,
                                               rule, most, &is_cut, error);
    for (guint i = 0; days != NULL && i < days->len; i++) {
        const Due *due = g_ptr_array_index(days, i);
        if (due->greeted) {
            continue;
        }
        TodoItem *item = &add(list, TODO_DAY, due->occasion->head.id, 0, NULL, NULL)->item;
        item->day = due->kept;
        item->customer = record_copy(due->customer);
        item->due = g_ptr_array_steal_index(days, i--);
    }
    return days != NULL;
}

static int compare_visits(gconstpointer a, gconstpointer b)
{
    const Found *one = *(Found *const *)a, *two = *(Found *const *)b;
    int order = (one->visits < two->visits) - (one->visits > two->visits);
    return order != 0
               ? order
               : (one->customer_id > two->customer_id) - (one->customer_id < two->customer_id);
}

/* Of those who began to stay away lately the ones who came most often come first. */
bool todo_find_aways(const TodoSearch *search, GPtrArray *list, GError **error)
{
    g_autofree char *from = day_to_text(day_plus(search->ask->today, -AWAY_BEHIND));
    g_autofree char *today = day_to_text(search->ask->today);
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(search->db, away,
                                    DB_VALUES(db_text(from), db_text(today), db_int(AWAY_LOOKED_AT),
                                              db_int(search->ask->branch_id)),
                                    &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        gint64 id = rows_int(rows, 0);
        Found *found = add(list, TODO_AWAY, id, id, rows_text(rows, 3), NULL);
        found->visits = rows_int(rows, 1);
        found->item.rhythm = rows_int(rows, 2);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    g_ptr_array_sort(list, compare_visits);
    g_ptr_array_set_size(list, (gint)MIN(list->len, search->limit));
    return true;
}

/* The customers LIST lacks, each once. */
static GArray *ids_of(const GPtrArray *list)
{
    GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < list->len; i++) {
        Found *found = g_ptr_array_index(list, i);
        if (found->customer_id != 0 && g_hash_table_add(seen, &found->customer_id)) {
            g_array_append_val(ids, found->customer_id);
        }
    }
    return ids;
}

bool todo_found_customers(Db *db, GPtrArray *list, GError **error)
{
    static const RecordType *const nothing[] = {NULL};
    g_autoptr(GArray) ids = ids_of(list);
    if (ids->len == 0) {
        return true;
    }
    const gint64 *wanted = &g_array_index(ids, gint64, 0);
    g_autoptr(GPtrArray) sheets = sheet_list_of(db, wanted, ids->len, nothing, error);
    g_autoptr(GHashTable) by_id = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; sheets != NULL && i < sheets->len; i++) {
        Customer *customer = ((const Sheet *)g_ptr_array_index(sheets, i))->customer;
        g_hash_table_insert(by_id, &customer->head.id, customer);
    }
    for (guint i = 0; sheets != NULL && i < list->len; i++) {
        Found *found = g_ptr_array_index(list, i);
        const Customer *customer = g_hash_table_lookup(by_id, &found->customer_id);
        found->item.customer = customer != NULL ? record_copy(customer) : found->item.customer;
    }
    return sheets != NULL;
}
