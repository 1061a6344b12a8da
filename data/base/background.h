/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work nobody waits for. */
#pragma once

/* Lets the calling thread give way to all others, of this program and of others, until it ends: it
 * gets the processor fully only where nobody else wants it. Other threads keep what they have
 * (Linux: setpriority(2), "C library/kernel differences"). A thread that gives way already stays
 * as it is. */
void background_begin(void);
