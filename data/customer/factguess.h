/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Guesses what kind of fact a clerk's or a list's words are. */
#pragma once

#include "data/base/day.h"

#include <stdbool.h>

/* How sure a guess is. Only a safe one is acted on without a person looking (import). */
typedef enum { GUESS_NONE, GUESS_LIKELY, GUESS_SAFE } GuessTrust;

typedef struct {
    const char *kind; /* code of the kind, static: see below; "note" when nothing fits */
    GuessTrust trust;
    Day day; /* for wedding, name_day, birthday: the date in the words, else DAY_NONE */
} FactGuess;

/* Guesses the kind of TEXT (German or English, one thought). Codes: likes, dislikes, allergy
 * (also intolerance, diet for health, diabetes), usual (usual order), interest, family, talk,
 * address_form ("will nicht geduzt werden"), no_call ("nicht vor 9 Uhr anrufen"), once (one-time
 * note, "Schirm liegt hinter der Theke"), belief (kosher, halal, religion), wedding, name_day,
 * birthday, note. A guess is GUESS_SAFE only where the words say it outright ("Nussallergie",
 * "mag Erdbeere", "isst kein Marzipan", "Hochzeitstag 12. Juni"). Words with a "no", "not any
 * more" or a question mark around an allergy ("keine Nussallergie", "Allergie?") are never a
 * safe allergy. TODAY is whole, for reading dates. */
FactGuess fact_guess(const char *text, Day today);

/* Splits a free remark into single thoughts: at line breaks and ";". Blanks trimmed, empty ones
 * and repeats dropped. Free with g_strfreev. */
char **fact_split(const char *remark);
