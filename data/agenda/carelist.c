/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is to be contacted, and putting that off. */
#include "data/agenda/care_private.h"
#include "data/agenda/interaction.h"
#include "data/agenda/quiet.h"

#include <string.h>

enum { LAST_PLACE = 4, PAGE = 200, MOST_MORE = 50, MOST_QUIET = 1000 };

/* A page of those in one place, after a day and customer. */
static const char due_rows[] =
    "SELECT customer_id, channel, plan_id, due_day, is_quiet FROM care "
    "WHERE place = $1 AND due_day <= $2 AND (due_day, customer_id) > ($3, $4) "
    "AND ($5 = 0 OR clerk_id = $5 OR clerk_id = 0) ORDER BY due_day, customer_id LIMIT $6";
static const char rows_of_customer[] =
    "SELECT customer_id, channel, plan_id, due_day, is_quiet FROM care WHERE customer_id = $1 "
    "ORDER BY due_day, channel";
static const char last_by_channel[] =
    "SELECT channel, MAX(day) FROM interaction WHERE customer_id = $1 AND " INTERACTION_COUNTS
    " GROUP BY channel";
static const char last_greeting[] =
    "SELECT substr(MAX(created_at), 1, 10) FROM greeting WHERE customer_id = $1";

void care_item_free(gpointer item)
{
    CareItem *care = item;
    if (care != NULL) {
        record_free(care->customer);
        record_free(care->plan);
        g_free(care->channel);
        g_free(care->last_day);
        g_free(care);
    }
}

