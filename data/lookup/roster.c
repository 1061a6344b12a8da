/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the list by name along its index. */
#include "data/lookup/roster.h"

#include "data/customer/customer.h"
#include "data/lookup/sortkey.h"

/* The stretch is cut from the index alone; only its customers are then looked up. */
#define STRETCH(only)                                                                              \
    "SELECT c.id, c.number, c.title, c.given_name, c.family_name, c.company, c.description, "      \
    "d.visits, d.last_visit, "                                                                     \
    "(SELECT a.street FROM address a WHERE a.customer_id = c.id ORDER BY a.id LIMIT 1), "          \
    "(SELECT a.place FROM address a WHERE a.customer_id = c.id ORDER BY a.id LIMIT 1), "           \
    "(SELECT t.value FROM contact t WHERE t.customer_id = c.id AND t.kind = 'phone' "              \
    "ORDER BY t.id LIMIT 1) "                                                                      \
    "FROM (SELECT customer_id AS id, sort_key FROM lookup_doc " only                               \
    "ORDER BY sort_key, customer_id LIMIT $1 OFFSET $2) p "                                        \
    "JOIN lookup_doc d ON d.customer_id = p.id JOIN customer c ON c.id = p.id "                    \
    "ORDER BY p.sort_key, p.id"

/* How one list is read. Each goes along an index of its own. */
typedef struct {
    const char *stretch, *key_of, *count_before, *first_from;
} ListSql;

static const ListSql of_all = {
    .stretch = STRETCH(""),
    .key_of = "SELECT sort_key FROM lookup_doc WHERE customer_id = $1",
    .count_before = "SELECT COUNT(*) FROM lookup_doc WHERE (sort_key, customer_id) < ($1, $2)",
    .first_from = "SELECT sort_key FROM lookup_doc WHERE sort_key >= $1 "
                  "ORDER BY sort_key, customer_id LIMIT 1",
};

/* The same of one branch, which is always the last value. */
static const ListSql of_branch = {
    .stretch = STRETCH("WHERE branch_id = $3 "),
    .key_of = "SELECT sort_key FROM lookup_doc WHERE customer_id = $1 AND branch_id = $2",
    .count_before = "SELECT COUNT(*) FROM lookup_doc "
                    "WHERE branch_id = $3 AND (sort_key, customer_id) < ($1, $2)",
    .first_from = "SELECT sort_key FROM lookup_doc WHERE branch_id = $2 AND sort_key >= $1 "
                  "ORDER BY sort_key, customer_id LIMIT 1",
};

static const char count_branch[] = "SELECT COUNT(*) FROM lookup_doc WHERE branch_id = $1";

static const ListSql *sql_of(gint64 branch_id)
{
    return branch_id != 0 ? &of_branch : &of_all;
}

static void entry_free(gpointer data)
{
    RosterEntry *entry = data;
    g_free(entry->name);
    g_free(entry->number);
    g_free(entry->where);
    g_free(entry->last_visit);
    g_free(entry);
}

void roster_free(Roster *roster)
{
    if (roster != NULL) {
        g_ptr_array_unref(roster->entries);
        g_free(roster);
    }
}

static char *where_of(const char *street, const char *place, const char *phone)
{
    if (street != NULL && place != NULL) {
        return g_strdup_printf("%s, %s", street, place);
    }
    return g_strdup(street != NULL ? street : place != NULL ? place : phone);
}

static RosterEntry *read_entry(const Rows *rows)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    for (guint column = 1; column <= 6; column++) {
        g_ptr_array_add(texts, g_strdup(rows_text(rows, column)));
    }
    const Customer customer = {
        .number = texts->pdata[0],
        .title = texts->pdata[1],
        .given_name = texts->pdata[2],
        .family_name = texts->pdata[3],
        .company = texts->pdata[4],
        .description = texts->pdata[5],
    };
    RosterEntry *entry = g_new0(RosterEntry, 1);
    entry->customer_id = rows_int(rows, 0);
    entry->name = customer_call(&customer, NAME_SORTED);
    entry->number = g_strdup(customer.number);
    entry->visits = rows_int(rows, 7);
    entry->last_visit = g_strdup(rows_text(rows, 8));
    entry->where = where_of(rows_text(rows, 9), rows_text(rows, 10), rows_text(rows, 11));
    return entry;
}

