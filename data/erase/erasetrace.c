/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the memory of all changes holds of a customer: which rows were theirs or named them, and
 * emptying the images of these. */
#include "data/erase/erase_private.h"

#include "data/agenda/greeting.h"
#include "data/agenda/occasion.h"
#include "data/customer/relation.h"
#include "data/db/fields.h"
#include "data/records.h"

static const char own_changes[] =
    "SELECT table_name, first_id FROM change WHERE owner_id = $1 AND first_id = last_id";
/* Along change_by_row. */
static const char images_of[] =
    "SELECT first_id, before FROM change WHERE table_name = $1 AND before IS NOT NULL";
static const char images_of_owner[] = "SELECT first_id, before FROM change WHERE owner_id = $1 "
                                      "AND table_name = $2 AND before IS NOT NULL";
static const char linked_now[] =
    "SELECT id, customer_id FROM relation WHERE other_customer_id = $1";
static const char is_nobody_else[] = "SELECT id FROM relation WHERE id = $1 AND "
                                     "(other_customer_id IS NULL OR other_customer_id = $2)";
static const char days_of[] = "SELECT id FROM occasion WHERE relation_id = $1";
static const char greetings_of[] = "SELECT id FROM greeting WHERE occasion_id = $1";
static const char empty_own[] =
    "UPDATE change SET before = NULL WHERE owner_id = $1 AND before IS NOT NULL";
static const char empty_row[] = "UPDATE change SET before = NULL WHERE table_name = $1 "
                                "AND last_id = $2 AND first_id = $2 AND before IS NOT NULL";

struct EraseTrace {
    GHashTable *rows[64]; /* by the table's place in records[]: ids (gint64), NULL: none */
};

EraseTrace *erase_trace_new(void)
{
    return g_new0(EraseTrace, 1);
}

void erase_trace_free(EraseTrace *trace)
{
    for (guint i = 0; trace != NULL && i < G_N_ELEMENTS(trace->rows); i++) {
        g_clear_pointer(&trace->rows[i], g_hash_table_unref);
    }
    g_free(trace);
}

static bool add_id(GHashTable **set, gint64 id)
{
    if (*set == NULL) {
        *set = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    }
    return g_hash_table_add(*set, g_memdup2(&id, sizeof id));
}

void erase_trace_add(EraseTrace *trace, const RecordType *type, gint64 id)
{
    guint rank = records_rank(type);
    g_assert(rank < G_N_ELEMENTS(trace->rows));
    add_id(&trace->rows[rank], id);
}

static bool ended(const Rows *rows, GError *fault, GError **error)
{
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return rows != NULL;
}

bool erase_trace_own(EraseTrace *trace, Db *db, gint64 customer_id, GError **error)
{
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, own_changes, DB_VALUES(db_int(customer_id)), &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        const RecordType *type = records_find(rows_text(rows, 0));
        if (type != NULL) {
            erase_trace_add(trace, type, rows_int(rows, 1));
        }
    }
    return ended(rows, fault, error);
}

/* ---- related persons in the cards of others ---- */

/* Related persons of others who are the customer. */
typedef struct {
    EraseTrace *trace;
    Db *db;
    gint64 customer_id;
    GHashTable *people; /* ids of relations; NULL: none */
    GHashTable *owners; /* whose they are; NULL: nobody's */
} Links;

static void add_link(Links *links, gint64 relation_id, gint64 owner)
{
    add_id(&links->people, relation_id);
    add_id(&links->owners, owner);
    erase_trace_add(links->trace, &relation_type, relation_id);
}

static bool links_of_now(Links *links, GError **error)
{
    GError *fault = NULL;
    g_autoptr(Rows) rows =
        db_query(links->db, linked_now, DB_VALUES(db_int(links->customer_id)), &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        add_link(links, rows_int(rows, 0), rows_int(rows, 1));
    }
    return ended(rows, fault, error);
}

/* An image that cannot be read names nobody that could be found. */
static bool links_of_the_past(Links *links, GError **error)
{
    GError *fault = NULL;
    g_autoptr(Rows) rows =
        db_query(links->db, images_of, DB_VALUES(db_text(relation_type.table)), &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        Relation *relation = record_from_image(&relation_type, rows_text(rows, 1), NULL);
        if (relation != NULL && relation->other_customer_id == links->customer_id) {
            add_link(links, rows_int(rows, 0), relation->customer_id);
        }
        record_free(relation);
    }
    return ended(rows, fault, error);
}

static bool add_found(Links *links, const RecordType *type, const char *sql, gint64 id,
                      GHashTable **found, GError **error)
{
    g_autoptr(GArray) ids = db_get_ids(links->db, sql, DB_VALUES(db_int(id)), error);
    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        gint64 one = g_array_index(ids, gint64, i);
        erase_trace_add(links->trace, type, one);
        add_id(found, one);
    }
    return ids != NULL;
}

