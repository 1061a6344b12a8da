/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a list: how far it is, and what came of it. */
#pragma once

#include "data/list/mapping.h"
#include "tui/screen.h"

typedef struct {
    const char *path;
    bool is_orders;         /* the list holds orders; there is no mapping then */
    const Mapping *mapping; /* copied; NULL: as guessed */
    const char *new_shop;   /* as in ImportArg */
} ImportRunArg;

/* Opened with a const ImportRunArg *; begins at once. Result: as screen_import; none when it was
 * cancelled or failed: then everything is as it was before. */
extern const ScreenClass screen_importrun;
