/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a reminder, for a customer or the shop: typed in one line as people say it, and the
 * fields that follow from it; of one that is there also what became of it so far. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 customer_id; /* of a new one: whom it is about; 0: it is the shop's own */
    gint64 reminder_id; /* 0: a new one */
    gint64 event_id;    /* instead of the reminder a line of its history; 0: none */
} ReminderArg;

/* Opened with a const ReminderArg *. Result: a gint64 * with the id of the reminder that was saved;
 * none when it was left, settled or removed. */
extern const ScreenClass screen_reminder;
