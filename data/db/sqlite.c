/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SQLite driver: a shop in one file. */
#include "data/base/i18n.h"
#include "data/db/sqlite_private.h"

#include <string.h>
#include <sys/stat.h>

/* Seconds a program that cannot be told apart from a hung one may hold up the opening. */
enum { OPENING_PATIENCE = 30 };

typedef struct {
    Sqlite *link;
    sqlite3_stmt *handle;
    guint count; /* of parameters */
    int *places; /* SQLite's number of $1, $2 …, which it gives by order of appearance */
    gint64 changed;
    GSList *repaired; /* texts of the present row that had to be */
} Statement;

static void close_link(gpointer data)
{
    Sqlite *link = data;

    sqlite3_close(link->handle);
    wait_clear(&link->wait);
    g_free(link->where);
    g_free(link);
}

static bool succeeded(Sqlite *link, int code, GError **error)
{
    wait_end(&link->wait);
    if (code == SQLITE_OK) {
        return true;
    }
    sqlite_fault(error, code, link->handle, link->where, &link->wait);
    return false;
}

static bool run_script(gpointer data, const char *script, GError **error)
{
    Sqlite *link = data;

    wait_start(&link->wait);
    return succeeded(link, sqlite3_exec(link->handle, script, NULL, NULL, NULL), error);
}

/* What SQLite may and may not do here; most of it against files made by somebody else to do
 * harm. */
static bool configure(Sqlite *link, GError **error)
{
    static const struct {
        int option, value;
    } switches[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
    };
    static const struct {
        int limit, value;
    } limits[] = {
        {SQLITE_LIMIT_LENGTH, 64000000},
        {SQLITE_LIMIT_SQL_LENGTH, 1000000},
        {SQLITE_LIMIT_COLUMN, 200},
        {SQLITE_LIMIT_EXPR_DEPTH, 200},
        {SQLITE_LIMIT_COMPOUND_SELECT, 50},
        {SQLITE_LIMIT_VDBE_OP, 250000},
        {SQLITE_LIMIT_FUNCTION_ARG, 100},
        {SQLITE_LIMIT_ATTACHED, 0},
        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
        {SQLITE_LIMIT_VARIABLE_NUMBER, 1000},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
        {SQLITE_LIMIT_WORKER_THREADS, 0},
    };

    for (guint i = 0; i < G_N_ELEMENTS(switches); i++) {
        int code = sqlite3_db_config(link->handle, switches[i].option, switches[i].value, NULL);
        if (!succeeded(link, code, error)) {
            return false;
        }
    }
    for (guint i = 0; i < G_N_ELEMENTS(limits); i++) {
        sqlite3_limit(link->handle, limits[i].limit, limits[i].value);
    }
    /* What is read hardly needs a cache of our own, the system has one; what an import writes may
     * take 32 MB before it goes to the disk in the middle of a deed. */
    return run_script(
        link,
        "PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -4000;"
        "PRAGMA cache_spill = 8000;"
        "PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = EXTRA",
        error);
}

/* The first bytes of the file and its size in bytes. */
typedef struct {
    guint8 bytes[SQLITE_FILE_HEADER];
    gsize length; /* how many of them there are; 0: none that could be read */
    gint64 size;
} Header;

/* Reads through SQLite's own descriptor: closing another one would drop the locks of this
 * process. A disk that does not answer is no damaged shop. */
