/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying a whole shop from a file to a server or back. */
#include "data/move.h"

#include "data/agenda/care.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/check.h"
#include "data/db/migrate.h"
#include "data/db/seal.h"
#include "data/db/serverstring.h"
#include "data/db/tablecopy.h"
#include "data/diary/sums.h"
#include "data/records.h"
#include "data/setting.h"
#include "data/shopfile.h"

#include <glib/gstdio.h>

/* Nobody does anything in a shop that is being moved, and it waits until the copy is finished. A
 * file is closed to others who write by the transaction alone. */
static const char close_server[] = "SET LOCAL idle_in_transaction_session_timeout = 0; "
                                   "LOCK TABLE deed, setting, draft IN SHARE ROW EXCLUSIVE MODE";

/* Marks of a place and not of the shop. */
#define OF_THE_SHOP "name NOT IN ('shop.moved_to', 'lookup.begun', '" SETTING_UNSEALED "')"

static const Field setting_fields[] = {
    {.column = "name", .type = FIELD_TEXT},
    {.column = "value", .type = FIELD_TEXT},
};
static const Field deed_fields[] = {
    {.column = "id", .type = FIELD_INT},       {.column = "uid", .type = FIELD_TEXT},
    {.column = "verb", .type = FIELD_TEXT},    {.column = "at", .type = FIELD_TEXT},
    {.column = "clerk_id", .type = FIELD_REF}, {.column = "branch_id", .type = FIELD_REF},
    {.column = "undoes", .type = FIELD_REF},   {.column = "undone_by", .type = FIELD_REF},
};
static const Field change_fields[] = {
    {.column = "id", .type = FIELD_INT},          {.column = "deed_id", .type = FIELD_REF},
    {.column = "table_name", .type = FIELD_TEXT}, {.column = "what", .type = FIELD_TEXT},
    {.column = "first_id", .type = FIELD_INT},    {.column = "last_id", .type = FIELD_INT},
    {.column = "before", .type = FIELD_TEXT},     {.column = "owner_id", .type = FIELD_REF},
};
static const Field erased_fields[] = {
    {.column = "id", .type = FIELD_INT},
    {.column = "customer_id", .type = FIELD_INT},
    {.column = "created_at", .type = FIELD_TEXT},
    {.column = "erased_at", .type = FIELD_TEXT},
};
static const Field draft_fields[] = {
    {.column = "id", .type = FIELD_INT},        {.column = "uid", .type = FIELD_TEXT},
    {.column = "counter", .type = FIELD_TEXT},  {.column = "run", .type = FIELD_TEXT},
    {.column = "screen", .type = FIELD_TEXT},   {.column = "subject_id", .type = FIELD_INT},
    {.column = "part_id", .type = FIELD_INT},   {.column = "title", .type = FIELD_TEXT},
    {.column = "words", .type = FIELD_TEXT},    {.column = "clerk_id", .type = FIELD_REF},
    {.column = "saved_at", .type = FIELD_TEXT},
};

/* What holds no records. What follows from the rest (sums, plan, search index) is made anew. */
static const CopyTable others[] = {
    {.name = "setting",
     .fields = setting_fields,
     .fields_count = G_N_ELEMENTS(setting_fields),
     .is_named = true,
     .where = OF_THE_SHOP},
    {.name = "deed",
     .fields = deed_fields,
     .fields_count = G_N_ELEMENTS(deed_fields),
     .later = "undone_by"},
    {.name = "change", .fields = change_fields, .fields_count = G_N_ELEMENTS(change_fields)},
    {.name = "erased", .fields = erased_fields, .fields_count = G_N_ELEMENTS(erased_fields)},
    {.name = "draft", .fields = draft_fields, .fields_count = G_N_ELEMENTS(draft_fields)},
};

/* All tables, each behind those it points to. The array frees them. */
static GPtrArray *list_tables(void)
{
    GPtrArray *tables = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
        g_ptr_array_add(tables, g_memdup2(&others[i], sizeof others[i]));
    }
    for (guint i = 0; records[i] != NULL; i++) {
        g_ptr_array_add(tables, copy_table_of_records(records[i]));
    }
    return tables;
}

/* A move under way. */
typedef struct {
    Db *from, *to;
    char *called;      /* where it went, without a password */
    GPtrArray *tables; /* CopyTable */
    GArray *sums;      /* TableSum, of FROM */
    MoveStep step;
    gint64 done, total;
    MoveProgress progress;
    gpointer data;
} Move;

