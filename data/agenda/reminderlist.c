/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open reminders in the order in which they come up. */
#include "data/agenda/reminder.h"
#include "data/diary/loss.h"

static const char open_of[] = "WHERE customer_id = $1 AND state = 'open' AND " LOSS_NOT_DEAD(
    "reminder") " ORDER BY day, minute NULLS FIRST, id";
static const char between[] =
    "WHERE state = 'open' AND minute IS NOT NULL AND (day, minute) > ($3, $4) "
    "AND (CAST($1 AS bigint) = 0 OR clerk_id IS NULL OR clerk_id = $1) "
    "AND (CAST($2 AS bigint) = 0 OR branch_id IS NULL OR branch_id = $2) "
    "AND " LOSS_NOT_DEAD(
        "reminder") " AND (day, minute) <= ($5, $6) ORDER BY day, minute, id LIMIT $7";

/* Any time of a day is before each minute of it. */
static DbValue minute_value(gint64 minute)
{
    return db_int(minute == MINUTE_NONE ? -1 : minute);
}

GPtrArray *reminder_open_of(Db *db, gint64 customer_id, GError **error)
{
    return record_list(db, &reminder_type, open_of, DB_VALUES(db_int(customer_id)), error);
}

GPtrArray *reminder_list_between(Db *db, Moment after, Moment until, const ReminderFor *who,
                                 guint limit, GError **error)
{
    g_autofree char *from_day = day_to_text(after.day);
    g_autofree char *to_day = day_to_text(until.day);
    return record_list(db, &reminder_type, between,
                       DB_VALUES(db_int(who->clerk_id), db_int(who->branch_id), db_text(from_day),
                                 minute_value(after.minute), db_text(to_day),
                                 minute_value(until.minute), db_int(limit)),
                       error);
}
