/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a visit: filled with what is usual, so that Enter notes it. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 customer_id;
    gint64 visit_id; /* to be changed; 0: a new one */
} VisitArg;

/* Opened with a const VisitArg *. Result: a gint64 * with the visit that was stored; none when it
 * was left. */
extern const ScreenClass screen_visit;
