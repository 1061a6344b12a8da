/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Following how many customers a shop has. */
#include "data/customer/tally.h"

#include "data/customer/customer.h"

/* On a server deeds are done in another order than they get their numbers, so the latest are always
 * added up anew. When they have become MOST_OPEN, all but the last LEAST_OPEN are settled. */
enum { LEAST_OPEN = 1000, MOST_OPEN = 2000 };

static const char newest_deed[] = "SELECT MAX(id) FROM deed";
static const char added_between[] =
    "SELECT COALESCE(SUM(CASE what WHEN 'insert' THEN last_id - first_id + 1 "
    "WHEN 'remove' THEN first_id - last_id - 1 ELSE 0 END), 0) "
    "FROM change WHERE deed_id > $1 AND deed_id <= $2 AND table_name = 'customer'";

static const char count_rows[] = "SELECT COUNT(*) FROM customer";
static const char count_erased[] = "SELECT " CUSTOMERS_ERASED;

/* How many more customers there are by the deeds after FROM, up to TO. */
static bool add_up(Db *db, gint64 from, gint64 to, gint64 *added, GError **error)
{
    return db_get_int(db, added_between, DB_VALUES(db_int(from), db_int(to)), added, NULL, error);
}

static bool count(Db *db, Tally *tally, GError **error)
{
    gint64 newest = 0, all = 0, added = 0, erased = 0;
    if (!db_get_int(db, newest_deed, DB_NO_VALUES, &newest, NULL, error) ||
        !db_get_int(db, count_rows, DB_NO_VALUES, &all, NULL, error) ||
        !db_get_int(db, count_erased, DB_NO_VALUES, &erased, NULL, error)) {
        return false;
    }
    gint64 settled = MAX(newest - LEAST_OPEN, 0);
    if (!add_up(db, settled, newest, &added, error)) {
        return false;
    }
    *tally = (Tally){.is_counted = true,
                     .settled = settled,
                     .before = all - added,
                     .newest = newest,
                     .customers = all - erased};
    return true;
}

bool tally_count(Db *db, Tally *tally, GError **error)
{
    if (!db_read_begin(db, error)) {
        return false;
    }
    bool ok = count(db, tally, error);
    db_read_end(db);
    return ok;
}

/* Takes the older ones of the open deeds for settled. */
static bool settle(Db *db, Tally *tally, GError **error)
{
    gint64 to = tally->newest - LEAST_OPEN, added = 0;
    if (!add_up(db, tally->settled, to, &added, error)) {
        return false;
    }
    tally->before += added;
    tally->settled = to;
    return true;
}

static bool follow(Db *db, Tally *tally, GError **error)
{
    gint64 newest = 0, added = 0, erased = 0;
    if (!db_get_int(db, newest_deed, DB_NO_VALUES, &newest, NULL, error)) {
        return false;
    }
    if (newest == tally->newest) {
        return true;
    }
    if (!add_up(db, tally->settled, newest, &added, error) ||
        !db_get_int(db, count_erased, DB_NO_VALUES, &erased, NULL, error)) {
        return false;
    }
    tally->newest = newest;
    tally->customers = tally->before + added - erased;
    return newest - tally->settled <= MOST_OPEN || settle(db, tally, error);
}

bool tally_get(Db *db, Tally *tally, gint64 *customers, GError **error)
{
    *customers = -1;
    if (!tally->is_counted) {
        return true;
    }
    if (!db_read_begin(db, error)) {
        return false;
    }
    bool ok = follow(db, tally, error);
    db_read_end(db);
    if (ok) {
        *customers = tally->customers;
    }
    return ok;
}
