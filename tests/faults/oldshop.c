/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes shops of earlier versions, and tells whether what they held is still there. */
#include "tests/faults/oldshop.h"

#include "data/db/migrate.h"
#include "data/demo/demo.h"
#include "tests/data/people.h"

#include <string.h>

/* The versions that brought the index as it is, and the visits. */
enum { WITH_INDEX = 9, WITH_VISITS = 10 };

/* One table as an earlier version had it. */
typedef struct {
    char *name, *columns, *key; /* "id, version, name" */
    gint64 rows, last;          /* LAST: the greatest key, where it is a number */
    char *hash;
} OldTable;

struct OldContent {
    GPtrArray *tables;
};

/* What follows from the other tables, and what a version writes of itself. */
static const char tables_sql[] =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND "
    "name NOT LIKE 'lookup%' AND name NOT IN ('migration', 'seal') ORDER BY rowid";
static const char columns_sql[] = "SELECT name FROM pragma_table_info($1) ORDER BY cid";
static const char types_sql[] = "SELECT type FROM pragma_table_info($1) ORDER BY cid";

static void free_table(gpointer data)
{
    OldTable *table = data;
    g_free(table->name);
    g_free(table->columns);
    g_free(table->key);
    g_free(table->hash);
    g_free(table);
}

static GPtrArray *names(Db *db, const char *sql, const DbValue *values, guint count)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Rows) rows = db_query(db, sql, values, count, &error);
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    expect_done(rows != NULL, error);
    while (rows_next(rows, &error)) {
        g_ptr_array_add(found, g_strdup(rows_text(rows, 0)));
    }
    expect_done(true, error);
    return found;
}

static GPtrArray *columns_of(Db *db, const char *table)
{
    return names(db, columns_sql, DB_VALUES(db_text(table)));
}

static char *joined(const GPtrArray *words)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < words->len; i++) {
        g_string_append_printf(text, "%s\"%s\"", i > 0 ? ", " : "",
                               (const char *)g_ptr_array_index(words, i));
    }
    return g_string_free(text, FALSE);
}

/* Numbers as numbers; there is nothing else but texts. */
static DbValue value_of(const Rows *rows, guint column, const char *type)
{
    if (rows_is_null(rows, column)) {
        return db_null();
    }
    return strcmp(type, "INTEGER") == 0 ? db_int(rows_int(rows, column))
                                        : db_text(rows_text(rows, column));
}

static void copy_rows(Db *from, Db *to, const char *table)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) columns = columns_of(to, table);
    g_autofree char *list = joined(columns);
    g_autoptr(GPtrArray) types = names(to, types_sql, DB_VALUES(db_text(table)));
    g_autofree DbValue *values = g_new0(DbValue, columns->len);
    g_autoptr(GString) places = g_string_new(NULL);
    for (guint i = 0; i < columns->len; i++) {
        g_string_append_printf(places, "%s$%u", i > 0 ? ", " : "", i + 1);
    }
    g_autofree char *select = g_strdup_printf("SELECT %s FROM \"%s\" ORDER BY 1", list, table);
    g_autofree char *insert =
        g_strdup_printf("INSERT INTO \"%s\" (%s) VALUES (%s)", table, list, places->str);
    g_autoptr(Rows) rows = db_query(from, select, DB_NO_VALUES, &error);
    expect_done(rows != NULL, error);
    while (rows_next(rows, &error)) {
        for (guint i = 0; i < columns->len; i++) {
            values[i] = value_of(rows, i, g_ptr_array_index(types, i));
        }
        expect_done(db_run(to, insert, values, columns->len, NULL, &error), error);
    }
    expect_done(true, error);
}

/* The index goes on from the version that knew of visits; the ones before are made anew anyway, or
 * marked to be. */
static void copy_index(Db *from, Db *to, int version)
{
    static const char *const tables[] = {"lookup_doc", "lookup_word", "lookup_part"};
    static const char to_be_made[] = "INSERT INTO setting VALUES ('lookup.begun', '1')",
                      points_there[] = "INSERT INTO lookup_words (lookup_words) VALUES ('rebuild')";
    g_autoptr(GError) error = NULL;
    for (guint i = 0; version >= WITH_VISITS && i < G_N_ELEMENTS(tables); i++) {
        copy_rows(from, to, tables[i]);
    }
    if (version >= WITH_INDEX) {
        expect_done(db_run_script(to, version < WITH_VISITS ? to_be_made : points_there, &error),
                    error);
    }
}

/* Nobody could have done then what has to do with later tables, or with later kinds of the notes.
 */
