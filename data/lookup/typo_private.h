/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What counting errors and the walk share. */
#pragma once

#include "data/lookup/typo.h"

/* Errors of what is not a hit any more. */
#define TYPO_TOO_MANY 0x7000

/* The part of a row of the table of distances that can hold few enough errors: the columns from LOW
 * to HIGH. */
typedef struct {
    guint low, high;
} TypoBand;

/* The band of the row of DEPTH letters of one word against the LENGTH of the other, for at most
 * MOST errors. */
TypoBand typo_band(guint depth, guint length, guint most);
/* Fills the BAND of the row of the next LETTER, behind LAST_LETTER, from the rows of the last and
 * of the one before it (NULL: none), and what stands beside the band and at the end with
 * TYPO_TOO_MANY. WORD has LENGTH letters, a row one column more. */
void typo_fill_row(guint16 *row, const guint16 *last, const guint16 *before, TypoBand band,
                   gunichar letter, gunichar last_letter, const gunichar *word, guint length);
/* The fewest errors in the BAND of ROW. */
gint typo_least(const guint16 *row, TypoBand band);

/* A hit with WORD, which it takes. */
TypoHit *typo_hit_new(char *word, guint errors, bool is_whole);
void typo_hit_free(gpointer hit);
