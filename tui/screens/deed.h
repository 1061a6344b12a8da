/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that one deed changed. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 deed_id;
    gint64 customer_id; /* whose rows are shown; 0: all, but what is about health or belief */
} DeedArg;

/* Opened with a const DeedArg *. Answers nothing. */
extern const ScreenClass screen_deed;