static bool rows_through(gint64 rows, gpointer data)
{
    Move *move = data;
    move->done += rows;
    return move->progress == NULL || move->progress(move->step, (guint)MIN(move->done, move->total),
                                                    (guint)move->total, move->data);
}

static bool derived_through(guint done, guint total, gpointer data)
{
    const Move *move = data;
    return move->progress == NULL || move->progress(MOVE_INDEXES, done, total, move->data);
}

static bool count_rows(Move *move, GError **error)
{
    for (guint i = 0; i < move->tables->len; i++) {
        gint64 rows = 0;
        if (!table_count(move->from, g_ptr_array_index(move->tables, i), &rows, error)) {
            return false;
        }
        move->total += rows;
    }
    return true;
}

/* What a shop's making wrote into TO gives way to what FROM has. */
static bool empty_settings(Db *to, GError **error)
{
    return db_run(to, "DELETE FROM setting", DB_NO_VALUES, NULL, error);
}

static bool copy_all(Move *move, GError **error)
{
    move->step = MOVE_COPIES;
    for (guint i = 0; i < move->tables->len; i++) {
        TableSum sum;
        if (!table_copy(move->from, move->to, g_ptr_array_index(move->tables, i), &sum,
                        rows_through, move, error)) {
            return false;
        }
        g_array_append_val(move->sums, sum);
    }
    return true;
}

static bool differs(const char *table, GError **error)
{
    g_set_error(error, FAULT, FAULT_DAMAGED,
                _("What arrived differs from the shop in the table “%s”. Nothing was moved, the "
                  "shop is where it was. Please try again."),
                table);
    return false;
}

static bool compare_all(Move *move, GError **error)
{
    move->step = MOVE_COMPARES;
    move->done = 0;
    for (guint i = 0; i < move->tables->len; i++) {
        const CopyTable *table = g_ptr_array_index(move->tables, i);
        TableSum sum;
        if (!table_sum(move->to, table, &sum, rows_through, move, error)) {
            return false;
        }
        if (!table_sum_equal(&sum, &g_array_index(move->sums, TableSum, i))) {
            return differs(table->name, error);
        }
    }
    return true;
}

/* Until everything is sealed and everybody is in the index again the shop is not finished: opening
 * it goes on. */
static bool mark_unfinished(Db *to, GError **error)
{
    gint64 any = 0;
    bool found = false;
    return db_get_int(to, "SELECT id FROM customer LIMIT 1", DB_NO_VALUES, &any, &found, error) &&
           (!found || setting_set(to, "lookup.begun", "1", error)) &&
           setting_set(to, SETTING_UNSEALED, "1", error);
}

/* Everything but what takes no harm from waiting, in one transaction of TO. */
static bool carry(Move *move, const char *now, GError **error)
{
    if (!db_begin(move->to, error)) {
        return false;
    }
    if (migrate_run(move->to, now, error) && empty_settings(move->to, error) &&
        copy_all(move, error) && compare_all(move, error) &&
        sums_rebuild(move->to, derived_through, move, error) &&
        care_rebuild(move->to, derived_through, move, error) && mark_unfinished(move->to, error)) {
        return db_commit(move->to, error);
    }
    db_rollback(move->to);
    return false;
}

static char *hash_of_all(const GArray *sums)
{
    TableSum all = {0};
    for (guint i = 0; i < sums->len; i++) {
        const TableSum *sum = &g_array_index(sums, TableSum, i);
        for (guint j = 0; j < G_N_ELEMENTS(all.hash); j++) {
            all.hash[j] += sum->hash[j];
        }
    }
    return table_sum_text(&all);
}

/* FROM, closed to all others who write, and whole. */
static bool is_whole(Db *from, GError **error)
{
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    if (!check_database(from, findings, error)) {
        return false;
    }
    if (findings->len > 0) {
        g_set_error(error, FAULT, FAULT_DAMAGED,
                    _("The shop is not whole, so it was not moved: %s See “tresen check”."),
                    (const char *)g_ptr_array_index(findings, 0));
    }
    return findings->len == 0;
}

