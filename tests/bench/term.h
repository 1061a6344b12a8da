/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small terminal: what a program writes to an xterm, as rows of text. Colours are not kept. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct Term Term;

/* Of ROWS and COLS, blank. Free with term_free. */
Term *term_new(guint rows, guint cols);
void term_free(Term *term);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Term, term_free)

/* Takes LENGTH bytes of output; sequences and letters may be cut anywhere. */
void term_feed(Term *term, const char *bytes, gsize length);
/* The text in ROW (from 0) without blanks at its end. Free with g_free. */
char *term_row(const Term *term, guint row);
/* The first row from FROM on that has TEXT in it; -1 when there is none. */
int term_find(const Term *term, guint from, const char *text);
