/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying a table from one connection to another. */
#include "data/db/tablecopy.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/digest.h"
#include "data/db/fields.h"

#include <string.h>

/* So many rows are asked for at once: a server sends all of an answer. */
enum { PAGE = 4000, MOST_VALUES = 800 };

/* The last id FROM ever gave: of what was removed, too. */
static const char last_given[] =
    "SELECT COALESCE(MAX(last_id), 0) FROM change WHERE table_name = $1";

CopyTable *copy_table_of_records(const RecordType *type)
{
    guint count = field_count(type);
    CopyTable *table = g_malloc0(sizeof(CopyTable) + count * sizeof(Field));
    Field *fields = (Field *)(gpointer)(table + 1);
    for (guint i = 0; i < count; i++) {
        fields[i] = *field_at(type, i);
    }
    *table = (CopyTable){.name = type->table, .fields = fields, .fields_count = count};
    return table;
}

bool table_sum_equal(const TableSum *a, const TableSum *b)
{
    return a->rows == b->rows && memcmp(a->hash, b->hash, sizeof a->hash) == 0;
}

char *table_sum_text(const TableSum *sum)
{
    return g_strdup_printf("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER
                           "x%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x",
                           sum->hash[0], sum->hash[1], sum->hash[2], sum->hash[3]);
}

bool table_count(Db *db, const CopyTable *table, gint64 *rows, GError **error)
{
    g_autofree char *sql = g_strdup_printf("SELECT COUNT(*) FROM %s WHERE %s", table->name,
                                           table->where != NULL ? table->where : "1 = 1");
    return db_get_int(db, sql, DB_NO_VALUES, rows, NULL, error);
}

/* ---- reading ---- */

/* Some rows, one value after the other; their texts are kept beside them. */
typedef struct {
    const CopyTable *table;
    GArray *values; /* DbValue */
    GStringChunk *texts;
    guint rows;
    gint64 last; /* the key of the last row, where it is a number */
} Page;

static Page page_new(const CopyTable *table)
{
    return (Page){.table = table,
                  .values = g_array_new(FALSE, FALSE, sizeof(DbValue)),
                  .texts = g_string_chunk_new(1 << 16),
                  .last = G_MININT64};
}

static void page_clear(Page *page)
{
    g_array_unref(page->values);
    g_string_chunk_free(page->texts);
}

static char *select_page(const CopyTable *table)
{
    GString *sql = g_string_new("SELECT ");
    for (guint i = 0; i < table->fields_count; i++) {
        g_string_append_printf(sql, "%s%s", i > 0 ? ", " : "", table->fields[i].column);
    }
    const char *key = table->fields[0].column;
    g_string_append_printf(sql, " FROM %s WHERE %s", table->name,
                           table->where != NULL ? table->where : "1 = 1");
    if (!table->is_named) {
        g_string_append_printf(sql, " AND %s > $1 ORDER BY %s LIMIT %d", key, key, PAGE);
    }
    return g_string_free(sql, FALSE);
}

static DbValue read_value(Page *page, const Rows *rows, guint column)
{
    bool is_text = page->table->fields[column].type == FIELD_TEXT;
    if (rows_is_null(rows, column)) {
        return db_null();
    }
    return is_text ? db_text(g_string_chunk_insert(page->texts, rows_text(rows, column)))
                   : db_int(rows_int(rows, column));
}

/* Reads the rows behind those PAGE has in place of them; none are left when it is empty. */
static bool page_next(Page *page, Db *db, GError **error)
{
    g_autofree char *sql = select_page(page->table);
    bool is_over = page->table->is_named && page->last != G_MININT64;
    GError *fault = NULL;
    g_array_set_size(page->values, 0);
    g_string_chunk_clear(page->texts);
    page->rows = 0;
    if (is_over) {
        return true;
    }
    g_autoptr(Rows) rows = page->table->is_named
                               ? db_query(db, sql, DB_NO_VALUES, error)
                               : db_query(db, sql, DB_VALUES(db_int(page->last)), error);
    if (rows == NULL) {
        return false;
    }
    page->last = page->table->is_named ? 0 : page->last;
    while (rows_next(rows, &fault)) {
        for (guint i = 0; i < page->table->fields_count; i++) {
            DbValue value = read_value(page, rows, i);
            g_array_append_val(page->values, value);
        }
        page->last = page->table->is_named ? 0 : rows_int(rows, 0);
        page->rows++;
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return fault == NULL;
}

/* ---- summing up ---- */

static void add_page(TableSum *sum, const Page *page)
{
    guint columns = page->table->fields_count;
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    for (guint i = 0; i < page->rows; i++) {
        guint64 digest[4];
        digest_values(checksum, &g_array_index(page->values, DbValue, i * columns), columns,
                      digest);
        for (guint j = 0; j < G_N_ELEMENTS(digest); j++) {
            sum->hash[j] += digest[j];
        }
    }
    sum->rows += page->rows;
}

static bool report(CopyProgress progress, gpointer data, gint64 rows, GError **error)
{
    if (progress == NULL || rows == 0 || progress(rows, data)) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_CANCELLED,
                        _("Cancelled. Everything is as it was before."));
    return false;
}

