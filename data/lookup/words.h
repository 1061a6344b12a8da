/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words under which a customer is found. */
#pragma once

#include "data/customer/sheet.h"
#include "data/lookup/index.h"

enum {
    WORD_LONGEST = 60, /* bytes of a word that the index holds */
    WORD_PIECE = 4,    /* digits of a piece of a phone number */
    WORD_BEGIN = 9,    /* letters of a beginning of which the engine has an index */
    WORD_END = 6       /* digits of the end of a phone number */
};

/* The letter before a word, which says of what kind it is. words_next_day knows those of days. */
#define CLASS_WHO 'w'   /* name, company, description, number */
#define CLASS_MAIL 'e'  /* e-mail and other addresses of the net */
#define CLASS_REST 'r'  /* related people, facts, places */
#define CLASS_PHONE 't' /* all digits of a phone number */
#define CLASS_PIECE 'g' /* WORD_PIECE digits of it in a row */
#define CLASS_END 'l'   /* its last WORD_END digits, the last one first */
#define CLASS_OTHER 'd' /* a day of another occasion: month and day; nobody looks for it */
#define CLASS_DAY 'b'   /* a birthday: month and day in two digits each, and again with the year */

/* The tokens of SHEET (class and folded word) in the groups of WordGroup, one blank between them:
 * name parts and company, with names of several words also as one; description; number; phone
 * numbers with their pieces and ends; the words of e-mails, related people, facts, places, where
 * "Meierstr." and "Meier Str." are also "meierstrasse" and "strasse"; birthdays and other yearly
 * days. No word is longer than WORD_LONGEST; but for days, what comes after the first 64 KiB is
 * left out. Free with g_free. */
char *words_of_sheet(const Sheet *sheet);
/* Those of WORDS (as of words_of_sheet) that belong into the dictionary, each once, sorted: who,
 * without the number, and the rest. Free with g_strfreev. */
char **words_to_learn(const char *words);

/* DIGITS (at most WORD_END of its end) with the last one first, behind CLASS_END. Free with g_free.
 */
char *word_of_end(const char *digits);
/* The pieces of DIGITS, behind CLASS_PIECE: WORD_PIECE digits each, none when there are fewer. At
 * most MOST. Free with g_strfreev. */
char **words_of_pieces(const char *digits, guint most);
/* The next yearly day in WORDS, as of words_of_sheet or as this gave it before: where it stands,
 * and when it is. NULL when there is none any more. */
const char *words_next_day(const char *words, int *month, int *day);
/* Month and day behind CLASS_DAY, and the year in four digits unless it is 0. Free with g_free. */
char *word_of_day(int month, int day, int year);
