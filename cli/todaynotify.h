/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen today --notify: what the day brings, on the desktop. */
#pragma once

#include "cli/call.h"

/* How many minutes the option "wait" of CALL says; false, with a sentence, when it says none. */
bool today_wait(const Call *call, guint *minutes);

/* Shows what DAY (whole) brings BRANCH_ID (0: all) in notifications, and does what is pressed for
 * up to MINUTES. Where Tresen runs on this desktop, it is left to that for today. Without anything
 * to do nobody is bothered. */
CliStatus today_notify(const Call *call, Day day, gint64 branch_id, guint minutes);
