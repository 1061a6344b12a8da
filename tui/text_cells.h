/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of one character; for tui/text.c and text_cells.c only. Texts are measured with
 * tui/text.h. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Cells of C: 0 for marks, 1, or 2 for wide ones; -1 where nobody knows. Agrees with the wcwidth of
 * glibc 2.36, which curses counts with, for everything text_show lets through. */
int text_cells_of(gunichar c);
/* Whether C is a regional indicator, two of which make a flag. */
bool text_is_regional(gunichar c);
/* Whether C is a picture that a joiner can join to another. */
bool text_is_picture(gunichar c);
