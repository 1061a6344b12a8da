/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the PostgreSQL module share: the connection and its faults. Nobody else
 * includes this. */
#pragma once

#include "data/db/driver.h"

#include <libpq-fe.h>

typedef struct {
    PGconn *connection;
    GMutex lock; /* of `cancel`, which any thread may use */
    PGcancel *cancel;
    char *where;       /* what it was opened with, the password included */
    DbMode mode;       /* likewise */
    char *place;       /* as people may read it */
    DbWaiting waiting; /* told while the server does not answer; NULL: nobody */
    gpointer waiting_data;
    bool is_at_work;    /* a transaction was begun, and has not ended by what the server said */
    guint connections;  /* how many there were: statements of an earlier one are gone */
    guint64 statements; /* how many were prepared, for their names */
    GString *doomed;    /* DEALLOCATE for those that are finished; sent with the next preparation */
} Link;

/* What changes are told under (db_commit). */
#define LINK_CHANNEL "tresen"

/* A connection to WHERE, which may not have come about; for PQfinish. */
PGconn *link_dial(const char *where);
/* The members of DbDriver. */
gpointer listener_new(gpointer link);
void listener_free(gpointer listener);
bool listener_connect(gpointer listener);
int listener_wait(gpointer listener, int over_file);

/* Connects to WHERE, a libpq connection string. *READ_ONLY as in db_open. NULL on a fault. */
Link *link_open(const char *where, DbMode mode, bool *read_only, GError **error);
void link_close(Link *link);

/* Connects again where the line went down and no transaction was at work; FAULT_LINE_DOWN where one
 * was, or the server cannot be reached. */
bool link_stand_up(Link *link, GError **error);
/* Whether the line is there, as far as is known without asking. */
bool link_stands(const Link *link);

/* Sets ERROR to the sentence for RESULT, which failed; NULL when the server did not answer at
 * all. */
void link_fault(GError **error, const Link *link, const PGresult *result);
/* Waits for the answer to what was sent, telling who is told about waiting each second, and asks
 * the server to break it off when that one does not want to wait. The last result, as PQexec gives
 * it; for PQclear. */
PGresult *link_answer(Link *link);
/* Runs SCRIPT. */
bool link_script(Link *link, const char *script, GError **error);