static bool read_header(Sqlite *link, Header *header, GError **error)
{
    sqlite3_file *file = NULL;
    sqlite3_int64 size = 0;

    if (sqlite3_file_control(link->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
        file->pMethods == NULL) {
        return true;
    }
    int code = file->pMethods->xFileSize(file, &size);
    gsize wanted = (gsize)MIN(size, SQLITE_FILE_HEADER);
    if (code == SQLITE_OK) {
        code = file->pMethods->xRead(file, header->bytes, (int)wanted, 0);
    }
    header->size = size;
    header->length = code == SQLITE_OK ? wanted : 0;
    return code == SQLITE_IOERR_SHORT_READ || succeeded(link, code, error);
}

/* Whether somebody was killed, or lost power, in the middle of a save. */
static bool has_journal(const Sqlite *link)
{
    struct stat info;
    const char *path = sqlite3_db_filename(link->handle, "main");
    const char *journal = path != NULL ? sqlite3_filename_journal(path) : NULL;
    return journal != NULL && stat(journal, &info) == 0 && info.st_size > 0;
}

/* What is no database at all is not even locked, unless a journal may give it its beginning back:
 * a disk that lost power may have made rubbish of what was being written. */
static bool begins_as_shop(Sqlite *link, GError **error)
{
    Header header = {.length = 0};

    return read_header(link, &header, error) &&
           ((!sqlite_file_has_magic(header.bytes, header.length) && has_journal(link)) ||
            sqlite_file_is_shop(header.bytes, header.length, link->where, error));
}

/* Reads under a lock, which also rolls back what a killed program left half written; only then the
 * size can be judged. */
static bool reads_as_shop(Sqlite *link, GError **error)
{
    Header header = {.length = 0};

    return run_script(link, "BEGIN; SELECT count(*) FROM sqlite_schema", error) &&
           read_header(link, &header, error) &&
           sqlite_file_is_shop(header.bytes, header.length, link->where, error) &&
           sqlite_file_is_whole(header.bytes, header.size, link->where, error) &&
           run_script(link, "COMMIT", error);
}

/* The rollback journal, and not WAL: SQLite before 3.51.3 can lose committed rows with WAL and two
 * connections. The file is changed by that. */
static bool settle(gpointer link, GError **error)
{
    return run_script(link, "PRAGMA journal_mode = DELETE", error);
}

static Sqlite *connect_to(const char *where, const char *path, bool writable, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
    Sqlite *link = g_new0(Sqlite, 1);

    link->where = g_strdup(where);
    wait_init(&link->wait, folder);
    link->wait.limit = OPENING_PATIENCE;
    flags |= writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    int code = sqlite3_open_v2(path, &link->handle, flags, sqlite_journal_vfs());
    if (succeeded(link, code, error)) {
        sqlite3_busy_handler(link->handle, wait_busy, &link->wait);
        return link;
    }
    close_link(link);
    return NULL;
}

static gpointer open_link(const char *where, DbMode mode, bool *read_only, GError **error)
{
    g_autofree char *path = NULL;
    bool writable = true;
    bool found = mode == DB_BUILD ? sqlite_file_make(where, &path, error)
                                  : sqlite_file_find(where, &path, &writable, error);
    Sqlite *link = found ? connect_to(where, path, writable, error) : NULL;
    if (link == NULL) {
        return NULL;
    }

    bool good = mode == DB_BUILD ? configure(link, error)
                                 : begins_as_shop(link, error) && configure(link, error) &&
                                       reads_as_shop(link, error);
    if (good && mode == DB_READ_ONLY) {
        good = run_script(link, "PRAGMA query_only = ON", error);
    }
    if (!good) {
        close_link(link);
        return NULL;
    }
    link->wait.limit = 0;
    *read_only = mode == DB_READ_ONLY || sqlite3_db_readonly(link->handle, "main") == 1;
    return link;
}

static char *place(gpointer data)
{
    return g_strdup(((Sqlite *)data)->where);
}

static void set_waiting(gpointer data, DbWaiting waiting, gpointer listener)
{
    Sqlite *link = data;

    link->wait.waiting = waiting;
    link->wait.data = listener;
}

static void set_patience(gpointer data, guint seconds)
{
    ((Sqlite *)data)->wait.limit = seconds;
}

static void interrupt(gpointer data)
{
    Sqlite *link = data;

    g_atomic_int_set(&link->wait.interrupted, 1);
    sqlite3_interrupt(link->handle);
}

static bool begin(gpointer data, bool write, GError **error)
{
    Sqlite *link = data;

    if (!write) {
        return run_script(link, "BEGIN", error);
    }

    wait_start(&link->wait);
    int code = wait_turnstile_enter(&link->wait)
                   ? sqlite3_exec(link->handle, "BEGIN IMMEDIATE", NULL, NULL, NULL)
                   : SQLITE_BUSY;
    wait_turnstile_leave(&link->wait);
    return succeeded(link, code, error);
}

static bool in_transaction(gpointer data)
{
    return sqlite3_get_autocommit(((Sqlite *)data)->handle) == 0;
}

static void drop_repaired(Statement *statement)
{
    g_slist_free_full(g_steal_pointer(&statement->repaired), g_free);
}

static void finish(gpointer data)
{
    Statement *statement = data;

    drop_repaired(statement);
    sqlite3_finalize(statement->handle);
    g_free(statement->places);
    g_free(statement);
}

static void defect(GError **error)
{
    sqlite_fault(error, SQLITE_MISUSE, NULL, "", NULL);
}

/* Notes where the parameters stand. False when one of $1 … $count is not used: PostgreSQL would not
 * take it either. */
static bool find_places(Statement *statement)
{
    statement->count = (guint)sqlite3_bind_parameter_count(statement->handle);
    statement->places = g_new0(int, statement->count + 1);
    for (guint i = 0; i < statement->count; i++) {
        g_autofree char *name = g_strdup_printf("$%u", i + 1);
        statement->places[i] = sqlite3_bind_parameter_index(statement->handle, name);
        if (statement->places[i] == 0) {
            return false;
        }
    }
    return true;
}

static gpointer prepare(gpointer data, const char *sql, GError **error)
{
    Sqlite *link = data;
    g_autofree Statement *statement = g_new0(Statement, 1);
    const char *rest = NULL;

    wait_start(&link->wait);
    statement->link = link;
    int code = sqlite3_prepare_v3(link->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                  &statement->handle, &rest);
    if (!succeeded(link, code, error)) {
        g_debug("%s", sql);
        return NULL;
    }
    if (statement->handle == NULL || rest[strspn(rest, " \t\n;")] != '\0' ||
        !find_places(statement)) {
        g_debug("not one statement with all of its parameters: %s", sql);
        defect(error);
        finish(g_steal_pointer(&statement));
        return NULL;
    }
    return g_steal_pointer(&statement);
}

static int bind(const Statement *statement, guint index, const DbValue *value)
{
    int at = statement->places[index];

    switch (value->type) {
    case DB_INT:
        return sqlite3_bind_int64(statement->handle, at, value->integer);
    case DB_REAL:
        return sqlite3_bind_double(statement->handle, at, value->real);
    case DB_TEXT:
        return sqlite3_bind_text(statement->handle, at, value->text, -1, SQLITE_TRANSIENT);
    case DB_NULL:
    default:
        return sqlite3_bind_null(statement->handle, at);
    }
}

static bool start(gpointer data, const DbValue *values, guint count, GError **error)
{
    Statement *statement = data;

    wait_start(&statement->link->wait);
    if (count != statement->count) {
        g_debug("%u values for %u parameters: %s", count, statement->count,
                sqlite3_sql(statement->handle));
        defect(error);
        return false;
    }
    for (guint i = 0; i < count; i++) {
        if (!succeeded(statement->link, bind(statement, i, &values[i]), error)) {
            return false;
        }
    }
    return true;
}

static int step(gpointer data, GError **error)
{
    Statement *statement = data;
    Sqlite *link = statement->link;
    drop_repaired(statement);
    int code = sqlite3_step(statement->handle);

    wait_end(&link->wait);
    if (code == SQLITE_ROW) {
        return 1;
    }
    if (code == SQLITE_DONE) {
        statement->changed = sqlite3_changes64(link->handle);
        return 0;
    }
    g_debug("%s", sqlite3_sql(statement->handle));
    succeeded(link, code, error);
    return -1;
}

static void reset(gpointer data)
{
    Statement *statement = data;

    drop_repaired(statement);
    sqlite3_reset(statement->handle);
    sqlite3_clear_bindings(statement->handle);
}

static gint64 changed(gpointer data)
{
    return ((Statement *)data)->changed;
}

static gint64 column_int(gpointer data, guint column)
{
    return sqlite3_column_int64(((Statement *)data)->handle, (int)column);
}

static double column_real(gpointer data, guint column)
{
    return sqlite3_column_double(((Statement *)data)->handle, (int)column);
}

/* The engine keeps whatever bytes it was given: what is no UTF-8 is repaired, so that nobody behind
 * this border meets any. */
static const char *column_text(gpointer data, guint column)
{
    Statement *statement = data;
    const char *text = (const char *)sqlite3_column_text(statement->handle, (int)column);
    if (text == NULL || g_utf8_validate(text, -1, NULL)) {
        return text;
    }
    statement->repaired = g_slist_prepend(statement->repaired, g_utf8_make_valid(text, -1));
    return statement->repaired->data;
}

static bool column_is_null(gpointer data, guint column)
{
    return sqlite3_column_type(((Statement *)data)->handle, (int)column) == SQLITE_NULL;
}

const DbDriver db_driver_sqlite = {
    .size = sizeof(DbDriver),
    .engine = DB_SQLITE,
    .open = open_link,
    .close = close_link,
    .settle = settle,
    .place = place,
    .set_waiting = set_waiting,
    .set_patience = set_patience,
    .interrupt = interrupt,
    .begin = begin,
    .in_transaction = in_transaction,
    .script = run_script,
    .prepare = prepare,
    .finish = finish,
    .start = start,
    .step = step,
    .reset = reset,
    .changed = changed,
    .column_int = column_int,
    .column_real = column_real,
    .column_text = column_text,
    .column_is_null = column_is_null,
};
