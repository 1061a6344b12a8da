/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the PostgreSQL module share: the connection and its faults. Nobody else
 * includes this. */
#pragma once

#include "data/db/driver.h"
#include "data/db/postgres/address.h"

#include <libpq-fe.h>

/* What those who listen and those who ask tell each other. Shared and counted. */
typedef struct {
    gint listens;      /* atomic: somebody looks for the main server all the time */
    gint main_answers; /* atomic: and has it on the line */
} Beacon;

typedef struct {
    PGconn *connection; /* NULL: there was none since the line went down */
    Address *address;
    DbMode mode;        /* what it was opened with */
    int over_file;      /* can be read when what is waited for is to be broken off */
    bool is_broken_off; /* by the person, who gets FAULT_CANCELLED */
    DbWaiting waiting;  /* told while the server does not answer; NULL: nobody */
    gpointer waiting_data;
    DbLine line;
    DbLineTold told; /* whenever `line` changes; NULL: nobody */
    gpointer told_data;
    bool read_only;
    Beacon *beacon;
    gint64 looked;      /* monotonic microseconds: when the main server was last looked for */
    bool is_at_work;    /* a transaction was begun, and has not ended by what the server said */
    guint connections;  /* how many there were: statements of an earlier one are gone */
    guint64 statements; /* how many were prepared, for their names */
    GString *doomed;    /* DEALLOCATE for those that are finished; sent with the next preparation */
} Link;

/* What changes are told under (db_commit). */
#define LINK_CHANNEL "tresen"

/* The members of DbDriver. */
gpointer listener_new(gpointer link);
void listener_free(gpointer listener);
bool listener_connect(gpointer listener, int over_file);
int listener_wait(gpointer listener, int over_file);

/* Connects to WHERE, a libpq connection string. NULL on a fault. */
Link *link_open(const char *where, DbMode mode, GError **error);
void link_close(Link *link);

/* Connects again where the line went down and no transaction was at work, and to the main server
 * where a copy answers and the main one is back. FAULT_LINE_DOWN where a transaction was at work,
 * or no server can be reached; FAULT_REFUSED where one does not let us in any more. */
bool link_stand_up(Link *link, GError **error);
/* Whether the line is there, as far as is known without asking. */
bool link_stands(const Link *link);
/* Tells that the line is down, if it is. */
void link_note(Link *link);
/* Before something is changed, outside a transaction: whether it can be, once the main server was
 * looked for. FAULT_READ_ONLY. */
bool link_can_write(Link *link, GError **error);

/* Makes the session of LINK ready, which has just connected: time limits, the schema of the shop,
 * and how the line stands. */
bool session_begin(Link *link, GError **error);
/* Asks a copy how old its data is, and whether it is a copy still. */
bool session_ask_age(Link *link, GError **error);
/* Begins a transaction that only reads, and looks how old a copy's data is; or one that writes.
 * READ COMMITTED is enough for writing: rows are changed by id and version, and what must be unique
 * has a constraint. */
bool session_read(Link *link, GError **error);
bool session_write(Link *link, GError **error);

/* Sets ERROR to the sentence for RESULT, which failed; NULL when the server did not answer at
 * all. */
void link_fault(GError **error, const Link *link, const PGresult *result);
/* Waits for the answer to what was sent, telling who is told about waiting each second, and asks
 * the server to break it off when that one does not want to wait, or somebody interrupts it; a
 * server that does not hear that either is given up. The last result, as PQexec gives it; for
 * PQclear. */
PGresult *link_answer(Link *link);
/* Makes the next link_answer give up; safe from any thread, and never waits. */
void link_interrupt(Link *link);
/* Forgets an interruption that came while nothing ran. */
void link_forget_interruption(const Link *link);
/* Whether RESULT is what was asked for. */
bool link_is_done(const PGresult *result);
/* Runs SCRIPT. */
bool link_script(Link *link, const char *script, GError **error);
