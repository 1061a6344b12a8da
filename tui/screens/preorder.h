/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a pre-order: new, as an earlier one with another day, or a stored one. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 customer_id;
    gint64 preorder_id; /* to be changed; 0: a new one */
} PreorderArg;

/* Opened with a const PreorderArg *. Result: a gint64 * with the pre-order that was stored; none
 * when it was left. */
extern const ScreenClass screen_preorder;
