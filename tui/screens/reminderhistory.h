/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing what became of a reminder so far. */
#pragma once

#include "tui/canvas.h"
#include "tui/screens/reminderwork.h"

/* Draws the history of MODEL's reminder, the latest first, into CANVAS: nothing when there is none,
 * or room for less than a line of it. TODAY is whole. */
void reminder_history_draw(Canvas *canvas, const ReminderModel *model, Day today);
