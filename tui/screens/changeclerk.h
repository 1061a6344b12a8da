/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saying who stands at the counter, from any screen. */
#pragma once

#include "tui/screen.h"

/* Opens the list of clerks over SCREEN and puts the chosen one at the counter. For action rows. */
Outcome change_clerk(Screen *screen);
