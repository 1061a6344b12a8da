/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which character divides the cells of a list, told from its first lines. */
#pragma once

#include <glib.h>

/* The separator of HEAD, an array of ListLine with the first lines of a file. Of ; , tab and | it
 * is the one that gives the first record most cells and the following records (up to 50) as many;
 * where none divides the first record (a title above the table), the one that gives most records
 * the same number of cells, at least three; else ';'. */
char separator_guess(const GPtrArray *head);

/* How many cells the first record of HEAD has, divided by SEPARATOR; when that is one, how many
 * most of the records (up to 50) have; 0 when there are none. */
gsize separator_columns(const GPtrArray *head, char separator);

/* The separator that LINE names ("sep=;", as some spreadsheets write it), or NUL when LINE is
 * something else. */
char separator_named(const char *line);