bool table_sum(Db *db, const CopyTable *table, TableSum *sum, CopyProgress progress, gpointer data,
               GError **error)
{
    *sum = (TableSum){0};
    Page page = page_new(table);
    bool ok = true;
    do {
        ok = page_next(&page, db, error) && report(progress, data, page.rows, error);
        if (ok) {
            add_page(sum, &page);
        }
    } while (ok && page.rows > 0);
    page_clear(&page);
    return ok;
}

/* ---- writing ---- */

static char *insert_rows(const CopyTable *table, guint rows)
{
    GString *sql = g_string_new("INSERT INTO ");
    guint columns = table->fields_count;
    g_string_append_printf(sql, "%s (", table->name);
    for (guint i = 0; i < columns; i++) {
        g_string_append_printf(sql, "%s%s", i > 0 ? ", " : "", table->fields[i].column);
    }
    g_string_append(sql, ") VALUES ");
    for (guint i = 0; i < rows * columns; i++) {
        g_string_append_printf(sql, "%s$%u",
                               i == 0             ? "("
                               : i % columns == 0 ? "), ("
                                                  : ", ",
                               i + 1);
    }
    g_string_append_c(sql, ')');
    return g_string_free(sql, FALSE);
}

/* A row that points to a later one. */
typedef struct {
    gint64 id, other;
} Pointer;

static guint later_column(const CopyTable *table)
{
    guint place = 0;
    while (place < table->fields_count &&
           g_strcmp0(table->fields[place].column, table->later) != 0) {
        place++;
    }
    return place;
}

/* Takes what points to later rows out of PAGE and notes it in POINTERS. */
static void put_off(const Page *page, GArray *pointers)
{
    guint columns = page->table->fields_count, later = later_column(page->table);
    for (guint i = 0; later < columns && i < page->rows; i++) {
        DbValue *row = &g_array_index(page->values, DbValue, i * columns);
        if (row[later].type != DB_NULL) {
            const Pointer pointer = {row[0].integer, row[later].integer};
            g_array_append_val(pointers, pointer);
            row[later] = db_null();
        }
    }
}

static bool write_pointers(Db *db, const CopyTable *table, const GArray *pointers, GError **error)
{
    if (pointers->len == 0) {
        return true;
    }
    g_autofree char *sql = g_strdup_printf("UPDATE %s SET %s = $1 WHERE %s = $2", table->name,
                                           table->later, table->fields[0].column);
    for (guint i = 0; i < pointers->len; i++) {
        const Pointer *pointer = &g_array_index(pointers, Pointer, i);
        if (!db_run(db, sql, DB_VALUES(db_int(pointer->other), db_int(pointer->id)), NULL, error)) {
            return false;
        }
    }
    return true;
}

static bool write_page(Db *db, const Page *page, GError **error)
{
    guint columns = page->table->fields_count, most = MAX(MOST_VALUES / columns, 1);
    g_autofree char *sql = NULL;
    guint rows_of_sql = 0;
    for (guint done = 0; done < page->rows;) {
        guint count = MIN(most, page->rows - done);
        if (count != rows_of_sql) {
            g_free(sql);
            sql = insert_rows(page->table, count);
            rows_of_sql = count;
        }
        if (!db_run(db, sql, &g_array_index(page->values, DbValue, done * columns), count * columns,
                    NULL, error)) {
            return false;
        }
        done += count;
    }
    return true;
}

/* Lets ids that TO gives from now on come after LAST. */
static bool set_last_id(Db *to, const CopyTable *table, gint64 last, GError **error)
{
    if (last <= 0) {
        return true;
    }
    if (db_engine(to) == DB_POSTGRESQL) {
        gint64 set = 0;
        return db_get_int(to, "SELECT setval(pg_get_serial_sequence($1, 'id'), $2)",
                          DB_VALUES(db_text(table->name), db_int(last)), &set, NULL, error);
    }
    gint64 changed = 0;
    return db_run(to, "UPDATE sqlite_sequence SET seq = $1 WHERE name = $2",
                  DB_VALUES(db_int(last), db_text(table->name)), &changed, error) &&
           (changed > 0 || db_run(to, "INSERT INTO sqlite_sequence (seq, name) VALUES ($1, $2)",
                                  DB_VALUES(db_int(last), db_text(table->name)), NULL, error));
}

static bool copy_rows(Db *from, Db *to, Page *page, GArray *pointers, TableSum *sum,
                      CopyProgress progress, gpointer data, GError **error)
{
    do {
        if (!page_next(page, from, error)) {
            return false;
        }
        add_page(sum, page);
        put_off(page, pointers);
        if (!write_page(to, page, error) || !report(progress, data, page->rows, error)) {
            return false;
        }
    } while (page->rows > 0);
    return true;
}

bool table_copy(Db *from, Db *to, const CopyTable *table, TableSum *sum, CopyProgress progress,
                gpointer data, GError **error)
{
    *sum = (TableSum){0};
    Page page = page_new(table);
    g_autoptr(GArray) pointers = g_array_new(FALSE, FALSE, sizeof(Pointer));
    gint64 given = 0;
    bool ok = copy_rows(from, to, &page, pointers, sum, progress, data, error) &&
              write_pointers(to, table, pointers, error) &&
              db_get_int(from, last_given, DB_VALUES(db_text(table->name)), &given, NULL, error) &&
              (table->is_named || set_last_id(to, table, MAX(given, page.last), error));
    page_clear(&page);
    return ok;
}
