/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and telephone numbers in what was typed: both may have blanks in their middle. */
#pragma once

#include "data/base/day.h"

/* A piece of a text between blanks. */
typedef struct {
    const char *start, *end;
} Chunk;

/* The pieces of TEXT, at most MOST of them: an array of Chunk that borrow from TEXT. Free with
 * g_array_unref. */
GArray *query_chunks(const char *text, guint most);

/* How many of CHUNKS, from FIRST on, are a birthday: 3.5. | 03.05.1956 | 3.5.56 | 3. 5. | 3. Mai |
 * 3 May 1956 | May 3 | 1956-05-03 | 3.5; 0 for none. *DAY knows day and month, and may know the
 * year. Two digits of a year are those of 1930 to 2029, as in spreadsheets: data/ has no clock.
 * With IS_OPEN the last of CHUNKS may go on: a year that is only begun counts as not told. */
guint query_day(const GArray *chunks, guint first, bool is_open, Day *day);

/* How many of CHUNKS, from FIRST on, are a telephone number: digits and marks that begin with 0 or
 * +, at least six digits. 0 for none. */
guint query_phone(const GArray *chunks, guint first);
