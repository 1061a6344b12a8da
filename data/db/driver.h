/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an engine has to offer. db.c stands on this and knows no engine; the PostgreSQL driver is a
 * module that is loaded when first used, so a driver uses GLib, its library and this header, and
 * nothing else of the program. */
#pragma once

#include "data/base/fault.h"
#include "data/db/db.h"

typedef struct {
    gsize size; /* sizeof(DbDriver): a module of another version has other members */
    DbEngine engine;
    /* See db_open. *READ_ONLY says what came of it. */
    gpointer (*open)(const char *where, DbMode mode, bool *read_only, GError **error);
    void (*close)(gpointer link);
    /* Once it is known that this program may work with the shop; before, nothing in it is changed.
     * NULL where there is nothing to do. */
    bool (*settle)(gpointer link, GError **error);
    /* The place as people may read it: no password. Free with g_free. */
    char *(*place)(gpointer link);
    /* How the line stands, and whether it can only be read now. NULL for a file. */
    DbLine (*line)(gpointer link);
    bool (*is_read_only)(gpointer link);
    void (*set_line_told)(gpointer link, DbLineTold told, gpointer data);
    void (*set_waiting)(gpointer link, DbWaiting waiting, gpointer data);
    void (*set_patience)(gpointer link, guint seconds);
    /* Safe from any thread. */
    void (*interrupt)(gpointer link);
    /* Begins a transaction that writes, or one that only reads and sees one state of the shop. */
    bool (*begin)(gpointer link, bool write, GError **error);
    /* Whether the engine still has a transaction open; a full disk, for one, ends it. */
    bool (*in_transaction)(gpointer link);
    /* Runs several statements. */
    bool (*script)(gpointer link, const char *script, GError **error);
    /* A statement that can be run again and again; NULL on a fault. */
    gpointer (*prepare)(gpointer link, const char *sql, GError **error);
    void (*finish)(gpointer statement);
    /* Binds and starts; rows follow by step. */
    bool (*start)(gpointer statement, const DbValue *values, guint count, GError **error);
    /* 1: a row, 0: the end, -1: a fault. */
    int (*step)(gpointer statement, GError **error);
    /* Ends the run, so that the statement can start again. */
    void (*reset)(gpointer statement);
    gint64 (*changed)(gpointer statement);
    gint64 (*column_int)(gpointer statement, guint column);
    double (*column_real)(gpointer statement, guint column);
    const char *(*column_text)(gpointer statement, guint column);
    bool (*column_is_null)(gpointer statement, guint column);
    /* A line of its own on which the place of LINK tells of changes, not connected yet; for any
     * thread, one at a time. NULL where there is none: a file. */
    gpointer (*listener_new)(gpointer link);
    void (*listener_free)(gpointer listener);
    /* Connects to a place that tells, also again. May take seconds, unless OVER_FILE can be read.
     */
    bool (*listener_connect)(gpointer listener, int over_file);
    /* Waits until something was changed (1), OVER_FILE can be read (0), or the line is down (-1).
     */
    int (*listener_wait)(gpointer listener, int over_file);
} DbDriver;

extern const DbDriver db_driver_sqlite;

/* The one symbol of the PostgreSQL module: const DbDriver *tresen_db_driver(void). */
#define DB_DRIVER_SYMBOL "tresen_db_driver"
typedef const DbDriver *(*DbDriverEntry)(void);
