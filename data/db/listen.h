/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hearing from a server that somebody changed something, on a line and a thread of its own. */
#pragma once

#include "data/db/db.h"

typedef struct DbListener DbListener;

/* Calls CHANGED in the main loop soon after each change that is made lasting in the shop of DB, by
 * whomever, and when the line goes down and is there again; it is made anew by itself.
 * NULL for a file, which can be watched otherwise. Free with db_listener_free. Main thread. */
DbListener *db_listen(const Db *db, void (*changed)(gpointer data), gpointer data);
/* CHANGED is not called any more, and the line is closed. NULL is fine. Main thread; never waits
 * for the server. */
void db_listener_free(DbListener *listener);
