/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the clerks of a cake shop write of their customers, in German, as the shop is. */
#pragma once

#include <glib.h>

typedef struct {
    const char *const *texts;
    guint count;
} WordTable;

/* Facts by kind. What is noted on a customer's first day, and what comes later, are different
 * tables, so that nothing stands twice on a card. */
extern const WordTable words_usual, words_likes, words_dislikes, words_allergy, words_caution,
    words_no_call, words_belief, words_interest, words_occasion, words_company_usual;
extern const WordTable words_talk, words_note, words_once, words_family;

/* Customers nobody knows the name of, and companies. */
extern const WordTable words_description, words_company;

/* Where people live: streets and the names of the places (the town first). */
extern const WordTable words_street;
typedef struct {
    const char *postcode, *name;
} WordPlace;
extern const WordPlace words_place[];
extern const guint words_place_count;
