/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where stored text leaves the program: one rule for each medium, all on the table of character.h.
 * Text on the screen has a rule of its own, because it knows its cells: tui/text.h. JSON escapes
 * instead (data/base/jsonwriter.h), so that nothing is lost. */
#pragma once

#include <glib.h>

typedef enum {
    /* One line that a terminal, a printer, a window's title, a calendar or a log shows. Breaks and
     * tabs are a blank each; what is invisible and harmless is "·"; what could be obeyed, turns the
     * direction of writing, or is no character is U+FFFD. A joiner between two characters goes;
     * so do variation selectors. A mark without a base stands on U+25CC, and no character has more
     * than four marks. */
    OUTLET_LINE,
    /* The same in several lines, for the body of a notification: LF stays, other line ends become
     * one; joiners between two characters stay. */
    OUTLET_TEXT,
    /* A cell of a table for other programs (CSV), which is read back: breaks, tabs and what is
     * invisible stay; controls are U+FFFD; what turns the direction of writing goes, because it
     * would turn the cells beside it. */
    OUTLET_TABLE,
} Outlet;

/* TEXT (NULL: "") as it may leave through OUTLET: valid UTF-8, each byte that is none U+FFFD. Doing
 * it twice changes nothing. Free with g_free. */
char *outlet_text(Outlet outlet, const char *text);