/* The days and greetings there are now of the ids in PARENTS. */
static bool children_of_now(Links *links, const RecordType *type, const char *sql,
                            GHashTable *parents, GHashTable **found, GError **error)
{
    GHashTableIter iter;
    gpointer id;
    if (parents == NULL) {
        return true;
    }
    g_hash_table_iter_init(&iter, parents);
    while (g_hash_table_iter_next(&iter, &id, NULL)) {
        if (!add_found(links, type, sql, *(const gint64 *)id, found, error)) {
            return false;
        }
    }
    return true;
}

static gint64 parent_of(gconstpointer record)
{
    return record_type(record) == &occasion_type ? ((const Occasion *)record)->relation_id
                                                 : ((const Greeting *)record)->occasion_id;
}

/* The same of the past, as the images of OWNER tell. */
static bool children_of_the_past(Links *links, const RecordType *type, gint64 owner,
                                 GHashTable *parents, GHashTable **found, GError **error)
{
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(links->db, images_of_owner,
                                    DB_VALUES(db_int(owner), db_text(type->table)), &fault);
    while (rows != NULL && parents != NULL && rows_next(rows, &fault)) {
        gpointer record = record_from_image(type, rows_text(rows, 1), NULL);
        gint64 parent = record != NULL ? parent_of(record) : 0;
        if (parent != 0 && g_hash_table_contains(parents, &parent)) {
            erase_trace_add(links->trace, type, rows_int(rows, 0));
            add_id(found, rows_int(rows, 0));
        }
        record_free(record);
    }
    return ended(rows, fault, error);
}

static bool children(Links *links, const RecordType *type, const char *sql, GHashTable *parents,
                     GHashTable **found, GError **error)
{
    GHashTableIter iter;
    gpointer owner;
    if (!children_of_now(links, type, sql, parents, found, error)) {
        return false;
    }
    g_hash_table_iter_init(&iter, links->owners);
    while (g_hash_table_iter_next(&iter, &owner, NULL)) {
        if (!children_of_the_past(links, type, *(const gint64 *)owner, parents, found, error)) {
            return false;
        }
    }
    return true;
}

/* Those of the related persons who are there and are nobody else by now. */
static bool people_of_now(const Links *links, GArray *people, GError **error)
{
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init(&iter, links->people);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        gint64 id = *(const gint64 *)key, there = 0;
        bool found = false;
        if (!db_get_int(links->db, is_nobody_else,
                        DB_VALUES(db_int(id), db_int(links->customer_id)), &there, &found, error)) {
            return false;
        }
        if (found) {
            g_array_append_val(people, id);
        }
    }
    return true;
}

bool erase_trace_links(EraseTrace *trace, Db *db, gint64 customer_id, GArray **people,
                       GError **error)
{
    Links links = {.trace = trace, .db = db, .customer_id = customer_id};
    g_autoptr(GArray) now = g_array_new(FALSE, FALSE, sizeof(gint64));
    GHashTable *days = NULL, *greetings = NULL;
    bool ok = links_of_now(&links, error) && links_of_the_past(&links, error);
    if (ok && links.people != NULL) {
        ok = children(&links, &occasion_type, days_of, links.people, &days, error) &&
             children(&links, &greeting_type, greetings_of, days, &greetings, error) &&
             people_of_now(&links, now, error);
    }
    g_clear_pointer(&days, g_hash_table_unref);
    g_clear_pointer(&greetings, g_hash_table_unref);
    g_clear_pointer(&links.people, g_hash_table_unref);
    g_clear_pointer(&links.owners, g_hash_table_unref);
    *people = ok ? g_steal_pointer(&now) : NULL;
    return ok;
}

/* ---- emptying ---- */

static bool empty_table(Db *db, const RecordType *type, GHashTable *ids, GError **error)
{
    GHashTableIter iter;
    gpointer id;
    g_hash_table_iter_init(&iter, ids);
    while (g_hash_table_iter_next(&iter, &id, NULL)) {
        if (!db_run(db, empty_row, DB_VALUES(db_text(type->table), db_int(*(const gint64 *)id)),
                    NULL, error)) {
            return false;
        }
    }
    return true;
}

bool erase_trace_empty(const EraseTrace *trace, Db *db, gint64 customer_id, GError **error)
{
    if (!db_run(db, empty_own, DB_VALUES(db_int(customer_id)), NULL, error)) {
        return false;
    }
    for (guint i = 0; records[i] != NULL; i++) {
        if (trace->rows[i] != NULL && !empty_table(db, records[i], trace->rows[i], error)) {
            return false;
        }
    }
    return true;
}
