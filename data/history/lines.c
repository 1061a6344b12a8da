/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a deed did, row by row: as it was before and as it was after. */
#include "data/base/fault.h"
#include "data/customer/customer.h"
#include "data/db/deedlog.h"
#include "data/db/fields.h"
#include "data/history/history_private.h"
#include "data/records.h"

#include <string.h>

/* A row may have changed more than once in a deed. */
enum { READ_MORE = 64 };

#define CHANGES "SELECT " CHANGE_COLUMNS " FROM change "
static const char changes_of_all[] = CHANGES "WHERE deed_id = $1 ORDER BY id LIMIT $2";
static const char changes_of_owner[] =
    CHANGES "WHERE deed_id = $1 AND owner_id = $3 ORDER BY id LIMIT $2";
static const char next_change[] =
    "SELECT before FROM change WHERE table_name = $1 AND last_id = $2 AND first_id = $2 AND "
    "id > $3 AND deed_id <> $4 ORDER BY id LIMIT 1";
#define WRITTEN "SELECT coalesce(sum(last_id - first_id + 1), 0) FROM change WHERE deed_id = $1 "
/* As said_is_silent. */
#define NOT_SILENT "AND table_name NOT IN ('list_row', 'reminder_event')"
static const char rows_of_all[] = WRITTEN NOT_SILENT;
static const char rows_of_owner[] = WRITTEN NOT_SILENT " AND owner_id = $2";
static const char gone_in_run[] =
    "SELECT DISTINCT first_id FROM change WHERE owner_id = $1 AND table_name = $2 AND "
    "what = 'remove' AND first_id BETWEEN $3 AND $4 ORDER BY first_id LIMIT $5";

/* A row the deed wrote. */
typedef struct {
    const RecordType *type;
    gint64 id;
    gint64 first;          /* its first change in the deed */
    bool was_there, stays; /* before the deed, and after it */
    char *image;           /* as it was before; NULL: it was not, or it is not known */
} Touch;

typedef struct {
    Names *names;
    gint64 owner;
    guint most;
    GPtrArray *touches;
    GHashTable *by_row; /* "table id" to the Touch */
    gint64 seen;        /* rows of changes that were looked at */
} Reading;

static void touch_free(gpointer data)
{
    Touch *touch = data;
    g_free(touch->image);
    g_free(touch);
}

/* ---- which rows ---- */

static void touch(Reading *reading, const RecordType *type, const Change *change, gint64 id)
{
    /* Rows for which there is no room are left out, but what becomes of those that are in is
     * followed to the end. */
    g_autofree char *key = g_strdup_printf("%s %" G_GINT64_FORMAT, type->table, id);
    Touch *known = g_hash_table_lookup(reading->by_row, key);
    bool is_new = strcmp(change->what, "insert") == 0;
    if (known == NULL && reading->touches->len < reading->most) {
        known = g_new0(Touch, 1);
        *known = (Touch){.type = type,
                         .id = id,
                         .first = change->id,
                         .was_there = !is_new,
                         .image = g_strdup(change->before)};
        g_ptr_array_add(reading->touches, known);
        g_hash_table_insert(reading->by_row, g_steal_pointer(&key), known);
    }
    if (known != NULL) {
        known->stays = strcmp(change->what, "remove") != 0;
        reading->seen++;
    }
}

/* All rows of CHANGE, as far as there is room. A run that went without images has none to tell. */
static void touch_all(Reading *reading, const RecordType *type, const Change *change)
{
    gint64 room = (gint64)reading->most - reading->touches->len;
    gint64 last =
        change->first == change->last ? change->last : MIN(change->last, change->first + room - 1);
    if (change->before == NULL && strcmp(change->what, "insert") != 0) {
        return;
    }
    for (gint64 id = change->first; id <= last; id++) {
        touch(reading, type, change, id);
    }
}

