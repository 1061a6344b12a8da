/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying out the shop's rules while the program runs. */
#pragma once

#include "tui/screen.h"

/* For app_set_follower: carries out the rules (rule_tend) behind everything that waits for the
 * worker, in the name of LOWEST; one such job waits at a time. What is in sight is loaded again if
 * it made something. A fault is not told: nobody asked for it, and the next deed tries again. */
void tending_begin(Screen *lowest);
