/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking deeds back. A deed is taken back by a deed, which can be taken back too: that does it again. */
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/deedlog.h"
#include "data/records.h"

#include <string.h>

static const char load_deed[] = "SELECT verb, undone_by, undoes FROM deed WHERE id = $1";
static const char mark_standing[] = "UPDATE deed SET undone_by = NULL WHERE id = $1";
static const char later_change[] =
    "SELECT change.id FROM change JOIN deed ON deed.id = change.deed_id "
    "WHERE change.deed_id > $1 AND change.table_name = $2 AND change.first_id <= $4 AND change.last_id >= $3 "
    "AND deed.undoes IS NULL AND deed.undone_by IS NULL LIMIT 1";
static const char last_deed[] =
    "SELECT id, verb FROM deed WHERE undoes IS NULL AND undone_by IS NULL AND (clerk_id = $1 OR $2 = 0) "
    "ORDER BY id DESC LIMIT 1";

static bool conflict(GError **error)
{
    g_set_error_literal(error, FAULT, FAULT_CONFLICT,
                        _("This was changed again later. Take back the later change first."));
    return false;
}

static bool unchanged_since(Db *db, gint64 deed_id, const Change *change, GError **error)
{
    bool found = false;
    gint64 id = 0;
    if (!db_get_int(db, later_change,
                    DB_VALUES(db_int(deed_id), db_text(change->table), db_int(change->first), db_int(change->last)), &id,
                    &found, error)) {
        return false;
    }
    return !found || conflict(error);
}

static const char *owner_column(const RecordType *type)
{
    for (guint i = 0; i < type->fields_count; i++) {
        if ((type->fields[i].traits & FIELD_OWNER) != 0) {
            return type->fields[i].column;
        }
    }
    return strcmp(type->table, "customer") == 0 ? "id" : NULL;
}

static bool touch_run(Deed *deed, const RecordType *type, gint64 first, gint64 last, GError **error)
{
    const char *column = owner_column(type);
    if (column == NULL) {
        return true;
    }
    g_autofree char *sql = g_strdup_printf("SELECT DISTINCT %s FROM %s WHERE id BETWEEN $1 AND $2", column, type->table);
    g_autoptr(Rows) rows = db_query(deed_db(deed), g_intern_string(sql), DB_VALUES(db_int(first), db_int(last)), error);
    GError *fault = NULL;
    while (rows != NULL && rows_next(rows, &fault)) {
        deed_touch(deed, rows_int(rows, 0));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return rows != NULL;
}

/* A row that something of a later deed hangs on cannot go. */
static bool explain(bool ok, GError *fault, GError **error)
{
    if (ok) {
        return true;
    }
    if (g_error_matches(fault, FAULT, FAULT_REFUSED)) {
        g_error_free(fault);
        return conflict(error);
    }
    g_propagate_error(error, fault);
    return false;
}

static bool take_back_insert(Deed *deed, const RecordType *type, const Change *change, GError **error)
{
    GError *fault = NULL;
    if (change->first == change->last) {
        return explain(record_remove(deed, type, change->first, &fault), fault, error);
    }
    if (!touch_run(deed, type, change->first, change->last, error)) {
        return false;
    }
    g_autofree char *sql = g_strdup_printf("DELETE FROM %s WHERE id BETWEEN $1 AND $2", type->table);
    bool ok = db_run(deed_db(deed), g_intern_string(sql), DB_VALUES(db_int(change->first), db_int(change->last)), NULL, &fault);
    return explain(ok, fault, error) && deed_note_run_removed(deed, change->table, change->first, change->last, error);
}

static bool take_back_update(Deed *deed, const RecordType *type, const Change *change, GError **error)
{
    g_autofree char *image = record_image(deed_db(deed), type, change->first, error);
    gint64 owner = 0;
    if (image == NULL || !deed_note_before(deed, type, "update", change->first, image, error) ||
        !touch_run(deed, type, change->first, change->first, error) ||
        !record_restore(deed_db(deed), type, change->before, &owner, error)) {
        return false;
    }
    deed_touch(deed, owner);
    return true;
}

static bool take_back_remove(Deed *deed, const RecordType *type, const Change *change, GError **error)
{
    if (change->before == NULL) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("A list that was taken back has to be taken over again from its file."));
        return false;
    }
    gint64 owner = 0;
    if (!record_restore(deed_db(deed), type, change->before, &owner, error)) {
        return false;
    }
    deed_touch(deed, owner);
    return deed_note_insert(deed, type, change->first, error);
}

static bool take_back(Deed *deed, gint64 deed_id, const Change *change, GError **error)
{
    const RecordType *type = records_find(change->table);
    if (type == NULL) {
        g_set_error_literal(error, FAULT, FAULT_DAMAGED, _("The memory of that change is damaged, so it cannot be taken back."));
        return false;
    }
    if (!unchanged_since(deed_db(deed), deed_id, change, error)) {
        return false;
    }
    if (strcmp(change->what, "insert") == 0) {
        return take_back_insert(deed, type, change, error);
    }
    if (strcmp(change->what, "update") == 0) {
        return take_back_update(deed, type, change, error);
    }
    return take_back_remove(deed, type, change, error);
}

/* Reads the verb of a deed that still stands, and which deed it took back itself. */
static bool find_deed(Db *db, gint64 id, const char **verb, gint64 *undoes, GError **error)
{
    g_autoptr(Rows) rows = db_query(db, load_deed, DB_VALUES(db_int(id)), error);
    GError *fault = NULL;
    if (rows == NULL) {
        return false;
    }
    if (!rows_next(rows, &fault) || !rows_is_null(rows, 1)) {
        if (fault != NULL) {
            g_propagate_error(error, fault);
        } else {
            g_set_error_literal(error, FAULT, FAULT_MISSING, _("There is nothing to take back."));
        }
        return false;
    }
    *verb = g_intern_string(rows_text(rows, 0));
    *undoes = rows_int(rows, 2);
    return true;
}

bool deed_undo(Db *db, const Who *who, gint64 id, gint64 *undo_id, GError **error)
{
    const char *verb = NULL;
    gint64 undoes = 0;
    if (!db_begin(db, error)) {
        return false;
    }
    bool ok = false;
    if (find_deed(db, id, &verb, &undoes, error)) {
        g_autoptr(Deed) deed = deed_begin_undo(db, who, verb, id, error);
        g_autoptr(GPtrArray) changes = deed != NULL ? change_list(db, id, error) : NULL;
        ok = changes != NULL;
        for (guint i = 0; ok && i < changes->len; i++) {
            ok = take_back(deed, id, g_ptr_array_index(changes, i), error);
        }
        /* Taking a taking-back back: the first deed stands again. */
        ok = ok && (undoes == 0 || db_run(db, mark_standing, DB_VALUES(db_int(undoes)), NULL, error)) &&
             deed_commit(deed, undo_id, error);
    }
    if (!ok) {
        db_rollback(db);
        return false;
    }
    return db_commit(db, error);
}

bool deed_last(Db *db, gint64 clerk_id, gint64 *id, const char **verb, GError **error)
{
    g_autoptr(Rows) rows = db_query(db, last_deed, DB_VALUES(db_int(clerk_id), db_int(clerk_id)), error);
    GError *fault = NULL;
    *id = 0;
    *verb = NULL;
    if (rows == NULL) {
        return false;
    }
    if (rows_next(rows, &fault)) {
        *id = rows_int(rows, 0);
        *verb = g_intern_string(rows_text(rows, 1));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}
