/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for how somebody was greeted on a yearly day, and what was given. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 customer_id; /* the customer */
    gint64 occasion_id; /* the day: theirs, or of somebody who belongs to them */
    int year;           /* in which it was kept */
} GreetingArg;

/* Opened with a const GreetingArg *. Result: a gint64 * with the id of the occasion when something
 * was saved; none when it was left. */
extern const ScreenClass screen_greeting;
