/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clipboard of the person's desktop, through the terminal. */
#pragma once

/* The control sequence (OSC 52, as xterm defines it) by which a terminal puts TEXT onto the
 * clipboard. Whether it does cannot be asked: some do not, some ask the person. Free with g_free.
 */
char *clipboard_sequence(const char *text);
