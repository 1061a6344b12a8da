/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How names come across a counter: mistyped, misheard, cut short. */
#pragma once

#include "data/demo/chance.h"

/* WORD with so many typing ERRORS (at least 1): a letter too many, one missing, another one (mostly
 * that of a key beside it), two swapped; anywhere in the word, and never what compares as equal to
 * WORD. Free with g_free. */
char *slips_typed(Chance *chance, const char *word, guint errors);
/* NAME as somebody may write it who has only heard it, in small letters, and never what compares as
 * equal to NAME; NULL where there is one spelling only. Free with g_free. */
char *slips_heard(Chance *chance, const char *name);
/* TEXT with ae, oe, ue and ss; NULL when there is nothing to write so. Free with g_free. */
char *slips_plain(const char *text);
/* What somebody called GIVEN is called by friends; NULL when GIVEN has no short form here. Static.
 */
const char *slips_short(Chance *chance, const char *given);
