/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connections and transactions, whatever the engine. */
#include "data/db/db.h"

#include "data/base/i18n.h"
#include "data/db/db_private.h"
#include "data/db/migrate.h"
#include "data/db/serverstring.h"

/* Whoever listens (listen.h) hears of it when it lasts. */
static const char server_commit[] = "NOTIFY tresen; COMMIT";

Db *db_open(const char *where, DbMode mode, GError **error)
{
    const DbDriver *driver = engine_driver(where, error);
    if (driver == NULL) {
        return NULL;
    }

    bool read_only = false;
    gpointer link = driver->open(where, mode, &read_only, error);
    if (link == NULL) {
        return NULL;
    }

    g_autoptr(Db) db = g_new0(Db, 1);
    db->driver = driver;
    db->link = link;
    db->where = driver->place(link);
    db->told = server_string_brief(db->where);
    db->read_only = read_only;
    db->statements = statement_cache_new();
    bool good =
        migrate_admits(db, mode, error) && (driver->settle == NULL || driver->settle(link, error));
    return good ? g_steal_pointer(&db) : NULL;
}

void db_close(Db *db)
{
    if (db == NULL) {
        return;
    }

    while (db->depth > 0) {
        db_rollback(db);
    }
    while (db->reads > 0) {
        db_read_end(db);
    }
    g_hash_table_unref(db->statements);
    db->driver->close(db->link);
    db_set_doubt(db, NULL, NULL);
    g_free(db->where);
    g_free(db->told);
    g_free(db);
}

DbEngine db_engine(const Db *db)
{
    return db->driver->engine;
}

const char *db_where(const Db *db)
{
    return db->where;
}

const char *db_where_told(const Db *db)
{
    return db->told;
}

bool db_is_read_only(const Db *db)
{
    return db->driver->is_read_only != NULL ? db->driver->is_read_only(db->link) : db->read_only;
}

DbLine db_line(const Db *db)
{
    return db->driver->line != NULL ? db->driver->line(db->link) : (DbLine){.kind = DB_LINE_UP};
}

void db_set_line_told(Db *db, DbLineTold told, gpointer data)
{
    if (db->driver->set_line_told != NULL) {
        db->driver->set_line_told(db->link, told, data);
    }
}

void db_set_waiting(Db *db, DbWaiting waiting, gpointer data)
{
    db->driver->set_waiting(db->link, waiting, data);
}

void db_set_patience(Db *db, guint seconds)
{
    db->driver->set_patience(db->link, seconds);
}

void db_interrupt(Db *db)
{
    db->driver->interrupt(db->link);
}

guint64 db_requests(const Db *db)
{
    return db->requests;
}

/* Has the engine run SCRIPT. */
static bool ask(Db *db, const char *script, GError **error)
{
    db->requests++;
    return db->driver->script(db->link, script, error);
}

bool db_run_script(Db *db, const char *script, GError **error)
{
    if (!transaction_is_sound(db, error)) {
        return false;
    }

    bool done = ask(db, script, error);
    if (!done) {
        transaction_spoil(db);
    }
    statement_cache_clear(db);
    return done;
}

bool transaction_is_sound(const Db *db, GError **error)
{
    if (db->broken == 0) {
        return true;
    }
    g_set_error_literal(
        error, FAULT, FAULT_INTERNAL,
        _("A step of this change failed before, so all of it is taken back. Please try again."));
    return false;
}

void transaction_spoil(Db *db)
{
    db->broken = db->depth;
}

static bool begin_outermost(Db *db, GError **error)
{
    /* A server that can only be read may have become another one: the driver looks. */
    if (db->driver->is_read_only == NULL && db->read_only) {
        g_set_error(error, FAULT, FAULT_READ_ONLY,
                    _("%s can only be read here, so nothing can be changed. Nothing was lost."),
                    db->told);
        return false;
    }
    if (db->reads > 0) {
        g_set_error_literal(
            error, FAULT, FAULT_INTERNAL,
            _("Nothing can be changed in the middle of reading. Please report this as a defect."));
        return false;
    }
    db->requests++;
    return db->driver->begin(db->link, true, error);
}

bool db_begin(Db *db, GError **error)
{
    if (db->depth == 0) {
        if (!begin_outermost(db, error)) {
            return false;
        }
    } else {
        if (!transaction_is_sound(db, error)) {
            return false;
        }
        g_autofree char *sql = g_strdup_printf("SAVEPOINT level%u", db->depth);
        if (!ask(db, sql, error)) {
            transaction_spoil(db);
            return false;
        }
    }
    db->depth++;
    return true;
}

bool db_commit(Db *db, GError **error)
{
    g_return_val_if_fail(db->depth > 0, false);

    g_autofree char *sql = db->depth > 1
                               ? g_strdup_printf("RELEASE SAVEPOINT level%u", db->depth - 1)
                           : db_engine(db) == DB_POSTGRESQL ? g_strdup(server_commit)
                                                            : g_strdup("COMMIT");
    if (!transaction_is_sound(db, error) || !ask(db, sql, error)) {
        db_rollback(db);
        return false;
    }
    db->depth--;
    return true;
}

void db_rollback(Db *db)
{
    g_return_if_fail(db->depth > 0);

    g_autofree char *sql =
        db->depth == 1 ? g_strdup("ROLLBACK")
                       : g_strdup_printf("ROLLBACK TO SAVEPOINT level%u; RELEASE SAVEPOINT level%u",
                                         db->depth - 1, db->depth - 1);
    g_autoptr(GError) fault = NULL;
    if (db->driver->in_transaction(db->link) && !ask(db, sql, &fault)) {
        g_debug("%s: %s", sql, fault->message);
    }
    db->depth--;
    /* When the engine has ended the whole transaction, the outer levels are lost as well. */
    db->broken = db->driver->in_transaction(db->link) ? 0 : db->depth;
}

bool db_in_transaction(const Db *db)
{
    return db->depth > 0;
}

void db_set_doubt(Db *db, const char *uid, const char *key)
{
    g_free(db->doubt_uid);
    g_free(db->doubt_key);
    db->doubt_uid = g_strdup(uid);
    db->doubt_key = g_strdup(key);
}

const char *db_doubt(const Db *db, const char **key)
{
    *key = db->doubt_key;
    return db->doubt_uid;
}

bool db_read_begin(Db *db, GError **error)
{
    if (db->depth == 0 && db->reads == 0) {
        db->requests++;
        if (!db->driver->begin(db->link, false, error)) {
            return false;
        }
        db->read_open = true;
    }
    db->reads++;
    return true;
}

void db_read_end(Db *db)
{
    g_return_if_fail(db->reads > 0);

    db->reads--;
    if (db->reads > 0 || !db->read_open) {
        return;
    }
    db->read_open = false;
    g_autoptr(GError) fault = NULL;
    if (db->driver->in_transaction(db->link) && !ask(db, "ROLLBACK", &fault)) {
        g_debug("ROLLBACK: %s", fault->message);
    }
}
