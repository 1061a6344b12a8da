/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is lost: on top those who may be, by their own rhythm; below them who was marked as lost. */
#pragma once

#include "tui/screen.h"

/* Opened without an argument. Result: a char * with the digit that was typed on a card that was
 * opened from here; none when it was left. */
extern const ScreenClass screen_losses;
