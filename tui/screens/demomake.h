/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the demo shop: a progress bar, then it is open. */
#pragma once

#include "tui/screen.h"

/* Opened with a const char *: the path of the demo shop. That of today is made there, or taken as
 * it is when it is there already. When it is open, the app has it and this closes with a non-NULL
 * result; none when it was left. */
extern const ScreenClass screen_demomake;
