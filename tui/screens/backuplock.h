/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passphrase of the backups: setting it, in a few questions, and turning it off. */
#pragma once

#include "tui/screen.h"

/* Asks over SCREEN, which keeps (screen_keep) what is typed meanwhile; IS_SET: there is a
 * passphrase. */
Outcome backup_lock_ask(Screen *screen, bool is_set);
