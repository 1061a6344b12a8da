/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the PostgreSQL module share: the connection and its faults. Nobody else
 * includes this. */
#pragma once

#include "data/db/driver.h"

#include <libpq-fe.h>

typedef struct {
    PGconn *connection;
    PGcancel *cancel;
    char *place;        /* as people may read it */
    guint64 statements; /* how many were prepared, for their names */
    GString *doomed;    /* DEALLOCATE for those that are finished; sent with the next preparation */
} Link;

/* Connects to WHERE, a libpq connection string. *READ_ONLY as in db_open. NULL on a fault. */
Link *link_open(const char *where, DbMode mode, bool *read_only, GError **error);
void link_close(Link *link);

/* Sets ERROR to the sentence for RESULT, which failed; NULL when the server did not answer at
 * all. */
void link_fault(GError **error, const Link *link, const PGresult *result);
/* Runs SCRIPT. */
bool link_script(Link *link, const char *script, GError **error);
