/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shop has promised: what is to be kept, the next first, and what was kept or broken. */
#pragma once

#include "tui/screen.h"

/* Opened without an argument. Result: a char * with the digit that was typed on a card that was
 * opened from here; none when it was left. */
extern const ScreenClass screen_promises;