/* The last day on which there was a contact that counts for one as personal as those of RANK. */
static bool last_day(Db *db, gint64 customer_id, int rank, char **day, GError **error)
{
    GError *fault = NULL;
    *day = NULL;
    if (!db_get_text(db, last_greeting, DB_VALUES(db_int(customer_id)), day, error)) {
        return false;
    }
    g_autoptr(Rows) rows = db_query(db, last_by_channel, DB_VALUES(db_int(customer_id)), &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        CareWay way = care_way(rows_text(rows, 0));
        if (way < WAYS && care_way_rank(way) >= rank && g_strcmp0(rows_text(rows, 1), *day) > 0) {
            g_free(*day);
            *day = g_strdup(rows_text(rows, 1));
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

/* ---- items ---- */

/* The row of TYPE into *RECORD; NULL when it is not there. */
static bool load(Db *db, const RecordType *type, gint64 id, gpointer *record, GError **error)
{
    g_autoptr(GPtrArray) found =
        record_list(db, type, "WHERE id = $1", DB_VALUES(db_int(id)), error);
    *record = found != NULL && found->len > 0 ? g_ptr_array_steal_index(found, 0) : NULL;
    return found != NULL;
}

static bool fill(Db *db, const CareRow *row, CareItem *item, GError **error)
{
    gpointer customer = NULL, plan = NULL;
    bool ok = load(db, &customer_type, row->customer_id, &customer, error) &&
              load(db, &care_plan_type, row->plan_id, &plan, error);
    item->customer = customer;
    item->plan = plan;
    item->channel = g_strdup(care_way_code(row->way));
    return ok && last_day(db, row->customer_id, care_way_rank(row->way), &item->last_day, error);
}

/* Adds what ROW stands for to LIST; nothing when its customer or line is not there. */
static bool add_item(Db *db, const CareRow *row, GPtrArray *list, GError **error)
{
    CareItem *item = g_new0(CareItem, 1);
    bool ok = fill(db, row, item, error);
    if (ok && item->customer != NULL && item->plan != NULL && day_from_text(row->due, &item->due)) {
        g_ptr_array_add(list, item);
    } else {
        care_item_free(item);
    }
    return ok;
}

/* Reads the rows of SQL to the end, so that more can be asked of each. NULL on a fault. */
static GArray *read_rows(Db *db, const char *sql, const DbValue *values, guint count,
                         GError **error)
{
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(CareRow));
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, sql, values, count, &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        CareRow row = {.customer_id = rows_int(rows, 0),
                       .way = MIN(care_way(rows_text(rows, 1)), WAY_COUNTER),
                       .plan_id = rows_int(rows, 2),
                       .is_quiet = rows_int(rows, 4)};
        g_strlcpy(row.due, rows_text(rows, 3), sizeof row.due);
        g_array_append_val(list, row);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&list);
}

GPtrArray *care_list_of(Db *db, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(care_item_free);
    g_autoptr(GArray) rows = read_rows(db, rows_of_customer, DB_VALUES(db_int(customer_id)), error);
    bool ok = rows != NULL;
    for (guint i = 0; ok && i < rows->len; i++) {
        ok = add_item(db, &g_array_index(rows, CareRow, i), list, error);
    }
    return ok ? g_steal_pointer(&list) : NULL;
}

/* ---- all who are due ---- */

typedef struct {
    Db *db;
    Moment now;
    char *today;
    gint64 clerk_id;
    guint limit;
    GHashTable
        *seen; /* gint64 * ids: those who stand there, and those who are not to be bothered */
    GPtrArray *list;
    gint64 more;
    guint quiet; /* how many quiet times were looked at */
} Search;

static bool is_full(const Search *search)
{
    return search->more >= MOST_MORE || search->quiet >= MOST_QUIET;
}

static bool is_quiet_now(Search *search, gint64 customer_id, bool *is_quiet, GError **error)
{
    g_autoptr(GPtrArray) list = quiet_list_of(search->db, customer_id, error);
    search->quiet++;
    *is_quiet = false;
    for (guint i = 0; list != NULL && i < list->len && !*is_quiet; i++) {
        *is_quiet = quiet_has(g_ptr_array_index(list, i), search->now);
    }
    return list != NULL;
}

static bool take_row(Search *search, const CareRow *row, GError **error)
{
    bool is_quiet = false;
    if (g_hash_table_contains(search->seen, &row->customer_id)) {
        return true;
    }
    g_hash_table_add(search->seen, g_memdup2(&row->customer_id, sizeof row->customer_id));
    if (row->is_quiet != 0 && !is_quiet_now(search, row->customer_id, &is_quiet, error)) {
        return false;
    }
    if (!is_quiet && search->list->len < search->limit) {
        return add_item(search->db, row, search->list, error);
    }
    search->more += !is_quiet;
    return true;
}

/* Goes through those in PLACE, page by page. */
static bool search_place(Search *search, int place, GError **error)
{
    CareRow after = {.due = ""};
    guint count = PAGE;
    while (count == PAGE && !is_full(search)) {
        const DbValue values[] = {db_int(place),
                                  db_text(search->today),
                                  db_text(after.due),
                                  db_int(after.customer_id),
                                  db_int(search->clerk_id),
                                  db_int(PAGE)};
        g_autoptr(GArray) rows =
            read_rows(search->db, due_rows, values, G_N_ELEMENTS(values), error);
        if (rows == NULL) {
            return false;
        }
        count = rows->len;
        for (guint i = 0; i < count && !is_full(search); i++) {
            after = g_array_index(rows, CareRow, i);
            if (!take_row(search, &after, error)) {
                return false;
            }
        }
    }
    return true;
}

GPtrArray *care_list_due(Db *db, Moment now, const ReminderFor *who, guint limit, gint64 *more,
                         GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(care_item_free);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    g_autofree char *today = day_to_text(now.day);
    Search search = {.db = db,
                     .now = now,
                     .today = today,
                     .clerk_id = who->clerk_id,
                     .limit = limit,
                     .seen = seen,
                     .list = list};
    for (int place = 1; place <= LAST_PLACE; place++) {
        if (!search_place(&search, place, error)) {
            return NULL;
        }
    }
    *more = search.more;
    return g_steal_pointer(&list);
}

/* ---- putting off ---- */

/* Whether QUIET says nothing but until when: what putting off leaves behind. */
static bool is_plain(const Quiet *quiet)
{
    return quiet->until_day != NULL && quiet->words == NULL && quiet->weekdays == RECORD_NONE &&
           quiet->from_minute == RECORD_NONE && quiet->to_minute == RECORD_NONE &&
           quiet->from_month == 0;
}

bool care_put_off(Deed *deed, gint64 customer_id, Day until, GError **error)
{
    g_autoptr(GPtrArray) list = quiet_list_of(deed_db(deed), customer_id, error);
    if (list == NULL) {
        return false;
    }
    Quiet *quiet = NULL;
    for (guint i = 0; quiet == NULL && i < list->len; i++) {
        Quiet *each = g_ptr_array_index(list, i);
        quiet = is_plain(each) ? record_copy(each) : NULL;
    }
    if (quiet == NULL) {
        quiet = record_new(&quiet_type);
        quiet->customer_id = customer_id;
    }
    g_autofree char *day = day_to_text(until);
    record_set_text(&quiet->until_day, day);
    bool ok = quiet_save(deed, quiet, error);
    record_free(quiet);
    return ok;
}
