/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a customer is not to be bothered: their quiet times, typed as people say them. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 customer_id;
} QuietArg;

/* Opened with a const QuietArg *. No result. */
extern const ScreenClass screen_quiet;

/* For SCREEN, of that class: asks for another quiet time. */
Outcome quiet_add(Screen *screen);
