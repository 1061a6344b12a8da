/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a line of the communication plan. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 plan_id;     /* 0: a new line */
    gint64 customer_id; /* whose own line it is; 0: of a class or a group */
} CareLineArg;

/* Takes a const CareLineArg *, or NULL for a new line of a class or group; answers with the id of
 * the line (gint64 *) when it was saved, 0 when it was removed: in a customer's own line an empty
 * "how often" does that. */
extern const ScreenClass screen_careline;
