/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking deeds back. A deed is taken back by a deed, which can be taken back too: that does it
 * again. */
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/db/deedlog.h"
#include "data/db/fields.h"
#include "data/records.h"

#include <string.h>

/* Runs of new rows up to this length leave images when they are taken back, so that it can be done
 * again; longer ones are imports. */
enum { LONGEST_RUN_WITH_IMAGES = 1000 };

static const char claim_deed[] =
    "UPDATE deed SET undone_by = NULL WHERE id = $1 AND undone_by IS NULL";
static const char load_verb[] = "SELECT verb FROM deed WHERE id = $1";
static const char load_undoes[] = "SELECT undoes FROM deed WHERE id = $1";
static const char load_when[] = "SELECT at FROM deed WHERE id = $1";
static const char mark_deed[] = "UPDATE deed SET undone_by = $1 WHERE id = $2";
/* What stands of the later deeds. One that was taken back does not, nor does the taking back of
 * another one that is as late. */
static const char later_changes[] =
    "SELECT change.table_name, change.first_id, change.last_id, deed.id FROM deed JOIN change ON "
    "change.deed_id = deed.id "
    "WHERE deed.id > $1 AND deed.undone_by IS NULL AND (deed.undoes IS NULL OR deed.undoes < $1)";
/* What was only about somebody who was erased for ever is past. */
#define OF_THE_LIVING                                                                              \
    "(change.owner_id IS NULL OR change.owner_id NOT IN (SELECT customer_id FROM erased))"
static const char last_deed[] =
    "SELECT id, verb FROM deed WHERE undoes IS NULL AND undone_by IS NULL AND (clerk_id = $1 OR "
    "($2 = 0 AND clerk_id IS NULL)) "
    "AND EXISTS (SELECT 1 FROM change WHERE change.deed_id = deed.id AND " OF_THE_LIVING
    ") ORDER BY id DESC LIMIT 1";
/* Taking back a deed and doing it again are no new deeds, nor is what the program does by itself
 * and keeps no changes of: only those end what can be done again. */
static const char last_undone[] =
    "SELECT back.id, back.verb FROM deed AS back JOIN deed AS first ON first.id = back.undoes "
    "WHERE first.undoes IS NULL AND back.undone_by IS NULL AND (back.clerk_id = $1 OR "
    "($2 = 0 AND back.clerk_id IS NULL)) "
    "AND EXISTS (SELECT 1 FROM change WHERE change.deed_id = back.id AND " OF_THE_LIVING ") "
    "AND back.id > coalesce((SELECT own.id FROM deed AS own WHERE own.undoes IS NULL AND "
    "(own.clerk_id = $1 OR ($2 = 0 AND own.clerk_id IS NULL)) "
    "AND EXISTS (SELECT 1 FROM change WHERE change.deed_id = own.id) "
    "ORDER BY own.id DESC LIMIT 1), 0) ORDER BY back.id DESC LIMIT 1";

static bool conflict(GError **error)
{
    g_set_error_literal(error, FAULT, FAULT_CONFLICT,
                        _("This was changed again later. Take back the later change first."));
    return false;
}

/* Whether one of CHANGES has to do with the rows FIRST to LAST of TABLE. */
static bool touches(const GPtrArray *changes, const char *table, gint64 first, gint64 last)
{
    for (guint i = 0; i < changes->len; i++) {
        const Change *change = g_ptr_array_index(changes, i);
        if (change->first <= last && change->last >= first && strcmp(change->table, table) == 0) {
            return true;
        }
    }
    return false;
}

/* Says that the deed LATER stands in the way, by name. */
static bool conflict_with(Db *db, gint64 later, GError **error)
{
    g_autofree char *verb = NULL, *at = NULL;
    if (!db_get_text(db, load_verb, DB_VALUES(db_int(later)), &verb, error) ||
        !db_get_text(db, load_when, DB_VALUES(db_int(later)), &at, error)) {
        return false;
    }
    if (verb == NULL || *verb == '\0') {
        return conflict(error);
    }
    Day day = at != NULL ? instant_local_day(at) : DAY_NONE;
    g_autofree char *date = day_for_people(day);
    g_set_error(
        error, FAULT, FAULT_CONFLICT,
        /* TRANSLATORS: what was done later, and its date: "adding a note", "21 Nov 2026". */
        _("This was changed again later: %s, %s. Take that back first."), _(verb), date);
    return false;
}

