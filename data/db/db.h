/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door to the database: connections, statements, transactions. The same SQL runs on SQLite
 * and PostgreSQL. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* A connection. It belongs to one thread at a time. */
typedef struct Db Db;
/* The rows of a query, read one after another. */
typedef struct Rows Rows;

typedef enum {
    DB_READ_WRITE, /* falls back to reading where writing is not allowed; see db_is_read_only */
    DB_READ_ONLY,
    DB_BUILD /* makes the database; the place must be free */
} DbMode;

typedef enum { DB_SQLITE, DB_POSTGRESQL } DbEngine;

/* One value bound to a statement. Made by the functions below. */
typedef struct {
    enum { DB_NULL, DB_INT, DB_REAL, DB_TEXT } type;
    gint64 integer;
    double real;
    const char *text; /* borrowed until the call returns */
} DbValue;

static inline DbValue db_null(void)
{
    return (DbValue){.type = DB_NULL};
}

static inline DbValue db_int(gint64 value)
{
    return (DbValue){.type = DB_INT, .integer = value};
}

/* A number where 0 means "none": a reference, a part of a day that is not known. Stored as NULL. */
static inline DbValue db_int_or_null(gint64 value)
{
    return value != 0 ? db_int(value) : db_null();
}

static inline DbValue db_real(double value)
{
    return (DbValue){.type = DB_REAL, .real = value};
}

/* NULL is stored as NULL. TEXT is valid UTF-8. */
static inline DbValue db_text(const char *text)
{
    return text != NULL ? (DbValue){.type = DB_TEXT, .text = text} : db_null();
}

/* The values of a call: DB_VALUES(db_int(1), db_text("x")) stands for the array and its length;
 * DB_NO_VALUES for none. */
#define DB_VALUES(...)                                                                             \
    (const DbValue[]){__VA_ARGS__}, G_N_ELEMENTS(((const DbValue[]){__VA_ARGS__}))
#define DB_NO_VALUES NULL, 0

/* Called on the connection's thread when a write has waited for another program for a second, or a
 * server has not answered for one, and then every second until the wait ends. SECONDS is how long
 * it has lasted, 0 once when it is over. Returning false gives up: the call fails with FAULT_BUSY,
 * on a server with FAULT_CANCELLED. */
typedef bool (*DbWaiting)(guint seconds, gpointer data);

/* How the line to a server stands; a file's is always up. */
typedef enum {
    DB_LINE_UP,
    DB_LINE_DOWN,   /* nobody answers; each request tries again */
    DB_LINE_STANDBY /* a copy of the server answers, which can only be read */
} DbLineKind;

typedef struct {
    DbLineKind kind;
    char as_of[21]; /* of a copy: the UTC instant of the last change it has; "": not known */
} DbLine;

/* Called on the connection's thread whenever LINE changes. */
typedef void (*DbLineTold)(const DbLine *line, gpointer data);

/* Opens the database at WHERE: the path of a SQLite file, or a libpq connection string that begins
 * with "postgresql://" or "postgres://" (or begins with one of its words, as "service=",
 * "host=" or "user="): see db_is_server. Of several hosts the first one that can be written is
 * taken, else one that answers, unless the string has target_session_attrs. A server that is not
 * reached over a socket of this machine has to show a certificate (sslmode verify-full), unless the
 * string or its service says otherwise. Opening never makes a file, except with DB_BUILD, which
 * gives an empty one of mode 0600, or 0660 in a folder that a group shares (filegroup.h);
 * FAULT_TAKEN when there is something. A file that is no shop, is damaged, empty, newer or missing
 * is refused before anything is written (FAULT_NO_SHOP, _FOREIGN, _DAMAGED, _NEWER; _REFUSED when
 * it may not be read). The schema is not touched: see migrate.h. Returns the connection, to be
 * closed with db_close, or NULL. */
Db *db_open(const char *where, DbMode mode, GError **error);
/* Rolls back what is open, then closes. NULL is fine. */
void db_close(Db *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Db, db_close)

/* Whether WHERE names a server, and not a file. */
bool db_is_server(const char *where);

DbEngine db_engine(const Db *db);
/* The place it was opened with; for a server without the password. Belongs to the connection. */
const char *db_where(const Db *db);
/* The same in few words, for sentences: "laden.example/tresen"; of a file its path. */
const char *db_where_told(const Db *db);
/* Whether the file or the server allows reading only; so does a copy of the server, as long as it
 * is the one that answers (db_line). */
