/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many cells one character takes; for tui/text.c only. Texts are measured with tui/text.h. */
#pragma once

#include <glib.h>

/* Cells of C: 0 for marks, 1, or 2 for wide ones; -1 where nobody knows. Agrees with the wcwidth of
 * glibc 2.36, which curses counts with, for everything text_show lets through. */
int text_cells_of(gunichar c);