/* Whether the rows that the deed ID changed are as it left them. */
static bool unchanged_since(Db *db, gint64 id, const GPtrArray *changes, GError **error)
{
    g_autoptr(Rows) rows = db_query(db, later_changes, DB_VALUES(db_int(id)), error);
    GError *fault = NULL;
    gint64 later = 0;
    while (rows != NULL && rows_next(rows, &fault)) {
        if (touches(changes, rows_text(rows, 0), rows_int(rows, 1), rows_int(rows, 2))) {
            later = MAX(later, rows_int(rows, 3));
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    if (rows == NULL) {
        return false;
    }
    g_clear_pointer(&rows, rows_free);
    return later == 0 || conflict_with(db, later, error);
}

static bool take_back_long_run(Deed *deed, const RecordType *type, const Change *change,
                               GError **error)
{
    g_autofree char *sql =
        g_strdup_printf("DELETE FROM %s WHERE id BETWEEN $1 AND $2", type->table);
    return deed_note_run_going(deed, type, change->first, change->last, error) &&
           db_run(deed_db(deed), sql, DB_VALUES(db_int(change->first), db_int(change->last)), NULL,
                  error) &&
           deed_note_run_removed(deed, change->table, change->first, change->last, error);
}

static bool take_back_insert(Deed *deed, const RecordType *type, const Change *change,
                             GError **error)
{
    if (change->last - change->first >= LONGEST_RUN_WITH_IMAGES) {
        return take_back_long_run(deed, type, change, error);
    }
    g_autoptr(GPtrArray) rows =
        record_list(deed_db(deed), type, "WHERE id BETWEEN $1 AND $2 ORDER BY id DESC",
                    DB_VALUES(db_int(change->first), db_int(change->last)), error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        if (!record_remove(deed, type, ((const RecordHead *)g_ptr_array_index(rows, i))->id,
                           error)) {
            return false;
        }
    }
    return rows != NULL;
}

/* Writes the image of CHANGE back. */
static bool restore(Deed *deed, const RecordType *type, const Change *change, bool is_new,
                    GError **error)
{
    gpointer record = record_restore(deed_db(deed), type, change->before, error);
    if (record == NULL) {
        return false;
    }
    deed_note_row(deed, record, 1);
    bool ok = !is_new || deed_note_insert(deed, record, error);
    record_free(record);
    return ok;
}

static bool take_back_update(Deed *deed, const RecordType *type, const Change *change,
                             GError **error)
{
    gpointer row = record_load(deed_db(deed), type, change->first, error);
    if (row == NULL) {
        return false;
    }
    deed_note_row(deed, row, -1);
    bool ok =
        deed_note_before(deed, "update", row, error) && restore(deed, type, change, false, error);
    record_free(row);
    return ok;
}

static bool take_back_remove(Deed *deed, const RecordType *type, const Change *change,
                             GError **error)
{
    return restore(deed, type, change, true, error);
}

static bool take_back(Deed *deed, const Change *change, GError **error)
{
    const RecordType *type = records_find(change->table);
    bool insert = strcmp(change->what, "insert") == 0, update = strcmp(change->what, "update") == 0;
    if (type == NULL) {
        g_set_error_literal(error, FAULT, FAULT_DAMAGED,
                            _("The record of that change is damaged, so it cannot be taken back."));
        return false;
    }
    if (!insert && change->before == NULL) {
        g_set_error_literal(
            error, FAULT, FAULT_REFUSED,
            _("A list that was taken back has to be taken over again from its file."));
        return false;
    }
    GError *fault = NULL;
    if (insert ? take_back_insert(deed, type, change, &fault)
               : (update ? take_back_update : take_back_remove)(deed, type, change, &fault)) {
        return true;
    }
    /* A row of a later deed hangs on this one, this one hangs on a row that is gone, or a number
     * went to somebody else. */
    if (g_error_matches(fault, FAULT, FAULT_TIED) || g_error_matches(fault, FAULT, FAULT_TAKEN)) {
        g_error_free(fault);
        return conflict(error);
    }
    g_propagate_error(error, fault);
    return false;
}

static bool nothing_there(GError **error)
{
    g_set_error_literal(error, FAULT, FAULT_MISSING, _("There is nothing to take back."));
    return false;
}

/* The verb of the deed ID; NULL with FAULT_MISSING where there is none. */
static const char *verb_of(Db *db, gint64 id, GError **error)
{
    g_autofree char *verb = NULL;
    if (!db_get_text(db, load_verb, DB_VALUES(db_int(id)), &verb, error)) {
        return NULL;
    }
    if (verb == NULL) {
        nothing_there(error);
    }
    return verb != NULL ? g_intern_string(verb) : NULL;
}

/* FAULT_MISSING when the deed ID does not stand any more. */
static bool claim(Db *db, gint64 id, GError **error)
{
    gint64 claimed = 0;
    return db_run(db, claim_deed, DB_VALUES(db_int(id)), &claimed, error) &&
           (claimed > 0 || nothing_there(error));
}

/* What DEED takes back is taken back from here on. When that was the taking back of a deed itself,
 * that one stands again; what that one had taken back falls again, and so on. */
static bool mark_chain(Db *db, gint64 deed, GError **error)
{
    gint64 parent = 0;
    for (bool stands = false;; stands = !stands) {
        if (!db_get_int(db, load_undoes, DB_VALUES(db_int(deed)), &parent, NULL, error)) {
            return false;
        }
        /* Only in a damaged shop a deed takes back a later one. */
        if (parent == 0 || parent >= deed) {
            return true;
        }
        if (!db_run(db, mark_deed, DB_VALUES(stands ? db_null() : db_int(deed), db_int(parent)),
                    NULL, error)) {
            return false;
        }
        deed = parent;
    }
}

/* Whether CHANGE was about somebody who was erased since: the row is theirs, or its image was
 * emptied, because it named them. */
static bool is_erased(const Deed *deed, const Change *change)
{
    bool is_emptied = change->before == NULL && change->first == change->last &&
                      strcmp(change->what, "insert") != 0;
    return is_emptied || deed_is_erased(deed, change->owner);
}

/* Takes those changes out that were about somebody who was erased since; false with FAULT_REFUSED
 * when nothing else is left. */
static bool leave_erased(const Deed *deed, GPtrArray *changes, GError **error)
{
    guint all = changes->len;
    for (guint i = all; i > 0; i--) {
        if (is_erased(deed, g_ptr_array_index(changes, i - 1))) {
            g_ptr_array_remove_index(changes, i - 1);
        }
    }
    if (all == 0 || changes->len > 0) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_REFUSED,
                        _("This was about a customer who was erased for ever, so it cannot be "
                          "taken back any more."));
    return false;
}

static bool take_back_all(Deed *deed, gint64 id, GError **error)
{
    g_autoptr(GPtrArray) changes = change_list(deed_db(deed), id, error);
    if (changes == NULL || !leave_erased(deed, changes, error) ||
        !unchanged_since(deed_db(deed), id, changes, error)) {
        return false;
    }
    for (guint i = 0; i < changes->len; i++) {
        if (!take_back(deed, g_ptr_array_index(changes, i), error)) {
            return false;
        }
    }
    return changes->len > 0 || nothing_there(error);
}

bool deed_undo(Db *db, const Who *who, gint64 id, gint64 *undo_id, GError **error)
{
    const char *verb = verb_of(db, id, error);
    g_autoptr(Deed) deed = verb != NULL ? deed_begin_undo(db, who, verb, id, error) : NULL;
    return deed != NULL && claim(db, id, error) && take_back_all(deed, id, error) &&
           mark_chain(db, deed_id(deed), error) && deed_commit(deed, undo_id, error);
}

static bool find_deed(Db *db, const char *sql, gint64 clerk_id, gint64 *id, const char **verb,
                      GError **error)
{
    g_autoptr(Rows) rows = db_query(db, sql, DB_VALUES(db_int(clerk_id), db_int(clerk_id)), error);
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

bool deed_last(Db *db, gint64 clerk_id, gint64 *id, const char **verb, GError **error)
{
    return find_deed(db, last_deed, clerk_id, id, verb, error);
}

bool deed_last_undone(Db *db, gint64 clerk_id, gint64 *id, const char **verb, GError **error)
{
    return find_deed(db, last_undone, clerk_id, id, verb, error);
}
