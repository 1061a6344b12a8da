/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says on standard error that a server is taking its time to answer, whatever hangs: its name, the
 * network, or the server itself. */
#pragma once

typedef struct Connecting Connecting;

/* From now on, until connecting_end, WHERE is being opened: when it is a server and that takes
 * longer than a second, it is said, once, and how to stop it. NULL for a file. */
Connecting *connecting_begin(const char *where);
/* It is open, or cannot be. Frees CONNECTING; NULL is fine. */
void connecting_end(Connecting *connecting);
