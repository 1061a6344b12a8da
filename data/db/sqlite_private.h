/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the SQLite driver share. Nobody else includes this. */
#pragma once

#include "data/db/driver.h"
#include "data/db/sqlite_file.h"

#include <sqlite3.h>

/* Waiting for other programs; the driver's busy handler. */
typedef struct {
    DbWaiting waiting; /* NULL: nobody is told */
    gpointer data;
    GRand *chance;
    gint64 began;     /* monotonic microseconds; 0: not waiting */
    guint told;       /* the seconds last reported */
    guint limit;      /* seconds after which to give up; 0: never */
    gint interrupted; /* atomic; set from any thread */
    bool gave_up;
    int folder; /* the turnstile: a descriptor of the shop's folder, -1 when there is none */
} Wait;

/* FOLDER is the folder of the shop. Ended with wait_clear. */
void wait_init(Wait *wait, const char *folder);
void wait_clear(Wait *wait);
/* Forgets interruptions that came while nothing ran; before each call that may wait. */
void wait_start(Wait *wait);
/* Tells the listener that a wait is over; after each such call. */
void wait_end(Wait *wait);
/* The busy handler for sqlite3_busy_handler: sleeps a little and returns 1, or 0 to give up. */
int wait_busy(void *wait, int tries);
/* Those who want to write go through the turnstile one by one, so that everyone gets a turn: only
 * one of them knocks at the shop's lock, the others wait behind. A courtesy that holds nobody up
 * for more than a few seconds. False to give up. */
bool wait_turnstile_enter(Wait *wait);
void wait_turnstile_leave(Wait *wait);

/* A connection. */
typedef struct {
    sqlite3 *handle;
    char *where; /* as the person gave it */
    Wait wait;
} Sqlite;

/* The driver's functions open, close and script (driver.h). */
gpointer sqlite_link_open(const char *where, DbMode mode, bool *read_only, GError **error);
void sqlite_link_close(gpointer link);
bool sqlite_link_run(gpointer link, const char *script, GError **error);
/* Whether CODE, which SQLite gave for a call on LINK, says that it went well; else ERROR is set to
 * the sentence for it. Either way what was waited for is over. */
bool sqlite_link_ok(Sqlite *link, int code, GError **error);

/* The name of the way to files (a sqlite3_vfs) that is the usual one, but gives the journal the
 * group of its shop. Any thread. */
const char *sqlite_journal_vfs(void);

/* Sets ERROR to the sentence for what SQLite reports as CODE about the shop at WHERE. HANDLE may be
 * NULL; WAIT too. */
void sqlite_fault(GError **error, int code, sqlite3 *handle, const char *where, Wait *wait);
