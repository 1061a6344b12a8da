/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of the home screen: what is done more rarely. */
#pragma once

#include "tui/screen.h"

/* Shows those rows of HOME and of the global actions that say `menu` and make sense now, each with
 * its key; the chosen one is performed. */
Outcome home_menu(Screen *home);
