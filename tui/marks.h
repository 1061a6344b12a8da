/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of a text fits what was typed into the box. */
#pragma once

#include "tui/canvas.h"

/* The parts of TEXT that fit TERMS (folded words, as of words_of_query; NULL: none): the
 * beginning of each word that a term begins, as far as the term reaches, and digits that stand
 * anywhere in a number, whatever is between them. At most MAX go to SPANS, ascending. Returns
 * how many. */
guint marks_find(const char *text, char *const *terms, Span *spans, guint max);
