/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done, read along the indexes over what is open. */
#include "data/agenda/todo.h"

#include "data/customer/sheet.h"
#include "data/diary/complaint.h"
#include "data/diary/loss.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"

/* Pre-orders that nobody fetched or ticked, and customers who went missing long ago, are not
 * today's. */
enum { DAYS_AHEAD = 1, FETCH_BEHIND = 7, AWAY_BEHIND = 30, AWAY_LOOKED_AT = 200 };

static const char preorders[] =
    "WHERE state IN ('open', 'ready') AND day >= $1 AND day <= $2 "
    "AND (branch_id IS NULL OR branch_id = $3 OR $3 = 0) ORDER BY day, id LIMIT $4";
static const char answers[] =
    "WHERE closed_day IS NULL AND answered_day IS NULL AND due_day <= $1 "
    "AND (branch_id IS NULL OR branch_id = $2 OR $2 = 0) ORDER BY due_day, id LIMIT $3";
static const char complaints[] =
    "WHERE closed_day IS NULL AND (due_day IS NULL OR due_day > $1 OR answered_day IS NOT NULL) "
    "AND (branch_id IS NULL OR branch_id = $2 OR $2 = 0) ORDER BY day, id LIMIT $3";
static const char away[] =
    "SELECT customer_id, visits, rhythm, last_day FROM visit_sum "
    "WHERE away_from IS NOT NULL AND away_from > $1 AND away_from <= $2 "
    "AND NOT EXISTS (SELECT 1 FROM loss WHERE loss.customer_id = visit_sum.customer_id "
    "AND loss.back_day IS NULL) ORDER BY away_from DESC, customer_id LIMIT $3";

/* An item on its way: whose it is, and for the order of those who stay away how often they came. */
typedef struct {
    TodoItem item; /* first: it is an item */
    gint64 customer_id, visits;
} Found;

/* What is asked for. */
typedef struct {
    Db *db;
    Day today;
    char *until; /* the last day of tasks */
    gint64 branch_id;
} Ask;

static void found_free(gpointer data)
{
    Found *found = data;
    record_free(found->item.customer);
    g_free(found->item.words);
    g_free(found);
}

void todo_free(Todo *todo)
{
    if (todo != NULL) {
        g_clear_pointer(&todo->tasks, g_ptr_array_unref);
        g_clear_pointer(&todo->watch, g_ptr_array_unref);
        g_free(todo);
    }
}

static Found *add(GPtrArray *list, TodoKind kind, gint64 id, gint64 customer_id, const char *day,
                  const char *words)
{
    Found *found = g_new0(Found, 1);
    found->item.kind = kind;
    found->item.id = id;
    found->item.minute = RECORD_NONE;
    found->item.words = g_strdup(words);
    found->customer_id = customer_id;
    if (day == NULL || !day_from_text(day, &found->item.day)) {
        found->item.day = DAY_NONE;
    }
    g_ptr_array_add(list, found);
    return found;
}

static bool add_promises(const Ask *ask, GPtrArray *list, GError **error)
{
    g_autoptr(GPtrArray) rows =
        promise_due(ask->db, day_plus(ask->today, DAYS_AHEAD), TODO_COUNTED, error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        const Promise *promise = g_ptr_array_index(rows, i);
        add(list, TODO_PROMISE, promise->head.id, promise->customer_id, promise->due_day,
            promise->words);
    }
    return rows != NULL;
}

static bool add_preorders(const Ask *ask, GPtrArray *list, GError **error)
{
    g_autofree char *from = day_to_text(day_plus(ask->today, -FETCH_BEHIND));
    g_autoptr(GPtrArray) rows = record_list(
        ask->db, &preorder_type, preorders,
        DB_VALUES(db_text(from), db_text(ask->until), db_int(ask->branch_id), db_int(TODO_COUNTED)),
        error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        const Preorder *preorder = g_ptr_array_index(rows, i);
        Found *found = add(list, TODO_PREORDER, preorder->head.id, preorder->customer_id,
                           preorder->day, preorder->words);
        found->item.minute = preorder->minute;
    }
    return rows != NULL;
}

/* Complaints with IS_DUE whose answer is due, else the other open ones. */
static bool add_complaints(const Ask *ask, bool is_due, GPtrArray *list, GError **error)
{
    g_autoptr(GPtrArray) rows = record_list(
        ask->db, &complaint_type, is_due ? answers : complaints,
        DB_VALUES(db_text(ask->until), db_int(ask->branch_id), db_int(TODO_COUNTED)), error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        const Complaint *complaint = g_ptr_array_index(rows, i);
        add(list, is_due ? TODO_ANSWER : TODO_COMPLAINT, complaint->head.id, complaint->customer_id,
            is_due ? complaint->due_day : complaint->day, complaint->words);
    }
    return rows != NULL;
}

