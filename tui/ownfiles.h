/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files a person wrote for this machine (keys, themes): telling what could not be used. */
#pragma once

#include "tui/app.h"

/* Tells FAULTS (of char *, whole sentences such as "keys, line 3: …"), which reading the person's
 * own files has found, in a message over the top screen of APP, which must have one. Nothing
 * happens when there are none. For once, at the start: the program goes on with what could be
 * read. FAULTS stays the caller's. */
void own_files_tell_faults(App *app, const GPtrArray *faults);
