/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of wishes: by state, those asked for most often first. */
#pragma once

#include "tui/screen.h"

/* Opened without an argument. Result: a char * with the digit that was typed on a card opened from
 * here; none when it was left. */
extern const ScreenClass screen_wishes;
