/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The telephone numbers of a customer, one of them so large that it can be read from where the
 * telephone is. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 customer_id;
} DialArg;

/* Opened with a const DialArg *. No result. */
extern const ScreenClass screen_dial;
