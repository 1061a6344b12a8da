/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record generator: the one file that assembles SQL, and only from descriptors. */
#include "data/db/record.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/order.h"
#include "data/db/fields.h"

#include <string.h>

/* How many values one statement takes at most; SQLite is told to refuse more than 1000. */
enum { MOST_VALUES = 800 };

static GString *select_from(const RecordType *type)
{
    GString *sql = g_string_new("SELECT ");
    for (guint i = 0; i < field_count(type); i++) {
        g_string_append(g_string_append(sql, i > 0 ? ", " : ""), field_at(type, i)->column);
    }
    g_string_append_printf(sql, " FROM %s ", type->table);
    return sql;
}

/* False when a text is missing that every row has: that comes of damage alone. */
static bool read_row(const RecordType *type, const Rows *rows, gpointer record)
{
    for (guint i = 0; i < field_count(type); i++) {
        const Field *field = field_at(type, i);
        if (field->type == FIELD_TEXT) {
            *field_text(field, record) = g_strdup(rows_text(rows, i));
            if ((field->traits & FIELD_REQUIRED) != 0 && field_text_of(field, record) == NULL) {
                return false;
            }
        } else if (field->type != FIELD_MAYBE || !rows_is_null(rows, i)) {
            *field_int(field, record) = rows_int(rows, i);
        }
    }
    return true;
}

GPtrArray *record_list(Db *db, const RecordType *type, const char *tail, const DbValue *values,
                       guint count, GError **error)
{
    g_autoptr(GString) sql = select_from(type);
    g_string_append(sql, tail);
    g_autoptr(Rows) rows = db_query(db, sql->str, values, count, error);
    if (rows == NULL) {
        return NULL;
    }
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(record_free);
    GError *fault = NULL;
    while (rows_next(rows, &fault)) {
        gpointer record = record_new(type);
        g_ptr_array_add(list, record);
        if (!read_row(type, rows, record)) {
            g_set_error(error, FAULT, FAULT_DAMAGED,
                        _("The shop %s is damaged. Nothing more was written to it: bring back a "
                          "backup."),
                        db_where_told(db));
            return NULL;
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&list);
}

gpointer record_load(Db *db, const RecordType *type, gint64 id, GError **error)
{
    g_autoptr(GPtrArray) found =
        record_list(db, type, "WHERE id = $1", DB_VALUES(db_int(id)), error);
    if (found == NULL) {
        return NULL;
    }
    if (found->len == 0) {
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("That entry is not there any more. Somebody may have removed it."));
        return NULL;
    }
    return g_ptr_array_steal_index(found, 0);
}

static bool check_required(const RecordType *type, gconstpointer record, GError **error)
{
    for (guint i = 0; i < type->fields_count; i++) {
        const Field *field = &type->fields[i];
        if ((field->traits & FIELD_REQUIRED) == 0 || field->type != FIELD_TEXT) {
            continue;
        }
        const char *text = field_text_of(field, record);
        if (text == NULL || *text == '\0') {
            g_set_error(error, FAULT, FAULT_REFUSED,
                        _("“%s” must not be empty. Please fill it in."), _(field->label));
            return false;
        }
    }
    return true;
}

static void stamp(RecordHead *head, const Who *who, bool is_new)
{
    if (is_new) {
        head->version = 1;
        g_free(head->created_at);
        head->created_at = g_strdup(who->at);
        head->created_by = who->clerk_id;
    }
    g_free(head->updated_at);
    head->updated_at = g_strdup(who->at);
    head->updated_by = who->clerk_id;
}

/* Some hundred of them at once: formatting would take as long as storing a row. */
static void append_number(GString *text, guint number)
{
    if (number >= 10) {
        append_number(text, number / 10);
    }
    g_string_append_c(text, (char)('0' + number % 10));
}

/* INSERT of ROWS rows with all columns from FIRST on, in the order of field_at. */
static char *insert_sql(const RecordType *type, guint first, guint rows, const char *tail)
{
    GString *sql = g_string_new("INSERT INTO ");
    guint count = field_count(type) - first;
    g_string_append_printf(sql, "%s (", type->table);
    for (guint i = 0; i < count; i++) {
        g_string_append(g_string_append(sql, i > 0 ? ", " : ""), field_at(type, first + i)->column);
    }
    g_string_append(sql, ") VALUES ");
    for (guint i = 0; i < rows * count; i++) {
        g_string_append(sql, i == 0 ? "($" : i % count == 0 ? "), ($" : ", $");
        append_number(sql, i + 1);
    }
    g_string_append_printf(sql, ")%s", tail);
    return g_string_free(sql, FALSE);
}

static void collect_values(const RecordType *type, guint first, gconstpointer record,
                           DbValue *values)
{
    for (guint i = first; i < field_count(type); i++) {
        values[i - first] = field_value(field_at(type, i), record);
    }
}

