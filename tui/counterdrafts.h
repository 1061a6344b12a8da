/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose the drafts typed here are: this counter's, and this run's of the program. */
#pragma once

#include "tui/app.h"

/* Has APP, whose data is a Counter with a shop, keep drafts; none where the shop can only be read.
 * The id of the counter is kept in counter.ini in its spare folder, where the lock of the run
 * lies, too. Where that cannot be written both hold as long as the program runs. */
void counter_keep_drafts(App *app);
