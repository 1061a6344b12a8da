/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One wish: how it stands, who asked for it, and who was told that it came true. */
#pragma once

#include "tui/screen.h"

/* What it is opened for. */
typedef struct {
    gint64 wish_id;
} WishArg;

/* Opened with a const WishArg *. Result: a char * with the digit that was typed on a card opened
 * from here; none when it was left. */
extern const ScreenClass screen_wish;
