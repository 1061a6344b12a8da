/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emptying what a database has let go of. */
#include "data/db/clean.h"

#include "data/db/db_private.h"
#include "data/db/sqlite_file.h"

/* Of tables that belong to somebody else the server only warns. */
static const char give_free[] = "VACUUM";

bool db_clean(Db *db, GError **error)
{
    g_return_val_if_fail(!db_in_transaction(db), false);
    if (db_engine(db) == DB_POSTGRESQL) {
        return db_run_script(db, give_free, error);
    }
    statement_cache_clear(db);
    return sqlite_clean(db->link, error);
}
