/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The border between stored text and the terminal: what may be shown, and how many cells it
 * takes. */
#pragma once

#include <glib.h>

/* STORED as it may be shown on one line: a new string of valid UTF-8, free with g_free. NULL
 * counts as "".
 *
 * Line breaks (LF, VT, FF, CR, CR LF, NEL, U+2028, U+2029) and tabs become one blank each. Other
 * C0 controls and DEL become their pictures (␛, ␡). Characters that are invisible but harmless
 * (zero-width ones, soft hyphen, byte order mark, fillers, tag characters) become "·". All other
 * characters a terminal could obey or has no picture for (C1, bidirectional controls,
 * noncharacters, unassigned ones) become their number, "<U+202E>". Each byte that is no UTF-8
 * becomes U+FFFD. Variation selectors, skin tones after a picture, and joiners between two
 * pictures go, because terminals disagree about the width of what they make: a family is shown as
 * its members. A cluster without a visible base (a combining mark at the start) gets U+25CC as
 * base, and no cell has more than four marks; further ones go.
 *
 * The result holds no character of the categories Cc, Cf, Zl and Zp; doing it twice changes
 * nothing. */
char *text_show(const char *stored);

/* How many cells SHOWN (a result of text_show, or a literal) takes in a row. */
int text_width(const char *shown);

/* How many cells STORED takes as text_show makes it; 0 for NULL. */
int text_width_shown(const char *stored);

/* Byte length of the first grapheme cluster of TEXT (any valid UTF-8), 0 for "". */
gsize text_cluster(const char *text);

/* Byte length of the longest start of SHOWN that ends between clusters and takes at most CELLS
 * cells. *USED, unless NULL, is how many it takes. */
gsize text_fit(const char *shown, int cells, int *used);

/* SHOWN cut between clusters to at most CELLS cells; when something is cut off, the end is
 * ELLIPSIS ("…" if NULL), which counts. A new string, free with g_free. */
char *text_cut(const char *shown, int cells, const char *ellipsis);

/* STORED, made fit for the screen and broken into lines of at most CELLS cells (at least 1) at
 * blanks, or inside a word that is too long; line breaks in STORED are kept. Always at least one
 * line. Free with g_strfreev. */
char **text_wrap(const char *stored, int cells);
