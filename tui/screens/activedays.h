/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the owner how long a customer counts as active after a visit. */
#pragma once

#include "tui/screen.h"

/* Asks over SCREEN, where NOW days hold, and writes the answer down; SCREEN is loaded again. */
Outcome active_days_ask(Screen *screen, int now);
