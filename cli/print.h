/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text on standard output, 80 columns wide, and sentences on standard error. Stored text
 * cannot steer the terminal. */
#pragma once

#include <glib.h>
#include <stdbool.h>

enum { PRINT_COLUMNS = 80 };

/* TEXT (NULL: "") as it may be shown on one line of a terminal: OUTLET_LINE. Free with g_free. */
char *print_clean(const char *text);
/* How many cells the cleaned text SHOWN takes. */
int print_width(const char *shown);
/* TEXTS (char *) with ", " between them. Free with g_free. */
char *print_join(const GPtrArray *texts);

/* Prints TEXT, cleaned, and a line break. */
void print_line(const char *text);
/* Prints an empty line, then TEXT. */
void print_heading(const char *text);
/* Prints LABEL and, beside it in a column of its own, TEXT, broken into lines. Nothing when TEXT is
 * NULL or "". */
void print_field(const char *label, const char *text);
/* Prints PREFIX and TEXT, broken into lines of 80 columns that begin below the end of the
 * prefix. */
void print_wrapped(const char *prefix, const char *text);

/* The same within WIDTH columns, at least as many as PREFIX takes and ten more. */
void print_wrapped_within(const char *prefix, const char *text, int width);

/* Prints ROWS, each a char ** of COUNT cells (a row may end early at NULL), as columns with two
 * blanks between, each line after INDENT blanks. None but the last is wider than its place in MOST
 * (COUNT - 1 numbers) says, and what does not fit ends in "…". Only the last column is never cut:
 * it is broken into lines, below each other at its place or, where that is too narrow for it, below
 * the row. Columns that are empty in all rows are left out. */
void print_table(const GPtrArray *rows, const int *most, guint count, int indent);

/* Ends the output: false, with a sentence on standard error, when not all of it could be
 * written. */
bool print_end(void);

/* Prints a sentence on standard error, cleaned, and a line break. */
void print_sentence(const char *sentence);