/* Hands FAULT on, in other words where what the row belongs to is gone: nobody would choose
 * something that is not there. */
static bool tell_fault(GError *fault, GError **error)
{
    if (g_error_matches(fault, FAULT, FAULT_TIED)) {
        g_clear_error(&fault);
        g_set_error_literal(&fault, FAULT, FAULT_MISSING,
                            _("What this belongs to was removed in the meantime, so it was not "
                              "saved. The bin has what was removed."));
    }
    g_propagate_error(error, fault);
    return false;
}

bool record_insert(Deed *deed, gpointer record, GError **error)
{
    RecordHead *head = record;
    const RecordType *type = head->type;
    if (!check_required(type, record, error)) {
        return false;
    }
    stamp(head, deed_who(deed), true);
    guint count = field_count(type) - 1;
    g_autofree DbValue *values = g_new0(DbValue, count);
    collect_values(type, 1, record, values);
    g_autofree char *sql = insert_sql(type, 1, 1, " RETURNING id");
    GError *fault = NULL;
    if (!db_get_int(deed_db(deed), sql, values, count, &head->id, NULL, &fault)) {
        return tell_fault(fault, error);
    }
    deed_note_row(deed, record, 1);
    return deed_note_insert(deed, record, error);
}

/* Runs SQL, which inserts COUNT rows and returns nothing, on an engine that lets only one write at
 * a time and counts ids upwards: what is returned would cost a table of its own each time. */
static GArray *insert_alone(Db *db, const RecordType *type, const char *sql, const DbValue *values,
                            guint values_count, guint count, GError **error)
{
    g_autofree char *last_sql = g_strdup_printf("SELECT max(id) FROM %s", type->table);
    gint64 last = 0;
    if (!db_run(db, sql, values, values_count, NULL, error) ||
        !db_get_int(db, last_sql, DB_NO_VALUES, &last, NULL, error)) {
        return NULL;
    }
    GArray *ids = g_array_sized_new(FALSE, FALSE, sizeof(gint64), count);
    for (gint64 id = last - count + 1; id <= last; id++) {
        g_array_append_val(ids, id);
    }
    return ids;
}

/* Runs SQL, which inserts rows and returns their ids, among others who write. The rows are numbered
 * in the order of the values, but nothing is promised of the order of what is returned. */
static GArray *insert_among_others(Db *db, const char *sql, const DbValue *values,
                                   guint values_count, GError **error)
{
    GArray *ids = db_get_ids(db, sql, values, values_count, error);
    if (ids != NULL) {
        g_array_sort(ids, order_by_number);
    }
    return ids;
}

/* Inserts COUNT of the RECORDS from FIRST on by one statement. */
static bool insert_some(Deed *deed, const RecordType *type, const char *sql,
                        const GPtrArray *records, guint first, guint count, GError **error)
{
    guint columns = field_count(type) - 1;
    g_autofree DbValue *values = g_new0(DbValue, (gsize)columns * count);
    for (guint i = 0; i < count; i++) {
        gpointer record = g_ptr_array_index(records, first + i);
        if (!check_required(type, record, error)) {
            return false;
        }
        stamp(record, deed_who(deed), true);
        collect_values(type, 1, record, values + (gsize)i * columns);
    }
    Db *db = deed_db(deed);
    GError *fault = NULL;
    g_autoptr(GArray) ids =
        db_engine(db) == DB_SQLITE
            ? insert_alone(db, type, sql, values, columns * count, count, &fault)
            : insert_among_others(db, sql, values, columns * count, &fault);
    if (ids == NULL) {
        return tell_fault(fault, error);
    }
    for (guint i = 0; i < count; i++) {
        RecordHead *head = g_ptr_array_index(records, first + i);
        head->id = g_array_index(ids, gint64, i);
        deed_note_row(deed, head, 1);
        if (!deed_note_insert(deed, head, error)) {
            return false;
        }
    }
    return true;
}

bool record_insert_all(Deed *deed, const RecordType *type, const GPtrArray *records, GError **error)
{
    guint count = MAX(MOST_VALUES / field_count(type), 1);
    g_autofree char *sql = NULL;
    for (guint i = 0; i < records->len; i += count) {
        /* Halves, so that there are few statements to prepare and keep. */
        while (count > records->len - i) {
            count = (count + 1) / 2;
            g_clear_pointer(&sql, g_free);
        }
        if (sql == NULL) {
            bool is_alone = db_engine(deed_db(deed)) == DB_SQLITE;
            sql = insert_sql(type, 1, count, is_alone ? "" : " RETURNING id");
        }
        if (!insert_some(deed, type, sql, records, i, count, error)) {
            return false;
        }
    }
    return true;
}

static bool same_content(const RecordType *type, gconstpointer a, gconstpointer b)
{
    for (guint i = 0; i < type->fields_count; i++) {
        const Field *field = &type->fields[i];
        DbValue left = field_value(field, a), right = field_value(field, b);
        if (left.type != right.type || left.integer != right.integer ||
            g_strcmp0(left.text, right.text) != 0) {
            return false;
        }
    }
    return true;
}

