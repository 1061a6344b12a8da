/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that were removed and are not there now. */
#include "data/db/removed.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/fields.h"
#include "data/records.h"

static const char is_last_removal[] =
    "change.what = 'remove' AND change.before IS NOT NULL AND NOT EXISTS (SELECT 1 FROM change AS "
    "later WHERE later.what = 'remove' AND later.table_name = change.table_name AND "
    "later.first_id = change.first_id AND later.id > change.id AND later.before IS NOT NULL)";
static const char keeps_all_images[] =
    "NOT EXISTS (SELECT 1 FROM change AS run WHERE run.deed_id = change.deed_id AND "
    "run.what = 'remove' AND run.last_id > run.first_id)";
static const char last_image[] =
    "SELECT before FROM change WHERE what = 'remove' AND table_name = $1 AND first_id = $2 AND "
    "before IS NOT NULL ORDER BY id DESC LIMIT 1";

static const char last_removal[] =
    "SELECT deed.id, deed.clerk_id, deed.at FROM change JOIN deed ON deed.id = change.deed_id "
    "WHERE change.what = 'remove' AND change.table_name = $1 AND change.first_id = $2 AND "
    "change.before IS NOT NULL ORDER BY change.id DESC LIMIT 1";

/* Appends the condition that the row of "change" stands for one that is missing. */
static void add_is_missing(GString *sql, bool only_called)
{
    g_string_append_printf(sql, "%s AND CASE change.table_name", is_last_removal);
    for (guint i = 0; records[i] != NULL; i++) {
        const char *table = records[i]->table;
        if (!only_called || records[i]->call != NULL) {
            g_string_append_printf(
                sql, " WHEN '%s' THEN NOT EXISTS (SELECT 1 FROM %s WHERE %s.id = change.first_id)",
                table, table, table);
        }
    }
    g_string_append(sql, " ELSE FALSE END");
}

/* Appends a value by which tables sort as in records[]. */
static void add_rank(GString *sql)
{
    g_string_append(sql, "CASE change.table_name");
    for (guint i = 0; records[i] != NULL; i++) {
        g_string_append_printf(sql, " WHEN '%s' THEN %u", records[i]->table, i);
    }
    g_string_append(sql, " END");
}

GArray *removed_deeds(Db *db, guint limit, GError **error)
{
    g_autoptr(GString) sql = g_string_new("SELECT DISTINCT change.deed_id FROM change WHERE ");
    add_is_missing(sql, true);
    g_string_append_printf(sql, " AND %s ORDER BY change.deed_id DESC LIMIT $1", keeps_all_images);
    return db_get_ids(db, sql->str, DB_VALUES(db_int(limit)), error);
}

GPtrArray *removed_rows(Db *db, gint64 deed_id, bool only_called, guint limit, GError **error)
{
    g_autoptr(GString) sql =
        g_string_new("SELECT " CHANGE_COLUMNS " FROM change WHERE change.deed_id = $1 AND ");
    add_is_missing(sql, only_called);
    g_string_append(sql, " ORDER BY ");
    add_rank(sql);
    g_string_append(sql, ", change.first_id LIMIT $2");
    g_autoptr(Rows) rows = db_query(db, sql->str, DB_VALUES(db_int(deed_id), db_int(limit)), error);
    if (rows == NULL) {
        return NULL;
    }
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(change_free);
    GError *fault = NULL;
    while (rows_next(rows, &fault)) {
        const Change change = change_read(rows);
        g_ptr_array_add(list, change_copy(&change));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&list);
}

bool removed_count(Db *db, gint64 deed_id, const RecordType *type, gint64 *count, GError **error)
{
    g_autoptr(GString) sql = g_string_new(
        "SELECT count(*) FROM change WHERE change.deed_id = $1 AND change.table_name = $2 AND ");
    add_is_missing(sql, false);
    return db_get_int(db, sql->str, DB_VALUES(db_int(deed_id), db_text(type->table)), count, NULL,
                      error);
}

gpointer removed_load(Db *db, const RecordType *type, gint64 id, GError **error)
{
    g_autofree char *image = NULL;
    if (!db_get_text(db, last_image, DB_VALUES(db_text(type->table), db_int(id)), &image, error)) {
        return NULL;
    }
    if (image == NULL) {
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("That entry is not there any more. Somebody may have removed it."));
        return NULL;
    }
    return record_from_image(type, image, error);
}

gpointer removed_or_there(Db *db, const RecordType *type, gint64 id, bool *is_removed,
                          GError **error)
{
    GError *fault = NULL;
    gpointer record = record_load(db, type, id, &fault);
    bool is_gone = record == NULL && g_error_matches(fault, FAULT, FAULT_MISSING);
    if (is_removed != NULL) {
        *is_removed = is_gone;
    }
    if (is_gone) {
        g_clear_error(&fault);
        return removed_load(db, type, id, error);
    }
    if (record == NULL) {
        g_propagate_error(error, fault);
    }
    return record;
}

bool removed_by(Db *db, const RecordType *type, gint64 id, Removal *removal, GError **error)
{
    *removal = (Removal){0};
    g_autoptr(Rows) rows =
        db_query(db, last_removal, DB_VALUES(db_text(type->table), db_int(id)), error);
    if (rows == NULL) {
        return false;
    }
    GError *fault = NULL;
    if (rows_next(rows, &fault)) {
        removal->deed_id = rows_int(rows, 0);
        removal->clerk_id = rows_int(rows, 1);
        g_strlcpy(removal->at, rows_text(rows, 2), sizeof removal->at);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}