static bool add_asks(const Ask *ask, GPtrArray *list, GError **error)
{
    g_autoptr(GPtrArray) rows = loss_ask_due(ask->db, ask->today, TODO_COUNTED, error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        const Loss *loss = g_ptr_array_index(rows, i);
        add(list, TODO_ASK, loss->head.id, loss->customer_id, loss->ask_day, loss->words);
    }
    return rows != NULL;
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
static bool add_aways(const Ask *ask, GPtrArray *list, GError **error)
{
    g_autofree char *from = day_to_text(day_plus(ask->today, -AWAY_BEHIND));
    g_autofree char *today = day_to_text(ask->today);
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(
        ask->db, away, DB_VALUES(db_text(from), db_text(today), db_int(AWAY_LOOKED_AT)), &fault);
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
    g_ptr_array_set_size(list, (gint)MIN(list->len, TODO_COUNTED));
    return true;
}

static int compare_urgency(gconstpointer a, gconstpointer b)
{
    const Found *one = *(Found *const *)a, *two = *(Found *const *)b;
    bool both = day_is_whole(one->item.day) && day_is_whole(two->item.day);
    int order = both ? day_compare(one->item.day, two->item.day) : 0;
    if (order == 0) {
        order = (one->item.minute > two->item.minute) - (one->item.minute < two->item.minute);
    }
    if (order == 0) {
        order = (one->item.kind > two->item.kind) - (one->item.kind < two->item.kind);
    }
    return order != 0 ? order : (one->item.id > two->item.id) - (one->item.id < two->item.id);
}

/* Moves the first MOST of FROM to LIST and the number of the others to *MORE. */
static void take(GPtrArray *list, GPtrArray *from, guint most, gint64 *more)
{
    guint count = MIN(from->len, most);
    *more += from->len - count;
    for (guint i = 0; i < count; i++) {
        g_ptr_array_add(list, g_ptr_array_steal_index(from, 0));
    }
}

/* Gives LIST (Found) their customers; who is not there any more is left out. */
static bool load_customers(Db *db, GPtrArray *list, GError **error)
{
    static const RecordType *const nothing[] = {NULL};
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < list->len; i++) {
        const Found *found = g_ptr_array_index(list, i);
        if (found->customer_id != 0 &&
            g_hash_table_add(seen, &((Found *)g_ptr_array_index(list, i))->customer_id)) {
            g_array_append_val(ids, found->customer_id);
        }
    }
    if (ids->len == 0) {
        return true;
    }
    const gint64 *wanted = &g_array_index(ids, gint64, 0);
    g_autoptr(GPtrArray) sheets = sheet_list_of(db, wanted, ids->len, nothing, error);
    for (guint s = 0; sheets != NULL && s < sheets->len; s++) {
        const Customer *customer = ((const Sheet *)g_ptr_array_index(sheets, s))->customer;
        for (guint i = 0; i < list->len; i++) {
            Found *found = g_ptr_array_index(list, i);
            if (found->customer_id == customer->head.id) {
                found->item.customer = record_copy(customer);
            }
        }
    }
    return sheets != NULL;
}

static bool load_tasks(const Ask *ask, Todo *todo, GError **error)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(found_free);
    if (!add_preorders(ask, found, error) || !add_promises(ask, found, error) ||
        !add_complaints(ask, true, found, error) || !add_asks(ask, found, error)) {
        return false;
    }
    g_ptr_array_sort(found, compare_urgency);
    take(todo->tasks, found, TODO_TASKS, &todo->more_tasks);
    return load_customers(ask->db, todo->tasks, error);
}

static bool load_watch(const Ask *ask, Todo *todo, GError **error)
{
    g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func(found_free);
    g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func(found_free);
    if (!add_complaints(ask, false, open, error) || !add_aways(ask, missing, error)) {
        return false;
    }
    take(todo->watch, open, TODO_COMPLAINTS, &todo->more_watch);
    take(todo->watch, missing, TODO_AWAYS, &todo->more_watch);
    return load_customers(ask->db, todo->watch, error);
}

Todo *todo_load(Db *db, Day today, gint64 branch_id, GError **error)
{
    g_autofree char *until = day_to_text(day_plus(today, DAYS_AHEAD));
    g_autoptr(Todo) todo = g_new0(Todo, 1);
    const Ask ask = {.db = db, .today = today, .until = until, .branch_id = branch_id};
    todo->tasks = g_ptr_array_new_with_free_func(found_free);
    todo->watch = g_ptr_array_new_with_free_func(found_free);
    return load_tasks(&ask, todo, error) && load_watch(&ask, todo, error) ? g_steal_pointer(&todo)
                                                                          : NULL;
}
