/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A month and whose days are kept in it. */
#pragma once

#include "tui/screen.h"

/* Opened with a const Day *, the day that is selected first, or NULL for today. Result: a text
 * typed on a card that was opened from it; mostly none. */
extern const ScreenClass screen_calendar;
