/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second place for backups: naming it, and giving it up. */
#pragma once

#include "tui/screen.h"

/* Asks over SCREEN, which is loaded again when something has changed. It holds for this
 * computer. */
Outcome second_place_ask(Screen *screen);