/* UPDATE of all columns but the id; the last parameters are the id and the version the row is to
 * have. */
static char *update_sql(const RecordType *type)
{
    GString *sql = g_string_new("UPDATE ");
    g_string_append_printf(sql, "%s SET ", type->table);
    for (guint i = 1; i < field_count(type); i++) {
        g_string_append_printf(sql, "%s%s = $%u", i > 1 ? ", " : "", field_at(type, i)->column, i);
    }
    g_string_append_printf(sql, " WHERE id = $%u AND version = $%u", field_count(type),
                           field_count(type) + 1);
    return g_string_free(sql, FALSE);
}

static bool conflict(GError **error)
{
    g_set_error_literal(
        error, FAULT, FAULT_CONFLICT,
        _("Somebody else changed this in the meantime. Look at it again before you save."));
    return false;
}

/* Writes RECORD over the row, unless that has another version than VERSION by now. */
static bool write_row(Db *db, const RecordType *type, gconstpointer record, gint64 version,
                      GError **error)
{
    guint count = field_count(type) + 1;
    gint64 changed = 0;
    g_autofree DbValue *values = g_new0(DbValue, count);
    collect_values(type, 1, record, values);
    values[count - 2] = db_int(((const RecordHead *)record)->id);
    values[count - 1] = db_int(version);
    g_autofree char *sql = update_sql(type);
    if (!db_run(db, sql, values, count, &changed, error)) {
        return false;
    }
    return changed == 1 || conflict(error);
}

/* Writes RECORD over ROW, as which it was loaded. */
static bool overwrite(Deed *deed, gpointer row, gpointer record, GError **error)
{
    RecordHead *head = record;
    GError *fault = NULL;
    head->version++;
    stamp(head, deed_who(deed), false);
    if (!deed_note_before(deed, "update", row, error)) {
        return false;
    }
    if (!write_row(deed_db(deed), head->type, record, head->version - 1, &fault)) {
        return tell_fault(fault, error);
    }
    /* Only what the database let through can be counted. */
    deed_note_row(deed, row, -1);
    deed_note_row(deed, record, 1);
    return true;
}

/* The row of RECORD, which must still have its version: else FAULT_CONFLICT. NULL on a fault. */
static gpointer load_current(Db *db, gconstpointer record, GError **error)
{
    const RecordHead *head = record;
    gpointer row = record_load(db, head->type, head->id, error);
    if (row != NULL && ((RecordHead *)row)->version != head->version) {
        conflict(error);
        g_clear_pointer(&row, record_free);
    }
    return row;
}

static bool update(Deed *deed, gpointer record, bool always, GError **error)
{
    const RecordType *type = record_type(record);
    gpointer row =
        check_required(type, record, error) ? load_current(deed_db(deed), record, error) : NULL;
    bool ok = row != NULL &&
              ((!always && same_content(type, row, record)) || overwrite(deed, row, record, error));
    record_free(row);
    return ok;
}

bool record_update(Deed *deed, gpointer record, GError **error)
{
    return update(deed, record, false, error);
}

bool record_update_with_parts(Deed *deed, gpointer record, GError **error)
{
    return update(deed, record, true, error);
}

bool record_is_current(Db *db, gconstpointer record, GError **error)
{
    gpointer row = load_current(db, record, error);
    record_free(row);
    return row != NULL;
}

bool record_remove(Deed *deed, const RecordType *type, gint64 id, GError **error)
{
    gpointer row = record_load(deed_db(deed), type, id, error);
    if (row == NULL) {
        return false;
    }
    deed_note_row(deed, row, -1);
    g_autofree char *sql = g_strdup_printf("DELETE FROM %s WHERE id = $1", type->table);
    bool ok = deed_note_before(deed, "remove", row, error) &&
              db_run(deed_db(deed), sql, DB_VALUES(db_int(id)), NULL, error);
    record_free(row);
    return ok;
}

bool record_put(Db *db, gpointer record, GError **error)
{
    RecordHead *head = record;
    const RecordType *type = head->type;
    g_autofree char *find = g_strdup_printf("SELECT version FROM %s WHERE id = $1", type->table);
    gint64 version = 0;
    bool there = false;
    if (!db_get_int(db, find, DB_VALUES(db_int(head->id)), &version, &there, error)) {
        return false;
    }
    head->version = MAX(version, head->version) + 1;
    if (there) {
        return write_row(db, type, record, version, error);
    }
    guint count = field_count(type);
    g_autofree DbValue *values = g_new0(DbValue, count);
    collect_values(type, 0, record, values);
    g_autofree char *insert = insert_sql(type, 0, 1, "");
    return db_run(db, insert, values, count, NULL, error);
}
