/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was changed, by whom and when: which deeds, a page at a time. */
#include "data/history/history.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/order.h"
#include "data/customer/customer.h"
#include "data/db/fields.h"
#include "data/history/history_private.h"
#include "data/records.h"

static const char deeds_of_shop[] =
    "SELECT id FROM deed WHERE id < $1 AND EXISTS (SELECT 1 FROM change WHERE change.deed_id = "
    "deed.id) ORDER BY id DESC LIMIT $2";
static const char deeds_of_owner[] =
    "SELECT DISTINCT deed_id FROM change WHERE owner_id = $1 AND deed_id < $2 "
    "ORDER BY deed_id DESC LIMIT $3";
static const char load_deed[] =
    "SELECT deed.verb, deed.at, clerk.name, branch.name, deed.undoes, deed.undone_by FROM deed "
    "LEFT JOIN clerk ON clerk.id = deed.clerk_id LEFT JOIN branch ON branch.id = deed.branch_id "
    "WHERE deed.id = $1";
static const char load_undoes[] = "SELECT undoes FROM deed WHERE id = $1";
/* Of whom it wrote rows, and how many customers came in runs of several owners. */
static const char load_about[] =
    "SELECT count(DISTINCT owner_id), min(owner_id), "
    "coalesce(sum(CASE WHEN owner_id IS NULL AND table_name = 'customer' THEN last_id - first_id + "
    "1 ELSE 0 END), 0) FROM change WHERE deed_id = $1";

/* A run that has rows of the customer, and its deed. */
typedef struct {
    gint64 deed_id;
    Change change; /* without an image: it only brought rows */
} OwnRun;

#define OWN_RUN "SELECT " CHANGE_COLUMNS ", change.deed_id FROM "
/* The run of several owners with which the row ID of TABLE came. Such runs do not overlap but where
 * rows that had gone came back: so it is the first one of the table that ends with the row or
 * later, in an index of runs alone. */
#define CAME_WITH(table, id, condition)                                                            \
    "JOIN change ON change.id = (SELECT c.id FROM change AS c WHERE c.owner_id IS NULL AND "       \
    "c.what = 'insert' AND c.table_name = " table " AND c.last_id >= " id condition                \
    " ORDER BY c.last_id LIMIT 1) AND change.first_id <= " id " "

void history_deed_free(gpointer data)
{
    HistoryDeed *deed = data;
    if (deed == NULL) {
        return;
    }
    g_free(deed->at);
    g_free(deed->clerk);
    g_free(deed->branch);
    g_free(deed->whom);
    g_clear_pointer(&deed->lines, g_ptr_array_unref);
    g_free(deed);
}

/* ---- one deed ---- */

/* Whether DEED, which takes UNDOES back, does something again by it. In a damaged shop a deed may
 * take back a later one: there it ends. */
static bool load_turn(Db *db, HistoryDeed *deed, gint64 undoes, GError **error)
{
    deed->turn = HISTORY_DONE;
    for (gint64 later = deed->id; undoes != 0 && undoes < later;) {
        deed->turn = deed->turn == HISTORY_TAKEN_BACK ? HISTORY_DONE_AGAIN : HISTORY_TAKEN_BACK;
        later = undoes;
        if (!db_get_int(db, load_undoes, DB_VALUES(db_int(undoes)), &undoes, NULL, error)) {
            return false;
        }
    }
    return true;
}

static bool read_deed(Db *db, HistoryDeed *deed, gint64 *undoes, GError **error)
{
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, load_deed, DB_VALUES(db_int(deed->id)), error);
    if (rows == NULL) {
        return false;
    }
    bool is_there = rows_next(rows, &fault);
    if (is_there) {
        deed->verb = g_intern_string(rows_text(rows, 0));
        deed->at = g_strdup(rows_text(rows, 1));
        deed->clerk = g_strdup(rows_text(rows, 2));
        deed->branch = g_strdup(rows_text(rows, 3));
        *undoes = rows_int(rows, 4);
        deed->is_undone = !rows_is_null(rows, 5);
    } else if (fault != NULL) {
        g_propagate_error(error, fault);
    } else {
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("That is not there any more. Somebody may have removed it."));
    }
    return is_there;
}

