/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A connection to a shop in a file: opening and closing it, and what it answers. */
#include "data/db/sqlite_private.h"

#include <sys/stat.h>

/* Seconds a program that cannot be told apart from a hung one may hold up the opening. */
enum { OPENING_PATIENCE = 30 };

void sqlite_link_close(gpointer data)
{
    Sqlite *link = data;

    sqlite3_close(link->handle);
    wait_clear(&link->wait);
    g_free(link->where);
    g_free(link);
}

bool sqlite_link_ok(Sqlite *link, int code, GError **error)
{
    wait_end(&link->wait);
    if (code == SQLITE_OK) {
        return true;
    }
    sqlite_fault(error, code, link->handle, link->where, &link->wait);
    return false;
}

bool sqlite_link_run(gpointer data, const char *script, GError **error)
{
    Sqlite *link = data;

    wait_start(&link->wait);
    return sqlite_link_ok(link, sqlite3_exec(link->handle, script, NULL, NULL, NULL), error);
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
        if (!sqlite_link_ok(link, code, error)) {
            return false;
        }
    }
    for (guint i = 0; i < G_N_ELEMENTS(limits); i++) {
        sqlite3_limit(link->handle, limits[i].limit, limits[i].value);
    }
    /* What is read hardly needs a cache of our own, the system has one; what an import writes may
     * take 32 MB before it goes to the disk in the middle of a deed. */
    return sqlite_link_run(
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
    return code == SQLITE_IOERR_SHORT_READ || sqlite_link_ok(link, code, error);
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

    return sqlite_link_run(link, "BEGIN; SELECT count(*) FROM sqlite_schema", error) &&
           read_header(link, &header, error) &&
           sqlite_file_is_shop(header.bytes, header.length, link->where, error) &&
           sqlite_file_is_whole(header.bytes, header.size, link->where, error) &&
           sqlite_link_run(link, "COMMIT", error);
}

/* How much memory SQLite has is asked by nobody; to count it would take a lock at each of its many
 * small allocations. Before anything else is asked of SQLite: afterwards it keeps counting. */
static void begin_sqlite(void)
{
    static gsize has_begun = 0;
    if (g_once_init_enter(&has_begun)) {
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        g_once_init_leave(&has_begun, 1);
    }
}

static Sqlite *connect_to(const char *where, const char *path, bool writable, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
    Sqlite *link = g_new0(Sqlite, 1);

    begin_sqlite();
    link->where = g_strdup(where);
    wait_init(&link->wait, folder);
    link->wait.limit = OPENING_PATIENCE;
    flags |= writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    int code = sqlite3_open_v2(path, &link->handle, flags, sqlite_journal_vfs());
    if (sqlite_link_ok(link, code, error)) {
        sqlite3_busy_handler(link->handle, wait_busy, &link->wait);
        return link;
    }
    sqlite_link_close(link);
    return NULL;
}

gpointer sqlite_link_open(const char *where, DbMode mode, bool *read_only, GError **error)
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
        good = sqlite_link_run(link, "PRAGMA query_only = ON", error);
    }
    if (!good) {
        sqlite_link_close(link);
        return NULL;
    }
    link->wait.limit = 0;
    *read_only = mode == DB_READ_ONLY || sqlite3_db_readonly(link->handle, "main") == 1;
    return link;
}
