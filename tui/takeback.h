/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl-Z: taking back what was done last. */
#pragma once

#include "tui/screen.h"

/* Takes back the last deed of the clerk at the counter (of nobody, when nobody said who it is) and
 * says which one it was, and whom it was about. Asks first when it concerns several customers or
 * is of another day. For action rows. */
Outcome takeback_last(Screen *screen);