bool db_is_read_only(const Db *db);
/* Sets who is told about waiting; NULL for nobody (waits as long as it takes). */
void db_set_waiting(Db *db, DbWaiting waiting, gpointer data);
/* Sets after how many seconds of waiting for another program a write gives up with FAULT_BUSY, and
 * tells nobody of the wait; 0, which is the beginning, for as long as it takes. A server queues
 * those who write itself: there it does nothing. */
void db_set_patience(Db *db, guint seconds);
/* How the line stands, as the last request found it. For the thread that uses DB. */
DbLine db_line(const Db *db);
/* Sets who is told whenever that changes; NULL for nobody. TOLD must not use DB. */
void db_set_line_told(Db *db, DbLineTold told, gpointer data);
/* How many requests DB has made of its engine so far: of a server each is a way there and back. A
 * statement's first run is two, since it is made known. */
guint64 db_requests(const Db *db);
/* Breaks off the statement that runs on another thread; that call fails with FAULT_CANCELLED. Safe
 * from any thread. */
void db_interrupt(Db *db);

/* Runs SQL (one statement, parameters $1, $2 …) and reads nothing. The
 * prepared statement is kept under a copy of its text. *CHANGED, unless NULL, gets the number of
 * rows written. */
bool db_run(Db *db, const char *sql, const DbValue *values, guint count, gint64 *changed,
            GError **error);
/* Runs several statements without parameters, separated by ";" (migrations). */
bool db_run_script(Db *db, const char *script, GError **error);

/* Runs SQL and gives its rows, or NULL. Several may be open at once; each is freed with rows_free
 * before the transaction ends. */
Rows *db_query(Db *db, const char *sql, const DbValue *values, guint count, GError **error);
/* Goes to the next row. False at the end, and on a fault, which sets ERROR. */
bool rows_next(Rows *rows, GError **error);
/* The value in COLUMN (from 0) of the present row; NULL reads as 0, 0.0, NULL. Text is borrowed
 * until the next rows_next. */
gint64 rows_int(const Rows *rows, guint column);
double rows_real(const Rows *rows, guint column);
const char *rows_text(const Rows *rows, guint column);
bool rows_is_null(const Rows *rows, guint column);
void rows_free(Rows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Rows, rows_free)

/* The first column of the first row; *FOUND (may be NULL) says whether there was a row. False only
 * on a fault. */
bool db_get_int(Db *db, const char *sql, const DbValue *values, guint count, gint64 *value,
                bool *found, GError **error);
/* Likewise; *VALUE is NULL when there is no row or no value, else freed with g_free. */
bool db_get_text(Db *db, const char *sql, const DbValue *values, guint count, char **value,
                 GError **error);

/* The first column of all rows, read to the end, so that what follows may write: an array of
 * gint64, to be unreffed. NULL on a fault. */
GArray *db_get_ids(Db *db, const char *sql, const DbValue *values, guint count, GError **error);

/* Transactions nest: the inner ones are savepoints. The outermost takes the write lock at once,
 * on a server as in a file, and waits for it, fairly, as long as it takes: from there on nobody
 * else is between their db_begin and its end, and all they wrote is seen. So what was read may be
 * written back, and nobody waits for each other. Single statements outside (drafts) do not take it
 * on a server. Once a statement has failed in a transaction, nothing more runs in it until it is
 * rolled back: what may fail and go on gets an inner one of its own. A failed db_commit rolls back
 * its transaction and ends it. */
bool db_begin(Db *db, GError **error);
bool db_commit(Db *db, GError **error);
/* Takes back the innermost transaction. Never fails: a connection that cannot roll back is closed
 * by the engine, which does it. */
void db_rollback(Db *db);
bool db_in_transaction(const Db *db);

/* Notes that nobody knows what became of a change, since the line went down, or the disk
 * refused, while it was made lasting: UID finds it, KEY tells what it was. Both are copied; NULL:
 * all is clear again. */
void db_set_doubt(Db *db, const char *uid, const char *key);
/* The uid of that change, and its key in *KEY; NULL when all is clear. Both belong to DB. */
const char *db_doubt(const Db *db, const char **key);

/* A transaction that only reads and sees one state of the shop throughout. Ends with db_read_end.
 * Inside another transaction both do nothing. */
bool db_read_begin(Db *db, GError **error);
void db_read_end(Db *db);
