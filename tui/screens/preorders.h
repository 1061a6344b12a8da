/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pre-orders that wait to be fetched: of the shop, or of one customer. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 customer_id; /* 0: of all */
} PreordersArg;

/* Opened with a const PreordersArg *, or NULL for those of all. */
extern const ScreenClass screen_preorders;