static const char tidy[] =
    "DELETE FROM change WHERE table_name NOT IN (SELECT name FROM sqlite_schema);"
    "UPDATE deed SET undoes = NULL, undone_by = NULL";

static void copy_all(Db *from, Db *to, int version)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) tables = names(to, tables_sql, DB_NO_VALUES);
    expect_done(db_begin(to, &error), error);
    expect_done(db_run_script(to, "PRAGMA defer_foreign_keys = ON; DELETE FROM setting", &error),
                error);
    for (guint i = 0; i < tables->len; i++) {
        copy_rows(from, to, g_ptr_array_index(tables, i));
    }
    expect_done(db_run_script(to, tidy, &error), error);
    copy_index(from, to, version);
    expect_done(db_commit(to, &error), error);
}

void old_shop_make_newest(const char *path)
{
    g_autoptr(GError) error = NULL;
    expect_done(demo_make(path, DEMO_LEAST, (Day){2026, 3, 1}, NULL, NULL, &error), error);
}

void old_shop_make(const char *newest, const char *path, int version)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) from = db_open(newest, DB_READ_ONLY, &error);
    expect_done(from != NULL, error);
    g_autoptr(Db) to = db_open(path, DB_BUILD, &error);
    expect_done(to != NULL, error);
    expect_done(migrate_to(to, version, FIXTURE_NOW, &error), error);
    copy_all(from, to, version);
}

/* The rows of TABLE up to its LAST, in its COLUMNS. */
static char *hash_rows(Db *db, const OldTable *table, gint64 *rows)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree char *sql = g_strdup_printf(
        "SELECT %s FROM \"%s\" WHERE \"%s\" <= %" G_GINT64_FORMAT " ORDER BY \"%s\"",
        table->columns, table->name, table->key, table->last, table->key);
    g_auto(GStrv) columns = g_strsplit(table->columns, ", ", -1);
    guint count = g_strv_length(columns);
    g_autoptr(Rows) found = db_query(db, sql, DB_NO_VALUES, &error);
    expect_done(found != NULL, error);
    for (*rows = 0; rows_next(found, &error); (*rows)++) {
        for (guint i = 0; i < count; i++) {
            const char *text = rows_text(found, i);
            g_checksum_update(sum, (const guchar *)(text != NULL ? text : "\x01"), -1);
            g_checksum_update(sum, (const guchar *)"\x02", 1);
        }
    }
    expect_done(true, error);
    return g_strdup(g_checksum_get_string(sum));
}

static void add_table(OldContent *content, Db *db, const char *name)
{
    g_autoptr(GPtrArray) columns = columns_of(db, name);
    g_autoptr(GPtrArray) keys =
        names(db, "SELECT name FROM pragma_table_info($1) WHERE pk = 1 AND type = 'INTEGER'",
              DB_VALUES(db_text(name)));
    /* Later versions add settings of their own, and there are few. */
    if (keys->len == 0) {
        return;
    }
    OldTable *table = g_new0(OldTable, 1);
    table->name = g_strdup(name);
    table->columns = joined(columns);
    table->key = g_strdup(g_ptr_array_index(keys, 0));
    g_autofree char *last =
        g_strdup_printf("SELECT coalesce(max(\"%s\"), 0) FROM \"%s\"", table->key, name);
    table->last = people_number(db, last, DB_NO_VALUES);
    table->hash = hash_rows(db, table, &table->rows);
    g_ptr_array_add(content->tables, table);
}

OldContent *old_content_of(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = db_open(path, DB_READ_ONLY, &error);
    expect_done(db != NULL, error);
    g_autoptr(GPtrArray) tables = names(db, tables_sql, DB_NO_VALUES);
    OldContent *content = g_new0(OldContent, 1);
    content->tables = g_ptr_array_new_with_free_func(free_table);
    for (guint i = 0; i < tables->len; i++) {
        add_table(content, db, g_ptr_array_index(tables, i));
    }
    return content;
}

void old_content_free(OldContent *content)
{
    if (content != NULL) {
        g_ptr_array_unref(content->tables);
        g_free(content);
    }
}

void old_content_expect(const OldContent *content, Db *db)
{
    for (guint i = 0; i < content->tables->len; i++) {
        const OldTable *table = g_ptr_array_index(content->tables, i);
        gint64 rows = 0;
        g_autofree char *hash = hash_rows(db, table, &rows);
        if (rows != table->rows || strcmp(hash, table->hash) != 0) {
            fail_msg("%s: %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " rows, or others",
                     table->name, rows, table->rows);
        }
    }
}
