/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would change if a backup came back. */
#include "data/backup/restore_private.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/customer/customer.h"
#include "data/db/migrate.h"
#include "data/shopfile.h"

#include <string.h>

/* A kind of thing, and the statement that counts it and finds its newest. */
typedef struct {
    const char *words;
    const char *sql;
} Kind;

static const Kind kinds[RESTORE_KINDS] = {
    {N_("Customers"),
     "SELECT count(*), max(created_at) FROM customer WHERE NOT " CUSTOMER_IS_ERASED("customer")},
    {N_("Notes"), "SELECT count(*), max(created_at) FROM fact"},
    {N_("Visits"), "SELECT count(*), max(created_at) FROM visit"},
    {N_("Reminders"), "SELECT count(*), max(created_at) FROM reminder"},
    {N_("Feedback"), "SELECT count(*), max(created_at) FROM feedback"},
    {N_("Complaints"), "SELECT count(*), max(created_at) FROM complaint"},
};

/* What the program does by itself, such as an upgrade, writes no changes. */
#define BY_PEOPLE "EXISTS (SELECT 1 FROM change WHERE change.deed_id = deed.id)"
static const char last_at[] = "SELECT at FROM deed WHERE " BY_PEOPLE " ORDER BY id DESC LIMIT 1";
static const char last_id[] = "SELECT max(id) FROM deed";
static const char first_uid[] = "SELECT uid FROM deed ORDER BY id LIMIT 1";
static const char uid_up_to[] = "SELECT uid FROM deed WHERE id <= $1 ORDER BY id DESC LIMIT 1";
static const char deeds_behind[] = "SELECT count(*) FROM deed WHERE id > $1 AND " BY_PEOPLE;

/* NEWEST may be NULL. */
static bool count_kind(Db *db, const Kind *kind, gint64 *count, char newest[21], GError **error)
{
    g_autoptr(Rows) rows = db_query(db, kind->sql, DB_NO_VALUES, error);
    if (rows == NULL || !rows_next(rows, error)) {
        return false;
    }
    const char *text = rows_text(rows, 1);
    *count = rows_int(rows, 0);
    if (newest != NULL) {
        g_strlcpy(newest, text != NULL ? text : "", 21);
    }
    return true;
}

/* The instant of the last thing people did; "" where nothing was done yet. */
static bool find_last(Db *db, char at[21], GError **error)
{
    g_autofree char *text = NULL;
    bool ok = db_get_text(db, last_at, DB_NO_VALUES, &text, error);
    g_strlcpy(at, text != NULL ? text : "", 21);
    return ok;
}

/* Whether the two have the same last deed among those up to the one with the number ID, and so all
 * of them: deeds are only ever added. */
static bool agree_up_to(Db *now, Db *then, gint64 id, bool *agree, GError **error)
{
    g_autofree char *one = NULL, *other = NULL;
    bool ok = db_get_text(now, uid_up_to, DB_VALUES(db_int(id)), &one, error) &&
              db_get_text(then, uid_up_to, DB_VALUES(db_int(id)), &other, error);
    *agree = g_strcmp0(one, other) == 0;
    return ok;
}

/* The last deed that both have. It need not be the backup's LAST: another backup may have been
 * brought back since, and what was done then has the same numbers. */
static bool find_parting(Db *now, Db *then, gint64 last, gint64 *id, GError **error)
{
    gint64 agreed = 0;
    while (agreed < last) {
        gint64 middle = last - (last - agreed) / 2;
        bool agree = false;
        if (!agree_up_to(now, then, middle, &agree, error)) {
            return false;
        }
        if (agree) {
            agreed = middle;
        } else {
            last = middle - 1;
        }
    }
    *id = agreed;
    return true;
}

static bool count_then(Restore *restore, Db *db, gint64 *last, GError **error)
{
    for (guint i = 0; i < RESTORE_KINDS; i++) {
        RestoreCount *count = &restore->counts[i];
        *count = (RestoreCount){.words = kinds[i].words, .now = -1};
        if (!count_kind(db, &kinds[i], &count->then, count->then_newest, error)) {
            return false;
        }
    }
    return find_last(db, restore->last_then, error) &&
           db_get_int(db, last_id, DB_NO_VALUES, last, NULL, error);
}

/* A shop of an earlier version has not everything yet. */
static bool count_now(Restore *restore, Db *db, bool is_current, GError **error)
{
    for (guint i = 0; i < RESTORE_KINDS; i++) {
        g_autoptr(GError) fault = NULL;
        if (!count_kind(db, &kinds[i], &restore->counts[i].now, NULL, &fault) && is_current) {
            g_propagate_error(error, g_steal_pointer(&fault));
            return false;
        }
    }
    return find_last(db, restore->last_now, error);
}

/* What was done behind the deed PARTING, in words. */
static bool tell_since(Restore *restore, Db *now, gint64 parting, GError **error)
{
    restore->since = history_of_shop(now, 0, RESTORE_SINCE, 1, error);
    while (restore->since != NULL && restore->since->len > 0 &&
           ((HistoryDeed *)g_ptr_array_index(restore->since, restore->since->len - 1))->id <=
               parting) {
        g_ptr_array_set_size(restore->since, (gint)restore->since->len - 1);
    }
    return restore->since != NULL;
}

static bool compare(Restore *restore, Db *now, Db *then, gint64 last, GError **error)
{
    g_autofree char *one = NULL, *other = NULL;
    gint64 parting = 0;
    int version = migrate_version(now, error);
    bool is_current = version == migrate_newest();
    if (version < 0 || !count_now(restore, now, is_current, error) ||
        !find_parting(now, then, last, &parting, error) ||
        !db_get_int(now, deeds_behind, DB_VALUES(db_int(parting)), &restore->deeds_since, NULL,
                    error) ||
        /* A shop of an earlier version cannot tell them. */
        (is_current && restore->deeds_since > 0 && !tell_since(restore, now, parting, error)) ||
        !db_get_text(now, first_uid, DB_NO_VALUES, &one, error) ||
        !db_get_text(then, first_uid, DB_NO_VALUES, &other, error)) {
        return false;
    }
    restore->is_other_shop = g_strcmp0(one, other) != 0;
    return true;
}

bool restore_compare(Restore *restore, Db *then, GError **error)
{
    gint64 last = 0;
    restore->deeds_since = -1;
    if (!count_then(restore, then, &last, error)) {
        return false;
    }
    if (!shopfile_exists(restore->where)) {
        return true;
    }
    g_autoptr(GError) fault = NULL;
    g_autoptr(Db) now = db_open(restore->where, DB_READ_ONLY, &fault);
    if (now != NULL && compare(restore, now, then, last, &fault)) {
        return true;
    }
    if (g_error_matches(fault, FAULT, FAULT_BUSY)) {
        /* Somebody writes to it just now: that is no damaged shop. */
        g_propagate_error(error, g_steal_pointer(&fault));
        return false;
    }
    restore->trouble = g_strdup(fault->message);
    restore->deeds_since = -1;
    return true;
}
