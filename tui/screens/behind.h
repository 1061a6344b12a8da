/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The customers behind a figure. */
#pragma once

#include "data/report/behind.h"
#include "tui/screen.h"

/* What the screen is opened for. */
typedef struct {
    Behind behind;
    const char *title; /* who it is; copied */
} BehindArg;

/* Takes a const BehindArg * and gives no answer. */
extern const ScreenClass screen_behind;