/* Those of the owner among the rows of a run of several owners: they are there, or went later. */
static bool touch_own(Reading *reading, const RecordType *type, const Change *change,
                      GError **error)
{
    const Field *owner = record_owner_field(type);
    g_autofree char *sql = g_strdup_printf("SELECT id FROM %s WHERE %s = $1 AND id BETWEEN $2 AND "
                                           "$3 ORDER BY id LIMIT $4",
                                           type->table, owner->column);
    Db *db = reading->names->db;
    DbValue most = db_int(reading->most);
    g_autoptr(GArray) there = db_get_ids(
        db, sql,
        DB_VALUES(db_int(reading->owner), db_int(change->first), db_int(change->last), most),
        error);
    g_autoptr(GArray) gone =
        there != NULL ? db_get_ids(db, gone_in_run,
                                   DB_VALUES(db_int(reading->owner), db_text(type->table),
                                             db_int(change->first), db_int(change->last), most),
                                   error)
                      : NULL;
    for (guint i = 0; gone != NULL && i < there->len + gone->len; i++) {
        touch(reading, type, change,
              i < there->len ? g_array_index(there, gint64, i)
                             : g_array_index(gone, gint64, i - there->len));
    }
    return gone != NULL;
}

static bool read_changes(Reading *reading, gint64 deed_id, GError **error)
{
    g_autoptr(GError) fault = NULL;
    DbValue deed = db_int(deed_id), most = db_int(reading->most + READ_MORE);
    g_autoptr(Rows) rows =
        reading->owner == 0
            ? db_query(reading->names->db, changes_of_all, DB_VALUES(deed, most), error)
            : db_query(reading->names->db, changes_of_owner,
                       DB_VALUES(deed, most, db_int(reading->owner)), error);
    while (rows != NULL && rows_next(rows, &fault)) {
        const Change change = change_read(rows);
        const RecordType *type = records_find(change.table);
        if (type != NULL && !said_is_silent(type)) {
            touch_all(reading, type, &change);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return false;
    }
    return rows != NULL;
}

static bool read_run(Reading *reading, const Change *run, GError **error)
{
    const RecordType *type = records_find(run->table);
    return type == NULL || said_is_silent(type) || touch_own(reading, type, run, error);
}

static gint compare_touches(gconstpointer a, gconstpointer b)
{
    const Touch *one = *(const Touch *const *)a, *other = *(const Touch *const *)b;
    return one->first != other->first ? (one->first > other->first) - (one->first < other->first)
                                      : (one->id > other->id) - (one->id < other->id);
}

/* ---- as they were ---- */

/* The record of IMAGE; NULL when there is none, or its words are gone. */
static gpointer of_image(const RecordType *type, const char *image)
{
    return image != NULL ? record_from_image(type, image, NULL) : NULL;
}

/* The row as the deed left it: what the next change found, or what is there now; NULL when that is
 * not known any more. */
static bool load_after(Names *names, gint64 deed_id, const Touch *touch, gpointer *record,
                       GError **error)
{
    g_autofree char *image = NULL;
    g_autoptr(GError) fault = NULL;
    *record = NULL;
    if (!db_get_text(names->db, next_change,
                     DB_VALUES(db_text(touch->type->table), db_int(touch->id), db_int(touch->first),
                               db_int(deed_id)),
                     &image, error)) {
        return false;
    }
    *record = image != NULL ? of_image(touch->type, image)
                            : record_load(names->db, touch->type, touch->id, &fault);
    if (fault != NULL && !g_error_matches(fault, FAULT, FAULT_MISSING)) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return false;
    }
    return true;
}

/* ---- in words ---- */

static void line_free(gpointer data)
{
    HistoryLine *line = data;
    g_free(line->call);
    g_ptr_array_unref(line->fields);
    g_free(line);
}

/* The parts of BEFORE and AFTER, one of which may be NULL, that differ. */
static GPtrArray *compare(Names *names, gconstpointer before, gconstpointer after)
{
    GPtrArray *differing = g_ptr_array_new_with_free_func(history_field_free);
    g_autoptr(GPtrArray) olds = before != NULL ? said_fields(names, before) : NULL;
    g_autoptr(GPtrArray) news = after != NULL ? said_fields(names, after) : NULL;
    guint count = olds != NULL ? olds->len : news != NULL ? news->len : 0;
    for (guint i = 0; i < count; i++) {
        HistoryField *old = olds != NULL ? g_ptr_array_index(olds, i) : NULL;
        HistoryField *new = news != NULL ? g_ptr_array_index(news, i) : NULL;
        const char *was = old != NULL ? old->after : NULL, *is = new != NULL ? new->after : NULL;
        if (g_strcmp0(was, is) != 0) {
            HistoryField *field = g_new0(HistoryField, 1);
            field->label = is != NULL ? new->label : old->label;
            field->before = g_strdup(was);
            field->after = g_strdup(is);
            g_ptr_array_add(differing, field);
        }
    }
    return differing;
}