/* Whom it was about. */
static bool read_about(Names *names, HistoryDeed *deed, GError **error)
{
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(names->db, load_about, DB_VALUES(db_int(deed->id)), error);
    if (rows != NULL && rows_next(rows, &fault)) {
        gint64 owners = rows_int(rows, 0), only = rows_int(rows, 1), in_runs = rows_int(rows, 2);
        deed->customers = owners + in_runs > 1 ? owners + in_runs : 0;
        if (owners == 1 && in_runs == 0) {
            deed->whom = g_strdup(names_call(names, &customer_type, only));
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return rows != NULL;
}

static HistoryDeed *load_one(Names *names, gint64 id, gint64 owner, const GArray *runs, guint lines,
                             GError **error)
{
    g_autoptr(HistoryDeed) deed = g_new0(HistoryDeed, 1);
    gint64 undoes = 0;
    deed->id = id;
    bool ok = read_deed(names->db, deed, &undoes, error) &&
              load_turn(names->db, deed, undoes, error) &&
              (owner != 0 || read_about(names, deed, error)) &&
              lines_load(names, deed, owner, runs, lines, error);
    return ok ? g_steal_pointer(&deed) : NULL;
}

/* ---- runs of several owners ---- */

static char *runs_sql(void)
{
    GString *sql = g_string_new(NULL);
    for (guint i = 0; records[i] != NULL; i++) {
        const char *table = records[i]->table;
        const Field *owner = record_owner_field(records[i]);
        if (owner != NULL && !said_is_silent(records[i])) {
            g_string_append_printf(
                sql,
                OWN_RUN "%s AS own " CAME_WITH("'%s'", "own.id", "") "WHERE own.%s = $1 UNION ",
                table, table, owner->column);
        }
    }
    /* What went since: the run with which it had come. */
    g_string_append(sql,
                    OWN_RUN "change AS gone " CAME_WITH(
                        "gone.table_name", "gone.first_id",
                        " AND c.id < gone.id") "WHERE gone.owner_id = $1 AND gone.what = 'remove'");
    return g_string_free(sql, FALSE);
}

/* The runs of several owners that brought rows of the customer: an array of OwnRun. */
static GArray *load_runs(Db *db, gint64 customer_id, GError **error)
{
    g_autofree char *sql = runs_sql();
    g_autoptr(GArray) runs = g_array_new(FALSE, FALSE, sizeof(OwnRun));
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, sql, DB_VALUES(db_int(customer_id)), error);
    if (rows == NULL) {
        return NULL;
    }
    while (rows_next(rows, &fault)) {
        OwnRun run = {.change = change_read(rows), .deed_id = rows_int(rows, 7)};
        run.change.before = NULL;
        g_array_append_val(runs, run);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&runs);
}

/* The changes of RUNS that are the deed's. Unref it. */
static GArray *runs_of(const GArray *runs, gint64 deed_id)
{
    GArray *changes = g_array_new(FALSE, FALSE, sizeof(Change));
    for (guint i = 0; i < runs->len; i++) {
        const OwnRun *run = &g_array_index(runs, OwnRun, i);
        if (run->deed_id == deed_id) {
            g_array_append_val(changes, run->change);
        }
    }
    return changes;
}

/* ---- pages ---- */

static gint newest_first(gconstpointer a, gconstpointer b)
{
    return order_by_number(b, a);
}

/* Adds the deeds of RUNS before BEFORE to IDS, and leaves the LIMIT newest, each once. */
static void merge(GArray *ids, const GArray *runs, gint64 before, guint limit)
{
    guint kept = 0;
    for (guint i = 0; i < runs->len; i++) {
        gint64 id = g_array_index(runs, OwnRun, i).deed_id;
        if (id < before) {
            g_array_append_val(ids, id);
        }
    }
    g_array_sort(ids, newest_first);
    for (guint i = 0; i < ids->len; i++) {
        gint64 id = g_array_index(ids, gint64, i);
        if (kept == 0 || g_array_index(ids, gint64, kept - 1) != id) {
            g_array_index(ids, gint64, kept++) = id;
        }
    }
    g_array_set_size(ids, MIN(kept, limit));
}

static GPtrArray *load_all(Names *names, const GArray *ids, gint64 owner, const GArray *runs,
                           guint lines, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(history_deed_free);
    for (guint i = 0; i < ids->len; i++) {
        gint64 id = g_array_index(ids, gint64, i);
        g_autoptr(GArray) own = runs != NULL ? runs_of(runs, id) : NULL;
        HistoryDeed *deed = load_one(names, id, owner, own, lines, error);
        if (deed == NULL) {
            return NULL;
        }
        g_ptr_array_add(list, deed);
    }
    return g_steal_pointer(&list);
}

static GPtrArray *load_customer(Names *names, gint64 customer_id, gint64 before, guint limit,
                                guint lines, GError **error)
{
    g_autoptr(GArray) ids =
        db_get_ids(names->db, deeds_of_owner,
                   DB_VALUES(db_int(customer_id), db_int(before), db_int(limit)), error);
    g_autoptr(GArray) runs = ids != NULL ? load_runs(names->db, customer_id, error) : NULL;
    if (runs == NULL) {
        return NULL;
    }
    merge(ids, runs, before, limit);
    return load_all(names, ids, customer_id, runs, lines, error);
}

/* The id below which all deeds are that are older than BEFORE (0: all of them). */
static gint64 older_than(gint64 before)
{
    return before != 0 ? before : G_MAXINT64;
}

GPtrArray *history_of_customer(Db *db, gint64 customer_id, gint64 before, guint limit, guint lines,
                               GError **error)
{
    Names names;
    if (!names_begin(&names, db, error)) {
        return NULL;
    }
    GPtrArray *list = load_customer(&names, customer_id, older_than(before), limit, lines, error);
    names_end(&names);
    return list;
}

GPtrArray *history_of_shop(Db *db, gint64 before, guint limit, guint lines, GError **error)
{
    Names names;
    if (!names_begin(&names, db, error)) {
        return NULL;
    }
    g_autoptr(GArray) ids =
        db_get_ids(db, deeds_of_shop, DB_VALUES(db_int(older_than(before)), db_int(limit)), error);
    GPtrArray *list = ids != NULL ? load_all(&names, ids, 0, NULL, lines, error) : NULL;
    names_end(&names);
    return list;
}

static HistoryDeed *load_of(Names *names, gint64 id, gint64 customer_id, guint lines,
                            GError **error)
{
    if (customer_id == 0) {
        return load_one(names, id, 0, NULL, lines, error);
    }
    g_autoptr(GArray) runs = load_runs(names->db, customer_id, error);
    g_autoptr(GArray) own = runs != NULL ? runs_of(runs, id) : NULL;
    return own != NULL ? load_one(names, id, customer_id, own, lines, error) : NULL;
}

HistoryDeed *history_load(Db *db, gint64 id, gint64 customer_id, guint lines, GError **error)
{
    Names names;
    if (!names_begin(&names, db, error)) {
        return NULL;
    }
    HistoryDeed *deed = load_of(&names, id, customer_id, lines, error);
    names_end(&names);
    return deed;
}
