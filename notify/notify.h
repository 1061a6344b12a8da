/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notifications on the desktop, where there is one. The library is loaded when first needed; a bus
 * is never started. */
#pragma once

#include "data/agenda/today.h"

/* How many names a notification has room for. */
enum { NOTIFY_NAMES = 5 };

/* The title of the morning's notification ("2 birthdays today"), and in *BODY the first
 * NOTIFY_NAMES who have birthday, one a line, and how many more there are. NULL when nobody has.
 * Free both with g_free. */
char *notify_words(const Today *today, char **body);

/* Shows one notification with the birthdays kept on the day of TODAY. Without any it does nothing
 * and is content. Blocks for a few seconds at most. FAULT_MISSING when the part for notifications
 * is not installed or there is no desktop session, FAULT_BUSY when the desktop does not answer,
 * FAULT_REFUSED when it refuses. */
bool notify_morning(const Today *today, GError **error);
