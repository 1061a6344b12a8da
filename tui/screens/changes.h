/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was changed, by whom and when: of a customer, or of the whole shop. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 customer_id; /* 0: the whole shop */
} ChangesArg;

/* Opened with a const ChangesArg *; NULL: the whole shop. Result: a const char * of one digit that
 * was typed on a customer's: a number begins a new search, as on the card; none when it was left.
 */
extern const ScreenClass screen_changes;
