/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something to be done by a day, for a customer or for the shop; once, or again and again. */
#pragma once

#include "data/base/choice.h"
#include "data/base/moment.h"
#include "data/base/series.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer; 0: it is the shop's own */
    char *words;        /* what */
    char *due_day;      /* what was agreed, YYYY-MM-DD */
    gint64 due_minute;  /* of that day; RECORD_NONE: any time */
    char *day;          /* when it comes up: later than what was agreed where it was put off */
    gint64 minute;      /* of that day; RECORD_NONE: any time */
    gint64 clerk_id;    /* who sees to it; 0: whoever is there */
    gint64 branch_id;   /* where; 0: anywhere */
    char *repeats;      /* a code of series_units; NULL: once */
    gint64 step;        /* every so many of them, 1 to 999 */
    gint64 weekdays; /* of "week": bits, 1 for Monday to 64 for Sunday; RECORD_NONE: the first's */
    char *first_day; /* from which the series counts; NULL: once */
    char *state;     /* "open", "done", "skipped" */
    char *done_day;  /* when it was done or skipped, the last time for a series */
    gint64 rule_id;  /* the rule that made it; 0: somebody did */
    char *cause;     /* of what it made it: "visit 17" */
    char *draft;     /* the text it offers to send; NULL: none */
    char *channel;   /* by which way; a code of customer_channels */
} Reminder;

extern const RecordType reminder_type;

/* When it was agreed to be due, and when it comes up. */
Moment reminder_due(const Reminder *reminder);
Moment reminder_comes_up(const Reminder *reminder);
/* The series REMINDER repeats in; its unit is SERIES_ONCE when it does not. */
Series reminder_series(const Reminder *reminder);
/* Lets REMINDER be due at DUE, of which the day is whole, and repeat as SERIES says: from then on
 * it comes up at that moment. */
void reminder_set_due(Reminder *reminder, Moment due, const Series *series);

/* Stores REMINDER, of which words and due are set, as a new one, which is open; one with an id is
 * stored as it was changed, with a line in its history when it was moved. FAULT_REFUSED when there
 * are no words or no whole day; faults of record_update. */
bool reminder_save(Deed *deed, Reminder *reminder, GError **error);
/* Says at NOW that the reminder ID was done, or, unless SKIPPED is NULL, is skipped this time,
 * which was to be due at *SKIPPED: one that repeats is then due at the next moment of its series
 * after both NOW and what was due, another one is over. Any time of NOW's day, or of the series',
 * is after all of that day. Either way its history has a line. What is over already stays as it is.
 * FAULT_REFUSED when one that repeats is to be done, was settled on NOW's day already and comes up
 * on a later day, FAULT_CONFLICT when it is due at another moment than *SKIPPED by now: two tills
 * at once do it once. FAULT_MISSING when it is not there. */
bool reminder_settle(Deed *deed, gint64 id, const Moment *skipped, Moment now, GError **error);
/* Lets the reminder ID come up at TO only; what was agreed stays. FAULT_REFUSED when it is over. */
bool reminder_snooze(Deed *deed, gint64 id, Moment to, GError **error);
/* Removes the reminder ID with its history. */
bool reminder_remove(Deed *deed, gint64 id, GError **error);

/* The open reminders of a customer, the next first; none of somebody who has died. The array frees
 * them. NULL on a fault. */
GPtrArray *reminder_open_of(Db *db, gint64 customer_id, GError **error);
/* For whom and where reminders are asked for. */
typedef struct {
    gint64 clerk_id;  /* those of this clerk and of nobody; 0: of everybody */
    gint64 branch_id; /* those of this branch and of none; 0: of all */
} ReminderFor;
/* Up to LIMIT open reminders with a time that come up later than AFTER and not later than UNTIL, in
 * order; none of somebody who has died. For notifications: lists of what is due are in todo.h. The
 * array frees them. NULL on a fault. */
GPtrArray *reminder_list_between(Db *db, Moment after, Moment until, const ReminderFor *who,
                                 guint limit, GError **error);
