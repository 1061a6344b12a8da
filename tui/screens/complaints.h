/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All complaints at a glance, for the owner: by state, with what comes again and again on top. */
#pragma once

#include "tui/screen.h"

/* Takes no argument. Result: none, or a char * with the digit that was typed on it: a number begins
 * a new search, as on a card. */
extern const ScreenClass screen_complaints;
