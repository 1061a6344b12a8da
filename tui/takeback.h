/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl-Z: taking back what was done last. */
#pragma once

#include "tui/screen.h"

/* Takes back the last deed of the clerk at the counter and says which one it was. For action
 * rows. */
Outcome takeback_last(Screen *screen);
