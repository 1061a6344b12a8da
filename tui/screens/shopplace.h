/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the shop is: in a file on this computer or on a server. Looks at a place, says what is
 * there, and goes there: opens the shop, makes one, or carries the present one. */
#pragma once

#include "tui/screen.h"

/* Opened with the place (const char *) to begin with; NULL: the one chosen last. It
 * closes with a non-NULL result when the app has a shop from another place by now, which is
 * remembered for the next start; with none when it was left. */
extern const ScreenClass screen_shopplace;
