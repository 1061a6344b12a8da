/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the door share: the connection itself. Nobody else includes this. */
#pragma once

#include "data/db/driver.h"

struct Db {
    const DbDriver *driver;
    gpointer link;
    char *where;
    char *told; /* the same, for sentences */
    bool read_only;
    guint64 requests; /* see db_requests */
    guint depth;      /* of nested writing transactions */
    guint broken;     /* the depth at which a statement failed: only its rollback helps; 0: none */
    guint reads;      /* of nested db_read_begin */
    bool read_open;   /* the outermost of them began a transaction at the engine */
    GHashTable *statements;      /* SQL text -> GPtrArray of Rows, idle or in use */
    char *doubt_uid, *doubt_key; /* see db_set_doubt; NULL: there is none */
};

/* Finds the driver for WHERE, loading the module for PostgreSQL. NULL on a fault
 * (FAULT_MISSING). */
const DbDriver *engine_driver(const char *where, GError **error);

/* The cache of prepared statements. */
GHashTable *statement_cache_new(void);
/* Forgets the statements that are not in use; after a change of the schema. */
void statement_cache_clear(Db *db);

/* False with a sentence when the present transaction has failed and has to be rolled back first. */
bool transaction_is_sound(const Db *db, GError **error);
/* Notes that a statement failed in the present transaction. */
void transaction_spoil(Db *db);