static bool is_elsewhere(Db *from, GError **error)
{
    g_autofree char *moved_to = NULL;
    if (!setting_get(from, SETTING_MOVED_TO, NULL, &moved_to, error)) {
        return true;
    }
    if (moved_to != NULL) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("This shop was moved to %s before. Open it there."), moved_to);
    }
    return moved_to != NULL;
}

/* The seals and the search index of the copy; who breaks it off goes on with the next opening. */
static bool index_all(Move *move, GError **error)
{
    g_autoptr(GError) fault = NULL;
    if ((seal_complete(move->to, derived_through, move, &fault) &&
         index_complete(move->to, derived_through, move, &fault)) ||
        g_error_matches(fault, FAULT, FAULT_CANCELLED)) {
        return true;
    }
    g_propagate_error(error, g_steal_pointer(&fault));
    return false;
}

/* Makes the copy at PLACE, finished and closed. */
static bool copy_to(Move *move, const char *place, const char *now, GError **error)
{
    g_autoptr(Db) to = db_open(place, DB_BUILD, error);
    move->to = to;
    if (to == NULL || !carry(move, now, error) || !index_all(move, error)) {
        return false;
    }
    move->called = server_string_strip(place, NULL);
    return true;
}

/* A file is built beside its place and comes there when it is finished. */
static bool copy_to_file(Move *move, const char *path, const char *now, GError **error)
{
    if (shopfile_exists(path)) {
        g_set_error(error, FAULT, FAULT_TAKEN,
                    _("There is already something at %s. It was left as it is."), path);
        return false;
    }
    g_autofree char *beside = shopfile_beside(path);
    if (!copy_to(move, beside, now, error) || !shopfile_put(beside, path, error)) {
        g_unlink(beside);
        return false;
    }
    g_free(move->called);
    move->called = g_canonicalize_filename(path, NULL);
    return true;
}

/* In the transaction that keeps FROM closed to others who write. */
static bool move_closed(Move *move, const char *place, const char *now, GError **error)
{
    bool is_server = db_engine(move->from) == DB_POSTGRESQL;
    return (!is_server || db_run_script(move->from, close_server, error)) &&
           !is_elsewhere(move->from, error) && is_whole(move->from, error) &&
           count_rows(move, error) &&
           (db_is_server(place) ? copy_to : copy_to_file)(move, place, now, error) &&
           setting_set(move->from, SETTING_MOVED_TO, move->called, error);
}

bool shop_move(Shop *from, const char *to, const char *now, MoveProgress progress, gpointer data,
               Moved *moved, GError **error)
{
    g_autoptr(GPtrArray) tables = list_tables();
    g_autoptr(GArray) sums = g_array_new(FALSE, FALSE, sizeof(TableSum));
    Move move = {
        .from = from->db, .tables = tables, .sums = sums, .progress = progress, .data = data};
    *moved = (Moved){0};
    if (!db_begin(from->db, error)) {
        return false;
    }
    bool ok =
        customer_count(from->db, &moved->customers, error) && move_closed(&move, to, now, error);
    g_autofree char *called = move.called;
    if (!ok) {
        db_rollback(from->db);
        return false;
    }
    moved->tables = tables->len;
    moved->rows = move.total;
    if (!db_commit(from->db, error)) {
        return false;
    }
    moved->hash = hash_of_all(sums);
    moved->place = g_steal_pointer(&called);
    return true;
}

bool shop_copy(Db *from, const char *path, const char *now, MoveProgress progress, gpointer data,
               GError **error)
{
    g_autoptr(GPtrArray) tables = list_tables();
    g_autoptr(GArray) sums = g_array_new(FALSE, FALSE, sizeof(TableSum));
    Move move = {.from = from, .tables = tables, .sums = sums, .progress = progress, .data = data};
    if (!db_read_begin(from, error)) {
        return false;
    }
    bool ok = count_rows(&move, error) && copy_to_file(&move, path, now, error);
    db_read_end(from);
    g_free(move.called);
    return ok;
}

char *shop_content(Db *db, GError **error)
{
    g_autoptr(GPtrArray) tables = list_tables();
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < tables->len; i++) {
        const CopyTable *table = g_ptr_array_index(tables, i);
        TableSum sum;
        if (!table_sum(db, table, &sum, NULL, NULL, error)) {
            return NULL;
        }
        g_autofree char *hash = table_sum_text(&sum);
        g_string_append_printf(text, "%s %" G_GINT64_FORMAT " %s\n", table->name, sum.rows, hash);
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}