static HistoryLine *make_line(const Reading *reading, const Touch *touch, gconstpointer before,
                              gconstpointer after)
{
    gconstpointer seen = after != NULL ? after : before;
    HistoryLine *line = g_new0(HistoryLine, 1);
    line->type = touch->type;
    line->id = touch->id;
    line->what = !touch->was_there ? HISTORY_ADDED
                 : touch->stays    ? HISTORY_CHANGED
                                   : HISTORY_REMOVED;
    line->is_sensitive = seen != NULL && said_is_sensitive(reading->names, seen);
    bool is_told = seen != NULL && (reading->owner != 0 || !line->is_sensitive);
    line->call = is_told ? said_call(reading->names, seen) : NULL;
    /* With one side of a change unknown, all of the other would seem to have come or gone. */
    bool is_known = is_told && (line->what != HISTORY_CHANGED || (before != NULL && after != NULL));
    line->fields = is_known ? compare(reading->names, before, after)
                            : g_ptr_array_new_with_free_func(history_field_free);
    return line;
}

/* Whether LINE tells nothing: a customer's card counts as changed when rows that belong to it
 * change. */
static bool is_idle(const HistoryLine *line)
{
    return line->type == &customer_type && line->what == HISTORY_CHANGED && line->call != NULL &&
           line->fields->len == 0;
}

static bool add_line(const Reading *reading, HistoryDeed *deed, const Touch *touch, GError **error)
{
    if (!touch->was_there && !touch->stays) {
        return true;
    }
    gpointer before = touch->was_there ? of_image(touch->type, touch->image) : NULL, after = NULL;
    bool ok = !touch->stays || load_after(reading->names, deed->id, touch, &after, error);
    if (ok) {
        HistoryLine *line = make_line(reading, touch, before, after);
        if (is_idle(line)) {
            line_free(line);
        } else {
            g_ptr_array_add(deed->lines, line);
        }
    }
    record_free(before);
    record_free(after);
    return ok;
}

static bool count_left_out(const Reading *reading, HistoryDeed *deed, GError **error)
{
    gint64 written = 0;
    Db *db = reading->names->db;
    bool ok =
        reading->owner == 0
            ? db_get_int(db, rows_of_all, DB_VALUES(db_int(deed->id)), &written, NULL, error)
            : db_get_int(db, rows_of_owner, DB_VALUES(db_int(deed->id), db_int(reading->owner)),
                         &written, NULL, error);
    deed->left_out = MAX(written - reading->seen, 0);
    return ok;
}

bool lines_load(Names *names, HistoryDeed *deed, gint64 owner, const GArray *runs, guint most,
                GError **error)
{
    g_autoptr(GPtrArray) touches = g_ptr_array_new_with_free_func(touch_free);
    g_autoptr(GHashTable) by_row = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Reading reading = {
        .names = names, .owner = owner, .most = most, .touches = touches, .by_row = by_row};
    deed->lines = g_ptr_array_new_with_free_func(line_free);
    bool ok = read_changes(&reading, deed->id, error);
    for (guint i = 0; ok && runs != NULL && i < runs->len; i++) {
        ok = read_run(&reading, &g_array_index(runs, Change, i), error);
    }
    g_ptr_array_sort(touches, compare_touches);
    for (guint i = 0; ok && i < touches->len; i++) {
        ok = add_line(&reading, deed, g_ptr_array_index(touches, i), error);
    }
    ok = ok && count_left_out(&reading, deed, error);
    if (ok && names->fault != NULL) {
        g_propagate_error(error, g_steal_pointer(&names->fault));
        return false;
    }
    return ok;
}