static Rows *query_stretch(Db *db, gint64 branch_id, gint64 first, guint count, GError **error)
{
    return branch_id != 0
               ? db_query(db, of_branch.stretch,
                          DB_VALUES(db_int(count), db_int(first), db_int(branch_id)), error)
               : db_query(db, of_all.stretch, DB_VALUES(db_int(count), db_int(first)), error);
}

static bool read_stretch(Db *db, Roster *roster, gint64 branch_id, guint count, GError **error)
{
    g_autoptr(Rows) rows = query_stretch(db, branch_id, roster->first, count, error);
    if (rows == NULL) {
        return false;
    }
    GError *fault = NULL;
    while (rows_next(rows, &fault)) {
        g_ptr_array_add(roster->entries, read_entry(rows));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

static bool count_list(Db *db, Tally *tally, gint64 branch_id, gint64 *total, GError **error)
{
    if (branch_id != 0) {
        return db_get_int(db, count_branch, DB_VALUES(db_int(branch_id)), total, NULL, error);
    }
    return (tally->is_counted || tally_count(db, tally, error)) &&
           tally_get(db, tally, total, error);
}

Roster *roster_load(Db *db, Tally *tally, gint64 branch_id, gint64 first, guint count,
                    GError **error)
{
    g_autoptr(Roster) roster = g_new0(Roster, 1);
    roster->entries = g_ptr_array_new_with_free_func(entry_free);
    roster->first = MAX(first, 0);
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    bool ok = count_list(db, tally, branch_id, &roster->total, error) &&
              read_stretch(db, roster, branch_id, count, error);
    db_read_end(db);
    return ok ? g_steal_pointer(&roster) : NULL;
}

/* The text SQL finds for VALUE, in the list of BRANCH_ID. */
static bool find_text(Db *db, const char *sql, DbValue value, gint64 branch_id, char **text,
                      GError **error)
{
    return branch_id != 0 ? db_get_text(db, sql, DB_VALUES(value, db_int(branch_id)), text, error)
                          : db_get_text(db, sql, DB_VALUES(value), text, error);
}

/* How many stand before KEY and ID in the list of BRANCH_ID. */
static bool count_before(Db *db, gint64 branch_id, const char *key, gint64 id, gint64 *place,
                         GError **error)
{
    return branch_id != 0 ? db_get_int(db, of_branch.count_before,
                                       DB_VALUES(db_text(key), db_int(id), db_int(branch_id)),
                                       place, NULL, error)
                          : db_get_int(db, of_all.count_before, DB_VALUES(db_text(key), db_int(id)),
                                       place, NULL, error);
}

bool roster_place(Db *db, gint64 branch_id, gint64 customer_id, gint64 *place, GError **error)
{
    g_autofree char *key = NULL;
    *place = -1;
    return find_text(db, sql_of(branch_id)->key_of, db_int(customer_id), branch_id, &key, error) &&
           (key == NULL || count_before(db, branch_id, key, customer_id, place, error));
}

bool roster_seek(Db *db, gint64 branch_id, const char *typed, gint64 *place, bool *fits,
                 GError **error)
{
    *place = 0;
    *fits = false;
    g_auto(GStrv) keys = sortkey_typed(typed);
    const char *wanted = keys[0];
    for (guint i = 0; keys[i] != NULL && !*fits; i++) {
        g_autofree char *found = NULL;
        if (!find_text(db, sql_of(branch_id)->first_from, db_text(keys[i]), branch_id, &found,
                       error)) {
            return false;
        }
        *fits = found != NULL && g_str_has_prefix(found, keys[i]);
        wanted = *fits ? keys[i] : wanted;
    }
    return wanted == NULL || count_before(db, branch_id, wanted, 0, place, error);
}
