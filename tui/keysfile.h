/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The person's own keys on this machine: the file "keys" in the configuration folder. */
#pragma once

#include "tui/keymap.h"

/* Reads the file "keys" in FOLDER. Without one all keys are as built in; when it is there and
 * cannot be read, too, and a sentence says so in FAULTS, which gets what keymap_read finds as
 * well (may be NULL). Free with keymap_free. */
Keymap *keys_file_read(const char *folder, GPtrArray *faults);

/* Writes into the file in FOLDER, which is made when it is missing, that the action NAME
 * ("card.note") has KEYS ("n|F5"); NULL takes its line out. All other lines stay as they are. The
 * new file takes the place of the old one at once; only its owner can read it. False and a
 * sentence (FAULT) when it cannot be written: nothing has changed then. */
bool keys_file_set(const char *folder, const char *name, const char *keys, GError **error);
