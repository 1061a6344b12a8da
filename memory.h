/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of the program when the computer has no memory left: GLib gives up then. The terminal is
 * given back, one sentence says why, and the exit status is 1. What was being saved is taken back
 * by the next one who opens the shop. */
#pragma once

/* From now on; before anything else that needs memory. The sentence is English. */
void memory_guard(void);
/* From now on it is in the language that is spoken by now. */
void memory_translate(void);
/* Warnings of libraries would be written across the full screen: from now on they are not. */
void memory_keep_quiet(void);
