/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups of the shop: making, proving, looking at and bringing back. */
#pragma once

#include "tui/screen.h"

/* Opened with a const char *, the file of a shop that cannot be opened (copied), or NULL: the shop
 * that is open. When a backup was brought back, or is looked at, it closes with a non-NULL result.
 */
extern const ScreenClass screen_backups;

/* Asks over PARENT for the passphrase of a backup; ANSWERED gets a const PromptAnswer * or NULL. */
Outcome backups_ask_passphrase(Screen *parent, ReturnFunc answered);
