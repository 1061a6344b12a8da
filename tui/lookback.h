/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking at a backup as if it were the shop: a passing copy of it that can only be read. */
#pragma once

#include "data/backup/list.h"
#include "tui/screen.h"

/* Opens BACKUP of the shop WHERE (NULL: the one at the counter) for SCREEN, which keeps
 * (screen_keep) what is meant meanwhile; asks for the passphrase before where there is one. When
 * the app has it, SCREEN closes with a non-NULL result; what fails is told. */
Outcome lookback_begin(Screen *screen, const char *where, const Backup *backup);
/* Whether a backup is looked at. */
bool lookback_may_leave(const Screen *screen);
/* Goes back to the shop. SCREEN is home. */
Outcome lookback_leave(Screen *home);
/* Removes the copy that is left when the program ended while a backup was looked at. FOLDER is the
 * counter's own. */
void lookback_tidy(const char *folder);
