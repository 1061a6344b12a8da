/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of when.h in German and English. They come as WhenWord.bare has them. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum {
    UNIT_NONE,
    UNIT_MINUTE,
    UNIT_HOUR,
    UNIT_DAY,
    UNIT_WEEK,
    UNIT_MONTH,
    UNIT_YEAR
} WhenUnit;

/* 1 to 999 for digits or the name of a number up to twelve; 0. */
int when_number(const char *word);
/* 1 to 31 for "31", "31st", "dritten"; 31 for the last; 0. */
int when_ordinal(const char *word);
/* The unit WORD names ("wochen"); UNIT_NONE. */
WhenUnit when_unit(const char *word);
/* The unit of "2h", "30min", "3w", and how many: *COUNT; UNIT_NONE. */
WhenUnit when_short_unit(const char *word, int *count);
/* The minute for which a part of the day stands ("mittags"); -1. *IS_CLEAR: it says so by itself,
 * which a noun does not ("Abend"). */
int when_part(const char *word, bool *is_clear);
/* Whether WORD may stand before a day or a time. */
bool when_is_filler(const char *word);
/* Whether WORD makes the number behind it a time of day ("um"). */
bool when_is_clock_mark(const char *word);
/* 1 for "nächste", 2 for "übernächste"; 0. */
int when_next(const char *word);
/* Whether WORD is "jeden", "every". */
bool when_is_every(const char *word);
/* Whether WORD is "und", "and". */
bool when_is_and(const char *word);
/* Whether a thing to do goes on over WORD: "für morgen". */
bool when_is_link(const char *word);
