/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line in the history of a reminder. */
#include "data/agenda/reminderevent.h"

#include "data/base/i18n.h"

#include <stddef.h>

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(ReminderEvent, customer_id), NULL},
    {"reminder_id", FIELD_REF, FIELD_PLAIN, offsetof(ReminderEvent, reminder_id), NULL},
    {"what", FIELD_TEXT, FIELD_PLAIN, offsetof(ReminderEvent, what), N_("What")},
    {"day", FIELD_TEXT, FIELD_REQUIRED, offsetof(ReminderEvent, day), N_("Day")},
    {"minute", FIELD_MAYBE, FIELD_PLAIN, offsetof(ReminderEvent, minute), NULL},
    {"to_day", FIELD_TEXT, FIELD_PLAIN, offsetof(ReminderEvent, to_day), NULL},
    {"to_minute", FIELD_MAYBE, FIELD_PLAIN, offsetof(ReminderEvent, to_minute), NULL},
};

const RecordType reminder_event_type = {
    .table = "reminder_event",
    .label = N_("history of a reminder"),
    .size = sizeof(ReminderEvent),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_NOTHING,
};

const Choice reminder_deeds[] = {
    {"done", N_("done")},
    {"snoozed", N_("put off")},
    {"moved", N_("moved to another day")},
    {"skipped", N_("skipped")},
    {NULL, NULL},
};

GPtrArray *reminder_event_list(Db *db, gint64 reminder_id, GError **error)
{
    return record_list(db, &reminder_event_type, "WHERE reminder_id = $1 ORDER BY id DESC",
                       DB_VALUES(db_int(reminder_id)), error);
}
