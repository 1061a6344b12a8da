/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Showing notifications from a command, which waits for what is pressed on them. */
#pragma once

#include "notify/notify.h"

/* So many minutes it waits when nobody said how many, and at most. */
enum { WAIT_MINUTES = 10, WAIT_MINUTES_MOST = 24 * 60 };

/* What is done with what is pressed. */
typedef struct {
    /* Does what the notice ID is about. */
    bool (*done)(const char *id, gpointer data, GError **error);
    /* Shows the customer NUMBER; "": what is due. */
    bool (*open)(const char *number, gpointer data, GError **error);
} WaitDeeds;

/* Shows LIST (Notice) on the desktop and does what is pressed, until all of it is closed, MINUTES
 * are over, or the process is asked to end; what still stands is taken away then. What could not be
 * done is told in a notification. FAULT_MISSING when the part for notifications is not installed or
 * there is no desktop session, FAULT_BUSY when the desktop does not answer within a few seconds,
 * FAULT_REFUSED when it refuses. */
bool notify_wait(const GPtrArray *list, guint minutes, const WaitDeeds *deeds, gpointer data,
                 GError **error);
