/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing seals with the rows, and making them anew. */
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/seal_private.h"
#include "data/records.h"
#include "data/setting.h"

#include <inttypes.h>

enum { ROWS_AT_ONCE = 4096 };

static const char list_seals[] =
    "SELECT block, count, digest FROM seal WHERE table_name = $1 AND block BETWEEN $2 AND $3";
static const char last_block[] = "SELECT coalesce(MAX(block), 0) FROM seal WHERE table_name = $1";
static const char clear_seals[] = "DELETE FROM seal";
static const char remove_mark[] = "DELETE FROM setting WHERE name = '" SETTING_UNSEALED "'";

typedef struct Way Way;

/* What is done with the rows FIRST to LAST of a table, of which SEALS are. */
typedef bool (*Step)(Way *way, guint rank, Seals *seals, gint64 first, gint64 last, GError **error);

/* All rows of all tables, window by window. */
struct Way {
    Db *db;
    SealProgress progress;
    gpointer data;
    Step step;
    gint64 done, total;
    GArray *misfits; /* gint64 blocks of the table at hand that do not fit */
};

static bool go_on(const Way *way, GError **error)
{
    if (way->progress == NULL ||
        way->progress((guint)MIN(way->done, way->total), (guint)way->total, way->data)) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_CANCELLED,
                        _("Cancelled. Everything is as it was before."));
    return false;
}

/* The last id of each table that a row or a seal has, by records_rank; NULL on a fault. */
static GArray *find_lasts(Way *way, GError **error)
{
    g_autoptr(GArray) lasts = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; records[i] != NULL; i++) {
        const char *table = records[i]->table;
        gint64 row = 0, block = 0;
        g_autofree char *sql = g_strdup_printf("SELECT coalesce(MAX(id), 0) FROM %s", table);
        if (!db_get_int(way->db, sql, DB_NO_VALUES, &row, NULL, error) ||
            !db_get_int(way->db, last_block, DB_VALUES(db_text(table)), &block, NULL, error)) {
            return NULL;
        }
        gint64 last = MAX(row, (block + 1) * SEAL_BLOCK - 1);
        g_array_append_val(lasts, last);
        way->total += last;
    }
    return g_steal_pointer(&lasts);
}

static bool go_along(Way *way, guint rank, gint64 last, GError **error)
{
    bool ok = true;
    for (gint64 first = 0; ok && first <= last; first += ROWS_AT_ONCE) {
        gint64 until = first + ROWS_AT_ONCE - 1;
        Seals *seals = seals_new();
        ok = go_on(way, error) &&
             seals_note_rows(seals, way->db, records[rank], first, until, 1, error) &&
             way->step(way, rank, seals, first, until, error);
        seals_free(seals);
        way->done += MIN(ROWS_AT_ONCE, last - first);
    }
    return ok;
}

/* ---- comparing ---- */

/* Takes the stored seals off what was counted: what is left over does not fit. */
static bool compare(Way *way, guint rank, Seals *seals, gint64 first, gint64 last, GError **error)
{
    GError *fault = NULL;
    g_autoptr(Rows) rows =
        db_query(way->db, list_seals,
                 DB_VALUES(db_text(records[rank]->table), db_int(first / SEAL_BLOCK),
                           db_int(last / SEAL_BLOCK)),
                 error);
    while (rows != NULL && rows_next(rows, &fault)) {
        seals_add(seals, rank, rows_int(rows, 0), (Seal){rows_int(rows, 1), rows_int(rows, 2)}, -1);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    for (gint64 block = first / SEAL_BLOCK; rows != NULL && block <= last / SEAL_BLOCK; block++) {
        GHashTable *table = seals_of_table(seals, rank);
        const Seal *left = table != NULL ? g_hash_table_lookup(table, &block) : NULL;
        if (left != NULL && (left->count != 0 || left->digest != 0)) {
            g_array_append_val(way->misfits, block);
        }
    }
    return rows != NULL;
}

static void tell_misfits(const Way *way, const RecordType *type, GPtrArray *findings)
{
    gint64 first = g_array_index(way->misfits, gint64, 0);
    gint64 last = g_array_index(way->misfits, gint64, way->misfits->len - 1);
    g_ptr_array_add(
        findings,
        /* TRANSLATORS: the name of a table, and two numbers of its entries. */
        g_strdup_printf(_("Among the entries %" PRId64 " to %" PRId64 " of “%s” are some that "
                          "are not as they were saved."),
                        first * SEAL_BLOCK, (last + 1) * SEAL_BLOCK - 1, _(type->label)));
}

static bool is_unsealed(Db *db, bool *unsealed, GError **error)
{
    gint64 mark = 0;
    bool ok = setting_get_int(db, SETTING_UNSEALED, 0, &mark, error);
    *unsealed = mark != 0;
    return ok;
}

static bool check_all(Way *way, GPtrArray *findings, GError **error)
{
    bool unsealed = false;
    if (!is_unsealed(way->db, &unsealed, error)) {
        return false;
    }
    if (unsealed) {
        return true;
    }
    g_autoptr(GArray) lasts = find_lasts(way, error);
    for (guint i = 0; lasts != NULL && i < lasts->len; i++) {
        g_array_set_size(way->misfits, 0);
        if (!go_along(way, i, g_array_index(lasts, gint64, i), error)) {
            return false;
        }
        if (way->misfits->len > 0) {
            tell_misfits(way, records[i], findings);
        }
    }
    return lasts != NULL;
}

bool seal_check(Db *db, SealProgress progress, gpointer data, GPtrArray *findings, GError **error)
{
    if (!db_read_begin(db, error)) {
        return false;
    }
    g_autoptr(GArray) misfits = g_array_new(FALSE, FALSE, sizeof(gint64));
    Way way = {.db = db, .progress = progress, .data = data, .step = compare, .misfits = misfits};
    bool ok = check_all(&way, findings, error);
    db_read_end(db);
    return ok;
}

/* ---- making anew ---- */

static bool seal_window(Way *way, guint rank, Seals *seals, gint64 first, gint64 last,
                        GError **error)
{
    (void)rank, (void)first, (void)last;
    return seals_settle(seals, way->db, error);
}

static bool seal_all(Way *way, GError **error)
{
    if (!db_run(way->db, clear_seals, DB_NO_VALUES, NULL, error)) {
        return false;
    }
    g_autoptr(GArray) lasts = find_lasts(way, error);
    for (guint i = 0; lasts != NULL && i < lasts->len; i++) {
        if (!go_along(way, i, g_array_index(lasts, gint64, i), error)) {
            return false;
        }
    }
    return lasts != NULL && db_run(way->db, remove_mark, DB_NO_VALUES, NULL, error);
}

bool seal_rebuild(Db *db, SealProgress progress, gpointer data, GError **error)
{
    Way way = {.db = db, .progress = progress, .data = data, .step = seal_window};
    if (!db_begin(db, error)) {
        return false;
    }
    if (!seal_all(&way, error)) {
        db_rollback(db);
        return false;
    }
    return db_commit(db, error);
}

bool seal_complete(Db *db, SealProgress progress, gpointer data, GError **error)
{
    bool unsealed = false;
    return is_unsealed(db, &unsealed, error) &&
           (!unsealed || seal_rebuild(db, progress, data, error));
}
