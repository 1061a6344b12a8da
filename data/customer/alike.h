/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a stored text begins as somebody types it: blind to case, to ä = ae = a (o and u
 * likewise), to ß = ss, and to accents over what was typed without. */
#pragma once

#include <glib.h>

/* What of STORED comes after the beginning that TYPED stands for, "" when nothing does; NULL when
 * STORED begins otherwise. Both are UTF-8 in NFC. Belongs to STORED. */
const char *alike_rest(const char *stored, const char *typed);

enum { ALIKE_MOST = 10 };

/* One way in which the next letters of a typed text may stand in a stored one. */
typedef struct {
    char letters[16]; /* as stored */
    gsize typed;      /* how many bytes of the typed text they stand for */
} AlikeStep;

/* The ways in which stored texts may go on where TYPED (not "") stands next; STEPS has room for
 * ALIKE_MOST. Returns how many there are. Other accents than the umlauts stand only for
 * themselves. */
guint alike_steps(const char *typed, AlikeStep *steps);
