/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of notes: their names and their order, and kinds of the owner's own. */
#pragma once

#include "tui/screen.h"

/* Takes no argument and gives no answer. */
extern const ScreenClass screen_kinds;
