/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The communication plan: who is contacted how often, and whom that reaches. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 customer_id; /* whose own lines are shown; 0: those of classes and groups */
} CarePlanArg;

/* Takes a const CarePlanArg *, or NULL for classes and groups; gives no answer. */
extern const ScreenClass screen_careplan;
