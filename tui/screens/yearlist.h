/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The yearly days of a whole year, also for paper. */
#pragma once

#include "tui/screen.h"

/* Opened with a const int *, the year, or NULL for this one. Result: a text typed on a card that
 * was opened from it; mostly none. */
extern const ScreenClass screen_yearlist;
