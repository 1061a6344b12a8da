/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text a reminder offers to send: shown filled, with a line of one's own, for the clipboard or
 * a file. Tresen sends nothing; what was taken is noted as a contact and the reminder as done. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 customer_id; /* whose reminder it is */
    gint64 reminder_id; /* one with a draft */
} LetterArg;

/* Opened with a const LetterArg *. Gives no answer. */
extern const ScreenClass screen_letter;
