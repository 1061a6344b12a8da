/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line in the history of a reminder. The head says who and when. */
#pragma once

#include "data/base/choice.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the reminder's customer; 0: none */
    gint64 reminder_id; /* the reminder */
    char *what;         /* a code of reminder_deeds */
    char *day;          /* when it was due */
    gint64 minute;
    char *to_day; /* until when it was put off, or to when it was moved; NULL: neither */
    gint64 to_minute;
} ReminderEvent;

extern const RecordType reminder_event_type;

/* "done", "snoozed", "moved", "skipped". */
extern const Choice reminder_deeds[];

/* The history of a reminder, the latest first; the array frees them. NULL on a fault. */
GPtrArray *reminder_event_list(Db *db, gint64 reminder_id, GError **error);
