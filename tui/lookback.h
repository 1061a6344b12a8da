/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking at a backup as if it were the shop: a passing copy of it that can only be read. */
#pragma once

#include "tui/screen.h"

/* Opens the backup PATH of the shop WHERE for SCREEN; PASSPHRASE is NULL for one that is not
 * encrypted. OPENED is called like a job's `done`, with NULL, when the app has it; what fails is
 * told. */
Outcome lookback_begin(Screen *screen, const char *where, const char *path, const char *passphrase,
                       Outcome (*opened)(Screen *screen, gpointer result));
/* Whether a backup is looked at. */
bool lookback_may_leave(const Screen *screen);
/* Goes back to the shop. SCREEN is home. */
Outcome lookback_leave(Screen *home);
/* Removes the copy that is left when the program ended while a backup was looked at. FOLDER is the
 * counter's own. */
void lookback_tidy(const char *folder);
